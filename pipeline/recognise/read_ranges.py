"""Readings of two dates as one stretch, and of words that bound a period on one side."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from pipeline.recognise.period_context import Context, gone_by, resolve
from pipeline.recognise.read_dates import full_date
from pipeline.recognise.read_relative import which_month, which_unit
from pipeline.recognise.when import FINENESS, Unit, When, months_long, of_days, of_months, of_year, with_year


def between(c: Context, a: When, b: When) -> When | None:
    """From the first day of `a` to the last of `b`: the one that lacks a year takes that of the other."""
    if a.shift or b.shift or (_bare_weekday(a) and _bare_weekday(b)):
        return None
    if a.resolved and a.day and not b.resolved and b.day:
        return None  # whoever writes `January 3, 2017 - February 1` lists two dates
    if not a.resolved and b.resolved and b.lo:
        last, a_found = b, _year_of_partner(a, b.lo, before=True)
    elif a.resolved and not b.resolved and a.lo:
        last, a_found = _year_of_partner(b, a.lo, before=False) or resolve(b, c) or b, a
    else:
        end = resolve(b, c)
        if not end or not end.lo:
            return None
        last, a_found = end, a if a.resolved else _year_of_partner(a, end.lo, before=True)
    if not a_found or a_found.lo is None or last.hi is None or a_found.hi is None:
        return None
    if a_found.lo > last.hi or last.hi == date.max or a_found.lo == date.min:
        return None
    finer = a_found if FINENESS.index(a_found.grain) < FINENESS.index(last.grain) else last
    return When(finer.grain, a_found.lo, last.hi)


def _bare_weekday(when: When) -> bool:
    return when.weekday is not None and when.day is None


_LEFT = 40
_FOR_EACH = re.compile(r"\d\S*(?:\s\w+)?,? and (?:by |to |of )?\S?\d[^;:]*\Z")  # a figure for each of two
_FIGURE_EACH = re.compile(r"[^;:\n]{0,60}?\d\S*(?:\s\w+)? and \S?\d")
_EACH = re.compile(r",? (?:respectively|alike|each)\b")
_TO_END = re.compile(r"to\s+(?:the\s+)?end\b", re.IGNORECASE)
_MOVED_TO = re.compile(
    r"\b(?:from|put off|(?:postpon|extend|delay|defer|prolong|carr\w+ over)\w*)\b",
    re.IGNORECASE,
)
_BEFORE_END = re.compile(r"before\s+(?:the\s+)?(?:end|close)\b", re.IGNORECASE)
_AFTER_START = re.compile(r"after\s+(?:the\s+)?(?:start|beginning|outset)\b", re.IGNORECASE)
_FROM_START = re.compile(r"from\s+(?:the\s+)?(?:very\s+)?(?:start|beginning|outset)\b", re.IGNORECASE)
_ORDER = re.compile(r"(?:st|nd|rd|th|first|second|third)$", re.IGNORECASE)
_NOUN = re.compile(r"\s(?!(?:in|at|on|and|but|with|for|as|inclusive)\b)[a-z]+")
_GLUED = re.compile(r"(?:\d[-–—]|\d [–—] )\d\d$")


def _year_of_partner(when: When, day: date, before: bool) -> When | None:
    """The `when` last before `day`, or first after it."""
    if when.month is None:
        if when.weekday is not None:
            step = (day.weekday() - when.weekday) % 7 if before else (when.weekday - day.weekday()) % 7
            at = day - timedelta(step) if before else day + timedelta(step)
            return of_days(at, at)
        return None
    years = (day.year, day.year - 1) if before else (day.year, day.year + 1)
    for year in years:
        found = with_year(when, year)
        if found and found.lo and (found.lo <= day if before else found.lo >= day):
            return found
    return None


def listed(c: Context, a: When, b: When) -> When | None:
    """`May-July`: joined by a dash, both must be of a kind."""
    return between(c, a, b) if a.grain == b.grain or not a.resolved else None


def days_of_month(c: Context, d: int, t: When) -> When | None:
    """`13 to 15 July`."""
    if t.grain != "day" or t.month is None or t.day is None:
        return None
    if d >= t.day:
        return None
    return between(c, replace(t, lo=None, hi=None, day=d, weekday=None), t)


def days_to(c: Context, t: When, d: int) -> When | None:
    """`July 13 to 15`; what is counted as an order, `June 28 to the 3rd`, may be of the month after."""
    if t.grain != "day" or t.month is None or t.day is None or d == t.day or d > 31:
        return None
    if d < t.day:
        ordered = _ORDER.search(c.text, c.at, c.end) and not _NOUN.match(c.text, c.end)
        return between(c, t, When("day", month=t.month % 12 + 1, day=d)) if ordered else None
    return between(c, t, replace(t, lo=None, hi=None, day=d, weekday=None))


def day_and_next(c: Context, d: int, t: When) -> When | None:
    """`5 and 6 May`: two days in a row; others are two dates."""
    return days_of_month(c, d, t) if t.day == d + 1 else None


def next_and_day(c: Context, t: When, d: int) -> When | None:
    return days_to(c, t, d) if t.day is not None and d == t.day + 1 else None


def days_before_month(c: Context, d: int, e: int, m: int, y: int | None = None) -> When | None:
    """`between 3 and 12 of September`, `September 3-12, 2025`."""
    if not 1 <= d < e <= 31:
        return None
    if y is not None:
        c.note_year(y)
    return between(c, When("day", month=m, day=d, year=y), When("day", month=m, day=e, year=y))


def slashed_to(c: Context, a: int, b: int, t: When) -> When | None:
    """`10/1-11/2/2017`."""
    month, day = (a, b) if a <= 12 else (b, a)
    return between(c, When("day", month=month, day=day), t) if t.grain == "day" and 1 <= month <= 12 else None


def to_date(c: Context) -> When | None:
    return When("day", date.min, c.published, role="until") if c.published else None


def months_of_year(c: Context, a: int, b: int, y: int) -> When | None:
    first, last = When("month", month=a), with_year(When("month", month=b), y)
    return between(c, first, last) if last else None


def two_months(c: Context, a: int, b: int, y: int | None = None) -> When | None:
    """`in May and June`: one stretch; with a figure for each of them, as `3 and 5 in May and June`, two."""
    if b != a % 12 + 1 or _FOR_EACH.search(c.text, max(0, c.at - _LEFT), c.at) or _EACH.match(c.text, c.end):
        return None
    found = When("month", month=a, months=2)
    return found if y is None else with_year(found, y if b > a else y - 1)


def two_years(c: Context, a: int, b: int) -> When | None:
    """`in 2008 and 2009`: one stretch; with a figure for each of them, two."""
    told = _FOR_EACH.search(c.text, max(0, c.at - _LEFT), c.at) or _EACH.match(c.text, c.end)
    if b != a + 1 or told or _FIGURE_EACH.match(c.text, c.end):
        return None
    return between(c, of_year(a), of_year(b))


def which_month_to(c: Context, h: int, a: int, b: int, y: int) -> When | None:
    """`from this June to September 2026`: the first month is told from the document's day."""
    first, last = which_month(c, h, a), with_year(When("month", month=b), y)
    return between(c, first, last) if first and last else None


def slashed_pair(c: Context, a: int, b: int, d: int, e: int, y: int) -> When | None:
    """`6/3 - 6/9, 2025`: the year holds for both, the month stands first where it can."""
    months_first = a <= 12 and d <= 12
    (m, j), (n, k) = ((a, b), (d, e)) if months_first else ((b, a), (e, d))
    last = full_date(c, n, k, y) if 1 <= m <= 12 and 1 <= n <= 12 else None
    return between(c, When("day", month=m, day=j), last) if last and 1 <= j <= 31 else None


def days_of_which(c: Context, d: int, e: int, h: int, u: Unit) -> When | None:
    """`from the 4th to the 9th of next month`."""
    month = which_unit(c, h, u) if u == ("M", 1) and d < e else None
    if not month or not month.lo or not month.hi or e > month.hi.day:
        return None
    return of_days(month.lo.replace(day=d), month.lo.replace(day=e))


def years_short(c: Context, t: When, n: int) -> When | None:
    """`2014-18`."""
    glued = _GLUED.search(c.text, c.at, c.end) and not c.text[c.end : c.end + 1].isalnum()
    if t.grain != "year" or t.lo is None or not glued or not 0 < n - t.lo.year % 100 <= 30 or n > 99:
        return None
    return When("year", t.lo, date(t.lo.year // 100 * 100 + n, 12, 31))


def to_now(c: Context, t: When) -> When | None:
    """`from March to date`."""
    at = resolve(t, c)
    if not at or not at.lo or not c.published or at.lo > c.published:
        return None
    return of_days(at.lo, c.published)


def from_now_to(c: Context, t: When) -> When | None:
    at = resolve(t, c)
    if not at or not at.hi or not c.published or at.hi < c.published:
        return None
    return of_days(c.published, at.hi)


def since(c: Context, t: When) -> When | None:
    at = resolve(t, c)
    if not at or at.lo is None or at.lo == date.min or at.hi == date.max:
        return None
    if not c.future():
        at = gone_by(t, at, c)
    return replace(at, hi=date.max, role="since", shift=None)


def onward(c: Context, t: When) -> When | None:
    """`from 3 June onwards`: of a day to come too, where no word tells of the past."""
    at = resolve(t, c)
    if c.future() is False or not at or at.lo is None or at.lo == date.min or at.hi == date.max:
        return since(c, t)
    return replace(at, hi=date.max, role="since", shift=None)


def since_start(c: Context, t: When) -> When | None:
    """`from the beginning of the year`; other days are only left from."""
    return since(c, t) if _FROM_START.match(c.text, c.at) else None


def after(c: Context, t: When) -> When | None:
    if _AFTER_START.match(c.text, c.at):
        return since(c, t)
    at = resolve(t, c)
    if not at or at.hi is None or at.hi == date.max:
        return None
    lo = at.lo if at.grain == "day" and at.lo else at.hi + timedelta(1)
    return replace(at, lo=lo, hi=date.max, role="since", shift=None)


def through(c: Context, t: When) -> When | None:
    """`sales through May`: from January on, where the months have gone by."""
    at = resolve(t, c)
    if not at or not at.lo or not at.hi or t.shift or months_long(at) != 1 or c.future():
        return None
    return of_months(at.lo.replace(month=1), at.lo.month)


def to_end(c: Context, t: When) -> When | None:
    """`carried 9 million to the end of May`; not `put off to the end of May`."""
    before = c.text[max(0, c.at - _LEFT) : c.at]
    return through(c, t) if _TO_END.match(c.text, c.at) and not _MOVED_TO.search(before) else None


def until(c: Context, t: When) -> When | None:
    at = resolve(t, c)
    if not at or at.hi is None or at.hi == date.max or at.shift:
        return None
    return replace(at, lo=date.min, role="until")


def before(c: Context, t: When) -> When | None:
    """Up to the day before; `before the end of May` is by the end of it.

    Of a day or months to come, what is to happen before is of the month or the year that they end.
    """
    if _BEFORE_END.match(c.text, c.at):
        return by(c, t)
    at = resolve(t, c)
    if not at or at.lo is None or at.lo <= date.min or at.shift:
        return None
    last = at.lo - timedelta(1)
    if c.published and last > c.published and at.grain in ("day", "week", "month", "season"):
        whole = of_months(last, 1) if at.grain in ("day", "week") else of_year(last.year)
        return replace(whole, role="by")
    return replace(at, lo=date.min, hi=last, role="until")


def by(c: Context, t: When) -> When | None:
    at = resolve(t, c)
    if t.feast and at and at.lo:
        at = of_months(at.lo, 1)  # `by Christmas` is by the end of its month
    return replace(at, role="by") if at and at.lo != date.min and not at.shift else None
