"""Readings of periods told from the document's day: `last year`, `next spring`, `the past 12 months`."""

from __future__ import annotations

import re
from datetime import date, timedelta

from pipeline.edtf import add, month_end
from pipeline.recognise.period_context import Context
from pipeline.recognise.read_lengths import Length, steps
from pipeline.recognise.when import Unit, When, of_days, of_months, span_of, with_year

_OF_TIMES = re.compile(r"\b(?:first|second|third|fourth|fifth|only) time in\s(?:the\s|at least\s)*\Z")
"""How long something had not been so: `for the first time in the last six years`."""
_OF_TIMES_REACH = 40
_DAYS_OF = {"W": 7, "D": 1}
_PLURAL = re.compile(r"\bthe \w+s$", re.IGNORECASE)
_FRIDAY = 4
_APRIL, _JULY = 4, 7
_TWO_YEARS = re.compile(
    r"\b(?:fiscal|financial|FY)\b[^.\n]{0,12}20\d\d\s?[-–/]\s?(?:20)?\d\d\b"
    r"|\b(?:Australia|Bangladesh|India|Nepal|New Zealand|Pakistan)n?\b",
    re.IGNORECASE,
)
_FROM_APRIL = re.compile(r"\b(?:India|Indian|crores?|lakhs?|Mumbai|New Delhi)\b")
_ELSEWHERE = re.compile(r"\b(?:Pakistan|Bangladesh|Nepal|Australia)")
_NEAR_BY = 30
_FORESEEING = re.compile(
    r"\b(?:target|forecast|guidance|outlook|estimat|expect|projecti|prediction|goal|sees\b|aim)",
    re.IGNORECASE,
)
_DAYS = re.compile(r"\bdays\b", re.IGNORECASE)
_SOME_UNITS = re.compile(
    r"(?:previous|past|coming|next|upcoming|following|forthcoming)\s[\w\s]*s$", re.IGNORECASE
)


def day_word(c: Context, d: int) -> When | None:
    if not c.published:
        return None
    day = c.published + timedelta(d)
    return of_days(day, day)


def last_night(c: Context) -> When | None:
    return day_word(c, -1)


def this_day(c: Context) -> When | None:
    """`this morning`."""
    return day_word(c, 0)


def day_after_tomorrow(c: Context) -> When | None:
    return None if _DAYS.search(c.text, c.at, c.end) else day_word(c, 2)


def day_before_yesterday(c: Context) -> When | None:
    return None if _DAYS.search(c.text, c.at, c.end) else day_word(c, -2)


def which_unit(c: Context, h: int, u: Unit) -> When | None:
    """`last year`, `this quarter`; of `the coming years` nobody knows how many there are."""
    if _SOME_UNITS.search(c.text, c.at, c.end) or (h < 0 and u == ("D", 1)):
        return None
    if h > 0 and u == ("Y", 10):
        return window(c, h, 10, ("Y", 1))  # whose decade runs from now on
    return span_of(u[0], u[1], c.published, h) if c.published else None


def this_unit(c: Context, u: Unit) -> When | None:
    """The unit that runs now; `over the years` names none."""
    if _PLURAL.search(c.text, c.at, c.end):
        return None
    return which_unit(c, 0, u)


def unit_ended(c: Context, u: Unit) -> When | None:
    """`ended the year at 3%`: a month or longer, the one that runs now."""
    return unit_over(c, u) or (this_unit(c, u) if u[0] in "MY" else None)


def unit_closed(c: Context, u: Unit) -> When | None:
    """`It had 90 ships at the end of the year`: of the past, the year or month that has closed."""
    return which_unit(c, -1, u) if u in (("Y", 1), ("M", 1)) and c.future() is False else None


def unit_over(c: Context, u: Unit) -> When | None:
    """`sold 90 ships over the year`: told in the first months of a year, the one that has closed."""
    early = c.published and c.published.month < _APRIL
    return unit_closed(c, u) if early and u == ("Y", 1) else None


def fiscal(c: Context, h: int) -> When | None:
    """`the current fiscal`, as only those say whose business year has two numbers: from April or July on."""
    if not c.published:
        return None
    early = _FROM_APRIL.search(c.text) and not _ELSEWHERE.search(c.text)
    first = c.published.year + h - (c.published.month < (_APRIL if early else _JULY))
    return When("year", date(first, 1, 1), date(first + 1, 12, 31))


def fiscal_year(c: Context, h: int, u: Unit) -> When | None:
    """`last financial year`: of two numbers where the article gives it them, or its country does."""
    return fiscal(c, h) if u == ("Y", 1) and _TWO_YEARS.search(c.text) else which_unit(c, h, u)


def full_year(c: Context) -> When | None:
    """`its full-year forecast` is of the year that runs; `full-year profit`, told early on, of the last."""
    around = c.text[max(0, c.at - _NEAR_BY) : c.end + _NEAR_BY]
    if _FORESEEING.search(around) or c.future():
        return fiscal_year(c, 0, ("Y", 1))
    return fiscal_year(c, -1, ("Y", 1)) if c.published and c.published.month < _APRIL else None


def last_year(c: Context) -> When | None:
    """`more this year than last`."""
    return which_unit(c, -1, ("Y", 1))


def before_last(c: Context, u: Unit) -> When | None:
    """`the year before last`."""
    return which_unit(c, -2, u)


def working_week(c: Context, h: int, u: Unit) -> When | None:
    """`next working week`: from Monday to Friday."""
    week = which_unit(c, h, u) if u == ("W", 1) else None
    return of_days(week.lo, week.lo + timedelta(4)) if week and week.lo else None


def workweek(c: Context, h: int) -> When | None:
    return working_week(c, h, ("W", 1))


def after_next(c: Context, u: Unit) -> When | None:
    return which_unit(c, 2, u)


def which_month(c: Context, h: int, m: int, d: int | None = None) -> When | None:
    """`last May` is the last one gone by, `next May` the first to come, `this May` the one of this year."""
    if not c.published:
        return None
    when = When("month" if d is None else "day", month=m, day=d)
    found = with_year(when, c.published.year)
    if not found or not found.lo or h == 0:
        return found
    if h < 0 and found.lo.replace(day=1) >= c.published.replace(day=1):
        return with_year(when, c.published.year - 1)
    if h > 0 and found.lo <= c.published:
        return with_year(when, c.published.year + 1)
    return found


def month_after_next(c: Context, m: int) -> When | None:
    found = which_month(c, 1, m)
    return with_year(When("month", month=m), found.lo.year + 1) if found and found.lo else None


def which_season(c: Context, h: int, s: int) -> When | None:
    if not c.published:
        return None
    when = When("season", month=3 + 3 * s, months=3)
    around = [with_year(when, c.published.year + step) for step in (-2, -1, 0, 1, 2)]
    over = [w for w in around if w and w.hi and w.hi < c.published]
    coming = [w for w in around if w and w.lo and w.lo > c.published]
    now = [w for w in around if w and w.lo and w.hi and w.lo <= c.published <= w.hi]
    if h < 0:
        return over[-1] if over else None
    if h > 0:
        return coming[0] if coming else None
    this_year = with_year(when, c.published.year)
    last = over[-1].hi if over and not now and not c.future() else None
    if last and this_year and this_year.lo and c.published - last < this_year.lo - c.published:
        return over[-1]  # `this winter`, told in March
    return now[0] if now else this_year


def which_feast(c: Context, h: int, f: When) -> When | None:
    if not f.feast or not c.published:
        return None
    around = [with_year(f, c.published.year + step) for step in (-1, 0, 1)]
    days = [
        day for day in around if day and day.lo and (day.lo < c.published if h < 0 else day.lo > c.published)
    ]
    return days[-1 if h < 0 else 0] if days else None


def which_weekday(c: Context, h: int, w: int) -> When | None:
    """`last Friday` is of the week before, `next Monday` of the week after."""
    if not c.published:
        return None
    monday = c.published - timedelta(c.published.weekday())
    day = monday + timedelta(w + 7 * h)
    return of_days(day, day)


def weekday_after_next(c: Context, w: int) -> When | None:
    found = which_weekday(c, 1, w)
    return of_days(found.lo + timedelta(7), found.lo + timedelta(7)) if found and found.lo else None


def weekend(c: Context, h: int = 0) -> When | None:
    if not c.published:
        return None
    saturday = c.published - timedelta(c.published.weekday()) + timedelta(5 + 7 * h)
    return of_days(saturday, saturday + timedelta(1))


def this_weekend(c: Context) -> When | None:
    """The weekend gone by; in the future tense, and from Friday on where no tense tells, the one to come."""
    future = c.future()
    past = c.published and (future is False or (c.published.weekday() < _FRIDAY and not future))
    return weekend(c, -1 if past else 0)


def past_unit(c: Context, u: Unit) -> When | None:
    """`the past year`: the twelve months up to now."""
    return None if c.text[c.end - 1] == "s" else window(c, -1, 1, u)


def window_of(c: Context, h: int, d: Length) -> When | None:
    return window(c, h, d[0][0], (d[0][1], 1)) if len(d) == 1 else window_of_days(c, h, d)


def window_of_days(c: Context, h: int, d: Length) -> When | None:
    """`the past two months and ten days`: to the day."""
    step = steps(d)
    if not c.published or not step or h == 0:
        return None
    if not step[1]:
        return window(c, h, step[0], ("M", 1))
    if h < 0:
        return of_days(add(c.published, -step[0], -step[1]), c.published - timedelta(1))
    return of_days(c.published + timedelta(1), add(c.published, *step))


def year_and_half(c: Context, h: int, u: Unit) -> When | None:
    """`the past year and a half`."""
    return window(c, h, 18, ("M", 1)) if u == ("Y", 1) else None


def window_after(c: Context, n: float, h: int, u: Unit) -> When | None:
    """`the 5 past years`; `only 3 next week` is none."""
    return window(c, h, n, u) if n == 1 or c.text[c.end - 1] == "s" else None


def quarters(c: Context, h: int, n: float, u: Unit) -> When | None:
    return window(c, h, n, u) if u == ("M", 3) else None


def window(c: Context, h: int, n: float, u: Unit) -> When | None:
    """`the past 12 months`, `the next 25 years`: from here back or on, the unit that runs now included."""
    if not c.published or n != int(n) or not 1 <= n <= 3000 or h == 0:
        return None
    if _OF_TIMES.search(c.text, max(0, c.at - _OF_TIMES_REACH), c.at):
        return None
    letter, count = u[0], int(n) * u[1]
    base = c.published
    try:
        if letter in "DW":
            days = count * _DAYS_OF[letter]
            if h < 0:
                return of_days(base - timedelta(days), base - timedelta(1))
            return of_days(base + timedelta(1), base + timedelta(days))
        if letter == "Y" and count == 1:
            letter, count = "M", 12
        if letter == "M":
            if u == ("M", 3):
                return _quarters(base, h, int(n))
            other = add(base.replace(day=1), h * count)
            lo, hi = sorted((other, base.replace(day=1)))
            return When("month", lo, month_end(hi))
        lo_year, hi_year = sorted((base.year, base.year + h * count))
        return When("year", date(lo_year, 1, 1), date(hi_year, 12, 31))
    except (ValueError, OverflowError):
        return None


def _quarters(base: date, h: int, n: int) -> When:
    this = base.replace(month=(base.month - 1) // 3 * 3 + 1, day=1)
    return of_months(add(this, 3 if h > 0 else -3 * n), 3 * n)


def year_to_date(c: Context, u: Unit) -> When | None:
    whole = this_unit(c, u)
    return of_days(whole.lo, c.published) if whole and whole.lo and c.published and u[0] != "D" else None


def farm_season(c: Context, h: int = 0, u: Unit = ("Y", 1)) -> When | None:
    """The farming year, from July to June, as the traders in grain of the north count it."""
    if not c.published or u != ("Y", 1):
        return None
    first = c.published.year + h - (c.published.month < 7)
    return of_months(date(first, 7, 1), 12)
