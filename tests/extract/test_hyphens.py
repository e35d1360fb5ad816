"""Compounds with hyphens mended in hand-built parses."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from pipeline.extract.hyphens import joined


def test_the_last_noun_of_a_compound_heads_it() -> None:
    """`Re-exports rose`, parsed as three subjects, has one: the word behind the hyphen."""
    tags, heads, labels = joined(
        ("Re", "-", "exports", "rose"),
        (0, 2, 3, 11),
        ("NN", "NNS", "NNS", "VBD"),
        (3, 3, 3, 3),
        ("nsubj", "nsubj", "nsubj", "ROOT"),
    )
    assert heads == (2, 2, 3, 3)
    assert labels == ("compound", "punct", "nsubj", "ROOT")
    assert tags[2] == "NNS"


def test_a_noun_behind_a_compound_is_no_verb() -> None:
    """In `the cut-off point is` the word behind the compound is what is spoken of."""
    tags, heads, _ = joined(
        ("the", "cut", "-", "off", "point", "is"),
        (0, 4, 7, 8, 12, 18),
        ("DT", "NN", "HYPH", "RP", "VB", "VBZ"),
        (1, 5, 3, 4, 5, 5),
        ("det", "nsubj", "punct", "advmod", "csubj", "ROOT"),
    )
    assert tags[4] == "NN"
    assert heads == (4, 4, 4, 4, 5, 5)


def test_words_apart_are_left_alone() -> None:
    """A dash between spaces joins nothing."""
    heads = (2, 2, 2)
    assert (
        joined(("prices", "-", "fell"), (0, 7, 9), ("NNS", ":", "VBD"), heads, ("nsubj", "punct", "ROOT"))[1]
        == heads
    )


@given(st.data())
def test_what_is_joined_is_a_tree_still(data: st.DataObject) -> None:
    """Whatever a parser hung from what, every word hangs from the root afterwards, none in a ring."""
    words = ("the", "cut", "-", "off", "-", "point", "is")
    starts = (0, 4, 7, 8, 11, 12, 18)
    order = data.draw(st.permutations(range(len(words))))
    heads = list(range(len(words)))
    for rank, word in enumerate(order[1:], start=1):
        heads[word] = order[data.draw(st.integers(0, rank - 1))]
    tags = data.draw(st.lists(st.sampled_from(["NN", "VB", "DT", "RP"]), min_size=7, max_size=7))
    _, mended, _ = joined(words, starts, tags, heads, ("dep",) * len(words))
    for word in range(len(words)):
        for _ in words:
            word = mended[word]
        assert mended[word] == word
