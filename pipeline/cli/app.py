"""The commands together. Heavy imports wait inside the commands, so that `--help` is quick."""

from __future__ import annotations

from importlib.metadata import version
from typing import Annotated

import typer

from evaluation.command import app as evaluation
from pipeline.author.command import app as rules
from pipeline.cli.extract import extract
from pipeline.cli.ingest import ingest
from pipeline.cli.recognise import recognise
from pipeline.cli.schema import schema

app = typer.Typer(
    name="onrecord",
    help="Read news articles and put their figures on record: who said what number, about what, for when.",
    epilog=(
        "Exit status: 0 all well, 1 some documents failed, 2 wrong usage or broken rules. "
        "Example: onrecord extract articles/ -o claims.csv"
    ),
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    rich_markup_mode="markdown",
)
app.command()(extract)
app.command()(ingest)
app.command()(recognise)
app.command()(schema)
app.add_typer(rules, name="rules")
app.registered_commands.extend(evaluation.registered_commands)
app.registered_groups.extend(evaluation.registered_groups)


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"onrecord {version('onrecord')}")
        raise typer.Exit


@app.callback()
def onrecord(
    version: Annotated[
        bool,
        typer.Option(
            "--version", callback=_print_version, is_eager=True, help="Print the version and leave."
        ),
    ] = False,
) -> None:
    """Read news articles and put their figures on record: who said what number, about what, for when."""
