"""Find the year or month that a date leaves out: from the document's date, the tense, and years near by."""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache

from pipeline.edtf import add, month_end
from pipeline.recognise.when import When, of_days, with_year
from pipeline.rules.tables import table

_SENTENCE_END = re.compile(r"[.!?][\"'”’]?\s+(?=[A-Z\"“‘])|;\s|\n\s*\n")
_SUPERLATIVE = re.compile(
    r"(?:est|first|least|most|only|record|low|high|time)\s+$"
    r"|(?:\b(?:worst|best|most|least|fewest)|[a-z]est)\s+(?:(?!will|to|is|are|was|were|be)[a-z-]+\s+){1,3}$",
    re.IGNORECASE,
)
_PERFECT = re.compile(  # `will have`, `have to` and `has a meeting` tell nothing that has happened
    r"(?:\b(?<!will )(?<!['’]ll )(?<!going to )(?:has|have)(?!\s(?:to|an?|no)\b)|['’]ve)\s[^.;:!?\n]*$",
    re.IGNORECASE,
)
_WORDS = re.compile(r"\b(?!and\b|or\b|to\b|the\b|of\b)[a-z]{2,}\b")
_TURN = re.compile(
    r"[.!?;,]\s(?:while|but|and|whereas|as|although|though|which|who|when)\b|\s(?:which|who|while|whereas|but|after)\b"
    r"|\sand\s(?:it|he|she|they|we|there)\b|[”\"]"
)
_ASIDE = re.compile(r", (?:which|who|whose|where)\b[^,;.:\n]*,")  # `Acme, which is due to list in May, fell`
_PARAGRAPH = re.compile(r"\n\s*\n")
_REACH = 160  # characters of the sentence looked at on either side for its tense
_BESIDE = 14  # characters between a word and the date that it stands right before
_OPENED = re.compile(r", [^,.;:\n]*\Z")
_CLOSED = re.compile(r"[^,.;:\n]{4,12},")
_FORECAST = re.compile(r"(?:\d{1,2},? )?[\w.]+ forecast (?!to\b|for\b|of\b|was\b|is\b|by\b|range\b)")
_DUE = re.compile(
    r"\b(?:by|until|till) (?:the end of )?\Z"
)  # `hopes to sell 9 by 2016, he said at a fair on May 3`
_CLOSE = 30  # characters over which a year written out still holds for the next date
_SOON = 31  # days ahead in which a date without a year is taken for a coming one
_AHEAD = 200  # the same, where no word tells the tense and the date falls in the document's year


@cache
def _tense() -> re.Pattern[str]:
    words = table("recognise/tense")
    groups = "|".join(f"(?P<{name}>{'|'.join(words[name])})" for name in ("future", "open", "past", "weak"))
    return re.compile(rf"(?:(?<![\w'’])|(?=['’]))(?:{groups})\b", re.IGNORECASE)


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])


def _turn(before: str) -> int:
    """Where the clause that `before` ends in begins."""
    turns = [turn.end() for turn in _TURN.finditer(before)]
    return turns[-1] if turns else 0


def _forecast_then(after: str) -> int:
    """Where a verb ends that a date stands right before: `The board in April forecast 3%` is past."""
    found = _FORECAST.match(after)
    return found.end() if found else 0


@dataclass(slots=True)
class Context:
    """What readings know besides their words: the document's date, its text and where in it they stand.

    `years` holds the years written out so far: offset, year, and 1 where it stands by itself.
    """

    text: str
    published: date | None
    at: int = 0
    end: int = 0
    years: list[tuple[int, ...]] = field(default_factory=list)

    def future(self) -> bool | None:
        """Whether the clause at `at` is of the future (True), the past (False), or does not tell (None)."""
        cue = self._cue()
        return cue == "future" if cue not in (None, "open") else None

    def near(self) -> bool:
        """Whether the clause at `at` may tell of what is to come or of what has been: `would`."""
        return self._cue() == "open"

    def past(self, day: date) -> bool:
        """Whether a day lies before the document's."""
        return self.published is None or day <= self.published

    def _cue(self) -> str | None:
        """The tense that the word nearest before `at` tells, else one after it."""
        before = _ASIDE.sub(_blank, self.text[max(0, self.at - _REACH) : self.at])
        ends = [end.end() for end in _SENTENCE_END.finditer(before)]
        cues = list(_tense().finditer(before, ends[-1] if ends else 0))
        turn = _turn(before)
        while len(cues) > 1 and cues[-1].lastgroup == "weak" and len(before) - cues[-1].end() > _BESIDE:
            if cues[-2].start() < turn:
                break
            del cues[-1]
        if cues and cues[-1].start() >= turn:
            return cues[-1].lastgroup
        after = self.text[self.at : self.at + _REACH]
        stops = [stop.start() for stop in (_SENTENCE_END.search(after), _TURN.search(after)) if stop]
        cue = _tense().search(after, _forecast_then(after), min(stops, default=len(after)))
        cue = cue or (cues[-1] if cues else None)
        return cue.lastgroup if cue else None

    def superlative(self) -> bool:
        """Whether the words before `at` make a length of time of what follows: `the lowest in five years`."""
        return bool(_SUPERLATIVE.search(self.text, max(0, self.at - 60), self.at))

    def perfect(self) -> bool:
        """Whether the clause tells what has happened up to now: `has doubled in two years`."""
        before = self.text[max(0, self.at - _REACH) : self.at]
        return bool(_PERFECT.search(before[_turn(before) :]))

    def year_before(self) -> int | None:
        """The year last written before `at`: just before, or by itself in the same sentence."""
        index = bisect_left(self.years, (self.at,)) - 1
        if index < 0:
            return None
        offset, year, alone = self.years[index]
        if self.at - offset > 2 * _REACH or _PARAGRAPH.search(self.text, offset, self.at):
            return None
        if self.in_row():
            return year
        apart = _SENTENCE_END.search(self.text, offset, self.at) or _TURN.search(self.text, offset, self.at)
        due = _DUE.search(self.text, max(offset - _BESIDE, 0), offset) and self.future() is False
        return year if alone and not (apart or due or self._in_aside(offset)) else None

    def _in_aside(self, year: int) -> bool:
        """Whether the year at an offset belongs to an aside that has ended: `, founded in 1954, said`."""
        opened = _OPENED.search(self.text, max(year - _REACH, 0), year)
        return opened is not None and _CLOSED.match(self.text, year, self.at) is not None

    def in_row(self) -> bool:
        """Whether nothing but marks stands between `at` and the year last written, close before."""
        index = bisect_left(self.years, (self.at,)) - 1
        offset = self.years[index][0] if index >= 0 else -_CLOSE
        ended = _SENTENCE_END.search(self.text, max(offset, 0), self.at)
        return self.at - offset <= _CLOSE and not ended and not _WORDS.search(self.text, offset, self.at)

    def year_of_story(self) -> int | None:
        """The year last written anywhere before `at`: what `that year` speaks of."""
        index = bisect_left(self.years, (self.at,)) - 1
        return self.years[index][1] if index >= 0 else None

    def note_year(self, year: int, alone: bool = False) -> None:
        """Remember that a year is written at `at`, by itself or as part of a date."""
        insort(self.years, (self.at, year, alone))


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


def gone_by(when: When, found: When, context: Context) -> When:
    """What `when` was resolved to, or a year before where that lies ahead of the document: `since March`."""
    ahead = context.published and found.lo and found.lo > context.published
    if ahead and not when.resolved and when.year is None and found.year:
        return with_year(when, found.year - 1) or found
    return found


def _nearest_year(when: When, context: Context) -> When | None:
    if (stated := context.year_before()) and (found := with_year(when, stated)):
        if context.in_row():
            context.note_year(stated)  # and holds for the next one: `12 July 2014, 13 July, 14 July`
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
        return past[-1] if past else coming[0] if coming else None
    last, first = past[-1], coming[0]
    if context.near() and last.hi and first.lo:
        return first if first.lo - base < base - last.hi else last
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
    """A day of the month: the nearest; where no weekday settles it but a tense does, that of the tense."""
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
    pick = min(past[-1], coming[0], key=lambda day: abs((day - base).days))
    future = context.future()
    if when.weekday is None and future is not None:
        pick = coming[0] if future else past[-1]
    return of_days(pick, pick)


def _nearest_weekday(weekday: int, context: Context) -> When | None:
    if not context.published:
        return None
    base = context.published
    back = (base.weekday() - weekday) % 7
    day = base + timedelta(7 - back) if back and context.future() else base - timedelta(back)
    return When("day", day, day, weekday=weekday)
