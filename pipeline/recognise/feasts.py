"""The days on which feasts fall, from the notation of `patterns/recognise/calendar.yaml`."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta


def feast_day(notation: str, year: int) -> date:
    """`12-25`; `easter 1`, the day after Easter; `11 3 4`, the fourth Thursday in November (-1 the last)."""
    if "-" in notation and " " not in notation:
        month, day = notation.split("-")
        return date(year, int(month), int(day))
    first, *rest = notation.split()
    if first == "easter":
        return _easter(year) + timedelta(int(rest[0]))
    weekday, which, *after = (int(part) for part in rest)
    return _nth(year, int(first), weekday, which) + timedelta(after[0] if after else 0)


def _nth(year: int, month: int, weekday: int, which: int) -> date:
    if which < 0:
        last = date(year, month, monthrange(year, month)[1])
        return last - timedelta((last.weekday() - weekday) % 7)
    first = date(year, month, 1)
    return first + timedelta((weekday - first.weekday()) % 7 + 7 * (which - 1))


def _easter(year: int) -> date:
    """Gregorian Easter Sunday (Meeus, Jones and Butcher, in Astronomical Algorithms, chapter 8)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (a + 11 * h) // 319
    r = (2 * e + 2 * i - k - h + m + 32) % 7
    month = (h - m + r + 90) // 25
    return date(year, month, (h - m + r + month + 19) % 32)
