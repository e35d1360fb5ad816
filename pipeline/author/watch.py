"""Do something again whenever a rule or class file changes."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from pathlib import Path

from pipeline.errors import OnrecordError
from pipeline.rules.tables import SHIPPED

_PAUSE = 0.3  # seconds between looks at the folders


def watching(folders: Sequence[Path], run: Callable[[], object]) -> None:
    """Run now and after each change, until interrupted; rules that are broken for now are only told."""
    seen: dict[Path, float] = {}
    try:
        while True:
            now = _states((SHIPPED, *folders))
            if now != seen:
                seen = now
                try:
                    run()
                except OnrecordError as error:
                    print(error, flush=True)
            time.sleep(_PAUSE)
    except KeyboardInterrupt:
        return


def _states(folders: Sequence[Path]) -> dict[Path, float]:
    """When each file was last changed."""
    states = {}
    for folder in folders:
        for path in folder.rglob("*.yaml"):
            try:
                states[path] = path.stat().st_mtime
            except OSError:
                continue  # it is being replaced at this moment; the next look finds it
    return states
