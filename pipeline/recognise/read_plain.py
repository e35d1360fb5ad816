"""Readings of plain dates in rarer orders, which dateparser normalises."""

from __future__ import annotations

from datetime import date, datetime
from functools import lru_cache

from pipeline.recognise.period_context import Context
from pipeline.recognise.when import When, of_days


def plain_date(c: Context) -> When | None:
    """`2016 10 16`: the words of the match as one day."""
    day = _normalised(c.text[c.at : c.end], c.published)
    if day is None:
        return None
    c.note_year(day.year)
    return of_days(day, day)


@lru_cache(4096)
def _normalised(words: str, base: date | None) -> date | None:
    """The day that dateparser reads in English words; None where it finds no whole day."""
    from dateparser.date import DateDataParser  # loaded for the rare date only

    relative = datetime(base.year, base.month, base.day) if base else None
    settings = {"RELATIVE_BASE": relative} if relative else {}
    found = DateDataParser(languages=["en"], settings=settings).get_date_data(words)
    return found.date_obj.date() if found.date_obj and found.period == "day" else None
