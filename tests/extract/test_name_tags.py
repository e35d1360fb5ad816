"""Tags of the words of names."""

from __future__ import annotations

from pipeline.extract.name_tags import with_leading_names, with_names
from pipeline.extract.tree import Tree
from pipeline.model import Mention, Name

TREE = Tree(("Booking", "shed", "jobs"), (0, 8, 13), (7, 12, 17), ("VBG", "VBD", "NNS"))


def test_a_name_is_a_noun() -> None:
    """A word of a name that was taken for a verb is a proper noun; other words keep their tags."""
    mention = Mention(0, 7, "Booking", Name("organisation", "Booking"))
    assert with_names(TREE, [mention]).tags == ("NNP", "VBD", "NNS")


def test_other_trees_stay() -> None:
    """Without a name, or with a country's adjective, the tree is the same."""
    adjective = Mention(0, 7, "Booking", Name("country", "Bookingland", adjective=True))
    assert with_names(TREE, []) is TREE
    assert with_names(TREE, [adjective]) is TREE


def test_a_name_leads_what_describes_it() -> None:
    """A name that hangs flat from the word that opens its sentence takes that word's place."""
    tree = Tree(
        ("Ferrymaker", "Orlo", "grew"), (0, 11, 16), (10, 15, 20),
        ("NNP", "NNP", "VBD"), (), (2, 0, 2), ("nsubj", "flat", "ROOT"),
    )  # fmt: skip
    mended = with_leading_names(tree, [Mention(11, 15, "Orlo", Name("organisation", "Orlo"))])
    assert mended.heads == (1, 2, 2)
    assert mended.labels == ("nmod:desc", "nsubj", "ROOT")


def test_a_name_of_two_words_stays_one() -> None:
    """A name whose first word is its head keeps it."""
    tree = Tree(
        ("Ferry", "Orlo", "grew"), (0, 6, 11), (5, 10, 15),
        ("NNP", "NNP", "VBD"), (), (2, 0, 2), ("nsubj", "flat", "ROOT"),
    )  # fmt: skip
    assert (
        with_leading_names(tree, [Mention(0, 10, "Ferry Orlo", Name("organisation", "Ferry Orlo"))]) is tree
    )
