"""The examples that stand beside a rule, read from its file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from pipeline.rules.problems import Faults, Place
from pipeline.rules.rule import Example
from pipeline.rules.values import check_fields

EXAMPLE_KEYS = ("text", "claim", "claims", "published")


def read_examples(faults: Faults, entry: Mapping[str, Any], key: str, place: Place) -> Iterator[Example]:
    """The examples under a key; a text alone is an example of which nothing more is wanted."""
    data = entry.get(key, [])
    if not isinstance(data, list):
        faults.fault(
            (*place, key), f"`{key}` is a list", "write `- text: A sentence.` and below it `claim: {...}`"
        )
        return
    for number, item in enumerate(data):
        where = (*place, key, number)
        if isinstance(item, str) and item:
            yield Example(item, ())
        elif isinstance(item, dict) and isinstance(item.get("text"), str) and item["text"].strip():
            faults.keys(item, EXAMPLE_KEYS, "a key of an example", where)
            yield Example(item["text"], tuple(_claims(faults, item, where)), _day(faults, item, where))
        else:
            faults.fault(
                where, "the example has no text", "write `- text: A sentence.`; quote a text that holds `: `"
            )


def _claims(faults: Faults, item: Mapping[str, Any], place: Place) -> Iterator[Mapping[str, str]]:
    listed = item.get("claims", [])
    if not isinstance(listed, list):
        faults.fault((*place, "claims"), "`claims` is a list", "write `claims: [{value: ...}, {value: ...}]`")
        listed = []
    pairs = [(claim, (*place, "claims", number)) for number, claim in enumerate(listed)]
    if "claim" in item:
        pairs.append((item["claim"], (*place, "claim")))
    for claim, where in pairs:
        if isinstance(claim, dict) and all(isinstance(value, str) for value in claim.values()):
            check_fields(faults, claim, where, more=("kind",), empty=True)
            yield claim
        else:
            faults.fault(where, "this is no claim", 'write `claim: {metric: exports, value: "5"}`')


def _day(faults: Faults, item: Mapping[str, Any], place: Place) -> str | None:
    text = faults.text(item, "published", place)
    if text is None:
        return None
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        faults.fault((*place, "published"), f"`{text}` is no date", "write it as 2026-03-13")
        return None
