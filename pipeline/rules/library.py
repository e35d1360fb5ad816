"""The rule set in force: the shipped rules and word classes with a user's folders laid over them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from pipeline.errors import PatternError
from pipeline.rules.alphabet import Alphabet
from pipeline.rules.class_reader import ClassReader, Entry, check_includes
from pipeline.rules.classes import WordClasses, build
from pipeline.rules.compile import CompiledRules
from pipeline.rules.fingerprint import fingerprint
from pipeline.rules.grammar import ClassRef, walk
from pipeline.rules.problems import Faults, Place, Problem, suggest
from pipeline.rules.reader import RuleReader
from pipeline.rules.rule import Rule
from pipeline.rules.source import read_source
from pipeline.rules.tables import SHIPPED

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

    A rule of a later folder replaces the one of the same id before it, `- disable: ID` removes one; a class
    of a later folder replaces the earlier one, or adds to it where it is written `extend: true`. Within a
    folder the names of files and the order of rules say nothing.
    """
    layers = [_Layer(folder) for folder in (SHIPPED, *folders)]
    rules: dict[str, list[Rule]] = {}
    entries: dict[str, Entry] = {}
    origins: dict[str, Faults] = {}
    for layer in layers:
        for name, entry in layer.classes.items():
            entries[name] = (
                _extended(entries[name], entry) if "extend" in entry and name in entries else entry
            )
            origins[name] = layer.origins[name]
        for reader in layer.readers:
            for name, place in reader.disabled.items():
                if rules.pop(name, None) is None:
                    reader.fault(place, f"there is no rule `{name}` below this folder", suggest(name, rules))
        rules |= layer.rules
    classes = build(check_includes(entries, origins))
    for name in class_names(rule for made in rules.values() for rule in made):
        classes.add_single(name)
    known = tuple(
        rule for name in sorted(rules) for rule in rules[name] if not _unknown_classes(rule, classes, layers)
    )
    return RuleLibrary(
        known,
        classes,
        tuple(problem for layer in layers for problem in layer.problems()),
        fingerprint(folders),
    )


def class_names(rules: Iterable[Rule]) -> Iterator[str]:
    """The names of word classes that stand in patterns."""
    for rule in rules:
        for node in walk(rule.tree):
            if isinstance(node, ClassRef):
                yield from node.names


class _Layer:
    """The rules and classes of one folder."""

    def __init__(self, folder: Path) -> None:
        self.readers: list[RuleReader] = []
        self.class_readers: list[ClassReader] = []
        self.source_problems: list[Problem] = []
        self.rules: dict[str, list[Rule]] = {}
        self.classes: dict[str, Entry] = {}
        self.origins: dict[str, Faults] = {}
        for path in sorted((folder / "classes").glob("*.yaml")):
            if path.name not in _NOT_CLASSES:
                self._read_classes(path)
        for path in sorted(_rule_files(folder)):
            self._read_rules(path)

    def problems(self) -> Iterator[Problem]:
        """Every fault of the folder's files."""
        yield from self.source_problems
        for reader in (*self.class_readers, *self.readers):
            yield from reader.problems

    def fault(self, rule: Rule, place: Place, message: str, remedy: str, offset: int = 0) -> bool:
        """Note a fault of a rule if its file is of this folder."""
        reader = next((reader for reader in self.readers if reader.file == rule.file), None)
        if reader is not None:
            reader.fault(place, message, remedy, offset)
        return reader is not None

    def _read_classes(self, path: Path) -> None:
        reader = ClassReader(str(path))
        self.class_readers.append(reader)
        reader.read(self._data(path))
        for name, entry in reader.entries.items():
            if name in self.classes:
                there = Path(self.origins[name].file).name
                reader.fault(
                    (name,), f"class `{name}` stands in {there} too", "give it another name", key=True
                )
            self.classes[name], self.origins[name] = entry, reader

    def _read_rules(self, path: Path) -> None:
        reader = RuleReader(str(path))
        self.readers.append(reader)
        reader.read(self._data(path))
        there = set(self.rules)
        for rule in reader.rules:
            if rule.id in there:
                other = Path(self.rules[rule.id][0].file).name
                reader.fault(
                    (*rule.place, "id"), f"id `{rule.id}` stands in {other} too", "give it another id"
                )
                there.remove(rule.id)
            self.rules.setdefault(rule.id, []).append(rule)

    def _data(self, path: Path) -> object:
        data, problems = read_source(path)
        self.source_problems += problems
        return data


def checked_library(folders: Sequence[Path] = ()) -> RuleLibrary:
    """As `read_library`, but raises PatternError for the first fault: nothing is run with broken rules."""
    for folder in folders:
        if not folder.is_dir():
            raise PatternError(
                str(folder), 1, 1, "there is no such folder", "give a folder with rules/*.yaml"
            )
    library = read_library(folders)
    for problem in library.problems:
        line, column = problem.position()
        raise PatternError(problem.file, line, column, problem.message, problem.remedy)
    return library


def _rule_files(folder: Path) -> list[Path]:
    """Rule files: those of `rules/`, and for a user's folder also those at its top."""
    files = list((folder / "rules").glob("*.yaml"))
    return files if folder == SHIPPED else [*files, *folder.glob("*.yaml")]


def _extended(old: Entry, new: Entry) -> Entry:
    merged = dict(old)
    for key, value in new.items():
        before = merged.get(key)
        if isinstance(before, list) and isinstance(value, list):
            merged[key] = [*before, *value]
        elif key != "extend":
            merged[key] = value
    return merged


def _unknown_classes(rule: Rule, classes: WordClasses, layers: Sequence[_Layer]) -> bool:
    """Whether a rule names word classes that there are not; each is noted as a fault of the rule's file."""
    named = [
        (name.removeprefix("not "), (*rule.place, "where", slot), 0)
        for slot, name in dict(rule.where).items()
    ]
    named += [
        (name, rule.pattern_place, node.column - 1)
        for node in walk(rule.tree)
        if isinstance(node, ClassRef)
        for name in node.names
    ]
    unknown = [each for each in named if not classes.forms.get(each[0])]
    for name, place, offset in unknown:
        whole, _, part = name.partition(".")
        if part and classes.forms.get(whole):
            message, remedy = f"the word class `<{whole}>` has no {part}", f"write <{whole}>"
        else:
            plain = [known for known in classes.forms if "." not in known]
            message, remedy = f"there is no word class `<{name}>`", suggest(whole, plain)
        for layer in layers:
            layer.fault(rule, place, message, remedy, offset)
    return bool(unknown)
