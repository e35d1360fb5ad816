"""Countries, cities and regions by name: the longest known name that starts at an offset.

Sources: `patterns/countries.yaml`, and `cities.yaml` (GeoNames) and `places.yaml` of `patterns/names/`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from pipeline.model import Name
from pipeline.rules.tables import table


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Known names by their first word, the longest first."""

    names: dict[str, list[tuple[str, Name]]]
    uncapitalised: frozenset[str] = frozenset()
    """First words of the names that begin small (`eurozone`)."""

    def match(self, text: str, start: int) -> tuple[int, Name] | None:
        """Return the end and the reading of the longest known name that begins at `start`, if any."""
        end = start
        while end < len(text) and (text[end].isalnum() or text[end] == "."):
            end += 1
            if end - start > 20:
                return None
        word = text[start:end].rstrip(".")
        for name, value in self.names.get(word, ()):
            stop = start + len(name)
            if (
                text.startswith(name, start)
                and not text[stop : stop + 1].isalnum()
                and text[stop : stop + 1] != "$"
            ):
                return stop, value
        return None

    def whole(self, word: str) -> Name | None:
        """Return the reading of `word` where it is a known name by itself."""
        found = self.match(word, 0)
        return found[1] if found and found[0] == len(word) else None


def _entries() -> Iterator[tuple[str, Name]]:
    for city_names in table("names/cities").values():
        for city in city_names.split(", "):
            yield city, Name("place", city)
    places = table("names/places")
    for place in (*places["cities"], *places["regions"]):
        yield place, Name("place", place)
    for region, adjectives in places["adjectives"].items():
        for adjective in adjectives:
            yield adjective, Name("place", region, adjective=True)
    for country, forms in table("countries").items():
        for name in (country, *forms.get("aliases", ())):
            yield name, Name("country", country)
        for adjective in (*forms.get("adjectives", ()), *forms.get("people", ())):
            if "-based" not in adjective and adjective != country:
                yield adjective, Name("country", country, adjective=True)


@cache
def gazetteer() -> Gazetteer:
    """Load the gazetteer once; countries win over regions, regions over cities."""
    known = dict(_entries())
    for country in table("countries"):
        for form in ("Republic of", "Republic of the", "Kingdom of", "Kingdom of the"):
            known.setdefault(f"{form} {country}", Name("country", country))
    names: dict[str, list[tuple[str, Name]]] = {}
    for name, value in known.items():
        for form in {name, name.replace("'", "’")} if "'" in name else (name,):
            first = form.split(" ")[0].split("-")[0].split("'")[0].split("’")[0].rstrip(".")
            names.setdefault(first, []).append((form, value))
            if form.isupper() or "." in form or len(form) < 4:
                continue
            names.setdefault(first.upper(), []).append((form.upper(), value))
    for forms_ in names.values():
        forms_.sort(key=lambda entry: -len(entry[0]))
    return Gazetteer(names, frozenset(first for first in names if first.islower()))
