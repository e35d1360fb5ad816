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
    import json

    from pipeline.ingest.read import read
    from pipeline.run import recognise
    from pipeline.write.mentions import recognition_record

    as_table = format is MentionFormat.table or (format is None and sys.stdout.isatty())
    tally = Tally()
    for recognition in recognise(tally.documents(read(paths, published.date() if published else None))):
        record = recognition_record(recognition)
        if as_table:
            _print_table(record)
        else:
            print(json.dumps(record, ensure_ascii=False))
    tally.finish()


def _print_table(record: dict[str, object]) -> None:
    from rich.console import Console

    from pipeline.write.table import mention_table

    console = Console(width=None if sys.stdout.isatty() else 100)
    console.print(mention_table(record))
