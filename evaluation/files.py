"""Read gold, predictions and articles: JSONL, one document a line."""

from __future__ import annotations

import hashlib
import json
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


def digest(path: Path) -> str:
    """The SHA-256 of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()
