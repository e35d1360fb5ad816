"""Find the dates, periods and lengths of time that a text names, as EDTF against the document's date."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache, partial

from pipeline import edtf
from pipeline.edtf import add
from pipeline.errors import PatternError
from pipeline.model import Mention, Period
from pipeline.recognise import (
    around,
    read_dates,
    read_distances,
    read_left_out,
    read_lengths,
    read_parts,
    read_plain,
    read_ranges,
    read_relative,
    read_shifts,
)
from pipeline.recognise.cascade import Cascade, Item, Production, Rule
from pipeline.recognise.codes import find_codes
from pipeline.recognise.period_context import Context, gone_by, resolve
from pipeline.recognise.period_doubts import tells_sort
from pipeline.recognise.period_words import classes, cut
from pipeline.recognise.when import (
    FINENESS,
    SAME_PART,
    SINCE_THEN,
    When,
    months_long,
    of_months,
    of_year,
    week_of,
    with_year,
)
from pipeline.rules.tables import table

_READINGS = (
    read_dates,
    read_distances,
    read_left_out,
    read_lengths,
    read_parts,
    read_plain,
    read_ranges,
    read_relative,
    read_shifts,
)
_YEARS_BACK = 30  # how many years `the same period` of a named year may lie before the period last named
_YEAR = 12
_MONTH = 31  # days
_DEFINITE = re.compile(r"\b(?:in|over|during|for|of)\s+(?:the|these|those)\s+$", re.IGNORECASE)
_TOTAL = re.compile(
    r"\s(?:[a-z]+\s){0,2}?(?:total|tally|sum|figure|result|gap|deficit|surplus|balance|exports|imports|trade|turnover|"
    r"revenues?|sales|profits?|loss(?:es)?|earnings|output|production|inflows?|receipts|remittances|arrivals|proceeds|"
    r"collections?|spending)s?\b(?!\s(?:target|forecast|streak|run))"
)
_ENDS = re.compile(r"[.!?]\s")
_NEAR = 160  # characters back to the period that `since then` takes up
_OVER = re.compile(r"\b(?:in|over|during)\s+$", re.IGNORECASE)
_LIST = 8  # items in which a list of months comes to its year


def find_periods(text: str, published: date | None) -> list[Mention]:
    """All dates, periods and lengths of time in order; Mention.value is a model.Period. No text raises.

    Words that need the document's date are left out where there is none, save those that depend on a figure.
    """
    grammar, words = _grammar()
    context = Context(text, published)
    items = grammar.run(cut(text, words), context)
    codes = find_codes(text)
    return [
        Mention(start, end, text[start:end], period)
        for start, end, period in _periods(items, context)
        if not any(first < end and start < last for first, last in codes)
    ]


@cache
def _grammar() -> tuple[Cascade, frozenset[str]]:
    data = table("recognise/periods")
    feasts = table("recognise/calendar")["feasts"]
    rules = [
        Rule("T", " POSS? ".join(name.split()), partial(_feast, When("day", feast=feasts[name])))
        for name in sorted(feasts, key=len, reverse=True)
    ]
    for row in data["grammar"]:
        kind, pattern = next((key, value) for key, value in row.items() if key != "by")
        rules.append(Rule(kind, pattern, _reading(row["by"])))
    cascade = Cascade(rules, data["unions"], classes())
    return cascade, frozenset(cascade.alphabet.words)


def _feast(when: When, c: Context) -> When | None:
    return None if tells_sort(c.text, c.end) else when


def _reading(name: str) -> Production:
    for module in _READINGS:
        if found := getattr(module, name, None):
            return found  # type: ignore[no-any-return]
    raise PatternError("recognise/periods.yaml", 1, 1, f"no reading is called {name!r}")


def _periods(items: list[Item], context: Context) -> Iterator[tuple[int, int, Period]]:
    last: When | None = None
    began: When | None = None  # what a movement is compared with: `from 5 in 1990 to 9 ten years later`
    last_day: When | None = None
    told: list[When] = []
    for index, item in enumerate(items):
        if item.kind not in ("D", "T"):
            continue
        start, end = _trimmed(context.text, item)
        if around.timeless(context.text, start, end):
            continue
        context.at = item.start
        if item.kind == "D":
            taken_up = _length_told(context, item, told)
            if taken_up is not None:
                yield start, end, Period(taken_up.edtf)
            elif around.lasting(context.text, start, end):
                yield start, end, Period(read_lengths.written(item.value), duration=True)
            continue
        try:
            when = _remembered(_of_list(items, index), context, end)
            if when.shift == SINCE_THEN:
                from_then = _since_then(told, context)
                if from_then is not None:
                    yield start, end, from_then
                continue
            later = (when.shift or "")[:1] == "P" and when.shift not in ("P0D", SAME_PART)
            known = last_day if when.grain == "day" else _meant(when, told, context) or last
            known = known or (last_day if later else None)
            known = began or known if later else known
            found = _depending(when, known) if when.shift else resolve(when, context)
        except (ValueError, OverflowError):  # beyond the calendar
            continue
        if found is None or not (found.edtf or found.shift):
            continue
        depends = bool(found.shift) and found.shift != "P0D"
        day = found.grain == "day" and found.lo == found.hi
        base = not later and found.role == "at"
        base = base and around.compared(context.text, start, end, depends=depends, day=day)
        if base:
            found = gone_by(when, found, context)
        elif found.role == "at" and found.edtf and not found.shift and around.since(context.text, start):
            found = replace(gone_by(when, found, context), hi=date.max, role="since")
        yield start, end, Period(found.edtf, found.shift, role="base" if base else found.role)
        if base and not found.shift:
            began = found
            found = _set_beside(found, context)  # what `the period` after it is
        if found and found.role == "at" and not found.shift:
            told.append(found)
            last, last_day = (last, found) if found.lo == found.hi else (found, last_day)


def _remembered(when: When, context: Context, end: int) -> When:
    """A day known by its date has its year: `the September 11 attacks`, told of afterwards."""
    if when.grain != "day" or when.year is not None:
        return when
    for known in table("recognise/calendar")["remembered"]:
        day = date.fromisoformat(known["day"])
        behind = re.compile(rf"\s(?:{known['of']})\b")
        if (when.month, when.day) == (day.month, day.day) and behind.match(context.text, end):
            return (context.past(day) and with_year(when, day.year)) or when
    return when


def _since_then(told: list[When], context: Context) -> Period | None:
    """The stretch that begins with the period told last, or its last unit: `9 up to 2014, 6 since then`."""
    last = told[-1] if told else None
    if last is None or not last.lo or not last.hi or last.hi == date.max or not context.past(last.lo):
        return None
    sentence = _ENDS.split(context.text[max(0, context.at - _NEAR) : context.at])[-1]
    first = last.edtf.rpartition("/")[2]
    if first[:4] not in sentence:
        return None  # what another sentence told of may be anything
    return Period(f"{first}/..", role="since") if first else None


def _set_beside(base: When, context: Context) -> When | None:
    """The months that those of a year before are compared with: July to October 2025 after those of 2024.

    Quarters and halves may be compared with the next.
    """
    months = months_long(base)
    if not base.lo or not 1 < months < _YEAR or months in (3, 6):
        return None
    found = of_months(base.lo.replace(year=base.lo.year + 1), months)
    return found if context.published and found.hi and found.hi <= context.published else None


def _meant(when: When, told: list[When], context: Context) -> When | None:
    """The period told before that `the same half` or `the period` takes up: of its length, or months.

    One to come is not meant by `the period`, of which figures are told.
    """
    if when.shift == "P0D" and not when.resolved and when.months == 1:
        over = (each for each in reversed(told) if _over(each, context.published))
        return next((each for each in over if 1 < months_long(each) < _YEAR), None)
    return _of_length(told, when.months)


def _over(when: When, published: date | None) -> bool:
    """Whether a period has gone by on the document's day, its last month aside."""
    return published is None or when.hi is None or (when.hi - published).days < _MONTH


def _of_length(told: list[When], months: int) -> When | None:
    """The period last told that is so many months long, for `the same half`, `in the six months`."""
    return next((each for each in reversed(told) if months > 1 and months_long(each) == months), None)


def _length_told(context: Context, item: Item, told: list[When]) -> When | None:
    """The period that a length of months stands for.

    `the six months` are those just told of; `over eight months` are the first of the year where the article
    has counted from January before.
    """
    text, step = context.text, read_lengths.steps(item.value)
    if step is None or step[1] or not told:
        return None
    if 1 < step[0] < _YEAR and _TOTAL.match(text, item.end):
        return _of_length(told, step[0]) or _ended(told, step[0], context)
    if _DEFINITE.search(text, max(0, item.start - 20), item.start):
        return _of_length(told, step[0])
    last = next((each for each in reversed(told) if months_long(each) > 1), None)
    if last is None or last.lo is None or last.lo.month != 1 or not months_long(last) < _YEAR:
        return None
    found = of_months(last.lo, step[0])
    over = _OVER.search(text, max(0, item.start - 8), item.start) and not context.superlative()
    gone = context.published and found.hi and found.hi <= context.published
    return found if over and gone and 1 < step[0] < _YEAR else None


def _ended(told: list[When], months: int, context: Context) -> When | None:
    """The months that end with one told of, best those since January: `an eight-month total`."""
    ends = [
        each
        for each in reversed(told)
        if months_long(each) == 1 and each.hi and context.published and each.hi <= context.published
    ]
    end = next((each.hi for each in ends if each.hi and each.hi.month == months), None)
    end = end or next((each.hi for each in ends), None)
    return of_months(add(end.replace(day=1), 1 - months), months) if end else None


def _of_list(items: list[Item], index: int) -> When:
    """The value of an item; a month of `April, May and June 2025` takes the year of the last."""
    when: When = items[index].value
    if when.resolved or when.month is None or when.year is not None:
        return when
    for item in items[index + 1 : index + _LIST]:
        if item.kind == "T":
            if item.value.resolved and item.value.grain == when.grain and item.value.year:
                return with_year(when, item.value.year) or when
            if item.value.grain != when.grain or item.value.resolved:
                break
        elif item.kind not in (",", "and", "or"):
            break
    return when


def _trimmed(text: str, item: Item) -> tuple[int, int]:
    end = item.end - 1 if text[item.end - 1] == "." else item.end
    return item.start, end


def _depending(when: When, last: When | None) -> When:
    """Words that depend on a figure, read against the period last named where there is one."""
    known = last if last and last.edtf and last.hi != date.max and not when.fixed else None
    shift = when.shift or "P0D"
    if shift == SAME_PART and when.hi:
        back = (edtf.bounds(known.edtf)[1].year if known else 0) - when.hi.year
        shift = f"-P{back if 0 < back <= _YEARS_BACK else 1}Y"
    if shift == "P0D" and when.resolved:
        return _unit_with(when, known) if known else when
    return _moved(when, known, shift) if known else replace(when, shift=shift)


def _unit_with(when: When, last: When) -> When:
    """`that year` after `in May 2019` is 2019; `the same month` after a year is only what the words say."""
    if last.lo is None or FINENESS.index(last.grain) > FINENESS.index(when.grain):
        return when
    if when.grain == "year":
        found = of_year(last.lo.year)
    elif when.grain == "week":
        found = week_of(last.lo)
    elif when.grain == "month":
        first = (last.lo.month - 1) // when.months * when.months + 1
        found = of_months(last.lo.replace(month=first, day=1), when.months)
    else:
        found = last
    return replace(when, lo=found.lo, hi=found.hi)


def _moved(when: When, last: When, shift: str) -> When:
    try:
        lo, hi = edtf.bounds(edtf.shift(last.edtf, shift))
    except ValueError:
        return when
    return replace(last, lo=lo, hi=hi, shift=shift, role=when.role)
