"""How often in a row a record was set."""

from __future__ import annotations

from decimal import Decimal

import pytest

from pipeline.extract.streaks import streak
from pipeline.model import Ordinal


def test_an_ordinal_of_years_in_a_row(sentence) -> None:
    """`Record for the third consecutive year` is a streak of three."""
    told = sentence(
        "Record NN Record ROOT",
        "for IN year case",
        "the DT year det",
        "third JJ year amod",
        "consecutive JJ year amod",
        "year NN Record obl",
        third=Ordinal(Decimal(3)),
    )
    assert streak(told, (0, 6)) == 3


@pytest.mark.parametrize(
    ("words", "count"),
    [("record two years running", 2), ("record for 4 straight months", 4), ("record in two years", None)],
)
def test_a_number_of_years_running(sentence, words: str, count: int | None) -> None:
    """A number counts only with a word that says one came after another."""
    first, *rest = words.split()
    told = sentence(f"{first} NN {first} ROOT", *(f"{word} NN {first} dep" for word in rest))
    assert streak(told, (0, 6)) == count


def test_a_streak_far_away_is_another_records(sentence) -> None:
    """What stands more than nine words off belongs to something else."""
    filler = [f"word{number} NN record dep" for number in range(12)]
    told = sentence(
        "record NN record ROOT",
        *filler,
        "third JJ year amod",
        "straight JJ year amod",
        "year NN record dep",
        third=Ordinal(Decimal(3)),
    )
    assert streak(told, (0, 6)) is None
