"""For which period a claim holds, and with which it is compared."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline import edtf
from pipeline.extract.sentence import Sentence
from pipeline.model import Mention, Period

_ACROSS_FIGURE = 7
_ACROSS_CLAUSE = 5
_COMPARED = frozenset({
    "from", "against", "than", "versus", "vs", "over", "compared", "comparison", "on", "year-on-year", "to", "with",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class TimedMention:
    """A period mention with the tokens it covers."""

    first: int
    last: int
    mention: Mention
    period: Period


def timed(sentence: Sentence) -> list[TimedMention]:
    """The calendar periods named in a sentence, in order; durations are none."""
    found = []
    for element in sentence.line.elements:
        value = element.mention.value if element.mention is not None else None
        if isinstance(value, Period) and not value.duration and element.mention is not None:
            found.append(TimedMention(element.first, element.last, element.mention, value))
    return found


def is_comparison(sentence: Sentence, item: TimedMention) -> bool:
    """Whether a period is brought in as what something is compared with."""
    if item.period.role == "base" or item.period.shift not in (None, "P0D"):
        return True
    tree = sentence.tree
    before = [tree.words[t].lower() for t in range(max(0, item.first - 3), item.first)]
    return bool(before) and (before[-1] in ("than", "against", "versus", "vs") or "compared" in before)


def distance(sentence: Sentence, token: int, item: TimedMention) -> int:
    """How far a period stands from a figure: words between, dearer across another figure or a clause end."""
    tree = sentence.tree
    low, high = (item.last, token) if item.last < token else (token, item.first)
    cost = high - low
    counted = set()
    for between in range(low + 1, high):
        mention = sentence.at[between]
        if sentence.quantity(between) is not None and mention is not sentence.at[token]:
            counted.add(id(mention))
        if tree.words[between] in (";", ":", "–", "—") or tree.words[between].lower() in ("while", "but", "whereas"):
            cost += _ACROSS_CLAUSE
    cost += _ACROSS_FIGURE * len(counted)
    if item.first <= 4 and item.last < token:
        cost = min(cost, 6 + 2 * len(counted))
    return cost


def own_period(sentence: Sentence, token: int, used: frozenset[int] = frozenset()) -> str | None:
    """The EDTF of the period that a figure's own sentence gives it, or None."""
    options = [
        (distance(sentence, token, item), item.first, item)
        for item in timed(sentence)
        if item.first not in used and item.period.edtf and not is_comparison(sentence, item)
    ]
    if not options:
        return None
    return min(options, key=lambda option: option[:2])[2].period.edtf


def own_base(sentence: Sentence, token: int) -> Period | None:
    """The period that the sentence compares a figure with, or None."""
    options = [
        (distance(sentence, token, item) + (8 if item.last < token else 0), item.first, item)
        for item in timed(sentence)
        if is_comparison(sentence, item)
    ]
    options = [option for option in options if option[0] <= 25]
    return min(options, key=lambda option: option[:2])[2].period if options else None


def resolved(base: Period, period: str | None) -> str | None:
    """The EDTF of a base period, given the period of its claim."""
    if base.shift and base.shift != "P0D" and period and ".." not in period:
        try:
            return edtf.shift(period, base.shift)
        except ValueError:
            return base.edtf or None
    return base.edtf or None
