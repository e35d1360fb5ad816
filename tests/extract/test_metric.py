"""Which metric a figure is of, read end to end from short texts."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Exports rose 5%.", ["exports"]),
        ("The volume of exports rose 5%.", ["exports"]),
        ("The plant has a capacity of 240 MW.", ["capacity"]),
        ("About 300 Chilean companies operate in Peru.", ["companies"]),
        ("The firm employs 400 people.", ["jobs"]),
        ("Ferry bookings rose 5%.", ["ferry bookings"]),
        ("Exports rose 5%. They had risen 3% in 2023.", ["exports", "exports"]),
        ("Exports reached $4 billion, up from $3 billion.", ["exports", "exports"]),
    ],
)
def test_the_metric(claims, text: str, wanted: list[str]) -> None:
    """A noun of the vocabulary gives its id, another its own words; pronouns and bare figures take one up."""
    assert [claim.metric for claim in claims(text) if claim.kind in ("level", "change")] == wanted


def test_an_event_has_none(claims) -> None:
    """Events measure nothing."""
    (claim,) = claims("Chile and Peru signed an agreement in Lima.")
    assert (claim.kind, claim.metric) == ("event", None)
