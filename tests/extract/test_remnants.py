"""Clauses that leave out their verb, read end to end from short texts."""

from __future__ import annotations

from decimal import Decimal

import pytest


@pytest.mark.parametrize(
    ("text", "subject", "metric", "value"),
    [
        ("Hospitals got $40 million, clinics $12 million.", "clinics", "cost", "12000000"),
        pytest.param(
            "Households used 14 percent less gas, industry 22 percent less.",
            "industry",
            "consumption",
            "22",
            marks=pytest.mark.xfail(reason="the gas itself is told as what got less"),
        ),
        pytest.param(
            "Motorists bought 12 percent fewer cars, farmers 8 percent fewer tractors.",
            "farmers",
            "tractors",
            "8",
            marks=pytest.mark.xfail(reason="the network takes both for sales"),
        ),
        ("Apples fetched 40 cents a kilo, pears 55 and plums 90.", "plums", "price", "0.9"),
        ("Gold rose 2 percent to $1,800 an ounce and silver 3 percent to $24.", "silver", "price", "24"),
        ("Rice rose 3 percent and maize, hit by drought, 9 percent.", "maize", "price", "9"),
        ("Public schools lost 400 teachers, private ones 20.", "private schools", "teachers", "20"),
        ("Turnover at Lidl went up 6 percent and at Aldi 4 percent.", "Aldi", "revenue", "4"),
        pytest.param(
            "Beer sales slipped 2 percent, wine sales 5 percent.",
            "wine",
            "sales",
            "5",
            marks=pytest.mark.xfail(reason="without an article around them, goods are told of nobody"),
        ),
        ("Oslo spent $40 million, Bergen $31 million and its suburbs 12.", "suburbs", "spending", "12000000"),
        ("Hungary's economy contracted by 3 percent and Romania's by 1 percent.", "Romania", "gdp", "1"),
        ("Toyota's debt is $3 billion and its revenue $9 billion.", "Toyota", "revenue", "9000000000"),
        ("Turnout was 71 percent in the cities but 54 percent in the villages.", "villages", "turnout", "54"),
        ("Cyclists paid fines of 60 euros, drivers of 200.", "drivers", "fines", "200"),
        ("Kenya sent 300 soldiers, Uganda 210 and Togo 40.", "Togo", "soldiers", "40"),
    ],
)
def test_a_remnant_is_told_as_the_figure_before_it(claims, text, subject, metric, value) -> None:
    """A noun and a figure without a verb take over all but what the noun stands for."""
    last = claims(text)[-1]
    assert (last.subject, last.metric, last.value) == (subject, metric, Decimal(value))


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Rents rose 4 percent and wages 3 percent.", ["change", "change"]),
        ("Growth was 3 percent, with inflation at 4 percent.", ["change", "level"]),
        ("The north lost 300 jobs, the south 120 and the islands 15.", ["change"] * 3),
        ("It sold 3,000 shares and its staff of 20 left.", ["level", "level"]),
        ("Exports rose 5 percent and inflation was 2 percent.", ["change", "level"]),
    ],
)
def test_a_remnant_is_of_the_same_kind(claims, text, kinds) -> None:
    """A figure whose clause has lost its verb moves where the one before moves; one with a verb does not."""
    assert [claim.kind for claim in claims(text)] == kinds
