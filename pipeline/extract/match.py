"""Where rules match in a sentence, and what fills their slots there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pipeline.extract.line import Line
from pipeline.rules.compile import CompiledRule, CompiledRules
from pipeline.rules.grammar import Slot
from pipeline.rules.rule import Rule

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Match:
    """One match: element ranges (end exclusive) of the whole, the trigger and each linear slot, what the
    classes gave, and the slots that the parse is to fill.
    """

    rule: Rule
    line: Line
    start: int
    end: int
    trigger: Range
    slots: Mapping[str, Range]
    gives: Mapping[str, str]
    roles: Sequence[Slot]


def find_matches(rules: CompiledRules, line: Line) -> Iterator[Match]:
    """All matches in one sentence, at most one for each rule and starting place."""
    for compiled in rules.candidates(line.held):
        if not compiled.could_match(line.marks):
            continue
        expression = compiled.expression
        start = 0
        while (found := expression.search(line.chars, start)) is not None:
            if found.end() == found.start():
                break
            yield _match(compiled, line, found)
            start = found.start() + 1


def _match(compiled: CompiledRule, line: Line, found) -> Match:  # type: ignore[no-untyped-def]
    slots: dict[str, Range] = {}
    for group, name in compiled.groups.slots.items():
        if found.start(group) >= 0:
            slots.setdefault(name, found.span(group))
    gives: dict[str, str] = {}
    for group, node in compiled.groups.classes.items():
        if found.start(group) >= 0:
            gives |= compiled.alphabet.gives(node, line.words(*found.span(group)))
    group = compiled.trigger_group
    trigger = found.span(group) if group and found.start(group) >= 0 else found.span()
    return Match(compiled.rule, line, found.start(), found.end(), trigger, slots, gives, compiled.roles)
