"""Where a rule stands, as an author finds it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pipeline.rules.problems import Problem
from pipeline.rules.rule import Rule


def near(file: str) -> str:
    """The name of a file as seen from the working folder, if it lies in it."""
    path, here = Path(file).absolute(), Path.cwd()
    return str(path.relative_to(here)) if path.is_relative_to(here) else file


def place_of(rule: Rule) -> dict[str, Any]:
    """`{"rule": id, "file", "line" of the pattern from 1, "pattern"}`."""
    line, _ = Problem(rule.file, rule.pattern_place, "").position()
    return {"rule": rule.id, "file": near(rule.file), "line": line, "pattern": rule.pattern}
