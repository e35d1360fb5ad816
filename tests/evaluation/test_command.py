import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from evaluation.command import app

TEXT = "Exports rose to $5 billion. Imports were $4 billion."
RIGHT = {"kind": "level", "metric": "exports", "value": "5000000000", "unit": "USD", "mentions": [[16, 26]]}
WRONG = {
    "kind": "level",
    "metric": "imports",
    "value": "4",
    "unit": "USD",
    "mentions": [[41, 51]],
    "rule": "r",
}
GOLD = [RIGHT | {"metric": ["exports"]}, WRONG | {"metric": ["imports"], "value": "4000000000"}]


@pytest.fixture
def files(tmp_path: Path) -> dict[str, str]:
    records = {
        "docs": {"id": "a", "text": TEXT},
        "gold": {"id": "a", "claims": GOLD, "statements": []},
        "old": {"id": "a", "claims": [], "statements": []},
        "new": {"id": "a", "claims": [RIGHT, WRONG], "statements": []},
    }
    for name, record in records.items():
        (tmp_path / f"{name}.jsonl").write_text(json.dumps(record) + "\n", encoding="utf-8")
    return {name: str(tmp_path / f"{name}.jsonl") for name in records}


def run(*arguments: str) -> Any:
    return CliRunner().invoke(app, list(arguments))


def test_the_report_names_figures_and_errors(files: dict[str, str]) -> None:
    """Headline, tables and the wrong claim in its sentence, the figure marked."""
    output = run("evaluate", "--docs", files["docs"], "--gold", files["gold"], "--pred", files["new"]).stdout
    assert "figures found" in output
    assert "by field" in output
    assert "-- scale (level at 41-51, rule r)" in output
    assert "Imports were **$4 billion**." in output


def test_the_headline_leaves_errors_and_texts_out(files: dict[str, str]) -> None:
    """With --headline no sentence of an article is shown, in JSON neither."""
    given = (
        "evaluate",
        "--gold",
        files["gold"],
        "--pred",
        files["new"],
        "--headline",
        "--docs",
        files["docs"],
    )
    assert "billion" not in run(*given).stdout
    assert "errors" not in json.loads(run(*given, "--format", "json").stdout)


def test_json_has_the_figures_under_their_names(files: dict[str, str]) -> None:
    """Figures stand under `total.found.f1` and so on, errors and their counts beside them."""
    report = json.loads(
        run("evaluate", "--gold", files["gold"], "--pred", files["new"], "--format", "json").stdout
    )
    assert report["total"]["found"]["f1"] == 0.5
    assert report["error_counts"] == {"scale": 1}
    assert report["fitted"] == []
    assert "One article" in report["caution"]


def test_comparison_of_two_predictions(files: dict[str, str]) -> None:
    """--compare shows the differences and the claims that changed sides."""
    given = (
        "evaluate",
        "--docs",
        files["docs"],
        "--gold",
        files["gold"],
        "--compare",
        files["old"],
        files["new"],
    )
    assert "gained: level; metric exports" in run(*given).stdout
    result = json.loads(run(*given, "--format", "json").stdout)
    assert result["differences"]["total.found"]["new"] == 0.5


def test_without_gold_the_projects_own_is_taken(tmp_path: Path) -> None:
    """Predictions for the project's articles are scored on the project's gold, and labelled as fitted."""
    pred = tmp_path / "pred.jsonl"
    pred.write_text(json.dumps({"id": "002_3b2d09f9c1d17009", "claims": []}) + "\n", encoding="utf-8")
    report = json.loads(run("evaluate", "--pred", str(pred), "--format", "json").stdout)
    assert report["articles"] == 1
    assert report["fitted"] == ["002_3b2d09f9c1d17009"]


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        (["--gold", "{gold}"], "nothing to score"),
        (["--pred", "{broken}"], "broken.jsonl:1"),
        (["--pred", "missing.jsonl"], "missing.jsonl"),
        (["--set", "theirs"], "there are seeds"),
        (["--pred", "{new}"], "no gold for these articles"),
    ],
)
def test_wrong_usage_is_told_in_a_sentence(files: dict[str, str], arguments: list[str], problem: str) -> None:
    """What is wrong, where, and what to do, without a traceback, and status 2."""
    broken = Path(files["gold"]).with_name("broken.jsonl")
    broken.write_text("{\n", encoding="utf-8")
    given = [argument.format(**files, broken=broken) for argument in arguments]
    done = subprocess.run(
        [sys.executable, "-m", "evaluation", *given], capture_output=True, text=True, check=False
    )
    assert problem in done.stderr
    assert done.returncode == 2
    assert "Traceback" not in done.stderr


def test_gold_commands(files: dict[str, str], tmp_path: Path) -> None:
    """gold check, agree, export and import run from the command line."""
    assert run("gold", "check").exit_code == 0
    checked = run("gold", "check", files["gold"], "--docs", files["docs"])
    assert checked.exit_code == 1
    assert "gold.jsonl:1: a: claim 1 ($5 billion): missing: action" in checked.stdout
    assert "found F1 1.000" in run("gold", "agree", files["gold"], files["gold"]).stdout
    for tool, source in (("brat", "brat"), ("label-studio", "label-studio/tasks.json")):
        folder = str(tmp_path / tool)
        run("gold", "export", files["gold"], "--docs", files["docs"], "--to", tool, "-o", folder)
        (record,) = map(json.loads, run("gold", "import", str(tmp_path / source)).stdout.splitlines())
        assert [claim["mentions"] for claim in record["claims"]] == [[[16, 26]], [[41, 51]]]


def test_export_needs_the_texts(files: dict[str, str]) -> None:
    """Gold without its articles cannot be exported, and the message says what to give."""
    failed = run("gold", "export", files["gold"])
    assert "has no text" in str(failed.exception)


def test_the_rules_are_run_on_the_projects_articles() -> None:
    """Without options every set of the project is scored, labelled as fitted where rules were seen on it."""
    output = run("evaluate", "--headline").stdout
    assert "### seeds" in output
    assert "FITTED: rules were written on 3 of these 3 articles" in output
    assert "### own" in output


def test_an_article_that_cannot_be_read_fails_the_run(files: dict[str, str], tmp_path: Path) -> None:
    """The other articles are scored, the failure is told, and the exit status is 1."""
    missing = str(tmp_path / "missing.txt")
    done = run("evaluate", "--docs", files["docs"], "--docs", missing, "--gold", files["gold"], "--headline")
    assert "figures found" in done.stdout
    assert "missing.txt" in done.stderr
    assert done.exit_code == 1


def test_metadata_are_scored_as_the_text_alone_gives_them(tmp_path: Path) -> None:
    """What is given beside a text does not count as found in it."""
    given = {"id": "a", "text": "Nothing here.", "published": "2025-02-03", "publisher": "Lark"}
    (tmp_path / "docs.jsonl").write_text(json.dumps(given) + "\n", encoding="utf-8")
    (tmp_path / "gold.jsonl").write_text(json.dumps(given | {"claims": []}) + "\n", encoding="utf-8")
    arguments = ("--docs", str(tmp_path / "docs.jsonl"), "--gold", str(tmp_path / "gold.jsonl"))
    report = json.loads(run("evaluate", *arguments, "--format", "json").stdout)
    assert report["documents"] == {"published": 0, "publisher": 0, "dateline": 1}


def test_gold_draft_is_gold_by_shape(files: dict[str, str], tmp_path: Path) -> None:
    """What the rules draft passes the check that corrected gold must pass, but for what a person must add."""
    drafted = str(tmp_path / "draft.jsonl")
    assert run("gold", "draft", files["docs"], "-o", drafted).exit_code == 0
    checked = run("gold", "check", drafted, "--docs", files["docs"]).stdout
    assert "unknown" not in checked
    assert "should be a list" not in checked
