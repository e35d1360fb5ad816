"""Runs that are killed and continued."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from pipeline.cli.journal import Journal, Progress, after, last_progress
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
