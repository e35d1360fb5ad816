"""Give every short form, role word, noun and pronoun the full name that it stands for in the article."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from pipeline.model import Mention, Name, NameType, Span
from pipeline.recognise.gazetteer import gazetteer
from pipeline.recognise.parts import Part, part_words
from pipeline.rules.tables import table

PRONOUNS = {
    "he": "male",
    "him": "male",
    "his": "male",
    "himself": "male",
    "she": "female",
    "her": "female",
    "hers": "female",
    "herself": "female",
}

_WORD_BACK = re.compile(r"\S+(?=\s)")
_QUOTED = re.compile(r'“[^”\n]{1,4000}”|"[^"\n]{1,4000}"|«[^»\n]{1,4000}»')
_ROLE_BEFORE = re.compile(r"([\w-]+) ([\w-]+),? ?\Z")
_APPOSED = re.compile(r", (?:the |a |an |its |their |his |her |who )?([^.;:()\n]{2,80})")
_TITLE_GAP = re.compile(r"[^.;:()\n\"”“]{0,70}\Z")
_GOES_ON = re.compile(r" of\b|,? [A-Z]| for\b")
_BRACKET = re.compile(r" ?\((?:the )?\Z")
_HEADS = re.compile(r"(?:heads|leads|chairs|runs|headed|led)\b")


@dataclass(slots=True)
class _Person:
    name: str
    roles: set[str] = field(default_factory=set)
    gender: str | None = None
    at: int = -1


@dataclass(frozen=True, slots=True)
class _Nouns:
    roles: dict[str, frozenset[str]]
    male: frozenset[str]
    female: frozenset[str]
    organisations: dict[str, frozenset[str]]
    companies: frozenset[str]
    designators: frozenset[str]
    bodies: frozenset[str]
    kinds: dict[str, frozenset[str]]
    speech: frozenset[str]


@cache
def _nouns() -> _Nouns:
    people, organisations = table("names/people"), table("names/organisations")
    firms = {
        "Group",
        "Company",
        "Corporation",
        "Bank",
        "Exchange",
        "Club",
        "Service",
        "Centre",
        "Center",
        "Consortium",
    }
    return _Nouns(
        roles={role: frozenset(wider) for role, wider in people["roles"].items()},
        male=frozenset(people["male"]),
        female=frozenset(people["female"]),
        organisations={noun: frozenset(heads) for noun, heads in organisations["nouns"].items()},
        companies=frozenset(organisations["companies"]),
        designators=frozenset(organisations["designators"]),
        bodies=frozenset(organisations["openers"]) | frozenset(organisations["governing"]) - firms,
        kinds={kind: frozenset(names) for kind, names in table("names/places")["kinds"].items()},
        speech=frozenset(table("names/words")["speech"]),
    )


@cache
def trigger_words() -> frozenset[str]:
    """Lower-case words that may stand for a name: pronouns, role nouns, nouns for organisations and countries."""
    nouns = _nouns()
    heads = {phrase.split()[-1] for phrase in (*nouns.roles, *nouns.organisations)}
    return frozenset(PRONOUNS) | heads | nouns.companies | frozenset(nouns.kinds)


class Resolver:
    """Reads the typed parts of one text in order, remembers whom and what they name, and answers what refers back."""

    def __init__(
        self, text: str, sentences: Sequence[Span], parts: Sequence[Part], triggers: Sequence[Span]
    ) -> None:
        self.text, self.parts = text, parts
        self.triggers = triggers
        self.starts = [start for start, _ in sentences]
        self.nouns = _nouns()
        self.quotes = [found.span() for found in _QUOTED.finditer(text)]
        self.quote_starts = [start for start, _ in self.quotes]
        self.spellings: dict[tuple[str, ...], str] = {}
        self.full_people = self._full_people()
        self.short = self._acronyms()
        self.people: dict[str, _Person] = {}
        self.order: list[_Person] = []
        self.focus: _Person | None = None
        self.focus_sentence = -1
        self.organisations: dict[str, list[int]] = {}
        self.countries: list[tuple[int, Name]] = []
        self.title: Part | None = None

    def mentions(self) -> list[Mention]:
        """All mentions in order of start, none overlapping another."""
        found: list[Mention] = []
        for event in self._events():
            made = self._part(event) if isinstance(event, Part) else self._trigger(event)
            for mention in made:
                if not found or mention.start >= found[-1].end:
                    found.append(mention)
        return found

    def _events(self) -> Iterator[Part | Span]:
        """Parts and triggers by offset; a trigger inside a part is dropped."""
        triggers = iter(self.triggers)
        trigger = next(triggers, None)
        for part in self.parts:
            while trigger and trigger[0] < part.start:
                yield trigger
                trigger = next(triggers, None)
            while trigger and trigger[0] < part.end:
                trigger = next(triggers, None)
            yield part
        while trigger:
            yield trigger
            trigger = next(triggers, None)

    # --- names ---

    def _full_people(self) -> dict[str, list[tuple[int, tuple[str, ...]]]]:
        """Names of persons in two words or more by each of their words, in order of the text."""
        full: dict[str, list[tuple[int, tuple[str, ...]]]] = {}
        for part in self.parts:
            if part.kind == "person" and len(part.words) > 1 and part.words not in self.spellings:
                self.spellings[part.words] = " ".join(self.text[part.start : part.end].split())
                for word in part.words:
                    full.setdefault(word.lower(), []).append((part.start, part.words))
        return full

    def _acronyms(self) -> dict[str, str]:
        """Acronyms and what they stand for: given in brackets, or the initials of a name in the text."""
        short: dict[str, str] = {}
        initials: dict[str, str] = {}
        for before, part in zip((None, *self.parts), self.parts, strict=False):
            if part.kind not in {"organisation", "place", "geo", "unknown"}:
                continue
            words = part.words if part.kind != "geo" else tuple(self.text[part.start : part.end].split())
            if len(words) > 1 and part.kind != "geo":
                initials.setdefault(
                    "".join(word[0] for word in words if word[0].isupper()), self._organisation_name(part)
                )
            if before is None or not _BRACKET.match(self.text, before.end, part.start):
                continue
            inner, outer = self.text[part.start : part.end], self._plain(before)
            if _acronym(inner) and outer and len(outer.split()) > 1:
                short[inner] = outer
            elif _acronym(outer) and len(words) > 1:
                short[outer] = self._plain(part)
        for part in self.parts:
            if part.kind == "organisation" and len(part.words) == 1 and _acronym(part.words[0]):
                full = initials.get(part.words[0])
                if full:
                    short.setdefault(part.words[0], full)
        return short

    def _plain(self, part: Part) -> str:
        if part.kind == "geo" and part.name:
            return part.name.canonical
        return self._organisation_name(part)

    def _organisation_name(self, part: Part) -> str:
        name = " ".join(self.text[part.start : part.end].split())
        words = name.split(" ")
        while len(words) > 1 and words[-1].strip(".,") in self.nouns.designators:
            words.pop()
        return " ".join(words).rstrip(",")

    def _part(self, part: Part) -> Iterable[Mention]:
        if part.kind == "title":
            self.title = part
            return self._lone_title(part)
        if part.kind == "person":
            return [self._person(part)]
        if part.kind == "geo":
            return self._geo(part)
        if (
            len(part.words) == 1
            and part.words[0].lower() in self.nouns.organisations
            and self._definite(part.start)
        ):
            return self._trigger((part.start, part.end))
        canonical = self._organisation_name(part)
        canonical = self.short.get(canonical, canonical)
        kind: NameType = "place" if part.kind == "place" else "organisation"
        if kind == "organisation":
            self.organisations.setdefault(canonical, []).append(part.start)
        return [self._mention(part.start, part.end, Name(kind, canonical))]

    def _geo(self, part: Part) -> Iterator[Mention]:
        if part.name is None:
            return
        piece = self.text[part.start : part.end]
        if "-" in piece and not gazetteer().whole(piece):
            at = part.start
            for word in piece.split("-"):
                name = gazetteer().whole(word)
                if name:
                    yield self._place(at, at + len(word), name)
                at += len(word) + 1
            return
        yield self._place(part.start, part.end, part.name)

    def _place(self, start: int, end: int, name: Name) -> Mention:
        if name.type == "country" or name.canonical in self.nouns.kinds["emirate"]:
            self.countries.append((start, name))
        return self._mention(start, end, name)

    def _mention(self, start: int, end: int, name: Name) -> Mention:
        return Mention(start, end, self.text[start:end], name)

    # --- people ---

    def _person(self, part: Part) -> Mention:
        name = self._full_name(part)
        person = self.people.get(name)
        if person is None:
            person = self.people[name] = _Person(name)
            self.order.append(person)
        title = self.title
        if title and title.end <= part.start and _TITLE_GAP.match(self.text, title.end, part.start):
            person.roles.update(title.roles)
            person.gender = person.gender or _gender_of_title(title.honorific)
        self.title = None
        person.roles.update(self._roles_around(part))
        person.gender = person.gender or self._gender_of_roles(person.roles)
        self._seen(person, part.start, part.end)
        return self._mention(part.start, part.end, Name("person", name))

    def _full_name(self, part: Part) -> str:
        """The fullest name that holds all words of this one: the last before it, else the first after it."""
        words = {word.lower() for word in self.text[part.start : part.end].split()}
        known = [
            (at, full)
            for at, full in self.full_people.get(part.words[-1].lower(), ())
            if words < {word.lower() for word in self.spellings[full].split()}
        ]
        if known:
            before = [full for at, full in known if at < part.start]
            return self.spellings[before[-1] if before else known[0][1]]
        return " ".join(self.text[part.start : part.end].split())

    def _roles_around(self, part: Part) -> set[str]:
        roles: set[str] = set()
        before = _ROLE_BEFORE.search(self.text, max(part.start - 50, 0), part.start)
        if before:
            pair = f"{before[1]} {before[2]}".lower()
            roles.update(
                role for role in (pair, before[2].lower(), before[1].lower()) if role in self.nouns.roles
            )
        after = _APPOSED.match(self.text, part.end, min(part.end + 100, len(self.text)))
        if after:
            if _HEADS.match(after[1]):
                roles.add("head")
            phrase = after[1].split(",")[0].split(" who ")[0].lower()
            words = phrase.replace(" of ", " . ").split(" . ")[0].split()
            roles.update(word for word in words if word in self.nouns.roles)
            roles.update(
                pair
                for pair in map(" ".join, zip(words, words[1:], strict=False))
                if pair in self.nouns.roles
            )
        return roles

    def _gender_of_roles(self, roles: Iterable[str]) -> str | None:
        for role in roles:
            if role in self.nouns.male:
                return "male"
            if role in self.nouns.female:
                return "female"
        return None

    def _seen(self, person: _Person, start: int, end: int) -> None:
        person.at = start
        if self._quoted(start):
            return
        sentence = bisect_right(self.starts, start)
        if sentence != self.focus_sentence or self._speaks(start, end):
            self.focus, self.focus_sentence = person, sentence

    def _speaks(self, start: int, end: int) -> bool:
        after = re.match(r",? (?:also |has |had )?(\w+)", self.text[end : end + 30])
        before = re.search(r"(\w+) \Z", self.text[max(start - 20, 0) : start])
        return bool((after and after[1] in self.nouns.speech) or (before and before[1] in self.nouns.speech))

    def _quoted(self, at: int) -> bool:
        number = bisect_right(self.quote_starts, at) - 1
        return number >= 0 and at < self.quotes[number][1]

    # --- what refers back ---

    def _trigger(self, span: Span) -> Iterable[Mention]:
        start, end = span
        word = self.text[start:end].lower()
        if word in PRONOUNS:
            return self._pronoun(start, end, PRONOUNS[word])
        definite = self._definite(start)
        if not definite:
            return ()
        begin, phrase = definite
        for resolve in (self._role, self._body, self._country):
            name = resolve(word, phrase, start, end)
            if name:
                from_article = not any(mention_word[:1].isupper() for mention_word in phrase[1:])
                return [self._mention(begin if from_article else start, end, name)]
        return ()

    def _definite(self, start: int) -> tuple[int, list[str]] | None:
        """Where the noun phrase of a definite article before `start` begins, and its words."""
        back = max(start - 50, 0)
        before = self.text[back:start]
        at, phrase = start, list[str]()
        for word in _WORD_BACK.findall(before)[::-1][:4]:
            at = before.rindex(word, 0, at - back) + back
            phrase.insert(0, word)
            if word in {"the", "The", "this", "This"}:
                return at, phrase
            if word in _LINKS or not word[-1].isalnum() or word.endswith(("'s", "’s")):
                return None
        return None

    def _lone_title(self, part: Part) -> Iterable[Mention]:
        """A capitalised role without a name (`the President said`)."""
        following = re.match(r" [A-Z]| (?:of|to|for)\b|, [A-Z]", self.text[part.end : part.end + 5])
        if following or not part.roles or not self._definite(part.start):
            return ()
        person = self._holder(part.roles[-1])
        if person is None:
            return ()
        self._seen(person, part.start, part.end)
        return [self._mention(part.start, part.end, Name("person", person.name))]

    def _pronoun(self, start: int, end: int, gender: str) -> Iterable[Mention]:
        if self._quoted(start):
            return ()
        fitting = [person for person in self.order if person.gender in {None, gender}]
        if not fitting:
            return ()
        person = self.focus if self.focus in fitting else max(fitting, key=lambda one: one.at)
        if person is None:
            return ()
        person.gender = gender
        person.at = start
        self.focus = person
        return [self._mention(start, end, Name("person", person.name))]

    def _role(self, word: str, phrase: list[str], start: int, end: int) -> Name | None:
        role = f"{phrase[-1].lower()} {word}" if f"{phrase[-1].lower()} {word}" in self.nouns.roles else word
        if role not in self.nouns.roles or _GOES_ON.match(self.text, end) or self._modifies(end):
            return None
        person = self._holder(role)
        if person is None:
            return None
        self._seen(person, start, end)
        return Name("person", person.name)

    def _modifies(self, end: int) -> bool:
        """Whether the word before `end` only qualifies a noun after it (`the official news agency`)."""
        following = re.match(r" ([a-z-]+)", self.text[end : end + 25])
        if not following:
            return False
        word = following[1]
        return (
            word in self.nouns.organisations
            or word in self.nouns.roles
            or word in self.nouns.companies
            or word in _NEWS
        )

    def _holder(self, role: str) -> _Person | None:
        holders = [person for person in self.order if role in person.roles]
        if not holders:
            holders = [
                person for person in self.order if any(role in self.nouns.roles[own] for own in person.roles)
            ]
        if not holders and len(self.order) == 1 and not self.order[0].roles:
            holders = self.order
        return max(holders, key=lambda person: person.at, default=None)

    def _body(self, word: str, phrase: list[str], start: int, end: int) -> Name | None:
        del start
        noun = (
            f"{phrase[-1].lower()} {word}"
            if f"{phrase[-1].lower()} {word}" in self.nouns.organisations
            else word
        )
        heads = self.nouns.organisations.get(noun)
        if (heads is None and noun not in self.nouns.companies) or self.text[end : end + 4] == " of ":
            return None
        if self._modifies(end) or re.match(r" [A-Z]", self.text[end : end + 2]):
            return None
        if len(phrase) > 1 and noun == word and phrase[1][:1].isupper():
            return None
        capital = noun.capitalize()
        best: tuple[int, int] | None = None
        chosen = None
        for name, places in self.organisations.items():
            words = name.split()
            if heads is not None and (capital in words or heads & set(words)):
                score = (1, places[-1])
            elif noun in self.nouns.companies and not self.nouns.bodies & set(words):
                score = (0, len(places))
            else:
                continue
            if best is None or score >= best:
                best, chosen = score, name
        if chosen is None:
            return None
        return Name("organisation", chosen)

    def _country(self, word: str, phrase: list[str], start: int, end: int) -> Name | None:
        del end
        if word not in self.nouns.kinds:
            return None
        kinds = self.nouns.kinds[word]
        adjectives = [name for at, name in self.countries if name.adjective and start - at < 40]
        for at, name in reversed(self.countries):
            if kinds and name.canonical not in kinds:
                continue
            if start - at < 40 and name in adjectives:
                continue
            del phrase
            return Name(name.type, name.canonical)
        return None


_LINKS = frozenset(
    [
        "of",
        "in",
        "at",
        "for",
        "to",
        "from",
        "by",
        "with",
        "and",
        "or",
        "on",
        "than",
        "as",
        "that",
        "which",
        "who",
        "was",
        "is",
        "are",
        "were",
        "has",
        "had",
        "do",
        "does",
        "did",
        "not",
        "they",
        "we",
        "it",
        "he",
        "she",
        "i",
        "you",
        "a",
        "an",
        "its",
        "his",
        "her",
        "their",
        "largest",
        "biggest",
        "second",
        "third",
        "first",
        "last",
        "next",
    ]
)
_NEWS = frozenset(
    ["news", "press", "data", "figures", "statistics", "statement", "visit", "opening", "results"]
)


def _acronym(word: str) -> bool:
    return 2 <= len(word) <= 12 and " " not in word and sum(letter.isupper() for letter in word) >= 2


def _gender_of_title(honorific: str | None) -> str | None:
    gender = part_words().honorifics.get(honorific or "")
    return gender if gender != "any" else None
