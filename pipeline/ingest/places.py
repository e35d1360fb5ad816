"""Whether a name is a place's: what tells `Riga, 5 June 2024` from `The Courier, 5 June 2024`."""

from __future__ import annotations

from functools import cache

from pipeline.rules.tables import table


def is_place(name: str) -> bool:
    """Whether this is the name of a country or of a city of some size, in any capitals."""
    return name.casefold() in _places()


@cache
def _places() -> frozenset[str]:
    cities = (city for names in table("names/cities").values() for city in names.split(", "))
    return frozenset(name.casefold() for name in (*cities, *table("countries")))
