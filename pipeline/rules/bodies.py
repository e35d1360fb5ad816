"""Public bodies and writings by their names: those that report on others' affairs."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from pipeline.rules.tables import table

_BANK = "Bank"


@cache
def public_words() -> frozenset[str]:
    """The words that make a name a public body's (`Ministry`, `Agency`, `Committee`, `Eurostat`)."""
    organisations = table("names/organisations")
    known = (*organisations["openers"], *organisations["governing"], *organisations["public"])
    return frozenset(known) - frozenset(organisations["firms"])


def is_public(name: str) -> bool:
    """Whether a name is that of a public body."""
    words = name.split()
    return not public_words().isdisjoint(words) or _is_central(words)


def is_writing(name: str) -> bool:
    """Whether a name is that of a report or the like: what it tells of is others' (`World Trade Outlook`)."""
    *before, last = name.split()
    return bool(before) and last in table("names/organisations")["writings"]


def is_contest(name: str) -> bool:
    """Whether a name is that of games, a contest or a prize: `World Cup`."""
    return not set(table("names/organisations")["occasions"]).isdisjoint(name.split())


def _is_central(words: Sequence[str]) -> bool:
    """Whether a bank is a state's or of several: `Bank of Japan`, `World Bank`, `Reserve Bank`."""
    if _BANK not in words:
        return False
    at = words.index(_BANK)
    return at == 0 or words[at - 1] in table("names/organisations")["central"]
