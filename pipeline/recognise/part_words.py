"""The word lists by which runs of capitalised words are divided into names and titles."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from pipeline.rules.tables import table


@dataclass(frozen=True, slots=True)
class PartWords:
    """The words of `patterns/names` as sets."""

    honorifics: dict[str, str]
    roles: frozenset[str]
    modifiers: frozenset[str]
    portfolios: frozenset[str]
    heads: frozenset[str]
    openers: frozenset[str]
    governing: frozenset[str]
    nouns: frozenset[str]
    place_heads: frozenset[str]
    given: frozenset[str]
    beside: frozenset[str]
    works: frozenset[str]
    occasions: frozenset[str]


@cache
def part_words() -> PartWords:
    """The word lists by which runs are divided."""
    people, organisations = table("names/people"), table("names/organisations")
    honorifics = {
        word: gender
        for gender, titles in people["honorifics"].items()
        for title in titles
        for word in [title]
    }
    return PartWords(
        honorifics=honorifics,
        roles=frozenset(people["roles"]),
        modifiers=frozenset(word for modifier in people["modifiers"] for word in modifier.split()),
        portfolios=frozenset(organisations["portfolios"]),
        heads=frozenset(organisations["heads"]),
        openers=frozenset(organisations["openers"]),
        governing=frozenset(organisations["governing"]),
        nouns=frozenset(organisations["nouns"]),
        place_heads=frozenset(table("names/places")["heads"]),
        given=frozenset(name for line in people["given"] for name in line.split()),
        works=frozenset(site.split()[-1] for site in table("names/places")["sites"]),
        occasions=frozenset(table("names/words")["occasions"]),
        beside=frozenset(organisations["beside"]),
    )
