"""What a figure takes up that its own words leave open, read end to end from short texts."""

from __future__ import annotations

import pytest

from pipeline.extract.extractor import Extractor
from pipeline.model import Document
from pipeline.recognise.recogniser import Recogniser

_KEPT = "The bank keeps to its forecast of 3 percent."


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (f"The economy grew 4 percent in May. {_KEPT}", ("change", "gdp")),
        (f"Exports fell 4 percent in May. {_KEPT}", ("change", "exports")),
        (f"Inflation was 4 percent in May. {_KEPT.replace('its', 'its inflation')}", ("level", "inflation")),
    ],
)
def test_a_bare_forecast_is_of_the_movement_told_last(text: str, wanted: tuple[str, str]) -> None:
    """A forecast that names no metric foretells the movement just told; one that names it does not."""
    claims = Extractor()(Recogniser()(Document("t", text))).claims
    last = max((c for c in claims if c.value is not None), key=lambda c: c.mentions[0])
    assert (last.kind, last.metric) == wanted
