"""Files that hold several pieces of input: JSONL, CSV, gzip, zip, tar, WARC. Hostile ones meet limits."""

from __future__ import annotations

import codecs
import csv
import gzip
import io
import json
import tarfile
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any, BinaryIO, cast

from pipeline.errors import InputError
from pipeline.ingest.decode import decode
from pipeline.ingest.fields import named
from pipeline.ingest.kinds import PEEK, POSTMARK, Kind, as_utf8, is_word, kind_of, separator_of

_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)  # in which a line end is no byte of its own


@dataclass(frozen=True, slots=True)
class Piece:
    """The bytes of one input that is read by itself; `name` is for messages, `url` where it was fetched."""

    id: str
    name: str
    data: bytes
    kind: Kind = Kind.text
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Limits:
    """What one piece of input may weigh (bytes), how deep archives may nest, and how tightly they may be
    packed.

    Text packs to a fifth or a twentieth of its size; past `ratio`, and past the weight of one piece, an
    archive is taken for a bomb.
    """

    piece: int = 100_000_000
    depth: int = 3
    ratio: int = 200


Found = Iterator[Piece | InputError]


def pieces_in(stream: BinaryIO, identity: str, name: str, limits: Limits, depth: int = 0) -> Found:
    """The pieces of input in a stream: one, or as many as a container holds.

    Nothing is written anywhere: the names of members serve as ids and in messages only.
    """
    start = stream.read(PEEK)
    kind = kind_of(start)
    counted = _Joined(start, stream)
    joined = cast(BinaryIO, io.BufferedReader(counted))
    if kind in (Kind.tar, Kind.gzip, Kind.warc, Kind.zip) and depth >= limits.depth:
        yield InputError(name, f"is an archive more than {limits.depth} deep in archives", "unpack it first")
    elif kind is Kind.json_lines and not start.startswith(_UTF_16):
        yield from _lines(joined, identity, name, limits)
    elif kind is Kind.gzip:
        yield from _gzip(joined, counted, identity, name, limits, depth)
    elif kind is Kind.tar:
        yield from _not_empty(_tar(joined, identity, name, limits, depth), name)
    elif kind is Kind.warc:
        yield from _not_empty(_warc(joined, name, limits), name)
    elif kind is Kind.zip and not depth and stream.seekable():
        yield from _not_empty(_zip(stream, identity, name, limits, depth), name)
    else:
        data = joined.read(limits.piece + 1)
        if len(data) > limits.piece:
            yield _too_large(name, limits)
        elif kind is Kind.zip:
            unpacked = cast(BinaryIO, io.BytesIO(data))
            yield from _not_empty(_zip(unpacked, identity, name, limits, depth), name)
        elif kind is Kind.json_lines:
            yield from _lines(cast(BinaryIO, io.BytesIO(as_utf8(data))), identity, name, limits)
        elif kind is Kind.csv:
            yield from _rows(data, identity, name)
        elif kind is Kind.mailbox:
            yield from _messages(data, identity, name)
        elif kind is Kind.json:
            yield from _json(data, identity, name, limits)
        else:
            yield Piece(identity, name, data, kind)


def _not_empty(found: Found, name: str) -> Found:
    empty = True
    for piece in found:
        empty = False
        yield piece
    if empty:
        yield InputError(name, "is an archive without articles", "look into it")


class _Joined(io.RawIOBase):
    """A stream that begins with bytes already read from it; `given` counts what it gave."""

    def __init__(self, start: bytes, rest: BinaryIO) -> None:
        self._start, self._rest = start, rest
        self.given = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray) -> int:  # type: ignore[override]
        data = self._start[: len(buffer)] if self._start else self._rest.read(len(buffer))
        self._start = self._start[len(data) :]
        buffer[: len(data)] = data
        self.given += len(data)
        return len(data)


class _Unpacked(io.RawIOBase):
    """A gzip stream unpacked, with an error where it is packed more tightly than text can be."""

    def __init__(self, packed: BinaryIO, counted: _Joined, limits: Limits) -> None:
        self._inner = gzip.GzipFile(fileobj=packed)
        self._counted, self._limits = counted, limits
        self._given = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray) -> int:  # type: ignore[override]
        data = self._inner.read(len(buffer))
        self._given += len(data)
        if _is_bomb(self._given, self._counted.given, self._limits):
            raise OSError(f"it unpacks to more than {self._limits.ratio} times its size")
        buffer[: len(data)] = data
        return len(data)


def _is_bomb(unpacked: int, packed: int, limits: Limits) -> bool:
    return unpacked > limits.piece and unpacked > limits.ratio * packed


def _lines(stream: BinaryIO, identity: str, name: str, limits: Limits) -> Found:
    number = 0
    while line := stream.readline(limits.piece + 1):
        number += 1
        where = f"{name}:{number}"
        if len(line) > limits.piece:
            yield _too_large(where, limits)
            while line and not line.endswith(b"\n"):
                line = stream.readline(limits.piece)
        elif line.strip():
            yield Piece(f"{identity}:{number}", where, line, Kind.json_lines)


def _rows(data: bytes, identity: str, name: str) -> Found:
    try:
        text, _ = decode(data, name)
    except InputError as error:
        yield error
        return
    csv.field_size_limit(max(csv.field_size_limit(), len(data)))
    separator = separator_of(text.partition("\n")[0]) or ","
    rows = csv.DictReader(io.StringIO(text, newline=""), delimiter=separator)
    try:
        rows.fieldnames = [column.strip().lower() for column in rows.fieldnames or []]
        for number, row in enumerate(rows, 1):
            record = {column: value for column, value in row.items() if column and value}
            yield Piece(
                f"{identity}:{number}", f"{name} row {number}", json.dumps(record).encode(), Kind.json_lines
            )
    except csv.Error as error:
        yield InputError(f"{name}:{rows.line_num}", f"is not CSV: {error}", "save it again as CSV in UTF-8")


def _messages(data: bytes, identity: str, name: str) -> Found:
    messages = [message for message in POSTMARK.split(data) if message.strip()]
    for number, message in enumerate(messages, 1):
        yield Piece(f"{identity}:{number}", f"{name} message {number}", message, Kind.mail)


def _json(data: bytes, identity: str, name: str, limits: Limits) -> Found:
    try:
        said = json.loads(as_utf8(data))
    except (ValueError, RecursionError) as error:
        if isinstance(error, json.JSONDecodeError) and error.msg == "Extra data":
            yield from _lines(cast(BinaryIO, io.BytesIO(as_utf8(data))), identity, name, limits)
        else:
            yield InputError(name, f"is not JSON: {error}", "give one document a line")
        return
    records = _records(said)
    if records is None:
        yield Piece(identity, name, json.dumps(said).encode(), Kind.json_lines)
        return
    for number, record in enumerate(records, 1):
        yield Piece(f"{identity}:{number}", f"{name}[{number}]", json.dumps(record).encode(), Kind.json_lines)


def _records(said: Any) -> list[Any] | None:
    """The documents of a JSON file: its list, or the longest list of objects in its object; None for one."""
    if isinstance(said, list):
        return said
    if not isinstance(said, dict) or "text" in named(said):
        return None
    lists = [value for value in said.values() if isinstance(value, list)]
    return max((value for value in lists if value and isinstance(value[0], dict)), key=len, default=None)


def _gzip(joined: BinaryIO, counted: _Joined, identity: str, name: str, limits: Limits, depth: int) -> Found:
    unpacked = cast(BinaryIO, io.BufferedReader(_Unpacked(joined, counted, limits)))
    try:
        yield from pieces_in(unpacked, identity, name, limits, depth + 1)
    except (OSError, EOFError, zlib.error) as error:
        yield InputError(name, f"is a gzip file that cannot be read: {error}", "pack it again")


def _zip(stream: BinaryIO, identity: str, name: str, limits: Limits, depth: int) -> Found:
    try:
        with zipfile.ZipFile(stream) as archive:
            members = [member for member in archive.infolist() if not member.is_dir()]
            unpacked = sum(member.file_size for member in members)
            packed = sum(member.compress_size for member in members)
            if _is_bomb(unpacked, packed, limits):
                yield InputError(
                    name, f"unpacks to {unpacked:,} bytes, like a zip bomb", "unpack it with care"
                )
            elif is_word(archive):
                stream.seek(0)
                yield Piece(identity, name, stream.read(), Kind.word)
            else:
                for member in members:
                    yield from _zip_member(archive, member, identity, name, limits, depth)
    except (zipfile.BadZipFile, NotImplementedError, OSError, EOFError, zlib.error) as error:
        yield InputError(name, f"is a zip file that cannot be read: {error}", "pack it again")


def _zip_member(
    archive: zipfile.ZipFile, member: zipfile.ZipInfo, identity: str, name: str, limits: Limits, depth: int
) -> Found:
    where = f"{name}/{member.filename}"
    if _hidden(member.filename):
        return
    if _climbs(member.filename):
        yield _climbing(where)
        return
    if member.flag_bits & 1:
        yield InputError(where, "is locked with a password", "unpack it first")
        return
    try:
        with archive.open(member) as stream:
            inner = f"{identity}/{_stem(member.filename)}"
            yield from pieces_in(cast(BinaryIO, stream), inner, where, limits, depth + 1)
    except (zipfile.BadZipFile, NotImplementedError, OSError, EOFError, zlib.error) as error:
        yield InputError(where, f"cannot be unpacked: {error}", "pack it again")


def _tar(stream: BinaryIO, identity: str, name: str, limits: Limits, depth: int) -> Found:
    try:
        with tarfile.open(fileobj=stream, mode="r|") as archive:
            for member in archive:
                where = f"{name}/{member.name}"
                if _climbs(member.name):
                    yield _climbing(where)
                    continue
                inner = archive.extractfile(member) if member.isreg() and not _hidden(member.name) else None
                if inner:
                    inside = f"{identity}/{_stem(member.name)}"
                    yield from pieces_in(cast(BinaryIO, inner), inside, where, limits, depth + 1)
    except (tarfile.TarError, OSError, EOFError, zlib.error) as error:
        yield InputError(name, f"is a tar file that cannot be read: {error}", "pack it again")


def _warc(stream: BinaryIO, name: str, limits: Limits) -> Found:
    try:
        from warcio.archiveiterator import ArchiveIterator
        from warcio.exceptions import ArchiveLoadFailed
    except ImportError:
        yield InputError(name, "is a WARC file, which needs warcio", "pip install 'onrecord[warc]'")
        return
    try:
        for number, record in enumerate(ArchiveIterator(stream), 1):
            answer = record.http_headers
            if record.rec_type != "response" or answer is None or answer.get_statuscode() != "200":
                continue  # a page that moved or is gone is no article
            url = record.rec_headers.get_header("WARC-Target-URI") or f"{name}#{number}"
            data = record.content_stream().read(limits.piece + 1)
            if len(data) > limits.piece:
                yield _too_large(url, limits)
            elif (kind := kind_of(data[:PEEK])) in (Kind.html, Kind.pdf, Kind.feed):
                yield Piece(url, url, data, kind, url)
    except (ArchiveLoadFailed, OSError, EOFError, ValueError, zlib.error) as error:
        yield InputError(name, f"is a WARC file that cannot be read: {error}", "fetch it again")


def _hidden(member: str) -> bool:
    return any(part.startswith((".", "__MACOSX")) and part != ".." for part in PurePosixPath(member).parts)


def _climbs(member: str) -> bool:
    return ".." in member.replace("\\", "/").split("/")


def _climbing(where: str) -> InputError:
    return InputError(where, "has a name that leads out of its archive", "unpack it with care")


def _stem(member: str) -> str:
    """The id of a member: its path without the root and the last ending."""
    path = PurePosixPath(*(part for part in PurePosixPath(member).parts if part != "/"))
    return path.with_suffix("").as_posix()


def _too_large(where: str, limits: Limits) -> InputError:
    return InputError(where, f"is larger than {limits.piece:,} bytes", "split it, or raise --max-bytes")
