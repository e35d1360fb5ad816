"""The country that a city lies in, or that a name holds."""

from __future__ import annotations

from functools import cache

from pipeline.rules.tables import table

_LONGEST = 4


def country_of_city(city: str) -> str | None:
    """The country of a city of some size by any capitals, None for any other place."""
    return _cities().get(city.casefold())


def country_within(name: str) -> str | None:
    """The country whose name stands in a longer one: `Botswana` in `Bank of Botswana`."""
    words = name.split()
    if len(words) < 2:
        return None
    for length in range(min(_LONGEST, len(words) - 1), 0, -1):
        for at in range(len(words) - length + 1):
            country = _names().get(" ".join(words[at : at + length]))
            if country is not None:
                return country
    return None


def is_of_country(word: str) -> bool:
    """Whether a word is a country's adjective: `Dutch`."""
    return word in _adjectives()


@cache
def other_names(country: str) -> tuple[str, ...]:
    """By what else a country and its people are told, in lower case: `dutch`; empty for what is none."""
    facts = table("countries").get(country, {})
    return tuple(name.lower() for kind in ("aliases", "adjectives", "people") for name in facts.get(kind, ()))


@cache
def _adjectives() -> frozenset[str]:
    return frozenset(each for facts in table("countries").values() for each in facts.get("adjectives", ()))


@cache
def _names() -> dict[str, str]:
    """Names, other names and adjectives of countries -> the country."""
    return {
        name: country
        for country, facts in table("countries").items()
        for name in (country, *facts.get("aliases", ()), *facts.get("adjectives", ()))
    }


@cache
def _cities() -> dict[str, str]:
    names = {facts["code"]: country for country, facts in table("countries").items()}
    return {
        city.casefold(): names[code]
        for code, cities in table("names/cities").items()
        if code in names
        for city in cities.split(", ")
    }
