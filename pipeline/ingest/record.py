"""One document as a JSON object.

`{"id","text","published"?,"publisher"?,"title"?,"dateline"?,"author"?,"url"?}`, or by other names of these.
"""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from pipeline.errors import InputError
from pipeline.ingest.dates import day_of
from pipeline.ingest.fields import named
from pipeline.model import Document

TEXT_FIELDS = ("title", "publisher", "dateline", "author", "url")
EXAMPLE = '{"id": "a1", "text": "Exports rose 5%.", "published": "2026-03-13"}'


def parse_record(line: str | bytes, where: str, default_id: str) -> Document:
    """The document that one JSON object gives. Raises InputError with what is wrong and where."""
    try:
        record = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise InputError(where, f"is not JSON: {error}", f"a line should read like {EXAMPLE}") from error
    return document_of(record, where, default_id)


def document_of(record: Any, where: str, default_id: str) -> Document:
    """The document of a JSON object or of a row with named columns (`fields.named`). Raises InputError."""
    record = named(record) if isinstance(record, dict) else {}
    if not isinstance(record.get("text"), str):
        raise InputError(where, 'has no "text"', f"a document reads like {EXAMPLE}")
    for field in TEXT_FIELDS:
        if not isinstance(record.get(field), str | None):
            raise InputError(where, f'"{field}" is not text', f"a document reads like {EXAMPLE}")
    identity = record.get("id")
    if not isinstance(identity, str | int | None):
        raise InputError(where, '"id" is neither text nor a number', f"a document reads like {EXAMPLE}")
    return Document(
        id=default_id if identity in (None, "") else str(identity),
        text=record["text"],
        published=_published(record.get("published"), where),
        title=record.get("title") or None,
        publisher=record.get("publisher") or None,
        dateline=record.get("dateline") or None,
        author=record.get("author") or None,
        url=record.get("url") or None,
    )


def _published(value: Any, where: str) -> date | None:
    if not value:
        return None
    day = day_of(value) if isinstance(value, str) else None
    if day is None:
        raise InputError(where, f'"published" is not a date: {value!r}', "write it as 2026-03-13")
    return day
