"""Characters for tokens, and expressions over them."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.rules.alphabet import FIGURES, MENTION_TYPES, UNIONS, WIDTH, Alphabet, tokens
from pipeline.rules.classes import build
from pipeline.rules.grammar import ClassRef, Gap, Slot, parse

CLASSES = build(
    {"rise": {"gives": {"direction": "increase"}, "verbs": ["climb", "go up"], "nouns": ["growth"]}}
)
CLIMB = ClassRef(("rise",), 1)


@pytest.fixture(scope="module")
def alphabet() -> Alphabet:
    return Alphabet([parse("<rise> by year-on-year {value:percent}")], CLASSES)


@pytest.mark.parametrize(
    ("phrase", "words"),
    [("go up", ["go", "up"]), ("year-on-year", ["year", "-", "on", "-", "year"]), ("U.S.", ["U.S."])],
)
def test_words_of_a_phrase(phrase: str, words: list[str]) -> None:
    """Entries are cut as the tokenizer cuts a text: hyphens stand alone, dots of an abbreviation do not."""
    assert list(tokens(phrase)) == words


@given(st.text(max_size=20), st.sampled_from(["NN", "VBD", "", "XX", "."]))
def test_every_token_is_as_wide(word: str, tag: str) -> None:
    """Whatever a word or tag, its token has as many characters, none of them a mention's."""
    letters = Alphabet([parse("a")], CLASSES)
    assert len(letters.token(word, tag)) == WIDTH
    assert set(letters.token(word, tag)).isdisjoint("".join(letters.mention.values()))


def test_characters_are_apart(alphabet: Alphabet) -> None:
    """A word is told apart by its part of speech, a mention by its type, unknown words by their tags only."""
    assert alphabet.token("climb", "VB") != alphabet.token("climb", "NN")
    assert alphabet.token("unheard", "NN") == alphabet.token("unseen", "NNS")
    assert len(set(alphabet.mention.values())) == len(MENTION_TYPES)


def test_a_verb_of_a_class_is_read_as_a_verb(alphabet: Alphabet) -> None:
    """A class's verb matches where it is tagged a verb or not at all, a clear past form whatever its tag."""
    climb = re.compile(alphabet.class_ref(CLIMB))
    assert climb.fullmatch(alphabet.token("climb", "VB"))
    assert climb.fullmatch(alphabet.token("climb", ""))
    assert not climb.fullmatch(alphabet.token("climb", "NN"))
    assert climb.fullmatch(alphabet.token("climbed", "NN"))
    assert climb.fullmatch(alphabet.token("went", "VBD") + alphabet.token("up", "RP"))


def test_what_the_words_give(alphabet: Alphabet) -> None:
    """Matched words give what their class says; words of no class nothing."""
    assert alphabet.gives(CLIMB, ("went", "up")) == {"direction": "increase"}
    assert alphabet.gives(CLIMB, ("went", "down")) == {}


def test_slots(alphabet: Alphabet) -> None:
    """A slot takes the mentions of its type or union, a phrase a noun phrase of some words."""
    figure = re.compile(alphabet.slot(Slot("value", ("number",), 1)))
    assert all(figure.fullmatch(alphabet.mention[kind]) for kind in UNIONS["number"])
    assert not figure.fullmatch(alphabet.mention["period"])
    phrase = re.compile(alphabet.slot(Slot("thing", ("phrase",), 1)))
    words = alphabet.token("the", "DT") + alphabet.token("old", "JJ") + alphabet.token("ferry", "NN")
    assert phrase.fullmatch(words)
    assert not phrase.fullmatch(words + alphabet.token("sank", "VBD"))


def test_gaps_stop(alphabet: Alphabet) -> None:
    """A gap spans no figure and no clause end, a short one no comma either."""
    short, long = (re.compile(alphabet.gap(Gap(2, short))) for short in (True, False))
    word, comma = alphabet.token("word", "NN"), alphabet.token(",", ",")
    assert short.fullmatch(word * 2)
    assert not short.fullmatch(word * 3)
    assert long.fullmatch(word + comma)
    assert not short.fullmatch(word + comma)
    for stop in (alphabet.token(";", ":"), alphabet.token("but", "CC"), alphabet.mention[FIGURES[0]]):
        assert not long.fullmatch(stop)


def test_wants(alphabet: Alphabet) -> None:
    """A class wants one of its first words, a slot one of its mentions; a role and a phrase want nothing."""
    assert {"climbs", "going", "growth"} <= alphabet.wants(CLIMB)
    percentages = {alphabet.mention["percent"], alphabet.mention["signed"]}
    assert alphabet.wants(Slot("value", ("percent",), 1)) == percentages
    assert alphabet.wants(Slot("metric", ("topic",), 1)) == frozenset()
    assert alphabet.wants(Slot("metric", ("phrase",), 1)) == frozenset()
