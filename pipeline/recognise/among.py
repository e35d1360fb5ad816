"""Shares with their noun inside: `one patient in a hundred`, `34 of every 100`."""

from __future__ import annotations

import re
from decimal import Decimal

_ROUND = (Decimal(10), Decimal(100), Decimal(1000))
_OF_EACH = (" of every ", " in every ", " out of every ", " in each ", " out of each ")
_AMONG = re.compile(r" (?:in|out of|of every|of each) ")
_INSIDE = re.compile(r" [a-z]{3,20} (?:in|in every|out of) (?:an? )?")
_NEXT = re.compile(r"\s*(?:[.?!;,)](?!\d)|\Z)|\s(?:is|was|has|had|are|were|have|will|would|could|can|now)\b")


def among(between: str, whole: Decimal, text: str, end: int, worded: bool) -> str | None:
    """The preposition of such a share; `between` stands between its numbers, `whole` ends at `end`.

    None for `one plant in five states`, where the second number counts something else.
    """
    if between in _OF_EACH:
        return "out of"
    closed = whole in _ROUND or _NEXT.match(text, end) is not None
    return "in" if worded and closed and _INSIDE.fullmatch(between) else None


def is_among(surface: str) -> bool:
    """Whether a part of one is told as some of so many: `one in five`, not `a fifth`."""
    return _AMONG.search(surface) is not None
