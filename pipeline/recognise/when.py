"""What a time expression means while it is being read: a stretch of days, or the part of one that the words give.

`January` is a When with a month and no year until a year is found for it; `resolve` finds one from the
document's date and the tense of the clause.
"""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from dataclasses import dataclass, field, replace
from datetime import MAXYEAR, date, timedelta
from functools import cache
from typing import Literal

from pipeline.edtf import add, interval, month_end
from pipeline.recognise.feasts import feast_day
from pipeline.rules.tables import table

Grain = Literal["day", "week", "month", "season", "year", "decade", "century"]
Role = Literal["at", "since", "by", "until", "base"]

_SENTENCE_END = re.compile(r"[.!?]\s|\n\s*\n")
_SUPERLATIVE = re.compile(r"(?:est|first|least|most|only|record|low|high|time)\s+$", re.IGNORECASE)
_WORDS = re.compile(r"\b(?!and\b|or\b|to\b|the\b|of\b)[a-z]{2,}\b")
_PARAGRAPH = re.compile(r"\n\s*\n")
_REACH = 160  # characters of the sentence looked at on either side for its tense
_CLOSE = 30  # characters over which a year written out still holds for the next date
_SOON = 31  # days ahead in which a date without a year is taken for a coming one
_AHEAD = 200  # the same, where no word tells the tense and the date falls in the document's year


@dataclass(frozen=True, slots=True)
class When:
    """A stretch of days `lo` to `hi`, both inclusive (date.min and date.max are open sides), or fields without a year.

    `month` is the first month of a quarter, half or season, `months` how many it has; `feast` a day in the notation of
    calendar.yaml. `shift` and `role` are those
    of model.Period.
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
    fixed: bool = False  # told from the document's day, whatever other periods are named

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


@cache
def _tense() -> re.Pattern[str]:
    words = table("recognise/tense")
    future, past = "|".join(words["future"]), "|".join(words["past"])
    return re.compile(rf"(?<![\w'’])(?:(?P<future>{future})|(?P<past>{past}))\b", re.IGNORECASE)


@dataclass(slots=True)
class Context:
    """What productions know besides their words: the document's date, its text and where in it they stand."""

    text: str
    published: date | None
    at: int = 0
    end: int = 0
    years: list[tuple[int, ...]] = field(default_factory=list)  # (offset, year, stands by itself)

    def future(self) -> bool | None:
        """Whether the clause at `at` speaks of the future (True), the past (False), or does not tell (None)."""
        before = self.text[max(0, self.at - _REACH) : self.at]
        ends = [end.end() for end in _SENTENCE_END.finditer(before)]
        cues = list(_tense().finditer(before, ends[-1] if ends else 0))
        if cues:
            return cues[-1].lastgroup == "future"
        after = self.text[self.at : self.at + _REACH]
        stop = _SENTENCE_END.search(after)
        cue = _tense().search(after, 0, stop.start() if stop else len(after))
        return cue.lastgroup == "future" if cue else None

    def superlative(self) -> bool:
        """Whether the words before `at` make a length of time of what follows: `the lowest in five years`."""
        return bool(_SUPERLATIVE.search(self.text, max(0, self.at - 20), self.at))

    def year_before(self) -> int | None:
        """The year last written before `at`: just before, or by itself in the same sentence."""
        index = bisect_left(self.years, (self.at,)) - 1
        if index < 0:
            return None
        offset, year, alone = self.years[index]
        if self.at - offset > 2 * _REACH or _PARAGRAPH.search(self.text, offset, self.at):
            return None
        if self.at - offset <= _CLOSE and not _WORDS.search(self.text, offset, self.at):
            return year
        return year if alone and not _SENTENCE_END.search(self.text, offset, self.at) else None

    def note_year(self, year: int, alone: bool = False) -> None:
        """Remember that a year is written at `at`, by itself or as part of a date."""
        insort(self.years, (self.at, year, alone))


def of_year(year: int) -> When:
    return When("year", date(year, 1, 1), date(year, 12, 31), year=year)


def of_months(lo: date, count: int, grain: Grain = "month") -> When:
    """`count` whole months from the one that holds `lo`."""
    first = lo.replace(day=1)
    return When(grain, first, month_end(add(first, count - 1)), month=first.month, months=count)


def of_days(lo: date, hi: date, grain: Grain = "day") -> When:
    return When(grain, lo, hi)


def week_of(day: date) -> When:
    monday = day - timedelta(day.weekday())
    return of_days(monday, monday + timedelta(6), "week")


def span_of(letter: str, count: int, day: date, steps: int) -> When:
    """The `steps`-th calendar unit after the one that holds `day`; `letter` and `count` as in calendar.yaml's units."""
    if letter == "D":
        at = day + timedelta(steps)
        return of_days(at, at)
    if letter == "W":
        week = week_of(day + timedelta(7 * count * steps))
        assert week.lo and week.hi
        return of_days(week.lo, week.lo + timedelta(7 * count - 1), "week")
    if letter == "M":
        first = day.replace(month=(day.month - 1) // count * count + 1, day=1)
        return of_months(add(first, count * steps), count)
    first_year = (day.year // count + steps) * count
    grain: Grain = {1: "year", 10: "decade", 100: "century"}.get(count, "year")  # type: ignore[assignment]
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


def resolve(when: When, context: Context) -> When | None:
    """`when` with its days known, or None where nothing tells them."""
    if when.resolved:
        return when
    if when.year is not None:
        return with_year(when, when.year)
    if when.month is not None or when.feast:
        return _nearest_year(when, context)
    if when.day is not None:
        return _nearest_month(when, context)
    if when.weekday is not None:
        return _nearest_weekday(when.weekday, context)
    return None


def _nearest_year(when: When, context: Context) -> When | None:
    if (stated := context.year_before()) and (found := with_year(when, stated)):
        return found
    if not context.published:
        return None
    base = context.published
    reach = 8 if (when.month, when.day) == (2, 29) else 1
    around = [found for step in range(-reach - 1, reach + 1) if (found := with_year(when, base.year + step))]
    around = _on_weekday(around, when.weekday, base.year) or around
    past = [found for found in around if found.lo and found.lo <= base]
    coming = [found for found in around if found.lo and found.lo > base]
    if not past or not coming:
        return (past or coming or [None])[-1]
    last, first = past[-1], coming[0]
    future = context.future()
    if last.hi and last.hi >= base:
        early = last.lo is not None and base - last.lo < last.hi - base
        running = last.months == 1 or future or add(base, 1) > last.hi or (future is None and not early)
        return last if running or len(past) < 2 else past[-2]
    if future is None and first.lo:
        days = (first.lo - base).days
        future = (first.lo.year == base.year and days <= _AHEAD) or (when.day is not None and days <= _SOON)
    return first if future else last


def _on_weekday(around: list[When], weekday: int | None, year: int) -> list[When]:
    """Those that fall on the weekday and lie within a year of the document's."""
    return [
        found
        for found in around
        if weekday is not None
        and found.lo
        and found.lo.weekday() == weekday
        and abs(found.lo.year - year) <= 1
    ]


def _nearest_month(when: When, context: Context) -> When | None:
    """A day of the month: on its weekday the nearest, else the last gone by unless the clause is of the future."""
    if not context.published or when.day is None:
        return None
    base = context.published
    around = []
    for step in range(-30, 31):
        month = add(base.replace(day=1), step)
        if when.day <= month_end(month).day:
            day = month.replace(day=when.day)
            if when.weekday is None or day.weekday() == when.weekday:
                around.append(day)
    past = [day for day in around if day <= base]
    coming = [day for day in around if day > base]
    if not past or not coming:
        return None
    if when.weekday is None:
        pick = coming[0] if context.future() else past[-1]
    else:
        pick = min(past[-1], coming[0], key=lambda day: abs((day - base).days))
    return of_days(pick, pick)


def _nearest_weekday(weekday: int, context: Context) -> When | None:
    if not context.published:
        return None
    base = context.published
    back = (base.weekday() - weekday) % 7
    day = base + timedelta(7 - back) if back and context.future() else base - timedelta(back)
    return When("day", day, day, weekday=weekday)
