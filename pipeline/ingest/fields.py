"""The fields of a document by the names that tables and dumps give them: `Headline`, `pub_date`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from pipeline.ingest.dates import day_of
from pipeline.rules.tables import table


def named(record: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of a document (`record.document_of`) that a record has under these names or others.

    Under Onrecord's own name a value stands as it is, and is checked later; what another name gives counts
    where it can be read.
    """
    found: dict[str, Any] = {}
    by_name = {_plain(name): value for name, value in reversed(list(record.items()))}
    for field, names in table("ingest/columns").items():
        if field in record:
            found[field] = record[field]
            continue
        values = (_read(field, by_name[name]) for name in names if name in by_name)
        if (value := next((value for value in values if value), None)) is not None:
            found[field] = value
    return found


def are_columns(names: Iterable[str]) -> bool:
    """Whether a line of names is the head of a table of documents: `text`, or another name of it and one more
    field.
    """
    plain = {_plain(name) for name in names}
    fields = {field for field, known in table("ingest/columns").items() if not plain.isdisjoint(known)}
    return "text" in plain or ("text" in fields and len(fields) > 1)


def _plain(name: str) -> str:
    return "".join(letter for letter in name.lower() if letter.isalnum())


def _read(field: str, value: Any) -> str | None:
    """The value of a field as words; None for what is none of it, such as a day told as `3 hours ago`."""
    if isinstance(value, Mapping):
        value = value.get("name")
    if isinstance(value, list):
        value = ", ".join(name for name in (_read(field, part) for part in value) if name)
    if field == "id" and isinstance(value, int):
        return str(value)
    if not isinstance(value, str):
        return None
    if field == "published":
        day = day_of(value)
        return day.isoformat() if day else None
    return value
