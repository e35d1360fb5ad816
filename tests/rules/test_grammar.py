"""The pattern language as text and as a tree."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.rules.grammar import (
    LINEAR,
    LONG_GAP,
    ROLES,
    SHORT_GAP,
    SLOT_TYPES,
    Choice,
    ClassRef,
    Gap,
    GrammarError,
    Not,
    Optional,
    Sequence,
    Slot,
    Word,
    leading,
    parse,
    walk,
)


def test_every_part_of_the_language() -> None:
    """One pattern with every construction becomes the tree that it reads like."""
    tree = parse("{metric:topic} !not <rise|to climb> [By] (up|down) .. {value} ... there")
    assert tree == Sequence((
        Slot("metric", ("topic",), 2), Not(Word("not", 17)), ClassRef(("rise", "to climb"), 22),
        Optional(Word("by", 38)), Choice((Word("up", 43), Word("down", 46))), Gap(SHORT_GAP, True),
        Slot("value", ("number",), 56), Gap(LONG_GAP, False), Word("there", 67),
    ))  # fmt: skip


def test_escapes() -> None:
    """A backslash makes a mark of the language a word."""
    assert parse(r"\(x\)") == Word("(x)", 1)


@pytest.mark.parametrize(
    ("pattern", "column"),
    [
        ("", 1),
        ("a [b", 3),
        ("a ]", 3),
        ("a <Rise>", 4),
        ("{x:wage}", 2),
        ("{x:topic|money}", 2),
        ("(a|)", 4),
        ("a }", 3),
    ],
)
def test_faults_have_their_place(pattern: str, column: int) -> None:
    """A pattern that does not parse says in which column."""
    with pytest.raises(GrammarError) as caught:
        parse(pattern)
    assert caught.value.column == column
    assert caught.value.problem


@given(st.text(alphabet="ab<>{}[]()|!.\\: value", max_size=30))
def test_any_text_is_a_pattern_or_a_fault(pattern: str) -> None:
    """Whatever is written parses or is refused with a column inside it."""
    column = 1
    try:
        parse(pattern)
    except GrammarError as error:
        column = error.column
    assert 1 <= column <= len(pattern) + 1


def test_a_misspelt_type_is_guessed() -> None:
    """A slot type that there is not brings the nearest one to mind."""
    with pytest.raises(GrammarError) as caught:
        parse("{x:percnt}")
    assert "percent" in caught.value.remedy


def test_types_are_linear_or_roles() -> None:
    """Every slot type is what stands in the text or a role, and is explained."""
    assert set(SLOT_TYPES) == LINEAR | ROLES
    assert not LINEAR & ROLES
    assert all(SLOT_TYPES.values())


def test_leading_and_walk() -> None:
    """The first element that stands in the text comes after the roles; a walk goes in reading order."""
    tree = parse("{metric:topic} a (b|c) [d]")
    assert leading(tree) == Word("a", 16)
    assert [node.text for node in walk(tree) if isinstance(node, Word)] == ["a", "b", "c", "d"]
