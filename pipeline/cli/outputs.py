"""Where results go: which writer for which file, and how a file is continued after a run cut short."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TextIO

import typer

if TYPE_CHECKING:
    from pipeline.write.records import Written

STDOUT = "-"
TABLE_WIDTH = 100  # columns, where the output is no terminal


class Format(StrEnum):
    jsonl = "jsonl"
    csv = "csv"
    table = "table"
    sqlite = "sqlite"
    parquet = "parquet"
    jsonld = "jsonld"
    html = "html"


ENDINGS = {
    ".jsonl": Format.jsonl,
    ".ndjson": Format.jsonl,
    ".csv": Format.csv,
    ".sqlite": Format.sqlite,
    ".db": Format.sqlite,
    ".parquet": Format.parquet,
    ".jsonld": Format.jsonld,
    ".html": Format.html,
}

RESUMABLE = (Format.jsonl, Format.csv, Format.table, Format.sqlite)


class Writer(Protocol):
    """Takes documents and what was found in them, one by one."""

    def add(self, written: Written) -> None: ...


@dataclass(frozen=True, slots=True)
class Output:
    """A writer, and the text file or standard output that it fills, if any; `finish` ends it well."""

    writer: Writer
    stream: TextIO | None
    path: Path | None = None
    finish: Callable[[], None] = lambda: None

    @property
    def on_screen(self) -> bool:
        return self.path is None and self.stream is not None and self.stream.isatty()

    def size(self) -> int:
        """The bytes written so far, all of them handed to the system; 0 for a database, which keeps its own
        count.
        """
        if self.stream is None:
            return 0
        self.stream.flush()
        return self.stream.buffer.tell() if self.path else 0

    def close(self) -> None:
        if self.stream is not None:
            self.stream.flush() if self.path is None else self.stream.close()


def formats_of(targets: Sequence[str], chosen: Format | None) -> dict[str, Format]:
    """The format of each target. Raises typer.BadParameter where nothing tells it.

    Of several targets, each has what its ending tells, and the format chosen is for those that tell none; a
    single one has the format chosen.
    """
    return {target: _format_of(target, chosen, alone=len(targets) == 1) for target in targets}


def _format_of(target: str, chosen: Format | None, alone: bool) -> Format:
    if target == STDOUT:
        return chosen or (Format.table if sys.stdout.isatty() else Format.jsonl)
    told = ENDINGS.get(Path(target).suffix.lower())
    found = chosen or told if alone else told or chosen
    if found is None:
        endings = ", ".join(ENDINGS)
        raise typer.BadParameter(
            f"the ending of {target} tells no format: end it in {endings}, or give --format"
        )
    return found


def open_output(target: str, format: Format, sizes: Mapping[str, int], with_text: bool = False) -> Output:
    """The open output for a target. `sizes` are the bytes that stand in each file that is continued.

    With text, each article's text is in the output, as it is in databases and pages in any case.

    Raises typer.BadParameter for a file that cannot be written and for a format that needs what is not
    installed.
    """
    path = None if target == STDOUT else Path(target)
    if format in (Format.sqlite, Format.parquet):
        if path is None:
            raise typer.BadParameter(f"{format} goes to a file: give -o FILE")
        if format is Format.parquet:
            return _parquet(path, with_text)
        return _database(path, continued=target in sizes)
    size = sizes.get(target)
    if path is None:
        sys.stdout.reconfigure(encoding="utf-8", newline="\n")  # type: ignore[union-attr]
        stream: TextIO = sys.stdout
    else:
        # Excel takes a CSV for UTF-8 only where it starts with a byte order mark, which this encoding writes.
        stream = open_file(path, size, "utf-8-sig" if format is Format.csv and not size else "utf-8")
    if format is Format.jsonld:
        from pipeline.write.jsonld import JsonLd

        graph = JsonLd(stream, with_text)
        return Output(graph, stream, path, graph.close)
    if format is Format.html:
        from pipeline.write.page import ClaimPage

        page = ClaimPage(stream)
        return Output(page, stream, path, page.close)
    return Output(_lines(format, stream, bool(size), with_text), stream, path)


def open_file(path: Path, size: int | None, encoding: str = "utf-8") -> TextIO:
    """A file to write: new, or the first `size` bytes of it continued. Raises typer.BadParameter."""
    try:
        if size is not None and path.stat().st_size < size:
            raise typer.BadParameter(f"{path} is shorter than the run that is to be resumed left it")
        stream = path.open("w" if size is None else "r+", encoding=encoding, newline="\n")
        if size is not None:
            stream.truncate(size)
            stream.seek(0, 2)
    except OSError as error:
        raise typer.BadParameter(f"{path} cannot be written: {error.strerror}") from error
    return stream


def _lines(format: Format, out: TextIO, continued: bool, with_text: bool) -> Writer:
    if format is Format.csv:
        from pipeline.write.rows import Csv

        return Csv(out, not continued, with_text)
    if format is Format.table:
        from rich.console import Console

        from pipeline.write.table import ClaimTable

        return ClaimTable(Console(file=out, width=None if out.isatty() else TABLE_WIDTH))
    from pipeline.write.jsonl import JsonLines

    return JsonLines(out, with_text)


def _database(path: Path, continued: bool) -> Output:
    import sqlite3

    from pipeline.write.sqlite import Sqlite

    if continued and not path.exists():
        raise typer.BadParameter(f"{path} is gone, which the run that is to be resumed had begun")
    try:
        writer = Sqlite(path)
    except sqlite3.Error as error:
        raise typer.BadParameter(f"{path} cannot be written as a database: {error}") from error
    return Output(writer, None, path, writer.close)


def _parquet(path: Path, with_text: bool) -> Output:
    try:
        from pipeline.write.parquet import Parquet
    except ImportError as error:
        raise typer.BadParameter("Parquet needs pyarrow: pip install 'onrecord[parquet]'") from error
    try:
        writer = Parquet(path, with_text)
    except OSError as error:
        raise typer.BadParameter(f"{path} cannot be written: {error}") from error
    return Output(writer, None, path, writer.close)
