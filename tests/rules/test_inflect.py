"""Inflection."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.rules.inflect import is_past, listed_verbs, noun_forms, phrase_forms, plural_of, verb_forms


@pytest.mark.parametrize(
    ("verb", "forms"),
    [
        ("rise", {"rise", "rises", "rising", "rose", "risen"}),
        ("climb", {"climb", "climbs", "climbing", "climbed"}),
        ("drop", {"drop", "drops", "dropping", "dropped"}),
        ("carry", {"carry", "carries", "carrying", "carried"}),
        ("reach", {"reach", "reaches", "reaching", "reached"}),
        ("double", {"double", "doubles", "doubling", "doubled"}),
        ("agree", {"agree", "agrees", "agreeing", "agreed"}),
        ("play", {"play", "plays", "playing", "played"}),
    ],
)
def test_verbs(verb: str, forms: set[str]) -> None:
    """A verb has its third person, participles and past, the irregular ones from their list."""
    assert verb_forms(verb) == forms


@pytest.mark.parametrize(
    ("noun", "forms"),
    [
        ("job", {"job", "jobs"}),
        ("company", {"company", "companies"}),
        ("loss", {"loss", "losses"}),
        ("sales", {"sales"}),
    ],
)
def test_nouns(noun: str, forms: set[str]) -> None:
    """A noun has both numbers; one in `s` is a plural already."""
    assert noun_forms(noun) == forms


def test_phrases() -> None:
    """Of a verb phrase the first word inflects, of a noun phrase the last, of plain words none."""
    assert "went up" in phrase_forms("go up", "verbs")
    assert phrase_forms("net loss", "nouns") == {"net loss", "net losses"}
    assert phrase_forms("As Much", "words") == {"as much"}


def test_past() -> None:
    """Forms that can be nothing but past are known; `cut` may be either."""
    assert is_past("rose")
    assert is_past("climbed")
    assert not is_past("cut")
    assert not is_past("rise")


@given(st.text(alphabet="abcdeyzsxo", min_size=1, max_size=8))
def test_any_word_inflects(word: str) -> None:
    """Every word is a form of itself, as a verb and as a noun."""
    assert word in verb_forms(word)
    assert word in noun_forms(word)


def test_the_verbs_of_a_list_are_read_in_all_their_forms() -> None:
    """A pattern file names base forms; what is asked for are all forms of all verbs under a key."""
    assert {"lend", "lent", "lends", "lending", "gave"} <= listed_verbs("holders", "giving")


@pytest.mark.parametrize(
    ("noun", "plural"), [("ship", "ships"), ("goose", "geese"), ("aircraft", "aircraft"), ("base", "bases")]
)
def test_plurals(noun: str, plural: str) -> None:
    """A plural is that of the list of irregular ones, else the regular one."""
    assert plural_of(noun) == plural
