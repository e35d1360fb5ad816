"""Read articles in which every figure is marked with whose it is and what it measures.

    === id | publisher | 2019-04-02 | title
    Exports fell {8.2 percent|South Korea|exports} to {$47.1 billion|South Korea|exports/shipments}.

`/` parts fair answers, the best first; `~` among them accepts silence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from evaluation.fields import Answers
from pipeline.ingest.read import described
from pipeline.model import Document, Span

_MARK = re.compile(r"\{([^{}|]*)\|([^{}|]*)\|([^{}|]*)\}")


Marks = dict[Span, dict[str, Answers]]
"""The accepted answers of the spans of figures, by field."""


def read(path: Path) -> Iterator[tuple[Document, Marks]]:
    """The articles of one file with their marks. Raises ValueError, with file and article, if malformed."""
    for block in re.split(r"(?m)^=== ", path.read_text(encoding="utf-8"))[1:]:
        head, _, body = block.partition("\n")
        parts = [part.strip() for part in head.split("|")]
        if len(parts) != 4:
            raise ValueError(f"{path}: '=== {head}' must give id, publisher, date and title")
        text, marks, position = "", Marks(), 0
        for mark in _MARK.finditer(body := body.strip() + "\n"):
            text += body[position : mark.start()] + mark[1]
            span = (len(text) - len(mark[1]), len(text))
            marks[span] = {"subject": _given(mark[2]), "metric": _given(mark[3])}
            position = mark.end()
        text += body[position:]
        if "{" in text or "}" in text:
            raise ValueError(f"{path}: {parts[0]} has a mark that is not {{figure|subject|metric}}")
        try:
            document = _document(parts, text)
        except ValueError as error:
            raise ValueError(f"{path}: {parts[0]} has no day like 2019-04-02: {error}") from None
        yield document, marks


def _document(parts: list[str], text: str) -> Document:
    name, publisher, published, title = parts
    day = date.fromisoformat(published)
    return described(Document(name, text, title or None, day, publisher or None), name)


def _given(alternatives: str) -> Answers:
    given = [each.strip() for each in alternatives.split("/")]
    return Answers(tuple(each for each in given if each not in ("~", "")), silence="~" in given)
