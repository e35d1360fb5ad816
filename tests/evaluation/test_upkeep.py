import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from evaluation import baseline, sets
from evaluation.command import app


def run(*arguments: str) -> Any:
    return CliRunner().invoke(app, list(arguments))


@pytest.fixture(autouse=True)
def small_set(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One gold set of one article without claims, and a baseline of its own."""
    (tmp_path / "docs.jsonl").write_text('{"id": "a", "text": "Nothing here."}\n', encoding="utf-8")
    gold = tmp_path / "gold.jsonl"
    gold.write_text('{"id": "a", "publisher": null, "claims": [], "statements": []}\n', encoding="utf-8")
    small = sets.GoldSet("small", gold, tmp_path / "docs.jsonl", fitted=False, held=True, about="")
    monkeypatch.setattr("evaluation.upkeep.gold_sets", lambda: [small])
    monkeypatch.setattr(baseline, "PATH", tmp_path / "baseline.json")


def test_a_set_is_not_run_before_its_first_figures_are_wanted() -> None:
    """--check leaves a set alone that has no figures on record; nothing is written."""
    done = run("baseline", "--check")
    assert done.exit_code == 0
    assert "no figures on record yet" in done.stdout
    assert baseline.load(baseline.PATH)["history"] == []


def test_first_figures_then_a_fall() -> None:
    """A figure below the baseline fails, is not recorded without --lower, and leaves a trace with it."""
    assert run("baseline", "--update", "--because", "first run").exit_code == 0
    record = baseline.load(baseline.PATH)
    assert record["sets"]["small"]["figures"] == {
        "documents.published": 1.0,
        "documents.publisher": 1.0,
        "documents.dateline": 1.0,
    }
    record["sets"]["small"]["figures"]["figures.found"] = 0.5
    baseline.save(record, baseline.PATH)
    for refused in (("--check",), ("--update",)):
        done = run("baseline", *refused)
        assert done.exit_code == 1
        assert "small: figures.found fell from 0.5000 to 0.0000" in done.stderr
    assert run("baseline", "--update", "--lower", "--because", "no figures here").exit_code == 0
    last = baseline.load(baseline.PATH)["history"][-1]
    assert (last["because"], last["lowered"]) == ("no figures here", {"figures.found": [0.5, 0.0]})
    assert json.dumps(last)
