"""Find the dates, periods and lengths of time that a text names, as EDTF against the document's date."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache, partial

from pipeline import edtf
from pipeline.errors import PatternError
from pipeline.model import Mention, Period
from pipeline.recognise import read_dates, read_ranges, read_spans
from pipeline.recognise.cascade import Cascade, Item, Production, Rule
from pipeline.recognise.period_words import classes, cut
from pipeline.recognise.when import Context, When, resolve, with_year
from pipeline.rules.tables import table

_COMPARED = re.compile(
    r"\bthan\s+(?:the\s+(?:[^.,;:!?\n]|[.,]\d){0,60}?|[^\d.,;:!?\n]{0,60}?)(?:\b(?:in|for|of|at|during|on)\s+)?(?:the\s+)?$"
    r"|\b(?:compar\w+ (?:to|with)|versus|vs\.?|against|relative to|unlike)\s+(?:the\s+)?"
    r"(?:(?:[^.;:!?\n]|\.\d){0,60}?\s(?:in|for|of|at|during|on)\s+)?(?:the\s+)?$"
    r"|\b(?:up|down|unchanged|higher|lower|rise|rose|fall|fell|increase|decrease|drop|growth|decline|gain|change\w*)\s+"
    r"(?:from|on|over)\s+(?:the\s+)?$"
    r"|\bfrom\s+(?:(?!\bto\s)(?:[^.,;:!?\n]|[.,]\d)){0,60}?\d(?:(?!\bto\s)(?:[^.,;:!?\n]|[.,]\d)){0,40}?"
    r"\s(?:in|for|of|at|during|on)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_DEPENDS = re.compile(
    r"\b(?:from|than|over|on|versus|vs\.?|against|compar\w+ (?:to|with))\s+(?:(?:[^.,;:!?\n]|[.,]\d){0,60}?\s)?(?:the\s+)?$",
    re.IGNORECASE,
)
_AGE = re.compile(r"[-\s]{0,2}(?:olds?\b|of age)")
_RECURRING = re.compile(r"\b(?:every|each)\s+$", re.IGNORECASE)
_LASTS = re.compile(
    r"(?:\b(?:for|in|within|over|after|about|around|nearly|almost|t[oa]ok|takes?|lasts?|lasted|under|than|next|last|past|of)\s+|^\s*)$",
    re.IGNORECASE,
)
_YEARS_BACK = (
    5  # how far a comparison with `the same period` of a named year goes back from the period last named
)
_LIST = 8  # items in which a list of months comes to its year
_LEFT = 130  # characters before a period in which a comparison may bring it in


def find_periods(text: str, published: date | None) -> list[Mention]:
    """All dates, periods and lengths of time in order; Mention.value is a model.Period. Never raises on any text.

    Words that need the document's date are left out where `published` is None, save those that depend on a figure.
    """
    grammar, words = _grammar()
    context = Context(text, published)
    items = grammar.run(cut(text, words), context)
    return [Mention(start, end, text[start:end], period) for start, end, period in _periods(items, context)]


@cache
def _grammar() -> tuple[Cascade, frozenset[str]]:
    data = table("recognise/periods")
    feasts = table("recognise/calendar")["feasts"]
    rules = [
        Rule("T", " POSS? ".join(name.split()), partial(_always, When("day", feast=feasts[name])))
        for name in sorted(feasts, key=len, reverse=True)
    ]
    for row in data["grammar"]:
        kind, pattern = next((key, value) for key, value in row.items() if key != "by")
        rules.append(Rule(kind, pattern, _reading(row["by"])))
    cascade = Cascade(rules, data["unions"], classes())
    return cascade, frozenset(cascade.alphabet.words)


def _always(when: When, _: Context) -> When:
    return when


def _reading(name: str) -> Production:
    for module in (read_dates, read_spans, read_ranges):
        if found := getattr(module, name, None):
            return found  # type: ignore[no-any-return]
    raise PatternError("recognise/periods.yaml", 1, 1, f"no reading is called {name!r}")


def _periods(items: list[Item], context: Context) -> Iterator[tuple[int, int, Period]]:
    last: When | None = None
    for index, item in enumerate(items):
        if item.kind not in ("D", "T"):
            continue
        start, end = _trimmed(context.text, item)
        left = max(0, start - _LEFT)
        if _RECURRING.search(context.text, max(0, start - 8), start):
            continue
        if item.kind == "D":
            if _AGE.match(context.text, end):
                continue
            if context.text[start] not in "aA" or _LASTS.search(context.text, max(0, start - 9), start):
                yield start, end, Period(read_spans.written(item.value), duration=True)
            continue
        context.at = item.start
        try:
            when = _of_list(items, index)
            found = _depending(when, last, context.published) if when.shift else resolve(when, context)
        except (ValueError, OverflowError):  # beyond the calendar
            continue
        if found is None or not (found.edtf or found.shift):
            continue
        base = found.role == "at" and bool(
            (_DEPENDS if found.shift else _COMPARED).search(context.text, left, start)
        )
        yield start, end, Period(found.edtf, found.shift, role="base" if base else found.role)
        if found.role == "at" and not base and not found.shift and found.lo != found.hi:
            last = found


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


def _depending(when: When, last: When | None, published: date | None) -> When:
    """Words that depend on a figure, read against the period last named where there is one."""
    assert when.shift
    known = last if last and last.edtf and last.hi != date.max and not when.fixed else None
    if when.shift == "P0D" and when.grain == "year" and when.hi:
        named = edtf.bounds(known.edtf)[1].year if known else 0
        now = published.year if published else when.hi.year
        years = (named if 0 < named - when.hi.year <= _YEARS_BACK else now) - when.hi.year
        when = replace(when, shift=f"-P{years}Y" if years >= 0 else f"P{-years}Y")
        if years != named - when.hi.year:
            return when
    return _moved(when, known, when.shift or "P0D") if known else when


def _moved(when: When, last: When, shift: str) -> When:
    try:
        lo, hi = edtf.bounds(edtf.shift(last.edtf, shift))
    except ValueError:
        return when
    return replace(last, lo=lo, hi=hi, shift=shift, role=when.role)
