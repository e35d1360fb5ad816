"""Quantities of a text: every number that measures or counts something, with unit, comparator and movement.

Numbers first (`numbers`), then for each what stands at it: money, percent or a measure (`measuring`), a
factor, a counted noun or nothing, which may mean that it counts nothing (`counting`). Pairs are then joined
to ranges (`ranges`), and the words around say how exact a figure is and which way it went (`surroundings`).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise

from pipeline.model import Mention, Quantity, Span
from pipeline.recognise import ellipsis
from pipeline.recognise.amounts import Amount
from pipeline.recognise.codes import find_codes
from pipeline.recognise.factors import Factor, factor_words
from pipeline.recognise.measuring import amount_of
from pipeline.recognise.numbers import find_numbers
from pipeline.recognise.ranges import join
from pipeline.recognise.spells import Spell, find_spells
from pipeline.recognise.surroundings import change_after, change_before, comparator_of, words_before

_NEAR = 40
_ARTICLES = frozenset(("a", "an", "the", "its", "their", "his", "her", "our"))
_BRACKET = re.compile(
    r"[^\W\d_ ]{0,12}[ \w-]{0,20}?\s?[(\[]\s?(?:(?:about|around|approximately|roughly|some|nearly|almost|or|"
    r"equivalent to|equal to|more than|over|i\.e\.|~|=|≈)\s?)*\Z"
)
_EXCHANGED = re.compile(r",? or (?:about |around |roughly |some |nearly |almost |just over |just under )?")
_LIST = re.compile(r"\s?[,;/]\s(?:or |and )?\Z")
_UP_TO = re.compile(r"(?:\s(?:to|or)\s|\s?[-–]\s?)")
_OUTSIDE = re.compile(r"[()\[\]]")
_OR = re.compile(
    r"(?:\s[\w-]+){0,2},?\s(?P<or>or|and)\s(?:by\s)?"
    r"(?:about\s|around\s|nearly\s|more than\s|almost\s|roughly\s|over\s)?"
)


@dataclass(slots=True)
class _Found:
    start: int
    end: int
    quantity: Quantity


class _Taken:
    """Spans that are spoken for, asked by overlap."""

    def __init__(self, spans: Sequence[Span]) -> None:
        ordered = sorted(spans)
        self.starts = [start for start, _ in ordered]
        self.ends: list[int] = []
        for _, end in ordered:
            self.ends.append(max(end, self.ends[-1]) if self.ends else end)

    def hit(self, start: int, end: int) -> bool:
        """Whether any span overlaps `start:end`."""
        index = bisect_right(self.starts, end - 1)
        return index > 0 and self.ends[index - 1] > start


def find_quantities(text: str, taken: Sequence[Span] = (), dollar: str = "USD") -> list[Mention]:
    """Every quantity of `text` in order of start, none overlapping `taken` (spans that are dates).

    `dollar` is the ISO 4217 code of a bare `$` (`dollars.dollar_of` tells it). A mention covers the value
    with its unit, without comparator words; for a count the number alone, with the counted noun in
    `Quantity.noun`. Ages are measures in `year_of_age`. Takes time linear in the text; no text raises.
    """
    spoken_for = _Taken([*taken, *find_codes(text)])
    amounts: list[Amount] = []
    for number in find_numbers(text):
        if spoken_for.hit(number.start, number.end):
            continue
        amount = amount_of(text, number, dollar, amounts[-1] if amounts else None)
        if amount is None or (not amount.united and _of_time(text, amount, spoken_for)):
            continue
        if not amounts or amount.start >= amounts[-1].end:
            amounts.append(amount)
    joined = [amount for amount in join(text, amounts) if not spoken_for.hit(amount.start, amount.end)]
    ellipsis.share(text, joined)
    found = [_Found(amount.start, amount.end, _quantity(text, amount)) for amount in joined]
    _link(text, found)
    _inherit(text, found)
    covered = _Taken([*taken, *((item.start, item.end) for item in found)])
    factors = (factor for factor in factor_words(text) if not covered.hit(factor.start, factor.end))
    found.extend(_Found(factor.start, factor.end, _factor(text, factor)) for factor in factors)
    spells = (spell for spell in find_spells(text) if not covered.hit(spell.start, spell.end))
    found.extend(_Found(spell.start, spell.end, _spell(text, spell)) for spell in spells)
    found.sort(key=lambda item: item.start)
    return [Mention(item.start, item.end, text[item.start : item.end], item.quantity) for item in found]


def _of_time(text: str, amount: Amount, taken: _Taken) -> bool:
    """Whether a bare figure is the lower end of a time: `four to` before `seven days earlier`."""
    between = _UP_TO.match(text, amount.end) if amount.noun is None else None
    return between is not None and taken.hit(between.end(), between.end() + 1)


def _quantity(text: str, amount: Amount) -> Quantity:
    words = words_before(text, amount.left)
    comparator = comparator_of(text, amount.left, amount.right, words)
    adjective = _led(text, amount, words)
    if adjective:
        comparator = "="
    before = None if adjective else change_before(words)
    change = amount.change or before or change_after(text, amount.right, amount.type == "percent")
    return Quantity(
        amount.type,
        _plain(amount.value),
        None if amount.most is None else _plain(amount.most),
        amount.unit,
        amount.noun,
        comparator,
        change,
        per=amount.per,
        minor=amount.minor,
        counted=amount.counted,
    )


def _led(text: str, amount: Amount, words: list[str]) -> bool:
    """Whether a figure with a hyphen is of its noun alone, behind an article: `cut the 18-hour trip`."""
    hyphen = text[amount.number.end : amount.number.end + 1] == "-" and amount.united
    return hyphen and amount.end > amount.number.end + 1 and bool(words) and words[-1] in _ARTICLES


def _factor(text: str, factor: Factor) -> Quantity:
    words = words_before(text, factor.start)
    comparator = comparator_of(text, factor.start, factor.end, words)
    return Quantity("number", factor.value, None, "factor", None, comparator, factor.change)


def _spell(text: str, spell: Spell) -> Quantity:
    words = words_before(text, spell.start)
    comparator = comparator_of(text, spell.start, spell.end, words)
    if spell.unit == "percentage_point":
        return Quantity("percent", spell.value, None, spell.unit, None, comparator, change_before(words))
    return Quantity("quantity", spell.value, None, spell.unit, None, comparator)


def _link(text: str, found: list[_Found]) -> None:
    """Link a figure to the one it repeats in another unit: `500 million yuan ($70.61 million)`, `or $70`."""
    for before, item in pairwise(found):
        one, two = before.quantity, item.quantity
        if item.start - before.end >= _NEAR or one.type != two.type or one.unit == two.unit:
            continue
        if two.type not in ("money", "quantity"):
            continue
        gap = text[before.end : item.start]
        exchanged = one.type == "money" and _EXCHANGED.fullmatch(gap)
        if exchanged or (_BRACKET.match(gap) and len(_OUTSIDE.findall(gap)) == 1):
            item.quantity = replace(two, same_as=(before.start, before.end))
        elif one.same_as is not None and _LIST.match(gap):
            item.quantity = replace(two, same_as=one.same_as)


def _inherit(text: str, found: list[_Found]) -> None:
    """Hand on what is said of the first of two: `lost 190 points, or 0.6%`, `over 100 km (60 miles)`."""
    for before, item in pairwise(found):
        one, two = before.quantity, item.quantity
        if item.start - before.end >= _NEAR:
            continue
        if two.same_as is not None and two.comparator == "=":
            item.quantity = replace(two, comparator=one.comparator)
        elif two.change is None and one.change is not None:
            match = _OR.fullmatch(text, before.end, item.start)
            if match is not None and (match["or"] == "or") != (one.unit == two.unit):
                item.quantity = replace(two, change=one.change)
            else:
                item.quantity = ellipsis.moved_too(text, one, before.end, two, item.start, item.end)


def _plain(value: Decimal) -> Decimal:
    """A decimal without the zeros and exponents that arithmetic left behind: `4.8E+6` is 4800000."""
    return Decimal(f"{value.normalize():f}")
