"""Readings of parts of other periods: `the first nine months of 2025`, `the year to March`."""

from __future__ import annotations

import re
from datetime import date, timedelta

from pipeline.edtf import add, month_end
from pipeline.recognise.period_context import Context, resolve
from pipeline.recognise.read_dates import bare_season
from pipeline.recognise.read_lengths import Length, steps
from pipeline.recognise.read_relative import this_unit, which_unit
from pipeline.recognise.when import Unit, When, months_long, of_days, of_months, of_year, week_of, with_year

_YEARS_OF: dict[str, int] = {"decade": 5, "century": 50}  # of half of each
_MIDWEEK = 2  # a feast before this day of the week joins the weekend before it
_OF_BEFORE = re.compile(r"\bof\s+$", re.IGNORECASE)


def part_of_year(c: Context, p: When, t: When) -> When | None:
    """`January of this year`, `last year's fourth quarter`."""
    many = (t.grain == "month" and t.months == 1) or t.grain in _YEARS_OF
    if p.months == 6 and p.year is None and p.month in (1, 7) and many:
        return half_of_period(c, 1 if p.month == 1 else 2, t)  # `the first half of last month`
    if (p.month is None and not p.feast) or p.year is not None or t.grain != "year" or p.shift:
        return None
    if t.shift == "P0D" and (story := c.year_of_story()):
        return with_year(p, story)
    year = resolve(t, c)
    if not year or not year.lo or year.lo.year != (year.hi or year.lo).year:
        return None
    return with_year(p, year.lo.year)


def year_of_part(c: Context, t: When, p: When) -> When | None:
    return part_of_year(c, p, t)


def season_of(c: Context, s: int, t: When) -> When | None:
    """`the spring of last year`."""
    return part_of_year(c, When("season", month=3 + 3 * s, months=3), t)


def part_of_range(c: Context, p: When, t: When) -> When | None:
    """`the January-May period of last year`."""
    year, months = resolve(t, c), months_long(p)
    if not months or not p.lo or not p.hi or not year or not year.hi or year.grain != "year":
        return None
    return of_months(add(p.lo, 12 * (year.hi.year - p.hi.year)), months)


def part_of_this(c: Context, p: When, u: Unit) -> When | None:
    year = this_unit(c, u)
    return part_of_year(c, p, year) if year else None


def opening_half(c: Context, u: Unit) -> When | None:
    """`the opening half of the year`; that of a match is none."""
    return part_of_this(c, When("month", month=1, months=6), u)


def weekday_in(c: Context, w: int, t: When) -> When | None:
    week = resolve(t, c)
    if not week or week.grain != "week" or not week.lo:
        return None
    day = week.lo + timedelta(w)
    return of_days(day, day)


def weekday_in_this(c: Context, w: int, u: Unit, o: int | None = None) -> When | None:
    whole = this_unit(c, u)
    if not whole:
        return None
    return nth_weekday(c, o, w, whole) if o else last_weekday(c, w, whole)


def day_in(c: Context, d: int, t: When) -> When | None:
    month = resolve(t, c)
    if not month or not month.lo or month.grain != "month":
        return None
    try:
        day = month.lo.replace(day=d)
    except ValueError:
        return None
    return of_days(day, day)


def day_in_this(c: Context, o: int, u: Unit) -> When | None:
    whole = this_unit(c, u)
    return day_in(c, o, whole) if whole else None


def first_units(c: Context, d: Length, t: When | None = None) -> When | None:
    """`the first nine months of 2025`; without the year, nine months from January of a year to be found."""
    n, letter = d[0]
    u = (letter, 1)
    if not 1 <= n <= 400 or n != int(n) or len(d) > 1:
        return None
    if t is None:
        months = int(n) * u[1]
        return When("month", month=1, months=months) if u[0] == "M" and months < 12 else None
    whole = resolve(t, c)
    if not whole or not whole.lo or not whole.hi or whole.lo == date.min or whole.hi == date.max:
        return None
    if u[0] == "M" and whole.grain in ("year", "month"):
        return of_months(whole.lo, int(n) * u[1])
    if u[0] == "D":
        return of_days(whole.lo, whole.lo + timedelta(int(n) - 1))
    if u[0] == "W":
        monday = _first_week(whole.lo)
        return of_days(monday, monday + timedelta(7 * int(n) - 1), "week")
    if u[0] == "Y" and whole.lo.year + int(n) * u[1] < 9999:
        return When("year", whole.lo, date(whole.lo.year + int(n) * u[1] - 1, 12, 31))
    return None


def first_units_of_this(c: Context, d: Length, u: Unit) -> When | None:
    whole = this_unit(c, u)
    return first_units(c, d, whole) if whole else None


def months_of(c: Context, d: Length, t: When) -> When | None:
    """`in 11 months of 2025`: from January on."""
    return first_units(c, d, t) if d[0][1] == "M" and d[0][0] <= 12 and t.grain == "year" else None


def last_units(c: Context, d: Length, t: When) -> When | None:
    n, letter = d[0]
    u = (letter, 1)
    if n != int(n) or len(d) > 1:
        return None
    whole = resolve(t, c)
    if not whole or not whole.lo or not whole.hi or not 1 <= n <= 400 or whole.hi == date.max:
        return None
    if u[0] == "M":
        return of_months(add(whole.hi, 1 - int(n) * u[1]), int(n) * u[1])
    if u[0] == "D":
        return of_days(whole.hi - timedelta(int(n) - 1), whole.hi)
    if u[0] == "W":
        monday = _last_week(whole.hi)
        return of_days(monday - timedelta(7 * (int(n) - 1)), monday + timedelta(6), "week")
    return None


def last_unit(c: Context, u: Unit, t: When) -> When | None:
    return last_units(c, ((u[1], u[0]),), t)


def nth_unit(c: Context, o: int, u: Unit, t: When) -> When | None:
    """`the second week of October`, `the third month of 2025`."""
    whole = resolve(t, c)
    if not whole or not whole.lo or not whole.hi or whole.lo == date.min or whole.hi == date.max:
        return None
    if u[0] == "D" and 1 <= o <= 366:
        day = whole.lo + timedelta(o - 1)
        return of_days(day, day) if day <= whole.hi else None
    if u[0] == "W" and 1 <= o <= 53:
        monday = _first_week(whole.lo) + timedelta(7 * (o - 1))
        return of_days(monday, monday + timedelta(6), "week")
    if u[0] == "M" and 1 <= o * u[1] <= 12:
        return of_months(add(whole.lo, (o - 1) * u[1]), u[1])
    return None


def nth_last_unit(c: Context, o: int, u: Unit, t: When) -> When | None:
    """`the second last week of 2018`."""
    last = last_units(c, ((o * u[1], u[0]),), t)
    return first_units(c, ((u[1], u[0]),), last) if last and u[0] in "DM" else _first_of(last, u)


def _first_of(weeks: When | None, u: Unit) -> When | None:
    if not weeks or not weeks.lo or u != ("W", 1):
        return None
    return of_days(weeks.lo, weeks.lo + timedelta(6), "week")


def nth_weekday(c: Context, o: int, w: int, t: When) -> When | None:
    month = resolve(t, c)
    if not month or not month.lo or month.grain != "month" or not 1 <= o <= 5:
        return None
    day = month.lo + timedelta((w - month.lo.weekday()) % 7 + 7 * (o - 1))
    return of_days(day, day) if month.hi and day <= month.hi else None


def last_weekday(c: Context, w: int, t: When) -> When | None:
    month = resolve(t, c)
    if not month or not month.hi or month.grain != "month":
        return None
    day = month.hi - timedelta((month.hi.weekday() - w) % 7)
    return of_days(day, day)


def half_of_period(c: Context, o: int, t: When) -> When | None:
    whole = resolve(t, c)
    if not whole or not whole.lo or o not in (1, 2):
        return None
    if whole.grain in _YEARS_OF:
        years = _YEARS_OF[whole.grain]
        first = whole.lo.year + (o - 1) * years
        return When("year", date(first, 1, 1), date(first + years - 1, 12, 31))
    if whole.grain == "year":
        return of_months(whole.lo.replace(month=6 * o - 5), 6)
    if whole.grain == "month" and whole.hi:
        middle = whole.lo + timedelta(14)
        return of_days(whole.lo, middle) if o == 1 else of_days(middle + timedelta(1), whole.hi)
    return None


def half_of_month(c: Context, o: int, m: int) -> When | None:
    """`the first half of March`."""
    return half_of_period(c, o, When("month", month=m))


def season_of_year(c: Context, s: int, t: When) -> When | None:
    """`the summer of last year`."""
    return part_of_year(c, bare_season(c, s), t)


def weekend_of(c: Context, t: When) -> When | None:
    """`the weekend of Dec. 3`."""
    if t.feast:
        return feast_weekend(c, t)
    day = resolve(t, c)
    if not day or not day.lo or day.grain != "day":
        return None
    saturday = _monday(day.lo) + timedelta(5)
    return of_days(saturday, saturday + timedelta(1))


def feast_weekend(c: Context, t: When, y: int | None = None) -> When | None:
    """`the Easter weekend`: the two days at the feast, with the days between it and them."""
    if not t.feast:
        return None
    at = with_year(t, y) if y is not None else resolve(t, c)
    if not at or not at.lo:
        return None
    saturday = _monday(at.lo) + timedelta(-2 if at.lo.weekday() < _MIDWEEK else 5)
    return of_days(min(at.lo, saturday), max(at.lo, saturday + timedelta(1)))


def day_of_which(c: Context, d: int, h: int, u: Unit) -> When | None:
    """`the 21st of this month`."""
    month = which_unit(c, h, u) if u == ("M", 1) else None
    return day_in(c, d, month) if month else None


def week_commencing(c: Context, t: When) -> When | None:
    """`w/c 4 May`."""
    return week_with(c, ("W", 1), t)


def week_with(c: Context, u: Unit, t: When) -> When | None:
    day = resolve(t, c)
    return week_of(day.lo) if day and day.lo and day.grain == "day" and u == ("W", 1) else None


def start(c: Context, t: When) -> When | None:
    """The first month of a year, the first year of a century; of anything shorter the whole."""
    whole = resolve(t, c)
    if not whole or not whole.lo:
        return None
    if whole.grain == "century":
        return of_year(whole.lo.year)
    return of_months(whole.lo, 1) if whole.grain == "year" and whole.lo != date.min else whole


def mid_century(c: Context) -> When | None:
    """`by mid-century`, as is said of what is to come."""
    return of_year(c.published.year // 100 * 100 + 50) if c.published else None


def start_of_this(c: Context, u: Unit) -> When | None:
    whole = this_unit(c, u)
    return start(c, whole) if whole else None


def same(_: Context, t: When) -> When:
    return t


def bare_end(_: Context, t: When) -> When | None:
    """`end June`, `end 2024`."""
    return t if t.grain in ("month", "year") else None


def end_of_year(_: Context, u: Unit, t: When) -> When | None:
    return t if u == ("Y", 1) and t.grain == "year" else None


def ending(c: Context, d: Length, t: When) -> When | None:
    """`the 12 months to June`, `the year ended March 31`: the length that ends with the period."""
    end, step = resolve(t, c), steps(d)
    if not end or not end.hi or not step or end.hi == date.max:
        return None
    if end.grain == "year":
        years = step[0] // 12
        return When("year", date(end.hi.year - years, 1, 1), end.hi) if years > 1 else None
    try:
        if step[0] and not step[1]:
            lo = (
                add(end.hi + timedelta(1), -step[0])
                if end.hi != month_end(end.hi)
                else add(end.hi, 1 - step[0])
            )
            return of_months(lo, step[0]) if end.hi == month_end(end.hi) else of_days(lo, end.hi)
        return of_days(end.hi - timedelta(step[1] - 1), end.hi)
    except (ValueError, OverflowError):
        return None


def part_ending(c: Context, p: When, t: When) -> When | None:
    """`the third quarter ended June 30`: a business year's quarter or half has the months it ends with."""
    end = resolve(t, c)
    if p.months not in (3, 6) or p.grain == "season" or not end or not end.hi or months_long(end) > 1:
        return None
    return of_months(add(end.hi.replace(day=1), 1 - p.months), p.months)


def ending_unit(c: Context, t: When, u: Unit = ("Y", 1)) -> When | None:
    """`the year to June`, `the season ended in May`; not `the start of the year to October`."""
    return None if _OF_BEFORE.search(c.text, max(0, c.at - 5), c.at) else ending(c, ((u[1], u[0]),), t)


def _first_week(lo: date) -> date:
    """Monday of the first ISO week: the one that holds the fourth day."""
    return _monday(lo + timedelta(3))


def _last_week(hi: date) -> date:
    return _monday(hi - timedelta(3))


def _monday(day: date) -> date:
    return day - timedelta(day.weekday())
