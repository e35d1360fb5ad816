"""Digits that are dialled, filed or told, not counted: telephone numbers, clock times, road signs."""

from __future__ import annotations

import re
from functools import cache

from pipeline.model import Span
from pipeline.rules.tables import table

_LEAST, _MOST = 7, 15  # digits of a telephone number; the most is that of the international plan
_GROUPS = re.compile(
    r"(?<![\w.,/$€£-])(?P<plus>\+\s?)?(?P<area>\(\d{2,5}\)[ -]?)?"
    r"(?P<digits>\d{2,}(?:[ \N{NO-BREAK SPACE}-]\d{2,}){0,5}"
    r"|(?<=\+)\d{1,3}[ -](?:\(\d{2,5}\)[ -]?)?\d{2,}(?:[ -]\d{2,}){0,4})(?![\w%/]|[.,:]\d)"
)
_SPLIT = re.compile(r"\D+")
_DATE = re.compile(r"(?:1[5-9]|20)\d\d-\d\d(?:-\d\d|\d\d)?|\d\d?-\d\d?-(?:\d\d){1,2}")
_THOUSANDS = re.compile(r"[1-9]\d{0,2}(?:[ \N{NO-BREAK SPACE}]\d{3})+")
_YEAR = re.compile(r"(?:19|20)\d\d")
_LOCAL = re.compile(r"\d{3,5}-0\d{2,}")
_SCALE = re.compile(r"\s?(?:%|percent|per cent|hundred|thousand|million|billion|trillion)\b")
_WINDOW = 40
_CLOCK = re.compile(r"(?P<hour>[01]?\d|2[0-3])\.[0-5]\d")
_OPENS = re.compile(r"(?:\A|\n|[.!?][\"”’]?\s)[ \t]*[(\[]?\Z")
_HEADED = re.compile(r"(?:[)\]:]|\s?[-–—])?\s+[\"“‘]?[A-Z]|[)\]:]")
_OTHER_END = re.compile(r"\b0\d[.:][0-5]\d\s?(?:-|–|to|and|until|till)\s?\Z")
_BY_DAY = re.compile(
    r"\s(?:on\s(?:\w+\s)?)?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|today|tomorrow|yesterday|tonight|local|sharp"
    r"|in the (?:morning|afternoon|evening)|this (?:morning|afternoon|evening))\b"
)
_HOUR_BEFORE = re.compile(
    r"\b(?:(?:half|quarter) past|quarter to|(?:day|today|tomorrow|tonight) (?:at|until|from))\s\Z"
)
_HOUR_AFTER = re.compile(
    r"(?:\s(?:or|and|to)\s[a-z]+)?"
    r"\s(?:in the (?:morning|afternoon|evening)|this (?:morning|afternoon|evening)|at night|sharp)\b"
)
_ADVERBIAL = re.compile(r"\b(?P<at>at|by|until|till|from|before|after|around|At|By|Until|From|Around)\s\Z")


@cache
def _called() -> re.Pattern[str]:
    """The words that bring in a telephone number, at the end of what stands before it."""
    words = "|".join(map(re.escape, table("recognise/context")["telephone"]))
    return re.compile(
        rf"\b(?:{words})\b[.:]?(?: (?:on|at|is|number|no\.?|line|us|us on|him on|her on|them on|the))*:? ?\Z",
        re.I,
    )


def find_codes(text: str) -> list[Span]:
    """Spans of telephone and file numbers, in order: `01555 010 199`, `+1 (212) 555-0199`, `4402-118-22`."""
    return [
        match.span()
        for match in _GROUPS.finditer(text)
        if len(match.group()) > 4 and _is_code(text, match) and not _SCALE.match(text, match.end())
    ]


def _is_code(text: str, match: re.Match[str]) -> bool:
    groups = [group for group in _SPLIT.split(match.group()) if group]
    size = sum(map(len, groups))
    if size > _MOST and len(groups) < 2:
        return False
    if match["plus"] or match["area"]:
        return size >= _LEAST
    digits = match["digits"]
    if _DATE.fullmatch(digits) or _THOUSANDS.fullmatch(digits):
        return False
    if len(groups) > 1 and (groups[0][0] == "0" or (groups[1][0] == "0" and len(groups[0]) > 3)):
        return size >= _LEAST
    if _LOCAL.fullmatch(digits) or (digits.count("-") > 1 and not all(map(_YEAR.fullmatch, groups))):
        return True
    called = _called().search(text[max(0, match.start() - _WINDOW) : match.start()])
    return called is not None and (size >= _LEAST or (len(groups) == 1 and size > 4))


def is_clock(text: str, start: int, end: int) -> bool:
    """Whether a bare figure is a time with a full stop: `08.40`, `starts at 19.45`, `at 6.45 on Saturday`."""
    match = _CLOCK.fullmatch(text, start, end)
    if match is None:
        return False
    if len(match["hour"]) == 2 and match["hour"][0] == "0":
        return True
    before = text[max(0, start - _WINDOW) : start]
    if len(match["hour"]) == 2 and _OPENS.search(before) and _HEADED.match(text, end):
        return True
    if _OTHER_END.search(before):
        return True
    adverbial = _ADVERBIAL.search(before)
    if adverbial is None:
        return False
    words = re.split(r"[.!?;]\s", before)[-1].lower().replace(",", " ").split()
    data = table("recognise/context")
    if any(word in data["quoted"] for word in words):
        return False
    if adverbial["at"][0].isupper() or _BY_DAY.match(text, end):
        return True
    return any(word in data["starting"] for word in words[-4:-1])


def is_hour(text: str, start: int, end: int) -> bool:
    """Whether a number word tells the time of day: `half past five`, `from three in the morning`."""
    if _HOUR_BEFORE.search(text[max(0, start - _WINDOW) : start]):
        return True
    return (
        _HOUR_AFTER.match(text, end) is not None
        and _ADVERBIAL.search(text[max(0, start - _WINDOW) : start]) is not None
    )


def is_sign(text: str, start: int, end: int, letter: str) -> bool:
    """Whether a letter and the figure `text[start:end]` name a thing: `the N236` a road, `P45` a form.

    Letters that may be currencies are so before scaled, grouped and broken figures, and where the text
    shows elsewhere that it reckons in them.
    """
    shown = table("recognise/currencies")["shown_by"].get(letter.strip())
    if shown is None or not text[start:end].isdecimal() or end - start > 4:
        return False
    if any(word in text for word in shown):
        return False
    own = re.search(
        rf"(?<!\w){re.escape(letter)}\d{{1,3}}(?:,\d{{3}}|\.\d|\d*\s?(?:[mb]illion|trillion|[mb]n|[mb])\b)",
        text,
    )
    return own is None
