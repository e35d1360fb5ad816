"""The option `--patterns`, for every command that takes folders of rules."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from pipeline.rules.project import overlays

Patterns = Annotated[
    list[Path] | None,
    typer.Option(
        "--patterns",
        metavar="DIR",
        exists=True,
        file_okay=False,
        callback=overlays,
        help="A folder of rules laid over the shipped ones and those that onrecord.toml names; repeatable.",
    ),
]
