"""A number with what it measures, on its way to becoming a quantity."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from pipeline.model import Change, QuantityType
from pipeline.recognise.numbers import Number


@dataclass(slots=True)
class Amount:
    """A number with what it measures. `left` and `right` are where the words around it begin."""

    start: int
    end: int
    left: int
    right: int
    number: Number
    type: QuantityType
    value: Decimal
    most: Decimal | None = None
    unit: str | None = None
    noun: str | None = None
    counted: str | None = None
    per: str | None = None
    minor: str | None = None
    change: Change | None = None
    prefixed: bool = False
    united: bool = False
    scaled: bool = False
