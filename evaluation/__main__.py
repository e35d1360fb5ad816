"""`python -m evaluation --docs DOCS --gold GOLD --pred PRED` scores, as `onrecord evaluate` does."""

from __future__ import annotations

import sys

from evaluation.command import app

if __name__ == "__main__":
    given = sys.argv[1:]
    named = bool(given) and (not given[0].startswith("--") or given[0] == "--help")
    app(given if named else ["evaluate", *given])
