"""What a web page declares about itself: JSON-LD, then OpenGraph and other meta elements, then microdata."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from lxml.html import HtmlElement

from pipeline.rules.tables import table

_BY = re.compile(r"^by\s+", re.I)
_DEEPEST = 20  # levels of JSON-LD that are looked into


@dataclass(frozen=True, slots=True)
class Declared:
    """Metadata in a page's own words; each field comes with where it stood in `origins`."""

    headline: str | None = None
    social_title: str | None = None
    published: date | None = None
    publisher: str | None = None
    author: str | None = None
    url: str | None = None
    body: str | None = None
    origins: tuple[tuple[str, str], ...] = ()


def read_declared(tree: HtmlElement) -> Declared:
    """What the page declares; a declaration that cannot be read is passed over."""
    article = _article(tree)
    meta = _meta(tree)
    origins: dict[str, str] = {}

    def first(field: str, *found: tuple[Any, str]) -> Any:
        for value, origin in found:
            if value:
                origins[field] = origin
                return value
        return None

    return Declared(
        headline=_text(article.get("headline")),
        social_title=_text(meta.get("og:title") or meta.get("twitter:title")),
        published=first(
            "published",
            (_date(article.get("datePublished")), "JSON-LD"),
            *((_date(meta.get(name)), f"meta {name}") for name in table("ingest/html")["dates"]),
            *((_date(value), "microdata") for value in _microdata_dates(tree)),
        ),
        publisher=first(
            "publisher",
            (_text(meta.get("og:site_name")), "OpenGraph"),
            (_name(article.get("publisher")), "JSON-LD"),
            (_text(meta.get("application-name")), "meta application-name"),
        ),
        author=first(
            "author",
            (_name(article.get("author")), "JSON-LD"),
            *((_author(meta.get(name)), f"meta {name}") for name in table("ingest/html")["authors"]),
        ),
        url=_text(next(iter(tree.xpath("//link[@rel='canonical']/@href")), None) or meta.get("og:url")),
        body=_body(article.get("articleBody")) or _updates(article.get("liveBlogUpdate")),
        origins=tuple(sorted(origins.items())),
    )


def _article(tree: HtmlElement) -> dict[str, Any]:
    """The JSON-LD node of the article, or an empty one."""
    for script in tree.xpath("//script[contains(@type, 'ld+json')]"):
        try:
            data = json.loads((script.text or "").strip().rstrip(";"), strict=False)
        except (ValueError, RecursionError):
            continue
        for node in _nodes(data, 0):
            types = node.get("@type")
            names = types if isinstance(types, list) else [types]
            if any(
                isinstance(name, str) and name.endswith(("Article", "Posting", "Report")) for name in names
            ):
                return node
    return {}


def _nodes(data: Any, depth: int) -> Iterator[dict[str, Any]]:
    if depth > _DEEPEST:
        return
    if isinstance(data, list):
        for item in data:
            yield from _nodes(item, depth + 1)
    elif isinstance(data, dict):
        yield data
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _nodes(data.get(key), depth + 1)


def _meta(tree: HtmlElement) -> dict[str, str]:
    """The meta elements by lower-case name; the first of a name counts."""
    found: dict[str, str] = {}
    for element in tree.xpath("//meta[@content]"):
        for attribute in ("property", "name", "itemprop"):
            name = element.get(attribute)
            if name:
                found.setdefault(name.strip().lower(), element.get("content"))
    return found


def _microdata_dates(tree: HtmlElement) -> list[str]:
    return [
        *tree.xpath("//*[@itemprop='datePublished']/@datetime"),
        *tree.xpath("//time[@pubdate]/@datetime"),
        *tree.xpath("//article//time[1]/@datetime"),
    ]


def _date(value: Any) -> date | None:
    if not isinstance(value, str):
        return None
    try:
        return date.fromisoformat(value.strip()[:10].replace("/", "-"))
    except ValueError:
        return None


def _text(value: Any) -> str | None:
    """A declared string as shown: entities resolved, markup and spare space gone."""
    if not isinstance(value, str):
        return None
    return " ".join(re.sub(r"<[^<>]{0,200}>", "", html.unescape(value)).split()) or None


def _name(value: Any) -> str | None:
    """The name of a person or organisation, of a list of them joined."""
    if isinstance(value, list):
        names = [name for name in map(_name, value[:20]) if name]
        return ", ".join(dict.fromkeys(names)) or None
    return _author(value.get("name") if isinstance(value, dict) else value)


def _author(value: Any) -> str | None:
    name = _text(value) if not isinstance(value, list) else _name(value)
    if name is None or name.startswith(("http://", "https://")):
        return None
    return _BY.sub("", name) or None


def _body(value: Any) -> str | None:
    return html.unescape(value) if isinstance(value, str) and value.strip() else None


def _updates(value: Any) -> str | None:
    """The body of a live blog: the headline and words of each update, one a line."""
    updates = [update for update in value if isinstance(update, dict)] if isinstance(value, list) else []
    if not any(_body(update.get("articleBody")) for update in updates):
        return None
    parts = (_body(update.get(field)) for update in updates for field in ("headline", "articleBody"))
    return "\n".join(part for part in parts if part)
