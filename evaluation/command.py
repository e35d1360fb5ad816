"""The commands of the harness: `onrecord evaluate`, also `python -m evaluation`."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Annotated, Any, Literal

import typer

from evaluation.annotation.command import app as gold_commands
from evaluation.files import read
from evaluation.predict import Articles
from evaluation.sets import gold_set, gold_sets
from evaluation.upkeep import baseline, confidence
from pipeline.errors import InputError
from pipeline.rules.project import overlays

Record = dict[str, Any]
Run = tuple[list[Record], list[Record], Mapping[str, str]]

Docs = Annotated[
    list[Path] | None,
    typer.Option(metavar="PATH", help="The articles: a file, a folder or JSONL; repeatable."),
]
Gold = Annotated[
    Path | None, typer.Option(metavar="FILE", help="The gold standard, JSONL.  [default: evaluation/gold/]")
]
Pred = Annotated[
    Path | None, typer.Option(metavar="FILE", help="Score this JSONL, written before, in place of a new run.")
]
Compare = Annotated[
    tuple[Path, Path] | None, typer.Option(metavar="OLD NEW", help="Compare two JSONL files of predictions.")
]
Set = Annotated[
    str | None, typer.Option(metavar="NAME", help="One of the project's own gold sets, such as own.")
]
Patterns = Annotated[
    list[Path] | None,
    typer.Option(metavar="DIR", callback=overlays, help="Rules laid over the shipped ones; repeatable."),
]
Html = Annotated[
    Path | None,
    typer.Option("--html", metavar="FILE", help="Write the report as a page to read in a browser."),
]
Headline = Annotated[bool, typer.Option("--headline", help="No tables, no errors, no texts.")]
Format = Annotated[Literal["text", "json"], typer.Option(help="How the report is printed.")]

app = typer.Typer(no_args_is_help=True)


@app.callback()
def harness() -> None:
    """Score what was extracted against gold."""


app.command()(baseline)
app.command()(confidence)
app.add_typer(gold_commands, name="gold")


@app.command()
def evaluate(
    docs: Docs = None,
    gold: Gold = None,
    pred: Pred = None,
    compare: Compare = None,
    set: Set = None,
    patterns: Patterns = None,
    headline: Headline = False,
    html: Html = None,
    format: Format = "text",
) -> None:
    """Score extracted claims against gold, with intervals, and show every error in its sentence.

    Without options, the rules are run on the articles that the project keeps gold for, set by set, but for
    sets that are held out of sight until they are named with --set.

    Examples:

      onrecord evaluate --headline

      onrecord evaluate --docs news.jsonl --gold news_gold.jsonl

      onrecord evaluate --docs news.jsonl --gold news_gold.jsonl --pred mine.jsonl --format json

      onrecord evaluate --docs news.jsonl --gold news_gold.jsonl --compare before.jsonl after.jsonl
    """
    from evaluation import predict, render
    from evaluation.nearest import NearestRule
    from evaluation.study import study

    nearest = None if headline else NearestRule(patterns or ())
    if compare:
        result = _compare(docs, gold, compare)
        _print(result, render.comparison(result), format)
        return
    if docs is None and gold is None and pred is None:
        chosen = [gold_set(set)] if set else [each for each in gold_sets() if each.here and not each.held]
        runs = {each.name: predict.run_set(each, patterns or ()) for each in chosen}
        reports = {name: study(*run, details=not headline, nearest=nearest) for name, run in runs.items()}
        _write_page(html, list(runs.values()))
        _print(reports[chosen[0].name] | {"sets": reports}, render.sets(reports, chosen), format)
        return
    articles = predict.articles(docs or ())
    run = _run(articles, gold, pred, patterns or ())
    report = study(*run, details=not headline, nearest=nearest)
    _write_page(html, [run])
    _print(report, render.report(report), format)
    if articles.failures:
        for failure in articles.failures:
            typer.echo(str(failure), err=True)
        raise typer.Exit(1)


def _run(articles: Articles, gold: Path | None, pred: Path | None, patterns: Sequence[Path]) -> Run:
    """Gold, predictions and texts by id, for the articles at hand."""
    from evaluation import predict

    if not pred and not articles.documents:
        raise InputError("evaluate", "there is nothing to score", "give articles with --docs, or --pred")
    records = read(pred) if pred else predict.extracted(articles.documents, patterns)
    return _gold(gold, records), records, articles.texts


def _write_page(path: Path | None, runs: Sequence[Run]) -> None:
    if path is None:
        return
    from evaluation.page import write_page

    gold = [record for records, _, _ in runs for record in records]
    predicted = [record for _, records, _ in runs for record in records]
    texts = {identity: text for _, _, known in runs for identity, text in known.items()}
    write_page(path, gold, predicted, texts)


def _compare(docs: Sequence[Path] | None, gold: Path | None, compare: tuple[Path, Path]) -> Record:
    from evaluation import predict
    from evaluation.compare import compare_systems

    old, new = map(read, compare)
    return compare_systems(_gold(gold, [*old, *new]), old, new, predict.articles(docs or ()).texts)


def _gold(path: Path | None, records: Iterable[Mapping[str, Any]]) -> list[Record]:
    """The gold of a file; where none is given, what the project's own gold says of the documents at hand.

    Raises InputError where it says nothing of them.
    """
    if path:
        return read(path)
    ids = {str(record["id"]) for record in records}
    known = [record for each in gold_sets() for record in each.records() if str(record["id"]) in ids]
    if not known:
        raise InputError("evaluate", "the project has no gold for these articles", "give it with --gold FILE")
    return known


def _print(report: Mapping[str, Any], lines: Iterable[str], format: str) -> None:
    typer.echo(json.dumps(report, ensure_ascii=False, indent=2) if format == "json" else "\n".join(lines))
