"""What a figure repeats of the one beside it, read end to end from short texts."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Ore made up 31 percent of the freight and grain 18 percent.", "share"),
        ("Fiji imported 300 tonnes of mohair worth $2 million.", "imports"),
        ("The crop came to 9 million tonnes, of which 2 million were exported.", "exports"),
        ("Trade reached $9 billion. Peru was the main partner with $2 billion.", "trade"),
        (
            "The line's capacity is 6 million tonnes. Cargo reached 2 tonnes. Volumes rose to 3 tonnes.",
            "cargo",
        ),
    ],
)
def test_a_figure_repeats_the_metric_beside_it(claims, text: str, wanted: str) -> None:
    """Shares, sums that goods are worth, parts and partners' amounts take the metric told before them."""
    assert [claim for claim in claims(text) if claim.kind == "level"][-1].metric == wanted


def test_a_movement_since_the_same_time_is_of_the_time_told(claims) -> None:
    """A change from the same months of the year before is one of the months told before."""
    text = "In January-April 2025, Fiji imported rice for $3m. That is 9% above in the same period of 2024."
    change = next(claim for claim in claims(text) if claim.kind == "change")
    assert (change.period, change.base) == ("2025-01/2025-04", "2024-01/2024-04")


def test_a_noun_that_does_not_fit_leads_to_the_one_above(claims) -> None:
    """A sum is of the noun that the freight hangs on."""
    assert claims("Revenue from freight of $8 million was booked.")[0].metric == "revenue"
