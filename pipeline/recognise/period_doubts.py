"""Tell words of time from their doubles: may the verb, fall the verb, sat the verb."""

from __future__ import annotations

import re

from pipeline.rules.tables import table

_AFTER_PREPOSITION = re.compile(
    r"(?:\b(?:in|of|since|last|this|next|by|until|till|during|early|late|mid|and|for|from|between|before|after|the|through)"
    r"|\d|\d(?:st|nd|rd|th))"
    r"[\s-]+$",
    re.IGNORECASE,
)
_RANGE_LEFT = re.compile(r"\b[A-Z][a-z]{2,8}\.?\s?[-–—]\s?$")  # `January-August`
_MAY_LEFT = re.compile(r"\b(?:in|since|last|next|until|till|during|early|late|mid)[\s-]+$", re.IGNORECASE)
_DOUBTFUL = frozenset(("may", "march", "mar", "dec", "jan", "sep"))
_NUMBER_NEXT = re.compile(r"\.?,?[\s/-]*(?:the\s+)?(?:\d|'\d|first|second|third|twent|thirt|[a-z]+th\b)")
_CLAUSE_NEXT = re.compile(
    r"\s+(?:i|we|you|he|she|it|they|not|be|have|has|also|well|the|say|says|said|seem|need|take|help|cause|want"
    r"|require|include)\b",
    re.IGNORECASE,
)
_NAMED = re.compile(r"\b[A-Z][a-z]+\.?\s$|\b[A-Z][a-z]+ (?:and|&)\s$")
_QUARTERED = re.compile(r"[\s-](?:centur|hour|mile|pound|final)", re.IGNORECASE)
_SEASON_LEFT = re.compile(
    r"\b(?:in|this|last|next|current|the|of|by|until|till|since|before|after|during|early|late|mid|and|or|from)[\s-]+$",
    re.IGNORECASE,
)
_SEASON_LEFT_DOUBTFUL = re.compile(
    r"\b(?:in(?: the)?|this|last|next|by|until|since|during|early|late|mid|summer and|autumn and)[\s-]+$",
    re.IGNORECASE,
)
_SEASON_NEXT = re.compile(r",?\s+(?:of\s+)?(?:19|20)\d\d\b")
_WEEKDAY_SIDE = re.compile(
    r"(?:\b(?:on|next|last|this|by|until|since|of|and|or|week|from|to)|,)\s+$", re.IGNORECASE
)
_WORD = re.compile(r"\s([a-z]+)\b")
_WEEKDAY_NEXT = re.compile(r"[.,]|\s+\d|\s+(?:the\s+\d|[A-Z][a-z]{2})|[/-]|\s*$")


def is_month(text: str, word: str, start: int, end: int) -> bool:
    """Whether `May` is the month, not the verb or a name; in small letters only where time words lead it."""
    lower = text[start].islower()
    if word in _DOUBTFUL and (lower or text[start:end].isupper()):
        if _NUMBER_NEXT.match(text, end):
            return True
        led = (_MAY_LEFT if word == "may" else _AFTER_PREPOSITION).search(text, max(0, start - 12), start)
        return bool(led)
    if word in ("may", "march", "august"):
        if _RANGE_LEFT.search(text, max(0, start - 12), start):
            return True
        if _NUMBER_NEXT.match(text, end) or _AFTER_PREPOSITION.search(text, max(0, start - 12), start):
            return True
        return not (_CLAUSE_NEXT.match(text, end) or _NAMED.search(text, max(0, start - 40), start))
    return True


def is_quarter(text: str, end: int) -> bool:
    """Whether a `quarter` is three months, not a part of a century, an hour or a contest."""
    return _QUARTERED.match(text, end) is None


_CROP = re.compile(  # `sown with winter wheat`
    r"\s(?:wheat|barley|rye|oats|corn|maize|rapeseed|canola|rice|grains?|cereals?|beans?|peas|onions?|cabbages?|vegetables"
    r"|crops?|plantings?|chickens?|lambs?|squash|tyres?|tires?)\b",
    re.IGNORECASE,
)


def is_season(text: str, word: str, start: int, end: int) -> bool:
    """Whether `fall` is the season, and no kind of crop."""
    if _CROP.match(text, end):
        return False
    left = (_SEASON_LEFT_DOUBTFUL if word in ("fall", "spring") else _SEASON_LEFT).search(
        text, max(0, start - 14), start
    )
    return bool(left or _SEASON_NEXT.match(text, end) or start == 0)


def tells_sort(text: str, end: int) -> bool:
    """Whether a feast that ends here only tells what sort of thing follows: `Christmas sales`."""
    follows = _WORD.match(text, end)
    return follows is not None and follows[1] in table("recognise/calendar")["of_feasts"]


def is_weekday(text: str, start: int, end: int) -> bool:
    """Whether `Sat` or `mon` is a day."""
    if _WEEKDAY_SIDE.search(text[max(0, start - 12) : start]):
        return text[start].isupper() or bool(_WEEKDAY_NEXT.match(text, end))
    return bool(_WEEKDAY_NEXT.match(text, end)) and (text[start].isupper() or start == 0)
