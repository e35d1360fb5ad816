"""Where rules match in a sentence, and what fills their slots there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pipeline.extract.line import Line
from pipeline.rules.alphabet import WIDTH
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
            start = found.start() + WIDTH


def _match(compiled: CompiledRule, line: Line, found: re.Match[str]) -> Match:
    whole = elements(found)
    slots: dict[str, Range] = {}
    for group, name in compiled.groups.slots.items():
        if found.start(group) >= 0:
            slots.setdefault(name, elements(found, group))
    gives: dict[str, str] = {}
    for group, node in compiled.groups.classes.items():
        if found.start(group) >= 0:
            gives |= compiled.alphabet.gives(node, line.words(*elements(found, group)))
    group = compiled.trigger_group
    trigger = elements(found, group) if group and found.start(group) >= 0 else whole
    return Match(compiled.rule, line, *whole, trigger, slots, gives, compiled.roles)


def elements(found: re.Match[str], group: str | int = 0) -> Range:
    """The elements of the line that a group of a match covers (end exclusive)."""
    start, end = found.span(group)
    return start // WIDTH, end // WIDTH
