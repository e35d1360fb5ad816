"""What the recognisers make of the same words together."""

from __future__ import annotations

from datetime import date

import pytest

from pipeline.model import Document, Name, Period
from pipeline.recognise.recogniser import Recogniser


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("Jan Kowalski sold 40 cars.", 0),
        ("Minister Jan Kees raised the tax in Jan.", 1),
        ("Sales rose in Jan and fell in Feb.", 2),
    ],
)
def test_a_month_in_a_name_is_no_date(text: str, dates: int) -> None:
    """A first name that may be short for a month belongs to its person."""
    mentions = Recogniser()(Document("t", text, published=date(2009, 8, 21))).mentions
    assert sum(isinstance(each.value, Period) for each in mentions) == dates
    assert any(isinstance(each.value, Name) for each in mentions) == (dates < 2)
