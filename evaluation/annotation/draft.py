"""Gold to correct: what the pipeline finds in new articles, in the shape that annotators keep."""

from __future__ import annotations

from typing import Any

from evaluation.annotation.shapes import Record, gold_claim, gold_document, gold_statement


def drafted(record: Record) -> dict[str, Any]:
    """A gold document from an extracted one: answers in lists where gold keeps lists, nothing else left."""
    return gold_document(
        record,
        (gold_claim(claim["kind"], claim, claim["mentions"]) for claim in record.get("claims") or ()),
        (gold_statement(each, each["start"], each["end"]) for each in record.get("statements") or ()),
    )
