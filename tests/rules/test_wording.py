"""Expressions of many words."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from pipeline.rules.wording import any_of

WORDS = ("ten", "tenth", "two", "two-fold", "million", "½", "a")


@given(st.text(alphabet="tenhwomilafd-½ TENWOMILA"))
def test_finds_what_a_plain_choice_finds(text: str) -> None:
    """The expression matches where an alternation of the words, the longest first, matches in either case."""
    plain = "|".join(map(re.escape, sorted(WORDS, key=len, reverse=True)))
    expected = [found.span() for found in re.finditer(plain, text, re.IGNORECASE)]
    assert [found.span() for found in re.finditer(any_of(WORDS), text)] == expected


def test_the_longest_word_wins() -> None:
    """Of two words that begin alike the longer one is found."""
    found = re.match(any_of(["ten", "tenth"]), "Tenth")
    assert found is not None
    assert found.group() == "Tenth"
