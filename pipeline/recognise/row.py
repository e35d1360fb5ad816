"""A run of capitalised words as those who divide it see it: where its words end, and what they tell."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from pipeline.model import Name
from pipeline.recognise.capitals import Word
from pipeline.recognise.gazetteer import Gazetteer
from pipeline.recognise.part_words import PartWords
from pipeline.recognise.reference_words import speech_behind

PartKind = Literal["geo", "title", "organisation", "place", "person", "unknown"]

OFFICE = re.compile(r"([A-Za-z-]+) (?:of|at|for) (?:the )?\Z")
"""A role right before the body of its holder."""
ABSTRACT = re.compile(
    r"\w{3,}(?:tion|sion|ment|ing|ics|ity|ance|ence|ship|ology|graphy|cy|ism|sis|ture|ers|ors|ies)s?\Z"
)
"""What a body deals with: no firm is named so."""


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a run. `name` is set for `geo`; `roles` are the lower-case role words of a title."""

    kind: PartKind
    start: int
    end: int
    words: tuple[str, ...]
    first: bool = False
    possessive: bool = False
    name: Name | None = None
    roles: tuple[str, ...] = ()
    honorific: str | None = None


class Row:
    """One run of `text` with the words and places that are known."""

    def __init__(self, text: str, run: Sequence[Word], words: PartWords, places: Gazetteer) -> None:
        self.text, self.run, self.words, self.places = text, run, words, places
        self.announced = False
        """Whether a title stands before, so that a name must follow."""

    def part(self, kind: PartKind, at: int, to: int, **more: object) -> Part:
        run = self.run
        return Part(
            kind,
            run[at].start,
            run[to - 1].end,
            tuple(word.text for word in run[at:to]),
            first=run[at].first,
            possessive=run[to - 1].possessive,
            **more,  # type: ignore[arg-type]
        )

    def stop(self, at: int) -> int:
        """The end of the words that only spaces join, from `at` on."""
        to = at + 1
        while to < len(self.run) and self.run[to].joint == "space":
            to += 1
        return to

    def limit(self, at: int, stop: int) -> int:
        """Where the next title begins, at most `stop`."""
        for to in range(at, stop):
            word = self.run[to].text
            address = word in self.words.honorifics and to + 1 < stop
            body = word in self.words.heads and at < to == stop - 1  # `the Health Service Executive`
            if (word.lower() in self.words.roles and not body) or address:
                back = to
                while back > at and (
                    self.run[back - 1].text.lower() in self.words.modifiers
                    or self.run[back - 1].text in self.words.portfolios
                ):
                    back -= 1
                return back
        return stop

    def head(self, at: int, stop: int) -> int | None:
        """The last word that makes an organisation of the words from `at` to `stop`."""
        for to in range(stop - 1, at - 1, -1):
            if self.run[to].text in self.words.heads:
                return to
        return None

    def is_charge(self, at: int) -> bool:
        """Whether a word names what a body deals with (`Lime and Mining Corp`), not a firm or a person."""
        word = self.run[at].text
        if self.places.whole(word) or word in self.words.given or word.isupper():
            return False
        plain = f" {word.lower()}"
        return word in self.words.portfolios or ABSTRACT.match(word) is not None or plain in self.text

    def with_article(self, at: int) -> bool:
        """Whether `the` opens the run, which then is one name: `the Cement and Lime Board`."""
        return self.text[max(self.run[at].start - 4, 0) : self.run[at].start].lower() == "the "

    def speaks(self, names: Sequence[str], stop: int) -> bool:
        """Whether a verb of saying follows words that name nothing a body deals with: they are who speaks."""
        return speech_behind(self.text, self.run[stop - 1].end) and not any(
            ABSTRACT.match(name) or name.isupper() or self.places.whole(name) for name in names
        )

    def opens_after(self, to: int) -> bool:
        if to >= len(self.run) or self.run[to].joint != "of":
            return False
        back = to - 1
        while back >= 0:
            if self.run[back].text in self.words.openers:
                return True
            if self.run[back].joint != "space":
                return False
            back -= 1
        return False
