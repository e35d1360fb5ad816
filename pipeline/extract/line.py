"""A sentence as rules see it: one element for each mention and for each token outside mentions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from pipeline.extract.tree import Tree
from pipeline.model import Mention, Name, Ordinal, Period, Quantity
from pipeline.rules.alphabet import Alphabet

_TIME_UNITS = frozenset({
    "second", "minute", "hour", "day", "week", "month", "quarter", "year", "decade", "century", "year_of_age",
    "month_of_age", "week_of_age", "day_of_age", "decade_of_age", "century_of_age",
})  # fmt: skip
_SIGNS = "+-−–"
_COLLAPSED = (Quantity, Period, Ordinal, Name)
_RANK = {kind: number for number, kind in enumerate(_COLLAPSED)}


class Element(NamedTuple):
    """A mention or a token: tokens `first` to `last` of the tree, both inclusive."""

    first: int
    last: int
    mention: Mention | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence ready to match: `chars` are the characters of its elements, `held` is what `held` gives,
    and `marks[i]` the element's lower-case word or the characters of its mention.
    """

    tree: Tree
    elements: tuple[Element, ...]
    chars: str
    held: frozenset[str]
    marks: tuple[str, ...] = ()

    def words(self, first: int, end: int) -> tuple[str, ...]:
        """Lower-case words of elements `first` to `end` (exclusive)."""
        return tuple(
            self.tree.lowered[token]
            for element in self.elements[first:end]
            for token in range(element.first, element.last + 1)
        )

    def span(self, first: int, end: int) -> tuple[int, int]:
        """Character span in the article of elements `first` to `end` (exclusive)."""
        opening, closing = self.elements[first], self.elements[end - 1]
        start = opening.mention.start if opening.mention else self.tree.starts[opening.first]
        stop = closing.mention.end if closing.mention else self.tree.ends[closing.last]
        return (start, stop)


def mention_type(mention: Mention) -> str:
    """The name by which rules call the type of a mention."""
    value = mention.value
    if isinstance(value, Quantity):
        if value.unit == "factor":
            return "factor"
        if value.unit in _TIME_UNITS:
            return "duration"
        if value.type == "percent" and mention.text[0] in _SIGNS:
            return "signed"
        if value.type == "quantity":
            return "measure" if value.unit else "count"
        return "count" if value.type == "number" else value.type
    if isinstance(value, Ordinal):
        return "superlative" if value.superlative else "ordinal"
    if isinstance(value, Period):
        if value.duration:
            return "duration"
        return "earlier" if (value.shift or "").startswith("-") else "period"
    if isinstance(value, Name):
        return "adjective" if value.adjective else value.type
    raise TypeError(f"{type(value).__name__} mentions are no elements of a line")


def make_line(tree: Tree, mentions: Iterable[Mention], alphabet: Alphabet) -> Line:
    """The line of one sentence, from its tree and the mentions that lie in it."""
    elements: list[Element] = []
    chars: list[str] = []
    marks: list[str] = []
    chosen = _without_overlaps([mention for mention in mentions if isinstance(mention.value, _COLLAPSED)])
    token, count = 0, len(tree.words)
    for mention in chosen:
        while token < count and tree.ends[token] <= mention.start:
            elements.append(Element(token, token))
            marks.append(tree.lowered[token])
            chars.append(alphabet.token(marks[-1], tree.tags[token]))
            token += 1
        first = token if token < count and tree.starts[token] < mention.end else max(token - 1, 0)
        last = first
        while last + 1 < count and tree.starts[last + 1] < mention.end:
            last += 1
        elements.append(Element(first, last, mention))
        marks.append(alphabet.mention[mention_type(mention)])
        chars.append(marks[-1])
        token = max(token, last + 1)
    for rest in range(token, count):
        elements.append(Element(rest, rest))
        marks.append(tree.lowered[rest])
        chars.append(alphabet.token(marks[-1], tree.tags[rest]))
    return Line(tree, tuple(elements), "".join(chars), held(tree.words, chosen, alphabet), tuple(marks))


def held(words: Iterable[str], mentions: Iterable[Mention], alphabet: Alphabet) -> frozenset[str]:
    """What a sentence holds that a rule may want: words in lower case and the characters of mentions."""
    types = {mention_type(mention) for mention in mentions if isinstance(mention.value, _COLLAPSED)}
    return frozenset(map(str.lower, words)).union(alphabet.mention[name] for name in types)


def _without_overlaps(mentions: Sequence[Mention]) -> list[Mention]:
    """Mentions that share no text, in order; figures win over periods, those over ordinals, then names."""
    kept: list[Mention] = []
    for mention in sorted(mentions, key=lambda m: (_RANK[type(m.value)], m.start, -m.end)):
        if all(mention.end <= other.start or other.end <= mention.start for other in kept):
            kept.append(mention)
    return sorted(kept, key=lambda m: m.start)
