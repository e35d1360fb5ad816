"""The rule set in force: the shipped rules and word classes with a user's folders laid over them."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from pipeline.errors import PatternError
from pipeline.rules.alphabet import Alphabet
from pipeline.rules.classes import WordClasses, build
from pipeline.rules.compile import CompiledRules
from pipeline.rules.grammar import ClassRef, walk
from pipeline.rules.reader import Problem, RuleReader, suggest
from pipeline.rules.rule import Rule
from pipeline.rules.tables import SHIPPED, load

_NOT_CLASSES = frozenset({"irregular_verbs.yaml"})


@dataclass(frozen=True)
class RuleLibrary:
    """Rules in order of id, the word classes they name, and what is wrong with them."""

    rules: tuple[Rule, ...]
    classes: WordClasses
    problems: tuple[Problem, ...]
    fingerprint: str

    @cached_property
    def compiled(self) -> CompiledRules:
        """The rules ready to run."""
        return CompiledRules(self.rules, Alphabet((rule.tree for rule in self.rules), self.classes))


def read_library(folders: Sequence[Path] = ()) -> RuleLibrary:
    """The shipped rules with `folders` laid over them in order; faults are in `problems`, not raised.

    A rule of a later folder replaces all of the same id before it, `- disable: ID` removes one; a class of a later
    folder replaces the earlier one, or adds to it where it is written `extend: true`.
    """
    problems: list[Problem] = []
    rules: dict[str, list[Rule]] = {}
    entries: dict[str, dict[str, object]] = {}
    digest = hashlib.sha256()
    for folder in (SHIPPED, *folders):
        seen: dict[str, str] = {}
        for path in sorted((folder / "classes").glob("*.yaml")):
            if path.name in _NOT_CLASSES:
                continue
            digest.update(path.read_bytes())
            data = _load(path, problems)
            for name, entry in (data or {}).items():
                if entry.get("extend") == "true" and name in entries:
                    entries[name] = _extended(entries[name], entry)
                else:
                    entries[name] = entry
        for path in sorted(_rule_files(folder)):
            digest.update(path.read_bytes())
            reader = RuleReader(str(path))
            reader.read(_load(path, problems))
            problems += reader.problems
            fresh: dict[str, list[Rule]] = {}
            for rule in reader.rules:
                fresh.setdefault(rule.id, []).append(rule)
            for name, made in fresh.items():
                if name in seen or len({rule.place for rule in made}) > 1:
                    where = made[-1]
                    problems.append(
                        Problem(where.file, (*where.place, "id"), f"id `{name}` is used twice", "give it another id")
                    )
                seen[name] = str(path)
            rules |= fresh
            for name in reader.disabled:
                if rules.pop(name, None) is None:
                    problems.append(
                        Problem(str(path), (), f"there is no rule `{name}` to disable", suggest(name, rules))
                    )
    classes = build(entries)
    ordered = tuple(rule for name in sorted(rules) for rule in rules[name])
    known = tuple(rule for rule in ordered if not _unknown_classes(rule, classes, problems))
    return RuleLibrary(known, classes, tuple(problems), digest.hexdigest()[:12])


def checked_library(folders: Sequence[Path] = ()) -> RuleLibrary:
    """As `read_library`, but raises PatternError for the first fault: nothing is run with broken rules."""
    for folder in folders:
        if not folder.is_dir():
            raise PatternError(str(folder), 1, 1, "there is no such folder", "give a folder with rules/*.yaml")
    library = read_library(folders)
    for problem in library.problems:
        line, column = problem.position()
        raise PatternError(problem.file, line, column, problem.message, problem.remedy)
    return library


def _rule_files(folder: Path) -> list[Path]:
    """Rule files: those of `rules/`, and for a user's folder also those at its top."""
    files = list((folder / "rules").glob("*.yaml"))
    return files if folder == SHIPPED else [*files, *folder.glob("*.yaml")]


def _load(path: Path, problems: list[Problem]) -> object:
    try:
        return load(path)
    except PatternError as error:
        problems.append(Problem(str(path), (), error.problem, error.remedy))
        return None


def _extended(old: dict[str, object], new: dict[str, object]) -> dict[str, object]:
    merged = dict(old)
    for key, value in new.items():
        before = merged.get(key)
        if isinstance(before, list) and isinstance(value, list):
            merged[key] = [*before, *value]
        elif key != "extend":
            merged[key] = value
    return merged


def _unknown_classes(rule: Rule, classes: WordClasses, problems: list[Problem]) -> bool:
    for slot, name in dict(rule.where).items():
        if not classes.forms.get(name):
            problems.append(Problem(rule.file, (*rule.place, "where", slot), f"there is no word class `<{name}>`",
                                    suggest(name, [known for known in classes.forms if "." not in known])))  # fmt: skip
    unknown = [
        (name, node)
        for node in walk(rule.tree)
        if isinstance(node, ClassRef)
        for name in node.names
        if not classes.forms.get(name)
    ]
    for name, node in unknown:
        plain = [known for known in classes.forms if "." not in known]
        problems.append(
            Problem(rule.file, (*rule.place, "pattern"), f"there is no word class `<{name}>`", suggest(name, plain),
                    node.column - 1)
        )  # fmt: skip
    return bool(unknown)
