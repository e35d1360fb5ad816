from pathlib import Path

import pytest

from evaluation import baseline
from evaluation.sets import GoldSet


@pytest.fixture
def gold_set(tmp_path: Path) -> GoldSet:
    gold = tmp_path / "gold.jsonl"
    gold.write_text('{"id": "a"}\n', encoding="utf-8")
    return GoldSet("mine", gold, gold, fitted=False, held=False, about="")


EMPTY: baseline.Baseline = {"sets": {}, "history": []}


def test_a_set_without_a_standing_has_nothing_to_fall_from(gold_set: GoldSet) -> None:
    """A new gold set passes the check until its first figures are on record."""
    assert list(baseline.complaints(EMPTY, gold_set, {"figures.found": 0.1})) == []


def test_a_figure_that_fell_is_named(gold_set: GoldSet) -> None:
    """The check names the set, the headline, and both figures; equal and better ones pass."""
    record = baseline.raised(EMPTY, gold_set, {"figures.found": 0.9, "events.found": 0.5}, "first run")
    assert list(baseline.complaints(record, gold_set, {"figures.found": 0.9, "events.found": 0.6})) == []
    (complaint,) = baseline.complaints(record, gold_set, {"figures.found": 0.8, "events.found": 0.6})
    assert complaint == "mine: figures.found fell from 0.9000 to 0.8000"


def test_changed_gold_is_noticed(gold_set: GoldSet) -> None:
    """Figures on other gold are no comparison: the hash tells."""
    record = baseline.raised(EMPTY, gold_set, {"figures.found": 0.9}, "first run")
    gold_set.gold.write_text('{"id": "b"}\n', encoding="utf-8")
    (complaint,) = baseline.complaints(record, gold_set, {"figures.found": 0.9})
    assert "gold has changed" in complaint


def test_every_change_leaves_a_trace(gold_set: GoldSet, tmp_path: Path) -> None:
    """The history keeps the first run, the reason of each change, and what was lowered."""
    record = baseline.raised(EMPTY, gold_set, {"figures.found": 0.9}, "first run")
    record = baseline.raised(record, gold_set, {"figures.found": 0.9}, "nothing new")
    record = baseline.raised(record, gold_set, {"figures.found": 0.8}, "a rule went")
    baseline.save(record, tmp_path / "baseline.json")
    first, second = baseline.load(tmp_path / "baseline.json")["history"]
    assert (first["because"], first["lowered"]) == ("first run", {})
    assert (second["because"], second["lowered"]) == ("a rule went", {"figures.found": [0.9, 0.8]})
