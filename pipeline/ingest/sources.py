"""From the paths a user gives to the pieces of input that are read one by one."""

from __future__ import annotations

import os
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from pipeline.errors import InputError

STDIN = "-"
MAX_BYTES = 100_000_000  # of one piece of input
_PEEK = 4096
_JSON_OBJECT = re.compile(rb'\s*\{\s*"')


@dataclass(frozen=True, slots=True)
class Piece:
    """One document's bytes as found: a file, or a line of a JSONL file (`record`). `name` is for messages."""

    id: str
    name: str
    data: bytes
    record: bool = False


def find_pieces(paths: Sequence[str], max_bytes: int = MAX_BYTES) -> Iterator[Piece | InputError]:
    """The pieces of input under these paths, in the order given, folders in order of their files' names.

    What cannot be read comes as an InputError in its place, and the rest goes on.
    """
    files: list[tuple[Path, Path] | InputError] = []
    for path in paths:
        files.extend([(Path(path), Path(path))] if path == STDIN else _files_under(Path(path)))
    stems = Counter(file.stem for file, _ in (entry for entry in files if not isinstance(entry, InputError)))
    for entry in files:
        if isinstance(entry, InputError):
            yield entry
            continue
        file, root = entry
        if str(file) == STDIN:
            yield from _split(sys.stdin.buffer, "stdin", "standard input", max_bytes)
            continue
        identity = file.stem if stems[file.stem] == 1 else _relative(file, root)
        try:
            with file.open("rb") as stream:
                yield from _split(stream, identity, str(file), max_bytes)
        except OSError as error:
            yield InputError(str(file), f"cannot be read: {error.strerror or error}", "check its permissions")


def _files_under(root: Path) -> Iterator[tuple[Path, Path] | InputError]:
    """The files of a path, each with the path as given; hidden files and folders are passed over."""
    if not root.is_dir():
        if not root.exists():
            yield InputError(str(root), "there is no such file or folder", "check the spelling")
        else:
            yield root, root
        return
    found = False
    for folder, folders, names in os.walk(root):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(name for name in names if not name.startswith(".")):
            found = True
            yield Path(folder) / name, root
    if not found:
        yield InputError(str(root), "is a folder without files", "check the path")


def _relative(file: Path, root: Path) -> str:
    return file.relative_to(root).as_posix() if file != root else file.as_posix()


def _split(stream: BinaryIO, identity: str, name: str, max_bytes: int) -> Iterator[Piece | InputError]:
    """The file as one piece, or each line of it where it is JSONL."""
    start = stream.read(_PEEK)
    if _JSON_OBJECT.match(start):
        for number, line in enumerate(_lines(start, stream, max_bytes), 1):
            where = f"{name}:{number}"
            if len(line) > max_bytes:
                yield _too_long(where, max_bytes)
            elif line.strip():
                yield Piece(f"{identity}:{number}", where, line, record=True)
        return
    data = start + stream.read(max_bytes + 1 - len(start))
    yield _too_long(name, max_bytes) if len(data) > max_bytes else Piece(identity, name, data)


def _lines(start: bytes, stream: BinaryIO, limit: int) -> Iterable[bytes]:
    """The lines of `start` and the rest of the stream; what a line holds past the limit is skipped."""
    *whole, rest = start.split(b"\n")
    yield from whole
    while True:
        more = stream.readline(limit + 1)
        line, rest = rest + more, b""
        while len(more) > limit and not more.endswith(b"\n"):
            more = stream.readline(limit + 1)
        if not line:
            return
        yield line.removesuffix(b"\n")


def _too_long(where: str, max_bytes: int) -> InputError:
    return InputError(where, f"is larger than {max_bytes:,} bytes", "split it, or raise --max-bytes")
