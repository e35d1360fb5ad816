"""Who a noun phrase names as the speaker, by the fullest name in the article."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import cast

from pipeline.extract.cues import Cues, bare
from pipeline.extract.narration import Token
from pipeline.model import Mention, Name, Span

_DETERMINERS = frozenset(
    {"the", "a", "an", "its", "his", "her", "their", "our", "this", "that", "these", "those"}
)
_THINGS = frozenset({"it", "they", "we"})
PERSONS = frozenset({"he", "she", "him", "her", "them", "himself", "herself"})
_STYLES = frozenset({"excellency", "highness", "majesty"})
_ASKING = frozenset({"poll", "polls", "survey", "surveys"})
_NEAR = 120
_SEEN = frozenset({"seen", "obtained", "reviewed", "cited", "quoted", "viewed"})
_PRINTED = frozenset({"journal", "magazine", "newspaper", "daily", "weekly", "periodical"})
"""In what a document is printed, which did not write it (`a study published in the journal Heart`)."""
_BODIES = frozenset({"organisation", "country"})
_RECENT = 20
_AGED = re.compile(r"\d+-year-old\Z")
_PEOPLE = re.compile(r"[A-Za-z][a-z-]{2,}(?:ers|ors|ists|ians|eers|men)\Z")
_SEAT = re.compile(r"The [A-Z][\w ]{1,30}-based ")
_YEAR = re.compile(r"(?:19|20)\d\d\Z")
_OPENING = 60
_ARTICLE = 5
_TOLD_OF = re.compile(r"(?:[\w'’-]+ ){0,4}([a-z-]+) ")
_LONGEST = 14


@dataclass(slots=True)
class Speakers:
    """Resolves noun phrases of one document; remembers whose document the report or the statement was."""

    text: str
    sentences: Sequence[Span]
    mentions: Sequence[Mention]
    cues: Cues
    starts: list[int] = field(default_factory=list)
    owners: dict[str, str] = field(default_factory=dict)
    body: str | None = None
    """The organisation spoken of last."""
    latest: str | None = None
    """Who spoke last, by name or by description."""

    def __post_init__(self) -> None:
        self.mentions = [m for m in self.mentions if isinstance(m.value, Name)]
        self.starts = [mention.start for mention in self.mentions]

    def named(self, start: int, end: int) -> str | None:
        """The first person or organisation named between two offsets."""
        for mention in self.within(start, end):
            if _value(mention).type in {"person", "organisation"}:
                return _value(mention).canonical
        return None

    def heard(self, speaker: str | None, at: int) -> None:
        """Remember who speaks at offset `at`: a body to whom `it` may come back, an official likewise."""
        self.latest = speaker or self.latest
        for mention in self.within(at, at + _NEAR):
            if _value(mention).type == "organisation" and _value(mention).canonical == speaker:
                self.body = speaker

    def _person_before(self, at: int) -> str | None:
        """The person named last before an offset."""
        number = bisect_left(self.starts, at)
        near = reversed(self.mentions[max(number - _RECENT, 0) : number])
        return next((_value(name).canonical for name in near if _value(name).type == "person"), None)

    def presented(self, at: int) -> str | None:
        """The one person whom the sentence before an offset names, in the same paragraph or with a colon."""
        number = bisect_right(self.sentences, at, key=lambda span: span[0]) - 2
        if number < 0:
            return None
        start, end = self.sentences[number]
        if self.text[start:end].endswith(":"):
            return self.named(start, end)
        if "\n" in self.text[end:at]:
            return None
        return self.person(start, end)

    def person(self, start: int, end: int) -> str | None:
        """The one person named between two offsets, None where there are several."""
        people = {_value(one).canonical for one in self.within(start, end) if _value(one).type == "person"}
        return people.pop() if len(people) == 1 else None

    def _topic(self, at: int) -> str | None:
        """The body with which the sentence of offset `at`, or the one before, begins: what `it` means."""
        number = bisect_right(self.sentences, at, key=lambda span: span[0]) - 1
        own = self._first_body(self.sentences[number][0], at) if number >= 0 else None
        if own:
            return own
        inner = self._opening_body(self.sentences[number][0], at) if number >= 0 else None
        if inner:
            return inner
        if number >= 0 and at - self.sentences[number][0] < _OPENING:
            number -= 1
        if number < 0:
            return None
        start, end = self.sentences[number]
        seat = _SEAT.match(self.text, start)
        return self._first_body(seat.end() if seat else start, end) or self._opening_body(start, end)

    def _first_body(self, start: int, end: int) -> str | None:
        """The body or country whose name opens the text, itself or told of first (`German carmaker Acme`)."""
        names = self.within(start, end)[:2]
        if names and names[0].start - start < _ARTICLE and _value(names[0]).type in _BODIES:
            if not _value(names[0]).adjective:
                return _value(names[0]).canonical
            start, names = names[0].end + 1, names[1:]
        if not names or _value(names[0]).type != "organisation":
            return None
        told = _TOLD_OF.fullmatch(self.text, start, names[0].start)
        return _value(names[0]).canonical if told and told[1] in self.cues.bodies | self.cues.firms else None

    def _opening_body(self, start: int, end: int) -> str | None:
        """The body that opens the sentence at `start` (`The company`, `The company's shares`)."""
        opening = self.text[start : min(end, start + _OPENING)].split()
        if not opening or opening[0].lower() not in {"the", "a", "an"}:
            return None
        for length, word in enumerate(opening[1:5], start=1):
            if bare(word.lower()) in self.cues.bodies:
                behind = start + len(" ".join(opening[: length + 1])) + 1
                named = [one for one in self.within(behind, behind + 1) if one.start == behind]
                if named and _value(named[0]).type == "organisation" and word == bare(word):
                    return _value(named[0]).canonical
                return " ".join((*opening[1:length], bare(word)))
        return None

    def within(self, start: int, end: int) -> list[Mention]:
        """The names between two offsets, in order."""
        at = bisect_left(self.starts, start)
        found = []
        while at < len(self.mentions) and self.mentions[at].start < end:
            found.append(self.mentions[at])
            at += 1
        return found

    def core(self, tokens: Sequence[Token]) -> Sequence[Token]:
        """The noun phrase up to its head: without what follows a preposition, a bracket or a relative."""
        names = self.within(tokens[0].start, tokens[-1].end) if tokens else []
        for at, token in enumerate(tokens):
            inside = any(name.start < token.start < name.end for name in names)
            if inside or self._abbreviates(tokens, at):
                continue
            if at and token.lower in {"of", "in"} and self._counts(tokens[:at]):
                continue
            if at and (token.lower in self.cues.prepositions or token.lower in {"(", ",", "that"}):
                return tokens[:at]
            if at and token.lower.endswith("ed") and tokens[at + 1 : at + 2] and tokens[at + 1].lower == "by":
                return tokens[:at]
            if (
                at
                and bare(tokens[at - 1].lower) in self.cues.speakers
                and self._qualifies(tokens[at : at + 2])
            ):
                return tokens[:at]
        return tokens

    def _abbreviates(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a token stands in or at the brackets round a short name (`the Food Board (FB) data`)."""
        marks = [token.lower for token in tokens]
        for opens in (at, at - 1, at - 2):
            if opens > 0 and marks[opens : opens + 3 : 2] == ["(", ")"]:
                return opens + 3 < len(tokens) and tokens[opens + 1].text.isupper()
        return False

    def _counts(self, tokens: Sequence[Token]) -> bool:
        """Whether words only tell how many (`some 62% of`, `three in`)."""
        counting = self.cues.counting | {"%", "a", "about"}
        return all(token.lower[:1].isdigit() or token.lower in counting for token in tokens)

    def _qualifies(self, tokens: Sequence[Token]) -> bool:
        """Whether words behind a noun tell more of it (`people familiar with it`, `trained in Oslo`)."""
        word = tokens[0].lower
        participle = word.endswith(("ing", "ed")) and len(word) > 5 and tokens[0].text.islower()
        goes_on = len(tokens) > 1 and tokens[1].lower in self.cues.prepositions and tokens[1].lower != "to"
        return word in self.cues.qualifying or (participle and goes_on and word not in self.cues.speakers)

    def speaks(self, tokens: Sequence[Token]) -> bool:
        """Whether the phrase names somebody: a person, a body, a country or a document."""
        if not tokens:
            return False
        core = self.core(tokens)
        head = core[-1]
        lower = bare(head.lower)
        if (
            lower in _THINGS
            or lower in {"he", "she"}
            or lower in self.cues.speakers
            or lower in self.cues.documents
        ):
            return True
        if _AGED.match(lower) or (_PEOPLE.match(head.text) and lower not in self.cues.things):
            return True
        own = len(head.lower) - len(lower.rstrip("."))
        if any(
            name.end >= head.end - own and _value(name).adjective is False
            for name in self.within(core[0].start, head.end)
        ):
            return True
        pair = f"{bare(core[-2].lower)} {lower}" if len(core) > 1 else ""
        if pair in self.cues.speakers or pair in self.cues.documents:
            return True
        last = self.within(tokens[0].start, tokens[-1].end)
        return bool(last) and last[-1].end >= tokens[-1].end and _value(last[-1]).type == "person"

    def documented(self, tokens: Sequence[Token]) -> bool:
        """Whether the phrase is about a document (`the study`)."""
        core = self.core(tokens)
        return bool(core) and bare(core[-1].lower) in self.cues.documents and not self._named(core)

    def data(self, tokens: Sequence[Token]) -> bool:
        """Whether the phrase is about figures (`customs data`), which nobody speaks."""
        core = self.core(tokens)
        return bool(core) and bare(core[-1].lower) in self.cues.data and not self._named(core)

    def ends_in_name(self, tokens: Sequence[Token]) -> bool:
        """Whether a person's name ends the phrase (`Sen. Ana Silva`)."""
        name = self._named(tokens)
        return name is not None and _value(name).type == "person"

    def ends_in_body(self, tokens: Sequence[Token]) -> bool:
        """Whether an organisation's name ends the phrase (`its rival Acme`)."""
        name = self._named(tokens)
        return name is not None and _value(name).type == "organisation"

    def is_land(self, tokens: Sequence[Token]) -> bool:
        """Whether a country's name ends the phrase."""
        name = self._named(tokens)
        return name is not None and _value(name).type == "country"

    def _named(self, tokens: Sequence[Token]) -> Mention | None:
        """The name that ends the phrase."""
        found = self.within(tokens[0].start, tokens[-1].end)
        for name in reversed(found):
            end = tokens[-1].end - tokens[-1].text.endswith(".")
            if name.end >= end and not _value(name).adjective:
                return name
        return None

    def name(self, tokens: Sequence[Token]) -> str | None:
        """The speaker that the noun phrase names; its own words where it names nobody known."""
        if not tokens:
            return None
        core = self.core(tokens)
        if self._again(core):
            return self.latest
        everyone = self.within(tokens[0].start, tokens[-1].end)
        people = [name for name in everyone if _value(name).type == "person"]
        head = self._named(core)
        ended = self._named(tokens)
        for name in (head, ended):
            if name and _value(name).type == "person":
                return _value(name).canonical
        if people and core[-1].end < tokens[-1].end and tokens[len(core)].lower in {",", "("}:
            return _value(people[0]).canonical
        if core[-1].lower in {"one", "some", "many", "both", "most"} and people:
            return _value(people[-1]).canonical
        if head and not self._qualified(core, head):
            return _value(head).canonical
        if core[-1].lower in _THINGS:
            return self._topic(core[-1].start) or self.body
        if core[-1].lower in PERSONS:
            return None
        if _AGED.match(core[-1].lower):
            return self._person_before(core[-1].start)
        if self.documented(tokens):
            return self._owner(tokens, core)
        first = everyone[0] if everyone else None
        if first and _value(first).type == "organisation" and len(core) > 1:
            rest = [token.lower for token in core if token.start >= first.end]
            if len(rest) == 1 and rest[0] in {"group", "company", "firm", "agency", "giant", "conglomerate"}:
                return _value(first).canonical
        return self.words_of(tokens)

    def _again(self, core: Sequence[Token]) -> bool:
        """Whether `the official` comes back to the last speaker, told of as `a senior official`."""
        if self.latest is None or len(core) != 2:
            return False
        if core[0].lower in {"his", "her"} and core[1].lower in _STYLES:
            return True
        if core[0].lower != "the":
            return False
        head = self.latest.split(" of ")[0].split(" for ")[0].split()[-1]
        return head == core[1].lower and head in self.cues.speakers

    def _qualified(self, core: Sequence[Token], head: Mention) -> bool:
        """Whether a country's adjective tells this body from another (`the Peruvian ministry`)."""
        if _value(head).type != "organisation" or (
            head.text[:1].isupper() and not head.text.startswith("The ")
        ):
            return False
        if bare(head.text.lower()) in self.cues.firms:
            return False  # `the Japanese carmaker`
        return any(_value(name).adjective for name in self.within(core[0].start, head.start))

    def _owner(self, tokens: Sequence[Token], core: Sequence[Token]) -> str | None:
        """Whoever wrote the document: named with it here or before, else the document itself."""
        noun = bare(core[-1].lower)
        if noun in _ASKING:
            return self.words_of(core)
        seen = next((token.start for token in tokens if token.lower in _SEEN | _PRINTED), tokens[-1].end)
        for name in self.within(core[0].start, seen):
            if _value(name).type in {"organisation", "person"}:
                self.owners[noun] = self.owners["*"] = _value(name).canonical
                return _value(name).canonical
        for known in (noun, "*"):
            if known in self.owners:
                return self.owners[known]
        return self.words_of(core)

    def words_of(self, tokens: Sequence[Token]) -> str:
        """The phrase itself, without its article and what follows a comma, a bracket or `who`."""
        kept = list(tokens)
        while len(kept) > 1 and kept[0].lower in _DETERMINERS:
            kept.pop(0)
        names = self.within(kept[0].start, kept[-1].end)
        for at, token in enumerate(kept):
            inside = any(name.start < token.start < name.end for name in names)
            if at and not inside and token.lower in {"(", ",", "who", "which", "that"}:
                kept = kept[:at]
                break
        kept = self._untimed(kept[:_LONGEST])
        parts = [kept[0].text]
        for before, token in pairwise(kept):
            parts.append(("" if token.start == before.end else " ") + token.text)
        return "".join(parts)

    def _untimed(self, tokens: list[Token]) -> list[Token]:
        """The phrase without a year or a day at its end (`Secretary of Defence Reed in 2004`)."""
        timed = _YEAR.match(tokens[-1].text) or tokens[-1].lower in self.cues.times
        return tokens[:-2] if len(tokens) > 2 and timed and tokens[-2].lower in {"in", "on"} else tokens


def _value(mention: Mention) -> Name:
    return cast(Name, mention.value)
