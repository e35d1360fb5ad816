"""A cascade of rewriting rules over a row of classified words.

Every word of the text that the rules know is an Item of one class; a stretch of other words is one Item of
class OTHER. A rule's pattern is written in names of classes and in plain words and is compiled to a regular
expression over a string that holds one character per item, so that a rule costs one scan of a short string.
What a rule makes of its match stands as one Item in the row that the next rule reads.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

OTHER = "OTHER"
_ELEMENT = re.compile(r"([!<])?(?:(\w+):)?([A-Z][A-Z0-9_]*|[a-z]+|,|/|\.)|([()|?])|(\s+)")


@dataclass(slots=True)
class Item:
    """One word, or what rules made of several: its class, its place in the text and what it means."""

    kind: str
    start: int
    end: int
    value: Any = None


Production = Callable[..., Any]


@dataclass(frozen=True, slots=True)
class Rule:
    """Where `pattern` stands, `make` is called with the context and the values of the named items.

    The result becomes one item of class `kind`; None leaves the words as they are.
    """

    kind: str
    pattern: str
    make: Production


class Alphabet:
    """Gives every class and every plain word of the patterns a character, and compiles patterns over them.

    `classes` tells the class of words: a plain word in a pattern stays a member of its class in the others.
    """

    def __init__(self, unions: Mapping[str, Sequence[str]], classes: Mapping[str, str]) -> None:
        self._unions = unions
        self._classes = classes
        self._members: dict[str, set[str]] = {}
        self._codes: dict[str, str] = {}

    def code(self, kind: str) -> str:
        """The character of a class or plain word."""
        if kind not in self._codes:
            self._codes[kind] = chr(0x4E00 + len(self._codes))
        return self._codes[kind]

    @property
    def words(self) -> set[str]:
        """The plain words that patterns mention."""
        return {kind for kind in self._codes if not kind[0].isupper()}

    def learn(self, pattern: str) -> None:
        """Take note of the plain words of a pattern; all are learnt before the first is compiled."""
        for _, _, element, _, _ in _ELEMENT.findall(pattern):
            if element and not element[0].isupper():
                self.code(element)
                if kind := self._classes.get(element):
                    self._members.setdefault(kind, set()).add(element)

    def characters(self, element: str) -> str:
        """The characters that a class, union or plain word of a pattern matches."""
        kinds = self._unions.get(element, (element,))
        every = [member for kind in kinds for member in (kind, *sorted(self._members.get(kind, ())))]
        return "".join(self.code(kind) for kind in every)

    def compile(self, pattern: str) -> re.Pattern[str]:
        out: list[str] = []
        for guard, name, element, operator, space in _ELEMENT.findall(pattern):
            if space:
                continue
            if operator:
                out.append("(?:" if operator == "(" else operator)
                continue
            chars = self.characters(element)
            group = f"[{chars}]" if len(chars) > 1 else chars
            if guard:
                out.append(f"(?!{group})" if guard == "!" else f"(?<={group})")
            else:
                out.append(f"(?P<{name}>{group})" if name else group)
        return re.compile("".join(out))

    def required(self, pattern: str) -> frozenset[str]:
        """Characters of which one is in every match: those of the rarest element that is not optional."""
        tokens = [token for token in _ELEMENT.findall(pattern) if not token[4]]
        found: list[str] = []
        depth = 0
        for token, after in zip(tokens, [*tokens[1:], None], strict=True):
            guard, _, element, operator, _ = token
            depth += {"(": 1, ")": -1}.get(operator, 0)
            if operator == "|" and not depth:
                return frozenset()
            if element and guard != "!" and not depth and (after is None or after[3] != "?"):
                found.append(self.characters(element))
        rarest = min(found, key=len, default="")
        return frozenset(rarest)


class _Compiled:
    """One rule ready to run. The expression is made on first use: many rules never meet what they require."""

    def __init__(self, rule: Rule, alphabet: Alphabet) -> None:
        self.rule = rule
        self.required = alphabet.required(rule.pattern)
        self._alphabet = alphabet

    @cached_property
    def regex(self) -> re.Pattern[str]:
        return self._alphabet.compile(self.rule.pattern)


class Cascade:
    """The rules of one grammar in the order in which they are tried."""

    def __init__(
        self, rules: Sequence[Rule], unions: Mapping[str, Sequence[str]], classes: Mapping[str, str]
    ) -> None:
        self.alphabet = Alphabet(unions, classes)
        for pattern in [rule.pattern for rule in rules] + [" ".join(kinds) for kinds in unions.values()]:
            self.alphabet.learn(pattern)
        self._rules = [_Compiled(rule, self.alphabet) for rule in rules]

    def run(self, items: list[Item], context: Any) -> list[Item]:
        """The row after all rules.

        `context` is handed to every production, its `at` and `end` set to the match's place.
        """
        codes = "".join([self.alphabet.code(item.kind) for item in items])
        present = set(codes)
        for each in self._rules:
            if each.required and present.isdisjoint(each.required):
                continue
            if each.regex.search(codes):
                items, codes = self._rewrite(each.rule, each.regex, items, codes, context)
                present.add(self.alphabet.code(each.rule.kind))
        return items

    def _rewrite(
        self, rule: Rule, regex: re.Pattern[str], items: list[Item], codes: str, context: Any
    ) -> tuple[list[Item], str]:
        out: list[Item] = []
        out_codes: list[str] = []
        made_code = self.alphabet.code(rule.kind)
        done = 0
        for match in regex.finditer(codes):
            start, stop = match.span()
            context.at, context.end = items[start].start, items[stop - 1].end
            values = {
                name: items[match.start(name)].value for name, found in match.groupdict().items() if found
            }
            try:
                made = rule.make(context, **values)
            except (ValueError, OverflowError):  # a day outside the calendar
                made = None
            if made is None:
                continue
            out += items[done:start]
            out.append(Item(rule.kind, context.at, context.end, made))
            out_codes += (codes[done:start], made_code)
            done = stop
        return ([*out, *items[done:]], "".join(out_codes) + codes[done:]) if done else (items, codes)
