"""The shape of what is written: one record a document, its claims and statements nested.

These models are the exchange format: `onrecord schema` prints their JSON Schema, and evaluation reads them.
"""

from __future__ import annotations

import datetime
import re
from collections import Counter
from dataclasses import dataclass
from decimal import Decimal
from importlib.metadata import version
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from pipeline.model import Claim, Comparator, Document, Extraction, Kind, Span


class _Record(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class ClaimRecord(_Record):
    """One checkable fact; a field that the text does not support is null."""

    id: str = Field(description="document id, span of the first mention and kind; the same in every run")
    kind: Kind
    action: str | None = Field(description="of an event: sign, launch, build, implement, meet, join")
    metric: str | None = Field(description="what is measured, counted or ranked")
    subject: str | None = Field(description="whose figure it is")
    counterpart: str | None = Field(description="the other party of a flow or relation")
    place: str | None
    object: str | None = Field(description="of an event: what was signed, opened, built, attended")
    value: str | None = Field(description="plain decimal, scaled: $4.87 billion is 4870000000")
    value_max: str | None = Field(description="upper end of a range")
    unit: str | None = Field(description="ISO 4217 code, percent, factor, count, or the unit's name")
    comparator: Comparator
    direction: Literal["increase", "decrease"] | None
    period: str | None = Field(description="when the fact holds, EDTF (ISO 8601-2)")
    base: str | None = Field(description="the period compared with, EDTF")
    modality: Literal["reported", "expected", "planned", "possible"]
    negated: bool
    speaker: str | None = Field(description="who says it; null where the article asserts it")
    source: str | None = Field(description="a data source named besides the speaker")
    mentions: list[Span] = Field(description="[start, end] character offsets into the text, end exclusive")
    figure: str = Field(description="the first mention as written")
    sentence: str = Field(description="the sentence of the first mention")
    sentence_span: Span
    rule: str = Field(description="the rule that made the claim")
    confidence: float | None = Field(None, description="share of the rule's claims right on gold, smoothed")
    measured_on: int | None = Field(None, description="number of claims that the confidence was measured on")


class StatementRecord(_Record):
    """One attributed passage."""

    speaker: str | None
    cue: str = Field(description="the verb or phrase of saying")
    mode: Literal["direct", "indirect"]
    start: int
    end: int


class Generator(_Record):
    """What made the record: the program's version and a hash of its rules and word lists."""

    version: str
    rules: str


class DocumentRecord(_Record):
    """One article and what it puts on record: one line of the JSONL."""

    id: str
    published: datetime.date | None
    publisher: str | None
    dateline: str | None
    title: str | None
    url: str | None = Field(default=None, description="where the article is, where --with-text asks for it")
    text: str | None = Field(
        default=None, description="what offsets point into, where --with-text asks for it"
    )
    claims: list[ClaimRecord]
    statements: list[StatementRecord]
    generator: Generator


@dataclass(frozen=True, slots=True)
class Written:
    """What every writer takes: one document and what was found in it."""

    document: Document
    record: DocumentRecord


def generator(rules: str) -> Generator:
    """This program with a rule set; `rules` is its fingerprint."""
    return Generator(version=version("onrecord"), rules=rules)


def record_of(extraction: Extraction, made_by: Generator) -> DocumentRecord:
    """What was found in one document, as it is written."""
    document = extraction.document
    numbers: Counter[str] = Counter()
    claims = []
    for claim in extraction.claims:
        identity = f"{document.id}:{claim.mentions[0][0]}-{claim.mentions[0][1]}:{claim.kind}"
        numbers[identity] += 1
        claims.append(_claim_record(claim, document.text, identity, numbers[identity]))
    return DocumentRecord(
        id=document.id,
        published=document.published,
        publisher=document.publisher,
        dateline=document.dateline,
        title=document.title,
        url=document.url,
        claims=claims,
        statements=[
            StatementRecord(
                speaker=statement.speaker,
                cue=statement.cue,
                mode=statement.mode,
                start=statement.start,
                end=statement.end,
            )
            for statement in extraction.statements
        ],
        generator=made_by,
    )


def _claim_record(claim: Claim, text: str, identity: str, number: int) -> ClaimRecord:
    start, end = claim.mentions[0]
    sentence_start, sentence_end = claim.sentence
    return ClaimRecord(
        id=identity if number == 1 else f"{identity}.{number}",
        kind=claim.kind,
        action=claim.action,
        metric=claim.metric,
        subject=claim.subject,
        counterpart=claim.counterpart,
        place=claim.place,
        object=claim.object,
        value=plain(claim.value),
        value_max=plain(claim.value_max),
        unit=claim.unit,
        comparator=claim.comparator,
        direction=claim.direction,
        period=claim.period,
        base=claim.base,
        modality=claim.modality,
        negated=claim.negated,
        speaker=claim.speaker,
        source=claim.source,
        mentions=list(claim.mentions),
        figure=text[start:end],
        sentence=text[sentence_start:sentence_end],
        sentence_span=claim.sentence,
        rule=claim.rule,
        confidence=claim.confidence,
        measured_on=claim.measured_on,
    )


def plain(value: Decimal | None) -> str | None:
    """A number in plain decimal notation without idle zeros: `4.870E+9` is 4870000000."""
    if value is None:
        return None
    written = format(value, "f")
    return re.sub(r"\.?0+$", "", written) if "." in written else written
