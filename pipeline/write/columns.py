"""One claim as a flat row, with what a query asks for worked out: numbers, days, country codes."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Any

from pipeline.edtf import bounds
from pipeline.rules.tables import table
from pipeline.write.records import ClaimRecord

# The columns of a claim and their types, in order.
COLUMNS: dict[str, type] = {
    "id": str,
    "document": str,
    "kind": str,
    "action": str,
    "figure": str,
    "metric": str,
    "subject": str,
    "subject_code": str,
    "counterpart": str,
    "counterpart_code": str,
    "place": str,
    "object": str,
    "value": float,
    "value_exact": str,
    "value_max": float,
    "value_max_exact": str,
    "unit": str,
    "comparator": str,
    "direction": str,
    "period": str,
    "period_start": date,
    "period_end": date,
    "base": str,
    "base_start": date,
    "base_end": date,
    "modality": str,
    "negated": bool,
    "speaker": str,
    "source": str,
    "sentence": str,
    "start": int,
    "end": int,
    "sentence_start": int,
    "sentence_end": int,
    "rule": str,
    "confidence": float,
}


def flat_claim(claim: ClaimRecord, document: str) -> dict[str, Any]:
    """The row of a claim, in order of COLUMNS.

    `value` and `value_max` are numbers, their exact decimals stand in `value_exact` and `value_max_exact`;
    the days of `period` and `base` are inclusive, None where a side is open; codes are ISO 3166-1 alpha-2;
    `start` and `end` are of the first mention.
    """
    period_start, period_end = _days(claim.period)
    base_start, base_end = _days(claim.base)
    worked_out = {
        "document": document,
        "subject_code": _codes().get(claim.subject or ""),
        "counterpart_code": _codes().get(claim.counterpart or ""),
        "value": None if claim.value is None else float(claim.value),
        "value_exact": claim.value,
        "value_max": None if claim.value_max is None else float(claim.value_max),
        "value_max_exact": claim.value_max,
        "period_start": period_start,
        "period_end": period_end,
        "base_start": base_start,
        "base_end": base_end,
        "start": claim.mentions[0][0],
        "end": claim.mentions[0][1],
        "sentence_start": claim.sentence_span[0],
        "sentence_end": claim.sentence_span[1],
    }
    return {name: worked_out[name] if name in worked_out else getattr(claim, name) for name in COLUMNS}


def _days(edtf: str | None) -> tuple[date | None, date | None]:
    if edtf is None:
        return None, None
    try:
        first, last = bounds(edtf)
    except ValueError:
        return None, None
    return None if first == date.min else first, None if last == date.max else last


@cache
def _codes() -> dict[str, str]:
    return {name: country["code"] for name, country in table("countries").items() if "code" in country}
