"""Texts cut into word pieces."""

from hypothesis import given
from hypothesis import strategies as st

from pipeline.extract.wordpieces import WordPieces

CUT = WordPieces(["[UNK]", "port", "por", "##folio", "##t", "€", "##4", "4", ",", "zurich", "'", "s"])


def pieces(text: str) -> list[tuple[int, str]]:
    """The number of each piece and what it stands for in the text."""
    found = CUT(text)
    return [
        (number, text[start:end])
        for number, start, end in zip(found.ids, found.starts, found.ends, strict=True)
    ]


def test_a_word_is_cut_into_the_longest_pieces_known() -> None:
    """The longest piece that opens the word is taken first, then the longest of what is left."""
    assert pieces("Portfolio") == [(1, "Port"), (3, "folio")]


def test_what_no_pieces_make_up_is_one_unknown() -> None:
    """A word with a part that is not known is unknown as a whole, as where the vocabulary was learned."""
    assert pieces("porter, port") == [(0, "porter"), (8, ","), (1, "port")]


def test_marks_stand_alone_and_money_does_not() -> None:
    """A comma or an apostrophe is a piece; a euro sign is tied to its figure."""
    assert pieces("port's €4") == [(1, "port"), (10, "'"), (11, "s"), (5, "€"), (6, "4")]


def test_accents_and_capitals_do_not_count() -> None:
    """A name is known by its plain letters; the place is that of the letters in the text."""
    assert pieces("in Zürich,") == [(0, "in"), (9, "Zürich"), (8, ",")]


@given(st.text(max_size=60))
def test_pieces_cover_all_but_spaces_in_order(text: str) -> None:
    """Every character but spaces stands in a piece, and no piece begins before the one in front of it."""
    found = CUT(text)
    covered = {at for start, end in zip(found.starts, found.ends, strict=True) for at in range(start, end)}
    assert {at for at, letter in enumerate(text) if not letter.isspace()} <= covered
    assert found.starts == sorted(found.starts)
    assert all(0 <= start < end <= len(text) for start, end in zip(found.starts, found.ends, strict=True))
