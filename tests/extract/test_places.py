"""Where a figure is told of."""

import pytest


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Petrol will cost 102 shillings in the capital, Nairobi.", "Nairobi"),
        ("The mill employs 400 people near Turku.", "Turku"),
        ("The ministry built 40 schools in the region of Puno.", "Puno"),
        ("The firm has nine plants in Tamil Nadu.", "Tamil Nadu"),
        ("The tax costs firms 40 euros a month in Chile's favour.", None),
        ("The mill made 40 tons amid weak demand in Chile.", None),
        ("The mill made 40 tons, and sales in Chile rose.", None),
    ],
)
def test_the_place_beside_a_figure(claims, text: str, place: str | None) -> None:
    """A preposition behind a figure brings in its place, in the same phrase and no other clause."""
    assert claims(text)[-1 if place else 0].place == place


def test_a_party_is_no_place(claims) -> None:
    """Where the place owns the figure it is not told twice."""
    (claim,) = claims("Kent lost 400 jobs in Kent.")
    assert (claim.subject, claim.place) == ("Kent", None)
