"""Give every name its fullest form, and every word that refers back the name that it stands for."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from pipeline.model import Mention, Name, NameType, Span
from pipeline.recognise.bodies import Bodies
from pipeline.recognise.gazetteer import gazetteer
from pipeline.recognise.people import People
from pipeline.recognise.reference_words import PRONOUNS, RECENT, reference_words
from pipeline.recognise.row import Part

_WORD_BACK = re.compile(r"\S+(?=\s)")
_QUOTED = re.compile(r'“[^”\n]{1,4000}”|"[^"\n]{1,4000}"|«[^»\n]{1,4000}»')
_GOES_ON = re.compile(r" of\b|,? [A-Z]| for\b")
_NAME_FOLLOWS = re.compile(r" [A-Z]")
_OF_STATE = re.compile(r" of (state|government)\b")
_HEADS = {"state": "president", "government": "prime minister"}
_TITLE_GOES_ON = re.compile(r" [A-Z]| (?:of|to|for)\b|, [A-Z]")
_NEXT_WORD = re.compile(r" ([a-z-]+)")
_ARTICLES = frozenset({"the", "The", "this", "This"})
_ORDERING = frozenset({"most", "least"})
_OF_TWO = {"former": 0, "latter": 1}
_PAIR = re.compile(r",? (?:and|or) (?:the )?")
_IN_LIST = re.compile(
    r"[A-Z][\w.]*(?: [A-Z][\w.]*){0,3}(?:, (?:the )?[A-Z][\w.]*(?: [A-Z]\w*){0,2}){0,6},? and "
)
_NO_NOUN = re.compile(
    r"['’]s\b|[,;:]|\.(?:\s|\Z)| (?:is|was|has|had|will|would|can|could|may|to|and|by|with|for)\b| [a-z]+ed\b"
)
_KIND_OF = re.compile(r"\b([a-z]+) of \Z")
_IS_A = re.compile(r", an? (?:[A-Za-z-]+ ){0,3}?([a-z]+)(?=,| (?:in|on|of|near|off|outside|with|where)\b)")
"""What a place is said to be: `the island of Samso`, `Lodz, a city in Poland`."""
_PHRASE = 50
_WORDS = 4
_NEAR = 40
_OPENING = 6


class Resolver:
    """Reads the typed parts and the referring words of one text in order."""

    def __init__(
        self, text: str, sentences: Sequence[Span], parts: Sequence[Part], triggers: Sequence[Span]
    ) -> None:
        self.text, self.parts, self.triggers = text, parts, triggers
        self.words = reference_words()
        self.starts = [start for start, _ in sentences]
        self.quotes = [found.span() for found in _QUOTED.finditer(text)]
        self.quote_starts = [start for start, _ in self.quotes]
        self.people = People(text, parts, self.words, self._sentence, self._quoted)
        self.bodies = Bodies(text, parts, self.words)
        self.countries: list[tuple[int, Name]] = []
        self.title: Part | None = None
        self.pair: tuple[Name, Name] | None = None
        self.nation: tuple[int, str] | None = None
        self.said: dict[str, Name] = {}

    def mentions(self) -> list[Mention]:
        """All mentions in order of start, none overlapping another."""
        found: list[Mention] = []
        for event in self._events():
            made = self._part(event) if isinstance(event, Part) else self._trigger(*event)
            for mention in made:
                if not found or mention.start >= found[-1].end:
                    self._pair_up(found[-1:], mention)
                    self._say(mention)
                    found.append(mention)
        return found

    def _pair_up(self, before: Sequence[Mention], mention: Mention) -> None:
        """Keep two names that `and` joins, for `the former` and `the latter`."""
        for one in before:
            first, second = one.value, mention.value
            joined = _PAIR.fullmatch(self.text, one.end, mention.start)
            if joined and isinstance(first, Name) and isinstance(second, Name):
                self.pair = (first, second)

    def _say(self, mention: Mention) -> None:
        """Keep by which noun a place is brought in, for when the article comes back to it."""
        name = mention.value
        if not isinstance(name, Name) or name.type not in ("country", "place") or name.adjective:
            return
        before = _KIND_OF.search(self.text, max(mention.start - _NEAR, 0), mention.start)
        for kind in (before, _IS_A.match(self.text, mention.end)):
            if kind is not None and kind[1] in self.words.settled:
                self.said[kind[1]] = name

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

    def _sentence(self, at: int) -> int:
        return bisect_right(self.starts, at)

    def _quoted(self, at: int) -> bool:
        number = bisect_right(self.quote_starts, at) - 1
        return number >= 0 and at < self.quotes[number][1]

    def _mention(self, start: int, end: int, name: Name) -> Mention:
        return Mention(start, end, self.text[start:end], name)

    # --- names ---

    def _part(self, part: Part) -> Iterable[Mention]:
        if part.kind == "title":
            self.title = part
            return self._lone_title(part)
        if part.kind == "person":
            nation = (
                self.nation[1]
                if self.nation and self.title and self.nation[0] >= self.title.start - 1
                else None
            )
            name = self.people.introduce(part, self.title, nation)
            self.title = None
            return [self._mention(part.start, part.end, Name("person", name))]
        if part.kind == "geo":
            return self._geo(part)
        lone = len(part.words) == 1 and part.words[0].lower() in self.words.bodies
        if lone and self._definite(part.start):
            return self._trigger(part.start, part.end)
        kind: NameType = "place" if part.kind == "place" else "organisation"
        return [self._mention(part.start, part.end, Name(kind, self.bodies.introduce(part)))]

    def _geo(self, part: Part) -> Iterator[Mention]:
        if part.name is None:
            return
        piece = self.text[part.start : part.end]
        if "-" not in piece or gazetteer().whole(piece):
            yield self._place(part.start, part.end, part.name)
            return
        at = part.start
        for word in piece.split("-"):
            name = gazetteer().whole(word)
            if name:
                yield self._place(at, at + len(word), name)
            at += len(word) + 1

    def _place(self, start: int, end: int, name: Name) -> Mention:
        if name.type == "country" or name.canonical in self.words.kinds["emirate"]:
            self.countries.append((start, name))
            self.nation = (end, name.canonical)
        return self._mention(start, end, name)

    def _lone_title(self, part: Part) -> Iterable[Mention]:
        """A capitalised role without a name (`the President said`)."""
        if _TITLE_GOES_ON.match(self.text, part.end) or not part.roles or not self._definite(part.start):
            return ()
        name = self.people.of_role(part.roles[-1], None, part.start, part.end)
        return [self._mention(part.start, part.end, Name("person", name))] if name else ()

    # --- words that refer back ---

    def _trigger(self, start: int, end: int) -> Iterable[Mention]:
        word = self.text[start:end].lower()
        if word in _OF_TWO:
            name = self._of_two(word, end)
            return [self._mention(start, end, name)] if name else ()
        if word in PRONOUNS:
            person = self.people.of_pronoun(start, PRONOUNS[word])
            return [self._mention(start, end, Name("person", person))] if person else ()
        definite = self._definite(start)
        if definite is None:
            return ()
        begin, phrase = definite
        name = (
            self._role(word, phrase, start, end)
            or self._body(word, phrase, end)
            or (None if _GOES_ON.match(self.text, end) else self.said.get(word))
            or self._country(word, start)
        )
        if name is None:
            return ()
        plain = not any(one[:1].isupper() or one[:1].isdigit() for one in phrase[1:])
        return [self._mention(begin if plain else start, end, name)]

    def _of_two(self, word: str, end: int) -> Name | None:
        """Which of the last two names that `and` joins `the former` or `the latter` means."""
        if self.pair is None or not _NO_NOUN.match(self.text, end):
            return None
        return self.pair[_OF_TWO[word]]

    def _definite(self, start: int) -> tuple[int, list[str]] | None:
        """Where the noun phrase of a definite article before `start` begins, and its words."""
        back = max(start - _PHRASE, 0)
        before = self.text[back:start]
        at, phrase = start, list[str]()
        for word in _WORD_BACK.findall(before)[::-1][:_WORDS]:
            at = before.rindex(word, 0, at - back) + back
            phrase.insert(0, word)
            if word in _ARTICLES:
                return at, phrase
            if word in self.words.links or not word[-1].isalnum() or word.endswith(("'s", "’s")):
                return None
            if word in _ORDERING:
                return None  # `the most crowded hospital` ranks a hospital, it refers to none
        return None

    def _qualifies(self, end: int) -> bool:
        """Whether the word before `end` only qualifies a noun after it (`the official news agency`)."""
        following = _NEXT_WORD.match(self.text, end)
        if not following:
            return False
        words = self.words
        nouns = (words.bodies, words.roles, words.companies, words.qualified)
        return any(following[1] in known for known in nouns)

    def _pair(self, word: str, phrase: list[str]) -> str:
        return f"{phrase[-1].lower()} {word}"

    def _role(self, word: str, phrase: list[str], start: int, end: int) -> Name | None:
        pair = self._pair(word, phrase)
        role = pair if pair in self.words.roles else word
        state = _OF_STATE.match(self.text, end) if role == "head" else None
        if state:
            person = self.people.of_role(_HEADS[state[1]], None, start, end)
            return Name("person", person) if person else None
        if role not in self.words.roles or _GOES_ON.match(self.text, end) or self._qualifies(end):
            return None
        nations = (gazetteer().whole(one) for one in phrase[1:])
        nation = next((name.canonical for name in nations if name), None)
        person = self.people.of_role(role, nation, start, end)
        return Name("person", person) if person else None

    def _body(self, word: str, phrase: list[str], end: int) -> Name | None:
        pair = self._pair(word, phrase)
        noun = pair if pair in self.words.bodies else word
        if noun not in self.words.bodies and noun not in self.words.companies:
            return None
        if self.text.startswith(" of ", end) or _NAME_FOLLOWS.match(self.text, end) or self._qualifies(end):
            return None
        proper = len(phrase) > 1 and noun == word and phrase[1][:1].isupper()
        if proper and not phrase[1].endswith("-based") and not self._of_nation(word, phrase[1:]):
            return None
        sets_apart = self.words.apart
        if noun == word and noun not in self.words.companies:
            sets_apart = sets_apart | self.words.portfolios
        apart = sets_apart & {one.lower() for one in phrase[1:]}
        body = self.bodies.of_noun(noun, apart)
        return Name("organisation", body) if body else None

    def _of_nation(self, word: str, behind: Sequence[str]) -> bool:
        """Whether words between the article and a noun for the one firm so far are a nation's: `the Japanese
        carmaker`.
        """
        if word not in self.words.companies or len(behind) != 1 or len(self.bodies.named) > 1:
            return False
        nation = gazetteer().whole(behind[0])
        return nation is not None and nation.adjective

    def _country(self, word: str, start: int) -> Name | None:
        """`the country`: the last one that began its sentence, else the one named most.

        A country whose adjective stands near is not meant.
        """
        if word not in self.words.kinds:
            return None
        kinds = self.words.kinds[word]
        recent = self.countries[-RECENT:]
        near = {name.canonical for at, name in recent if name.adjective and start - at < _NEAR}
        blocs = self.words.kinds["bloc"]
        open_ = [(at, name) for at, name in recent if name.canonical not in near
                 and (name.canonical in kinds if kinds else name.canonical not in blocs)]  # fmt: skip
        if not open_:
            return None
        begun = next((name for at, name in reversed(open_) if self._begins(at, name)), None)
        counts = Counter(name.canonical for _, name in open_)
        meant = begun or next(name for _, name in open_ if name.canonical == counts.most_common(1)[0][0])
        return Name(meant.type, meant.canonical)

    def _begins(self, at: int, name: Name) -> bool:
        """Whether a country, and no list of them, stands among the first words of a sentence, or a nation's
        adjective opens it (`Vietnamese growers`, not `A Chinese firm`).
        """
        if _IN_LIST.match(self.text, at):
            return False
        return at - self.starts[max(self._sentence(at) - 1, 0)] < (1 if name.adjective else _OPENING)
