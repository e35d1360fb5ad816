"""Find everything that is wrong with rule files, in one run."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from pipeline.author.contradictions import contradictions
from pipeline.author.dead import dead_patterns
from pipeline.author.places import near
from pipeline.rules.library import RuleLibrary, read_library
from pipeline.rules.problems import Faults, Problem
from pipeline.rules.source import read_source
from pipeline.rules.tables import SHIPPED

METRICS = SHIPPED / "metrics.yaml"


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault as a person reads it: place (from 1), the line itself, what is wrong and what to do."""

    file: str
    line: int
    column: int
    source: str
    message: str
    remedy: str

    def as_dict(self) -> dict[str, Any]:
        """The finding as plain data."""
        return asdict(self)

    def __str__(self) -> str:
        shown = f"{self.file}:{self.line}:{self.column}: {self.message}"
        if self.source:
            shown += f"\n    {self.source}\n    {' ' * (self.column - 1)}^"
        return shown + (f"\n    {self.remedy}" if self.remedy else "")


def check(folders: Sequence[Path] = ()) -> tuple[RuleLibrary, list[Finding]]:
    """The rules with `folders` laid over them, and every fault in them, in order of file and line."""
    missing = [folder for folder in folders if not folder.is_dir()]
    library = read_library([folder for folder in folders if folder not in missing])
    problems = [
        *(
            Problem(str(folder), (), "there is no such folder", "give a folder of rule files")
            for folder in missing
        ),
        *library.problems,
        *_metrics(METRICS),
        *dead_patterns(library, folders),
        *contradictions(library.rules),
    ]
    findings = {_finding(problem) for problem in problems}
    return library, sorted(findings, key=lambda each: (each.file, each.line, each.column, each.message))


def _finding(problem: Problem) -> Finding:
    line, column = problem.position()
    try:
        source = Path(problem.file).read_text(encoding="utf-8-sig", errors="replace").splitlines()[line - 1]
    except (OSError, IndexError):
        source = ""
    return Finding(near(problem.file), line, column, source, problem.message, problem.remedy)


def _metrics(path: Path) -> Iterator[Problem]:
    """Faults in the file of metrics: sections that are lists of words, or names with lists of words."""
    data, problems = read_source(path)
    yield from problems
    faults = Faults(str(path))
    if not isinstance(data, dict):
        faults.fault(
            (), "the file of metrics has sections", "write `nouns:` and below it `  exports: [export]`"
        )
        data = {}
    for section, entries in data.items():
        if isinstance(entries, dict):
            for name in entries:
                faults.texts(entries, name, (section,))
        else:
            faults.texts(data, section, ())
    yield from faults.problems
