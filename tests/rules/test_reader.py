"""Rule files as rules and faults."""

from __future__ import annotations

from typing import Any

import pytest

from pipeline.rules.reader import RuleReader

Entry = dict[str, Any]
PLAIN: Entry = {"id": "own.a", "kind": "level", "pattern": "hauled {value:measure} [in] {period}"}


def read(*entries: Any) -> RuleReader:
    reader = RuleReader("own.yaml")
    reader.read(list(entries))
    return reader


def test_a_plain_rule() -> None:
    """A rule of one kind claims the figure in its slot `value`."""
    (rule,) = read(PLAIN).rules
    (make,) = rule.makes
    assert (rule.id, rule.priority, make.kind, make.value) == ("own.a", 50, "level", "value")
    assert not rule.is_adjunct


def test_several_patterns() -> None:
    """Each pattern of a list makes a rule of the same id; the examples stand with the first."""
    rules = read(
        PLAIN | {"pattern": ["hauled {value}", "towed {value}"], "examples": ["It towed 5 tonnes."]}
    ).rules
    assert [rule.id for rule in rules] == ["own.a", "own.a"]
    assert [len(rule.examples) for rule in rules] == [1, 0]


def test_several_claims() -> None:
    """`makes` lists claims with their own slots and lenders."""
    entry = {"id": "own.b", "pattern": "{now:money} from {then:money}",
             "makes": [{"kind": "level", "value": "now"},
                       {"kind": "same", "value": "then", "like": "now", "at": "base"}]}  # fmt: skip
    (rule,) = read(entry).rules
    assert [(make.value, make.like, make.at) for make in rule.makes] == [
        ("now", None, "period"),
        ("then", "now", "base"),
    ]


def test_an_adjunct() -> None:
    """A rule without kind that adds or sets fields is an adjunct."""
    added, fixed = read(
        {"id": "own.c", "pattern": "set against {base:period}", "adds": ["base"]},
        {"id": "own.d", "pattern": "supposedly", "set": {"modality": "possible"}, "reach": "after"},
    ).rules
    assert (added.is_adjunct, dict(added.adds)) == (True, {"base": "base"})
    assert (fixed.is_adjunct, dict(fixed.sets), fixed.reach) == (True, {"modality": "possible"}, "after")


def test_disabled_rules() -> None:
    """`disable` names a rule and where it is named."""
    assert read({"disable": "level.worth"}).disabled == {"level.worth": (0, "disable")}


@pytest.mark.parametrize(
    ("entry", "place"),
    [
        ("text", (0,)),
        ({"kind": "level", "pattern": "hauled {value}"}, (0,)),
        ({"id": "own.a", "kind": "level"}, (0,)),
        (PLAIN | {"pattern": ""}, (0, "pattern")),
        (PLAIN | {"pattern": "hauled {value"}, (0, "pattern")),
        (PLAIN | {"pattern": "a " * 400}, (0, "pattern")),
        (PLAIN | {"colour": "red"}, (0, "colour")),
        (PLAIN | {"priority": "101"}, (0, "priority")),
        (PLAIN | {"kind": "levle"}, (0, "kind")),
        (PLAIN | {"set": {"direction": "up"}}, (0, "set", "direction")),
        (PLAIN | {"needs": ["owner"]}, (0, "needs")),
        (PLAIN | {"where": {"owner": "firm"}}, (0, "where", "owner")),
        (PLAIN | {"adds": ["period"]}, (0, "adds")),
        (PLAIN | {"makes": "level"}, (0, "makes")),
        ({"id": "own.a", "pattern": "hauled {value}"}, (0,)),
    ],
)
def test_faults(entry: Any, place: tuple[str | int, ...]) -> None:
    """Each fault is noted once at the place where it stands, and none ends the reading."""
    reader = read(entry, PLAIN | {"id": "own.z"})
    assert place in [problem.place for problem in reader.problems]
    assert "own.z" in [rule.id for rule in reader.rules]


@pytest.mark.parametrize("data", [None, ""])
def test_an_empty_file(data: Any) -> None:
    """A file without entries has no fault."""
    reader = RuleReader("own.yaml")
    reader.read(data)
    assert (reader.rules, reader.problems) == ([], [])
