"""The network that points from a figure to its owner."""

import re
from math import exp

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.extract import heads
from pipeline.extract.encoder import LONGEST
from pipeline.extract.pointer import BEHIND, SIDES, STEP, Pointer, bucket
from pipeline.model import Document
from pipeline.run import Pipeline

TEXT = (
    "Harbour operator Tessaly moved 4.1 million containers last year. Dutch rival Kroon lost ground.\n\n"
    "Its cranes were busy at night, and 300 dockers were hired."
)


def pointer(text: str = TEXT, title: str | None = None) -> Pointer:
    """A pointer over a text."""
    return Pointer(Document("a", text, title=title))


def test_the_odds_of_all_candidates_make_up_one() -> None:
    """The odds of each candidate, of nobody and of one who stands nowhere are shares of a whole."""
    at = TEXT.index("300")
    odds = pointer().odds("subject", (at, at + 3), ["Tessaly", "Netherlands", "Nowhere Ltd", None])
    assert sum(map(exp, odds)) == pytest.approx(1)


def test_a_figure_points_to_whom_its_clause_names() -> None:
    """In a plain clause the doer is likelier than a rival named behind it, in any order."""
    at = TEXT.index("4.1 million")
    names = ["Kroon", "Tessaly", None]
    forth = pointer().odds("subject", (at, at + 11), names)
    back = pointer().odds("subject", (at, at + 11), names[::-1])
    assert forth[1] == max(forth)
    assert back[::-1] == pytest.approx(forth)


def test_a_title_moves_no_place() -> None:
    """Figures are given by their place in the text, whether or not a title is read before it."""
    plain, titled = pointer(), pointer(title="Port news")
    at = TEXT.index("300")
    (first, end), (later, last) = plain.at((at, at + 3)), titled.at((at, at + 3))
    assert plain.ids[first:end] == titled.ids[later:last]


def test_a_country_stands_where_its_adjective_does() -> None:
    """`Dutch` is a place of the Netherlands; a part of a longer word is none."""
    there = pointer()
    assert there.where("Netherlands", 0) == [there.at((TEXT.index("Dutch"), TEXT.index("Dutch") + 5))]
    assert there.where("crane", 0) == []


@given(st.integers(0, 3000), st.integers(1, 3000))
def test_the_passage_of_a_figure_holds_it(first: int, length: int) -> None:
    """However long an article is, the passage read for a figure has it, and some of what follows."""
    words = first + length
    long = pointer("word " * words)
    start = long.begin(first + 1)
    assert start <= first < start + LONGEST
    assert start + LONGEST >= min(first + 1 + BEHIND, words)


@given(st.integers(-5000, 5000))
def test_distances_have_buckets(distance: int) -> None:
    """Every distance has one, those behind the figure apart from those before it."""
    assert 0 <= bucket(distance) < SIDES
    assert (bucket(distance) < SIDES // 2) == (distance >= 0)


def test_reading_ahead_changes_nothing_but_the_time() -> None:
    """What is read in a thread of its own gives the same odds; what was not is read when asked."""
    text = f"{TEXT}\n\n" + "The wind was light and the sea was calm. " * 120 + "Tessaly also owns 40 tugs."
    ahead, later = pointer(text), pointer(text)
    figures = [(at, at + len(figure)) for figure in ("4.1 million", "40") for at in [text.index(figure)]]
    ahead.read_ahead(figures[:1])
    names = ["Tessaly", "Kroon", None]
    for figure in figures:
        assert ahead.odds("subject", figure, names) == pytest.approx(later.odds("subject", figure, names))


def test_a_quick_pipeline_asks_no_network(monkeypatch) -> None:
    """Without the network the same figures are found, and the network is never run."""
    figures = {claim.mentions for claim in Pipeline()(Document("a", TEXT)).claims}

    def refuse(_ids: object) -> None:
        raise AssertionError("asked")

    monkeypatch.setattr(heads, "encoded", refuse)
    assert {claim.mentions for claim in Pipeline(quick=True)(Document("a", TEXT)).claims} == figures


def test_of_a_book_few_passages_are_kept(monkeypatch) -> None:
    """However many figures of a long text are asked about, few passages stay in memory, each read once."""
    text = "The mill sold 40 tonnes of flour that year, and the town grew. " * 300
    book, read = pointer(text), []
    real = heads.encoded
    monkeypatch.setattr(heads, "encoded", lambda ids: read.append(1) or real(ids))
    for figure in re.finditer("40", text):
        book.odds("subject", figure.span(), ["mill", "town", None])
    assert len(book._passages) <= 4 < len(read) <= len(book.ids) // STEP + 1
