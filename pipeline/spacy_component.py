"""Onrecord as a component of any English spaCy pipeline: `nlp.add_pipe("onrecord")`."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.ingest.describe import describe
from pipeline.model import Document
from pipeline.run import Pipeline


class OnrecordComponent:
    """Sets `doc._.claims` and `doc._.statements` (tuples of `model.Claim` and `model.Statement`).

    Offsets are characters of `doc.text`. `doc._.published` (a date), set before the component runs, dates
    the text; else `published` of the configuration does, where the text tells no date itself.
    """

    def __init__(self, patterns: Sequence[str], published: str | None) -> None:
        for name in ("claims", "statements"):
            if not Doc.has_extension(name):
                Doc.set_extension(name, default=())
        if not Doc.has_extension("published"):
            Doc.set_extension("published", default=None)
        self._pipeline = Pipeline([Path(folder) for folder in patterns])
        self._published = date.fromisoformat(published) if published else None

    def __call__(self, doc: Doc) -> Doc:
        document = Document("doc", doc.text, published=doc._.published)
        extraction = self._pipeline(describe(document, self._published))
        doc._.claims, doc._.statements = extraction.claims, extraction.statements
        return doc


@Language.factory("onrecord", default_config={"patterns": [], "published": None})
def make_component(
    nlp: Language,  # noqa: ARG001 - spaCy calls factories so
    name: str,  # noqa: ARG001
    patterns: list[str],
    published: str | None,
) -> OnrecordComponent:
    """The component, for spaCy. `patterns` are folders of rules, `published` is an ISO date."""
    return OnrecordComponent(patterns, published)
