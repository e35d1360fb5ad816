"""From the paths and addresses a user gives to the pieces of input that are read one by one."""

from __future__ import annotations

import glob
import os
import sys
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

from pipeline.errors import InputError
from pipeline.ingest.containers import Found, Limits, pieces_in
from pipeline.ingest.kinds import PEEK, Kind, kind_of

STDIN = "-"
_PACKINGS = (".gz", ".tar")

File = tuple[Path, Path]


def find_pieces(paths: Sequence[str], limits: Limits | None = None, outputs: Collection[Path] = ()) -> Found:
    """The pieces of input under these paths, in the order given, folders in order of their files' names.

    The files in `outputs`, which are being written, are no input, wherever they stand.

    A path is a file, a folder, a pattern (`news/*.txt`), an `http(s)` address, or `-` for standard input.
    What cannot be read comes as an InputError in its place, and the rest goes on.
    """
    limits = limits or Limits()
    written = {os.path.realpath(output) for output in outputs}
    entries = [
        entry
        for path in paths
        for entry in _entries(path)
        if not (written and isinstance(entry, tuple) and os.path.realpath(entry[0]) in written)
    ]
    stems = Counter(_stem(entry[0]) for entry in entries if isinstance(entry, tuple))
    for entry in entries:
        if isinstance(entry, InputError):
            yield entry
        elif isinstance(entry, tuple):
            yield from _file(*entry, stems, limits)
        elif entry == STDIN:
            name = "standard input"
            yield from _guarded(pieces_in(sys.stdin.buffer, "stdin", name, limits), name)
        else:
            from pipeline.ingest.fetch import fetch

            yield from _guarded(fetch(entry, limits), entry)


def _guarded(found: Found, where: str) -> Found:
    """The pieces found, and a failure in place of what a library raises over them, which cannot be listed."""
    try:
        yield from found
    except OSError as error:
        yield InputError(where, f"cannot be read: {error.strerror or error}", "check its permissions")
    except Exception as error:
        problem = f"cannot be read: {type(error).__name__}: {error}"
        yield InputError(where, problem, "open it in another program")


def count_pieces(paths: Sequence[str]) -> int | None:
    """How many pieces of input stand under these paths; None where only reading them all would tell."""
    count = 0
    for entry in (entry for path in paths for entry in _entries(path)):
        if isinstance(entry, str):
            return None
        if isinstance(entry, tuple) and entry[0].is_file():
            with entry[0].open("rb") as stream:
                kind = kind_of(stream.read(PEEK))
                if kind in (Kind.gzip, Kind.tar, Kind.zip, Kind.warc, Kind.csv, Kind.json):
                    return None
                if kind is Kind.json_lines:
                    stream.seek(0)
                    count += sum(1 for line in stream if line.strip())
                    continue
        count += 1
    return count


def _entries(path: str) -> Iterator[File | str | InputError]:
    """The files of a path, each with the path as given; an address or standard input as it is."""
    if path == STDIN or path.startswith(("http://", "https://")):
        yield path
    elif os.path.isdir(path):
        yield from _folder(Path(path))
    elif os.path.lexists(path):
        yield Path(path), Path(path)
    elif matches := sorted(glob.glob(path, recursive=True)):
        for match in matches:
            yield from _entries(match)
    else:
        yield InputError(path, "there is no such file or folder", "check the spelling")


def _folder(root: Path) -> Iterator[File | InputError]:
    """The files under a folder; hidden ones are passed over, links to folders are not followed."""
    unread: list[OSError] = []
    found = False
    for folder, folders, names in os.walk(root, onerror=unread.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(name for name in names if not name.startswith(".")):
            found = True
            yield Path(folder) / name, root
    for error in unread:
        yield InputError(str(error.filename), f"cannot be read: {error.strerror}", "check its permissions")
    if not found and not unread:
        yield InputError(str(root), "is a folder without files", "check the path")


def _file(file: Path, root: Path, stems: Counter[str], limits: Limits) -> Found:
    stem = _stem(file)
    identity = stem if stems[stem] == 1 else _relative(file, root)
    if not file.is_file() and file.exists():
        yield InputError(str(file), "is no regular file", "give files and folders")
        return
    yield from _guarded(_opened(file, identity, limits), str(file))


def _opened(file: Path, identity: str, limits: Limits) -> Found:
    with file.open("rb") as stream:
        yield from pieces_in(stream, identity, str(file), limits)


def _stem(file: Path) -> str:
    """The file's name without its ending, and without that of a packing: `news.tar.gz` is news."""
    while file.suffix in _PACKINGS:
        file = file.with_suffix("")
    return file.stem


def _relative(file: Path, root: Path) -> str:
    return file.relative_to(root).as_posix() if file != root else file.as_posix()
