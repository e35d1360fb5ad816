"""Tags of the words of names."""

from __future__ import annotations

from pipeline.extract.name_tags import with_names
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
