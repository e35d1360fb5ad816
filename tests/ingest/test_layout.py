"""Paragraphs from the lines of printed pages."""

from __future__ import annotations

from pipeline.ingest.formats.layout import Line, headline_of, paragraphs_of


def page(*lines: tuple[str, float, float]) -> list[Line]:
    return [Line(words, height, size) for words, height, size in lines]


def words(*pages: list[Line]) -> list[str]:
    return [paragraph.words for paragraph in paragraphs_of(pages)]


FIRST = page(
    ("Tea exports rise to a record", 700, 24),
    ("as buyers return", 672, 24),
    ("Nairobi, 13 January 2026", 640, 12),
    ("Exports of tea rose ﬁve percent to $1.4 billion, the", 612, 12),
    ("ministry said on Thursday in Nairobi, after a long wait.", 598, 12),
    ("Imports fell in the same months, it said, and it named", 572, 12),
    ("the rains as one of the reasons why that was to be ex-", 558, 12),
    ("1", 40, 12),
)
SECOND = page(
    ("pected. Prices were higher than in any season before it.", 700, 12),
    ("Page 2 of 2", 40, 12),
)


def test_space_and_size_end_a_paragraph() -> None:
    """A headline of two lines is one paragraph, place and day another; what a page cuts is joined again."""
    assert words(FIRST, SECOND) == [
        "Tea exports rise to a record as buyers return",
        "Nairobi, 13 January 2026",
        "Exports of tea rose five percent to $1.4 billion, the ministry said on Thursday in Nairobi, after a "
        "long wait.",
        "Imports fell in the same months, it said, and it named the rains as one of the reasons why that was "
        "to be expected. Prices were higher than in any season before it.",
    ]


def test_the_largest_letters_are_the_headline() -> None:
    """A headline is what is set in larger letters than the text; a text in one size has none."""
    assert headline_of([FIRST], paragraphs_of([FIRST])) == "Tea exports rise to a record as buyers return"
    assert headline_of([SECOND], paragraphs_of([SECOND])) is None


def test_running_heads_are_left_out() -> None:
    """What stands at the head or foot of every page is no text; a sentence that does by chance is."""
    heads = [[Line("The Courier"), Line(f"Exports rose {n}%."), Line("It was a record.")] for n in (3, 4)]
    assert words(*heads) == ["Exports rose 3%. It was a record.", "Exports rose 4%. It was a record."]


def test_lines_without_a_place_on_the_page() -> None:
    """Where no positions are known, a short line that ends a sentence ends the paragraph."""
    lines = [
        Line("Exports of tea rose five percent in 2025, they said"),
        Line("again."),
        Line("Imports fell."),
    ]
    assert words(lines) == ["Exports of tea rose five percent in 2025, they said again.", "Imports fell."]
