"""Ordinals and superlatives of place."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.model import Ordinal
from pipeline.recognise.ordinals import find_ordinals, ordinal_value


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("its third-largest trading partner", [("third-largest", 3, "largest")]),
        ("the second biggest buyer", [("second biggest", 2, "biggest")]),
        ("the largest port on the lake", [("largest", 1, "largest")]),
        ("the biggest supplier but one", [("biggest supplier but one", 2, "biggest")]),
        ("second only to Norway", [("second only to", 2, "only to")]),
        ("the country's No. 2 bank", [("No. 2", 2, "number")]),
        ("the 21st meeting", [("21st", 21, None)]),
        ("the twenty-fifth round", [("twenty-fifth", 25, None)]),
        ("the 10th largest economy", [("10th largest", 10, "largest")]),
        ("its thorniest market", [("thorniest", 1, "thorniest")]),
        ("at the slowest pace in years", [("slowest", 1, "slowest")]),
        ("its top export market", [("top", 1, "top")]),
        ("its worst outbreak", [("worst", 1, "worst")]),
    ],
)
def test_a_place_in_an_ordering_is_read(text: str, found: list[tuple[str, int, str | None]]) -> None:
    """Ordinals in words and figures, alone and with a superlative, and superlatives alone."""
    read = [(mention.text, mention.value) for mention in find_ordinals(text)]
    assert read == [(words, Ordinal(Decimal(value), superlative)) for words, value, superlative in found]


@pytest.mark.parametrize(
    "text",
    [
        "one of the largest ports",
        "among the biggest buyers",
        "at best",
        "at the slowest",
        "the forest and its interest",
        "30 seconds a second",
        "the most that they can do",
    ],
)
def test_one_of_several_is_no_place(text: str) -> None:
    """A superlative shared by several, an idiom, and the unit of time give no place."""
    assert find_ordinals(text) == []


def test_taken_spans_are_left_alone() -> None:
    """An ordinal that belongs to a date is not read again."""
    assert find_ordinals("on the 21st of May", [(7, 18)]) == []


@given(st.integers(1, 10**9))
def test_ordinal_figures_come_back(value: int) -> None:
    """A number with its ordinal ending is read back."""
    ending = "th" if value % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")
    assert ordinal_value(f"{value}{ending}") == value


@given(st.text(max_size=80))
def test_no_text_raises(text: str) -> None:
    """Any text is read without an error, spans inside it."""
    assert all(text[m.start : m.end] == m.text for m in find_ordinals(text))
