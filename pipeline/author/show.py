"""What the author reads on the terminal: faults and outcomes."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Sequence

from rich.console import Console
from rich.markup import escape

from pipeline.author.check import Finding
from pipeline.author.examples import Outcome
from pipeline.rules.library import RuleLibrary
from pipeline.rules.rule import Rule

_WIDTH = 110  # columns, where the output is no terminal


def console() -> Console:
    """Standard output; as wide as a page where it is no terminal."""
    return Console(width=None if sys.stdout.isatty() else _WIDTH, highlight=False, soft_wrap=True)


def show_findings(library: RuleLibrary, findings: Sequence[Finding]) -> None:
    """Each fault with its line, a mark under the place, and the hint."""
    out = console()
    for each in findings:
        out.print(f"[bold]{escape(each.file)}:{each.line}:{each.column}[/]: [red]{escape(each.message)}[/]")
        if each.source:
            out.print(f"    {escape(each.source)}\n    {' ' * (each.column - 1)}[red]^[/]")
        if each.remedy:
            out.print(f"    [green]{escape(each.remedy)}[/]")
    rules = len({rule.id for rule in library.rules})
    out.print(f"{rules} rules, {len(findings)} faults" if findings else f"{rules} rules, no fault")


def show_outcomes(outcomes: Sequence[Outcome], rules: Sequence[Rule]) -> None:
    """What failed, by file and rule, and the count of what was run."""
    out = console()
    file = rule = None
    for each in outcomes:
        if each.ok:
            continue
        if each.file != file:
            out.print(f"[bold]{escape(each.file)}[/]")
            file, rule = each.file, None
        if each.rule != rule:
            out.print(f"  [bold]{escape(each.rule)}[/]")
            rule = each.rule
        out.print(f"    {each.line}: [red]{each.kind}[/] {escape(each.text)}\n      {escape(each.message)}")
    counts = Counter(each.kind for each in outcomes)
    failed = sum(not each.ok for each in outcomes)
    run = ", ".join(f"{count} {kind}s" for kind, count in sorted(counts.items()))
    untested = {each.id for each in rules} - {each.rule for each in outcomes}
    out.print(
        f"{run or 'nothing to test'}: " + (f"[red]{failed} failed[/]" if failed else "[green]all well[/]")
    )
    if untested:
        out.print(f"rules with nothing to test them: {', '.join(sorted(untested))}")
