"""Claims as JSON-LD: schema.org Claim and Observation, with Web Annotations that point into the text."""

from __future__ import annotations

import json
from typing import Any, TextIO
from urllib.parse import quote

from pipeline.model import Span
from pipeline.write.records import ClaimRecord, Written

CONTEXT = ["https://schema.org", {"oa": "http://www.w3.org/ns/oa#", "onrecord": "urn:onrecord:"}]
# What schema.org has no word for, but a reader must know: a denied or expected figure is no plain fact.
QUALITIES = (
    "action", "object", "comparator", "direction", "counterpart", "place", "base", "modality", "negated",
    "source", "rule", "confidence",
)  # fmt: skip
AROUND = 32  # characters before and after a quotation that tell it from others


class JsonLd:
    """Writes one JSON-LD document: each article, its claims, and an annotation for each mention.

    The article carries its text, into which the annotations point, where that is wanted.
    """

    def __init__(self, out: TextIO, with_text: bool = False) -> None:
        self._out, self._with_text = out, with_text
        self._out.write(f'{{"@context": {json.dumps(CONTEXT)}, "@graph": [')
        self._first = True

    def add(self, written: Written) -> None:
        for node in _nodes(written, self._with_text):
            self._out.write(("\n" if self._first else ",\n") + json.dumps(node, ensure_ascii=False))
            self._first = False

    def close(self) -> None:
        self._out.write("\n]}\n")


def _nodes(written: Written, with_text: bool) -> list[dict[str, Any]]:
    record, document = written.record, written.document
    article = f"onrecord:{_iri(record.id)}"
    nodes = [
        _filled(
            {
                "@id": article,
                "@type": "NewsArticle",
                "identifier": record.id,
                "headline": record.title,
                "datePublished": record.published and record.published.isoformat(),
                "publisher": record.publisher and {"@type": "Organization", "name": record.publisher},
                "author": document.author and {"@type": "Person", "name": document.author},
                "url": document.url,
                "articleBody": document.text if with_text else None,
                "locationCreated": record.dateline and {"@type": "Place", "name": record.dateline},
            }
        )
    ]
    for claim in record.claims:
        identity = f"onrecord:{_iri(claim.id)}"
        nodes.append(_claim(claim, identity, article))
        nodes.extend(_annotation(identity, article, document.text, span) for span in claim.mentions)
    return nodes


def _claim(claim: ClaimRecord, identity: str, article: str) -> dict[str, Any]:
    return _filled(
        {
            "@id": identity,
            "@type": "Claim",
            "name": claim.figure,
            "text": claim.sentence,
            "appearance": {"@id": article},
            "author": claim.speaker and {"@type": "Thing", "name": claim.speaker},
            "temporalCoverage": claim.period,
            "about": _filled(
                {
                    "@type": "Observation",
                    "additionalType": claim.kind,
                    "measuredProperty": claim.metric or claim.action,
                    "observationAbout": claim.subject and {"@type": "Thing", "name": claim.subject},
                    "value": claim.value,
                    "maxValue": claim.value_max,
                    "unitText": claim.unit,
                    "observationPeriod": claim.period,
                    "additionalProperty": _qualities(claim),
                }
            ),
        }
    )


def _qualities(claim: ClaimRecord) -> list[dict[str, Any]]:
    said = {name: getattr(claim, name) for name in QUALITIES}
    filled = ((name, value) for name, value in said.items() if value is not None)
    return [{"@type": "PropertyValue", "name": name, "value": value} for name, value in filled]


def _annotation(claim: str, article: str, text: str, span: Span) -> dict[str, Any]:
    start, end = span
    return {
        "@type": "oa:Annotation",
        "oa:hasBody": {"@id": claim},
        "oa:hasTarget": {
            "oa:hasSource": {"@id": article},
            "oa:hasSelector": [
                {
                    "@type": "oa:TextQuoteSelector",
                    "oa:exact": text[start:end],
                    "oa:prefix": text[max(0, start - AROUND) : start],
                    "oa:suffix": text[end : end + AROUND],
                },
                {"@type": "oa:TextPositionSelector", "oa:start": start, "oa:end": end},
            ],
        },
    }


def _filled(node: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in node.items() if value is not None}


def _iri(identity: str) -> str:
    return quote(identity, safe=":-._~")
