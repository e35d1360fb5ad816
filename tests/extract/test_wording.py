"""Which words of a noun phrase say what is measured."""

from __future__ import annotations

import pytest

from pipeline.extract.wording import cut


@pytest.mark.parametrize(
    ("phrase", "wanted"),
    [
        ("rising yen", "yen"),
        ("increased quarterly sales", "sales"),
        ("full - year loss", "loss"),
        ("falling - price contracts", "falling - price contracts"),
        ("fewer car thefts", "car thefts"),
        ("less petrol", "petrol"),
        ("current heat wave", "heat wave"),
        ("estimated combined assets", "assets"),
        ("rising", "rising"),
        ("- day trips", "day trips"),
    ],
)
def test_what_adds_nothing_is_cut(phrase: str, wanted: str) -> None:
    """Participles of movement, times and `fewer` are cut in front, never the noun itself."""
    assert cut(phrase.split()) == wanted.split()
