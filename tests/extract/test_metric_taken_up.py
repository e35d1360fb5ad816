"""Which metric a figure is of that its own words leave open, read end to end from short texts."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Exports amounted to $4 billion and imports to $6 billion.", ["exports", "imports"]),
        ("Rabies killed 1,200 dogs in 31 states. In 2010, there were 630.", ["dogs", "states", "dogs"]),
        ("The port had 5.4 million passengers. It employs 800 people. The forecast is 6 million.",
         ["passengers", "jobs", "passengers"]),
        ("The bank made a profit of $3.1 billion. It has 1,020 branches. In 2020, it was 2.2 billion.",
         ["profit", "branches", "profit"]),
    ],
)  # fmt: skip
def test_a_figure_takes_up_what_it_can_be_of(claims, text: str, wanted: list[str]) -> None:
    """A figure without a noun is of its own noun, else of what was told as large, not of scenery."""
    assert [claim.metric for claim in claims(text) if claim.kind == "level"] == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The board cut the ration to 300 tonnes.", "ration"),
        ("The mill cut its outlook for exports to $2 million.", "exports"),
        ("The wall is 4.2 metres high.", "height"),
        ("She heads a 40-strong delegation.", "delegation"),
        ("A night in one of the suites costs $2,400.", "cost"),
        ("The fund owns 1.5 percent of all listed shares.", "share"),
        ("The dyke is financed with a loan at 2 percent.", "interest_rate"),
        ("It sold 9 million dollars' worth of tin.", "sales"),
        pytest.param(
            "Car thefts rose to 2,310.",
            "car thefts",
            marks=pytest.mark.xfail(
                strict=True, reason="weighed as vehicles: the parser cuts the noun in two"
            ),
        ),
    ],
)
def test_the_noun_that_is_meant(claims, text: str, wanted: str) -> None:
    """What is brought, aimed at or lent is the metric, not the noun beside the figure."""
    assert [claim.metric for claim in claims(text) if claim.kind == "level"] == [wanted]
