"""The commands that keep what was measured: `baseline` and `confidence`."""

from __future__ import annotations

from typing import Annotated

import typer

from evaluation.sets import GoldSet, gold_set, gold_sets

Sets = Annotated[
    list[str] | None, typer.Option("--set", metavar="NAME", help="Only this gold set; repeatable.")
]


def baseline(
    check: Annotated[bool, typer.Option("--check", help="Fail where a headline figure fell.")] = False,
    update: Annotated[
        bool, typer.Option("--update", help="Record the figures of sets where none fell.")
    ] = False,
    lower: Annotated[
        bool, typer.Option("--lower", help="With --update: record figures that fell, too.")
    ] = False,
    because: Annotated[str, typer.Option(metavar="REASON", help="With --update: kept in the history.")] = "",
    sets: Sets = None,
) -> None:
    """Hold the headline figures of every gold set against those on record in evaluation/baseline.json.

    Examples:

      onrecord baseline --check

      onrecord baseline --update --because "rules for ranks"

      onrecord baseline --update --lower --because "a rule named a company; it is gone"
    """
    from evaluation import baseline as keeper
    from evaluation.predict import run_set
    from evaluation.study import study

    record, failed = keeper.load(keeper.PATH), False
    for each in _chosen(sets):
        if each.name not in record["sets"] and not update:
            typer.echo(f"{each.name:<8}no figures on record yet")
            continue
        now = keeper.figures(study(*run_set(each), details=False))
        before = record["sets"].get(each.name, {"figures": {}})["figures"]
        for name, value in now.items():
            was = before.get(name, value)
            typer.echo(f"{each.name:<8}{name:<24}{value:.4f}" + ("" if was == value else f"  was {was:.4f}"))
        complaints = list(keeper.complaints(record, each, now))
        if update and (lower or not keeper.falls(before, now)):
            record = keeper.raised(record, each, now, because)
            complaints = []
        for complaint in complaints:
            typer.echo(complaint, err=True)
        failed |= bool(complaints)
    if update:
        keeper.save(record, keeper.PATH)
    if failed and (check or update):
        typer.echo("A figure is lowered with --update --lower --because REASON.", err=True)
        raise typer.Exit(1)


def confidence(sets: Sets = None) -> None:
    """Measure anew how often each rule is right on gold, and keep it in patterns/confidence.yaml."""
    from evaluation import confidence as keeper
    from evaluation.predict import run_set
    from evaluation.scoring import pair_up

    articles = []
    for each in _chosen(sets):
        gold, records, _ = run_set(each)
        articles += pair_up(gold, records)[0]
    table = keeper.measured(articles)
    keeper.save(table, keeper.PATH)
    typer.echo(f"{len(table['rules'])} rules measured on {len(articles)} articles: {keeper.PATH.name}")


def _chosen(names: list[str] | None) -> list[GoldSet]:
    return [gold_set(name) for name in names] if names else gold_sets()
