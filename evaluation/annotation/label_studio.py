"""Gold as Label Studio tasks and back: one labelled region a mention, the fields as text beside it.

The JSON is that of Label Studio's import and export (labelstud.io/guide/task_format): a list of tasks with
`data` and `annotations`, whose `result` holds regions of type `labels`, fields of type `textarea` that share
the region's id, and `relation`s between the mentions of one claim. An accepted silence is the answer SILENCE.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from evaluation.annotation.shapes import (
    OPEN_FIELDS,
    STATEMENT,
    STATEMENT_FIELDS,
    Record,
    gold_claim,
    gold_document,
    gold_statement,
    mentions_by_claim,
)
from evaluation.article import KINDS, METADATA
from evaluation.fields import FIELDS

SILENCE = "(nothing)"
SAME = "same claim"


def config() -> str:
    """The labelling interface to paste into a Label Studio project."""
    labels = "\n".join(f'    <Label value="{label}"/>' for label in (*KINDS, STATEMENT))
    fields = "\n".join(
        f'  <TextArea name="{field}" toName="text" perRegion="true" placeholder="{field}" editable="true"/>'
        for field in (*FIELDS, "cue", "mode")
    )
    return (
        '<View>\n  <Text name="text" value="$text"/>\n'
        f'  <Labels name="label" toName="text">\n{labels}\n  </Labels>\n'
        f'  <Relations>\n    <Relation value="{SAME}"/>\n  </Relations>\n{fields}\n</View>\n'
    )


def exported(gold: Iterable[Record], texts: Mapping[str, str]) -> list[dict[str, Any]]:
    """The tasks of some gold documents. Raises KeyError for a document without a text."""
    return [
        {
            "data": {"id": record["id"], "text": texts[record["id"]]}
            | {field: record.get(field) for field in METADATA},
            "annotations": [{"result": list(_results(record, texts[record["id"]]))}],
        }
        for record in gold
    ]


def imported(tasks: Iterable[Record]) -> list[dict[str, Any]]:
    """The gold documents of some tasks, of each task its last annotation that was not cancelled."""
    return [_document(task) for task in tasks]


def _results(record: Record, text: str) -> Iterator[dict[str, Any]]:
    for number, claim in enumerate(record["claims"]):
        names = [f"c{number}m{at}" for at in range(len(claim["mentions"]))]
        for name, (start, end) in zip(names, claim["mentions"], strict=True):
            yield _region(name, start, end, claim["kind"], text)
        yield from _fields(names[0], claim["mentions"][0], claim, FIELDS)
        for other in names[1:]:
            yield {
                "type": "relation",
                "from_id": names[0],
                "to_id": other,
                "direction": "bi",
                "labels": [SAME],
            }
    for number, statement in enumerate(record["statements"]):
        name, span = f"s{number}", (statement["start"], statement["end"])
        yield _region(name, *span, STATEMENT, text)
        yield from _fields(name, span, statement, STATEMENT_FIELDS)


def _region(name: str, start: int, end: int, label: str, text: str) -> dict[str, Any]:
    value = {"start": start, "end": end, "text": text[start:end], "labels": [label]}
    return {"id": name, "from_name": "label", "to_name": "text", "type": "labels", "value": value}


def _fields(name: str, span: Sequence[int], given: Record, fields: Sequence[str]) -> Iterator[dict[str, Any]]:
    for field in fields:
        answer = given.get(field)
        if answer is not None:
            answers = [_written(each) for each in (answer if isinstance(answer, list) else [answer])]
            value = {"start": span[0], "end": span[1], "text": answers}
            yield {"id": name, "from_name": field, "to_name": "text", "type": "textarea", "value": value}


def _document(task: Record) -> dict[str, Any]:
    done = [each for each in task.get("annotations") or () if not each.get("was_cancelled")]
    results = done[-1]["result"] if done else []
    regions = {each["id"]: each["value"] for each in results if each["type"] == "labels"}
    fields: dict[str, dict[str, Any]] = {name: {} for name in regions}
    for each in results:
        if each["type"] == "textarea":
            fields[each["id"]][each["from_name"]] = _read(each["from_name"], each["value"]["text"])
    first = {each["to_id"]: each["from_id"] for each in results if each["type"] == "relation"}
    groups = mentions_by_claim(regions, first)
    claims = {head: names for head, names in groups.items() if regions[head]["labels"] != [STATEMENT]}
    return gold_document(
        task["data"],
        (
            gold_claim(regions[head]["labels"][0], fields[head], [_span(regions[name]) for name in names])
            for head, names in claims.items()
        ),
        (gold_statement(fields[head], *_span(regions[head])) for head in groups if head not in claims),
    )


def _span(value: Record) -> tuple[int, int]:
    return value["start"], value["end"]


def _written(answer: Any) -> str:
    if answer is None:
        return SILENCE
    return str(answer).lower() if isinstance(answer, bool) else str(answer)


def _read(field: str, given: Any) -> Any:
    answers = [
        None if answer == SILENCE else answer for answer in (given if isinstance(given, list) else [given])
    ]
    if field == "negated":
        return answers[0] == "true"
    return answers if field in OPEN_FIELDS or len(answers) > 1 else answers[0]
