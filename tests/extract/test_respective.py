"""Figures told in turn with what they are of."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Exports and imports were $3 billion and $4 billion respectively.", ["exports", "imports"]),
        ("Revenue and profit reached $40 million and $5 million, respectively.", ["revenue", "profit"]),
        ("Imports of steel and exports of wheat fell 4% and 9%, respectively.", ["imports", "exports"]),
        ("Exports, imports and tourism fell 3%, 4% and 20% respectively.", ["exports", "imports", "tourism"]),
    ],
)
def test_each_figure_is_of_the_metric_in_its_place(claims, text: str, told: list[str]) -> None:
    """Where metrics are listed before as many figures, each figure has its own."""
    assert [claim.metric for claim in claims(text)] == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Spain and Italy received 5 million and 7 million tourists respectively.", ["Spain", "Italy"]),
        ("The mine and the mill employ 300 and 200 people respectively.", ["mine", "mill"]),
        ("Turnout in Kent and Essex was 40% and 50% respectively.", ["Kent", "Essex"]),
        ("Spain and Italy received 5 million tourists.", ["Spain"]),
        (
            "Acme opened a mill and a shop, into which savers put $5m and $7m respectively.",
            ["Acme", "savers", "savers"],
        ),
    ],
)
def test_each_figure_is_of_the_holder_in_its_place(claims, text: str, told: list[str]) -> None:
    """Where holders are listed before as many figures, each has its own."""
    assert [claim.subject for claim in claims(text)] == told


def test_each_figure_is_of_the_time_in_its_place(claims) -> None:
    """Where years are listed before as many figures, each figure is of its own."""
    found = claims("In 2019 and 2020 the firm sold 300 and 400 buses, respectively.")
    assert [(str(claim.value), claim.period) for claim in found] == [("300", "2019"), ("400", "2020")]
