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


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Some 900 claims were still awaiting a decision.", "reported"),
        ("Just 900 new loans were agreed in May.", "reported"),
        ("The jet, built to carry 900 passengers, will fly in June.", "reported"),
        ("In a poll of 14 analysts Acme was expected to lose money.", "reported"),
        ("Doctors say that 900 children are at risk.", "reported"),
        ("Some 900 jobs are at risk.", "possible"),
        ("Sales of cars fell in May, but the bill could be 9 percent higher than in 2004.", "possible"),
        ("The mill has 90 workers that plan to strike.", "reported"),
        ("The mill was ordered to pay $9 million.", "reported"),
        ("In return for a loan of $9 million the state will close the mill.", "reported"),
        ("Rescuers hoped to find somebody among the 90 sailors.", "reported"),
        ("The storm is heading for the coast with winds of 90 km/h.", "reported"),
        ("The tanker was on its way to Malta with 900 tons of oil.", "reported"),
        ("The wreck weighed some 900 tons.", "reported"),
        ("About 900 residents were urged to leave their homes.", "reported"),
        ("Some 90 villages were targeted in the raids.", "reported"),
        ("Growth of 9 percent is targeted for 2005.", "planned"),
        ("With the 900 recorded in 1992 Acme expects to win.", "reported"),
    ],
)
def test_what_is_there_is_a_fact_whatever_becomes_of_it(claims, text: str, modality: str) -> None:
    """Who waits, is asked, is at risk or plans is counted as a fact; what may be lost is possible."""
    assert claims(text)[-1 if modality == "possible" else 0].modality == modality


@pytest.mark.parametrize(
    ("text", "metrics"),
    [
        (
            "Unions marched against plans by the city to cut pensions and raise income tax.",
            ["pensions", "tax"],
        ),
        ("The bank defended its decision to raise interest rates.", ["interest_rate"]),
        ("The mayor had no plan to cut fares.", []),
        ("The plan is bad, he said, vowing to cut fares.", ["price"]),
    ],
)
def test_movements_that_are_resolved(claims, text: str, metrics: list[str]) -> None:
    """What a plan or a decision is for is a planned trend; where there is no plan there is none."""
    told = [claim for claim in claims(text) if claim.kind == "trend"]
    assert [claim.metric for claim in told] == metrics
    assert all(claim.modality == "planned" for claim in told)


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("The plane was heading for Oslo with 112 passengers when its engine failed.", "reported"),
        ("The ship was on its way from Oran, Algeria to Malta with 900 tonnes of oil.", "reported"),
        ("The deficit is heading for 5 percent.", "expected"),
    ],
)
def test_what_is_carried_somewhere_is_there(claims, text: str, modality: str) -> None:
    """Where something is going says nothing of what it has on board."""
    told = [claim for claim in claims(text) if claim.kind == "level"]
    assert [claim.modality for claim in told] == [modality]
