"""Readings of dates, months, quarters, years and decades that are written out, and of years in words."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from pipeline.recognise.period_context import Context, resolve
from pipeline.recognise.when import When, of_days, of_months, of_year, with_year

_PREPOSITION = re.compile(
    r"(?:\b(?:in|of|since|by|from|to|until|till|for|during|through|and|or|the|before|after|between|late|early|mid|year|"
    r"around|over|vs|versus|against|than|with|on|while|as|this|a|ended|ending|its|their|his|our|fiscal|calendar)"
    r"|['’]s|[-–—(/,;:~=>\"“'])\s*$|^\s*$|[.!?\n]\s+$",
    re.IGNORECASE,
)
_APPROXIMATE = re.compile(
    r"\b(?:about|some|nearly|almost|over|than|least|most|to|around|approximately|roughly|exceed\w*|employ\w*)\s+$",
    re.IGNORECASE,
)
_DIGITS_LEFT = re.compile(r"(?<!\d)\d{1,3}-$|\d{3}\s$|[a-z]/$|[?&#@_]$|\w=$")
_ADDRESS_RIGHT = re.compile(r"[/.][a-z\d]|[@_]")
_LED_BY_TIME = re.compile(
    r"\b(?:on|from|to|until|by|since|between|this|next|before|after)\s+$|\d[-–]$|\d,\s+$|\d or $",
    re.IGNORECASE,
)
_COUNTS_ON = re.compile(
    r"\s+(?!of\b|at\b|in\b|and\b|or\b|to\b|for\b|from\b|this\b|with\b)[A-Za-z]|\s+of\s+(?:them|whom|these|those|which)\b|[,.]\d|\s?%"
)
_COUNTED_NEXT = re.compile(  # but for `1990 levels`
    r"\s+(?:[a-z]+-)?(?:men|women|people|children"
    r"|(?!(?:was|is|has|as|this|its|us|versus|levels|baselines|peaks|highs|lows|averages)\b)[a-z]+s)\b"
)
_COUNTED_APART = re.compile(
    rf"{_COUNTED_NEXT.pattern}|\s+of\s+(?:its|their|the|his|her|our|them|those|these|whom)\b"
)
_BEHIND_COMMA = re.compile(r",\s\d{1,2}\Z")
_MINUTES = re.compile(r"\s?m(?:ins?|inutes?)?\b", re.IGNORECASE)
_NUMBER_BEFORE = re.compile(r"(?:hundred|thousand|million)\s+(?:and\s+)?\Z", re.IGNORECASE)
_NUMBER_AFTER = re.compile(r"\s+(?:and\s+)?(?:\w+\s+)?(?:hundred|thousand|million)", re.IGNORECASE)


def added(_: Context, t: int, o: int) -> int:
    return t + o


def ordinal(_: Context, t: int, o: int) -> int | None:
    return t + o if o < 10 else None


def spoken_year(_: Context, a: int, b: int = 0) -> int | None:
    return 100 * a + b if 11 <= a <= 20 and (b == 0 or 1 <= b <= 99) and (a < 20 or b) else None


def spoken_pair(c: Context, a: int, b: int) -> int | None:
    return spoken_year(c, a, b) if b >= 10 else None


def thousand_year(c: Context, a: int, b: int = 0) -> int | None:
    """`two thousand and six`, where the words are not part of a longer number."""
    if _NUMBER_BEFORE.search(c.text[max(0, c.at - 14) : c.at]) or _NUMBER_AFTER.match(c.text, c.end):
        return None
    return 2000 + b if a == 2 and b < 100 else None


def full_date(c: Context, m: int, d: int, y: int | None = None, w: int | None = None) -> When | None:
    if not 1 <= d <= 31:
        return None
    if y is not None and y < 100:
        y += 2000 if y < 50 else 1900
    if y is None:
        if w is None and re.search(r"\bin\s$", c.text[max(0, c.at - 4) : c.at]) and c.text[c.at].isalpha():
            return None
        if _counted_apart(c):
            return None
        try:
            date(2000, m, d)
        except ValueError:
            return None
        return When("day", month=m, day=d, weekday=w)
    made = with_year(When("day", month=m, day=d, year=y), y)
    if made:
        c.note_year(y)
    return made


def _counted_apart(c: Context) -> bool:
    """Whether a comma parts a month from what is counted: `in May, 31 people`, `in June, 11 of its ships`."""
    return (
        _BEHIND_COMMA.search(c.text[c.at : c.end]) is not None
        and _COUNTED_APART.match(c.text, c.end) is not None
    )


def numeric(c: Context, d: date) -> When:
    c.note_year(d.year)
    return replace(of_days(d, d), year=d.year, month=d.month, day=d.day)


def teen_date(c: Context, m: int, d: int) -> When | None:
    return full_date(c, m, d) if d > 9 else None


def day_of_month(c: Context, d: int) -> When | None:
    """`on the 18th`."""
    if d > 31 or _COUNTS_ON.match(c.text, c.end):
        return None
    return resolve(When("day", day=d), c)


def slashed(c: Context, a: int, b: int) -> When | None:
    """`on 2/15`; a fraction has no preposition of time before it or no room for a day."""
    led = c.at == 0 or _LED_BY_TIME.search(c.text, max(0, c.at - 9), c.at)
    return month_day(c, a, b) if led and not _COUNTS_ON.match(c.text, c.end) else None


def month_day(c: Context, a: int, b: int, w: int | None = None) -> When | None:
    """Month first, else day first."""
    if 1 <= a <= 12:
        return full_date(c, a, b, None, w)
    return full_date(c, b, a, None, w) if 1 <= b <= 12 else None


def month_of_year(c: Context, m: int, y: int) -> When | None:
    if y < 100:
        y += 2000 if y < 50 else 1900
    c.note_year(y)
    return with_year(When("month", month=m), y)


def year_then_month(c: Context, y: int, m: int) -> When | None:
    """`2025 May`, in one line."""
    return None if "\n" in c.text[c.at : c.end] else month_of_year(c, m, y)


def year_month(c: Context, ym: tuple[int, int]) -> When | None:
    return month_of_year(c, ym[1], ym[0])


def weekday_day(c: Context, w: int, d: int) -> When | None:
    if _COUNTS_ON.match(c.text, c.end):
        return None
    return resolve(When("day", day=d, weekday=w), c) if d <= 31 else None


_BUSINESS_YEAR = 4  # the first month that may open a business year of two calendar years


def _part(first: int, months: int) -> When:
    return When("month", month=first, months=months)


def quarter(c: Context, o: int, y: int | None = None, z: int | None = None) -> When | None:
    return maybe_year(c, _part(3 * o - 2, 3), y or z) if 1 <= o <= 4 else None


def season_of_years(c: Context, s: int, r: tuple[int, int]) -> When | None:
    """`the winter of 2024-25`."""
    return season(c, s, r[0])


def quarter_to(_: Context, m: int) -> When | None:
    """`the March quarter`: the three months that end with March."""
    return _part(m - 2, 3) if m >= 3 else None


def quarters_of_year(c: Context, a: int, b: int, y: int) -> When | None:
    """`the first and second quarters of 2025`."""
    return maybe_year(c, _part(3 * a - 2, 3 * (b - a + 1)), y) if 1 <= a < b <= 4 else None


def months_so_far(c: Context, n: int, y: int | None = None, z: int | None = None) -> When | None:
    """`9M 2025`: from January on."""
    capital = c.text[c.at + len(str(n)) : c.end].lstrip().startswith("M")
    return maybe_year(c, _part(1, n), y or z) if capital and n < 12 else None


def fiscal_months(_: Context, n: int, y: int = 0, z: int = 0) -> When | None:
    """`7MFY25`: from July of the year before, as the accountants who write so count it."""
    year = y or 2000 + z
    return of_months(date(year - 1, 7, 1), n) if 1 <= n <= 12 else None


def months_of_years(_: Context, a: int, r: tuple[int, int], b: int | None = None) -> When | None:
    """`August-December 2023-24`: months of a business year, which begins in spring or in July."""
    lo = date(r[0] if a >= _BUSINESS_YEAR else r[1], a, 1)
    last = a if b is None else b
    return of_months(lo, (last - a) % 12 + 1) if r[1] == r[0] + 1 else None


def first_quarter(c: Context, y: int | None = None) -> When | None:
    return quarter(c, 1, y)


def first_half(c: Context, y: int | None = None) -> When | None:
    return half(c, 1, y)


def last_quarter(c: Context, y: int | None = None) -> When | None:
    return quarter(c, 4, y)


def half(c: Context, o: int, y: int | None = None, z: int | None = None) -> When | None:
    """`the first half of 2025`, `1H25`; `2h 15m` is a length."""
    if z is not None and _MINUTES.match(c.text, c.end):
        return None
    return maybe_year(c, _part(6 * o - 5, 6), y or z) if 1 <= o <= 2 else None


def quarter_named(c: Context, o: int) -> When | None:
    """`2Q`, in capitals."""
    return quarter(c, o) if c.text[c.end - 1] == "Q" else None


def half_named(c: Context, o: int) -> When | None:
    """`1H`, in capitals."""
    return half(c, o) if c.text[c.end - 1] == "H" else None


def second_half(c: Context, y: int | None = None) -> When | None:
    return half(c, 2, y)


def maybe_year(c: Context, part: When, y: int | None) -> When | None:
    if y is None:
        return part
    if y < 100:
        y += 2000
    c.note_year(y)
    return with_year(part, y)


def season(c: Context, s: int, y: int | None = None) -> When | None:
    part = When("season", month=3 + 3 * s, months=3)
    return maybe_year(c, part, y)


def lone_year(c: Context, y: int) -> When | None:
    """A number of four digits is a year unless something is counted with it."""
    before, end = c.text[max(0, c.at - 24) : c.at], c.at + 4
    if c.text[end : end + 1].isalpha() or _DIGITS_LEFT.search(before) or not 1000 <= y <= 2199:
        return None
    if _ADDRESS_RIGHT.match(c.text, end):
        return None
    led = _PREPOSITION.search(before)
    if not 1800 <= y <= 2100 and not re.search(
        r"\b(?:in|since|year|until|by|before|after|from|to)\s+$", before, re.I
    ):
        return None
    if _COUNTED_NEXT.match(c.text, end) and (not led or y % 100 == 0):
        return None
    if _APPROXIMATE.search(before) and (_COUNTED_NEXT.match(c.text, end) or y % 50 == 0):
        return None
    c.note_year(y, alone=True)
    return of_year(y)


def year_named(c: Context, y: int) -> When:
    if y < 100:
        y += 2000 if y < 70 else 1900
    c.note_year(y, alone=True)
    return of_year(y)


def years(_: Context, r: tuple[int, int]) -> When:
    return When("year", date(r[0], 1, 1), date(r[1], 12, 31))


def fiscal_pair(c: Context, y: int, z: int = 0, z2: int = 0) -> When | None:
    """`FY2024/25`, `FY2024/2025`."""
    last = z2 or y // 100 * 100 + z
    return years(c, (y, last)) if y < last <= y + 2 else None


def decade(c: Context, d: int) -> When:
    """`the 1990s`, `the '80s`: of two digits the last such decade that has begun."""
    if d >= 1000 and d % 100 == 0 and d < 2000:
        return When("century", date(d, 1, 1), date(d + 99, 12, 31))
    recent = c.published is not None and 2000 + d <= c.published.year
    first = d if d >= 1000 else (2000 if recent and d > 0 else 1900) + d
    return When("decade", date(first, 1, 1), date(first + 9, 12, 31))


def century(_: Context, o: int, u: tuple[str, int]) -> When | None:
    if u != ("Y", 100) or not 2 <= o <= 22:
        return None
    return When("century", date(100 * o - 100, 1, 1), date(100 * o - 1, 12, 31))


def bare_season(_: Context, s: int) -> When:
    return When("season", month=3 + 3 * s, months=3)


def bare_weekday(_: Context, w: int) -> When:
    return When("day", weekday=w)


def bare_month(_: Context, m: int) -> When:
    return When("month", month=m)


def week_number(c: Context, u: tuple[str, int], n: int, y: int | None = None) -> When | None:
    if u != ("W", 1):
        return None
    year = y or (c.published.year if c.published else None)
    try:
        monday = date.fromisocalendar(year or 0, n, 1)
    except ValueError:
        return None
    return of_days(monday, date.fromordinal(monday.toordinal() + 6), "week")


def week_of_period(c: Context, u: tuple[str, int], n: int, t: When) -> When | None:
    at = resolve(t, c)
    return week_number(c, u, n, at.lo.year) if at and at.lo and at.grain == "year" else None


def year_of_unit(c: Context, u: tuple[str, int], y: int) -> When | None:
    return year_named(c, y) if u == ("Y", 1) else None
