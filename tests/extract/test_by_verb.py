"""Metrics that a verb tells by more than its object, read end to end from short texts."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The shed is able to store 900 tons of grain.", "capacity"),
        ("The shed stored 900 tons of grain.", "grain"),
        ("The hall can seat 400 people.", "capacity"),
        ("The hall seats 400.", "capacity"),
        ("The camp was built for 400.", "capacity"),
        ("The line flew 3 million people.", "passengers"),
        ("The bank lends at 9 percent.", "interest_rate"),
        ("The bonds yielded 4 percent.", "interest_rate"),
        ("Some 47 percent said no.", "share"),
        ("The company is worth $2 billion.", "value"),
        ("A tariff of 25 percent applies.", "tax"),
        ("The state spent $98 million on rice from abroad.", "imports"),
        ("Visitors spent $9 million there.", "spending"),
        ("The works makes power for 3,000 homes.", "households"),
        ("The brewer earned $12 million before tax.", "profit"),
        ("The yard owes $90 million. It burns through $9 million a month.", "cost"),
        ("The port is being enlarged to handle 4 million tonnes.", "capacity"),
        ("Of the 8 million euros, 3 million euros went on wages.", "wages"),
        ("About one patient in a hundred dies.", "share"),
        ("The ship has 1,200 crew.", "jobs"),
        ("Brent sold at $91 on Friday, and light crude at $86.", "price"),
        ("The brewer lost $12 million before tax.", "loss"),
    ],
)
def test_the_metric_of_a_verb(claims, text: str, wanted: str) -> None:
    """What can be held is a capacity, what is lent at a rate, what comes from abroad imports."""
    assert [claim.metric for claim in claims(text) if claim.kind == "level"][-1] == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Oil stood at $40 in May 2025. A year earlier it stood at $31.", "2024-05"),
        ("Sales were $5 million in 2025, against $4 million a year earlier.", "2024"),
        ("In 2025 the state's 11 airports burned.", None),
    ],
)
def test_an_earlier_time_that_opens_the_clause(claims, text: str, wanted: str | None) -> None:
    """A figure whose clause opens with an earlier time is of that time; all that someone has is of none."""
    assert [claim.period for claim in claims(text) if claim.kind == "level"][-1] == wanted
