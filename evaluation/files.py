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
        if problem := _problem(document):
            raise InputError(f"{path}:{number}", problem)
        documents.append(document)
    return documents


def _problem(document: Any) -> str | None:
    """What keeps a record from being scored, None where nothing does."""
    if not isinstance(document, dict) or "id" not in document:
        return 'is no document: an object with an "id" is expected'
    for part, placed in (("claims", _is_claim), ("statements", _is_statement)):
        for at, item in enumerate(document.get(part) or (), 1):
            if not placed(item):
                return f"{part[:-1]} {at} of {document['id']} has no offsets into the text"
    return None


def _is_claim(item: Any) -> bool:
    mentions = item.get("mentions") if isinstance(item, dict) else None
    return isinstance(mentions, list) and all(
        isinstance(mention, list) and len(mention) == 2 and all(isinstance(at, int) for at in mention)
        for mention in mentions
    )


def _is_statement(item: Any) -> bool:
    return isinstance(item, dict) and isinstance(item.get("start"), int) and isinstance(item.get("end"), int)


def digest(path: Path) -> str:
    """The SHA-256 of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()
