"""What a time expression means while it is being read: days, or the fields of a date that lacks its year."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import MAXYEAR, date, timedelta
from typing import Literal

from pipeline.edtf import add, interval, month_end
from pipeline.recognise.feasts import feast_day

Grain = Literal["day", "week", "month", "season", "year", "decade", "century"]
Role = Literal["at", "since", "by", "until", "base"]
FINENESS: tuple[Grain, ...] = ("day", "week", "month", "season", "year", "decade", "century")
SINCE_THEN = "since"  # shift of `since then` until the period told before is known
SAME_PART = "P0Y"  # shift of `the same period of 2024` until the figure's period is known
Unit = tuple[str, int]  # letter of ISO 8601 and how many of it, as in calendar.yaml

_YEARS_OF: dict[int, Grain] = {1: "year", 10: "decade", 100: "century"}


@dataclass(frozen=True, slots=True)
class When:
    """Days from `lo` to `hi`, inclusive (date.min and date.max are open sides), or fields that lack a year.

    `month` is the first month of a quarter, half or season, `months` how many it has; `feast` is a day in
    the notation of calendar.yaml. `shift` and `role` are those of model.Period; `fixed` is True where the
    words count from the document's day, whatever other periods are named.
    """

    grain: Grain
    lo: date | None = None
    hi: date | None = None
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    months: int = 1
    shift: str | None = None
    role: Role = "at"
    feast: str | None = None
    fixed: bool = False

    @property
    def resolved(self) -> bool:
        return self.lo is not None

    @property
    def edtf(self) -> str:
        """The value as EDTF; "" where no days are known."""
        if self.lo is None or self.hi is None:
            return ""
        if self.lo == date.min:
            return f"../{_part(self.hi, self.grain)}"
        if self.hi == date.max:
            return f"{_part(self.lo, self.grain)}/.."
        if self.grain == "decade" and self.hi.year - self.lo.year == 9:
            return f"{self.lo.year // 10:03d}X"
        if self.grain == "century" and self.hi.year - self.lo.year == 99:
            return f"{self.lo.year // 100:02d}XX"
        return interval(self.lo, self.hi)


def _part(day: date, grain: Grain) -> str:
    text = day.isoformat()
    if grain in ("day", "week"):
        return text
    return text[:7] if grain in ("month", "season") else text[:4]


def of_year(year: int) -> When:
    return When("year", date(year, 1, 1), date(year, 12, 31), year=year)


def of_months(lo: date, count: int, grain: Grain = "month") -> When:
    """`count` whole months from the one that holds `lo`."""
    first = lo.replace(day=1)
    return When(grain, first, month_end(add(first, count - 1)), month=first.month, months=count)


def months_long(when: When) -> int:
    """How many whole months a resolved period has; 0 where it is open or made of days."""
    if not when.lo or not when.hi or date.min == when.lo or date.max == when.hi:
        return 0
    if when.lo.day != 1 or when.hi != month_end(when.hi):
        return 0
    return 12 * (when.hi.year - when.lo.year) + when.hi.month - when.lo.month + 1


def of_days(lo: date, hi: date, grain: Grain = "day") -> When:
    return When(grain, lo, hi)


def week_of(day: date) -> When:
    monday = day - timedelta(day.weekday())
    return of_days(monday, monday + timedelta(6), "week")


def span_of(letter: str, count: int, day: date, steps: int) -> When:
    """The unit of the calendar `steps` after the one that holds `day`; the unit as in calendar.yaml."""
    if letter == "D":
        at = day + timedelta(steps)
        return of_days(at, at)
    if letter == "W":
        monday = day - timedelta(day.weekday() - 7 * count * steps)
        return of_days(monday, monday + timedelta(7 * count - 1), "week")
    if letter == "M":
        first = day.replace(month=(day.month - 1) // count * count + 1, day=1)
        return of_months(add(first, count * steps), count)
    first_year = (day.year // count + steps) * count
    grain = _YEARS_OF.get(count, "year")
    return When(grain, date(first_year, 1, 1), date(first_year + count - 1, 12, 31))


def with_year(when: When, year: int) -> When | None:
    """A month, quarter, season or day of the year put in `year`; None for a day that it does not have."""
    if not 1 <= year < MAXYEAR:
        return None
    if when.feast:
        day = feast_day(when.feast, year)
        return replace(when, lo=day, hi=day, year=year)
    if when.month is None:
        return None
    if when.day is None:
        found = of_months(date(year, when.month, 1), when.months, when.grain)
    else:
        try:
            day = date(year, when.month, when.day)
        except ValueError:
            return None
        found = of_days(day, day)
    return replace(when, lo=found.lo, hi=found.hi, year=year)
