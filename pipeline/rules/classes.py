"""Word classes: named lists of words whose entries may carry values (`rise` gives direction increase).

rise:
  gives: {direction: increase}
  verbs: [rise, go up, {soar: {direction: increase}}]
  nouns: [increase, growth]
move:
  includes: [rise, fall]
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from pipeline.rules.inflect import phrase_forms

PARTS = ("verbs", "nouns", "words")
Gives = Mapping[str, str]


@dataclass(slots=True)
class WordClasses:
    """Every class with its inflected forms.

    `forms[name][form]` is what the form gives, for `name` a class (`rise`) or a part of one (`rise.verbs`); a
    form is one or more lower-case words joined by spaces.
    """

    forms: dict[str, dict[str, Gives]] = field(default_factory=dict)

    def add(self, name: str, entry: Mapping[str, Any]) -> None:
        """Add the entries of one class as read from a file (see the module's docstring for the shape)."""
        common = entry.get("gives", {})
        whole = self.forms.setdefault(name, {})
        for part in PARTS:
            forms = self.forms.setdefault(f"{name}.{part}", {})
            for item in entry.get(part, ()):
                phrase, gives = next(iter(item.items())) if isinstance(item, dict) else (item, {})
                for form in phrase_forms(phrase, part):
                    forms[form] = whole[form] = {**common, **gives}

    def add_single(self, name: str) -> None:
        """Add the class of the forms of one verb (`to rise`) or noun (`a job`); leave other names alone."""
        article, _, word = name.partition(" ")
        if word and name not in self.forms:
            self.add(name, {"verbs" if article == "to" else "nouns": [word]})

    def include(self, name: str, others: Iterable[str]) -> None:
        """Let class `name` hold all that others hold, part by part. Raises KeyError for an unknown one."""
        for other in others:
            for part in ("", *(f".{part}" for part in PARTS)):
                self.forms.setdefault(name + part, {}).update(self.forms[other + part])


def build(entries: Mapping[str, Mapping[str, Any]]) -> WordClasses:
    """Word classes from their entries; `includes` may name classes in any order but not in a circle."""
    classes = WordClasses()
    for name, entry in entries.items():
        classes.add(name, entry)
    pending = {name: list(entry["includes"]) for name, entry in entries.items() if "includes" in entry}
    while pending:
        ready = [name for name, others in pending.items() if not any(other in pending for other in others)]
        if not ready:
            raise KeyError(f"classes include each other in a circle: {', '.join(sorted(pending))}")
        for name in ready:
            classes.include(name, pending.pop(name))
    return classes
