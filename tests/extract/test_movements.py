"""Changes and trends, read end to end: units that are left out, and what need not be listed."""

from __future__ import annotations

from functools import cache

import pytest

from pipeline.extract.extractor import Extractor
from pipeline.model import Claim, Document
from pipeline.recognise.recogniser import Recogniser


@cache
def _stages() -> tuple[Recogniser, Extractor]:
    return Recogniser(), Extractor()


def _claims(text: str, kind: str) -> list[Claim]:
    recognise, extract = _stages()
    return [claim for claim in extract(recognise(Document("t", text))).claims if claim.kind == kind]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Occupancy climbed four points to 71 percent.", "percentage_point"),
        ("The index climbed four points to 71.", "point"),
    ],
)
def test_points_of_a_percentage(text: str, unit: str) -> None:
    """Points that lead to a level in percent are percentage points."""
    assert [claim.unit for claim in _claims(text, "change")] == [unit]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("The catch came to 41,000 tonnes, 6,000 fewer than allowed.", "tonne"),
        ("The force counts 41,000 guards, 6,000 fewer than in 2010.", "count"),
    ],
)
def test_a_difference_in_the_unit_of_its_level(text: str, unit: str) -> None:
    """A bare number that compares with the level before it is told in that unit."""
    assert [claim.unit for claim in _claims(text, "change")] == [unit]


@pytest.mark.parametrize(
    ("text", "number"),
    [("Stowaways have risen sharply.", 1), ("Tensions have risen sharply.", 0), ("Leaves fall.", 0)],
)
def test_plurals_need_not_be_listed(text: str, number: int) -> None:
    """A plural that no table knows moves in number, unless it is known to be nothing counted."""
    assert len(_claims(text, "trend")) == number


def test_what_was_expected_is_no_start() -> None:
    """`more than expected` compares with no level: the movement to a level stays a trend."""
    assert len(_claims("Inflation rose more than expected to 9.8 percent.", "trend")) == 1


def test_a_part_after_and() -> None:
    """A fraction of one's own is a share, also behind `and`."""
    claims = _claims("The firm will cut 900 jobs and a quarter of its capacity.", "change")
    assert [claim.value for claim in claims] == [900, 25]


@pytest.mark.parametrize(
    "text",
    [
        "The mill reopened in May, it added.",
        "The spills add up to 9,000 barrels.",
        "Her neighbours grow maize by the lake.",
        "A weaker lira can lift exports.",
    ],
)
def test_no_movement_is_told(text: str) -> None:
    """Adding words, summing up, raising crops and what could happen to anyone are no trends."""
    assert not _claims(text, "trend")


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("The paper has been losing readers for years.", "decrease"),
        ("Exports will return to growth next year.", "increase"),
        ("The ministry has seen arrivals soar.", "increase"),
        ("Rents fell due to a glut of flats.", "decrease"),
    ],
)
def test_a_movement_is_told(text: str, direction: str) -> None:
    """Losing by and by, returning to growth, and what someone sees move are trends."""
    assert [claim.direction for claim in _claims(text, "trend")] == [direction]


def test_growth_after_growth() -> None:
    """A percentage set against the growth of an economy is growth, no level."""
    text = "Growth was 3 percent in 2020, after an estimated 2.5 percent in 2019."
    assert [str(claim.value) for claim in _claims(text, "change")] == ["3", "2.5"]


@pytest.mark.parametrize(
    "text",
    [
        "Officers tracked down 60 smugglers.",
        "Gunners shot down 12 drones.",
        "Tankers dropped 300 tonnes of foam on the fire.",
        "A single mine could sink a 9,000 ton cruiser.",
        "The crews drop 2,000kg bombs on the ridge.",
        "The frost hit the lower 48 states.",
        "A plan drawn up by 12 experts failed.",
        "The bridge was blown up by 40 rebels.",
    ],
)
def test_what_is_brought_down_does_not_move(text: str) -> None:
    """Things that are tracked down, shot down, dropped or sunk are no fall of anything."""
    assert not _claims(text, "change")
