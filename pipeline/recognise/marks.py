"""Feet and inches written with marks: `6'4"`, `8' tall`, `an altitude of 30'`."""

from __future__ import annotations

import re

from pipeline.recognise.units import Unit

_FOOT, _INCH = Unit("foot", "quantity"), Unit("inch", "quantity")
_WITH_INCHES = re.compile(r"['’′](?=\s?\d{1,2}(?:[\"”″]|''))")
_WITH_WORD = re.compile(r"['’′](?=[\s-](?:tall|wide|long|high|deep|thick|across|x|by)\b)")
_ALONE = re.compile(r"['’′](?![\w'’])")  # a mark of quotation but for the word before the figure
_AFTER_FEET = re.compile(r"\d['’′]\s?\Z")
_OF = re.compile(
    r"\b(?:heights?|altitudes?|elevations?|depths?|lengths?|widths?|clearances?|wingspans?)\s(?:of|is|was|at)\s(?:[a-z]+\s){0,2}\Z",
    re.IGNORECASE,
)
_LOOK_BACK = 60


def mark_after(text: str, start: int, end: int) -> tuple[int, Unit] | None:
    """Where the mark behind the number `text[start:end]` ends, and its unit; None for other marks."""
    if text[end : end + 1] in ('"', "”", "″") and _AFTER_FEET.search(text, max(0, start - 4), start):
        return end + 1, _INCH
    foot = _WITH_INCHES.match(text, end) or _WITH_WORD.match(text, end)
    if foot is None and _OF.search(text, max(0, start - _LOOK_BACK), start):
        foot = _ALONE.match(text, end)
    return (foot.end(), _FOOT) if foot is not None else None
