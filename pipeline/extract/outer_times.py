"""Times behind a relative clause between commas, put back to the clause around it.

A parser hangs the year of `He reopened the line, which is 9 km long, in 2023` on the clause before it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.extract.tree import Tree
from pipeline.model import Mention, Period

_HUNG = ("obl", "nmod", "obl:unmarked", "nmod:unmarked")


def with_outer_times(tree: Tree, mentions: Sequence[Mention]) -> Tree:
    """The tree with each time that follows such a clause and ends its part of the sentence hung outside."""
    heads, labels = list(tree.heads), list(tree.labels)
    for mention in mentions:
        if not isinstance(mention.value, Period) or mention.value.duration or mention.value.role == "since":
            continue
        covered = tree.tokens(mention.start, mention.end)
        last = next((at for at in covered if tree.heads[at] not in covered), None)
        verb = _outer(tree, last, covered[0]) if last is not None and tree.labels[last] in _HUNG else None
        if last is not None and verb is not None and tree.words[covered[-1] + 1 : covered[-1] + 2] != (",",):
            heads[last], labels[last] = verb, "obl"
    if (tuple(heads), tuple(labels)) == (tree.heads, tree.labels):
        return tree
    return replace(tree, heads=tuple(heads), labels=tuple(labels))


def _outer(tree: Tree, time: int, first: int) -> int | None:
    """The verb around a relative clause that a comma closes before a time, where the time hangs within."""
    start = min((first, *tree.children(time, "case")))
    clause = next((at for at in (time, *tree.above(time)) if tree.labels[at] == "acl:relcl"), None)
    if clause is None or clause > start or tree.words[start - 1] != ",":
        return None
    opens = tree.subtree(clause)[0]
    opens += tree.words[opens] == ","
    if tree.words[opens - 1] != "," or not tree.tags[opens].startswith("W"):
        return None
    above = (at for at in tree.above(clause) if tree.tags[at].startswith("VB"))
    return next((at for at in above if at < opens), None)
