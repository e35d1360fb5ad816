"""Movements that are told once for several figures, read end to end from short texts."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Rents fell 3 percent in Rome, while Turin (1 percent) fared better.", ["decrease", "decrease"]),
        ("Oslo shares shed 4 percent, Bergen 2.1 and Malta 0.3.", ["decrease"] * 3),
        ("Sales rose 12 percent in Chile; Peru managed 3 percent.", ["increase"] * 2),
        ("Coffee prices have gone up everywhere, most of all in Lima, with 21 percent.", ["increase"]),
        ("Wheat lost 11 cents to $6.40 a bushel, corn three cents to $4.52.", ["decrease"] * 2),
        ("Wheat lost $11, and corn, at $40, is dear.", ["decrease"]),
        ("Exports rose 5 percent, while 30 percent of the parcels came late.", ["increase"]),
        ("Sales rose 0.9 percent in May; economists had reckoned with 0.5.", ["increase"] * 2),
        ("Oil fell 2 percent and tin, hit by a firm yen, 1.1 percent.", ["decrease"] * 2),
        ("Exports rose 5 percent, but unemployment was 9 percent.", ["increase"]),
        ("Support for the premier was down to 28 percent.", []),
    ],
)
def test_a_movement_is_carried_over(claims, text: str, wanted: list[str]) -> None:
    """A percentage without a verb moves as what stands before it; a share or a rate of its own does not."""
    assert [claim.direction for claim in claims(text) if claim.kind == "change"] == wanted
