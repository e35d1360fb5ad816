"""The shape of gold, whatever format it comes from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from evaluation.article import METADATA
from evaluation.fields import FIELDS

Record = Mapping[str, Any]

STATEMENT = "statement"
STATEMENT_FIELDS = ("speaker", "cue", "mode")
OPEN_FIELDS = ("metric", "subject", "counterpart", "place", "object", "speaker", "source")
_DEFAULTS = {"comparator": "=", "modality": "reported", "negated": False}


def gold_document(
    about: Record, claims: Iterable[dict[str, Any]], statements: Iterable[dict[str, Any]]
) -> dict[str, Any]:
    """One gold document; `about` gives its id and metadata."""
    return {
        "id": about["id"],
        **{field: about.get(field) for field in METADATA},
        "claims": list(claims),
        "statements": list(statements),
    }


def gold_claim(kind: str, fields: Record, mentions: Sequence[Sequence[int]]) -> dict[str, Any]:
    """One gold claim; a field that `fields` lacks is null or its default."""
    return {
        "kind": kind,
        **{field: _listed(field, fields.get(field, _DEFAULTS.get(field))) for field in FIELDS},
        "mentions": [list(mention) for mention in mentions],
    }


def gold_statement(fields: Record, start: int, end: int) -> dict[str, Any]:
    """One gold statement."""
    return {
        **{field: _listed(field, fields.get(field)) for field in STATEMENT_FIELDS},
        "start": start,
        "end": end,
    }


def mentions_by_claim(names: Iterable[str], first: Mapping[str, str]) -> dict[str, list[str]]:
    """The names of mentions by claim, under the name of its first one; `first` ties later ones to it."""
    groups: dict[str, list[str]] = {}
    for name in names:
        groups.setdefault(first.get(name, name), []).append(name)
    return groups


def _listed(field: str, answer: Any) -> Any:
    return [answer] if field in OPEN_FIELDS and isinstance(answer, str) else answer
