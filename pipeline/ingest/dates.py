"""Calendar dates as heads of articles write them, with or without the year."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from pipeline.rules.tables import table

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b\.?"
)
DAY = (
    rf"(?:(?:{'|'.join(WEEKDAYS)}),?\s)?(?:"
    rf"\d{{4}}-\d{{2}}-\d{{2}}(?:T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?"
    rf"|\d{{1,2}}\.\d{{1,2}}\.\d{{4}}"
    rf"|{MONTH}\s?\d{{1,2}}(?:st|nd|rd|th)?\b(?:,?\s\d{{4}}\b)?"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?\s{MONTH}(?:,?\s\d{{4}}\b)?)"
)

_NUMERIC = re.compile(r"(\d{4})-(\d{2})-(\d{2})|(\d{1,2})\.(\d{1,2})\.(\d{4})")
_SLASHED = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})\b")
_WHOLE_DAY = re.compile(DAY, re.I)
_MONTH_WORD = re.compile(MONTH, re.I)
_DAY_NUMBER = re.compile(r"(?<!\d)\d{1,2}(?!\d)")
_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")
_YEAR_IN_PROSE = re.compile(r"(?<![\d.,$€£-])(?:19|20)\d{2}(?![\d%]|[.,]\d)")
_MONTH_YEAR = re.compile(rf"({MONTH})(?:\s\d{{1,2}},)?,?\s((?:19|20)\d{{2}})\b", re.I)
_WEEKDAY = re.compile(rf"(?:\b(last|next|every|previous|coming)\s)?\b({'|'.join(WEEKDAYS)})\b", re.I)


class Day(NamedTuple):
    """A calendar day; `year` is None where the words leave it out."""

    year: int | None
    month: int
    day: int


def read_day(words: str) -> Day | None:
    """The day that words cut out by `DAY` name, or None where there is no such day."""
    if numeric := _NUMERIC.search(words):
        year, month, day, day2, month2, year2 = numeric.groups()
        return _existing(Day(int(year or year2), int(month or month2), int(day or day2)))
    month_word, day_number, year_number = (
        _MONTH_WORD.search(words),
        _DAY_NUMBER.search(words),
        _YEAR.search(words),
    )
    if not month_word or not day_number:
        return None
    month = int(table("ingest/months")[month_word[0][:3].lower()])
    return _existing(Day(int(year_number[0]) if year_number else None, month, int(day_number[0])))


def day_of(words: str) -> date | None:
    """The date that words begin with, year and all: `2026-01-13T10:00:00Z`, `Tue, 13 Jan 2026`, `31/12/2025`.

    None for a date whose day and month could be each other's.
    """
    words = words.strip()
    if slashed := _SLASHED.match(words):
        one, other, year = map(int, slashed.groups())
        if one <= 12 and other <= 12 and one != other:
            return None
        return make_date(year, Day(year, min(one, other) if max(one, other) > 12 else one, max(one, other)))
    try:
        return date.fromisoformat(words[:10].replace("/", "-"))
    except ValueError:
        found = _WHOLE_DAY.search(words[:60])
    day = read_day(found[0]) if found else None
    return make_date(day.year, day) if day and day.year else None


def _existing(day: Day) -> Day | None:
    leap_year = 2000
    return day if make_date(day.year or leap_year, day) else None


def make_date(year: int, day: Day) -> date | None:
    """The date of `day` in `year`, or None where that year has no such day."""
    try:
        return date(year, day.month, day.day)
    except ValueError:
        return None


def settle_year(day: Day, prose: str) -> date | None:
    """The date of a day without a year, where the article's words settle the year; else None.

    A weekday told in the prose settles it among the years that the prose names (and the years after them, for
    an article of January that speaks of December): it is the document's own day, or the day before where the
    year is named more than once. Without a weekday a month with its year does (`in January-May 2019` under
    the dateline June 12), the document being of the first such day after it.
    """
    named = [int(year) for year in _YEAR_IN_PROSE.findall(prose)]
    support = {year: named.count(year) + named.count(year - 1) for year in {*named, *(y + 1 for y in named)}}
    for weekday in _weekdays(prose):
        for days_before in (0, 1):
            fitting = [
                candidate
                for year in support
                if support[year] > days_before
                and (candidate := make_date(year, day))
                and (candidate - timedelta(days=days_before)).weekday() == weekday
            ]
            if fitting:
                return max(fitting, key=lambda candidate: (support[candidate.year], candidate))
    return make_date(year, day) if (year := _year_after_months(day, prose)) else None


def _weekdays(prose: str) -> Iterable[int]:
    for match in _WEEKDAY.finditer(prose):
        if not match[1]:
            yield WEEKDAYS.index(match[2].lower())
            return


def _year_after_months(day: Day, prose: str) -> int | None:
    years = [
        int(year) + (int(table("ingest/months")[month[:3].lower()]) > day.month)
        for month, year in _MONTH_YEAR.findall(prose)
    ]
    return max(years, key=lambda year: (years.count(year), year), default=None)
