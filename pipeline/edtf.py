"""Arithmetic on calendar values written as EDTF (ISO 8601-2).

A value is one part (`2025`, `2026-01`, `2026-01-08`, `199X`, `19XX`, `2025-22` for a summer) or two with a
slash; `..` or nothing at one side leaves it open. Everything raises ValueError for a string that is none of
these.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import MAXYEAR, MINYEAR, date, timedelta
from functools import lru_cache
from typing import Literal

Grain = Literal["day", "month", "season", "year", "decade", "century"]

ORDER: tuple[Grain, ...] = ("day", "month", "season", "year", "decade", "century")
_OPEN = ("", "..")
_PART = re.compile(r"(\d{2})XX|(\d{3})X|(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", re.ASCII)
_DURATION = re.compile(r"([+-]?)P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?", re.ASCII)
_FIRST_SEASON, _LAST_SEASON = 21, 24


def duration(text: str) -> tuple[int, int]:
    """Signed (months, days) of an ISO 8601 duration of calendar units: `-P1Y` is (-12, 0), `P2W` (0, 14)."""
    match = _DURATION.fullmatch(text)
    if not match or text[-1] == "P":
        raise ValueError(f"not a calendar duration: {text!r}")
    sign = -1 if match[1] == "-" else 1
    years, months, weeks, days = (int(g or 0) for g in match.groups()[1:])
    return sign * (12 * years + months), sign * (7 * weeks + days)


def add(day: date, months: int = 0, days: int = 0) -> date:
    """`day` moved by months, kept within the month it lands in, then by days. ValueError beyond 1 to 9999."""
    count = day.year * 12 + day.month - 1 + months
    year, month = count // 12, count % 12 + 1
    if not MINYEAR <= year <= MAXYEAR:
        raise ValueError(f"year {year} is out of range")
    try:
        return date(year, month, min(day.day, monthrange(year, month)[1])) + timedelta(days)
    except OverflowError as error:
        raise ValueError(str(error)) from error


def month_end(day: date) -> date:
    """The last day of the month that holds `day`."""
    return day.replace(day=monthrange(day.year, day.month)[1])


@lru_cache(4096)
def bounds(edtf: str) -> tuple[date, date]:
    """First and last day of a value, both inclusive; an open side is date.min or date.max."""
    if "/" in edtf:
        left, _, right = edtf.partition("/")
        lo = date.min if left in _OPEN else bounds(left)[0]
        hi = date.max if right in _OPEN else bounds(right)[1]
        if hi < lo:
            raise ValueError(f"ends before it begins: {edtf!r}")
        return lo, hi
    match = _PART.fullmatch(edtf)
    if not match:
        raise ValueError(f"not an EDTF date: {edtf!r}")
    century, decade, year, month, day = (int(g) if g else None for g in match.groups())
    if century is not None:
        return date(max(century * 100, 1), 1, 1), date(century * 100 + 99, 12, 31)
    if decade is not None:
        return date(max(decade * 10, 1), 1, 1), date(decade * 10 + 9, 12, 31)
    if year is None:
        raise ValueError(edtf)
    if month is None:
        return date(year, 1, 1), date(year, 12, 31)
    if day is not None:
        return date(year, month, day), date(year, month, day)
    if _FIRST_SEASON <= month <= _LAST_SEASON:
        return season(year, month - _FIRST_SEASON)
    return date(year, month, 1), month_end(date(year, month, 1))


def season(year: int, index: int) -> tuple[date, date]:
    """Season of the north by months: 0 is spring, March to May; winter (3) begins in December of `year`."""
    lo = date(year, 3 + 3 * index, 1)
    return lo, month_end(add(lo, 2))


@lru_cache(4096)
def grain(edtf: str) -> Grain:
    """The finest unit that a value names: `2025-01/2025-10` is "month", `2020/..` "year"."""
    bounds(edtf)
    parts = [part for part in edtf.split("/") if part not in _OPEN]
    if not parts:
        raise ValueError(f"no date in {edtf!r}")
    return min((_part_grain(part) for part in parts), key=ORDER.index)


def _part_grain(part: str) -> Grain:
    bounds(part)
    if part.endswith("XX"):
        return "century"
    if part.endswith("X"):
        return "decade"
    if len(part) == 4:
        return "year"
    if len(part) == 7:
        return "season" if int(part[5:]) >= _FIRST_SEASON else "month"
    return "day"


def contains(outer: str, inner: str) -> bool:
    """Whether every day of `inner` lies in `outer`."""
    (a, b), (c, d) = bounds(outer), bounds(inner)
    return a <= c and d <= b


def interval(lo: date, hi: date) -> str:
    """The shortest EDTF of the days from `lo` to `hi`, both inclusive: `2025-01/2025-10`."""
    if hi < lo:
        raise ValueError(f"{hi} is before {lo}")
    if hi == month_end(hi) and lo.day == 1:
        if lo.month == 1 and hi.month == 12:
            first, last = f"{lo.year:04d}", f"{hi.year:04d}"
        else:
            first, last = lo.isoformat()[:7], hi.isoformat()[:7]
    else:
        first, last = lo.isoformat(), hi.isoformat()
    return first if first == last else f"{first}/{last}"


def shift(edtf: str, by: str) -> str:
    """A value moved by an ISO 8601 duration: `2025-01/2025-10` by `-P1Y` is `2024-01/2024-10`.

    Parts keep their grain where the duration is whole in it (`2025` by `-P1Y`); else months or days are
    written (`2025` by `-P3M` is `2024-10/2025-09`).
    """
    months, days = duration(by)
    if "/" in edtf:
        left, _, right = edtf.partition("/")
        bounds(edtf)
        if left in _OPEN or right in _OPEN:
            return f"{_open_shift(left, months, days, 0)}/{_open_shift(right, months, days, 1)}"
        if (
            len(left) == len(right)
            and (kept := _kept(left, months, days))
            and (end := _kept(right, months, days))
        ):
            return f"{kept}/{end}"
    elif kept := _kept(edtf, months, days):
        return kept
    return interval(*_moved(*bounds(edtf), months, days))


def _open_shift(part: str, months: int, days: int, side: int) -> str:
    if part in _OPEN:
        return part
    return _kept(part, months, days) or _moved(*bounds(part), months, days)[side].isoformat()


def _kept(part: str, months: int, days: int) -> str | None:
    """`part` moved and written at its own grain, or None where the move is not whole in that grain."""
    unit = _part_grain(part)
    lo = bounds(part)[0]
    if unit == "day":
        return add(lo, months, days).isoformat()
    if days:
        return None
    if unit == "month":
        return add(lo, months).isoformat()[:7]
    if unit == "season":
        return None if months % 12 else f"{add(lo, months).year:04d}{part[4:]}"
    size, width = {"year": (12, 4), "decade": (120, 3), "century": (1200, 2)}[unit]
    return None if months % size else f"{add(lo, months).year:04d}"[:width].ljust(4, "X")


def _moved(lo: date, hi: date, months: int, days: int) -> tuple[date, date]:
    whole_months = not days and lo.day == 1 and hi == month_end(hi)
    end = add(hi, months, days)
    return add(lo, months, days), month_end(end) if whole_months else end


def to_year(edtf: str, year: int) -> str:
    """A value moved so that it ends in `year`: `2025-01/2025-10` to 2024 is `2024-01/2024-10`."""
    return shift(edtf, f"{'-' if (move := year - bounds(edtf)[1].year) < 0 else ''}P{abs(move)}Y")
