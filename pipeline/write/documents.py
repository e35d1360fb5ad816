"""Documents as read, for those who want to see what offsets point into."""

from __future__ import annotations

import json

from pipeline.model import Document


def document_line(document: Document) -> str:
    """One line of JSON.

    `{"id","text","title","published","publisher","dateline","author","url","regions","origins"}`.
    `regions` are `[start, end, kind]`; `origins` says where each field was found. A line reads back as input.
    """
    return json.dumps(
        {
            "id": document.id,
            "text": document.text,
            "title": document.title,
            "published": document.published.isoformat() if document.published else None,
            "publisher": document.publisher,
            "dateline": document.dateline,
            "author": document.author,
            "url": document.url,
            "regions": [[region.start, region.end, region.kind] for region in document.regions],
            "origins": dict(document.origins),
        },
        ensure_ascii=False,
    )


def marked_text(document: Document) -> str:
    """The text with each region in double brackets, its kind in front: `[[dateline: Riga, June 5.]]`."""
    parts, done = [], 0
    for region in document.regions:
        if region.start >= done:
            parts += [
                document.text[done : region.start],
                f"[[{region.kind}: ",
                document.text[region.start : region.end],
            ]
            parts.append("]]")
            done = region.end
    return "".join((*parts, document.text[done:]))
