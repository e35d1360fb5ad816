"""What a pattern may ask of the engine: a bound on the ways that are tried from one starting place.

Patterns hold no unbounded repetition, so that matching is linear in the text; what multiplies are gaps,
phrases and options that stand in one pattern. A pattern above `LIMIT` is refused: with it, a sentence of
5,000 words made to be as hard as possible would keep the machine busy for seconds.
"""

from __future__ import annotations

from math import prod

from pipeline.rules.grammar import Choice, ClassRef, Gap, Node, Not, Optional, Sequence, Slot, Word, walk

LIMIT = 20_000
_PHRASE_WAYS = 9  # lengths of a noun phrase


def effort(node: Node) -> int:
    """The number of ways through a pattern that can be tried from one place."""
    if isinstance(node, Sequence):
        return prod(effort(item) for item in node.items)
    if isinstance(node, Choice):
        return sum(effort(option) for option in node.options)
    if isinstance(node, Optional):
        return 1 + effort(node.item)
    if isinstance(node, Not):
        return 1
    if isinstance(node, Gap):
        return node.most + 1
    return _PHRASE_WAYS if isinstance(node, Slot) and "phrase" in node.types else 1


def fault_of(tree: Node) -> tuple[str, str] | None:
    """Why the engine refuses a pattern that can be read, and what to do; None where it takes it."""
    if effort(tree) > LIMIT:
        return "too many gaps, phrases and options multiply here", "use fewer, or make several patterns of it"
    items = tree.items if isinstance(tree, Sequence) else (tree,)
    lead = next((item for item in items if not (isinstance(item, Slot) and item.role)), None)
    if isinstance(lead, Not) and not _is_short(lead.item):
        return (
            "at the start, `!` takes words, classes and mentions only",
            "write `!word`, `!<class>` or `!(a|b)`",
        )
    if any(isinstance(node, Not) and isinstance(node.item, Slot) and node.item.role for node in walk(tree)):
        return "`!` cannot rule out a role", "name a word, a class or a mention after `!`"
    return None


def _is_short(node: Node) -> bool:
    if isinstance(node, Choice):
        return all(_is_short(option) for option in node.options)
    short = isinstance(node, Slot) and not node.role and "phrase" not in node.types
    return short or isinstance(node, Word | ClassRef)
