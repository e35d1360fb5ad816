"""Find everything that is wrong with rule files, in one run."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipeline.rules.library import RuleLibrary, read_library
from pipeline.rules.problems import Problem


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault as a person reads it: place, the line itself, what is wrong and what to do."""

    file: str
    line: int
    column: int
    source: str
    message: str
    remedy: str

    def as_dict(self) -> dict[str, Any]:
        """The finding as plain data."""
        return {name: getattr(self, name) for name in self.__slots__}

    def __str__(self) -> str:
        shown = f"{self.file}:{self.line}:{self.column}: {self.message}"
        if self.source:
            shown += f"\n    {self.source}\n    {' ' * (self.column - 1)}^"
        return shown + (f"\n    {self.remedy}" if self.remedy else "")


def check(folders: Sequence[Path]) -> tuple[RuleLibrary, list[Finding]]:
    """The rules with `folders` laid over them, and every fault in them, in order of file and line."""
    library = read_library(tuple(folders))
    problems = [*library.problems, *_never_match(library), *_contradictions(library)]
    return library, sorted(
        (_finding(problem) for problem in problems), key=lambda f: (f.file, f.line, f.column)
    )


def _finding(problem: Problem) -> Finding:
    line, column = problem.position()
    try:
        source = Path(problem.file).read_text(encoding="utf-8").splitlines()[line - 1]
    except (OSError, UnicodeDecodeError, IndexError):
        source = ""
    return Finding(problem.file, line, column, source, problem.message, problem.remedy)


def _never_match(library: RuleLibrary) -> list[Problem]:
    """Patterns that no text can match: nothing but optional parts, or a word that no token can be."""
    problems = []
    for compiled in library.compiled.rules:
        rule = compiled.rule
        if compiled.expression.search("") is not None:
            problems.append(
                Problem(rule.file, (*rule.place, "pattern"), f"`{rule.pattern}` matches nothing at all",
                        "add a word, a <class> or a {slot} that must stand there")
            )  # fmt: skip
    return problems


def _contradictions(library: RuleLibrary) -> list[Problem]:
    """Sentences that one rule must match and must not match."""
    problems = []
    for rule in library.rules:
        wanted = {example.text for example in rule.examples}
        for number, text in enumerate(rule.counter_examples):
            if text in wanted:
                problems.append(
                    Problem(rule.file, (*rule.place, "not", number), f"rule `{rule.id}` must match this and must not",
                            "keep it as example or as counter-example")
                )  # fmt: skip
    return problems
