"""What sort of thing a noun names."""

from __future__ import annotations

from collections import Counter

import pytest

from pipeline.extract.senses import sense_of
from pipeline.rules.tables import table


@pytest.mark.parametrize(
    ("phrase", "sense"),
    [
        ("the copper smelter", "facility"),
        ("oil refineries", "facility"),
        ("factory workers", "people"),
        ("net profit", "sum"),
        ("mini-factories", "facility"),
        ("zorgles", "unknown"),
        ("", "none"),
        (" 's", "none"),
        (None, "none"),
    ],
)
def test_the_sort_of_a_phrase(phrase: str | None, sense: str) -> None:
    """The last word tells, in singular or plural, in either case, behind a hyphen or not."""
    assert sense_of(phrase) == sense


def test_each_word_is_listed_once() -> None:
    """A word has one sort."""
    words = Counter(word for listed in table("senses").values() for word in listed.split())
    assert [word for word, count in words.items() if count > 1] == []
