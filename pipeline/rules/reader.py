"""Rule files to rules; every fault is collected with the place where it stands, none ends the reading."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from pipeline.rules.effort import fault_of
from pipeline.rules.example_reader import read_examples
from pipeline.rules.grammar import GrammarError, Slot, parse, walk
from pipeline.rules.problems import Faults, Place, suggest
from pipeline.rules.rule import DEFAULT_PRIORITY, FIELDS, KINDS, REACHES, WHOLE, Make, Rule
from pipeline.rules.values import check_fields

KEYS = (
    "id", "says", "kind", "pattern", "priority", "set", "mention", "like", "at", "makes", "adds", "reach",
    "blocks", "needs", "known", "where", "examples", "not", "known_misses",
)  # fmt: skip
MAKE_KEYS = (
    "kind",
    "value",
    "mention",
    "set",
    "like",
    "at",
    *(field for field in FIELDS if field != "value"),
)
MAKE_KINDS = (*KINDS, "same")
_PRIORITIES = range(101)
_LONGEST = 600  # characters of a pattern


class RuleReader(Faults):
    """Reads the entries of one file into `rules` and `disabled` (ids with the places that name them)."""

    def __init__(self, file: str) -> None:
        super().__init__(file)
        self.rules: list[Rule] = []
        self.disabled: dict[str, Place] = {}

    def read(self, data: Any) -> None:
        """Read all entries: a list of rules, in which `- disable: ID` switches a rule off."""
        if data in (None, ""):
            return
        if not isinstance(data, list):
            self.fault((), "a rule file is a list of rules", "start each rule with `- id: ...`")
            return
        ids: set[str] = set()
        for number, entry in enumerate(data):
            place: Place = (number,)
            if isinstance(entry, dict) and set(entry) == {"disable"}:
                name = self.text(entry, "disable", place)
                if name is not None:
                    self.disabled[name] = (*place, "disable")
            elif isinstance(entry, dict):
                self._rule(entry, place, ids)
            else:
                self.fault(
                    place, "this entry is not a rule", "write `- id: ...` and the rule's keys below it"
                )

    def _rule(self, entry: Mapping[str, Any], place: Place, ids: set[str]) -> None:
        name = self.text(entry, "id", place)
        if not name:
            self.fault(place, "the rule has no id", "add `id: topic.what_it_reads`")
            name = f"unnamed.{place[0]}"
        elif name in ids:
            self.fault((*place, "id"), f"id `{name}` is used twice", "give it another id")
        ids.add(name)
        self.keys(entry, KEYS, "a key of a rule", place)
        if "pattern" not in entry:
            self.fault(place, f"rule `{name}` has no pattern", 'add `pattern: "..."`')
            return
        if isinstance(entry["pattern"], dict):
            self.fault(
                (*place, "pattern"),
                "the pattern is not text",
                "put it in quotes, since it starts with a brace",
            )
            return
        patterns = self.texts(entry, "pattern", place)
        if patterns == () and entry["pattern"] in ("", []):
            self.fault((*place, "pattern"), "the pattern is empty", "write the words that the rule matches")
        shared: dict[str, Any] = {
            "priority": self._priority(entry, place),
            "makes": self._makes(entry, place, patterns),
            "adds": self._adds(entry, place),
            "sets": {} if "kind" in entry or "makes" in entry else self._set(entry, place),
            "reach": self.one_of(entry, "reach", REACHES, place) or REACHES[0],
            "blocks": self.text(entry, "blocks", place),
            "where": self.mapping(entry, "where", place, "{object: deal_noun}"),
            "needs": self.texts(entry, "needs", place),
            "known": self.texts(entry, "known", place),
            "counter_examples": self.texts(entry, "not", place),
            "known_misses": tuple(read_examples(self, entry, "known_misses", place)),
        }
        makes, adds = (
            "kind" in entry or "makes" in entry,
            "adds" in entry or ("set" in entry and "kind" not in entry and "makes" not in entry),
        )
        if not makes and not adds and not shared["blocks"]:
            self.fault(place, f"rule `{name}` makes no claim", "add `kind:`, `makes:`, `adds:` or `blocks:`")
        if makes and "adds" in entry:
            self.fault(
                (*place, "adds"),
                "a rule makes claims or adds to them, not both",
                "make two rules of it",
                key=True,
            )
        examples = tuple(read_examples(self, entry, "examples", place))
        slots: set[str] = set()
        broken = False
        for number, text in enumerate(patterns):
            where = (*place, "pattern") if isinstance(entry["pattern"], str) else (*place, "pattern", number)
            try:
                if len(text) > _LONGEST:
                    raise GrammarError(1, "the pattern is too long", f"keep to {_LONGEST} characters")
                tree = parse(text)
            except GrammarError as error:
                self.fault(where, f"in `{text}`: {error.problem}", error.remedy, error.column - 1)
                broken = True
                continue
            refused = fault_of(tree)
            if refused is not None:
                self.fault(where, *refused)
                broken = True
                continue
            slots |= {node.name for node in walk(tree) if isinstance(node, Slot)}
            self.rules.append(
                Rule(id=name, pattern=text, tree=tree, file=self.file, place=place, pattern_place=where,
                     examples=examples if number == 0 else (), **shared)
            )  # fmt: skip
        if patterns and not broken:
            self._check_slots(entry, shared, slots, place)

    def _check_slots(
        self, entry: Mapping[str, Any], shared: Mapping[str, Any], slots: set[str], place: Place
    ) -> None:
        """Find fault with names of slots that none of the rule's patterns has."""
        for key in ("needs", "known"):
            self._named(shared[key], slots, (*place, key))
        self._named(shared["where"], slots, (*place, "where"), key=True)
        if shared["blocks"] != WHOLE:
            self._named([shared["blocks"]], slots, (*place, "blocks"))
        if "adds" in entry:
            self._named(shared["adds"].values(), slots, (*place, "adds"))
        for number, make in enumerate(shared["makes"]):
            where = (*place, "makes", number) if "makes" in entry else place
            for key, named in (
                ("value", [make.value]),
                ("like", [make.like]),
                ("mention", set(make.mention) - {WHOLE}),
            ):
                self._named(named, slots, (*where, key))
            for field, slot in make.slots.items():
                self._named([slot], slots, (*where, field))

    def _named(self, names: Iterable[str | None], slots: set[str], place: Place, key: bool = False) -> None:
        for name in names:
            if name is not None and name not in slots:
                remedy = suggest(name, slots) if slots else f"write {{{name}:type}} in the pattern"
                self.fault(
                    (*place, name) if key else place, f"the pattern has no slot `{{{name}}}`", remedy, key=key
                )

    def _priority(self, entry: Mapping[str, Any], place: Place) -> int:
        text = self.text(entry, "priority", place)
        if text is None:
            return DEFAULT_PRIORITY
        if text.isdecimal() and int(text) in _PRIORITIES:
            return int(text)
        self.fault((*place, "priority"), f"priority `{text}` is no whole number from 0 to 100", "50 is usual")
        return DEFAULT_PRIORITY

    def _makes(self, entry: Mapping[str, Any], place: Place, patterns: tuple[str, ...]) -> tuple[Make, ...]:
        if "makes" in entry:
            makes = entry["makes"]
            if not isinstance(makes, list) or not all(isinstance(make, dict) for make in makes) or not makes:
                self.fault(
                    (*place, "makes"),
                    "`makes` is a list of claims",
                    "write `makes: [{kind: level, value: x}]`",
                )
                return ()
            return tuple(self._make(make, (*place, "makes", number)) for number, make in enumerate(makes))
        if "kind" not in entry:
            return ()
        own = {key: entry[key] for key in ("kind", "set", "mention", "like", "at") if key in entry}
        if any("{value" in pattern for pattern in patterns):
            own["value"] = "value"
        return (self._make(own, place),)

    def _make(self, entry: Mapping[str, Any], place: Place) -> Make:
        self.keys(entry, MAKE_KEYS, "a key of a claim", place)
        if "kind" not in entry:
            self.fault(place, "the claim has no kind", "add `kind: level` or another")
        return Make(
            kind=self.one_of(entry, "kind", MAKE_KINDS, place) or "level",
            value=self.text(entry, "value", place),
            mention=self.texts(entry, "mention", place),
            sets=self._set(entry, place),
            slots={key: slot for key in FIELDS
                   if key in entry and key != "value" and (slot := self.text(entry, key, place)) is not None},
            like=self.text(entry, "like", place),
            at="base" if self.one_of(entry, "at", ("period", "base"), place) == "base" else "period",
        )  # fmt: skip

    def _set(self, entry: Mapping[str, Any], place: Place) -> dict[str, str]:
        sets = self.mapping(entry, "set", place, "{direction: increase}")
        check_fields(self, sets, (*place, "set"))
        return sets

    def _adds(self, entry: Mapping[str, Any], place: Place) -> Mapping[str, str]:
        adds: Mapping[str, str]
        if isinstance(entry.get("adds"), list | str):
            adds = {name: name for name in self.texts(entry, "adds", place)}
        else:
            adds = self.mapping(entry, "adds", place, "{base: base}")
        for key in adds:
            if key not in FIELDS:
                self.fault(
                    (*place, "adds", key),
                    f"`{key}` is not a field of a claim",
                    suggest(key, FIELDS),
                    key=True,
                )
        return adds
