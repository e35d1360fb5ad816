"""Paragraphs that belong to the page and not to the article: disclaimers, copyright, end marks."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.model import Region, Span
from pipeline.rules.tables import table

LONGEST_PARAGRAPH = 1500  # a longer paragraph that holds such words is the article itself, on one line

_SIGNATURE = re.compile(r"(?:[-–—]{1,3}\s*)?(?P<agency>[A-Z][A-Z-]{2,14})\s*\.?(?:\s*[-–—]{1,3})?")
_LAST_SENTENCE_SIGNATURE = re.compile(r"(?<=[.\"”’'])\s+(?P<agency>[A-Z]{3,12})\s*$")
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright)\s*(?:©\s*)?(?:\d{4}(?:-\d{2,4})?,?\s+)?"
    r"(?P<agency>[A-Z][\w .&-]{1,40}?)(?:[.,]|$)",
    re.I,
)


def find_boilerplate(text: str, paragraphs: Sequence[Span]) -> tuple[Region, ...]:
    """The paragraphs that are not the article's own words, in order."""
    words = table("ingest/boilerplate")
    openings, phrases, endings = tuple(words["openings"]), words["phrases"], set(words["endings"])
    regions: list[Region] = []
    for index, (start, end) in enumerate(paragraphs):
        if end - start > LONGEST_PARAGRAPH:
            continue
        lower = text[start:end].strip(" \t\r*_•").lower()
        last = index == len(paragraphs) - 1
        if (
            lower.startswith(openings)
            or any(phrase in lower for phrase in phrases)
            or lower in endings
            or (last and index and _SIGNATURE.fullmatch(text[start:end].strip()))
        ):
            regions.append(Region(start, end, "boilerplate"))
    if paragraphs and not (regions and regions[-1].end == paragraphs[-1][1]):
        start, end = paragraphs[-1]
        if match := _LAST_SENTENCE_SIGNATURE.search(text, max(start, end - 40), end):
            regions.append(Region(match.start("agency"), end, "boilerplate"))
    return tuple(regions)


def signed_by(text: str, regions: Sequence[Region]) -> str | None:
    """The outlet that the end of an article names: its signature, else its copyright line."""
    for region in reversed(regions):
        line = text[region.start : region.end].strip()
        if line.lower() not in set(table("ingest/boilerplate")["endings"]) and (
            match := _SIGNATURE.fullmatch(line)
        ):
            return match["agency"]
    for region in reversed(regions):
        if match := _COPYRIGHT.search(text, region.start, region.end):
            return match["agency"].strip()
    return None
