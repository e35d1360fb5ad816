"""Rules that nearly matched a sentence: the element at which each failed, and what stood there instead."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from pipeline.extract.line import Line
from pipeline.extract.match import Match, elements
from pipeline.extract.sentence import Sentence
from pipeline.rules.alphabet import WIDTH, Alphabet
from pipeline.rules.classes import WordClasses
from pipeline.rules.compile import CompiledRule, CompiledRules
from pipeline.rules.grammar import Choice, ClassRef, Gap, Node, Not, Sequence, Slot, Word
from pipeline.rules.rule import Rule

Way = Literal["instead", "before", "missing"]
_WAYS: tuple[Way, ...] = ("instead", "before", "missing")
_MOST_BEFORE = 3
_ANY = "." * WIDTH
_LEAST = 1.5
_SHORT = 4  # letters of a word that stands everywhere
_TAGS = {"verbs": ("V",), "nouns": ("N",), "words": ("J", "R", "I")}


@dataclass(frozen=True, slots=True)
class Miss:
    """A rule that would have matched but for one element: `stood` where it was wanted (`how`: instead of it,
    before it, or nothing). `matched` is the text of all the rest; `nearness` is higher for rules that asked
    for more.
    """

    rule: Rule
    element: str
    column: int
    how: Way
    stood: str
    matched: str
    nearness: float


def nearest_misses(
    rules: CompiledRules,
    sentence: Sentence,
    matches: Iterable[Match],
    figures: Mapping[int, int],
    most: int = 6,
) -> list[Miss]:
    """The nearest misses of claim rules other than those of `matches`, the nearest first, one of each rule.

    `figures` are the tokens of figures with the priority of the rule that claims each, -1 for none: rules
    that could claim a figure come first. Of equally near ones the one that would win stands first.
    """
    line = sentence.line
    matched = {match.rule.id for match in matches}
    best: dict[str, Miss] = {}
    for compiled in rules.rules:
        if compiled.rule.id in matched or not compiled.rule.makes:
            continue
        for miss in _misses(compiled.rule, rules.alphabet, line, figures):
            before = best.get(miss.rule.id)
            if miss.nearness >= _LEAST and (before is None or miss.nearness > before.nearness):
                best[miss.rule.id] = miss
    order = sorted(best.values(), key=lambda miss: (-miss.nearness, -miss.rule.priority, miss.rule.id))
    return order[:most]


class _Relaxed(CompiledRule):
    """A rule in which one element may be something else, stand later, or be missing."""

    def __init__(self, rule: Rule, alphabet: Alphabet, loose: Node, way: Way) -> None:
        self._loose, self._way = loose, way
        super().__init__(rule, alphabet)

    def _write(self, node: Node, first: bool = True) -> str:
        if node is not self._loose:
            return super()._write(node, first)
        if self._way == "instead":
            return f"(?P<stood>{_ANY})"
        if self._way == "before":
            return f"(?P<stood>(?:{_ANY}){{1,{_MOST_BEFORE}}}?){super()._write(node, first)}"
        return "(?P<stood>)"


def _misses(rule: Rule, alphabet: Alphabet, line: Line, figures: Mapping[int, int]) -> Iterator[Miss]:
    wanted = list(_wanted(rule.tree))
    absent = [node for node in wanted if not _present(node, alphabet, line)]
    if len(absent) > 1:
        return
    for loose in absent or wanted:
        rest = sum(_weight(node) for node in wanted if node is not loose)
        for way in _WAYS if not isinstance(loose, Not) else ("missing",):
            if (way != "instead" and loose is wanted[0]) or (way == "missing" and rest < 2):
                continue  # words before the first element, or that element left out, say nothing of the rule
            relaxed = _Relaxed(rule, alphabet, loose, way)
            start = 0
            while (found := relaxed.expression.search(line.chars, start)) and found.end() > found.start():
                start = found.start() + WIDTH
                place, (first, end) = elements(found), elements(found, "stood")
                fit = (
                    _fit(loose, line, first, alphabet.classes)
                    if way == "instead"
                    else -float(way == "missing")
                )
                gain = _gain(line, place, figures, rule.priority)
                yield Miss(
                    rule, written(loose), getattr(loose, "column", 0), way,
                    _text(line, first, end), _text(line, *place), rest + fit + gain,
                )  # fmt: skip


def _wanted(node: Node) -> Iterator[Node]:
    """The elements that every match must have, or must not have (`!`), in reading order."""
    if isinstance(node, Sequence):
        for item in node.items:
            yield from _wanted(item)
    elif isinstance(node, Word | ClassRef | Choice | Not) or (isinstance(node, Slot) and not node.role):
        yield node


def _present(node: Node, alphabet: Alphabet, line: Line) -> bool:
    """Whether the line holds anything that the element could begin with; True where that is not known."""
    wanted = frozenset() if isinstance(node, Not) else alphabet.wants(node)
    return not wanted or not wanted.isdisjoint(line.held)


def _weight(node: Node) -> float:
    """How much it says that an element is there: a class or long word much, a preposition little."""
    if isinstance(node, Slot):
        return 0.25 if {"phrase", "noun"} & set(node.types) else 1.0
    if isinstance(node, Not):
        return 0.0
    return 1.0 if isinstance(node, Word) and len(node.text) <= _SHORT else 3.0


def _fit(loose: Node, line: Line, at: int, classes: WordClasses) -> float:
    """How well what stood would do: a verb where a class of verbs was wanted is likely a gap in the class."""
    mentioned = line.elements[at].mention is not None
    if not isinstance(loose, ClassRef) or mentioned or not line.tree.tags:
        return -float(mentioned and not isinstance(loose, Slot))
    tag = line.tree.tags[line.elements[at].first]
    parts = [name if "." in name else f"{name}.{part}" for name in loose.names for part in _TAGS]
    return float(any(tag.startswith(_TAGS[part.rpartition(".")[2]]) for part in parts if classes.forms[part]))


def _gain(line: Line, span: tuple[int, int], figures: Mapping[int, int], priority: int) -> float:
    """Whether the rule would have claimed a figure that nobody claims, or a rule of lower priority."""
    tokens = (
        token for element in line.elements[slice(*span)] for token in range(element.first, element.last + 1)
    )
    return float(any(figures.get(token, priority) < priority for token in tokens))


def _text(line: Line, first: int, end: int) -> str:
    tree = line.tree
    tokens = [t for element in line.elements[first:end] for t in range(element.first, element.last + 1)]
    return " ".join(tree.words[token] for token in tokens)


def written(node: Node) -> str:
    """An element as a pattern writes it."""
    if isinstance(node, Word):
        return node.text
    if isinstance(node, ClassRef):
        return f"<{'|'.join(node.names)}>"
    if isinstance(node, Slot):
        kinds = "|".join(node.types)
        return f"{{{node.name}}}" if kinds == node.name else f"{{{node.name}:{kinds}}}"
    if isinstance(node, Not):
        return "!" + written(node.item)
    if isinstance(node, Gap):
        return ".." if node.short else "..."
    if isinstance(node, Choice):
        return f"({'|'.join(written(option) for option in node.options)})"
    if isinstance(node, Sequence):
        return " ".join(map(written, node.items))
    return f"[{written(node.item)}]"
