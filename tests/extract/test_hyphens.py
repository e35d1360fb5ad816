"""Compounds with hyphens mended in hand-built parses."""

from __future__ import annotations

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
