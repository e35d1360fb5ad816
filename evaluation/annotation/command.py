"""The commands of `onrecord gold`: gold as a living thing."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Annotated, Any, Literal

import typer

from evaluation.files import read
from evaluation.sets import gold_sets
from pipeline.errors import InputError

Tool = Literal["label-studio", "brat"]
Docs = Annotated[
    list[Path] | None,
    typer.Option(metavar="PATH", help="Articles: a file, a folder, JSONL; repeatable."),
]
GoldFile = Annotated[Path, typer.Argument(metavar="GOLD", help="A gold file, JSONL.")]
Output = Annotated[Path | None, typer.Option("-o", "--output", metavar="FILE", help="Write here.")]
Folder = Annotated[Path, typer.Option("-o", "--output", metavar="FOLDER", help="Write into this folder.")]

app = typer.Typer(no_args_is_help=True, help="Check, compare, draft and convert gold annotations.")


@app.command()
def check(
    files: Annotated[list[Path] | None, typer.Argument(metavar="GOLD...", help="Gold files, JSONL.")] = None,
    docs: Docs = None,
) -> None:
    """Check gold against the guide: shape, offsets, fields of each kind. Without a file, the project's own.

    Leaves with 1 where something is wrong; each problem is told as file:line: where: what.
    """
    from evaluation.annotation.check import check as problems_of

    if files:
        texts = _texts(docs) if docs else None
        problems = [problem for path in files for problem in problems_of(path, texts)]
    else:
        problems = [
            problem for each in gold_sets() for problem in problems_of(each.gold, _texts([each.docs]))
        ]
    for problem in problems:
        typer.echo(problem)
    typer.echo(f"{len(problems)} problems" if problems else "gold keeps to the guide", err=True)
    if problems:
        raise typer.Exit(1)


@app.command()
def agree(
    one: Annotated[Path, typer.Argument(metavar="A", help="The gold of one annotator.")],
    other: Annotated[Path, typer.Argument(metavar="B", help="The gold of the other.")],
    format: Annotated[Literal["text", "json"], typer.Option(help="How the figures are printed.")] = "text",
) -> None:
    """How far two annotators agree on the same articles: found and field F1, alpha on closed fields."""
    from evaluation.annotation.agree import agreement

    result = agreement(read(one), read(other))
    if format == "json":
        typer.echo(json.dumps(result, indent=2))
        return
    typer.echo(f"{result['articles']} articles, {result['pairs']} claims that overlap")
    typer.echo(f"found F1 {_ratio(result['found'])}, field F1 {_ratio(result['field'])}")
    for field, value in result["alpha"].items():
        typer.echo(f"alpha of {field:<12}{_ratio(value)}")


@app.command()
def draft(
    docs: Annotated[list[Path], typer.Argument(metavar="PATH...", help="New articles.")],
    output: Output = None,
) -> None:
    """Annotate new articles by the rules, as gold for a person to correct."""
    from evaluation.annotation.draft import drafted
    from evaluation.predict import articles, extracted

    found = articles(docs)
    for failure in found.failures:
        typer.echo(str(failure), err=True)
    _write(map(drafted, extracted(found.documents)), output)
    if found.failures:
        raise typer.Exit(1)


@app.command("export")
def export_gold(
    gold: GoldFile,
    docs: Docs = None,
    to: Annotated[Tool, typer.Option(help="The tool to annotate in.")] = "label-studio",
    output: Annotated[
        Path, typer.Option("-o", "--output", metavar="PATH", help="A folder to write to.")
    ] = Path("annotate"),
) -> None:
    """Write gold for Label Studio (tasks.json, config.xml) or brat (a collection of .txt and .ann)."""
    from evaluation.annotation import brat, label_studio

    records, texts = read(gold), _texts(docs or ())
    for record in records:
        if record["id"] not in texts:
            raise InputError(str(record["id"]), "has no text", "give its article with --docs")
    if to == "brat":
        brat.export(records, texts, output)
    else:
        output.mkdir(parents=True, exist_ok=True)
        tasks = json.dumps(label_studio.exported(records, texts), ensure_ascii=False, indent=1)
        (output / "tasks.json").write_text(tasks + "\n", encoding="utf-8")
        (output / "config.xml").write_text(label_studio.config(), encoding="utf-8")
    typer.echo(f"{len(records)} articles: {output}", err=True)


@app.command("import")
def import_gold(
    path: Annotated[Path, typer.Argument(metavar="PATH", help="Label Studio's JSON, or a folder of brat.")],
    output: Output = None,
) -> None:
    """Read gold from Label Studio's JSON export or from a brat folder."""
    from evaluation.annotation import brat, label_studio

    if path.is_dir():
        _write(brat.imported(path), output)
        return
    try:
        tasks = json.loads(path.read_text(encoding="utf-8"))
        records = label_studio.imported(tasks)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise InputError(str(path), f"is no export of Label Studio: {error}", "export as JSON") from error
    _write(records, output)


def _texts(docs: Iterable[Path]) -> dict[str, str]:
    from evaluation.predict import articles

    return articles(list(docs)).texts


def _write(records: Iterable[Mapping[str, Any]], output: Path | None) -> None:
    lines = "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records)
    if output:
        output.write_text(lines, encoding="utf-8")
    else:
        typer.echo(lines, nl=False)


def _ratio(value: float | None) -> str:
    return "-" if value is None else f"{value:.3f}"
