"""The persons of one article: their fullest names, roles and gender, and whom a word means."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from pipeline.recognise.part_words import part_words
from pipeline.recognise.reference_words import RECENT, ReferenceWords
from pipeline.recognise.row import Part

_ROLE_BEFORE = re.compile(r"([\w-]+) ([\w-]+),? ?\Z")
_APPOSED = re.compile(r", (?:the |a |an |its |their |his |her |who )?([^.;:()\n]{2,80})")
_HEADS = re.compile(r"(?:heads|leads|chairs|runs|headed|led)\b")
_TITLE_GAP = re.compile(r"[^.;:()\n\"”“]{0,70}\Z")
_AFTER = re.compile(r",? (?:also |has |had )?(\w+)")
_BEFORE = re.compile(r"(\w+) \Z")


@dataclass(slots=True, eq=False)
class Person:
    """`nation` is the country whose office the person holds, `at` where the article named the person last."""

    name: str
    roles: set[str] = field(default_factory=set)
    gender: str | None = None
    nation: str | None = None
    at: int = -1


class People:
    """Remembers whom the article has named so far, in the order of the text.

    `sentence` tells the number of the sentence of an offset, `quoted` whether an offset lies in a quotation.
    """

    def __init__(
        self,
        text: str,
        parts: Sequence[Part],
        words: ReferenceWords,
        sentence: Callable[[int], int],
        quoted: Callable[[int], bool],
    ) -> None:
        self.text, self.words, self.sentence, self.quoted = text, words, sentence, quoted
        self.known: dict[str, Person] = {}
        self.order: list[Person] = []
        self.focus: Person | None = None
        self.focus_sentence = -1
        self.full: dict[str, list[tuple[int, str]]] = {}
        spelt: set[str] = set()
        for part in parts:
            name = self._spelling(part)
            if part.kind == "person" and " " in name and name not in spelt:
                spelt.add(name)
                for word in part.words:
                    self.full.setdefault(word.lower(), []).append((part.start, name))

    def _spelling(self, part: Part) -> str:
        return " ".join(self.text[part.start : part.end].split())

    def introduce(self, part: Part, title: Part | None, nation: str | None) -> str:
        """Take in a person named by `part`, behind a title or not; return the person's fullest name."""
        name = self._full_name(part)
        person = self.known.get(name)
        if person is None:
            person = self.known[name] = Person(name)
            self.order.append(person)
        if title and title.end <= part.start and _TITLE_GAP.match(self.text, title.end, part.start):
            person.roles.update(title.roles)
            person.nation = person.nation or nation
            gender = part_words().honorifics.get(title.honorific or "", "any")
            person.gender = person.gender or (gender if gender != "any" else None)
        person.roles.update(self._roles_before(part.start), self._roles_behind(part.end))
        person.gender = person.gender or self.words.gender(person.roles)
        self._named(person, part.start, part.end)
        return name

    def _full_name(self, part: Part) -> str:
        """The fullest name that holds all words of this one: the last before it, else the first after it."""
        own = self._spelling(part)
        words = set(own.lower().split())
        known = [
            (at, name)
            for at, name in self.full.get(part.words[-1].lower(), ())[-RECENT:]
            if words < set(name.lower().split())
        ]
        before = [name for at, name in known if at < part.start]
        if before:
            return before[-1]
        return known[0][1] if known else own

    def _roles_before(self, start: int) -> set[str]:
        found = _ROLE_BEFORE.search(self.text, max(start - 50, 0), start)
        if found is None:
            return set()
        first, second = found[1].lower(), found[2].lower()
        return {role for role in (f"{first} {second}", second, first) if role in self.words.roles}

    def _roles_behind(self, end: int) -> set[str]:
        """Roles in apposition: `, the head of the office`, `, who leads the party`."""
        found = _APPOSED.match(self.text, end, min(end + 100, len(self.text)))
        if found is None:
            return set()
        roles = {"head"} if _HEADS.match(found[1]) else set()
        words = re.split(r",| of | who ", found[1].lower())[0].split()
        if any(word in self.words.speech for word in words):
            return set()
        phrases = [*words, *map(" ".join, pairwise(words))]
        return roles | {phrase for phrase in phrases if phrase in self.words.roles}

    def _named(self, person: Person, start: int, end: int) -> None:
        person.at = start
        if self.quoted(start):
            return
        sentence = self.sentence(start)
        if sentence != self.focus_sentence or self._speaks(start, end):
            self.focus, self.focus_sentence = person, sentence

    def _speaks(self, start: int, end: int) -> bool:
        after = _AFTER.match(self.text, end, min(end + 30, len(self.text)))
        before = _BEFORE.search(self.text, max(start - 20, 0), start)
        return any(found is not None and found[1] in self.words.speech for found in (after, before))

    def of_pronoun(self, start: int, gender: str) -> str | None:
        """Whom `she` or `his` stands for: the person in focus, else the last whose gender fits."""
        if self.quoted(start):
            return None
        fitting = [person for person in self.order[-RECENT:] if person.gender in {None, gender}]
        if not fitting:
            return None
        last = max(fitting, key=lambda one: one.at)
        person = self.focus if self.focus and self.focus in fitting else last
        person.gender, person.at, self.focus = gender, start, person
        self.focus_sentence = self.sentence(start)
        return person.name

    def of_role(self, role: str, nation: str | None, start: int, end: int) -> str | None:
        """Whom `the minister` or `the Chinese envoy` stands for: the last in that role, or one near it."""
        recent = [p for p in self.order[-RECENT:] if nation is None or p.nation in {None, nation}]
        holders = [person for person in recent if role in person.roles]
        if not holders:
            holders = [p for p in recent if any(role in self.words.roles[own] for own in p.roles)]
        if not holders and len(self.order) == 1 and not self.order[0].roles:
            holders = recent
        own = [person for person in holders if nation and person.nation == nation]
        person = max(own or holders, key=lambda one: one.at, default=None)
        if person is None:
            return None
        self._named(person, start, end)
        return person.name
