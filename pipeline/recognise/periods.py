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
from pipeline.recognise.when import Context, When, resolve
from pipeline.rules.tables import table

_COMPARED = re.compile(
    r"\b(?:compar\w+ (?:to|with)|versus|vs\.?|against|than|relative to|as against|unlike)\s+(?:the\s+)?"
    r"(?:[^.;:!?\n]{0,60}?\s(?:in|for|of|at|during|on)\s+)?(?:the\s+)?$"
    r"|\b(?:up|down|from|unchanged|higher|lower|rise|fall|increase|decrease|drop|growth)\s+(?:from|on|over)\s+(?:the\s+)?$"
    r"|\bfrom\s+[^.;:!?\n]{0,50}?\d[^.;:!?\n]{0,40}?\s(?:in|for|of|at|during|on)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
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
    for item in items:
        start, end = _trimmed(context.text, item)
        if item.kind == "D":
            yield start, end, Period(read_spans.written(item.value), duration=True)
        elif item.kind == "T":
            context.at = item.start
            when = item.value
            base = when.role == "at" and _is_base(context.text, start, when)
            try:
                found = _depending(when, last) if when.shift else resolve(when, context)
            except (ValueError, OverflowError):  # beyond the calendar
                continue
            if found is None or not (found.edtf or found.shift):
                continue
            yield start, end, Period(found.edtf, found.shift, role="base" if base else found.role)
            if not base and not when.shift and found.role == "at":
                last = found


def _trimmed(text: str, item: Item) -> tuple[int, int]:
    end = item.end - 1 if text[item.end - 1] == "." else item.end
    return item.start, end


def _is_base(text: str, start: int, when: When) -> bool:
    return bool(_COMPARED.search(text, max(0, start - _LEFT), start))


def _depending(when: When, last: When | None) -> When:
    """Words that depend on a figure, with the period last named as best reading."""
    assert when.shift
    if when.resolved:
        if when.shift != "P0D" or last is None or not last.edtf:
            return when
        years = edtf.bounds(last.edtf)[1].year - (when.hi or date.min).year
        return _moved(last, f"-P{years}Y" if years >= 0 else f"P{-years}Y") or when
    return (_moved(last, when.shift) if last and last.edtf else None) or when


def _moved(last: When, shift: str) -> When | None:
    try:
        lo, hi = edtf.bounds(edtf.shift(last.edtf, shift))
    except ValueError:
        return None
    return replace(last, lo=lo, hi=hi, shift=shift)
