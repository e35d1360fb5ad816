"""`onrecord ingest`: articles as they are read, before anything is looked for in them."""

from __future__ import annotations

import sys
from enum import StrEnum
from typing import Annotated

import typer

from pipeline.cli.options import MaxChars, Paths, Published
from pipeline.cli.report import Tally


class TextFormat(StrEnum):
    jsonl = "jsonl"
    text = "text"


def ingest(
    paths: Paths,
    format: Annotated[
        TextFormat, typer.Option("--format", help="text shows the article with its regions marked.")
    ] = (TextFormat.jsonl),
    published: Published = None,
    max_chars: MaxChars = None,
) -> None:
    """Show articles as they are read: the text that offsets point into, and what is known about it.

    Example: onrecord ingest page.html report.pdf feed.xml
    """
    from pipeline.ingest.read import read
    from pipeline.write.documents import document_line, marked_text

    sys.stdout.reconfigure(encoding="utf-8", newline="\n")  # type: ignore[union-attr]
    shown = document_line if format is TextFormat.jsonl else marked_text
    tally = Tally()
    for document in tally.documents(read(paths, published.date() if published else None, max_chars)):
        print(shown(document))
    tally.finish()
