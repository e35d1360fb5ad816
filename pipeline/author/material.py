"""Articles with gold, for the commands that weigh rules."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evaluation.files import read
from evaluation.predict import articles
from evaluation.sets import gold_set, gold_sets
from pipeline.errors import InputError
from pipeline.model import Document


@dataclass(frozen=True)
class Material:
    """Articles, and the gold records of those that have gold, by id."""

    documents: tuple[Document, ...]
    gold: Mapping[str, dict[str, Any]]

    @property
    def texts(self) -> dict[str, str]:
        """The text of each article by its id."""
        return {document.id: document.text for document in self.documents}


def material(docs: Sequence[Path] = (), gold: Path | None = None, name: str | None = None) -> Material:
    """The articles under `docs` with the gold of a file, or a gold set of the project; without either all
    sets that are not kept out of sight. Raises InputError.
    """
    if docs:
        return Material(_documents(docs), _by_id(read(gold)) if gold else {})
    if gold is not None:
        raise InputError(str(gold), "is gold without articles", "give the articles with --docs")
    chosen = [gold_set(name)] if name else [each for each in gold_sets() if not each.held]
    return Material(
        _documents([each.docs for each in chosen]),
        _by_id([record for each in chosen for record in each.records()]),
    )


def _documents(paths: Sequence[Path]) -> tuple[Document, ...]:
    found = articles(paths)
    if found.failures:
        raise found.failures[0]
    return found.documents


def _by_id(records: Sequence[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    return {str(record["id"]): record for record in records}
