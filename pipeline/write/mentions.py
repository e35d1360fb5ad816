"""One document's recognitions as a JSONL record: what `onrecord recognise` writes."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

from pipeline.model import Mention, Name, Ordinal, Period, Quantity, Recognition, Term
from pipeline.rules.tables import table

_WITH_PER = re.compile(
    r"\s?(?:per\s|/|(?:an?|each|every)\s(?:day|week|month|quarter|year|hour)\b)", re.IGNORECASE
)
_KEYS = {Quantity: "quantities", Ordinal: "ordinals", Period: "dates", Name: "names", Term: "terms"}


def recognition_record(recognition: Recognition) -> dict[str, Any]:
    """The record of one document: `id`, and lists of `quantities`, `ordinals`, `dates`, `names` and `terms`.

    Every entry has `start`, `end` and `text`. A quantity has `type`, `value` (a decimal as a string) and,
    where there are any, `value_max`, `unit`, `noun`, `comparator` (other than `=`), `change`, `per`,
    `same_as`. Things counted have the counted noun with its kind as their unit; a rate over time or written
    with `per` or a stroke is part of the unit (`USD_per_barrel`); parts of a currency stand as the text
    puts them (50, `cent`), with the amount in the currency beside them (`currency`, `amount`). A date has
    `edtf`, and `shift` and `duration` where they apply.
    """
    record: dict[str, Any] = {"id": recognition.document.id, **{key: [] for key in _KEYS.values()}}
    for mention in recognition.mentions:
        entry = {"start": mention.start, "end": mention.end, "text": mention.text}
        after = recognition.document.text[mention.end : mention.end + 16]
        record[_KEYS[type(mention.value)]].append(entry | _fields(mention, after))
    return record


def _fields(mention: Mention, after: str) -> dict[str, Any]:
    value = mention.value
    if isinstance(value, Quantity):
        return _quantity(value, value.noun is not None or _WITH_PER.match(after) is not None)
    if isinstance(value, Ordinal):
        return {"value": str(value.value)} | _filled(superlative=value.superlative)
    if isinstance(value, Period):
        return {"edtf": value.edtf} | _filled(shift=value.shift, duration=value.duration or None)
    if isinstance(value, Name):
        return {"type": value.type, "canonical": value.canonical} | _filled(adjective=value.adjective or None)
    return {"type": value.type, "id": value.id}


def _quantity(quantity: Quantity, with_per: bool) -> dict[str, Any]:
    value, most, unit = quantity.value, quantity.value_max, quantity.unit or quantity.counted or quantity.noun
    currency: dict[str, Any] = {}
    if quantity.minor is not None:
        parts = Decimal(table("recognise/currencies")["parts"].get(quantity.minor, "100"))
        currency = {"currency": quantity.unit, "amount": str(value)}
        value, most, unit = value * parts, None if most is None else most * parts, quantity.minor
    if quantity.per is not None and with_per:
        unit = f"{unit}_per_{quantity.per.replace(' ', '_')}"
    return (
        {"type": quantity.type, "value": f"{value.normalize():f}"}
        | _filled(
            value_max=None if most is None else f"{most.normalize():f}",
            unit=unit,
            noun=quantity.noun,
            comparator=None if quantity.comparator == "=" else quantity.comparator,
            change=quantity.change,
            per=quantity.per,
            same_as=None if quantity.same_as is None else list(quantity.same_as),
        )
        | currency
    )


def _filled(**fields: Any) -> dict[str, Any]:
    """The fields that say something."""
    return {key: value for key, value in fields.items() if value is not None}
