"""What an article's own text tells about it: regions, date, outlet, place, each with where it was found."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import TypeVar

from pipeline.ingest.boilerplate import find_boilerplate, signed_by
from pipeline.ingest.dateline import Dateline, find_dateline
from pipeline.ingest.dates import make_date, settle_year
from pipeline.ingest.head import read_head
from pipeline.ingest.masthead import find_masthead
from pipeline.ingest.source_tags import find_source_tags
from pipeline.model import Document, Region, Span

HEAD_PARAGRAPHS = 8  # how far down a headline, a translation note and a summary can push the dateline
TAG_PARAGRAPHS = 4  # an outlet names itself at the start of its report
PROSE_FOR_YEAR = 20_000  # characters in which the year of a dateline is looked for

Value = TypeVar("Value")

_PARAGRAPH = re.compile(r"[^\s](?:[^\n]*[^\s])?")


def describe(document: Document, default_published: date | None = None) -> Document:
    """The document with its regions marked and its metadata filled from the text where it brought none.

    What the user gave stands. The publisher of a syndicated piece is the agency of the dateline, before the
    outlet that its page or feed names (a field with an origin), the masthead, the outlet that names itself,
    the signature, and a `Source:` line. `default_published` serves a document whose date is nowhere told.
    """
    text = document.text
    paragraphs = [match.span() for match in _PARAGRAPH.finditer(text)]
    head = read_head(text, paragraphs[:HEAD_PARAGRAPHS])
    masthead = find_masthead(text, paragraphs[:HEAD_PARAGRAPHS])
    above = [line for line in paragraphs[:HEAD_PARAGRAPHS] if not masthead or line != masthead.span]
    dateline = _dateline(text, above, head.regions)
    tags = find_source_tags(text, _within_reach(paragraphs, dateline))
    boilerplate = tuple(
        region
        for region in find_boilerplate(text, paragraphs)
        if not any(_overlap(region, mark) for mark in head.regions)
    )
    marks = [*head.regions, *boilerplate, *(region for region, _ in tags)]
    if dateline:
        marks.append(Region(*dateline.span, "dateline"))
    if masthead and masthead.region:
        marks.append(masthead.region)

    origins = dict(document.origins)
    published, published_from = _first(
        (document.published, origins.get("published", "given")),
        (head.published, "header"),
        (masthead.published if masthead else None, "masthead"),
        *_dates_of(dateline, text),
        (default_published, "default"),
    )
    publisher, publisher_from = _first(
        (document.publisher if "publisher" not in origins else None, "given"),
        (dateline.agency if dateline else None, "dateline"),
        (document.publisher, origins.get("publisher", "given")),
        (masthead.outlet if masthead else None, "masthead"),
        (tags[0][1] if tags else None, "source tag"),
        (signed_by(text, boilerplate), "signature"),
        (head.outlet, "source line"),
    )
    place, place_from = _first(
        (document.dateline, "given"),
        (dateline.place if dateline else None, "dateline"),
        (masthead.place if masthead else None, "masthead"),
    )
    author, author_from = _first((document.author, origins.get("author", "given")), (head.author, "byline"))
    found = {
        "published": published_from,
        "publisher": publisher_from,
        "dateline": place_from,
        "author": author_from,
    }
    origins |= {field: origin for field, origin in found.items() if origin}
    return replace(
        document,
        published=published,
        publisher=publisher,
        dateline=place,
        author=author,
        regions=tuple(sorted(marks, key=lambda region: (region.start, region.end))),
        origins=tuple(sorted(origins.items())),
    )


def _first(*found: tuple[Value | None, str]) -> tuple[Value | None, str | None]:
    """The first value there is, and where it was found."""
    return next(((value, origin) for value, origin in found if value is not None), (None, None))


def _dateline(text: str, paragraphs: list[Span], header: tuple[Region, ...]) -> Dateline | None:
    for start, end in paragraphs:
        after_header = max((r.end for r in header if r.start <= start < r.end), default=start)
        if after_header < end and (dateline := find_dateline(text, after_header, end)):
            return dateline
    return None


def _within_reach(paragraphs: list[Span], dateline: Dateline | None) -> list[Span]:
    """The first paragraphs of the report itself, each from the end of the dateline on."""
    start_of_report = dateline.span[1] if dateline else 0
    report = [(max(start, start_of_report), end) for start, end in paragraphs if end > start_of_report]
    return report[:TAG_PARAGRAPHS]


def _dates_of(dateline: Dateline | None, text: str) -> list[tuple[date | None, str]]:
    if dateline is None or dateline.day is None:
        return []
    if dateline.day.year:
        return [(make_date(dateline.day.year, dateline.day), "dateline")]
    _, start = dateline.span
    settled = settle_year(dateline.day, text[start : start + PROSE_FOR_YEAR])
    return [(settled, "dateline, year from the text")]


def _overlap(one: Region, other: Region) -> bool:
    return one.start < other.end and other.start < one.end
