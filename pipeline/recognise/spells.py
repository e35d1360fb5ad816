"""Lengths of time told by an article, where a verb measures them: `took a day`, `lasted nearly an hour`."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from pipeline.rules.tables import table
from pipeline.rules.wording import any_of

_ONE, _MORE = Decimal(1), Decimal("1.5")
_MOST_COMPARED = 2


class Spell(NamedTuple):
    """The article with its unit of time, in the text."""

    start: int
    end: int
    value: Decimal
    unit: str


@cache
def _pattern() -> re.Pattern[str]:
    data = table("recognise/measured_time")
    compared = (
        f"(?:(?:{any_of(table('recognise/comparators')['before'])}|only|just)\\s){{0,{_MOST_COMPARED}}}"
    )
    measured = f"(?:{any_of(data['verbs'])})\\s(?:(?:{any_of(data['whom'])})\\s)?{compared}"
    return re.compile(
        rf"\b(?:{measured}|in\s(?:under|less than|just over|just under|little more than)\s)"
        rf"(?P<spell>an?\s(?P<unit>{any_of(data['units'])})\b(?P<half>\sand\sa\shalf\b)?)"
        rf"(?!-)(?!\s(?:{any_of(data['not_before'])})\b)"
    )


def find_spells(text: str) -> list[Spell]:
    """Every `a day`, `an hour` of the text that tells how long something took, in order."""
    return [
        Spell(*match.span("spell"), _MORE if match["half"] else _ONE, match["unit"].lower())
        for match in _pattern().finditer(text)
    ]
