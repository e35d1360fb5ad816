"""Kill a run at random moments, resume it, and compare with one that was left alone.

python benchmarks/kills.py 50
"""

from __future__ import annotations

import json
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from articles import article

DOCUMENTS = 400
TEXTS = ("jsonl", "csv", "errors")
TABLES = {  # with the columns that tell a row; the numbers of mentions and statements are SQLite's own
    "documents": "*",
    "claims": "*",
    "mentions": "document, claim, start, end, text",
    "statements": "document, start, end, text, speaker, cue, mode",
}
SEARCHES = ("claims", "documents")


def command(folder: Path, name: str, *more: str) -> list[str]:
    outputs = [
        argument for ending in ("jsonl", "csv", "db") for argument in ("-o", str(folder / f"{name}.{ending}"))
    ]
    errors = ["--errors", str(folder / f"{name}.errors")]
    return [
        sys.executable,
        "-m",
        "pipeline",
        "extract",
        str(folder / "articles.jsonl"),
        *outputs,
        *errors,
        *more,
    ]


def at_work(run: subprocess.Popen[bytes], journal: Path) -> None:
    """Wait until a run has begun to write, or has ended."""
    before = journal.stat().st_size if journal.exists() else 0
    while run.poll() is None and not (journal.exists() and journal.stat().st_size > before):
        time.sleep(0.005)


def kill_and_resume(folder: Path, kills: int, documents: int = DOCUMENTS, seed: int = 0) -> int:
    """Kill and resume until `kills` runs were hit at work. Raises AssertionError where results differ.

    Gives the number of runs that were killed.
    """
    lines = [json.dumps(article(number)) for number in range(documents)]
    lines[documents // 3] = "not JSON"
    (folder / "articles.jsonl").write_text("\n".join(lines))
    whole = subprocess.Popen(command(folder, "whole"), stderr=subprocess.DEVNULL)
    at_work(whole, folder / "whole.jsonl.progress")
    started = time.monotonic()
    whole.wait()
    lasted = time.monotonic() - started
    choose, hits = random.Random(seed), 0  # noqa: S311 - no secret depends on it
    while hits < kills:
        for path in folder.glob("cut.*"):
            path.unlink()
        more: list[str] = []
        while True:
            run = subprocess.Popen(command(folder, "cut", *more), stderr=subprocess.DEVNULL)
            at_work(run, folder / "cut.jsonl.progress")
            try:
                run.wait(choose.uniform(0, lasted / 2) if hits < kills else None)
                break
            except subprocess.TimeoutExpired:
                run.send_signal(signal.SIGKILL)
                run.wait()
                hits += 1
                more = ["--resume"]
        compare(folder)
    return hits


def compare(folder: Path) -> None:
    """Raises AssertionError where a result of the run that was cut differs from the whole run's."""
    for ending in TEXTS:
        one, other = (folder / f"{name}.{ending}" for name in ("whole", "cut"))
        assert one.read_bytes() == other.read_bytes(), ending
    one, other = (rows(folder / f"{name}.db") for name in ("whole", "cut"))
    for table in TABLES:
        assert one[table], table
        assert one[table] == other[table], table


def rows(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """The rows of each table in order. Raises an error where database or search index is damaged."""
    assert not path.with_name(f"{path.name}-wal").exists(), "the database was not closed"
    connection = sqlite3.connect(path)
    try:
        assert connection.execute("pragma integrity_check").fetchall() == [("ok",)]
        assert connection.execute("pragma foreign_key_check").fetchall() == []
        for name in SEARCHES:
            against_rows = f"insert into {name}_fts({name}_fts, rank) values ('integrity-check', 1)"  # noqa: S608
            connection.execute(against_rows)
        queries = {table: f"select {columns} from {table}" for table, columns in TABLES.items()}  # noqa: S608
        return {table: sorted(connection.execute(query), key=repr) for table, query in queries.items()}
    finally:
        connection.close()


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        hits = kill_and_resume(Path(folder), *map(int, sys.argv[1:]))
        print(
            f"{hits} kills, every result that of the whole run: texts byte for byte, the database row for row"
        )
