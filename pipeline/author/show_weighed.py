"""Scores of rules and differences between rule sets on the terminal."""

from __future__ import annotations

from typing import Any

from rich.markup import escape
from rich.table import Table

from pipeline.author.show import console

_MOST_EXAMPLES = 3
_COLOURS = {"gained": "green", "lost": "red", "changed": "yellow"}


def show_scores(report: dict[str, Any]) -> None:
    """A table of rules, rules that never match, and missed figures by the words around them."""
    out = console()
    table = Table(box=None, header_style="bold")
    table.add_column("rule")
    for name in ("fires", "right", "wrong", "sole", "F1 without", "gain"):
        table.add_column(name, justify="right")
    for row in report["rules"]:
        if row["fires"]:
            without = "" if row["f1_without"] is None else f"{row['f1_without']:.4f}"
            counts = [str(row[name]) for name in ("fires", "right", "wrong", "sole")]
            colour = "green" if row["gain"] > 0 else "red" if row["gain"] < 0 else "dim"
            table.add_row(escape(row["rule"]), *counts, without, f"[{colour}]{row['gain']:+.4f}[/]")
    out.print(table)
    found = report["found"]
    told = ", ".join(f"{name} {found[name] or 0:.4f}" for name in ("f1", "precision", "recall"))
    out.print(f"{report['articles']} articles, found: {told}")
    if report["silent"]:
        out.print(f"rules that never match here: {', '.join(report['silent'])}")
    figures = sum(len(group["figures"]) for group in report["unclaimed"])
    out.print(f"\n[bold]{figures} gold figures that no rule claims, by a word beside them[/]")
    for group in report["unclaimed"]:
        out.print(f"[bold]{escape(group['word'])}[/] {len(group['figures'])}")
        for figure in group["figures"][:_MOST_EXAMPLES]:
            sentence = " ".join((figure["sentence"] or "").split())
            out.print(f"  {figure['kind']} [yellow]{escape(figure['figure'] or '')}[/]: {escape(sentence)}")


def show_diff(report: dict[str, Any]) -> None:
    """Each claim that differs, and the difference in the headline figures."""
    out = console()
    for change in report["changes"]:
        right = " → ".join(_verdict(each) for each in change["right"] if each is not None)
        rules = " → ".join(rule for rule in change["rules"] if rule)
        head = f"[{_COLOURS[change['change']]}]{change['change']}[/] [bold]{escape(change['figure'])}[/]"
        out.print(f"{head} {change['kind']} by {escape(rules)} {right} [dim]{escape(change['article'])}[/]")
        for field, (old, new) in change["fields"].items():
            if change["change"] == "changed":
                out.print(f"    {field}: {escape(str(old))} → {escape(str(new))}")
        out.print(f"    [dim]{escape(' '.join(change['sentence'].split()))}[/]")
    kinds = [change["change"] for change in report["changes"]]
    told = ", ".join(f"{kinds.count(kind)} {kind}" for kind in _COLOURS)
    out.print(f"{report['articles']} articles, claims: {' → '.join(map(str, report['claims']))}, {told}")
    for name, each in report["differences"].items():
        out.print(f"  {name:<24} {each['old']:.4f} → {each['new']:.4f}  {each['difference']:+.4f} "
                  f"[{each['low']:+.4f}, {each['high']:+.4f}] p={each['p']:.3f}")  # fmt: skip


def _verdict(right: bool) -> str:
    return "[green]right[/]" if right else "[red]wrong[/]"
