"""Rule files to rules; every fault is collected with the place where it stands, none ends the reading."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from pipeline.rules.grammar import GrammarError, Slot, parse, walk
from pipeline.rules.rule import DEFAULT_PRIORITY, FIELDS, KINDS, Example, Make, Rule

Place = tuple[str | int, ...]
KEYS = (
    "id", "kind", "pattern", "priority", "mention", "set", "makes", "adds", "reach", "blocks", "examples", "not",
    "known_misses", "says", "known", "needs", "where", "like", "at",
)  # fmt: skip
MAKE_KEYS = ("kind", "value", "mention", "set", "like", "at", *FIELDS)
EXAMPLE_KEYS = ("text", "claim", "claims", "published")
REACHES = ("before", "after", "sentence")


@dataclass(frozen=True, slots=True)
class Problem:
    """A fault in a rule file: `place` is the path of keys and indexes that leads to it."""

    file: str
    place: Place
    message: str
    remedy: str = ""
    offset: int = 0

    def position(self) -> tuple[int, int]:
        """Line and column, from 1; found by reading the file again with its marks."""
        try:
            node = yaml.compose(Path(self.file).read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
        except (OSError, UnicodeDecodeError, yaml.YAMLError):
            return (1, 1)
        for key in self.place:
            node = _child(node, key) or node
        if node is None:
            return (1, 1)
        quoted = 1 if isinstance(node, yaml.ScalarNode) and node.style in ("'", '"') else 0
        return (node.start_mark.line + 1, node.start_mark.column + 1 + (quoted + self.offset if self.offset else 0))


def _child(node: yaml.Node | None, key: str | int) -> yaml.Node | None:
    if isinstance(node, yaml.SequenceNode) and isinstance(key, int):
        return node.value[key] if key < len(node.value) else None
    if isinstance(node, yaml.MappingNode):
        for name, value in node.value:
            if name.value == key:
                return value  # type: ignore[no-any-return]
    return None


def suggest(word: str, known: Iterable[str]) -> str:
    """A hint that names the known word nearest to a misspelt one."""
    import difflib

    close = difflib.get_close_matches(word, list(known), n=1)
    return f"did you mean `{close[0]}`?" if close else "known are: " + ", ".join(sorted(known)[:40])


class RuleReader:
    """Reads the entries of one file; `rules` and `problems` grow as it goes."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.rules: list[Rule] = []
        self.disabled: list[str] = []
        self.problems: list[Problem] = []

    def fault(self, place: Place, message: str, remedy: str = "", offset: int = 0) -> None:
        self.problems.append(Problem(self.file, place, message, remedy, offset))

    def read(self, data: Any) -> None:
        """Read all entries: a list of rules, in which `- disable: ID` switches a rule off."""
        if data in (None, ""):
            return
        if not isinstance(data, list):
            self.fault((), "a rule file is a list of rules", "start each rule with `- id: ...`")
            return
        for number, entry in enumerate(data):
            if isinstance(entry, dict) and set(entry) == {"disable"}:
                self.disabled.append(str(entry["disable"]))
            elif isinstance(entry, dict):
                self.rule(entry, (number,))
            else:
                self.fault((number,), "this entry is not a rule", "write `- id: ...` and the rule's keys below it")

    def rule(self, entry: Mapping[str, Any], place: Place) -> None:
        name = entry.get("id")
        if not isinstance(name, str) or not name:
            self.fault(place, "the rule has no id", "add `id: topic.what_it_reads`")
            name = f"unnamed.{place[0]}"
        for key in entry:
            if key not in KEYS:
                self.fault((*place, key), f"`{key}` is not a key of a rule", suggest(key, KEYS))
        patterns = entry.get("pattern")
        if isinstance(patterns, str):
            listed: list[tuple[str, Place]] = [(patterns, (*place, "pattern"))]
        elif isinstance(patterns, list) and patterns and all(isinstance(item, str) for item in patterns):
            listed = [(text, (*place, "pattern", number)) for number, text in enumerate(patterns)]
        else:
            self.fault(place, f"rule `{name}` has no pattern", "add `pattern: \"...\"`")
            return
        shared = {
            "priority": self._priority(entry, place),
            "makes": self._makes(entry, place),
            "adds": self._adds(entry, place),
            "reach": self._one_of(entry, "reach", REACHES, place) or "before",
            "blocks": entry.get("blocks"),
            "where": self._mapping(entry, "where", place),
            "needs": tuple(self._texts(entry.get("needs", ()), (*place, "needs"))),
            "known": tuple(self._texts(entry.get("known", ()), (*place, "known"))),
            "counter_examples": tuple(self._texts(entry.get("not", ()), (*place, "not"))),
            "known_misses": tuple(self._examples(entry.get("known_misses", ()), (*place, "known_misses"))),
        }
        if not shared["makes"] and not shared["adds"] and not shared["blocks"]:
            self.fault(place, f"rule `{name}` makes no claim", "add `kind:`, `makes:`, `adds:` or `blocks:`")
        examples = tuple(self._examples(entry.get("examples", ()), (*place, "examples")))
        for number, (text, where) in enumerate(listed):
            try:
                tree = parse(text)
            except GrammarError as error:
                self.fault(where, f"in `{text}`: {error.problem}", error.remedy, error.column - 1)
                continue
            slots = {node.name for node in walk(tree) if isinstance(node, Slot)}
            self._check_slots(shared["makes"], shared["adds"], slots, where, text)
            given = examples if number == 0 else ()
            self.rules.append(
                Rule(id=name, pattern=text, tree=tree, examples=given, file=self.file, place=place, **shared)
            )

    def _check_slots(
        self, makes: Sequence[Make], adds: Mapping[str, str], slots: set[str], where: Place, text: str
    ) -> None:
        for make in makes:
            for slot in (make.value, make.like, *make.mention, *dict(make.slots).values()):
                if slot is not None and slot not in slots:
                    self.fault(where, f"`{text}` has no slot `{{{slot}}}`", suggest(slot, slots) if slots else "")

    def _priority(self, entry: Mapping[str, Any], place: Place) -> int:
        text = entry.get("priority", str(DEFAULT_PRIORITY))
        if isinstance(text, str) and text.lstrip("-").isdigit():
            return int(text)
        self.fault((*place, "priority"), f"priority `{text}` is not a whole number", "use 0 to 100; 50 is usual")
        return DEFAULT_PRIORITY

    def _makes(self, entry: Mapping[str, Any], place: Place) -> tuple[Make, ...]:
        if "makes" in entry:
            if isinstance(entry["makes"], list):
                pairs = [(make, (*place, "makes", i)) for i, make in enumerate(entry["makes"])]
                return tuple(self._make(make, where) for make, where in pairs if isinstance(make, dict))
            self.fault((*place, "makes"), "`makes` is a list of claims", "write `makes: [{kind: level, value: x}]`")
            return ()
        if "kind" in entry:
            named = {key: entry[key] for key in ("kind", "set", "mention", "like", "at") if key in entry}
            return (self._make(named, place, patterns=entry.get("pattern")),)
        return ()

    def _make(self, entry: Mapping[str, Any], place: Place, patterns: Any = None) -> Make:
        for key in entry:
            if key not in MAKE_KEYS:
                self.fault((*place, key), f"`{key}` is not a key of a claim", suggest(key, MAKE_KEYS))
        kind = self._one_of(entry, "kind", (*KINDS, "same"), place) or "level"
        value = entry.get("value")
        if patterns is not None:
            first = patterns if isinstance(patterns, str) else next(iter(patterns), "")
            value = "value" if "{value" in str(first) else None
        mention = entry.get("mention", ())
        sets = entry.get("set", {})
        if not isinstance(sets, dict):
            self.fault((*place, "set"), "`set` gives fields their values", "write `set: {direction: increase}`")
            sets = {}
        for key in sets:
            if key not in FIELDS:
                self.fault((*place, "set", key), f"`{key}` is not a field of a claim", suggest(key, FIELDS))
        slots = {key: entry[key] for key in FIELDS if key in entry and key != "value"}
        mention = (mention,) if isinstance(mention, str) else tuple(mention)
        at = self._one_of(entry, "at", ("period", "base"), place) or "period"
        return Make(kind, value, mention, sets, slots, entry.get("like"), at)

    def _adds(self, entry: Mapping[str, Any], place: Place) -> dict[str, str]:
        adds = entry.get("adds", {})
        if isinstance(adds, list):
            adds = {name: "" for name in adds}
        if not isinstance(adds, dict):
            self.fault((*place, "adds"), "`adds` names the fields that are added", "write `adds: [base]`")
            return {}
        for key in adds:
            if key not in FIELDS:
                self.fault((*place, "adds"), f"`{key}` is not a field of a claim", suggest(key, FIELDS))
        return dict(adds)

    def _mapping(self, entry: Mapping[str, Any], key: str, place: Place) -> dict[str, str]:
        value = entry.get(key, {})
        if isinstance(value, dict) and all(isinstance(item, str) for item in value.values()):
            return dict(value)
        self.fault((*place, key), f"`{key}` is a list of slots and classes", f"write `{key}: {{object: class}}`")
        return {}

    def _one_of(self, entry: Mapping[str, Any], key: str, known: Sequence[str], place: Place) -> Any:
        value = entry.get(key)
        if value is not None and value not in known:
            self.fault((*place, key), f"`{value}` is no {key}", suggest(str(value), known))
            return None
        return value

    def _texts(self, data: Any, place: Place) -> list[str]:
        if isinstance(data, list | tuple) and all(isinstance(item, str) for item in data):
            return list(data)
        self.fault(place, "this is a list of sentences", "write `- A sentence.` on lines of their own")
        return []

    def _examples(self, data: Any, place: Place) -> list[Example]:
        examples = []
        if not isinstance(data, list | tuple):
            self.fault(place, "this is a list of examples", "write `- text: A sentence.` and `claim: {...}`")
            return []
        for number, item in enumerate(data):
            where = (*place, number)
            if not isinstance(item, dict) or "text" not in item:
                self.fault(where, "the example has no text", "write `- text: A sentence.`")
                continue
            for key in item:
                if key not in EXAMPLE_KEYS:
                    self.fault((*where, key), f"`{key}` is not a key of an example", suggest(key, EXAMPLE_KEYS))
            claims = item.get("claims", [item["claim"]] if "claim" in item else [])
            for claim in claims:
                for key in claim if isinstance(claim, dict) else ():
                    if key not in (*FIELDS, "kind", "mention"):
                        self.fault(where, f"`{key}` is not a field of a claim", suggest(key, FIELDS))
            examples.append(Example(item["text"], tuple(claims), item.get("published")))
        return examples
