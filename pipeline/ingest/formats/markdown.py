"""The words of a Markdown article, without the marks; what its front matter says."""

from __future__ import annotations

import re
from typing import Any

from pipeline.errors import InputError
from pipeline.ingest.record import document_of
from pipeline.model import Document

_FRONT_MATTER = re.compile(r"\A---\r?\n(.*?)\r?\n---\r?(?:\n|\Z)", re.S)
_HEADING = re.compile(r"^(?:#{1,6}\s+\S|\S[^\n]*\n={3,}\s*$)", re.M)
_STRONG_MARKS = re.compile(r"\]\(https?://|\*\*\S[^*\n]{0,200}\*\*|^```|^#{1,6}\s+\S", re.M)
_SAMPLE = 20_000


def looks_like_markdown(text: str) -> bool:
    """Whether a text has front matter, starts with a heading, or is marked up in several places."""
    head = text[:_SAMPLE]
    if _FRONT_MATTER.match(head) or _HEADING.match(head.lstrip()):
        return True
    return len(_STRONG_MARKS.findall(head)) >= 3


def read_markdown(text: str, where: str, identity: str) -> Document:
    """The article of a Markdown text, a blank line between paragraphs. Raises InputError."""
    from markdown_it import MarkdownIt

    from pipeline.ingest.formats.blocks import fragment_text

    matter = _FRONT_MATTER.match(text)
    said = _front_matter(matter[1], where) if matter else {}
    body = text[matter.end() :] if matter else text
    blocks = fragment_text(MarkdownIt("commonmark").enable("table").render(body)).split("\n\n")
    heading = _HEADING.match(body.lstrip())
    title = said.get("title") or (blocks[0] if heading and blocks else None)
    if blocks and blocks[0] == title:
        blocks = blocks[1:]
    record = {
        "text": "\n\n".join(blocks),
        "title": title,
        "published": said.get("date") or said.get("published"),
        "author": said.get("author"),
        "publisher": said.get("publisher"),
        "url": said.get("url"),
    }
    return document_of(record, where, identity)


def _front_matter(matter: str, where: str) -> dict[str, Any]:
    import yaml

    try:
        said = yaml.load(matter, Loader=yaml.BaseLoader)  # noqa: S506 - makes strings, lists and dicts only
    except yaml.YAMLError as error:
        raise InputError(where, f"has front matter that is not YAML: {error}", "mend or remove it") from error
    return (
        {key: value for key, value in said.items() if isinstance(value, str)}
        if isinstance(said, dict)
        else {}
    )
