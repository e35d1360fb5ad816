"""Class files to word classes; every fault is collected with the place where it stands."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from pipeline.rules.classes import PARTS
from pipeline.rules.problems import Faults, Place, suggest
from pipeline.rules.values import check_fields

Entry = dict[str, Any]
CLASS_KEYS = (*PARTS, "gives", "includes", "extend")
_NAME = re.compile(r"[a-z][a-z_]*\Z")


class ClassReader(Faults):
    """Reads the classes of one file into `entries`; entries at fault are left out."""

    def __init__(self, file: str) -> None:
        super().__init__(file)
        self.entries: dict[str, Entry] = {}

    def read(self, data: Any) -> None:
        """Read all classes: names, each with its verbs, nouns and words."""
        if data in (None, ""):
            return
        if not isinstance(data, dict):
            self.fault((), "a class file names classes", "write `name:` and below it `  words: [...]`")
            return
        for name, entry in data.items():
            if not _NAME.match(name):
                self.fault((name,), f"`{name}` is no name for a class", "use small letters and _", key=True)
            elif isinstance(entry, dict):
                self.entries[name] = self._entry(entry, (name,))
            else:
                self.fault(
                    (name,), f"`{name}` has no words", f"write `{name}:` and below it `  words: [...]`"
                )

    def _entry(self, entry: Entry, place: Place) -> Entry:
        self.keys(entry, CLASS_KEYS, "a key of a word class", place)
        read: Entry = {}
        for part in PARTS:
            if part in entry:
                read[part] = self._words(entry[part], (*place, part))
        if "gives" in entry:
            read["gives"] = self.mapping(entry, "gives", place, "{direction: increase}")
            check_fields(self, read["gives"], (*place, "gives"))
        if "includes" in entry:
            read["includes"] = list(self.texts(entry, "includes", place))
        if self.one_of(entry, "extend", ("true", "false"), place) == "true":
            read["extend"] = "true"
        if not read:
            self.fault(
                place, "the class holds no words", "add `words:`, `verbs:`, `nouns:` or `includes:`", key=True
            )
        return read

    def _words(self, data: Any, place: Place) -> list[Any]:
        if not isinstance(data, list):
            self.fault(place, f"`{place[-1]}` is a list of words", f"write `{place[-1]}: [one, two]`")
            return []
        kept: list[Any] = []
        for number, item in enumerate(data):
            where = (*place, number)
            if isinstance(item, dict) and len(item) == 1:
                word, gives = next(iter(item.items()))
                if isinstance(gives, dict) and all(isinstance(value, str) for value in gives.values()):
                    check_fields(self, gives, (*where, word))
                    kept.append(item)
                else:
                    self.fault(where, f"`{word}` gives nothing", "write `word: {direction: increase}`")
            elif isinstance(item, str) and item.strip():
                kept.append(item)
            else:
                self.fault(
                    where, "this is no word", "write a word, or `word: {field: value}`; `~` goes in quotes"
                )
        return kept


def check_includes(entries: Mapping[str, Entry], origins: Mapping[str, Faults]) -> dict[str, Entry]:
    """The classes without inclusions that are unknown or run in a circle, each noted as a fault."""
    sound: dict[str, Entry] = {}
    for name, entry in entries.items():
        kept = []
        for number, other in enumerate(entry.get("includes", ())):
            place = (name, "includes", number)
            if other not in entries:
                origins[name].fault(place, f"there is no word class `{other}`", suggest(other, entries))
            elif _reaches(other, name, entries):
                origins[name].fault(
                    place, f"`{name}` and `{other}` include each other", "remove one of the two"
                )
            else:
                kept.append(other)
        sound[name] = (
            {**entry, "includes": kept} if kept else {k: v for k, v in entry.items() if k != "includes"}
        )
    return sound


def _reaches(start: str, goal: str, entries: Mapping[str, Entry]) -> bool:
    pending, seen = [start], {start}
    while pending:
        here = pending.pop()
        if here == goal:
            return True
        fresh = [other for other in entries.get(here, {}).get("includes", ()) if other not in seen]
        seen.update(fresh)
        pending += fresh
    return False
