"""Runs that are killed and continued."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from pipeline.cli.journal import Journal, Progress, after, journal_path, last_progress
from pipeline.errors import OnrecordError
from pipeline.ingest.containers import Piece

ROOT = Path(__file__).parent.parent.parent


def test_killed_at_random_moments_and_resumed() -> None:
    """Five kills (SIGKILL) at random moments: each result is that of a run left alone, rows too."""
    command = [sys.executable, ROOT / "benchmarks" / "kills.py", "5", "80"]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
    assert run.returncode == 0, run.stderr.decode()
    assert b"5 kills" in run.stdout


def test_the_last_whole_note_counts(tmp_path: Path) -> None:
    """A note cut off by the kill is no note."""
    path = tmp_path / "c.jsonl.progress"
    assert last_progress(path) is None
    journal = Journal(path)
    journal.note(Progress(1, "a", 1, 0, {"c.jsonl": 10}))
    journal.note(Progress(2, "b", 2, 0, {"c.jsonl": 20}))
    with path.open("a") as out:
        out.write('{"pieces": 3, "la')
    assert last_progress(path) == Progress(2, "b", 2, 0, {"c.jsonl": 20})
    journal.done()
    assert last_progress(path) is None


def test_other_input_is_refused() -> None:
    """A run is continued only where its last document stands where it stood."""
    pieces = [Piece(name, name, b"") for name in ("a", "b", "c")]
    assert list(after(Progress(2, "b"), pieces)) == pieces[2:]
    assert list(after(Progress(), pieces)) == pieces
    for changed in (Progress(2, "x"), Progress(4, "d")):
        with pytest.raises(OnrecordError, match="the input has changed"):
            list(after(changed, pieces))


def test_a_finished_run_leaves_only_its_results(tmp_path: Path) -> None:
    """Journal and empty ledger are gone when all went well."""
    (tmp_path / "in.jsonl").write_text(json.dumps({"text": "Exports rose 5% in 2023."}))
    command = [
        sys.executable,
        "-m",
        "pipeline",
        "extract",
        tmp_path / "in.jsonl",
        "-o",
        tmp_path / "out.jsonl",
    ]
    subprocess.run(command, check=True)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["in.jsonl", "out.jsonl"]


def test_a_disk_that_is_full_in_the_middle(tmp_path: Path) -> None:
    """The run says so and lists it; with room again, it is resumed to the results of a run left alone."""
    resource = pytest.importorskip("resource")
    lines = [json.dumps({"id": str(n), "text": "Exports of tea rose 5% in 2023."}) for n in range(30)]
    (tmp_path / "in.jsonl").write_text("\n".join(lines))

    def run(name: str, *more: str, limit: int | None = None) -> int:
        command = [sys.executable, "-m", "pipeline", "extract", tmp_path / "in.jsonl", *more]
        command += ["-o", tmp_path / f"{name}.jsonl", "--errors", tmp_path / f"{name}.errors"]
        limits = (limit or resource.RLIM_INFINITY, resource.RLIM_INFINITY)
        limited = lambda: resource.setrlimit(resource.RLIMIT_FSIZE, limits)  # noqa: E731
        return subprocess.run(command, preexec_fn=limited, stderr=subprocess.DEVNULL).returncode

    assert run("whole") == 0
    assert run("cut", limit=8_000) == 1
    (entry,) = map(json.loads, (tmp_path / "cut.errors").read_text().splitlines())
    assert (entry["stage"], "cannot be written" in entry["message"]) == ("write", True)
    assert run("cut", "--resume") == 0
    assert (tmp_path / "cut.jsonl").read_bytes() == (tmp_path / "whole.jsonl").read_bytes()
    assert not (tmp_path / "cut.errors").exists()


@pytest.mark.parametrize("change", ["gone", "shorter", "another"])
def test_results_that_changed_are_not_continued(tmp_path: Path, change: str) -> None:
    """A result that is gone, shorter than it was left, or another than before, is told and not filled up."""
    (tmp_path / "in.jsonl").write_text(json.dumps({"text": "Exports rose 5% in 2023."}))
    out, database = tmp_path / "out.jsonl", tmp_path / "out.db"
    out.write_text("x" * (5 if change == "shorter" else 50))
    sizes = {str(out): 50, str(database): 0}
    Journal(journal_path(out)).note(Progress(1, f"{tmp_path / 'in.jsonl'}:1", 1, 0, sizes))
    targets = ["-o", out] if change == "another" else ["-o", out, "-o", database]
    command = [sys.executable, "-m", "pipeline", "extract", tmp_path / "in.jsonl", *targets, "--resume"]
    run = subprocess.run(command, capture_output=True, check=False)
    assert run.returncode == 2
    assert b"Traceback" not in run.stderr
    assert not database.exists()
