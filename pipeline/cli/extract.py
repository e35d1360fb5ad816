"""`onrecord extract`: articles in, claims out."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from pipeline.cli.options import MaxChars, Paths, Published, SpacyModel
from pipeline.cli.outputs import Format
from pipeline.rules.option import Patterns


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
    html: Annotated[
        str | None, typer.Option("--html", metavar="FILE", help="Write a page to read in a browser.")
    ] = None,
    format: Annotated[
        Format | None,
        typer.Option("--format", help="table on a terminal and jsonl in a pipe where nothing is said."),
    ] = None,
    patterns: Patterns = None,
    published: Published = None,
    spacy_model: SpacyModel = None,
    quick: Annotated[
        bool, typer.Option("--quick", help="Twice as fast, fewer right owners: without the network.")
    ] = False,
    jobs: Annotated[int, typer.Option("--jobs", min=1, help="Processes to work with.")] = 1,
    resume: Annotated[bool, typer.Option("--resume", help="Continue a run that was cut short.")] = False,
    errors: Annotated[
        Path | None,
        typer.Option(
            "--errors",
            metavar="FILE",
            help="List failed documents here; errors.jsonl beside the first -o FILE where nothing is said.",
        ),
    ] = None,
    with_text: Annotated[
        bool, typer.Option("--with-text", help="Carry the articles' text, into which offsets point.")
    ] = False,
    max_chars: MaxChars = None,
    max_bytes: Annotated[
        int, typer.Option("--max-bytes", min=1, help="The largest file that is read.")
    ] = 100_000_000,
    max_seconds: Annotated[
        float, typer.Option("--max-seconds", min=0.1, help="Time for one document.")
    ] = 60.0,
    max_memory: Annotated[
        int, typer.Option("--max-memory", min=50, help="Memory for one document, in MB.")
    ] = 2000,
) -> None:
    """Put the claims of articles on record.

    Examples:

        onrecord extract article.txt

        onrecord extract articles/ -o claims.jsonl -o claims.csv --jobs 4

        onrecord extract articles/ --html claims.html

        cat article.txt | onrecord extract - --published 2026-03-13
    """
    from pipeline.batch import Settings
    from pipeline.cli.batch_run import Request, run_batch
    from pipeline.ingest.containers import Limits
    from pipeline.workers import Budget

    request = Request(
        paths=paths,
        targets=[*(output or ([] if html else ["-"])), *([html] if html else [])],
        format=format,
        settings=Settings(
            tuple(patterns or ()), spacy_model, quick, published.date() if published else None, max_chars
        ),
        budget=Budget(seconds=max_seconds, memory=max_memory * 1_000_000),
        limits=Limits(piece=max_bytes),
        jobs=jobs,
        errors=errors,
        with_text=with_text,
    )
    run_batch(request, resume)
