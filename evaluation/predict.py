"""Run the pipeline on articles, as records of the shape that is scored."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evaluation.sets import GoldSet
from pipeline.errors import InputError
from pipeline.model import Document

MANY = 50


@dataclass(frozen=True)
class Articles:
    """Articles as read, and what went wrong with those that could not be."""

    documents: tuple[Document, ...]
    failures: tuple[InputError, ...]

    @property
    def texts(self) -> dict[str, str]:
        """The text of each article by its id."""
        return {document.id: document.text for document in self.documents}


def articles(paths: Sequence[Path]) -> Articles:
    """The articles under some paths: files, folders or JSONL."""
    from pipeline.ingest.read import read

    items = list(read([str(path) for path in paths]))
    return Articles(
        tuple(item for item in items if isinstance(item, Document)),
        tuple(item for item in items if isinstance(item, InputError)),
    )


def extracted(documents: Sequence[Document], patterns: Sequence[Path] = ()) -> list[dict[str, Any]]:
    """What the pipeline puts on record for each article, with the metadata that its text alone gives.

    `patterns` are folders laid over the shipped rules. A bar on the terminal shows the progress of more
    than a moment's work. Raises PatternError and ModelError.
    """
    from rich.console import Console
    from rich.progress import track

    from pipeline.run import Pipeline
    from pipeline.write.records import generator, record_of

    pipeline, made_by = Pipeline(patterns), generator("")
    records = []
    screen = Console(stderr=True)
    quiet = len(documents) < MANY or not screen.is_terminal
    for document in track(documents, "Reading", console=screen, transient=True, disable=quiet):
        record = record_of(pipeline(document), made_by).model_dump(mode="json")
        records.append(record | _metadata_from_text(document))
    return records


def run_set(
    gold_set: GoldSet, patterns: Sequence[Path] = ()
) -> tuple[list[dict[str, Any]], list[dict[str, Any]], dict[str, str]]:
    """The gold of a set, what the pipeline extracts from its articles, and their texts by id.

    Raises InputError for an article that cannot be read.
    """
    read = articles([gold_set.docs])
    if read.failures:
        raise read.failures[0]
    return gold_set.records(), extracted(read.documents, patterns), read.texts


def _metadata_from_text(document: Document) -> dict[str, Any]:
    """Publication date, outlet and dateline as found where nothing but the text was given."""
    from pipeline.ingest.read import described

    bare = described(Document(document.id, document.text), document.id)
    published = bare.published.isoformat() if bare.published else None
    return {"published": published, "publisher": bare.publisher, "dateline": bare.dateline}
