"""What the command line tells on standard error: failures, notes, progress."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

import typer

from pipeline.errors import InputError, OnrecordError
from pipeline.model import Document

PATIENCE = 1.0  # seconds before a progress bar appears


def complain(problem: OnrecordError | str) -> None:
    """One line on standard error."""
    print(f"onrecord: {problem}", file=sys.stderr)


@dataclass(slots=True)
class Tally:
    """Counts the documents that went well and those that failed, and tells of each failure as it comes."""

    read: int = 0
    failed: int = 0

    def documents(self, entries: Iterable[Document | InputError]) -> Iterator[Document]:
        """The documents among the entries; each failure is told and counted."""
        for entry in entries:
            if isinstance(entry, InputError):
                self.failed += 1
                complain(entry)
                continue
            self.read += 1
            encoding = dict(entry.origins).get("encoding")
            if encoding:
                complain(f"{entry.id}: read as {encoding}, since it is not UTF-8")
            yield entry

    def finish(self) -> None:
        """Leave with status 1 where a document failed."""
        if self.failed:
            if self.read + self.failed > 1:
                complain(f"{self.failed} of {self.read + self.failed} documents failed")
            raise typer.Exit(1)


def progress(entries: Iterable[Document], enabled: bool) -> Iterator[Document]:
    """The same documents, with a count and rate on standard error where that is a terminal."""
    if not (enabled and sys.stderr.isatty()):
        yield from entries
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    started = datetime.now()
    columns = (
        SpinnerColumn(),
        TextColumn("{task.completed} documents, {task.fields[rate]:.0f} a second"),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("documents", total=None, rate=0.0, visible=False)
        for number, entry in enumerate(entries, 1):
            yield entry
            seconds = (datetime.now() - started).total_seconds()
            bar.update(task, completed=number, rate=number / max(seconds, 0.001), visible=seconds > PATIENCE)
