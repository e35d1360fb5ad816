"""Claims as an SQLite database that opens in Datasette as it is."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from pipeline.rules.tables import table
from pipeline.write.columns import COLUMNS, flat_claim
from pipeline.write.records import Written

_DOCUMENT = ("id", "title", "published", "publisher", "dateline", "author", "url", "text", "version", "rules")
_KEY = ("document", "documents", "id")


class Sqlite:
    """Writes each document in one transaction; one that is there already is replaced.

    Tables documents, claims, mentions and statements, joined by foreign keys; full-text search over claims
    and documents; the views of `patterns/write/views.yaml`. Raises sqlite3.Error for a file that is no
    database.
    """

    def __init__(self, path: Path) -> None:
        database = Database(path)
        assert database.conn is not None  # noqa: S101 - it has just been opened
        self._connection = database.conn
        self._connection.execute("pragma journal_mode = wal")
        self._connection.execute("pragma synchronous = off")  # a kill loses nothing; a power cut may
        if "documents" not in database.table_names():
            _create(database)
        self._connection.commit()

    def add(self, written: Written) -> None:
        record, text = written.record, written.document.text
        with self._connection:
            for name in ("mentions", "claims", "statements", "documents"):
                column = "id" if name == "documents" else "document"
                self._connection.execute(f"delete from {name} where {column} = ?", [record.id])  # noqa: S608
            self._insert("documents", _document(written))
            for claim in record.claims:
                row = flat_claim(claim, record.id)
                self._insert("claims", row | {name: _iso(value) for name, value in row.items()})
                for start, end in claim.mentions:
                    span = {"start": start, "end": end, "text": text[start:end]}
                    self._insert("mentions", {"document": record.id, "claim": claim.id, **span})
            for statement in record.statements:
                words = text[statement.start : statement.end]
                self._insert("statements", {"document": record.id, **statement.model_dump(), "text": words})

    def close(self) -> None:
        self._connection.close()

    def _insert(self, name: str, row: dict[str, Any]) -> None:
        columns = ", ".join(f"[{column}]" for column in row)
        marks = ", ".join("?" * len(row))
        self._connection.execute(f"insert into {name} ({columns}) values ({marks})", list(row.values()))  # noqa: S608


def _document(written: Written) -> dict[str, Any]:
    record, document = written.record, written.document
    made_by = {"version": record.generator.version, "rules": record.generator.rules}
    fields = {name: _iso(getattr(document, name)) for name in _DOCUMENT if name not in made_by}
    return fields | made_by


def _iso(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value


def _create(database: Database) -> None:
    types = {date: str, bool: int}
    database.table("documents").create(dict.fromkeys(_DOCUMENT, str), pk="id")
    claims = {name: types.get(kind, kind) for name, kind in COLUMNS.items()}
    database.table("claims").create(claims, pk="id", foreign_keys=[_KEY])
    spans = {"id": int, "document": str, "start": int, "end": int, "text": str}
    database.table("mentions").create(
        spans | {"claim": str}, pk="id", foreign_keys=[_KEY, ("claim", "claims", "id")]
    )
    spoken = {"speaker": str, "cue": str, "mode": str}
    database.table("statements").create(spans | spoken, pk="id", foreign_keys=[_KEY])
    for column in ("document", "metric", "subject_code", "counterpart_code", "kind", "period_start"):
        database.table("claims").create_index([column])
    for name in ("mentions", "statements"):
        database.table(name).create_index(["document"])
    database.table("claims").enable_fts(
        ["figure", "metric", "subject", "speaker", "sentence"], create_triggers=True
    )
    database.table("documents").enable_fts(["title", "text"], create_triggers=True)
    for name, query in table("write/views").items():
        database.create_view(name, query)
