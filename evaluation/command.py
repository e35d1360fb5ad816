"""The commands of the harness: `onrecord evaluate`, also `python -m evaluation`."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Literal

import typer

from evaluation.files import GOLD, read

app = typer.Typer(no_args_is_help=True, help="Score what was extracted against gold.")


@app.callback()
def harness() -> None:
    """Score what was extracted against gold."""


@app.command()
def evaluate(
    docs: Annotated[list[Path] | None, typer.Option(help="The articles: files, folders or JSONL.")] = None,
    gold: Annotated[Path | None, typer.Option(help="The gold standard, a JSONL file.")] = None,
    pred: Annotated[Path | None, typer.Option(help="Score this JSONL, written by extract before.")] = None,
    headline: Annotated[
        bool, typer.Option(help="Only the headline: no tables, no errors, no texts.")
    ] = False,
    format: Annotated[Literal["text", "json"], typer.Option(help="How the report is printed.")] = "text",
) -> None:
    """Score what the rules extract, or extracted before, against gold."""
    from evaluation import errors, render, scoring

    documents = read_texts(docs)
    wanted = read(gold or GOLD / "seeds.jsonl")
    predicted = read(pred) if pred else []
    articles, unscored = scoring.pair_up(wanted, predicted)
    report = scoring.report(articles, unscored)
    found = [] if headline else errors.problems(articles, documents)
    if format == "json":
        if not headline:
            report |= {"errors": [each.as_dict() for each in found], "error_counts": errors.tally(found)}
        typer.echo(json.dumps(report, ensure_ascii=False, indent=2))
        return
    lines = list(render.headline(report))
    if not headline:
        lines += [*render.tables(report), *render.errors(found)]
    typer.echo("\n".join(lines))


def read_texts(docs: Sequence[Path] | None) -> dict[str, str]:
    """The texts of articles by id."""
    return {str(document["id"]): document["text"] for path in docs or () for document in read(path)}
