"""Read gold, predictions and articles: JSONL, one document a line."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from pipeline.errors import InputError


def read(path: Path) -> list[dict[str, Any]]:
    """The documents of a JSONL file. Raises InputError with the line that is no document."""
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(str(path), f"cannot be read: {error}") from error
    documents: list[dict[str, Any]] = []
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            document = json.loads(line)
        except ValueError as error:
            raise InputError(f"{path}:{number}", f"is not JSON: {error}", "one document a line") from error
        if not isinstance(document, dict) or "id" not in document:
            raise InputError(f"{path}:{number}", "is no document", 'an object with an "id" is expected')
        documents.append(document)
    return documents


def digest(paths: Sequence[Path]) -> str:
    """The SHA-256 of the contents of files, in order of their names."""
    whole = hashlib.sha256()
    for path in sorted(paths, key=lambda each: each.name):
        whole.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return whole.hexdigest()
