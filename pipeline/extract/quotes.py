"""Quotations: where quotation marks open and close, also over several paragraphs.

Apostrophes are no quotation marks. A quotation that is not closed in its paragraph goes on where the next
paragraphs reopen or close it; otherwise it ends with its paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.model import Span

_PARAGRAPH = re.compile(r"[^\n]+")
_MARK = re.compile(r"[“”\"«»„]|``|''|(?<![\w’'])[‘'](?=\w)|(?<=[,.?!…])[’'](?!\w)|(?<=\w)’(?![\w])")
_SINGLE_CLOSE = re.compile(r"(?<=[,.?!…])[’'](?!\w)")
_LONGEST = 12
"""Paragraphs over which a quotation may run."""


@dataclass(frozen=True, slots=True)
class Quote:
    """One paragraph's piece of a quotation. `start` and `end` include the marks, `inner` does not.

    `number` is the same for all pieces of one quotation.
    """

    start: int
    end: int
    inner: Span
    number: int


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    family: str
    opens: bool
    closes: bool
    leads: bool
    """Whether it is the first thing in its paragraph."""


def find_quotes(text: str) -> list[Quote]:
    """The quotations of `text`, one `Quote` a paragraph, in order of start."""
    paragraphs = [
        (found.start(), found.end()) for found in _PARAGRAPH.finditer(text) if found.group().strip()
    ]
    marks = [list(_marks(text, start, end)) for start, end in paragraphs]
    quotes: list[Quote] = []
    number = 0
    family: str | None = None
    for at, (start, end) in enumerate(paragraphs):
        opened: _Mark | None = None
        begin = start
        if family:
            begin = (
                marks[at][0].end
                if marks[at] and marks[at][0].leads and marks[at][0].opens
                else _first(text, start)
            )
        outer = start if family else 0
        for mark in marks[at]:
            if family is None and opened is None:
                if mark.opens:
                    opened = mark
                continue
            current = family or (opened.family if opened else "")
            if mark.family != current or not mark.closes or mark.start < begin:
                continue
            if opened:
                outer, begin = opened.start, opened.end
            quotes.append(Quote(outer, mark.end, (begin, mark.start), number))
            number += 1
            family, opened = None, None
        if family or opened:
            if opened:
                outer, begin, family = opened.start, opened.end, opened.family
            if opened and opened.family == "single":
                family = None
                continue
            quotes.append(Quote(outer, _last(text, end), (begin, _last(text, end)), number))
            if not family or not _goes_on(marks[at + 1 : at + 1 + _LONGEST], family):
                family = None
                number += 1
    return quotes


def _marks(text: str, start: int, end: int) -> Iterator[_Mark]:
    first = _first(text, start)
    last_single = max((found.start() for found in _SINGLE_CLOSE.finditer(text, start, end)), default=-1)
    for found in _MARK.finditer(text, start, end):
        mark = found.group()
        before = text[found.start() - 1] if found.start() > start else " "
        after = text[found.end()] if found.end() < end else " "
        opening = not before.isalnum() and before not in ",.?!…%" and not after.isspace()
        if mark in "“„":
            opens, closes, family = (
                True,
                mark == "“" and not before.isspace() and not after.isalnum(),
                "double",
            )
        elif mark == "”":
            opens, closes, family = before.isspace() and after.isalnum(), True, "double"
        elif mark in {"``", "''"}:
            opens, closes, family = mark == "``", mark == "''", "double"
        elif mark in "«»":
            opens, closes, family = mark == "«", mark == "»", "angle"
        elif mark == '"':
            opens, closes, family = opening, not opening or not before.isspace(), "double"
        else:
            opens = opening and mark in "‘'" and found.start() < last_single
            ends = before in ",.?!…" or after in ",.;:?!)"
            closes, family = not opening and ends and mark in "’'", "single"
        yield _Mark(found.start(), found.end(), family, opens, closes, found.start() == first)


def _goes_on(ahead: list[list[_Mark]], family: str) -> bool:
    """Whether a later paragraph takes the quotation up again or closes it."""
    for marks in ahead:
        own = [mark for mark in marks if mark.family == family]
        if own:
            return (own[0].leads and own[0].opens) or (own[0].closes and not own[0].opens)
    return False


def _first(text: str, start: int) -> int:
    while start < len(text) and text[start].isspace() and text[start] != "\n":
        start += 1
    return start


def _last(text: str, end: int) -> int:
    while end > 0 and text[end - 1].isspace():
        end -= 1
    return end
