"""Patterns and class entries that no text can ever match, and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, groupby, islice, product
from pathlib import Path

from pipeline.author.reading import PUBLISHED
from pipeline.model import Document, Name, Ordinal, Period, Quantity
from pipeline.recognise.recogniser import Recogniser
from pipeline.rules.alphabet import FIGURES, MENTION_TYPES, UNIONS, Alphabet, tokens
from pipeline.rules.compile import CompiledRule
from pipeline.rules.grammar import Choice, ClassRef, Node, Not, Optional, Slot, Word
from pipeline.rules.grammar import Sequence as Series
from pipeline.rules.library import RuleLibrary
from pipeline.rules.problems import Problem
from pipeline.rules.rule import Rule

_MOST_PATHS = 300
_FIGURE_TYPES = frozenset({*FIGURES, "number", "amount"})


def dead_patterns(library: RuleLibrary, folders: Sequence[Path] = ()) -> Iterator[Problem]:
    """Patterns that match nothing: they hold nothing but roles and options, contradict themselves, or want
    words that rules never see because a mention covers them. With `folders`, those of their rules only.
    """
    covered = _Covered()
    for compiled in library.compiled.rules:
        if not folders or any(Path(compiled.rule.file).is_relative_to(folder) for folder in folders):
            yield from _dead(compiled, library.compiled.alphabet, covered)


def _dead(compiled: CompiledRule, alphabet: Alphabet, covered: _Covered) -> Iterator[Problem]:
    rule = compiled.rule
    if compiled.expression.search("") is not None:
        yield _problem(rule, f"`{rule.pattern}` matches nothing at all",
                       "add a word, a <class> or a {slot:type} that must stand in the text")  # fmt: skip
        return
    if not compiled.found_by:
        yield _problem(rule, f"`{rule.pattern}` has nothing that it could be found by",
                       "add a word of three letters, a <class> or a mention outside [ ]")  # fmt: skip
        return
    if not any(compiled.expression.search(sample) for sample in _samples(rule.tree, alphabet)):
        yield _problem(
            rule, f"`{rule.pattern}` can never match: it rules out what it asks for", "look at the `!`"
        )
    for words, after_figure in _runs(rule.tree):
        hidden = covered.by(" ".join(word.text for word in words), after_figure)
        if hidden is not None:
            text, kind = hidden
            yield _problem(rule, f"`{text}` is never seen as words: it is read as {kind} before rules run",
                           "write a {slot} of that type", words[0].column - 1)  # fmt: skip


def _problem(rule: Rule, message: str, remedy: str, offset: int = 0) -> Problem:
    return Problem(rule.file, rule.pattern_place, message, remedy, offset)


def _samples(node: Node, alphabet: Alphabet) -> Iterator[str]:
    """Lines that the node matches if nothing in it forbids: some of every way through it."""
    for path in _paths(node):
        parts = [_forms(leaf, alphabet) for leaf in path]
        most = max((len(part) for part in parts), default=1)
        for number in range(most):
            yield "".join(part[number % len(part)] for part in parts)


def _forms(leaf: Node, alphabet: Alphabet) -> list[str]:
    if isinstance(leaf, Word):
        return [_line(leaf.text, alphabet)]
    if isinstance(leaf, ClassRef):
        return [_line(form, alphabet) for name in leaf.names for form in sorted(alphabet.classes.forms[name])]
    if isinstance(leaf, Slot) and not leaf.role:
        kinds = [kind for name in leaf.types for kind in UNIONS.get(name, (name,))]
        return [
            alphabet.mention[kind]
            if kind in MENTION_TYPES
            else alphabet.token("", "VB" if kind == "verb" else "NN")
            for kind in kinds
        ]
    return [""]


def _line(text: str, alphabet: Alphabet) -> str:
    return "".join(alphabet.token(token, "") for token in tokens(text))


def _paths(node: Node) -> list[tuple[Node, ...]]:
    """The ways through a pattern, each as its words, classes, slots and gaps; the first of very many."""
    if isinstance(node, Series):
        parts = [_paths(item) for item in node.items]
        return [tuple(chain.from_iterable(chosen)) for chosen in islice(product(*parts), _MOST_PATHS)]
    if isinstance(node, Choice):
        return [path for option in node.options for path in _paths(option)]
    if isinstance(node, Optional):
        return [*_paths(node.item), ()]
    return [()] if isinstance(node, Not) else [(node,)]


def _runs(tree: Node) -> Iterator[tuple[list[Word], bool]]:
    """Words side by side on a way through a pattern, and whether a figure stands right before them."""
    for path in _paths(tree):
        for words, group in groupby(enumerate(path), key=lambda item: isinstance(item[1], Word)):
            if words:
                run = list(group)
                before = path[run[0][0] - 1] if run[0][0] else None
                figure = isinstance(before, Slot) and not _FIGURE_TYPES.isdisjoint(before.types)
                yield [word for _, word in run if isinstance(word, Word)], figure


class _Covered:
    """Asks the recogniser which words it takes for itself; each text once."""

    def __init__(self) -> None:
        self._recogniser = Recogniser()
        self._known: dict[tuple[str, bool], tuple[str, str] | None] = {}

    def by(self, text: str, after_figure: bool) -> tuple[str, str] | None:
        """The words that a mention takes and the kind of it, None where rules see all of them."""
        if (text, after_figure) not in self._known:
            self._known[text, after_figure] = self._ask(text, after_figure)
        return self._known[text, after_figure]

    def _ask(self, text: str, after_figure: bool) -> tuple[str, str] | None:
        lead = "7 " if after_figure else ""
        for mention in self._recogniser(Document("pattern", lead + text, published=PUBLISHED)).mentions:
            if mention.end > len(lead) and isinstance(mention.value, Quantity | Period | Ordinal | Name):
                return mention.text.removeprefix(lead), _KINDS[type(mention.value)]
        return None


_KINDS = {Quantity: "part of a figure", Period: "a period", Ordinal: "an ordinal", Name: "a name"}
