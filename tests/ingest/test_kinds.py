"""Kinds told by content."""

from __future__ import annotations

import pytest

from pipeline.ingest.kinds import Kind, kind_of


@pytest.mark.parametrize(
    ("start", "kind"),
    [
        (b"%PDF-1.7\n", Kind.pdf),
        (b"PK\x03\x04....", Kind.zip),
        (b"\x1f\x8b\x08", Kind.gzip),
        (b"x" * 257 + b"ustar", Kind.tar),
        (b"WARC/1.0\r\n", Kind.warc),
        (b'  {"id": "a"}', Kind.json_lines),
        (b'\xef\xbb\xbf{"id": "a"}', Kind.json_lines),
        (b'[ {"id": "a"}]', Kind.json),
        (b'<?xml version="1.0"?>\n<rss version="2.0">', Kind.feed),
        (b'<?xml version="1.0"?><?xml-stylesheet href="a"?><!-- a --><feed xmlns="b">', Kind.feed),
        (b"<!DOCTYPE html><html>", Kind.html),
        (b"\n<!-- saved --><html lang=en>", Kind.html),
        (b"Return-Path: <a@b>\r\nFrom: A <a@b>\r\nSubject: Tea\r\n\r\nExports rose.", Kind.mail),
        (b"id,text\n1,Exports rose.\n", Kind.csv),
        (b"From: the ministry. Exports rose.", Kind.text),
        (b"{Editor's note} Exports rose.", Kind.text),
        (b"<Exports> rose.", Kind.text),
        (b"", Kind.text),
    ],
)
def test_the_first_bytes_tell_the_kind(start: bytes, kind: Kind) -> None:
    """A name is never asked; prose that starts oddly stays text."""
    assert kind_of(start) is kind


@pytest.mark.parametrize(
    ("start", "kind"),
    [
        ("id;text\r\n1;Exports rose.\r\n", Kind.csv),
        ("Headline\tArticle Body\nTea\tExports rose.\n", Kind.csv),
        ("Body, mind and soul\nExports rose.\n", Kind.text),
        ("The text; what follows is ours\nExports rose.\n", Kind.text),
        ('{\n  "text": "Exports rose."\n}', Kind.json),
        ('{"articles": [\n{"text": "Exports rose."}]}', Kind.json),
        ('{"status": "ok", "articles": [{"text": "Exports rose."}]}', Kind.json),
        ('{"id": "a", "tags": [{"name": "b"}], "text": "Exports rose."}', Kind.json_lines),
        ('{"text": "a"}\n{"text": "b"}\n', Kind.json_lines),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_tables_and_dumps_of_other_programs(start: str, kind: Kind, encoding: str) -> None:
    """Separators, names of columns and encodings of other programs are known; prose stays text."""
    assert kind_of(start.encode(encoding)) is kind


def test_a_line_that_no_table_has() -> None:
    """A first line that the CSV reader refuses is no table, and no error."""
    assert kind_of("id,te\rxt\n1,2\n".encode("utf-16-be")) is Kind.text
