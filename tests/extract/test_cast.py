"""The names of an article in order of the text, and how each stands in it."""

from __future__ import annotations

import pytest

from pipeline.extract.cast import Cast, cast_of
from pipeline.model import Document, Mention, Name

LINES = (
    "Peru sold copper. Chile bought it.",
    "Chile paid Peru. Peru was glad. Chile and X left. It rained.",
    "Quito wept. It rained on.",
)
TEXT = "\n".join(LINES)


@pytest.fixture
def cast() -> Cast:
    """Seven mentions of Peru, Chile and Quito, one of a name of one letter, told in no order."""
    found = [
        Mention(at, at + len(word), word, Name("country", word))
        for word in ("Chile", "Quito", "Peru", "X")
        for at in range(len(TEXT))
        if TEXT.startswith(word, at)
    ]
    starts = [0, *(at + 2 for at in range(len(TEXT)) if TEXT[at : at + 2] in (". ", ".\n"))]
    document = Document("t", TEXT, "Chile pays", publisher="Quito")
    return cast_of(document, found, [(start, start + 1) for start in starts], len(LINES[0]))


def test_names_before_an_offset_the_last_first(cast: Cast) -> None:
    """Each name told before is there once, the one told last in front; one letter is no name."""
    assert cast.before(0) == []
    assert cast.before(TEXT.index("Peru was")) == ["Peru", "Chile"]
    assert cast.before(len(TEXT)) == ["Quito", "Chile", "Peru"]


def test_standing_at_a_sentence(cast: Cast) -> None:
    """Where a name stands is told as seen from a sentence: its paragraph, the one before, title, lead."""
    start = TEXT.index("Chile and X")
    assert cast.standing("Peru", start) == {
        "often", "in the lead", "first of all", "in the paragraph", "in the sentence before",
        "last told 1 ago", "last told opens", "last told opens 1 ago",
    }  # fmt: skip
    assert cast.standing("Chile", start) == {
        "often", "in the lead", "in the title", "in the paragraph", "opens the paragraph",
        "last told 2 ago", "last told opens", "last told opens 2 ago",
    }  # fmt: skip
    assert cast.standing("Quito", start) == {"at times", "once", "the publisher"}


def test_where_a_name_was_last_told(cast: Cast) -> None:
    """How many sentences ago a name was told last, six at the most, and how early in its sentence."""
    assert {"last told 2 ago", "last told opens"} <= cast.standing("Chile", TEXT.index("Quito"))
    late = Cast({"Peru": [50]}, [(50, "Peru")], [0, *range(100, 200, 10)])
    assert {"last told 6 ago", "last told late"} <= late.standing("Peru", 190)
    assert "last told early" in Cast({"Peru": [20]}, [(20, "Peru")], [0, 100]).standing("Peru", 100)


def test_a_new_paragraph_starts_afresh(cast: Cast) -> None:
    """At the first sentence of a paragraph no name has stood in the paragraph yet."""
    start = TEXT.index("Quito")
    assert all("in the paragraph" not in cast.standing(name, start) for name in cast.places)
    assert "in the paragraph" in cast.standing("Quito", start + len("Quito wept. "))


def test_a_name_that_only_qualified() -> None:
    """Of a country last told by its adjective it is told that this was no name of its own."""
    text = "British firms left Peru. It rained."
    found = [
        Mention(0, 7, "British", Name("country", "United Kingdom", adjective=True)),
        Mention(19, 23, "Peru", Name("country", "Peru")),
    ]
    cast = cast_of(Document("t", text), found, [(0, 24), (25, 35)], 0)
    assert "last told as an adjective" in cast.standing("United Kingdom", 25)
    assert "last told as an adjective" not in cast.standing("Peru", 25)


def test_who_looks_on() -> None:
    """Of the firm of an analyst it is told that it is an onlooker."""
    text = "Analysts at Harbank saw Peru sell copper. It rained."
    found = [
        Mention(12, 19, "Harbank", Name("organisation", "Harbank")),
        Mention(24, 28, "Peru", Name("country", "Peru")),
    ]
    cast = cast_of(Document("t", text), found, [(0, 41), (42, 52)], 0)
    assert "an onlooker" in cast.standing("Harbank", 42)
    assert "an onlooker" not in cast.standing("Peru", 42)
