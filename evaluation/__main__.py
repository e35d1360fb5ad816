"""`python -m evaluation --docs DOCS --gold GOLD --pred PRED` scores, as `onrecord evaluate` does."""

from __future__ import annotations

import sys

from evaluation.command import app
from pipeline.errors import OnrecordError


def main(given: list[str]) -> None:
    """Run a command of the harness, `evaluate` where none is named."""
    named = bool(given) and (not given[0].startswith("--") or given[0] == "--help")
    try:
        app(given if named else ["evaluate", *given])
    except OnrecordError as error:
        print(f"error: {error}", file=sys.stderr)
        sys.exit(2)


if __name__ == "__main__":
    main(sys.argv[1:])
