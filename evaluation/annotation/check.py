"""Whether a gold file keeps to the guide: shape, offsets, and which field stands with which kind."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from evaluation.annotation.shapes import OPEN_FIELDS, STATEMENT_FIELDS, Record
from evaluation.article import KINDS, METADATA
from evaluation.fields import FIELDS, answers, is_metric_id
from evaluation.text import normalised, words
from pipeline import edtf
from pipeline.errors import InputError

CLOSED = {
    "action": {"sign", "launch", "build", "implement", "meet", "join"},
    "comparator": {"=", "~", ">", "<", ">=", "<="},
    "direction": {"increase", "decrease"},
    "modality": {"reported", "expected", "planned", "possible"},
    "negated": {"true", "false"},
}
KINDS_OF = {
    "action": {"event"},
    "metric": set(KINDS) - {"event"},
    "object": {"event"},
    "value": {"level", "change", "rank", "record"},
    "value_max": {"level", "change"},
    "unit": {"level", "change"},
    "comparator": {"level", "change"},
    "direction": {"change", "trend", "record"},
    "base": {"change"},
}
NEEDED = {
    "level": ("metric", "value", "unit"),
    "change": ("metric", "value", "unit", "direction"),
    "rank": ("metric", "value"),
    "record": ("metric", "direction"),
    "trend": ("metric", "direction"),
    "event": ("action",),
}
_DOCUMENT = {"id", *METADATA, "claims", "statements"}
_CLAIM = {"kind", *FIELDS, "mentions"}
_STATEMENT = {*STATEMENT_FIELDS, "start", "end"}


def check(path: Path, texts: Mapping[str, str] | None = None) -> Iterator[str]:
    """What is wrong with a gold file, each as `file:line: where: what`; nothing for a sound one.

    `texts` gives the articles by id; without it offsets cannot be checked. Raises InputError for a file
    that cannot be read at all.
    """
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(str(path), f"cannot be read: {error}") from error
    seen: set[str] = set()
    for number, line in enumerate(lines, 1):
        if line.strip():
            for problem in _of_line(line, texts, seen):
                yield f"{path}:{number}: {problem}"


def _of_line(line: str, texts: Mapping[str, str] | None, seen: set[str]) -> Iterator[str]:
    try:
        record = json.loads(line)
    except ValueError as error:
        yield f"is not JSON: {error}"
        return
    if not isinstance(record, dict) or not isinstance(record.get("id"), str):
        yield 'is no document: an object with an "id" is expected'
        return
    name = record["id"]
    if name in seen:
        yield f"{name}: the id stands twice in this file"
    seen.add(name)
    yield from (f"{name}: {problem}" for problem in of_document(record, texts))


def of_document(record: Record, texts: Mapping[str, str] | None) -> Iterator[str]:
    """What is wrong with one gold document."""
    yield from _keys(record, _DOCUMENT)
    text = texts.get(record["id"]) if texts is not None else None
    if texts is not None and text is None:
        yield "there is no article of this id"
    published = record.get("published")
    if published is not None and not _is_edtf(published, day=True):
        yield f"published is no ISO date: {published!r}"
    for number, claim in enumerate(record.get("claims") or (), 1):
        label = f"claim {number} ({_label(claim, text)})"
        yield from (f"{label}: {problem}" for problem in _of_claim(claim, text))
    for number, statement in enumerate(record.get("statements") or (), 1):
        yield from (f"statement {number}: {problem}" for problem in _of_statement(statement, text))
    yield from _repeated(record)


def _of_claim(claim: Record, text: str | None) -> Iterator[str]:
    yield from _keys(claim, _CLAIM)
    kind = claim.get("kind")
    if kind not in KINDS:
        yield f"kind is {kind!r}, not one of {', '.join(KINDS)}"
        return
    filled = {field: answers(field, claim.get(field)).texts for field in FIELDS}
    for field in NEEDED[kind]:
        if not filled[field]:
            yield f"a {kind} needs {field}"
    for field, kinds in KINDS_OF.items():
        if filled[field] and kind not in kinds:
            yield f"{field} has no place in a {kind}"
    for field in OPEN_FIELDS:
        if not isinstance(claim.get(field), list | None):
            yield f"{field} should be a list of accepted answers"
    for field, allowed in CLOSED.items():
        yield from (f"{field} is {text!r}" for text in filled[field] if text not in allowed)
    for field in ("value", "value_max"):
        yield from (
            f"{field} is no plain decimal: {text!r}" for text in filled[field] if not _is_decimal(text)
        )
    for field in ("period", "base"):
        yield from (f"{field} is no EDTF: {text!r}" for text in filled[field] if not _is_edtf(text))
    yield from (f"metric is not in lower case: {text!r}" for text in filled["metric"] if text != text.lower())
    yield from _of_metric(filled["metric"])
    yield from _of_spans(claim.get("mentions"), text)


def _of_metric(metrics: tuple[str, ...]) -> Iterator[str]:
    for metric in metrics:
        known = normalised(metric).replace(" ", "_")
        if metric not in words("metrics") and is_metric_id(known):
            yield f"metric {metric!r} has an id of the vocabulary: {known}"
        if metric.split(" ")[0] in words("determiners"):
            yield f"metric {metric!r} begins with a determiner"


def _of_spans(mentions: Any, text: str | None) -> Iterator[str]:
    if not isinstance(mentions, list) or not mentions:
        yield "there is no mention"
        return
    for mention in mentions:
        if not (isinstance(mention, list) and len(mention) == 2 and all(type(at) is int for at in mention)):
            yield f"mention {mention!r} is no [start, end]"
        else:
            yield from _of_span(mention[0], mention[1], text)


def _of_span(start: int, end: int, text: str | None) -> Iterator[str]:
    if not 0 <= start < end:
        yield f"[{start}, {end}] is no span"
    elif text is not None and end > len(text):
        yield f"[{start}, {end}] lies beyond the text of {len(text)} characters"
    elif text is not None and text[start:end] != text[start:end].strip():
        yield f"[{start}, {end}] begins or ends in white space: {text[start:end]!r}"
    elif text is not None and _cuts_word(text, start, end):
        yield f"[{start}, {end}] cuts a word: {text[start:end]!r}"


def _of_statement(statement: Record, text: str | None) -> Iterator[str]:
    yield from _keys(statement, _STATEMENT)
    if statement.get("mode") not in ("direct", "indirect"):
        yield f"mode is {statement.get('mode')!r}, not direct or indirect"
    start, end = statement.get("start"), statement.get("end")
    if type(start) is int and type(end) is int:
        yield from _of_span(start, end, text)
    else:
        yield "start and end should be numbers"
    cue = statement.get("cue")
    if text is not None and isinstance(cue, str) and cue.lower() not in text.lower():
        yield f"the cue {cue!r} does not stand in the text"


def _repeated(record: Record) -> Iterator[str]:
    """Claims of one mention that differ in nothing that tells facts apart: one fact annotated twice."""
    telling = ("kind", "action", "metric", "subject", "object", "value", "period", "modality")
    marks = Counter(
        (str(mention), *(str(claim.get(field)) for field in telling))
        for claim in record.get("claims") or ()
        for mention in claim.get("mentions") or ()
    )
    for (mention, kind, *_), count in marks.items():
        if count > 1:
            yield f"the same {kind} stands {count} times at {mention}"


def _keys(record: Record, known: set[str]) -> Iterator[str]:
    if unknown := record.keys() - known:
        yield f"unknown: {', '.join(sorted(unknown))}"
    if missing := known - record.keys():
        yield f"missing: {', '.join(sorted(missing))}"


def _label(claim: Record, text: str | None) -> str:
    """The first mention as written, or its kind."""
    try:
        start, end = claim["mentions"][0]
        return text[start:end] if text else f"{claim['kind']} at {start}"
    except (KeyError, IndexError, TypeError, ValueError):
        return str(claim.get("kind"))


def _cuts_word(text: str, start: int, end: int) -> bool:
    return (start > 0 and text[start - 1].isalpha() and text[start].isalpha()) or (
        end < len(text) and text[end - 1].isalpha() and text[end].isalpha()
    )


def _is_decimal(text: str) -> bool:
    try:
        return Decimal(text).is_finite() and not set("eE_ ") & set(text)
    except InvalidOperation:
        return False


def _is_edtf(text: str, day: bool = False) -> bool:
    try:
        edtf.bounds(text)
        return not day or edtf.grain(text) == "day"
    except (ValueError, AttributeError, TypeError):
        return False
