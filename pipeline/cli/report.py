"""What the command line tells on standard error: failures, notes, progress."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import typer

from pipeline.errors import InputError, OnrecordError
from pipeline.model import Document

PATIENCE = 1.0  # seconds before a progress bar appears


def complain(problem: OnrecordError | str) -> None:
    """One line on standard error."""
    line = " ".join(str(problem).split())
    print(f"onrecord: {line.encode(errors='replace').decode()}", file=sys.stderr, flush=True)


@dataclass(slots=True)
class Tally:
    """Counts the documents that went well and those that failed, and tells of each failure as it comes."""

    read: int = 0
    failed: int = 0
    again: int = 0
    _ids: set[int] = field(default_factory=set, repr=False)

    def documents(self, entries: Iterable[Document | InputError]) -> Iterator[Document]:
        """The documents among the entries; each failure is told and counted."""
        for entry in entries:
            if isinstance(entry, InputError):
                self.fail(entry)
            else:
                self.well(entry)
                yield entry

    def well(self, document: Document) -> None:
        """Count a document that was read, and tell where its encoding had to be guessed."""
        self.read += 1
        known = hash(document.id)
        self.again += known in self._ids
        self._ids.add(known)
        encoding = dict(document.origins).get("encoding")
        if encoding:
            complain(f"{document.id}: read as {encoding}, since it is not UTF-8")

    def fail(self, problem: OnrecordError | str) -> None:
        """Count and tell a failure."""
        self.failed += 1
        complain(problem)

    def finish(self) -> None:
        """Tell what the documents were together; leave with status 1 where one failed."""
        if self.again:
            complain(f"{self.again:,} documents have the id of an earlier one; a database keeps the last")
        if self.failed:
            if self.read + self.failed > 1:
                complain(f"{self.failed:,} of {self.read + self.failed:,} documents failed")
            raise typer.Exit(1)


@contextmanager
def progress_bar(wanted: bool, count: Callable[[], int | None], done: int) -> Iterator[Callable[[int], None]]:
    """A bar with rate, time left and failures, where standard error is a terminal and there is a wait.

    Gives a function to call with the failures so far after each piece of input. `count` tells how many
    pieces there are, `done` how many were done before.
    """
    if not (wanted and sys.stderr.isatty()):
        yield lambda failed: None  # noqa: ARG005 - nothing is shown
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]:.0f} a second"),
        TimeRemainingColumn(),
        TextColumn("{task.fields[failed]}"),
    )
    started = time.monotonic()
    bar = Progress(*columns, console=Console(stderr=True), transient=True)
    task = bar.add_task("", total=count(), completed=done, rate=0.0, failed="")
    here = 0

    def advance(failed: int) -> None:
        nonlocal here
        here += 1
        seconds = time.monotonic() - started
        if seconds > PATIENCE and not bar.live.is_started:
            bar.start()
        told = f"{failed:,} failed" if failed else ""
        bar.update(task, completed=done + here, rate=here / max(seconds, 0.001), failed=told)

    try:
        yield advance
    finally:
        bar.stop()
