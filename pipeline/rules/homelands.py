"""The country that a city lies in, or that a name holds."""

from __future__ import annotations

from functools import cache

from pipeline.rules.tables import table


def country_of_city(city: str) -> str | None:
    """The country of a city of some size by any capitals, None for any other place."""
    return _cities().get(city.casefold())


def country_within(name: str) -> str | None:
    """The country whose name ends a longer one: `Botswana` in `Bank of Botswana`."""
    words = name.split()
    return next((tail for at in range(1, len(words)) if (tail := " ".join(words[at:])) in _names()), None)


@cache
def _names() -> frozenset[str]:
    return frozenset(table("countries"))


@cache
def _cities() -> dict[str, str]:
    names = {facts["code"]: country for country, facts in table("countries").items()}
    return {
        city.casefold(): names[code]
        for code, cities in table("names/cities").items()
        if code in names
        for city in cities.split(", ")
    }
