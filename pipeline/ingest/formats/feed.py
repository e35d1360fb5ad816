"""The articles of an RSS or Atom feed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from pipeline.errors import InputError
from pipeline.ingest.formats.blocks import fragment_text
from pipeline.model import Document

_HEAD = 100_000  # bytes in which a document type stands


def read_feed(data: bytes, where: str, identity: str) -> Iterator[Document | InputError]:
    """One document an entry, in the feed's order; an entry without words comes as an InputError."""
    import feedparser

    if b"<!ENTITY" in data[:_HEAD]:
        raise InputError(where, "is a feed that declares entities of its own, as bombs do", "remove them")
    feed = feedparser.parse(data)
    if not feed.entries:
        problem = feed.get("bozo_exception") or "it has no entries"
        raise InputError(where, f"is a feed that cannot be read: {problem}", "check that it is RSS or Atom")
    publisher = feed.feed.get("title")
    for number, entry in enumerate(feed.entries, 1):
        text = max((fragment_text(part) for part in _parts(entry)), key=len, default="")
        if not text:
            yield InputError(f"{where}#{number}", "is an entry without text", "fetch the article it links to")
            continue
        published = _day(entry)
        found = {"published": published, "publisher": publisher, "author": entry.get("author")}
        yield Document(
            id=f"{identity}:{number}",
            text=text,
            title=fragment_text(entry.get("title", "")) or None,
            published=published,
            publisher=publisher or None,
            author=entry.get("author") or None,
            url=entry.get("link") or None,
            origins=tuple(sorted((field, "feed") for field, value in found.items() if value)),
        )


def _parts(entry: Any) -> Iterator[str]:
    for content in entry.get("content", []):
        yield content.get("value") or ""
    yield entry.get("summary") or ""


def _day(entry: Any) -> date | None:
    parsed = entry.get("published_parsed") or entry.get("updated_parsed")
    return date(*parsed[:3]) if parsed else None
