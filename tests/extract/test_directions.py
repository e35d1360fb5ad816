"""Which way a record goes."""

import pytest


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("It was the worst flood since 1987.", "increase"),
        ("The outbreak was the worst in 20 years.", "increase"),
        ("Sales had their worst month since 2009.", "decrease"),
        ("Output was the lowest since 1987.", "decrease"),
    ],
)
def test_the_worst_of_an_ill_is_the_most_of_it(claims, text: str, direction: str) -> None:
    """More of a flood or an illness is worse; of what is sold or made, less."""
    assert [claim.direction for claim in claims(text) if claim.kind == "record"] == [direction]
