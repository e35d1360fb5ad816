"""Quantities of a text: every number that measures or counts something, with its unit, comparator and movement.

Numbers first (`numbers`), then for each what stands at it: money, percent or measure (`units`), a factor (`factors`), a
counted noun (`nouns`) or nothing, which may mean that it counts nothing (`labels`). Pairs are then joined to ranges
(`ranges`), and the words around say how exact a figure is and which way it went (`surroundings`).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from pipeline.model import Mention, Quantity, Span
from pipeline.recognise.amounts import Amount, amount_of
from pipeline.recognise.factors import factor_words
from pipeline.recognise.numbers import find_numbers
from pipeline.recognise.ranges import join
from pipeline.recognise.surroundings import change_after, change_before, comparator_of, words_before

_BRACKET = re.compile(
    r"[^\W\d_ ]{0,12}[ \w-]{0,20}?\s?[(\[]\s?(?:(?:about|around|approximately|roughly|some|nearly|almost|or|equivalent to|equal to|"
    r"more than|over|i\.e\.|~|=|≈)\s?)*\Z"
)
_OR = re.compile(
    r"(?:\s[\w-]+){0,2},?\s(?P<or>or|and)\s(?:by\s)?(?:about\s|around\s|nearly\s|more than\s|almost\s|roughly\s|over\s)?"
)
_LIST = re.compile(r"\s?[,;/]\s(?:or |and )?\Z")
_OUTSIDE = re.compile(r"[()\[\]]")


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

    `dollar` is the ISO 4217 code of a bare `$` (`units.dollar_of` tells it). A mention covers the value with its unit,
    without comparator words; for a count the number alone, with the counted noun in `Quantity.noun`. Ages are measures
    in `year_of_age`. Takes time linear in the text; no text raises.
    """
    spoken_for = _Taken(taken)
    amounts: list[Amount] = []
    for number in find_numbers(text):
        if spoken_for.hit(number.start, number.end):
            continue
        amount = amount_of(text, number, dollar, amounts[-1].end if amounts else 0)
        if amount is not None and (not amounts or amount.start >= amounts[-1].end):
            amounts.append(amount)
    amounts = join(text, amounts)
    mentions = [_mention(text, amount) for amount in amounts if not spoken_for.hit(amount.start, amount.end)]
    mentions = _inherit(text, _same(text, mentions))
    covered = _Taken([*taken, *((m.start, m.end) for m in mentions)])
    for factor in factor_words(text):
        if not covered.hit(factor.start, factor.end):
            words = words_before(text, factor.start)
            comparator, _ = comparator_of(text, factor.start, factor.end, words)
            quantity = Quantity("number", factor.value, None, "factor", None, comparator, factor.change)
            mentions.append(Mention(factor.start, factor.end, text[factor.start : factor.end], quantity))
    return sorted(mentions, key=lambda mention: mention.start)


def _mention(text: str, amount: Amount) -> Mention:
    words = words_before(text, amount.left)
    comparator, _ = comparator_of(text, amount.left, amount.right, words)
    change = (
        amount.change or change_before(words) or change_after(text, amount.right, amount.type == "percent")
    )
    quantity = Quantity(
        amount.type,
        plain(amount.value),
        None if amount.most is None else plain(amount.most),
        amount.unit,
        amount.noun,
        amount.comparator or comparator,
        change,
        per=amount.per,
        minor=amount.minor,
        counted=amount.counted,
    )
    return Mention(amount.start, amount.end, text[amount.start : amount.end], quantity)


def _same(text: str, mentions: list[Mention]) -> list[Mention]:
    """Link a bracketed figure to the one it repeats in another unit: `500 million yuan ($70.61 million)`."""
    linked: list[Mention] = []
    for mention in mentions:
        before = linked[-1] if linked else None
        if before is not None and mention.start - before.end < 40:
            gap = text[before.end : mention.start]
            one, two = before.value, mention.value
            assert isinstance(one, Quantity)
            assert isinstance(two, Quantity)
            if one.type == two.type and two.type in ("money", "quantity") and one.unit != two.unit:
                first = None
                if _BRACKET.match(gap) and not _OUTSIDE.search(gap[:-1].rstrip("([ ")[:-1]):
                    first = before.span
                elif one.same_as is not None and _LIST.match(gap):
                    first = one.same_as
                if first is not None:
                    mention = replace(mention, value=replace(two, same_as=first))
        linked.append(mention)
    return linked


def _inherit(text: str, mentions: list[Mention]) -> list[Mention]:
    """Hand on what the words say of the first of two: `lost 190 points, or 0.6%`, `more than 100 km (60 miles)`."""
    handed: list[Mention] = []
    for mention in mentions:
        before = handed[-1] if handed else None
        if before is not None and mention.start - before.end < 40:
            one, two = before.value, mention.value
            assert isinstance(one, Quantity)
            assert isinstance(two, Quantity)
            if two.same_as is not None and two.comparator == "=":
                two = replace(two, comparator=one.comparator)
            elif (
                two.change is None
                and one.change is not None
                and (match := _OR.fullmatch(text[before.end : mention.start]))
            ):
                if (match["or"] == "or") != (one.unit == two.unit):
                    two = replace(two, change=one.change)
            mention = replace(mention, value=two)
        handed.append(mention)
    return handed


def plain(value: Decimal) -> Decimal:
    """A decimal without the zeros and exponents that arithmetic left behind: `4.8E+6` is 4800000."""
    return Decimal(f"{value.normalize():f}")
