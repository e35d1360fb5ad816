"""Quotation marks: what opens, what closes, what is an apostrophe."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.extract.quotes import find_quotes


def quoted(text: str) -> list[str]:
    return [text[slice(*quote.inner)] for quote in find_quotes(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('She said "no" and "yes".', ["no", "yes"]),
        ("“No,” she said.", ["No,"]),
        ("``No,'' she said.", ["No,"]),
        ("«No», she said.", ["No"]),
        ("‘It’s the farmers’ money,’ she said.", ["It’s the farmers’ money,"]),
        ("The farmers' money isn't Lewis's.", []),
        ('A 5" pipe.', []),
    ],
)
def test_marks(text: str, expected: list[str]) -> None:
    """Typographic, straight and TeX marks quote; apostrophes do not."""
    assert quoted(text) == expected


def test_a_quotation_may_run_over_paragraphs() -> None:
    """Pieces of one quotation have one number; a mark that nothing closes ends with its paragraph."""
    quotes = find_quotes('"One.\n\n"Two.\n\nThree," he said. "Four')
    assert [quote.number for quote in quotes] == [0, 0, 0, 1]


@given(st.text(alphabet="ab \"'“”‘’«».,\n`", max_size=120))
def test_quotations_lie_in_order(text: str) -> None:
    """Whatever the marks, quotations follow each other and hold their inner words."""
    quotes = find_quotes(text)
    assert all(one.start <= one.inner[0] <= one.inner[1] <= one.end <= len(text) for one in quotes)
    assert all(one.end <= other.start for one, other in itertools.pairwise(quotes))
