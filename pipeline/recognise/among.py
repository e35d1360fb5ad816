"""Shares with their noun inside: `one patient in a hundred`, `34 of every 100`."""

from __future__ import annotations

import re
from decimal import Decimal

from pipeline.recognise.nouns import counted_noun

_DENOMINATORS = frozenset(Decimal(n) for n in (2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 20, 25, 50, 100, 1000))
_MEMBERS = re.compile(  # `one in 250 babies`, not `one in 30 days`
    r"\s(?:[a-z-]+\s){0,2}?(?:(?!minutes|hours|days|weeks|months|years|its|this|was|has|is|as|does)[a-z]+s"
    r"|people|men|women|children)\b"
)
_ENDED = re.compile(r"\s*(?:[.?!;,)](?!\d)|\Z)")
_ROUND = (Decimal(10), Decimal(100), Decimal(1000))
_OF_EACH = (" of every ", " in every ", " out of every ", " in each ", " out of each ")
_AMONG = re.compile(r" (?:in|out of|of every|of each) ")
_INSIDE = re.compile(
    r"(?: [a-z-]{3,20})? [a-z]{3,20}(?: (?:of|from|at|on|with|under|over) [\w-]{2,20})?"
    r" (?:in|in every|out of) (?:an? )?"
)
_NEXT = re.compile(
    r"\s(?:is|was|has|had|are|were|have|will|would|could|can|now|never|once|still|also|already|no|that|who|which)\b"
)


def among(between: str, whole: Decimal, text: str, end: int, worded: bool) -> str | None:
    """The preposition of such a share; `between` stands between its numbers, `whole` ends at `end`.

    None for `one plant in five states`, where the second number counts something else.
    """
    if between in _OF_EACH:
        return "out of"
    if not worded or _INSIDE.fullmatch(between) is None:
        return None
    if whole in _ROUND or _NEXT.match(text, end):
        return "in"
    counts = _MEMBERS.match(text, end) is not None or counted_noun(text, end) is not None
    return None if counts else "in"


def is_whole(whole: Decimal, gap: str, one: bool, text: str, end: int) -> bool:
    """Whether `whole`, which ends at `end`, is what a share is of: a round number, one behind `out of`, the
    last words of a clause, or a number of what `one` is one of.
    """
    if whole in _DENOMINATORS or (gap == "out of" and whole < 10**6) or _ENDED.match(text, end):
        return True
    return one and _MEMBERS.match(text, end) is not None


def is_among(surface: str) -> bool:
    """Whether a part of one is told as some of so many: `one in five`, not `a fifth`."""
    return _AMONG.search(surface) is not None
