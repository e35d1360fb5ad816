"""A hash of everything under `patterns/` that a result depends on."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path

from pipeline.rules.tables import SHIPPED


def fingerprint(folders: Sequence[Path] = ()) -> str:
    """Twelve hex digits that change when a rule or word list changes, shipped or in one of `folders`."""
    digest = hashlib.sha256()
    for folder in (SHIPPED, *folders):
        for path in sorted(folder.rglob("*.yaml")):
            data = path.read_bytes()
            digest.update(f"{path.relative_to(folder).as_posix()}\0{len(data)}\0".encode() + data)
    return digest.hexdigest()[:12]
