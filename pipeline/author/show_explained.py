"""An explanation on the terminal."""

from __future__ import annotations

from typing import Any

from rich.console import Console
from rich.markup import escape

from pipeline.author.show import console

_PLACE = ("start", "end", "text")
_CANDIDATES, _REASONS = 3, 4
_HOW = {
    "instead": "wanted {element}, `{stood}` stood there",
    "before": "`{stood}` stood before {element}",
    "missing": "{element} is missing",
}


def show_explanation(record: dict[str, Any]) -> None:
    """What was recognised, the claims, the rules that fired with their slots, and the nearest misses."""
    out = console()
    if "asked" in record:
        asked = record["asked"]
        out.print(
            f"[bold]{escape(asked['id'])}[/] by [bold]{escape(asked['rule'])}[/]: {escape(asked['figure'])}"
        )
    _recognised(out, record["recognised"])
    for claim in record["claims"]:
        fields = " ".join(f"{name}={value}" for name, value in claim["fields"].items())
        out.print(f"[green]claim[/] [bold]{escape(claim['figure'])}[/] {claim['kind']} {escape(fields)} "
                  f"[dim]by {escape(claim['rule'])}[/]")  # fmt: skip
    if not record["claims"]:
        out.print("[red]no claim[/]")
    _weighed(out, record["weighed"])
    for sentence in record["sentences"]:
        if len(record["sentences"]) > 1:
            out.print(f"\n[bold]{escape(sentence['text'])}[/]")
        _fired(out, sentence["fired"])
        _misses(out, sentence["misses"])


def _recognised(out: Console, recognised: dict[str, list[dict[str, Any]]]) -> None:
    for kind, mentions in recognised.items():
        told = []
        for mention in mentions:
            rest = " ".join(
                f"{key}={value}" for key, value in mention.items() if key not in ("start", "end", "text")
            )
            told.append(f"[bold]{escape(mention['text'])}[/] [dim]({escape(rest)})[/]")
        if told:
            out.print(f"{kind}: {', '.join(told)}")


def _weighed(out: Console, weighed: list[dict[str, Any]]) -> None:
    """For each field chosen by weight the best candidates, with what speaks most for and against them."""
    for each in weighed:
        out.print(f"\n{each['field']} of [bold]{escape(each['figure'])}[/], weighed:")
        for candidate in each["candidates"][:_CANDIDATES]:
            reasons = list(candidate["because"].items())[:_REASONS]
            because = ", ".join(f"{what} {weight / 100:+.2f}" for what, weight in reasons)
            name = escape(candidate["text"] or "nothing")
            out.print(f"  {candidate['weight'] / 100:6.2f} [bold]{name}[/] [dim]{escape(because)}[/]")


def _fired(out: Console, fired: list[dict[str, Any]]) -> None:
    for each in fired:
        won = each["outcome"].startswith(("claims", "adds ", "blocks"))
        outcome = f"lost to {each['lost_to']}" if each["lost_to"] else each["outcome"]
        where = f"priority {each['priority']}, {each['file']}:{each['line']}"
        out.print(
            f"\n[{'green' if won else 'yellow'}]{escape(outcome)}[/]: [bold]{each['rule']}[/] ({where})"
        )
        out.print(f"  {escape(each['pattern'])}")
        out.print(f"  on: {escape(each['matched'])}")
        slots = ", ".join(f"{{{name}}} = {text}" for name, text in each["slots"].items())
        gives = ", ".join(f"{name} {value}" for name, value in each["gives"].items())
        if slots or gives:
            out.print(f"  {escape('; '.join(filter(None, (slots, gives and 'words give ' + gives))))}")


def _misses(out: Console, misses: list[dict[str, Any]]) -> None:
    if misses:
        out.print("\nnearest misses:")
    for miss in misses:
        told = _HOW[miss["how"]].format(**miss)
        out.print(f"  [bold]{escape(miss['rule'])}[/]: {escape(told)}\n    [dim]{escape(miss['pattern'])}[/]")
