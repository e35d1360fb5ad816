"""Gold as brat standoff files and back: `<id>.txt`, `<id>.ann` and one `documents.json` a folder.

In the `.ann` file (brat.nlplab.org/standoff.html) a text-bound annotation is a mention, its type the kind of
claim or `statement`. The fields stand as JSON in the annotator's note of the first mention; an equivalence
(`*`) ties the other mentions to it. brat has no place for fields of a document: `documents.json` has them.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import quote

from evaluation.annotation.shapes import (
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
from pipeline.errors import InputError

SAME = "same"
_DOCUMENTS = "documents.json"
_LINE = re.compile(r"[^\n]+")


def config() -> str:
    """The `annotation.conf` of a brat collection."""
    types = "\n".join((*KINDS, STATEMENT))
    return (
        f"[entities]\n{types}\n\n[events]\n\n[attributes]\n\n"
        f"[relations]\n{SAME}\tArg1:<ENTITY>, Arg2:<ENTITY>, <REL-TYPE>:symmetric-transitive\n"
    )


def export(gold: Iterable[Record], texts: Mapping[str, str], folder: Path) -> None:
    """Write a brat collection. Raises KeyError for a document without a text."""
    folder.mkdir(parents=True, exist_ok=True)
    documents = {}
    for record in gold:
        name = quote(record["id"], safe="")
        documents[name] = {"id": record["id"]} | {field: record.get(field) for field in METADATA}
        _write(folder / f"{name}.txt", texts[record["id"]])
        _write(folder / f"{name}.ann", "".join(f"{line}\n" for line in _lines(record, texts[record["id"]])))
    _write(folder / _DOCUMENTS, json.dumps(documents, ensure_ascii=False, indent=2) + "\n")
    _write(folder / "annotation.conf", config())


def imported(folder: Path) -> list[dict[str, Any]]:
    """The gold documents of a brat collection. Raises InputError for a line that cannot be read."""
    known = folder / _DOCUMENTS
    documents = json.loads(known.read_text(encoding="utf-8")) if known.exists() else {}
    return [
        _document(path, documents.get(path.stem, {"id": path.stem})) for path in sorted(folder.glob("*.ann"))
    ]


def _lines(record: Record, text: str) -> Iterator[str]:
    number = 0
    for claim in record["claims"]:
        names = []
        for start, end in claim["mentions"]:
            number += 1
            names.append(f"T{number}")
            yield _bound(names[-1], claim["kind"], start, end, text)
        yield _note(names[0], {field: claim[field] for field in FIELDS if claim.get(field) is not None})
        if len(names) > 1:
            yield f"*\t{SAME} {' '.join(names)}"
    for statement in record["statements"]:
        number += 1
        yield _bound(f"T{number}", STATEMENT, statement["start"], statement["end"], text)
        yield _note(f"T{number}", {field: statement.get(field) for field in STATEMENT_FIELDS})


def _bound(name: str, label: str, start: int, end: int, text: str) -> str:
    """A text-bound annotation; brat wants what runs over a line end in fragments."""
    pieces = [
        (found.start() + start, found.end() + start) for found in re.finditer(r"[^\n]+", text[start:end])
    ]
    places = ";".join(f"{first} {last}" for first, last in pieces)
    return f"{name}\t{label} {places}\t{' '.join(text[first:last] for first, last in pieces)}"


def _note(name: str, fields: Mapping[str, Any]) -> str:
    return f"#{name[1:]}\tAnnotatorNotes {name}\t{json.dumps(fields, ensure_ascii=False)}"


def _document(path: Path, about: Record) -> dict[str, Any]:
    bound: dict[str, tuple[str, int, int]] = {}
    notes: dict[str, Record] = {}
    first: dict[str, str] = {}
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
        try:
            _take(line, bound, notes, first)
        except (ValueError, IndexError) as error:
            raise InputError(f"{path}:{number}", f"is no line of standoff: {error}", line) from error
    groups = mentions_by_claim(bound, first)
    claims = {head: names for head, names in groups.items() if bound[head][0] != STATEMENT}
    return gold_document(
        about,
        (
            gold_claim(bound[head][0], notes.get(head, {}), [bound[name][1:] for name in names])
            for head, names in claims.items()
        ),
        (gold_statement(notes.get(head, {}), *bound[head][1:]) for head in groups if head not in claims),
    )


def _take(
    line: str, bound: dict[str, tuple[str, int, int]], notes: dict[str, Record], first: dict[str, str]
) -> None:
    """Read one line of an `.ann` file into text-bound annotations, notes, and whom each mention goes with."""
    parts = line.split("\t")
    if line.startswith("T"):
        label, _, places = parts[1].partition(" ")
        offsets = [int(at) for at in re.split(r"[ ;]", places)]
        bound[parts[0]] = (label, min(offsets), max(offsets))
    elif line.startswith("#"):
        notes[parts[1].split(" ")[1]] = json.loads(parts[2])
    elif line.startswith("*"):
        head, *others = parts[1].split(" ")[1:]
        first.update(dict.fromkeys(others, head))


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="")
