"""Rules for lengths of time, for periods told from the document's date, and for parts of other periods."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from pipeline.edtf import add, month_end
from pipeline.recognise.when import (
    Context,
    When,
    of_days,
    of_months,
    of_year,
    resolve,
    span_of,
    week_of,
    with_year,
)

Unit = tuple[str, int]
Length = tuple[tuple[float, str], ...]  # (number, ISO letter); clock units in lower case

_MONTHS_OF = {"Y": 12, "M": 1}
_DAYS_OF = {"W": 7, "D": 1}


_OF = re.compile(r"\s+of\b")
_SOME_UNITS = re.compile(
    r"(?:previous|past|coming|next|upcoming|following|forthcoming)\s[\w\s]*s$", re.IGNORECASE
)

# lengths


def length(c: Context, n: float, u: Unit | str | int) -> Length | None:
    if isinstance(u, tuple):
        if u == ("M", 3) and n in (1, 3) and (_OF.match(c.text, c.end) or "-" in c.text[c.at : c.end]):
            return None  # three quarters of something
        return ((n * u[1], u[0]),)
    return ((n, u.lower() if isinstance(u, str) else "s"),)


def one(c: Context, u: Unit | str | int) -> Length | None:
    return length(c, 1, u)


def half_of(c: Context, u: Unit | str | int) -> Length | None:
    if u == ("Y", 1):
        return ((6, "M"),)
    if u == ("D", 1):
        return ((12, "h"),)
    if u == "H":
        return ((30, "m"),)
    return length(c, 0.5, u)


def and_half(c: Context, d: Length) -> Length | None:
    (number, letter), *rest = d
    return None if rest else ((number + 0.5, letter),)


def joined(_: Context, a: Length, b: Length) -> Length | None:
    order = "YMWDhms"
    return a + b if order.index(a[-1][1]) < order.index(b[0][1]) else None


def mixed(_: Context, n: float) -> float:
    return n + 0.5


def written(length: Length) -> str:
    """A length as an ISO 8601 duration: `P1Y6M`, `PT90M`."""
    (number, letter), *rest = length
    if number % 1 and not rest:
        if letter == "Y" and (number * 12) % 1 == 0:
            length = ((number * 12, "M"),)
        elif letter == "M" and (number * 30) % 1 == 0:
            length = ((number * 30, "D"),)
        elif letter == "h":
            length = ((number * 60, "m"),)
        elif letter == "m":
            length = ((number * 60, "s"),)
        elif letter == "D":
            length = ((number * 24, "h"),)
    calendar = "".join(f"{n:g}{unit}" for n, unit in length if unit.isupper())
    clock = "".join(f"{n:g}{unit.upper()}" for n, unit in length if unit.islower())
    return f"P{calendar}" + (f"T{clock}" if clock else "")


def steps(length: Length) -> tuple[int, int] | None:
    """(months, days) of a length of whole calendar units, None for another."""
    months = days = 0.0
    for number, letter in length:
        months += number * _MONTHS_OF.get(letter, 0)
        days += number * _DAYS_OF.get(letter, 0)
        if letter.islower():
            return None
    return (
        (int(months), int(days)) if months % 1 == days % 1 == 0 and months < 12000 and days < 99999 else None
    )


# points told from a day


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


def _iso(length: Length, sign: int) -> str | None:
    step = steps(length)
    if step is None:
        return None
    return ("-" if sign < 0 else "") + (
        f"P{step[0] // 12}Y" if step[0] % 12 == step[1] == 0 else written(length)
    )


def ago(c: Context, d: Length) -> When | None:
    found = moved(c.published, d, -1) if c.published else None
    if found and steps(d) == (12, 0):
        return replace(found, shift="-P1Y", fixed=True)
    return found


def from_now(c: Context, d: Length) -> When | None:
    return moved(c.published, d, 1) if c.published else None


def in_future(c: Context, d: Length) -> When | None:
    """`will end in two weeks`, but not `the lowest in five years`."""
    return None if c.future() is False or c.superlative() else from_now(c, d)


def within(c: Context, d: Length) -> When | None:
    step = steps(d)
    if not c.published or not step or not c.future():
        return None
    return of_days(c.published, add(c.published, *step) - timedelta(1))


def earlier(_: Context, d: Length) -> When | None:
    shift = _iso(d, -1)
    return When("year" if d[-1][1] == "Y" else "month", shift=shift) if shift else None


def later(_: Context, d: Length) -> When | None:
    shift = _iso(d, 1)
    return When("year" if d[-1][1] == "Y" else "month", shift=shift) if shift else None


def length_after(c: Context, d: Length, t: When) -> When | None:
    at = resolve(t, c)
    return moved(at.lo, d, 1) if at and at.lo and at.grain == "day" else None


def length_before(c: Context, d: Length, t: When) -> When | None:
    at = resolve(t, c)
    return moved(at.lo, d, -1) if at and at.lo and at.grain == "day" else None


def weekdays_away(c: Context, n: float, w: int, sign: int) -> When | None:
    if not c.published or n > 500:
        return None
    day = c.published + timedelta(
        sign * ((sign * (w - c.published.weekday()) - 1) % 7 + 1) + sign * 7 * (int(n) - 1)
    )
    return of_days(day, day)


# periods told from the document's day


def day_word(c: Context, d: int) -> When | None:
    if not c.published:
        return None
    day = c.published + timedelta(d)
    return of_days(day, day)


def which_unit(c: Context, h: int, u: Unit) -> When | None:
    """`last year`, `this quarter`; of `the coming years` nobody knows how many there are."""
    if _SOME_UNITS.search(c.text, c.at, c.end):
        return None
    return span_of(u[0], u[1], c.published, h) if c.published else None


def this_unit(c: Context, u: Unit) -> When | None:
    return which_unit(c, 0, u)


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


def which_feast(c: Context, h: int, f: When) -> When | None:
    if not f.feast or not c.published:
        return None
    around = [with_year(f, c.published.year + step) for step in (-1, 0, 1)]
    days = [
        day for day in around if day and day.lo and (day.lo < c.published if h < 0 else day.lo > c.published)
    ]
    return days[-1 if h < 0 else 0] if days else None


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
    return now[0] if now else this_year


def which_weekday(c: Context, h: int, w: int) -> When | None:
    """`last Friday` is of the week before, `next Monday` of the week after."""
    if not c.published:
        return None
    monday = c.published - timedelta(c.published.weekday())
    day = monday + timedelta(w + 7 * h)
    return of_days(day, day)


def near_weekday(c: Context, h: int, w: int) -> When | None:
    """`this past Wednesday`, `the coming Friday`: the nearest on that side."""
    return weekdays_away(c, 1, w, h)


def this_weekend(c: Context) -> When | None:
    """The weekend gone by in a clause of the past, before Friday; else the one to come."""
    past = c.published and c.published.weekday() < 4 and c.future() is False
    return weekend(c, -1 if past else 0)


def weekend(c: Context, h: int = 0) -> When | None:
    if not c.published:
        return None
    saturday = c.published - timedelta(c.published.weekday()) + timedelta(5 + 7 * h)
    return of_days(saturday, saturday + timedelta(1))


def window_after(c: Context, n: float, h: int, u: Unit) -> When | None:
    """`the 5 past years`; `only 3 next week` is none."""
    return window(c, h, n, u) if n == 1 or c.text[c.end - 1] == "s" else None


def window(c: Context, h: int, n: float, u: Unit) -> When | None:
    """`the past 12 months`, `the next 25 years`: from here back or on, the unit that runs now included."""
    if not c.published or n != int(n) or not 1 <= n <= 3000 or h == 0:
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
    this = span_of("M", 3, base, 0).lo
    assert this
    lo = add(this, 3 if h > 0 else -3 * n)
    return of_months(lo, 3 * n)


def window_of(c: Context, h: int, d: Length) -> When | None:
    return window(c, h, d[0][0], (d[0][1], 1)) if len(d) == 1 else None


def past_unit(c: Context, u: Unit) -> When | None:
    """`the past year`: the twelve months up to now."""
    return None if c.text[c.end - 1] == "s" else window(c, -1, 1, u)


def farm_season(c: Context, h: int = 0, u: Unit = ("Y", 1)) -> When | None:
    """The farming year, from July to June, as the traders in grain of the north count it."""
    if not c.published or u != ("Y", 1):
        return None
    first = c.published.year + h - (c.published.month < 7)
    return of_months(date(first, 7, 1), 12)


def seconds(c: Context, n: float) -> Length | None:
    return length(c, n, "S")


def quarters(c: Context, h: int, n: float, u: Unit) -> When | None:
    return window(c, h, n, u) if u == ("M", 3) else None


def past_window(c: Context, h: int, u: Unit) -> When | None:
    return window(c, h, 1, u) if h else None


def after_next(c: Context, u: Unit) -> When | None:
    return which_unit(c, 2, u)


def weekday_after_next(c: Context, w: int) -> When | None:
    found = which_weekday(c, 1, w)
    return of_days(found.lo + timedelta(7), found.lo + timedelta(7)) if found and found.lo else None


def month_after_next(c: Context, m: int) -> When | None:
    found = which_month(c, 1, m)
    return with_year(When("month", month=m), found.lo.year + 1) if found and found.lo else None


def year_to_date(c: Context, u: Unit) -> When | None:
    whole = this_unit(c, u)
    return of_days(whole.lo, c.published) if whole and whole.lo and c.published and u[0] != "D" else None


def days_from(c: Context, d: Length, t: When) -> When | None:
    """`10 days from 18 December`: that many, the first included."""
    start, step = resolve(t, c), steps(d)
    if not start or not start.lo or not step or start.grain != "day":
        return None
    try:
        return of_days(start.lo, add(start.lo, *step) - timedelta(1))
    except (ValueError, OverflowError):
        return None


def days_of_start(c: Context, t: When, d: Length) -> When | None:
    return days_from(c, d, t)


def day_in_this(c: Context, o: int, u: Unit) -> When | None:
    whole = this_unit(c, u)
    return day_in(c, o, whole) if whole else None


def weekday_in_this(c: Context, w: int, u: Unit, o: int | None = None) -> When | None:
    whole = this_unit(c, u)
    if not whole:
        return None
    return nth_weekday(c, o, w, whole) if o else last_weekday(c, w, whole)


def two(_: Context) -> int:
    return 2


def quarter_more(c: Context, n: int, u: str, q: int = 1) -> Length | None:
    return length(c, n + q / 4, u) if q < 4 else None


def minutes_more(_: Context, d: Length, n: int) -> Length | None:
    """`2 hours ten`."""
    return (*d, (n, "m")) if d[-1][1] == "h" and n < 60 and n % 5 == 0 else None


def same_unit(c: Context, u: Unit) -> When | None:
    """`the same month`: that of the figure; by itself that of the document."""
    whole = this_unit(c, u)
    return replace(whole, shift="P0D") if whole else When("month", shift="P0D")


def business(c: Context, h: int, n: float) -> When | None:
    if not c.published or h == 0 or n > 400:
        return None
    days, day = [], c.published
    while len(days) < n:
        day += timedelta(h)
        if day.weekday() < 5:
            days.append(day)
    return of_days(min(days), max(days))


# parts of other periods


def part_of_year(c: Context, p: When, t: When) -> When | None:
    """`January of this year`, `last year's fourth quarter`."""
    if (p.month is None and not p.feast) or p.year is not None or t.grain != "year" or p.shift:
        return None
    year = resolve(t, c)
    if not year or not year.lo or year.lo.year != (year.hi or year.lo).year:
        return None
    return with_year(p, year.lo.year)


def year_of_part(c: Context, t: When, p: When) -> When | None:
    return part_of_year(c, p, t)


def part_of_this(c: Context, p: When, u: Unit) -> When | None:
    year = this_unit(c, u)
    return part_of_year(c, p, year) if year else None


def first_units_of_this(c: Context, d: Length, u: Unit) -> When | None:
    whole = this_unit(c, u)
    return first_units(c, d, whole) if whole else None


def weekday_in(c: Context, w: int, t: When) -> When | None:
    week = resolve(t, c)
    if not week or week.grain != "week" or not week.lo:
        return None
    day = week.lo + timedelta(w)
    return of_days(day, day)


def day_in(c: Context, d: int, t: When) -> When | None:
    month = resolve(t, c)
    if not month or not month.lo or month.grain != "month":
        return None
    try:
        day = month.lo.replace(day=d)
    except ValueError:
        return None
    return of_days(day, day)


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


def months_of(c: Context, d: Length, t: When) -> When | None:
    """`in 11 months of 2025`: from January on."""
    return first_units(c, d, t) if d[0][1] == "M" and d[0][0] < 12 and t.grain == "year" else None


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


def _first_week(lo: date) -> date:
    """Monday of the first ISO week: the one that holds the fourth day."""
    return _monday(lo + timedelta(3))


def _last_week(hi: date) -> date:
    return _monday(hi - timedelta(3))


def _monday(day: date) -> date:
    return day - timedelta(day.weekday())


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


def last_unit(c: Context, u: Unit, t: When) -> When | None:
    return last_units(c, ((u[1], u[0]),), t)


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
    if whole.grain == "year":
        return of_months(whole.lo.replace(month=6 * o - 5), 6)
    if whole.grain == "month" and whole.hi:
        middle = whole.lo + timedelta(14)
        return of_days(whole.lo, middle) if o == 1 else of_days(middle + timedelta(1), whole.hi)
    return None


def second_half_of(c: Context, t: When) -> When | None:
    return half_of_period(c, 2, t)


def week_with(c: Context, u: Unit, t: When) -> When | None:
    day = resolve(t, c)
    return week_of(day.lo) if day and day.lo and day.grain == "day" and u == ("W", 1) else None


def ending_unit(c: Context, u: Unit, t: When) -> When | None:
    return ending(c, ((u[1], u[0]),), t)


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


def same(_: Context, t: When) -> When:
    return t


def start(c: Context, t: When) -> When | None:
    """The first month of a year; of anything shorter the whole."""
    whole = resolve(t, c)
    if not whole or not whole.lo:
        return None
    return of_months(whole.lo, 1) if whole.grain == "year" and whole.lo != date.min else whole


def start_of_this(c: Context, u: Unit) -> When | None:
    whole = this_unit(c, u)
    return start(c, whole) if whole else None


def bare_end(_: Context, t: When) -> When | None:
    """`end June`, `end 2024`."""
    return t if t.grain in ("month", "year") else None


def end_of_year(c: Context, u: Unit, t: When) -> When | None:
    return t if u == ("Y", 1) and t.grain == "year" else None


# words that depend on the figure they stand with


def year_on_year(_: Context) -> When:
    return When("year", shift="-P1Y", role="base")


def on_unit(_: Context, a: Unit, b: Unit | None = None) -> When | None:
    if (b is not None and a != b) or (b is None and a[0] == "D"):
        return None
    return When("month", shift=f"-P{a[1]}{a[0]}", role="base")


def quarter_on_quarter(c: Context) -> When:
    return previous(c, ("M", 3))


def month_on_month(c: Context) -> When:
    return previous(c, ("M", 1))


def day_after_tomorrow(c: Context) -> When | None:
    return day_word(c, 2)


def day_before_yesterday(c: Context) -> When | None:
    return day_word(c, -2)


def hours(c: Context, n: float) -> Length | None:
    return length(c, n, "H")


def weekdays_on(c: Context, n: float, w: int) -> When | None:
    return weekdays_away(c, n, w, 1)


def weekdays_back(c: Context, n: float, w: int) -> When | None:
    return weekdays_away(c, n, w, -1)


def previous(c: Context, u: Unit) -> When | None:
    """`the previous quarter`: before that of the figure; by itself before that of the document."""
    if c.text[c.end - 1] == "s" and u[0] != "D":
        return None
    shift = f"-P{u[1]}{u[0]}"
    whole = which_unit(c, -1, u)
    return replace(whole, shift=shift) if whole else When("month", shift=shift)


def same_period(_: Context) -> When:
    return When("month", shift="P0D")


def same_period_of(c: Context, t: When) -> When | None:
    """`the same period last year`: the figure's own months in that year."""
    if t.shift:
        return t
    year = resolve(t, c)
    if not year or not year.lo or year.grain != "year":
        return None
    return replace(year, shift="P0D")
