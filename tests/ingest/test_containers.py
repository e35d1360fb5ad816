"""Archives and tables of documents, friendly and hostile."""

from __future__ import annotations

import gzip
import io
import json
import tarfile
import zipfile
from typing import BinaryIO, cast

import pytest

from pipeline.errors import InputError
from pipeline.ingest.containers import Limits, Piece, pieces_in
from pipeline.ingest.kinds import Kind

SMALL = Limits(piece=20_000, depth=2, ratio=50)


def found(data: bytes, limits: Limits = SMALL) -> list[tuple[str, str]]:
    """The id and text of each piece; of each failure `!` and the message."""
    stream = cast(BinaryIO, io.BytesIO(data))
    return [
        ("!", str(piece)) if isinstance(piece, InputError) else (piece.id, piece.data.decode())
        for piece in pieces_in(stream, "in", "in.file", limits)
    ]


def zipped(members: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


def tarred(members: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for name, data in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return out.getvalue()


@pytest.mark.parametrize("packed", [zipped, tarred])
def test_members_of_an_archive_in_order(packed: object) -> None:
    """Each member is a piece; hidden members and folders are passed over."""
    members = {"b/one.txt": b"Exports rose.", "__MACOSX/x": b"x", ".git/y": b"y", "two.txt": b"Imports fell."}
    assert found(packed(members)) == [("in/b/one", "Exports rose."), ("in/two", "Imports fell.")]  # type: ignore[operator]


@pytest.mark.parametrize("packed", [zipped, tarred])
def test_names_that_climb_are_refused(packed: object) -> None:
    """A member whose name has `..` is told and not read; a leading slash touches no file and no id."""
    data = packed({"../../etc/a.txt": b"a", "/b.txt": b"b"})  # type: ignore[operator]
    ids = [identity for identity, _ in found(data)]
    assert ids == ["!", "in/b"]


def test_gzip_of_a_tar_and_of_lines() -> None:
    """What is inside gzip is told by content again."""
    assert found(gzip.compress(tarred({"a.txt": b"Exports rose."}))) == [("in/a", "Exports rose.")]
    lines = b'{"text": "a"}\n\n{"text": "b"}'
    assert [identity for identity, _ in found(gzip.compress(lines))] == ["in:1", "in:3"]


def test_csv_and_json_become_records() -> None:
    """A table with a text column and a list of objects give one record each."""
    assert found(b'Text,title\n"Exports, they say, rose.",T\nImports fell.,\n') == [
        ("in:1", '{"text": "Exports, they say, rose.", "title": "T"}'),
        ("in:2", '{"text": "Imports fell."}'),
    ]
    assert found(json.dumps([{"text": "a"}, {"text": "b"}]).encode()) == [
        ("in:1", '{"text": "a"}'),
        ("in:2", '{"text": "b"}'),
    ]


def test_a_comma_in_prose_makes_no_table() -> None:
    """A first line with commas is CSV only where it names a column `text`."""
    assert found(b"Exports, he said, rose.\nImports fell.\n")[0][0] == "in"


def test_bombs_meet_their_limits() -> None:
    """A gzip or zip that unpacks to hundreds of times its size, and endless nesting, are told and left."""
    big = b'{"text": "' + b"a" * 500_000 + b'"}\n'
    assert "larger than 20,000 bytes" in found(gzip.compress(big))[0][1]
    many = b'{"text": "a"}\n' * 100_000
    assert "more than 50 times its size" in found(gzip.compress(many))[-1][1]
    assert "like a zip bomb" in found(zipped({"a.txt": bytes(3_000_000)}))[0][1]
    nested = b"Exports rose."
    for _ in range(3):
        nested = gzip.compress(nested)
    assert "more than 2 deep in archives" in found(nested)[0][1]


@pytest.mark.parametrize(
    "data",
    [
        zipped({"a.txt": b"Exports rose."})[:-30],
        gzip.compress(b"Exports rose." * 100)[:-20],
        tarred({"a.txt": b"Exports rose." * 100})[:700],
        b"WARC/1.0\r\nnonsense",
        zipped({}),
        b"[{broken",
    ],
    ids=["zip", "gzip", "tar", "warc", "empty zip", "json"],
)
def test_broken_archives_are_told(data: bytes) -> None:
    """A cut or garbled container gives one failure, not an exception."""
    entries = found(data)
    assert entries[-1][0] == "!"
    assert "in.file" in entries[-1][1]


def test_a_locked_member_is_told() -> None:
    """A member with a password fails alone."""
    data = bytearray(zipped({"a.txt": b"Exports rose."}))
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    assert "locked with a password" in found(bytes(data))[0][1]


def test_a_line_past_the_limit_is_skipped_whole() -> None:
    """The lines around a monstrous one are read."""
    data = b'{"text": "a"}\n{"text": "' + b"x" * 50_000 + b'"}\n{"text": "b"}\n'
    assert [identity for identity, _ in found(data)] == ["in:1", "!", "in:3"]


def test_lines_that_look_like_one_object() -> None:
    """Lines that begin with a list of objects are told from one object that wraps a list of documents."""
    line = b'{"tags": [{"name": "a"}], "text": "Exports rose."}\n'
    assert [identity for identity, _ in found(line * 2)] == ["in:1", "in:2"]
    assert [identity for identity, _ in found(b'{"n": 1, "articles": [{"text": "a"}, {"text": "b"}]}')] == [
        "in:1",
        "in:2",
    ]


def test_a_mailbox_gives_its_messages() -> None:
    """Each message of a mailbox is a piece; a line of prose that begins with `From` divides nothing."""
    mark = b"From amina@example.org Tue Jan 13 10:00:00 2026\n"
    first = b"From: A <a@b.org>\nSubject: Tea\nTo: b@c.org\n\nExports rose.\nFrom Nairobi they went.\n\n"
    second = first.replace(b"Tea", b"Rice")
    assert found(mark + first + mark + second) == [("in:1", first.decode()), ("in:2", second.decode())]


def test_a_warc_gives_its_pages() -> None:
    """The HTML responses of a crawl are pieces, named by their addresses; a page that is gone is none."""
    page = b"<html><body><p>Exports rose.</p></body></html>"
    crawl = b""
    for status, address in (
        (b"404 Not Found", b"http://example.org/gone"),
        (b"200 OK", b"http://example.org/a"),
    ):
        body = b"HTTP/1.1 " + status + b"\r\nContent-Type: text/html\r\n\r\n" + page
        crawl += b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: " + address + b"\r\n"
        crawl += b"Content-Type: application/http; msgtype=response\r\n"
        crawl += b"Content-Length: %d\r\n\r\n" % len(body) + body + b"\r\n\r\n"
    (piece,) = pieces_in(cast(BinaryIO, io.BytesIO(crawl)), "in", "in.warc", SMALL)
    assert isinstance(piece, Piece)
    assert (piece.id, piece.data, piece.kind) == ("http://example.org/a", page, Kind.html)
