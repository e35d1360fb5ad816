"""Figures and names told in one order."""

from __future__ import annotations

from decimal import Decimal

import pytest

from pipeline.extract.runs import in_order
from pipeline.model import Name, Quantity

NAMED = {
    "Peru": Name("country", "Peru"),
    "Chile": Name("country", "Chile"),
    "7": Quantity("percent", Decimal(7), unit="percent"),
    "6": Quantity("percent", Decimal(6), unit="percent"),
}
NAMES = ("Peru NNP got nsubj", "and CC Chile cc", "Chile NNP Peru conj", "got VBD got ROOT")


def test_each_figure_has_its_name(sentence) -> None:
    """`Peru and Chile got 7 and 6`: the first has the first, the second the second."""
    said = sentence(*NAMES, "7 CD got obj", "and CC 6 cc", "6 CD 7 conj", **NAMED)
    assert [in_order(said, token) for token in (4, 6)] == [0, 2]


@pytest.mark.parametrize(
    "rows",
    [
        (*NAMES, "7 CD got obj"),
        (*NAMES, "7 CD got obj", "then RB 6 advmod", "6 CD 7 conj"),
        ("Peru NNP got nsubj", "got VBD got ROOT", "7 CD got obj", "and CC 6 cc", "6 CD 7 conj"),
        ("between IN Peru case", *NAMES, "7 CD got obj", "and CC 6 cc", "6 CD 7 conj"),
    ],
)
def test_what_is_no_run(sentence, rows: tuple[str, ...]) -> None:
    """One figure for two, figures apart, one name for two and what is between two have no order."""
    said = sentence(*rows, **NAMED)
    words = said.tree.words
    assert in_order(said, words.index("7")) is None
