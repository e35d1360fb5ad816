"""Sentences as rules see them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from pipeline.extract.line import held, make_line, mention_type
from pipeline.extract.tree import Tree
from pipeline.model import Mention, Name, Ordinal, Period, Quantity, Term
from pipeline.rules.alphabet import WIDTH, Alphabet
from pipeline.rules.classes import WordClasses
from pipeline.rules.grammar import parse

TREE = Tree(("Exports", "rose", "5", "%", "."), (0, 8, 13, 14, 15), (7, 12, 14, 15, 16))
FIVE = Mention(13, 15, "5%", Quantity("percent", Decimal(5)))


@pytest.fixture
def alphabet() -> Alphabet:
    return Alphabet([parse("rose {value:percent}")], WordClasses())


@pytest.mark.parametrize(
    ("value", "name"),
    [
        (Quantity("money", Decimal(1), unit="USD"), "money"),
        (Quantity("percent", Decimal(1)), "percent"),
        (Quantity("number", Decimal(2), unit="factor"), "factor"),
        (Quantity("quantity", Decimal(3), unit="year"), "duration"),
        (Quantity("quantity", Decimal(3), unit="tonne"), "measure"),
        (Quantity("quantity", Decimal(3)), "count"),
        (Quantity("number", Decimal(3)), "count"),
        (Ordinal(Decimal(3)), "ordinal"),
        (Ordinal(Decimal(1), "largest"), "superlative"),
        (Period("2025"), "period"),
        (Period("P3Y", duration=True), "duration"),
        (Name("country", "Chile", adjective=True), "adjective"),
        (Name("person", "Ana Ruiz"), "person"),
    ],
)
def test_types_of_mentions(value: Quantity | Ordinal | Period | Name, name: str) -> None:
    """Each kind of value has the name by which rules call it."""
    assert mention_type(Mention(0, 1, "x", value)) == name


def test_a_term_is_no_element() -> None:
    """A word of a vocabulary is not what a line is made of."""
    with pytest.raises(TypeError, match="Term"):
        mention_type(Mention(0, 1, "x", Term("metric", "gdp")))


def test_a_mention_is_one_element(alphabet: Alphabet) -> None:
    """The tokens of a mention collapse into one element; the others stand alone."""
    line = make_line(TREE, [FIVE], alphabet)
    assert [(each.first, each.last) for each in line.elements] == [(0, 0), (1, 1), (2, 3), (4, 4)]
    assert line.chars[2 * WIDTH : 3 * WIDTH] == alphabet.mention["percent"]
    assert len(line.chars) == 4 * WIDTH
    assert line.words(1, 3) == ("rose", "5", "%")
    assert line.span(1, 3) == (8, 15)


def test_of_mentions_that_overlap_the_figure_stays(alphabet: Alphabet) -> None:
    """A figure wins over a name that shares its text."""
    rival = Mention(8, 15, "rose 5%", Name("place", "Rose"))
    line = make_line(TREE, [rival, FIVE], alphabet)
    assert [each.mention for each in line.elements if each.mention] == [FIVE]


def test_a_mention_within_a_token(alphabet: Alphabet) -> None:
    """Two mentions in one token are two elements of that token."""
    tree = Tree(("2024/2025",), (0,), (9,))
    mentions = [Mention(0, 4, "2024", Period("2024")), Mention(5, 9, "2025", Period("2025"))]
    line = make_line(tree, mentions, alphabet)
    assert [(each.first, each.last) for each in line.elements] == [(0, 0), (0, 0)]


def test_held(alphabet: Alphabet) -> None:
    """What a sentence holds are its words in lower case and the characters of its mentions."""
    assert held(["Exports", "ROSE"], [FIVE], alphabet) == {"exports", "rose", alphabet.mention["percent"]}
