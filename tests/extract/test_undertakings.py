"""Figures of what somebody takes upon himself, asks for or is allowed, read end to end from short texts."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("The minister has given consent for a 45-turbine wind park.", "planned"),
        ("The mill's owner has been given the go-ahead for a 200-bed hotel.", "planned"),
        ("The miner has set its sights on 600,000 tonnes of nickel a year.", "planned"),
        ("The union demands six percent more pay.", "planned"),
        ("The demand for power reached 9 GW.", "reported"),
        ("The offer contained a rise of 4 percent.", "planned"),
        ("Under the contract Acme has trained 900 drivers.", "reported"),
        ("Output is put to grow by 6 percent.", "expected"),
        ("The 5% forecast in a poll was wrong.", "expected"),
    ],
)
def test_what_is_only_taken_upon_oneself_is_no_fact(claims, text: str, modality: str) -> None:
    """A permit, an offer, a demand or an aim is planned; what was done under a contract is reported."""
    told = [claim for claim in claims(text) if claim.kind in ("level", "change")]
    assert told[0].modality == modality


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Brokers put the savings at 9 million euros a year by 2029.", "expected"),
        ("The bank puts growth at 0.7% for this year.", "expected"),
        ("Acme has ordered 6 ships for 9 million euros, delivery 2028.", "reported"),
    ],
)
def test_a_figure_of_a_time_to_come(claims, text: str, modality: str) -> None:
    """What is put at so much by a year to come is expected; what has been done is a fact."""
    told = [claim for claim in claims(text) if claim.unit in ("EUR", "percent")]
    assert told[0].modality == modality
