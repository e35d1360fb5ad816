"""Options that several commands share, and how their values are read."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

import typer

Paths = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH",
        help="Articles: files, folders, patterns, http(s) addresses, or - for standard input.",
    ),
]
SpacyModel = Annotated[
    str | None,
    typer.Option(
        "--spacy-model", metavar="NAME", help="An installed spaCy pipeline in place of the one that ships."
    ),
]
Published = Annotated[
    datetime | None,
    typer.Option(
        "--published", formats=["%Y-%m-%d"], metavar="DATE", help="The date of articles that tell none."
    ),
]
MaxChars = Annotated[
    int | None, typer.Option("--max-chars", min=1, help="The longest article that is read, in characters.")
]
