"""How far to trust a rule: what evaluation measured on gold and keeps in `patterns/confidence.yaml`."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from pipeline.rules.tables import table


class Trust(NamedTuple):
    """`confidence`: the share of a rule's claims on gold that were right, smoothed; `claims`: how many."""

    confidence: float
    claims: int


@cache
def trust(rule: str) -> Trust:
    """The trust in a rule by its id; one never measured has that of all rules together, and no claims."""
    measured = table("confidence")
    row = measured["rules"].get(rule)
    if row is None:
        return Trust(float(measured["all"]["confidence"]), 0)
    return Trust(float(row["confidence"]), int(row["made"]))
