"""Places that only tell where a thing is, where somebody comes from or is brought."""

from __future__ import annotations

import pytest

from pipeline.extract.whereabouts import whereabouts
from pipeline.model import Name

BRNO = Name("place", "Brno")
PERU = Name("country", "Peru")


@pytest.mark.parametrize(
    "rows",
    [
        ("sales NNS fell nsubj", "at IN brewery case", "brewery NN sales nmod", "in IN Brno case",
         "Brno NNP brewery nmod", "fell VBD fell ROOT"),
        ("lawyer NN won nsubj", "from IN Brno case", "Brno NNP lawyer nmod", "won VBD won ROOT"),
        ("nine CD flown nsubj:pass", "were VBD flown aux:pass", "flown VBN flown ROOT", "to IN Brno case",
         "Brno NNP flown obl"),
    ],
)  # fmt: skip
def test_a_town_beside_a_thing_owns_nothing(sentence, rows: tuple[str, ...]) -> None:
    """A town behind a plant, behind one person or behind a verb of bringing is no owner."""
    assert whereabouts(sentence(*rows, Brno=BRNO)) == {"Brno"}


def test_whither_people_are_brought(sentence) -> None:
    """The clinic to which people are taken has none of them."""
    said = sentence(
        "nine CD taken nsubj:pass", "were VBD taken aux:pass", "taken VBN taken ROOT", "to IN clinics case",
        "clinics NNS taken obl",
    )  # fmt: skip
    assert whereabouts(said) == {"clinics"}


def test_where_a_thing_was_made(sentence) -> None:
    """A country behind `, made in` is not whose the thing is."""
    said = sentence(
        "pumps NNS use nsubj", ", , made punct", "made VBN pumps acl", "in IN Peru case", "Peru NNP made obl",
        "use VBP use ROOT", Peru=PERU,
    )  # fmt: skip
    assert whereabouts(said) == {"Peru"}


@pytest.mark.parametrize(
    "rows",
    [
        ("rents NNS rose nsubj", "in IN Brno case", "Brno NNP rents nmod", "rose VBD rose ROOT"),
        ("Brno NNP won nsubj", "won VBD won ROOT"),
        ("lawyers NNS won nsubj", "from IN Brno case", "Brno NNP lawyers nmod", "won VBD won ROOT"),
    ],
)
def test_a_town_may_own(sentence, rows: tuple[str, ...]) -> None:
    """A town where something is measured, which acts or whose people are counted stays an owner."""
    assert whereabouts(sentence(*rows, Brno=BRNO)) == set()
