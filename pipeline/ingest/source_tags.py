"""The words with which an outlet names itself in its own report: `..., Trend reports.`"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from pipeline.model import Region, Span
from pipeline.rules.tables import table


@cache
def _pattern() -> re.Pattern[str]:
    verbs = "|".join(table("ingest/source_tags")["verbs"])
    name = r"[A-Z][\w.&-]*(?:\s[A-Z][\w.&-]*){0,2}"
    return re.compile(
        rf"(?:(?<=,)\s|(?<=[.\"”’])\s|(?<=\A)|(?<=\n))(?P<name>{name})\s(?:{verbs})\b(?=[\s.,:;]|$)"
    )


def find_source_tags(text: str, paragraphs: Sequence[Span]) -> tuple[tuple[Region, str], ...]:
    """Each source tag of these paragraphs, with the outlet that it names."""
    return tuple(
        (Region(match.start("name"), match.end(), "source_tag"), match["name"])
        for start, end in paragraphs
        for match in _pattern().finditer(text, start, end)
    )
