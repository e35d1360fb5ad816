"""Countries of cities and countries inside names."""

from __future__ import annotations

from pipeline.rules.homelands import country_of_city, country_within


def test_cities_have_countries() -> None:
    """A city of some size lies in its country, in any capitals; any other place lies nowhere."""
    assert country_of_city("OSLO") == "Norway"
    assert country_of_city("Windhoek") == "Namibia"
    assert country_of_city("Quellor") is None


def test_names_hold_countries() -> None:
    """A country stands anywhere in a longer name, by any of its names, one word or several."""
    assert country_within("Bank of Botswana") == "Botswana"
    assert country_within("Kenya Tea Board") == "Kenya"
    assert country_within("British Wool") == "United Kingdom"
    assert country_within("Chamber of Commerce of South Korea") == "South Korea"
    assert country_within("Harbour Trust") is None
    assert country_within("Botswana") is None
