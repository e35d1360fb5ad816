"""Where results go: which writer for which file, and how a file is continued after a run cut short."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Protocol, TextIO

import typer

from pipeline.write.records import Written

STDOUT = "-"
TABLE_WIDTH = 100  # columns, where the output is no terminal


class Format(StrEnum):
    jsonl = "jsonl"
    csv = "csv"
    table = "table"


ENDINGS = {".jsonl": Format.jsonl, ".ndjson": Format.jsonl, ".csv": Format.csv, ".txt": Format.table}


class Writer(Protocol):
    """Takes documents and what was found in them, one by one."""

    def add(self, written: Written) -> None: ...


@dataclass(frozen=True, slots=True)
class Output:
    """An open file or standard output (`path` None), and the writer that fills it."""

    writer: Writer
    stream: TextIO
    path: Path | None = None

    @property
    def on_screen(self) -> bool:
        return self.path is None and self.stream.isatty()

    def size(self) -> int:
        """The bytes written so far, all of them handed to the system."""
        self.stream.flush()
        return self.stream.buffer.tell()

    def close(self) -> None:
        self.stream.flush() if self.path is None else self.stream.close()


def open_output(target: str, chosen: Format | None, sizes: Mapping[str, int] | None = None) -> Output:
    """The open output for a target. `sizes` are the bytes that stand in each file that is continued.

    Raises typer.BadParameter for a name that tells no format and for a file that cannot be written.
    """
    if target == STDOUT:
        sys.stdout.reconfigure(encoding="utf-8", newline="\n")  # type: ignore[union-attr]
        format = chosen or (Format.table if sys.stdout.isatty() else Format.jsonl)
        return Output(_writer(format, sys.stdout), sys.stdout)
    path = Path(target)
    format_of_file = chosen or ENDINGS.get(path.suffix.lower())
    if format_of_file is None:
        endings = ", ".join(ENDINGS)
        raise typer.BadParameter(
            f"the ending of {path} tells no format: end it in {endings}, or give --format"
        )
    size = (sizes or {}).get(target)
    stream = open_file(path, size, "utf-8-sig" if format_of_file is Format.csv and not size else "utf-8")
    return Output(_writer(format_of_file, stream, bool(size)), stream, path)


def open_file(path: Path, size: int | None, encoding: str = "utf-8") -> TextIO:
    """A file to write: new, or the first `size` bytes of it continued. Raises typer.BadParameter."""
    try:
        stream = path.open("w" if size is None else "r+", encoding=encoding, newline="\n")
        if size is not None:
            stream.truncate(size)
            stream.seek(0, 2)
    except OSError as error:
        raise typer.BadParameter(f"{path} cannot be written: {error.strerror}") from error
    return stream


def _writer(format: Format, out: TextIO, continued: bool = False) -> Writer:
    if format is Format.csv:
        # Excel takes a CSV for UTF-8 only where it starts with a byte order mark, which the encoding writes.
        from pipeline.write.rows import Csv

        return Csv(out, header=not continued)
    if format is Format.table:
        from rich.console import Console

        from pipeline.write.table import ClaimTable

        return ClaimTable(Console(file=out, width=None if out.isatty() else TABLE_WIDTH))
    from pipeline.write.jsonl import JsonLines

    return JsonLines(out)
