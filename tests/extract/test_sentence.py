"""Look-ups by token in one sentence."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from pipeline.extract.line import Line
from pipeline.extract.sentence import Sentence, make_sentence, mentions_within
from pipeline.extract.tree import Tree
from pipeline.model import Mention, Name, Period, Quantity

TOLD = (
    "Chile NNP exports nmod:poss",
    "exports NNS rose nsubj",
    "rose VBD rose ROOT",
    "5% CD rose obl",
    "2025 CD rose obl",
)
VALUES = {
    "Chile": Name("country", "Chile"),
    "5%": Quantity("percent", Decimal(5)),
    "2025": Period("2025"),
}


def test_what_covers_a_token(sentence) -> None:
    """Names, quantities and periods are found by the token that they cover, and by no other."""
    told: Sentence = sentence(*TOLD, **VALUES)
    assert told.name(0) == VALUES["Chile"]
    assert told.name(1) is None
    assert told.quantity(3) == VALUES["5%"]
    assert told.quantity(4) is None
    assert told.is_period(4)
    assert not told.is_period(3)
    assert told.names == {"Chile"}


def test_the_head_of_some_tokens(sentence) -> None:
    """Of tokens in a row the noun that the others hang on is the head; without a parse the last."""
    told: Sentence = sentence(*TOLD, **VALUES)
    assert told.head_token(0, 1) == 1
    assert told.head_token(0, 2) == 2
    cut = Tree(told.tree.words, told.tree.starts, told.tree.ends)
    unparsed = make_sentence(told.span, 0, told.text, Line(cut, told.line.elements, "", frozenset()))
    assert unparsed.head_token(0, 2) == 2


def test_words_are_those_of_the_text(sentence) -> None:
    """The text of some tokens is the sentence's own."""
    assert sentence(*TOLD).words(1, 3) == "exports rose 5%"


def test_mentions_go_to_their_sentences() -> None:
    """Each sentence takes the mentions that begin in it, and says where the next is to look."""
    mentions = [Mention(at, at + 1, "x", Period("2025")) for at in (1, 4, 9, 12)]
    first, position = mentions_within(mentions, (0, 5), 0)
    assert (first, position) == (mentions[:2], 2)
    second, position = mentions_within(mentions, (10, 20), position)
    assert (second, position) == (mentions[3:], 4)


def test_the_extent_of_a_mention(sentence) -> None:
    """Every token of a mention has its extent; a token of none has its own."""
    told = sentence("Oslo NNP grew nsubj", "grew VBD grew ROOT", Oslo=Name("place", "Oslo"))
    mention = told.at[0]
    wide = replace(told, at=(mention, mention))
    assert wide.extent(0) == wide.extent(1) == (0, 1)
    assert told.extent(1) == (1, 1)
