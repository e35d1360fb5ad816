"""Patterns to regular expressions over an alphabet of tokens; rules found by their words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from pipeline.rules.alphabet import Alphabet
from pipeline.rules.grammar import (
    Choice,
    ClassRef,
    Gap,
    Node,
    Not,
    Optional,
    Sequence,
    Slot,
    Word,
    leading,
    walk,
)
from pipeline.rules.rule import Rule


@dataclass(slots=True)
class _Groups:
    """Named groups handed out while a pattern is written as a regular expression."""

    slots: dict[str, str] = field(default_factory=dict)
    classes: dict[str, ClassRef] = field(default_factory=dict)

    def slot(self, name: str) -> str:
        group = f"s{len(self.slots)}"
        self.slots[group] = name
        return group

    def of_class(self, node: ClassRef) -> str:
        group = f"c{len(self.classes)}"
        self.classes[group] = node
        return group


class CompiledRule:
    """One rule ready to run. The expression is made on first use: most rules never meet their trigger."""

    def __init__(self, rule: Rule, alphabet: Alphabet) -> None:
        self.rule = rule
        self.alphabet = alphabet
        self.roles = [node for node in walk(rule.tree) if isinstance(node, Slot) and node.role]
        self.groups = _Groups()
        self.trigger = trigger(rule.tree)
        self.found_by = alphabet.wants(self.trigger)
        self.in_order = tuple(filter(None, map(alphabet.wants, _required(rule.tree))))
        self.trigger_group = ""

    def could_match(self, marks: Iterable[str]) -> bool:
        """Whether the words and characters of mentions that a rule requires stand in its order.

        Four of ten rules whose words a sentence holds end here, before their expressions are made.
        """
        left = iter(marks)
        return not any(wanted.isdisjoint(left) for wanted in self.in_order)

    @cached_property
    def expression(self) -> re.Pattern[str]:
        return re.compile(self._write(self.rule.tree))

    def _write(self, node: Node, first: bool = True) -> str:
        if isinstance(node, Sequence):
            return "".join(
                self._write(
                    item,
                    first and all(isinstance(before, Slot) and before.role for before in node.items[:at]),
                )
                for at, item in enumerate(node.items)
            )
        if isinstance(node, Choice):
            options = "|".join(self._write(option, first) for option in node.options)
            if node is self.trigger:
                self.trigger_group = "t"
            return f"(?P<t>{options})" if node is self.trigger else f"(?:{options})"
        if isinstance(node, Optional):
            return f"(?:{self._write(node.item, first)})?"
        if isinstance(node, Not):
            return self._not_before(node.item) if first else f"(?!{self._write(node.item)})"
        if isinstance(node, Gap):
            return self.alphabet.gap(node)
        if isinstance(node, ClassRef):
            group = self.groups.of_class(node)
            if node is self.trigger:
                self.trigger_group = group
            return f"(?P<{group}>{self.alphabet.class_ref(node)})"
        if isinstance(node, Slot):
            if node.role:
                return ""
            group = self.groups.slot(node.name)
            if node is self.trigger:
                self.trigger_group = group
            return f"(?P<{group}>{self.alphabet.slot(node)})"
        text = self.alphabet.word(node.text)
        if node is self.trigger:
            self.trigger_group = "t"
            return f"(?P<t>{text})"
        return text

    def _not_before(self, node: Node) -> str:
        """What must not stand before the match; look-behinds have one length, so each option gets its own."""
        if isinstance(node, Choice):
            return "".join(self._not_before(option) for option in node.options)
        options = self.alphabet.options(node) if isinstance(node, ClassRef) else [self._write(node, False)]
        return "".join(f"(?<!{option})" for option in options)


def trigger(tree: Node) -> Node:
    """The element that a rule is found by and whose clause its roles are looked up in.

    The first required class, else the first required word of three letters or more, else the first required
    mention, else the first required choice between words and classes.
    """
    required = _required(tree)
    for wanted in (ClassRef, Word, Slot, Choice):
        for node in required:
            if isinstance(node, Slot) and (
                node.role or not {"phrase", "noun", "verb"}.isdisjoint(node.types)
            ):
                continue
            if isinstance(node, wanted) and not (isinstance(node, Word) and len(node.text) < 3):
                return node
    return required[0] if required else tree


def _required(node: Node) -> list[Node]:
    if isinstance(node, Sequence):
        return [below for item in node.items for below in _required(item)]
    if isinstance(node, Word | ClassRef | Slot):
        return [node]
    if isinstance(node, Choice) and all(
        isinstance(leading(option), Word | ClassRef) for option in node.options
    ):
        return [node]
    return []


class CompiledRules:
    """All rules over one alphabet; `candidates` names those whose required elements a sentence holds."""

    def __init__(self, rules: tuple[Rule, ...], alphabet: Alphabet) -> None:
        self.alphabet = alphabet
        self.rules = [CompiledRule(rule, alphabet) for rule in rules]
        needs = list(dict.fromkeys(wanted for rule in self.rules for wanted in rule.in_order))
        number = {wanted: 1 << at for at, wanted in enumerate(needs)}
        self._needs = [sum({number[wanted] for wanted in rule.in_order}) for rule in self.rules]
        self._met_by = {word: sum(1 << at for at in places) for word, places in _places(needs).items()}
        self._found_by = _places(rule.found_by for rule in self.rules)

    def candidates(self, held: frozenset[str]) -> Iterator[CompiledRule]:
        """Rules that could match where these lower-case words and characters of mentions stand, in order.

        What rules need and what is met are the bits of numbers, which are compared at once.
        """
        met, needs = 0, self._needs
        for word in held & self._met_by.keys():
            met |= self._met_by[word]
        unmet = ~met
        found = {
            at
            for word in held & self._found_by.keys()
            for at in self._found_by[word]
            if not needs[at] & unmet
        }
        return map(self.rules.__getitem__, sorted(found))


def _places(sets: Iterable[frozenset[str]]) -> dict[str, list[int]]:
    """In which of some sets each word stands."""
    found: dict[str, list[int]] = {}
    for at, words in enumerate(sets):
        for word in words:
            found.setdefault(word, []).append(at)
    return found
