"""Public bodies by their names: those that report on others' affairs more than on their own."""

from __future__ import annotations

from functools import cache

from pipeline.rules.tables import table

_FIRMS = frozenset({
    "Group", "Company", "Corporation", "Bank", "Exchange", "Club", "Service",
    "Centre", "Center", "Consortium",
})  # fmt: skip


@cache
def public_words() -> frozenset[str]:
    """The words that make a name a public body's (`Ministry`, `Agency`, `Committee`)."""
    organisations = table("names/organisations")
    return frozenset(organisations["openers"]) | frozenset(organisations["governing"]) - _FIRMS


def is_public(name: str) -> bool:
    """Whether a name is that of a public body."""
    return not public_words().isdisjoint(name.split())
