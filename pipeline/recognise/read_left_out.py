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
    r"\b(?:first|second|third|fourth|final|opening)[\s-](quarter|half)\b(?!\s(?:a|of\sthe\spopulation)\b)",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.!?][\"”’]?\s+(?=[A-Z\"“])|\n")


def unit_left_out(c: Context, h: int) -> When | None:
    """`4% this year and 3% next, the bank said`, `5% this quarter and 6% in the next`."""
    before = c.text[max(0, c.at - _FAR) : c.at]
    if not _FIGURE_ENDS.search(before) or not _CLAUSE_ENDS.match(c.text, c.end):
        return None
    told = _last(_THIS, before)
    return which_unit(c, h, _UNITS[told]) if told else None


def part_left_out(c: Context, o: int) -> When | None:
    """`rose 2% in the first quarter and 3% in the second`: of the sentence's quarters or halves."""
    if not _CLAUSE_ENDS.match(c.text, c.end):
        return None
    told = _last(_PART, c.text[max(0, c.at - _FAR) : c.at])
    return {"quarter": quarter, "half": half}[told](c, o) if told else None


def _last(pattern: re.Pattern[str], before: str) -> str | None:
    """The unit that a pattern finds last in the sentence that goes before."""
    ends = [end.end() for end in _SENTENCE_END.finditer(before)]
    found = pattern.findall(before, ends[-1] if ends else 0)
    return found[-1].lower() if found else None
