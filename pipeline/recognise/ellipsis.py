"""What a bare figure takes from its neighbour where it is left out: `12 mm in May and 7 in June`."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from pipeline.model import Quantity
from pipeline.recognise.amounts import Amount
from pipeline.recognise.labels import MEMBER

_DAYS = (  # days and months, and places told in the same way
    r"(?:(?:19|20)\d\d|[A-Z][a-z]+(?:\s(?:19|20)\d\d)?|the\s[\w-]+(?:\s(?:quarter|half|month|week|year))?)"
)
_WHEN = (
    rf"(?:(?:in|during|for|on)\s{_DAYS}|(?:last|this|the previous)\s[a-z]+|a\s[a-z]+\s(?:ago|earlier|before))"
)
_ABOUT = r"(?:about|around|some|nearly|almost|only|just|roughly|over|under)"
_SET_BESIDE = re.compile(
    rf"(?:\s[a-z-]+){{0,3}}?\s{_WHEN},?\s(?:and|but|against|versus|compared (?:with|to))\s(?:{_ABOUT}\s)?"
)
_AT_WHEN = re.compile(rf",?\s{_WHEN}\b")
_TO_RANGE = re.compile(rf"\sto\s(?:(?:{_ABOUT}|between)\s)?")
_A_TIME_TO = re.compile(rf"\s(?:an?|per|each|every|the)\s[a-z]+\sto\s(?:{_ABOUT}\s)?")
_SET_AGAINST = re.compile(
    r",?\s(?:instead of|rather than|(?:(?:up|down) )?from|against|versus|compared (?:with|to))\s"
    rf"(?:{_ABOUT}\s)?"
)
_FROM = re.compile(r"\bfrom\s(?:[a-z]+\s){0,2}\Z", re.IGNORECASE)
_BESIDE = 60  # characters in which the second figure comes
_IN_SERIES = re.compile(MEMBER)
_OF_OTHER_SIZE = 100

_BASE = (
    r"(?:on the [a-z]+|(?:from|over|on|compared (?:with|to)) [^,;.\d]{2,30}?"
    r"|(?:year|month|quarter|week)[- ]on[- ][a-z]+)"
)
_MOVED_TOO = re.compile(rf"\s{_BASE}\s(?:and|but|or)\s(?:by\s)?(?:{_ABOUT}\s)?")
_ON_BASE = re.compile(rf"\s{_BASE}(?=[\s,.;]|\Z)")


def share(text: str, amounts: list[Amount]) -> None:
    """Give bare figures the unit, the noun or the scale of their neighbours, in place."""
    for one, two in pairwise(amounts):
        if two.start - one.end > _BESIDE:
            continue
        gap = text[one.end : two.start]
        if _bare(two) and _alike(one, two) and _SET_BESIDE.fullmatch(gap) and _AT_WHEN.match(text, two.end):
            _hand_on(one, two)
        elif (
            _bare(one)
            and two.most is not None
            and two.united
            and _TO_RANGE.fullmatch(gap)
            and _FROM.search(text, max(0, one.start - _BESIDE), one.start)
        ):
            _take_back(one, two)
        elif (
            _bare(two)
            and one.united
            and one.scaled == two.scaled
            and _A_TIME_TO.fullmatch(gap)
            and _FROM.search(text, max(0, one.start - _BESIDE), one.start)
        ):
            _hand_on(one, two)
        elif _bare(one) and two.united and one.scaled == two.scaled and _SET_AGAINST.fullmatch(gap):
            _hand_on(two, one)
        elif _bare(two) and one.scaled and not two.scaled and _IN_SERIES.fullmatch(gap):
            _scale_too(one, two)


def moved_too(text: str, one: Quantity, end: int, two: Quantity, start: int, after: int) -> Quantity:
    """The second of two moves with the first: `fell 2% on the month and 9% on the year`."""
    if two.change is not None or one.change is None or one.unit != two.unit:
        return two
    if not (_MOVED_TOO.fullmatch(text, end, start) and _ON_BASE.match(text, after)):
        return two
    return replace(two, change=one.change)


def _bare(amount: Amount) -> bool:
    return not amount.united and amount.noun is None and amount.most is None


def _alike(one: Amount, two: Amount) -> bool:
    """Whether both figures may be of one kind: neither a year nor a count in words beside a measure."""
    if one.scaled != two.scaled and not (two.number.grouped and one.value < two.value * 100):
        return False
    if (
        one.unit in ("factor", "year_of_age")
        or one.minor is not None
        or two.number.fraction
        or two.number.worded != one.number.worded
    ):
        return False
    return one.united or one.noun is not None


def _hand_on(one: Amount, two: Amount) -> None:
    two.type, two.unit, two.united, two.per = one.type, one.unit, one.united, one.per
    two.noun, two.counted = one.noun, one.counted


def _scale_too(one: Amount, two: Amount) -> None:
    """`8.6 billion tonnes, Chile 2.6`: so many billions as well, if that makes them of like size."""
    value = two.value * one.number.scale
    if not two.number.worded and one.value / _OF_OTHER_SIZE <= value <= one.value * _OF_OTHER_SIZE:
        two.value, two.scaled, two.number = value, True, replace(two.number, scale=one.number.scale)


def _take_back(one: Amount, two: Amount) -> None:
    """`from 1.5 to 2-3 million tonnes`: the first figure has the unit of the range, and its scale."""
    if two.unit == "factor" or two.minor is not None or one.scaled or one.number.fraction:
        return
    one.type, one.unit, one.united, one.per = two.type, two.unit, True, two.per
    scale = abs(two.value) / two.number.value if two.scaled and two.number.value else None
    if scale is not None and one.value < two.number.value * 10:
        one.value *= scale
        one.scaled = True
