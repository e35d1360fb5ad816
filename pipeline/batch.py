"""Many documents at once: pieces of input in, written records out, each failure with its place and stage."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from pipeline.errors import InputError
from pipeline.ingest.containers import Piece
from pipeline.ingest.decode import MAX_CHARS
from pipeline.ingest.read import read_piece
from pipeline.model import Document
from pipeline.rules.fingerprint import fingerprint
from pipeline.run import Pipeline
from pipeline.workers import Budget, Lost, in_workers
from pipeline.write.records import Generator, Written, generator, record_of

WARM_UP = Document("warm-up", "Exports rose 5% to $2 billion in 2025, the minister said.")


@dataclass(frozen=True, slots=True)
class Settings:
    """What shapes the results of a batch."""

    patterns: tuple[Path, ...] = ()
    spacy_model: str | None = None
    quick: bool = False
    published: date | None = None
    max_chars: int | None = None


@dataclass(frozen=True, slots=True)
class Failure:
    """One document that gave no record: where it is, the stage that failed, and why."""

    path: str
    stage: str
    message: str


Outcome = Written | Failure


def process(
    pieces: Iterable[Piece | InputError], settings: Settings, jobs: int = 1, budget: Budget | None = None
) -> Iterator[tuple[str, tuple[Outcome, ...]]]:
    """The name of each piece with the outcomes of its documents, in the order of the pieces.

    Raises PatternError and ModelError before anything is read.
    """
    prepare(settings)
    work = _Work(settings)
    for name, result in in_workers(work, pieces, jobs, budget or Budget(), _name):
        yield name, (Failure(name, result.stage, result.reason),) if isinstance(result, Lost) else result


def _name(piece: Piece | InputError) -> str:
    return piece.where if isinstance(piece, InputError) else piece.name


def prepare(settings: Settings) -> None:
    """Load all that a batch needs, once. Raises PatternError and ModelError."""
    _pipeline(settings.patterns, settings.spacy_model, settings.quick)


@dataclass(frozen=True, slots=True)
class _Work:
    """What a worker does with one piece: read it, extract, make records."""

    settings: Settings

    def __call__(self, piece: Piece | InputError, enter: Callable[[str], None]) -> tuple[Outcome, ...]:
        if isinstance(piece, InputError):
            return (_failure(piece),)
        return tuple(self._outcomes(piece, enter))

    def _outcomes(self, piece: Piece, enter: Callable[[str], None]) -> Iterator[Outcome]:
        given = self.settings
        pipeline, made_by = _pipeline(given.patterns, given.spacy_model, given.quick)
        for entry in read_piece(piece, given.published, given.max_chars or MAX_CHARS):
            if isinstance(entry, InputError):
                yield _failure(entry)
                continue
            enter("extract")
            yield Written(entry, record_of(pipeline(entry), made_by))
            enter("ingest")


@cache
def _pipeline(patterns: tuple[Path, ...], spacy_model: str | None, quick: bool) -> tuple[Pipeline, Generator]:
    """The pipeline with all that it loads at first use loaded, once a process."""
    pipeline = Pipeline(patterns, spacy_model, quick)
    pipeline(WARM_UP)
    return pipeline, generator(fingerprint(patterns))


def _failure(error: InputError) -> Failure:
    remedy = f" ({error.remedy})" if error.remedy else ""
    return Failure(error.where, "ingest", error.problem + remedy)
