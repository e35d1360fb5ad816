"""Whose or where figures are by what their clause opens with."""

from __future__ import annotations

import pytest

from pipeline.extract.fronts import fronted, quarter, scope_of
from pipeline.model import Name

ACME, OSLO = Name("organisation", "Acme"), Name("place", "Oslo")


@pytest.mark.parametrize(
    ("opener", "name", "found"), [("In", OSLO, "Oslo"), ("At", ACME, "Acme"), ("In", ACME, None)]
)
def test_who_stands_in_front(sentence, opener, name, found) -> None:
    """A place stands in front with any such preposition, a firm with `at` alone."""
    said = sentence(
        f"{opener} IN X case",
        "X NNP rose obl",
        ", , rose punct",
        "rose VBD rose ROOT",
        "5% CD rose obl",
        X=name,
    )
    front = fronted(said, 4)
    assert (front.canonical if front else None) == found


def test_a_site_with_the_name_of_a_place(sentence) -> None:
    """`At Oslo airport` sets nothing in Oslo."""
    said = sentence(
        "At IN airport case", "Oslo NNP airport compound", "airport NN rose obl", "rose VBD rose ROOT",
        "5% CD rose obl", Oslo=OSLO,
    )  # fmt: skip
    assert fronted(said, 4) is None


def test_the_scope_of_a_clause(sentence) -> None:
    """`Nationwide` tells of the home country, `Worldwide` of no one told of; other adverbs of neither."""
    for word, scope in (("Nationwide", "home"), ("Worldwide", "others"), ("Slowly", None)):
        said = sentence(f"{word} RB rose advmod", "rose VBD rose ROOT", "5% CD rose obl")
        assert scope_of(said, 2) == scope


def test_a_part_of_the_country(sentence) -> None:
    """`In the South,` sets a clause in a part of the country; `in the south wing` does not."""
    for noun, found in ((", , rose punct", "South"), ("wing NN rose obl", None)):
        said = sentence(
            "In IN South case", "the DT South det", "South NNP rose obl", noun, "rose VBD rose ROOT",
            "5% CD rose obl",
        )  # fmt: skip
        assert quarter(said, 5) == found
