"""One self-contained page: each article with its claims marked in the text, and a table beside it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TextIO

from pipeline.write.charts import charts_over_time
from pipeline.write.marks import cut
from pipeline.write.records import ClaimRecord, DocumentRecord, Written
from pipeline.write.table import cells
from pipeline.write.templates import render


class ClaimPage:
    """Gathers articles and writes their page when it is closed."""

    def __init__(self, out: TextIO) -> None:
        self._out = out
        self._articles: list[Written] = []

    def add(self, written: Written) -> None:
        self._articles.append(written)

    def close(self) -> None:
        self._out.write(claim_page(self._articles))


def claim_page(articles: Sequence[Written]) -> str:
    """The page of these articles, as HTML."""
    claims = [claim for written in articles for claim in written.record.claims]
    made_by = articles[0].record.generator if articles else None
    return render(
        "claims.html",
        title="Figures on record",
        summary=f"{len(claims):,} claims in {len(articles):,} articles.",
        kinds=sorted({claim.kind for claim in claims}),
        metrics=sorted({claim.metric for claim in claims if claim.metric}),
        charts=charts_over_time(articles),
        articles=[_article(number, written) for number, written in enumerate(articles)],
        version=made_by.version if made_by else "",
        rules=made_by.rules if made_by else "",
    )


def _article(number: int, written: Written) -> dict[str, Any]:
    record, document = written.record, written.document
    rows = [_row(f"{number}-{index}", claim) for index, claim in enumerate(record.claims)]
    spans: list[tuple[tuple[int, int], tuple[int, int]]] = [
        (span, (index, at))
        for index, claim in enumerate(record.claims)
        for at, span in enumerate(claim.mentions)
    ]
    unread = [(region.start, region.end) for region in document.regions if region.kind != "title"]
    parts, position = [], 0
    for part in cut(document.text, [*spans, *((span, (-1, 0)) for span in unread)]):
        marks = [label for label in part.labels if label[0] >= 0]
        first = next((rows[index] for index, at in part.begins if index >= 0 and at == 0), None)
        shown = rows[marks[0][0]] if marks else None
        parts.append(
            {
                "text": part.text,
                "claims": bool(marks),
                "kind": shown and shown["kind"],
                "row": shown and shown["key"],
                "told": shown and shown["told"],
                "anchor": first and first["anchor"],
                "region": any(start <= position < end for start, end in unread),
            }
        )
        position += len(part.text)
    return {
        "key": f"article-{number}",
        "title": record.title or record.id,
        "about": _about(record),
        "parts": parts,
        "rows": rows,
    }


def _row(key: str, claim: ClaimRecord) -> dict[str, Any]:
    figure, what, whose, when, speaker = cells(claim)
    return {
        "key": f"row-{key}",
        "anchor": f"claim-{key}",
        "kind": claim.kind,
        "metric": claim.metric or "",
        "figure": figure,
        "what": what,
        "whose": whose,
        "when": when,
        "speaker": speaker,
        "sort": claim.value or figure,
        "told": ", ".join(part for part in (claim.kind, what, whose, when) if part),
    }


def _about(record: DocumentRecord) -> str:
    told = [record.publisher, record.dateline, record.published and record.published.isoformat()]
    if record.title:
        told.append(record.id)
    return ", ".join(part for part in told if part)
