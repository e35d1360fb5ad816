"""One run of `onrecord extract`: outputs, error ledger, journal and progress around the batch."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

import typer

from pipeline.batch import Failure, Settings, prepare, process
from pipeline.cli.journal import Journal, Progress, after, journal_path, last_progress
from pipeline.cli.outputs import RESUMABLE, STDOUT, Format, formats_of, open_file, open_output
from pipeline.cli.report import Tally, complain, progress_bar
from pipeline.ingest.containers import Limits
from pipeline.ingest.sources import count_pieces, find_pieces
from pipeline.workers import Budget
from pipeline.write.records import Written

LEDGER = "errors.jsonl"


@dataclass(frozen=True, slots=True)
class Request:
    """What the user asked for."""

    paths: Sequence[str]
    targets: Sequence[str]
    format: Format | None
    settings: Settings
    budget: Budget
    limits: Limits
    jobs: int
    errors: Path | None
    with_text: bool = False


@dataclass(frozen=True, slots=True)
class Files:
    """The files that a run writes: results, error ledger and journal."""

    results: tuple[Path, ...]
    ledger: Path | None
    journal: Path | None

    def all(self) -> set[Path]:
        return {path for path in (*self.results, self.ledger, self.journal) if path}


def files_of(request: Request) -> Files:
    """A run whose results can all be continued keeps a journal; a ledger stands beside the first of them."""
    results = tuple(Path(target) for target in request.targets if target != STDOUT)
    return Files(
        results,
        ledger=request.errors or (results[0].with_name(LEDGER) if results else None),
        journal=journal_path(results[0]) if _resumable(request) else None,
    )


def _resumable(request: Request) -> bool:
    formats = formats_of(request.targets, request.format).values()
    return STDOUT not in request.targets and all(format in RESUMABLE for format in formats)


def run_batch(request: Request, resume: bool) -> None:
    """Extract, write, and leave with status 1 where a document failed."""
    files = files_of(request)
    if resume and files.journal is None:
        raise typer.BadParameter(f"--resume needs results in files, of {', '.join(RESUMABLE)}: give -o FILE")
    prepare(request.settings)  # broken rules must not cost the results of an earlier run
    done = last_progress(files.journal) if resume and files.journal else None
    if done is not None and set(request.targets) != (begun := set(done.sizes) - {str(files.ledger)}):
        raise typer.BadParameter(f"the run that is to be resumed writes {', '.join(sorted(begun))}")
    if done is None and files.journal:
        files.journal.unlink(missing_ok=True)
    run = _Run(request, files, done or Progress())
    try:
        run.go()
    except BrokenPipeError:
        raise
    except (OSError, sqlite3.Error) as error:
        remedy = "make room and run again with --resume" if files.journal else "make room"
        problem = f"results cannot be written: {getattr(error, 'strerror', None) or error} ({remedy})"
        complain(problem)
        run.note_end(problem)
        raise typer.Exit(1) from error
    finally:
        run.close()
    run.tally.finish()


class _Run:
    """The outputs of one run, being filled; the ledger is made at the first failure."""

    def __init__(self, request: Request, files: Files, done: Progress) -> None:
        self.tally = Tally(done.read, done.failed)
        self._request, self._files, self._done = request, files, done
        self._outputs = {
            target: open_output(target, format, done.sizes, request.with_text)
            for target, format in formats_of(request.targets, request.format).items()
        }
        ledger_size = done.sizes.get(str(files.ledger))
        if files.ledger and not ledger_size:
            # What ended an earlier run is no failure of this one.
            files.ledger.unlink(missing_ok=True)
        self._ledger = open_file(files.ledger, ledger_size) if files.ledger and ledger_size else None
        self._journal = Journal(files.journal) if files.journal else None

    def go(self) -> None:
        """Process every piece that is not done yet."""
        request, number = self._request, self._done.pieces
        self._note(number, self._done.last)
        pieces = after(self._done, find_pieces(request.paths, request.limits, self._files.all()))
        shown = not any(output.on_screen for output in self._outputs.values())
        with progress_bar(shown, lambda: count_pieces(request.paths), number) as advance:
            for name, outcomes in process(pieces, request.settings, request.jobs, request.budget):
                number += 1
                for outcome in outcomes:
                    self._write(outcome)
                self._note(number, name)
                advance(self.tally.failed)
        for output in self._outputs.values():
            output.finish()
            output.size()
        if self._journal:
            self._journal.done()

    def note_end(self, problem: str) -> None:
        """List what ended the run before its time, where there is room for it."""
        if self._files.ledger:
            failure = Failure(", ".join(self._request.targets), "write", problem)
            with suppress(OSError), self._files.ledger.open("a", encoding="utf-8") as ledger:
                ledger.write(json.dumps(asdict(failure), ensure_ascii=False) + "\n")

    def close(self) -> None:
        for output in self._outputs.values():
            with suppress(OSError):
                output.close()
        if self._ledger:
            with suppress(OSError):
                self._ledger.close()

    def _write(self, outcome: Written | Failure) -> None:
        if isinstance(outcome, Written):
            self.tally.well(outcome.document)
            for output in self._outputs.values():
                output.writer.add(outcome)
            return
        self.tally.fail(f"{outcome.path}: {outcome.message}")
        if self._ledger is None and self._files.ledger:
            self._ledger = open_file(self._files.ledger, None)
        if self._ledger:
            line = json.dumps(asdict(outcome), ensure_ascii=False)
            self._ledger.write(line.encode(errors="replace").decode() + "\n")  # file names may be no UTF-8

    def _note(self, pieces: int, last: str | None) -> None:
        """Hand all that is written to the system, then note how far it goes."""
        if self._journal is None:
            return
        sizes = {target: output.size() for target, output in self._outputs.items()}
        if self._ledger:
            self._ledger.flush()
            sizes[str(self._files.ledger)] = self._ledger.buffer.tell()
        self._journal.note(Progress(pieces, last, self.tally.read, self.tally.failed, sizes))
