"""`onrecord recognise`: the typed mentions of articles, without claims."""

from __future__ import annotations

import sys
from enum import StrEnum
from typing import Annotated

import typer

from pipeline.cli.options import Paths, Published
from pipeline.cli.report import Tally


class MentionFormat(StrEnum):
    jsonl = "jsonl"
    table = "table"


def recognise(
    paths: Paths,
    format: Annotated[
        MentionFormat | None,
        typer.Option("--format", help="table on a terminal and jsonl in a pipe where nothing is said."),
    ] = None,
    published: Published = None,
) -> None:
    """Print the quantities, ordinals, dates, names and words that claims are made of.

    Example: onrecord recognise article.txt
    """
    from pipeline.ingest.read import read
    from pipeline.run import recognise
    from pipeline.write.mentions import MentionLines, MentionTable

    on_screen = format is MentionFormat.table or (format is None and sys.stdout.isatty())
    writer = MentionTable(sys.stdout) if on_screen else MentionLines(sys.stdout)
    tally = Tally()
    for recognition in recognise(tally.documents(read(paths, published.date() if published else None))):
        writer.add(recognition)
    tally.finish()
