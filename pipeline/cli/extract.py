"""`onrecord extract`: articles in, claims out."""

from __future__ import annotations

from typing import Annotated

import typer

from pipeline.cli.options import Paths, Patterns, Published, SpacyModel
from pipeline.cli.outputs import Format, Output, open_outputs
from pipeline.cli.report import Tally, progress


def extract(
    paths: Paths,
    output: Annotated[
        list[str] | None,
        typer.Option(
            "-o",
            "--output",
            metavar="FILE",
            help="Write here, - for standard output; may be given again. The name's ending tells the format.",
        ),
    ] = None,
    format: Annotated[
        Format | None,
        typer.Option("--format", help="table on a terminal and jsonl in a pipe where nothing is said."),
    ] = None,
    patterns: Patterns = None,
    published: Published = None,
    spacy_model: SpacyModel = None,
) -> None:
    """Put the claims of articles on record.

    Examples:

        onrecord extract article.txt

        onrecord extract articles/ -o claims.jsonl -o claims.csv

        cat article.txt | onrecord extract - --published 2026-03-13
    """
    from pipeline.ingest.read import read
    from pipeline.rules.fingerprint import fingerprint
    from pipeline.run import stream
    from pipeline.write.records import generator, record_of

    tally = Tally()
    made_by = generator(fingerprint(patterns or ()))
    with open_outputs(output or ["-"], format) as outputs:
        documents = tally.documents(read(paths, published.date() if published else None))
        for extraction in stream(progress(documents, not _on_screen(outputs)), patterns or (), spacy_model):
            record = record_of(extraction, made_by)
            for one in outputs:
                one.add(record)
    tally.finish()


def _on_screen(outputs: list[Output]) -> bool:
    """Whether results appear on the terminal as they come, where a bar would stand in their way."""
    return any(one.on_screen for one in outputs)
