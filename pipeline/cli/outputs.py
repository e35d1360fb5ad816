"""Where results go: which writer for which file, and when files are opened and closed."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Protocol

import typer

from pipeline.write.records import DocumentRecord

STDOUT = "-"
TABLE_WIDTH = 100  # columns, where the output is no terminal


class Format(StrEnum):
    jsonl = "jsonl"
    csv = "csv"
    table = "table"


ENDINGS = {".jsonl": Format.jsonl, ".ndjson": Format.jsonl, ".csv": Format.csv, ".txt": Format.table}


class Writer(Protocol):
    """Takes records one by one."""

    def add(self, record: DocumentRecord) -> None: ...

    def close(self) -> None: ...


@dataclass(frozen=True, slots=True)
class Output:
    writer: Writer
    on_screen: bool

    def add(self, record: DocumentRecord) -> None:
        self.writer.add(record)


@contextmanager
def open_outputs(targets: Sequence[str], chosen: Format | None) -> Iterator[list[Output]]:
    """The open outputs for these targets, closed at the end. Raises typer.BadParameter."""
    with ExitStack() as stack:
        outputs = []
        for target in targets:
            output = _open(target, chosen, stack)
            stack.callback(output.writer.close)
            outputs.append(output)
        yield outputs


def _open(target: str, chosen: Format | None, stack: ExitStack) -> Output:
    if target == STDOUT:
        on_screen = sys.stdout.isatty()
        return Output(
            _writer(None, chosen or (Format.table if on_screen else Format.jsonl), stack), on_screen
        )
    ending = ENDINGS.get(Path(target).suffix.lower())
    if not (chosen or ending):
        raise typer.BadParameter(
            f"the ending of {target} names no format; end it in {', '.join(ENDINGS)} or give --format",
            param_hint="-o",
        )
    return Output(_writer(Path(target), chosen or ending or Format.jsonl, stack), on_screen=False)


def _writer(path: Path | None, format: Format, stack: ExitStack) -> Writer:
    if path is None:
        sys.stdout.reconfigure(encoding="utf-8", newline="\n")  # type: ignore[union-attr]
        out = sys.stdout
    else:
        # Excel takes a CSV for UTF-8 only where it starts with a byte order mark.
        encoding = "utf-8-sig" if format is Format.csv else "utf-8"
        try:
            out = stack.enter_context(path.open("w", encoding=encoding, newline="\n"))
        except OSError as error:
            raise typer.BadParameter(
                f"{path} cannot be written: {error.strerror}", param_hint="-o"
            ) from error
    if format is Format.csv:
        from pipeline.write.rows import Csv

        return Csv(out)
    if format is Format.table:
        from rich.console import Console

        from pipeline.write.table import ClaimTable

        return ClaimTable(Console(file=out, width=None if out.isatty() else TABLE_WIDTH))
    from pipeline.write.jsonl import JsonLines

    return JsonLines(out)
