"""Where the passage after a cue begins, past those who are told and the occasion."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from pipeline.extract.cues import Cues
from pipeline.extract.subjects import FINITE, MONTHS, STOPS, Subjects
from pipeline.rules.inflect import is_past

_PREPOSITIONS = frozenset({"in", "at", "during", "through", "via", "on"})
_OPENING_WORDS = frozenset({"what", "how", "why", "whether", "if", "when", "where"})
_NEVER_OPEN = frozenset({"of", "about", "against", "for", "to", "with", "as"})
_SPANS = frozenset({"week", "month", "year", "morning", "evening", "afternoon"})
_DETERMINERS = frozenset({"the", "a", "an", "his", "her", "its", "their"})
_LISTENER = 8
_SHORTEST = 5
_OCCASION = 9
_REACH = 16
_FIGURE = 5


class Complement:
    """The words behind the cues of one sentence; `written` is told of each document that they name."""

    def __init__(self, subjects: Subjects, lexicon: Cues, written: Callable[[str, str], None]) -> None:
        self.subjects, self.lexicon, self.written = subjects, lexicon, written
        self.words: Sequence[str] = subjects.words

    def opens(
        self, end: int, verb: str, frames: frozenset[str], content: bool, who: str | None
    ) -> int | None:
        """The token at which the passage behind the cue begins, None where none does.

        `end` is the token after the cue, `content` whether a passage stands before the attribution already.
        """
        words = self.words
        listener = self._past_listener(end, frames)
        to = self._past_occasion(listener, who)
        if to >= len(words):
            return None
        sure = self._introduced(to)
        if sure is not None:
            return sure if sure < len(words) else None
        word = words[to]
        if word in STOPS:
            return None
        that = self._that(to)
        if that is not None and (word in self.lexicon.adjuncts or not {"clause", "object"} & frames):
            return that + 1
        if word == "to":
            return to if "infinitive" in frames and not content else None
        placed = verb in self.lexicon.placing and self._placed(verb, to)
        placed = placed or words[to : to + 2] == ["it", "at"]  # `estimated it at 9`
        if word in self.lexicon.answers and self._ended(to + 1) and not placed:
            return None
        if word == "there" and words[to + 1 : to + 2] and words[to + 1] in FINITE:
            return to if {"clause", "that"} & frames else None
        if word in self.lexicon.adjuncts:
            closed = word in _NEVER_OPEN and not (
                word == "about" and words[to + 1 : to + 2] and words[to + 1][:1].isdigit()
            )
            return to if "clause" in frames and not content and not closed else None
        if "that" in frames and "doing" not in frames and not content and self._clausal(to):
            return to
        if "doing" in frames or word in self.lexicon.bounds - _OPENING_WORDS:
            return None
        if verb in self.lexicon.placing and not self._placed(verb, to):
            return None
        told = "listener" in frames and listener > end
        told = told and (not content or words[listener - 1] in self.lexicon.listeners)
        return to if told or {"clause", "object"} & frames else None

    def ends(self, end: int, frames: frozenset[str]) -> bool:
        """Whether nothing but a listener, an occasion or another adjunct follows the cue in its clause."""
        to = self._past_occasion(self._past_listener(end, frames), None)
        return (
            "listener" in frames
            or to >= len(self.words)
            or self.words[to] in STOPS
            or self.words[to] in self.lexicon.adjuncts
        )

    def _introduced(self, to: int) -> int | None:
        """`that`, a colon or a quotation, each a sure sign that what was said follows."""
        words = self.words
        if words[to] == "that":
            return to + 1
        if words[to : to + 3] == ["the", "fact", "that"]:
            return to + 3
        if (words[to] in {":", ","} and words[to + 1 : to + 2] == ['"']) or words[to] == ":":
            return to + 1
        if words[to] == '"':
            return to
        if words[to] == "," and "that" in words[to : to + _REACH]:
            that = words.index("that", to)
            return that + 1 if words[that - 1] == "," else None
        if words[to] in self.lexicon.adjuncts:
            mark = next((at for at in range(to, min(to + _REACH, len(words))) if words[at] in STOPS), to)
            if words[mark] in {":", ","} and words[mark + 1 : mark + 2] == ['"']:
                return mark + 1
        return None

    def _ended(self, at: int) -> bool:
        """Whether the clause ends at a token, or only adjuncts follow."""
        return at >= len(self.words) or self.words[at] in self.lexicon.adjuncts | STOPS

    def _placed(self, verb: str, to: int) -> bool:
        """Whether one of the words follows with which a verb places a figure."""
        wanted = self.lexicon.placing[verb]
        ahead = self.words[to : to + _REACH]
        if any(word in wanted for word in ahead):
            return True
        if "#" in wanted:
            near = self.words[to : to + _FIGURE]
            return any(word[:1].isdigit() or word in self.lexicon.counting for word in near)
        return "-ing" in wanted and any(word.endswith("ing") and len(word) > _SHORTEST for word in ahead)

    def _clausal(self, to: int) -> bool:
        """Whether a clause of its own stands at `to`, told by an auxiliary before any mark."""
        for at in range(to, min(to + _REACH, len(self.words))):
            if at > to and self.words[at] in STOPS | (self.lexicon.bounds - FINITE) | {"to"}:
                return False
            if self.words[at] in FINITE:
                return at > to
        return False

    def _that(self, to: int) -> int | None:
        """A `that` within reach, before any mark or a `but` (`knew of the plan but that it was too late`)."""
        for at in range(to + 1, min(to + _REACH, len(self.words))):
            if self.words[at] in STOPS | {"but"}:
                return None
            if self.words[at] == "that":
                return at
        return None

    def _past_listener(self, at: int, frames: frozenset[str]) -> int:
        """Step over those who are told: `reporters`, `a Senate committee`, a name."""
        words = self.words
        if words[at : at + 1] == ["to"] and self._is_listener(at + 1):
            return at + 2
        if "listener" not in frames or at >= len(words):
            return at
        if self._is_listener(at):
            return at + 1
        if words[at][:1].isdigit() or words[at] in self.lexicon.counting:
            return at
        stop = at
        while stop < len(words) and stop - at < _LISTENER:
            if words[stop] in STOPS or words[stop] == "that":
                return stop
            if words[stop] in FINITE:
                return at
            if words[stop] in self.lexicon.adjuncts and not self.subjects.same_name(stop):
                return stop
            stop += 1
            heard = words[at] in _DETERMINERS and words[stop - 1] in self.lexicon.speakers
            if heard and stop < len(words) and words[stop] not in self.lexicon.speakers:
                return stop
            if stop < len(words) and self.subjects.named_to(at, stop):
                return stop + (words[stop] in self.lexicon.bodies)
        return stop if stop == len(words) else at

    def _is_listener(self, at: int) -> bool:
        return at < len(self.words) and self.words[at] in self.lexicon.listeners

    def past_occasion(self, at: int) -> int:
        """The token behind the occasion at which something was said."""
        return self._past_occasion(at, None)

    def _past_occasion(self, at: int, speaker: str | None) -> int:
        """Step over `on Monday`, `earlier this week`, `in a statement`, `at a briefing`."""
        words = self.words
        while at < len(words):
            following = words[at + 1] if at + 1 < len(words) else ""
            if words[at] in self.lexicon.times:
                at += 1
            elif words[at] in {"on", "late", "early", "last", "this"} and (
                following in self.lexicon.times or following in _SPANS
            ):
                at += 2
            elif words[at] == "on" and following in MONTHS:
                at += 2 + (words[at + 2 : at + 3] != [] and words[at + 2][:1].isdigit())
            elif words[at + 2 : at + 3] == ["ago"]:
                at += 3
            elif words[at] in {"late", "early"} and following in {"on", "in"}:
                at += 1
            elif words[at] in _PREPOSITIONS:
                noun = self._occasion(at + 1)
                if noun is None:
                    return at
                if words[noun] in self.lexicon.documents and speaker:
                    self.written(words[noun], speaker)
                at = self._past_participle(noun + 1)
            else:
                return at
        return at

    def _past_participle(self, at: int) -> int:
        """Step over what tells more of it: `in a report published on Monday`, `at a fair held in Rome`."""
        word, following = [*self.words[at : at + 2], "", ""][:2]
        printed = word in self.lexicon.prepositions and word.endswith("ed")
        if printed or (is_past(word) and following in self.lexicon.prepositions & self.lexicon.adjuncts):
            while at < len(self.words) and self.words[at] not in STOPS | {"that"}:
                at += 1
        return at

    def _occasion(self, start: int) -> int | None:
        """The last word of the occasion named within reach of `start`, before any mark or `that`."""
        words = self.words
        for at in range(start, min(start + _OCCASION, len(words))):
            if words[at] in STOPS or words[at] == "that":
                return None
            if words[at] in self.lexicon.occasions:
                while at + 1 < len(words) and words[at + 1] in self.lexicon.occasions:
                    at += 1
                return at
        return None
