"""The masthead: a line at the head that gives outlet, date and perhaps place, and is no sentence.

`The Courier, 5 November 2024`, `15 November 2025 | The Courier`, `The Courier | Riga | 11 May 2023`, `May
14, 2019`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from pipeline.ingest.dates import DAY, make_date, read_day
from pipeline.ingest.places import is_place
from pipeline.model import Region, Span
from pipeline.rules.tables import table

LONGEST_LINE = 140
SHORTEST_PROSE = 80  # a line this long that ends like a sentence is one: the head is over

_DAY = re.compile(rf"(?<![\w.]){DAY}", re.I)
_PARTS = re.compile(r"\s+[|·•–—-]\s+|[,:|·•]\s+|[|·•]")
_ASIDE = re.compile(
    r"(?:\d+\s+min(?:ute)?s?\s+read|\d{1,2}[:.]\d{2}(?:\s?[AaPp]\.?[Mm]\.?)?(?:\s+[A-Z]{2,4})?)", re.I
)


@dataclass(frozen=True, slots=True)
class Masthead:
    """What the line says; `region` is None where it is a headline too."""

    span: Span
    published: date
    outlet: str | None = None
    place: str | None = None
    region: Region | None = None


def find_masthead(text: str, lines: Sequence[Span]) -> Masthead | None:
    """The first masthead among the lines of the head, or None."""
    for start, end in lines:
        line = text[start:end]
        if len(line) <= LONGEST_LINE and (found := _read(line, start)):
            return found
        if len(line) > SHORTEST_PROSE and line.rstrip("\"”’'").endswith((".", "!", "?")):
            return None
    return None


def _read(line: str, start: int) -> Masthead | None:
    day_words = _DAY.search(line)
    day = read_day(day_words[0]) if day_words else None
    published = make_date(day.year, day) if day and day.year else None
    if not day_words or published is None or line.endswith((".", "!", "?")):
        return None
    if line[day_words.end() :][:1].isalnum():
        return None
    rest = f"{line[: day_words.start()]} | {line[day_words.end() :]}"
    labels = {label.lower() for label in table("ingest/heads")["date_labels"]}
    parts = [part.strip(" .()[]") for part in _PARTS.split(rest)]
    parts = [part for part in parts if part and part.lower() not in labels and not _ASIDE.fullmatch(part)]
    if len(parts) > 3:
        return None
    places = [part for part in parts if is_place(part)]
    names = [part for part in parts if part not in places]
    outlet = names[0] if names and _is_name(names[0]) and parts[0] in (names[0], *places) else None
    span = (start, start + len(line))
    whole = len(names) <= 1 and len(names) == (outlet is not None)
    if names and not outlet:
        return None
    return Masthead(
        span, published, outlet, places[0] if places else None, Region(*span, "header") if whole else None
    )


def _is_name(part: str) -> bool:
    """Whether the words are capitalised as those of a name are, and few."""
    words = part.split()
    small = {"of", "the", "and", "de", "for", "on", "&"}
    return len(words) <= 5 and all(word[0].isupper() or word in small for word in words)
