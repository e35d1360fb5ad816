"""How the shipped English cuts words, and which features it sees in them."""

from __future__ import annotations

import pytest
import spacy

from pipeline.extract.language import NAME, even, first, last


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("pre-tax profit", ["pre-tax", "profit"]),
        ("Re-exports and e-commerce", ["Re-exports", "and", "e-commerce"]),
        ("oil-rich states", ["oil", "-", "rich", "states"]),
        ("the No. 1 buyer", ["the", "No.", "1", "buyer"]),
        ("on Wed. morning", ["on", "Wed.", "morning"]),
    ],
)
def test_words(text: str, words: list[str]) -> None:
    """A prefix and its word are one token, other hyphens stand alone, and `Wed.` is no `we would`."""
    assert [token.text for token in spacy.blank(NAME)(text)] == words


def test_features() -> None:
    """Figures look alike, years look like years, and dashes and quotes are plain."""
    assert (even("$4.87"), even("2019"), even("Pre–tax")) == ("$0.00", "1900", "pre-tax")
    assert (first("Exports"), last("Exports")) == ("exp", "rts")
