"""Claims as an SQLite database."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from pipeline.write.records import Written
from pipeline.write.sqlite import Sqlite


def filled(path: Path, *documents: Written) -> sqlite3.Connection:
    writer = Sqlite(path)
    for document in documents:
        writer.add(document)
    writer.close()
    connection = sqlite3.connect(path)
    connection.row_factory = sqlite3.Row
    return connection


def test_tables_hold_numbers_days_and_codes(tmp_path: Path, written: Written) -> None:
    """A claim's row has its number, its period's first and last day, and the codes of its countries."""
    database = filled(tmp_path / "c.db", written)
    row = database.execute("select * from claims where kind = 'level'").fetchone()
    assert (row["value"], row["value_exact"]) == (1.5e9, "1500000000")
    assert (row["period_start"], row["period_end"]) == ("2025-01-01", "2025-12-31")
    assert (row["subject_code"], row["counterpart_code"]) == ("KE", "EG")
    mentions = [tuple(row) for row in database.execute("select text, claim from mentions order by start")]
    assert [text for text, _ in mentions] == ["sold", "$1.50 billion", "$1.5 billion"]
    assert database.execute("select published, url from documents").fetchone()[:] == (
        "2026-03-13",
        "http://x.org",
    )
    assert database.execute("select speaker, text from statements").fetchone()[0] == "Amina Otieno"


def test_running_again_updates(tmp_path: Path, written: Written) -> None:
    """A document that is there already is replaced, in the search index too."""
    database = filled(tmp_path / "c.db", written, written)
    database = filled(tmp_path / "c.db", written)
    names = ("documents", "claims", "mentions")
    counts = [database.execute(f"select count(*) from {name}").fetchone()[0] for name in names]  # noqa: S608
    assert counts == [1, 2, 3]
    found = database.execute("select count(*) from claims_fts where claims_fts match 'billion'").fetchone()[0]
    assert found == 2


def test_foreign_keys_hold_and_every_view_answers(tmp_path: Path, written: Written) -> None:
    """No row points to nothing; each view can be queried."""
    database = filled(tmp_path / "c.db", written)
    assert database.execute("pragma foreign_key_check").fetchall() == []
    views = [row[0] for row in database.execute("select name from sqlite_master where type = 'view'")]
    assert len(views) >= 5
    for view in views:
        database.execute(f"select * from {view}").fetchall()  # noqa: S608 - our names
    assert len(database.execute("select * from metrics_over_time").fetchall()) == 1


def test_datasette_serves_it(tmp_path: Path, written: Written) -> None:
    """Datasette opens the file as it is and answers a query against it."""
    filled(tmp_path / "claims.db", written)
    query = "/claims.json?sql=select+figure+from+claims+where+subject_code='KE'&_shape=array"
    command = [sys.executable, "-m", "datasette", tmp_path / "claims.db", "--get", query]
    answer = subprocess.run(command, capture_output=True, check=True).stdout
    assert json.loads(answer) == [{"figure": "$1.50 billion"}]


def test_a_file_that_is_no_database(tmp_path: Path) -> None:
    """Another file is not written over."""
    path = tmp_path / "notes.db"
    path.write_text("not a database, but my notes " * 50)
    with pytest.raises(sqlite3.Error):
        Sqlite(path)
    assert path.read_text().startswith("not a database")
