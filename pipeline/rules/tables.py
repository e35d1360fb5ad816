"""Read the data files of `patterns/`: the only way from a word list on disk to a stage.

Scalars stay strings (no YAML 1.1 surprises: `no`, `on` and `1e3` are words), so that a list of words needs no
quotes.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import yaml

import patterns
from pipeline.errors import PatternError

SHIPPED = Path(patterns.__file__).parent

_Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


@cache
def table(name: str) -> Any:
    """The data of `patterns/<name>.yaml`: nested dicts and lists whose leaves are strings.

    Shared between callers: do not change it. Raises PatternError for a missing or malformed file.
    """
    return load(SHIPPED / f"{name}.yaml")


@cache
def learned(name: str) -> dict[str, Any]:
    """The weights of `patterns/<name>.json`: no one edits them by hand, and JSON is read fast.

    Shared between callers: do not change them. Raises PatternError for a missing or malformed file.
    """
    path = SHIPPED / f"{name}.json"
    try:
        weights: dict[str, Any] = json.loads(_text(path))
    except json.JSONDecodeError as error:
        raise PatternError(str(path), error.lineno, error.colno, f"is not valid JSON: {error.msg}") from error
    return weights


def load(path: Path) -> Any:
    """The data of one YAML file, every scalar a string. Raises PatternError with line and column."""
    text = _text(path)
    try:
        return yaml.load(text, Loader=_Loader)  # noqa: S506 - the base loaders make strings, lists and dicts only
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        raise PatternError(str(path), line, column, f"is not valid YAML: {error.problem}") from error
    except yaml.YAMLError as error:
        raise PatternError(str(path), 1, 1, f"is not valid YAML: {error}") from error


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise PatternError(str(path), 1, 1, f"cannot be read: {error}", "save it as UTF-8 text") from error
