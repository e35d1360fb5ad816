"""Tests of pipeline.recognise.feasts."""

from __future__ import annotations

from datetime import date

import pytest

from pipeline.recognise.feasts import feast_day
from pipeline.rules.tables import table


@pytest.mark.parametrize(
    "day", ["1961-04-02", "2000-04-23", "2008-03-23", "2011-04-24", "2024-03-31", "2025-04-20"]
)
def test_easter(day: str) -> None:
    """Easter falls on its day in early and late years."""
    expected = date.fromisoformat(day)
    assert feast_day("easter 0", expected.year) == expected


@pytest.mark.parametrize(
    ("notation", "day"),
    [
        ("12-25", "2024-12-25"),
        ("easter 1", "2024-04-01"),
        ("11 3 4", "2024-11-28"),
        ("11 3 4 1", "2024-11-29"),
        ("05 0 -1", "2024-05-27"),
        ("09 0 1", "2024-09-02"),
    ],
)
def test_notations(notation: str, day: str) -> None:
    """A fixed day, a day after Easter, and a weekday of a month are found."""
    assert feast_day(notation, 2024).isoformat() == day


def test_every_feast_of_the_table() -> None:
    """Every notation of the table gives a day of the year asked for."""
    for notation in table("recognise/calendar")["feasts"].values():
        assert feast_day(notation, 2026).year == 2026
