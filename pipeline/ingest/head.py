"""Lines at the head of an article that are about it: date, translation note, source, byline."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from pipeline.ingest.dates import DAY, make_date, read_day
from pipeline.model import Region, Span
from pipeline.rules.tables import table

LONGEST_LINE = 300  # a paragraph longer than this is prose


@dataclass(frozen=True, slots=True)
class Head:
    """What the head lines say; `regions` are the lines themselves."""

    regions: tuple[Region, ...] = ()
    published: date | None = None
    author: str | None = None
    outlet: str | None = None


@cache
def _date_line() -> re.Pattern[str]:
    labels = "|".join(
        re.escape(label) for label in sorted(table("ingest/heads")["date_labels"], key=len, reverse=True)
    )
    return re.compile(rf"\s*(?:{labels}):?\s+({DAY})(?:\s|$)\s*", re.I)


def read_head(text: str, paragraphs: Sequence[Span]) -> Head:
    """What the first lines of an article say about it. `paragraphs` are those that may belong to the head."""
    regions: list[Region] = []
    published, author, outlet = None, None, None
    if match := _date_line().match(text, 0, LONGEST_LINE):
        day = read_day(match[1])
        published = make_date(day.year, day) if day and day.year else None
        if published:
            regions.append(Region(0, match.end(), "header"))
    words = table("ingest/heads")
    for start, end in paragraphs:
        line = text[start:end].strip()
        if len(line) > LONGEST_LINE:
            continue
        lower = line.lower()
        if lower.startswith(tuple(words["header_openings"])):
            regions.append(Region(start, end, "header"))
            outlet = outlet or _after_opening(line, words["outlet_openings"])
        elif name := _byline(line, words["byline_openings"]):
            regions.append(Region(start, end, "header"))
            author = author or name
    return Head(tuple(regions), published, author, outlet)


def _after_opening(line: str, openings: Sequence[str]) -> str | None:
    for opening in openings:
        if line.lower().startswith(opening):
            return line[len(opening) :].strip(" –—-") or None
    return None


def _byline(line: str, openings: Sequence[str]) -> str | None:
    """`By Leyla Aliyeva` gives the name; a sentence that begins with `By` gives None."""
    name = _after_opening(line, [f"{opening} " for opening in openings])
    if not name or line.endswith((".", "?", "!", ",")):
        return None
    words = [word for word in name.split() if word not in {"and", "&", "de", "van", "von", "al", "bin"}]
    named = all(word[0].isupper() for word in words) and not any(letter.isdigit() for letter in name)
    return name if 1 < len(words) <= 8 and named else None
