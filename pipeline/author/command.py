"""`onrecord rules`: the loop that a rule author lives in."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated, Any, Literal

import typer

from pipeline.rules.option import Patterns

Format = Annotated[Literal["text", "json"], typer.Option("--format", help="How the result is printed.")]

Docs = Annotated[
    list[Path] | None, typer.Option(metavar="PATH", help="Articles: a file, a folder or JSONL; repeatable.")
]
Gold = Annotated[Path | None, typer.Option(metavar="FILE", help="The gold of the articles, JSONL.")]
Set = Annotated[str | None, typer.Option(metavar="NAME", help="One of the project's own gold sets.")]
Rules = Annotated[
    list[str] | None, typer.Option("--rule", metavar="ID", help="Only rules whose id starts so; repeatable.")
]

app = typer.Typer(
    help="Write, test and weigh rules: check, test, explain, score, diff, draft.", no_args_is_help=True
)


@app.command()
def check(patterns: Patterns = None, format: Format = "text") -> None:
    """Find everything that is wrong with rules and word classes, each fault with its line and a hint.

    Example: onrecord rules check --patterns my-rules
    """
    from pipeline.author.check import check

    library, findings = check(patterns or ())
    if format == "json":
        _json(
            {
                "rules": len({rule.id for rule in library.rules}),
                "findings": [each.as_dict() for each in findings],
            }
        )
    else:
        from pipeline.author.show import show_findings

        show_findings(library, findings)
    if findings:
        raise typer.Exit(2)


@app.command("test")
def run_tests(
    rule: Rules = None,
    file: Annotated[
        list[str] | None,
        typer.Option("--file", metavar="NAME", help="Only rules of files whose path ends so; repeatable."),
    ] = None,
    watch: Annotated[bool, typer.Option("--watch", help="Test again whenever a file is saved.")] = False,
    patterns: Patterns = None,
    format: Format = "text",
) -> None:
    """Run the examples, counter-examples and known misses that stand beside the rules.

    Examples:

      onrecord rules test --rule level.

      onrecord rules test --patterns my-rules --file mine.yaml --watch
    """
    from pipeline.author.examples import run_examples

    def run() -> bool:
        outcomes, rules = run_examples(patterns or (), rule or (), file or ())
        failed = sum(not outcome.ok for outcome in outcomes)
        if format == "json":
            _json({"run": len(outcomes), "failed": failed, "outcomes": [each.as_dict() for each in outcomes]})
        else:
            from pipeline.author.show import show_outcomes

            show_outcomes(outcomes, rules)
        return failed == 0

    if watch:
        from pipeline.author.watch import watching

        watching(patterns or (), run)
    elif not run():
        raise typer.Exit(1)


@app.command()
def explain(
    sentence: Annotated[str | None, typer.Argument(metavar="SENTENCE", help="A sentence, in quotes.")] = None,
    claim: Annotated[str | None, typer.Option(metavar="ID", help="Explain this claim of a file.")] = None,
    file: Annotated[
        Path | None,
        typer.Option(
            "--in", metavar="FILE.jsonl", exists=True, dir_okay=False, help="The file that holds the claim."
        ),
    ] = None,
    published: Annotated[
        str | None, typer.Option(metavar="DATE", help="When the sentence was published.")
    ] = None,
    patterns: Patterns = None,
    format: Format = "text",
) -> None:
    """Show what is recognised in a sentence, which rules fire and win, and which came near and why they
    failed.

    Examples:

      onrecord rules explain "Exports rose 5 percent to $3 billion in May."

      onrecord rules explain --claim article:120-130:level --in claims.jsonl
    """
    from pipeline.author.explain import explain, explain_claim
    from pipeline.author.reading import Reading

    if claim is not None and file is not None and sentence is None:
        record = explain_claim(Reading(patterns or ()), claim, file)
    elif sentence and claim is None and file is None:
        record = explain(Reading(patterns or ()), sentence, published)
    else:
        raise typer.BadParameter("give a sentence, or --claim ID with --in FILE.jsonl")
    if format == "json":
        _json(record)
    else:
        from pipeline.author.show_explained import show_explanation

        show_explanation(record)


@app.command()
def score(
    docs: Docs = None,
    gold: Gold = None,
    set: Set = None,
    rule: Rules = None,
    patterns: Patterns = None,
    format: Format = "text",
) -> None:
    """Weigh every rule against gold: claims right and wrong, those that only it makes, F1 without it.

    Without --docs or --set, on the articles that the project keeps gold for. Leaving out each rule in turn
    takes time: --rule level. weighs only rules whose id starts so.

    Example: onrecord rules score --docs news.jsonl --gold news_gold.jsonl --patterns my-rules
    """
    from pipeline.author.material import material
    from pipeline.author.reading import Reading
    from pipeline.author.score import score_rules

    report = score_rules(Reading(patterns or ()), material(docs or (), gold, set), rule or ())
    if format == "json":
        _json(report)
    else:
        from pipeline.author.show_weighed import show_scores

        show_scores(report)


@app.command()
def diff(
    old: Annotated[Path, typer.Argument(metavar="OLD", help="A folder of rules, or `shipped`.")],
    new: Annotated[Path, typer.Argument(metavar="NEW", help="Another folder of rules, or `shipped`.")],
    docs: Docs = None,
    gold: Gold = None,
    set: Set = None,
    format: Format = "text",
) -> None:
    """Show what changes between two rule sets, claim by claim, and by how much where there is gold.

    Each folder is laid over the shipped rules; `shipped` stands for these alone.

    Example: onrecord rules diff shipped my-rules --docs news/
    """
    from pipeline.author.diff import diff
    from pipeline.author.material import material

    report = diff(_rule_set(old), _rule_set(new), material(docs or (), gold, set))
    if format == "json":
        _json(report)
    else:
        from pipeline.author.show_weighed import show_diff

        show_diff(report)


@app.command()
def draft(
    sentence: Annotated[str | None, typer.Argument(metavar="SENTENCE", help="A sentence, in quotes.")] = None,
    figure: Annotated[
        str | None,
        typer.Option(metavar="WORDS", help="The figure or words to claim, as they stand in the sentence."),
    ] = None,
    kind: Annotated[
        str | None, typer.Option(metavar="KIND", help="level, change, rank, record, trend or event.")
    ] = None,
    misses: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE.json", exists=True, dir_okay=False, help="Draft from the misses of a report."
        ),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", metavar="FILE.yaml", help="Write the rules to a new file."),
    ] = None,
    published: Annotated[
        str | None, typer.Option(metavar="DATE", help="When the sentence was published.")
    ] = None,
    patterns: Patterns = None,
    format: Format = "text",
) -> None:
    """Write a rule for a sentence whose figure no rule claims: pattern, slots and example, ready to edit.

    Examples:

      onrecord rules draft "Exports vaulted 5 percent in May." -o my-rules/vault.yaml

      onrecord evaluate --docs news/ --gold gold.jsonl --format json > report.json
      onrecord rules draft --misses report.json -o my-rules/misses.yaml
    """
    from pipeline.author.draft import draft_all
    from pipeline.author.drafted import HEAD
    from pipeline.author.misses_file import misses_of
    from pipeline.author.reading import Reading
    from pipeline.author.wanted import wanted_from

    if (sentence is None) == (misses is None):
        raise typer.BadParameter("give a sentence, or --misses FILE.json")
    if output is not None and output.exists():
        raise typer.BadParameter(f"{output} is there already: name a new file")
    wanted = misses_of(misses) if misses else [wanted_from(sentence or "", figure, kind, published)]
    drafted, failed = draft_all(Reading(patterns or ()), wanted)
    text = HEAD + "\n" + "\n".join(each.text for each in drafted)
    if output is not None and drafted:
        output.parent.mkdir(parents=True, exist_ok=True)
        output.write_text(text, encoding="utf-8")
    if format == "json":
        _json(
            {
                "rules": [each.id for each in drafted],
                "file": text,
                "failed": [{"text": each.text, "why": why} for each, why in failed],
            }
        )
    elif output is None and drafted:
        typer.echo(text)
    elif output is not None and drafted:
        typer.echo(
            f"{len(drafted)} rules in {output}: edit, then onrecord rules check --patterns {output.parent}"
        )
    for wish, why in failed:
        typer.echo(f"no rule was found for: {wish.text}\n  {why}", err=True)
    if not drafted:
        raise typer.Exit(1)


@app.command()
def schema() -> None:
    """Print the JSON Schema of rule and class files, with which editors complete and underline.

    Example: onrecord rules schema > rules.schema.json
    """
    from pipeline.author.schema import schema

    _json(schema())


def _rule_set(folder: Path) -> list[Path]:
    return [] if str(folder) == "shipped" else [folder]


def _json(data: Any) -> None:
    typer.echo(json.dumps(data, ensure_ascii=False, indent=2, default=str))
