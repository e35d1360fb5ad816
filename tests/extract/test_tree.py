"""Trees as values: places in the article, dependents, paths."""

import pytest

from pipeline.extract.tree import Tree

EXPORTS = Tree(
    words=("Exports", "to", "Kenya", "rose", "."),
    starts=(10, 18, 21, 27, 31),
    ends=(17, 20, 26, 31, 32),
    tags=("NNS", "IN", "NNP", "VBD", "."),
    lemmas=("export", "to", "Kenya", "rise", "."),
    heads=(3, 2, 0, 3, 3),
    labels=("nsubj", "case", "nmod", "ROOT", "punct"),
)
BARE = Tree(("Exports", "rose"), (0, 8), (7, 12))


def test_dependents_come_in_text_order_and_by_label() -> None:
    """A verb's dependents are found all together or by the labels asked for."""
    assert EXPORTS.children(3) == (0, 4)
    assert EXPORTS.children(3, "punct", "obj") == (4,)
    assert EXPORTS.child(3, "nsubj") == 0
    assert EXPORTS.child(3, "obj") is None


def test_path_leads_to_the_root() -> None:
    """From the deepest word the path climbs over each head and ends at the root."""
    assert list(EXPORTS.above(1)) == [2, 0, 3]
    assert list(EXPORTS.above(3)) == []
    assert EXPORTS.root == 3


def test_subtree_is_a_range_of_tokens() -> None:
    """What hangs from a noun is a range of tokens."""
    assert EXPORTS.subtree(0) == (0, 2)


def test_tokens_are_found_by_their_place_in_the_article() -> None:
    """A span of the article leads to the tokens that it overlaps."""
    assert EXPORTS.tokens(16, 22) == range(3)
    assert EXPORTS.tokens(40, 50) == range(0)


def test_unparsed_tree_says_so_and_still_answers() -> None:
    """A sentence that was not parsed has words and places, no root, no dependents and no path."""
    assert not BARE.parsed
    assert BARE.root is None
    assert BARE.children(0) == ()
    assert list(BARE.above(0)) == []


def test_trees_cannot_be_changed() -> None:
    """A tree is a value: equal ones are equal, and no field can be set."""
    assert Tree(("Exports", "rose"), (0, 8), (7, 12)) == BARE
    with pytest.raises(AttributeError):
        BARE.words = ()  # type: ignore[misc]
