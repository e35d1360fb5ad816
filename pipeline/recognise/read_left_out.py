"""Readings of words that leave out the unit told before: `2% this year and 3% next`, `5% in the second`."""

from __future__ import annotations

import re

from pipeline.recognise.period_context import Context
from pipeline.recognise.read_dates import half, quarter
from pipeline.recognise.read_relative import which_unit
from pipeline.recognise.when import Unit, When

_FAR = 160
_FIGURE_ENDS = re.compile(
    r"(?:%|percent|per cent|\d|\w+illion|tonnes|tons|points?)\s(?:(?:in|for)\s)?\Z", re.IGNORECASE
)
_CLAUSE_ENDS = re.compile(r"\s?(?:[,.;:)–—]|\s(?:and|but|while|as|when|after|from|to|amid|against|the)\b|\Z)")
_THIS = re.compile(r"\b(?:this|last|next|current)\s(year|quarter|month)\b", re.IGNORECASE)
_UNITS: dict[str, Unit] = {"year": ("Y", 1), "quarter": ("M", 3), "month": ("M", 1)}
_PART = re.compile(
    r"\b(first|second|third|fourth|final|opening)[\s-](quarter|half)\b(?!\s(?:a|of\sthe\spopulation)\b)"
    r"(?:\s(?:of|in)\s((?:19|20)\d\d))?",
    re.IGNORECASE,
)
_ORDER = {"first": 1, "opening": 1, "second": 2, "third": 3, "fourth": 4, "final": 4}
_THAN = re.compile(r"\b(?:from|than|against|versus|vs\.?|over|on)\s(?:[^,;]{0,40}\s)?in\s$", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?][\"”’]?\s+(?=[A-Z\"“])|\n")


def unit_left_out(c: Context, h: int) -> When | None:
    """`4% this year and 3% next, the bank said`, `5% this quarter and 6% in the next`."""
    before = c.text[max(0, c.at - _FAR) : c.at]
    if not _FIGURE_ENDS.search(before) or not _CLAUSE_ENDS.match(c.text, c.end):
        return None
    told = _last(_THIS, before)
    return which_unit(c, h, _UNITS[told[1].lower()]) if told else None


def part_left_out(c: Context, o: int) -> When | None:
    """`rose 2% in the first quarter and 3% in the second`: of the sentence's quarters or halves."""
    if not _CLAUSE_ENDS.match(c.text, c.end):
        return None
    before = c.text[max(0, c.at - _FAR) : c.at]
    told = _last(_PART, before)
    if told is None:
        return None
    year = int(told[3]) if told[3] else None
    if year and o > _ORDER[told[1].lower()] and _THAN.search(before):
        year -= 1  # `from 9 in the fourth`, after the first of a year
    return {"quarter": quarter, "half": half}[told[2].lower()](c, o, year)


def _last(pattern: re.Pattern[str], before: str) -> re.Match[str] | None:
    """What a pattern finds last in the sentence that goes before."""
    ends = [end.end() for end in _SENTENCE_END.finditer(before)]
    found = list(pattern.finditer(before, ends[-1] if ends else 0))
    return found[-1] if found else None
