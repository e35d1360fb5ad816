"""What the weights are learned from: marked articles, the project's gold, and the examples of the rules."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import marked

from evaluation.fields import Answers, answers
from evaluation.predict import articles
from evaluation.sets import gold_sets
from pipeline.author.examples import agrees
from pipeline.author.reading import Reading
from pipeline.model import Document, Span

FIELDS = ("subject", "metric")
TAUGHT = 5
"""How much a figure counts in a sentence that was written to teach a construction."""
ARTICLES = Path(__file__).parent / "articles"


@dataclass(frozen=True)
class Annotated:
    """A text and, for some of its figures by their span, the accepted answers of each field.

    `weight` is how much each of its figures counts.
    """

    document: Document
    given: Mapping[Span, Mapping[str, Answers]]
    weight: float = 1


def material() -> list[Annotated]:
    """Everything there is to learn from. Raises ValueError for a malformed mark."""
    return [*_marked(), *_gold(), *_examples()]


def _marked() -> Iterator[Annotated]:
    for path in sorted(ARTICLES.glob("*.txt")):
        for document, marks in marked.read(path):
            yield Annotated(document, marks, TAUGHT if path.stem == "constructions" else 1)


def _gold() -> Iterator[Annotated]:
    """The articles that rules were written on; those held out stay out."""
    for each in gold_sets():
        if not each.fitted or not each.here:
            continue
        documents = {document.id: document for document in articles([each.docs]).documents}
        for record in each.records():
            given = {
                (start, end): {field: answers(field, claim[field]) for field in FIELDS}
                for claim in record["claims"]
                if claim["kind"] not in ("rank", "event")
                for start, end in claim["mentions"]
            }
            yield Annotated(documents[record["id"]], given)


def _examples() -> Iterator[Annotated]:
    """The examples that stand beside the rules, where they tell of these fields."""
    reading = Reading()
    for rule in reading.library.rules:
        for number, example in enumerate(rule.examples):
            document = reading.recognition(example.text, example.published).document
            claims = reading.claims(example.text, example.published)
            given: dict[Span, dict[str, Answers]] = {}
            for wanted in example.claims:
                told = {field: answers(field, wanted[field]) for field in FIELDS if field in wanted}
                others = {field: value for field, value in wanted.items() if field not in FIELDS}
                spans = (
                    claim.mentions[0] for claim in claims if claim.rule == rule.id and agrees(others, claim)
                )
                span = next(spans, None)
                if told and span is not None:
                    given[span] = told
            yield Annotated(replace(document, id=f"{rule.id}-{number}"), given, TAUGHT)
