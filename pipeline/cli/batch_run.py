"""One run of `onrecord extract`: outputs, error ledger, journal and progress around the batch."""

from __future__ import annotations

import json
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

import typer

from pipeline.batch import Failure, Settings, prepare, process
from pipeline.cli.journal import Journal, Progress, after, journal_path, last_progress
from pipeline.cli.outputs import STDOUT, Format, Output, open_file, open_output
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


def run_batch(request: Request, resume: bool) -> None:
    """Extract, write, and leave with status 1 where a document failed."""
    files = [Path(target) for target in request.targets if target != STDOUT]
    journal_at = journal_path(files[0]) if len(files) == len(request.targets) else None
    if resume and journal_at is None:
        raise typer.BadParameter("--resume needs results in files: give -o FILE")
    prepare(request.settings)  # broken rules must not cost the results of an earlier run
    done = last_progress(journal_at) if resume and journal_at else None
    ledger_at = request.errors or (files[0].with_name(LEDGER) if files else None)
    if done is None:
        for stale in (journal_at, ledger_at):
            if stale:
                stale.unlink(missing_ok=True)
    sizes = done.sizes if done else {}
    run = _Run(
        outputs={target: open_output(target, request.format, sizes) for target in request.targets},
        ledger_at=ledger_at,
        ledger_size=sizes.get(str(ledger_at)),
        tally=Tally(done.read, done.failed) if done else Tally(),
    )
    try:
        run.go(request, done or Progress(), Journal(journal_at) if journal_at else None)
    except BrokenPipeError:
        raise
    except OSError as error:
        remedy = "make room and run again with --resume" if journal_at else "make room"
        complain(f"results cannot be written: {error.strerror or error} ({remedy})")
        raise typer.Exit(1) from error
    finally:
        run.close()
    run.tally.finish()


class _Run:
    """Outputs being filled; the ledger is made at the first failure."""

    def __init__(
        self, outputs: dict[str, Output], ledger_at: Path | None, ledger_size: int | None, tally: Tally
    ):
        self.tally = tally
        self._outputs, self._ledger_at = outputs, ledger_at
        self._ledger = open_file(ledger_at, ledger_size) if ledger_at and ledger_size is not None else None

    def go(self, request: Request, done: Progress, journal: Journal | None) -> None:
        """Process every piece that is not done yet."""
        number = done.pieces
        if journal:
            journal.note(self._progress(number, done.last))
        pieces = after(done, find_pieces(request.paths, request.limits))
        shown = not any(output.on_screen for output in self._outputs.values())
        with progress_bar(shown, lambda: count_pieces(request.paths), number) as advance:
            for name, outcomes in process(pieces, request.settings, request.jobs, request.budget):
                number += 1
                for outcome in outcomes:
                    self._write(outcome)
                if journal:
                    journal.note(self._progress(number, name))
                advance(self.tally.failed)
        for output in self._outputs.values():
            output.size()
        if journal:
            journal.done()

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
        if self._ledger is None and self._ledger_at:
            self._ledger = open_file(self._ledger_at, None)
        if self._ledger:
            self._ledger.write(json.dumps(asdict(outcome), ensure_ascii=False) + "\n")

    def _progress(self, pieces: int, last: str | None) -> Progress:
        sizes = {target: output.size() for target, output in self._outputs.items()}
        if self._ledger:
            self._ledger.flush()
            sizes[str(self._ledger_at)] = self._ledger.buffer.tell()
        return Progress(pieces, last, self.tally.read, self.tally.failed, sizes)
