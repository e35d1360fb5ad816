"""Who only looks on: the firms and institutes of analysts, economists and researchers.

What they put a figure on is others': `Lena Voss, an economist at Harland Bank, expects exports to fall 3%`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from pipeline.model import Mention, Name
from pipeline.rules.tables import table

_REACH = 80


def onlookers(text: str, mentions: Sequence[Mention]) -> frozenset[str]:
    """The organisations, by fullest name, that an article names as an onlooker's."""
    before, behind = _patterns()
    return frozenset(
        mention.value.canonical
        for mention in mentions
        if isinstance(mention.value, Name)
        and mention.value.type == "organisation"
        and (
            before.search(text, max(mention.start - _REACH, 0), mention.start)
            or behind.match(text, mention.end)
        )
    )


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What tells of an onlooker right before a name and right behind it."""
    words = "|".join(map(re.escape, table("names/people")["onlookers"]))
    person = r"(?:,? [A-Z][\w.’'-]+){0,4}"
    return (
        re.compile(rf"\b(?i:{words})(?:{person},? (?:at|of|with|from|for)(?: the)?)? \Z"),
        re.compile(
            rf"(?:[’']s?)? (?:[a-z]+ ){{0,3}}(?i:{words})\b|, (?:an?|the) [^,.;]{{0,40}}\b(?i:{words})\b"
        ),
    )
