"""What a long run has done so far, so that one that was killed can be continued: nothing twice, nothing lost.

Results come in the order of the input. After each piece of input the sizes of all outputs are noted; a
resumed run cuts every output back to the last note and goes on with the piece after it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TextIO

from pipeline.errors import InputError, OnrecordError
from pipeline.ingest.containers import Piece


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a run came: pieces of input done, the last one's name, documents, bytes of each output."""

    pieces: int = 0
    last: str | None = None
    read: int = 0
    failed: int = 0
    sizes: Mapping[str, int] = field(default_factory=dict)


def journal_path(output: Path) -> Path:
    """Where the progress of a run is noted: beside its first output."""
    return output.with_name(f"{output.name}.progress")


def last_progress(path: Path) -> Progress | None:
    """The last whole note of a journal; None where no run was cut short."""
    if not path.exists():
        return None
    notes = path.read_bytes().split(b"\n")[:-1]  # what follows the last line end was being written
    return Progress(**json.loads(notes[-1])) if notes else None


class Journal:
    """The notes of the run under way; gone when it ends well."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._out: TextIO = path.open("a", encoding="utf-8")

    def note(self, progress: Progress) -> None:
        """Write one note; it stands when this returns, whatever happens to this process."""
        fields = {name: getattr(progress, name) for name in progress.__dataclass_fields__}
        self._out.write(json.dumps(fields) + "\n")
        self._out.flush()

    def done(self) -> None:
        """The run is complete: there is nothing to resume."""
        self._out.close()
        self._path.unlink()


def after(progress: Progress, pieces: Iterable[Piece | InputError]) -> Iterator[Piece | InputError]:
    """The pieces that a resumed run still has to do. Raises OnrecordError where the input has changed."""
    left = iter(pieces)
    name = None
    for _ in range(progress.pieces):
        piece = next(left, None)
        name = None if piece is None else piece.where if isinstance(piece, InputError) else piece.name
    if name != progress.last:
        raise OnrecordError(
            f"the input has changed since the run that is to be resumed: it ended at {progress.last}, "
            f"where there is now {name or 'nothing'}; run without --resume"
        )
    yield from left
