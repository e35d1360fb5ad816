"""Readings of days that lie a length of time away from another, and of stretches counted from one."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from pipeline.edtf import add
from pipeline.recognise.period_context import Context, gone_by, resolve
from pipeline.recognise.read_lengths import Length, steps
from pipeline.recognise.read_relative import window
from pipeline.recognise.when import Unit, When, of_days, of_months, of_year

_BEGAN = re.compile(r"\b(?:began|started)\b")
_FROM = re.compile(r"\sfrom\s", re.IGNORECASE)
_RATE = re.compile(r"\d[\d.,]*\s(?:\w+\s){1,3}$")
_BEHIND = 40  # characters in which a rate tells its figure
_SOME = 3  # months that are told as one stretch


def moved(day: date, length: Length, sign: int) -> When | None:
    """The day, month or year that lies a length away from `day`: as fine as the length's last unit."""
    step = steps(length)
    if step is None:
        return None
    try:
        to = add(day, sign * step[0], sign * step[1])
    except ValueError:
        return None
    letter = length[-1][1]
    if letter == "Y":
        return of_year(to.year)
    return of_months(to, 1) if letter == "M" else of_days(to, to)


def ago(c: Context, d: Length) -> When | None:
    found = moved(c.published, d, -1) if c.published else None
    if found and steps(d) == (12, 0):
        return replace(found, shift="-P1Y", fixed=True)
    return found


def from_now(c: Context, d: Length) -> When | None:
    return moved(c.published, d, 1) if c.published else None


def weekday_ago(c: Context, w: int, d: Length) -> When | None:
    """`Monday two weeks ago`: the Monday of that week."""
    return _weekday_of(moved(c.published, d, -1) if c.published else None, w)


def weekday_from_now(c: Context, w: int, d: Length) -> When | None:
    return _weekday_of(moved(c.published, d, 1) if c.published else None, w)


def _weekday_of(at: When | None, weekday: int) -> When | None:
    if not at or not at.lo or at.grain != "day":
        return None
    day = at.lo + timedelta(weekday - at.lo.weekday())
    return of_days(day, day)


def in_future(c: Context, d: Length) -> When | None:
    """`will end in two weeks`, `has doubled in two years`, but not `the lowest in five years`."""
    if c.superlative():
        return None
    if c.perfect():
        return window(c, -1, d[0][0], (d[0][1], 1)) if len(d) == 1 and d[0][1].isupper() else None
    return months_gone(c, d) if c.future() is False else from_now(c, d)


def months_gone(c: Context, d: Length) -> When | None:
    """`delivered over six months`, told in July: those since January."""
    n = d[0][0]
    if not c.published or len(d) > 1 or d[0][1] != "M" or n < _SOME or n != c.published.month - 1:
        return None
    told = not c.superlative() and not c.perfect() and c.future() is False
    return of_months(date(c.published.year, 1, 1), int(n)) if told else None


def within(c: Context, d: Length) -> When | None:
    step = steps(d)
    if not c.published or not step or not c.future():
        return None
    return of_days(c.published, add(c.published, *step) - timedelta(1))


def length_after(c: Context, d: Length, t: When) -> When | None:
    """`two months after 5 May`, `4 months from tomorrow`: the day.

    `a week from Friday` counts from the Friday to come, unless the sentence is of the past; in `300 barrels a
    day from 1 May` the day is that of a rate.
    """
    if _FROM.search(c.text, c.at, c.end) and _RATE.search(c.text, max(0, c.at - _BEHIND), c.at):
        return None
    if t.weekday is not None and t.day is None and not t.resolved and _FROM.search(c.text, c.at, c.end):
        coming = weekdays_away(c, 1, t.weekday, 1) if c.future() is not False else None
        t = coming or t
    return _day_away(c, d, t, 1)


def length_before(c: Context, d: Length, t: When) -> When | None:
    return _day_away(c, d, t, -1)


def before_new_year(c: Context, d: Length, t: When | None = None) -> When | None:
    """`five days before New Year`: its first day; by itself `the new year` is a time nobody bounds."""
    day = _new_year(t)
    return length_before(c, d, day) if day else None


def after_new_year(c: Context, d: Length, t: When | None = None) -> When | None:
    day = _new_year(t)
    return length_after(c, d, day) if day else None


def _new_year(year: When | None) -> When | None:
    """The first of January, of the `year` where it is given."""
    if year is not None and (year.grain != "year" or not year.lo or year.lo.month != 1):
        return None
    return When("day", feast="01-01", year=year.lo.year if year and year.lo else None)


def unit_before(c: Context, u: Unit, t: When | None = None, y: int | None = None) -> When | None:
    """`the year before 2019`, `the week before Easter`: that long before, a day or the days up to it."""
    return _beside(c, u, t or (of_year(y) if y else None), -1)


def unit_after(c: Context, u: Unit, t: When | None = None, y: int | None = None) -> When | None:
    return _beside(c, u, t or (of_year(y) if y else None), 1)


def _beside(c: Context, u: Unit, t: When | None, sign: int) -> When | None:
    at = resolve(t, c) if t and not t.shift else None
    if not at or not at.lo or not at.hi or at.lo == date.min or at.hi == date.max:
        return None
    if at.grain == "year":
        return of_year(at.lo.year + sign * u[1]) if u[0] == "Y" else None
    if at.grain != "day" or u[0] not in "DW":
        return None
    days = u[1] * (7 if u[0] == "W" else 1)
    first = at.lo - timedelta(days) if sign < 0 else at.hi + timedelta(1)
    return of_days(first, first + timedelta(days - 1))


def more_before(c: Context, d: Length, t: When) -> When | None:
    """`more than two weeks before 5 May`: some time up to the day before that."""
    day = _day_away(c, d, t, -1)
    return replace(day, lo=date.min, hi=day.lo - timedelta(1), role="until") if day and day.lo else None


def more_after(c: Context, d: Length, t: When) -> When | None:
    """`more than two weeks after 5 May`: from then on, as `after` a day has that day."""
    day = _day_away(c, d, t, 1)
    return replace(day, hi=date.max, role="since") if day else None


def less_before(c: Context, d: Length, t: When) -> When | None:
    """`less than two weeks before 5 May`: on one of the days between, the fifth included."""
    at, day = resolve(t, c), _day_away(c, d, t, -1)
    return of_days(day.lo + timedelta(1), at.lo) if at and at.lo and day and day.lo else None


def less_after(c: Context, d: Length, t: When) -> When | None:
    at, day = resolve(t, c), _day_away(c, d, t, 1)
    return of_days(at.lo, day.lo - timedelta(1)) if at and at.lo and day and day.lo else None


def within_after(c: Context, d: Length, t: When) -> When | None:
    """`within three days of 5 May`: up to the third after it."""
    at, day = resolve(t, c), _day_away(c, d, t, 1)
    return of_days(at.lo, day.lo) if at and at.lo and day and day.lo else None


def _day_away(c: Context, d: Length, t: When, sign: int) -> When | None:
    at, step = resolve(t, c), steps(d)
    if not at or not at.lo or at.grain != "day" or not step:
        return None
    day = add(at.lo, sign * step[0], sign * step[1])
    return of_days(day, day)


def days_from(c: Context, d: Length, t: When) -> When | None:
    """`10 days from 18 December`, `the 12 months from October`: that many, the first included."""
    start, step = resolve(t, c), steps(d)
    if not start or not start.lo or not step or start.grain not in ("day", "month"):
        return None
    if start.lo.day == 1 and step[0] and not step[1]:
        return of_months(start.lo, step[0])
    if start.grain == "month":
        return None
    try:
        return of_days(start.lo, add(start.lo, *step) - timedelta(1))
    except (ValueError, OverflowError):
        return None


def days_of_start(c: Context, t: When, d: Length) -> When | None:
    return days_from(c, d, t)


def beginning_unit(c: Context, t: When, u: Unit = ("Y", 1)) -> When | None:
    """`the year that began in April`, `the season starting in October`, which is as long."""
    start = resolve(t, c)
    if start is not None and _BEGAN.search(c.text, c.at, c.end):
        start = gone_by(t, start, c)
    return days_from(c, ((u[1], u[0]),), start) if start is not None and u[0] in "YM" else None


def weekdays_on(c: Context, n: float, w: int) -> When | None:
    return weekdays_away(c, n, w, 1)


def weekdays_back(c: Context, n: float, w: int) -> When | None:
    return weekdays_away(c, n, w, -1)


def weekdays_away(c: Context, n: float, w: int, sign: int) -> When | None:
    if not c.published or n > 500:
        return None
    day = c.published + timedelta(
        sign * ((sign * (w - c.published.weekday()) - 1) % 7 + 1) + sign * 7 * (int(n) - 1)
    )
    return of_days(day, day)


def business(c: Context, h: int, n: float) -> When | None:
    if not c.published or h == 0 or n > 400:
        return None
    days: list[date] = []
    day = c.published
    while len(days) < n:
        day += timedelta(h)
        if day.weekday() < 5:
            days.append(day)
    return of_days(min(days), max(days))


def near_weekday(c: Context, h: int, w: int) -> When | None:
    """`this past Wednesday`, `the coming Friday`: the nearest on that side."""
    return weekdays_away(c, 1, w, h)
