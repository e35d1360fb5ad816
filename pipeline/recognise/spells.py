"""What an article tells one of: a length of time where a verb measures it (`took a day`, `lasted nearly an
hour`), and a percentage point.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from pipeline.rules.tables import table
from pipeline.rules.wording import any_of

_POINT = re.compile(r"\b(?:an?|one)\s(?:(?:full|whole|entire)\s)?percentage[ -]point\b")
_WHOLE = r"(?:(?:full|whole|entire)\s)?"
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
        rf"(?P<spell>an?\s{_WHOLE}(?P<unit>{any_of(data['units'])})\b(?P<half>\sand\sa\shalf\b)?)"
        rf"(?!-)(?!\s(?:{any_of(data['not_before'])})\b)"
    )


def find_spells(text: str) -> list[Spell]:
    """Every `a day` of the text that tells how long something took, and every `a percentage point`."""
    times = (
        Spell(*match.span("spell"), _MORE if match["half"] else _ONE, match["unit"].lower())
        for match in _pattern().finditer(text)
    )
    points = (Spell(*match.span(), _ONE, "percentage_point") for match in _POINT.finditer(text))
    return [*times, *points]
