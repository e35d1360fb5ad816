"""A nation's adjective that a parser takes for the head of a firm's name."""

from __future__ import annotations

from pipeline.model import Name

TURKISH = Name("country", "Turkey", adjective=True)
LOWEN = Name("organisation", "Lowen")


def test_the_firm_heads_its_phrase(sentence) -> None:
    """In `Turkish Lowen pays`, parsed as one name, Lowen is the subject."""
    told = sentence(
        "Turkish NNP pays nsubj", "Lowen NNP Turkish flat", "pays VBZ pays ROOT", Turkish=TURKISH, Lowen=LOWEN
    )
    assert told.tree.heads == (1, 2, 2)
    assert told.tree.labels == ("amod", "nsubj", "ROOT")


def test_other_nouns_keep_their_place(sentence) -> None:
    """`Turkish firms pay` is left as it is."""
    told = sentence("Turkish JJ firms amod", "firms NNS pay nsubj", "pay VBP pay ROOT", Turkish=TURKISH)
    assert told.tree.heads == (1, 2, 2)
