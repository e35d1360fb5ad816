"""Paths in, documents out, failures in their place."""

from __future__ import annotations

import io
import json
from datetime import date
from pathlib import Path

import pytest

from pipeline.errors import InputError
from pipeline.ingest.read import read
from pipeline.model import Document


def ids(entries: object) -> list[str]:
    return [f"! {e}" if isinstance(e, InputError) else e.id for e in entries]  # type: ignore[attr-defined]


def test_ids_are_stems_and_paths_where_stems_collide(tmp_path: Path) -> None:
    """Files of one stem in two folders are told apart by their paths; hidden files are passed over."""
    for name in ("a.txt", "b/a.txt", "b/c.txt", ".hidden/x.txt", ".d.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("Exports rose.")
    assert ids(read([str(tmp_path)])) == ["a.txt", "b/a.txt", "c"]


def test_jsonl_gives_a_document_a_line(tmp_path: Path) -> None:
    """Metadata of a record is kept, a record without id is named after its line, a broken line is told."""
    lines = [
        json.dumps(
            {"id": 7, "text": "Exports rose.", "published": "2026-03-13", "publisher": "Daily", "title": "T"}
        ),
        "not json",
        "",
        json.dumps({"text": "Imports fell."}),
        json.dumps({"id": "x"}),
        json.dumps({"id": "y", "text": "a", "published": "soon"}),
    ]
    (tmp_path / "docs.jsonl").write_text("\n".join(lines))
    entries = list(read([str(tmp_path / "docs.jsonl")]))
    first = entries[0]
    assert isinstance(first, Document)
    assert (first.id, first.published, first.publisher, first.title) == ("7", date(2026, 3, 13), "Daily", "T")
    messages = ids(entries)[1:]
    assert "docs.jsonl:2: is not JSON" in messages[0]
    assert messages[1] == "docs:4"
    assert 'docs.jsonl:5: has no "text"' in messages[2]
    assert "\"published\" is not a date: 'soon'" in messages[3]


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    """A dash reads one document named stdin."""
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO("Exports rose — 5%.".encode())))
    (document,) = read(["-"], published=date(2026, 1, 2))
    assert isinstance(document, Document)
    assert (document.id, document.text, document.published) == (
        "stdin",
        "Exports rose — 5%.",
        date(2026, 1, 2),
    )


def test_failures_stand_in_their_place_and_the_rest_goes_on(tmp_path: Path) -> None:
    """A missing path, an unreadable file, an empty folder and bytes that are no text spoil nothing."""
    (tmp_path / "a.txt").write_text("Exports rose.")
    (tmp_path / "b.txt").symlink_to(tmp_path / "nowhere")
    (tmp_path / "c.txt").write_bytes(bytes(range(32)) * 9)
    (tmp_path / "d.txt").write_text("Imports fell.")
    (tmp_path / "empty").mkdir()
    found = ids(read([str(tmp_path), str(tmp_path / "empty"), str(tmp_path / "missing.txt")]))
    assert found[0] == "a"
    assert "b.txt: cannot be read: No such file" in found[1]
    assert "c.txt: is binary" in found[2]
    assert found[3] == "d"
    assert "empty: is a folder without files" in found[4]
    assert "missing.txt: there is no such file or folder" in found[5]


def test_another_encoding_is_noted(tmp_path: Path) -> None:
    """A document that was not UTF-8 says what it was read as."""
    (tmp_path / "a.txt").write_bytes("Exports of café goods rose £5m.".encode("latin-1"))
    (document,) = read([str(tmp_path)])
    assert isinstance(document, Document)
    assert dict(document.origins)["encoding"] == "cp1252"


def test_a_line_longer_than_the_limit_is_told(tmp_path: Path) -> None:
    """A text past the limit is refused with what to do about it."""
    (tmp_path / "a.txt").write_text("a" * 101)
    (failure,) = read([str(tmp_path)], max_chars=100)
    assert "101 characters long" in str(failure)
    assert "--max-chars" in str(failure)
