"""Attributions without a verb of saying: `according to the bank`, `in the view of the bank`, `by its own
account`, `as noted by the bank`, `the bank's estimate is that`, `the bank is confident that`.
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extract.cues import bare
from pipeline.extract.narration import Token
from pipeline.extract.sides import Attribution, Sides
from pipeline.extract.speakers import PERSONS
from pipeline.extract.subjects import BE, FINITE, JOINERS, SHORT, STOPS

_LONGEST_ASIDE = 40
_REACH = 16
_OWNER = 6
_TITLE = 6
_BY = frozenset({"in", "by", "on", "to"})
_OWN = frozenset({"own", "latest", "best", "current", "official", "initial", "early"})
_ARTICLES = frozenset({"the", "a", "an", "its"})
_MINE = frozenset({"its", "their", "his", "her"})
_PERSONS = frozenset({"his", "her"})
_HOW = frozenset({"still", "also", "very", "quite", "now", "more", "so"})
_SEEM = frozenset({"remain", "remains", "remained", "feel", "feels", "felt", "seem", "seems"})
_HELPERS = frozenset({"has", "have", "had"})
_LINKS = frozenset({"and", "but", "while", "which"})
_FIGURE = frozenset("0123456789$€£")
_NEARLY = frozenset({"about", "around", "some", "nearly", "almost", "over", "roughly", "approximately"})
_THAN = frozenset({"more than", "less than", "fewer than", "at least", "at most", "up to", "close to"})


class Credits(Sides):
    """Finds in one sentence the attributions whose cue is no verb."""

    def _credited(self, first: int, end: int) -> Attribution | None:
        """`As noted by the ministry, ...` and `..., as noted by the ministry`."""
        stop = self._stop(end)
        while stop > end and self.words[stop - 1] in STOPS:
            stop -= 1
        phrase = self.tokens[end + 1 : stop]
        if not phrase or not self.speakers.speaks(phrase):
            return None
        cue, speaker = self._text(first + 1, end), self.speakers.name(phrase)
        if first:
            return self._closing(first, stop, cue, speaker)
        return Attribution("lead", first, stop, cue, speaker, stop + 1)

    def _felt(self, at: int) -> Attribution | None:
        """`The miners are worried that`: what somebody feels, told with a clause."""
        last = at - 1
        while last > 0 and (self.words[last].endswith("ly") or self.words[last] in _HOW):
            last -= 1
        if self.words[last] not in BE | _SEEM or self.words[at + 1 : at + 2] != ["that"]:
            return None
        while last > 0 and self.words[last] in BE | _SEEM | _HELPERS:
            last -= 1
        found = self.subjects.before(last) or self.subjects.whoever(last)
        if found is None:
            return None
        first, speaker = found
        speaker = speaker or self._so_far() or self.earlier
        return Attribution("lead", first, at + 1, self.words[at], speaker, at + 2)

    def _current(self, last: int) -> str | None:
        """The speaker of this sentence so far, else the person or body that it begins with."""
        for one in reversed(self.found):
            if one.kind != "cut":
                return one.speaker
        behind = self._past_adjunct(last)
        if behind:
            phrase = self._first_phrase(behind, last)
            named = self.speakers.named(self.tokens[behind].start, self.tokens[last].start)
            return self.speakers.name(phrase) if phrase else named
        for length in range(1, min(last, SHORT) + 1):
            owner = self.words[length - 1] != bare(self.words[length - 1])
            if not owner and self.subjects.may_speak(self.tokens[:length]):
                if "," in self.words[length:last] and self.words[length] == ",":
                    end = (
                        self.words.index(",", length + 1) if "," in self.words[length + 1 : last] else length
                    )
                    told = self.subjects.presented(self.tokens[:length], self.tokens[length + 1 : end])
                    if told:
                        return self.speakers.name(told)
                return self.speakers.name(self.tokens[: self._charged(self._titled(length))])
        return self.speakers.named(self.tokens[0].start, self.tokens[last].start)

    def _past_adjunct(self, last: int) -> int:
        """Behind the comma of an adjunct that opens a sentence (`In its report, the bank`), else 0."""
        if self.words[0] not in self.lexicon.adjuncts or "," not in self.words[:last]:
            return 0
        return self.words.index(",") + 1

    def _first_phrase(self, start: int, last: int) -> Sequence[Token]:
        """The shortest phrase from a token that speaks, with the rest of its name."""
        for stop in range(start + 1, min(last, start + SHORT) + 1):
            owner = self.words[stop - 1] != bare(self.words[stop - 1])
            if not owner and self.subjects.may_speak(self.tokens[start:stop]):
                while stop < last and (
                    self.subjects.same_name(stop) or self.words[stop] in self.lexicon.speakers
                ):
                    stop += 1
                return self.tokens[start:stop]
        return ()

    def _charged(self, length: int) -> int:
        """Where a phrase ends that goes on with what its holder is of (`The head of the delegation`)."""
        end = length + 1
        if self.words[length : length + 1] != ["of"]:
            return length
        while end < len(self.words) and self.words[end] in _ARTICLES:
            end += 1
        while end < len(self.words) and self.subjects.same_name(end):
            end += 1
        return min(end + 1, len(self.words))

    def _titled(self, length: int) -> int:
        """Where the phrase that opens the sentence ends, with a name behind its title (`Bank Chief Lin`)."""
        while length < len(self.tokens) and self.subjects.same_name(length):
            length += 1
        for at in range(length, min(length + SHORT, len(self.tokens))):
            token = self.tokens[at]
            named = self.speakers.within(token.start, token.end)
            if named:
                ends = [stop for stop in range(at, len(self.tokens)) if self.tokens[stop].end >= named[0].end]
                return ends[0] + 1
            if token.lower not in self.lexicon.speakers or not token.text[:1].isupper():
                break
        return length

    # --- according to ---

    def _view(self, at: int) -> Attribution | None:
        """`in the view of the bank`, `by the bank's own account`, `the bank's estimate is that`."""
        words = self.words
        if at > 1 and words[at - 2] in _BY and words[at + 1 : at + 2] == ["of"] and words[at - 1] == "the":
            return self._according(at - 2, at + 2)
        if words[at - 1 : at] == ["the"] and words[at + 1 : at + 2] == ["of"]:
            return self._held(at)
        last = at - 1
        while last > 0 and words[last] in _OWN:
            last -= 1
        if last < 0 or not (words[last] in _MINE or words[last] != bare(words[last])):
            return None
        reach = 1 if words[last] in _MINE else _OWNER
        first = next(
            (back for back in range(last, max(last - reach - 1, -1), -1) if words[back] in _BY), None
        )
        if first is not None and words[first] != "to":
            return self._owned(first, last, at)
        that = at + 2
        if words[at + 1 : at + 2] and words[at + 1] in BE and words[that : that + 1] == ["that"]:
            first = last if words[last] in _MINE else self.subjects.phrase_start(last)
            owner = self._owner(first, last)
            return Attribution("lead", first, that, self.tokens[at].text, owner, that + 1) if owner else None
        return None

    def _held(self, at: int) -> Attribution | None:
        """`The view of the bank is that`."""
        for be in range(at + 2, min(at + _REACH, len(self.words) - 1)):
            if self.words[be] in BE and self.words[be + 1] == "that":
                owner = self._owner(at + 2, be - 1)
                cue = self.tokens[at].text
                return Attribution("lead", at - 1, be + 1, cue, owner, be + 2) if owner else None
        return None

    def _owned(self, first: int, last: int, at: int) -> Attribution | None:
        """`By the ministry's own count, ...`: its owner, for `its` the subject."""
        cue = self._text(first, at + 1)
        owner = self._owner(first + 1, last)
        if self.words[last] in _MINE:
            owner = self._current(first) or (self.earlier if self.words[last] in _PERSONS else None)
        if owner is None or self._published(owner):
            return None
        closed = at + 1 == len(self.words) or self.words[at + 1] in STOPS
        if first and closed and self.words[first - 1] in {",", '"'}:
            return self._closing(first, at + 1, cue, owner)
        opens = at + 1 + (self.words[at + 1 : at + 2] == [","])
        return Attribution("lead", first, at + 1, cue, owner, opens)

    def _owner(self, first: int, last: int) -> str | None:
        """Whom a phrase in the genitive names, where it is one who speaks."""
        phrase = list(self.tokens[first : last + 1])
        if not phrase:
            return None
        end = phrase[-1]
        short = bare(end.text)
        phrase[-1] = end._replace(text=short, lower=short.lower(), end=end.start + len(short))
        return self.speakers.name(phrase) if self.subjects.may_speak(phrase) else None

    def _according(self, at: int, start: int) -> Attribution | None:
        """`According to the bank, ...` and `..., according to the bank`, of which the name is at `start`."""
        end = start
        while end < len(self.words) and not self._phrase_ends(end, at, start):
            end += 1
        phrase = self.tokens[start:end]
        if not phrase:
            return None
        if self.words[start] == "whom":
            before = self.subjects.whoever(at - 2) if at > 1 else None
            who = self._so_far() or (before[1] if before else None)
            cue = self._text(at, start)
            return Attribution("lead", at, start + 1, cue, who, start + 1, alone=True) if who else None
        head = self.speakers.core(phrase)[-1].lower
        cue = self._text(at, start)
        unnamed = head in self.lexicon.nobody and bare(head) not in self.lexicon.documents
        speaker = None if unnamed or self.speakers.data(phrase) else self._told(phrase)
        if title := self._title(phrase, end):
            speaker, end = title, end + 1
        again = len(phrase) == 1 and head in PERSONS
        if again and speaker is None:
            speaker = self.earlier
        if (speaker is None and not again) or self._published(speaker):
            return Attribution("cut", at, end, cue, None)
        quote = end + (self.words[end : end + 1] == [","])
        if self.words[at] == "in" and self.words[quote : quote + 1] == ['"']:
            return Attribution("lead", at, end, cue, speaker, quote)
        spoken = (
            at > 0
            and self.words[at - 1] == '"'
            and self.tokens[at - 1].text.rstrip("\"”'»’")[-1:] in {",", "."}
        )
        if at and not spoken and end < len(self.words) and self._led_in(at) and self.words[end] not in STOPS:
            return Attribution("lead", at, end, cue, speaker, end, alone=True)
        if spoken or any(
            word not in JOINERS and not (word in {",", '"'} and at < 4) for word in self.words[:at]
        ):
            return self._closing(at, end, cue, speaker)
        opens = end + 1 if self.words[end : end + 1] == [","] else end
        return Attribution("lead", at, end, cue, speaker, opens)

    def _led_in(self, cue: int) -> bool:
        """Whether what was said stands behind the cue: `According to her`, `which according to her is`."""
        return not cue or self.words[cue - 1] in _LINKS

    def _title(self, phrase: Sequence[Token], end: int) -> str | None:
        """What stands between quotation marks behind words that name nobody: `the secret "Lin memo"`."""
        if self.words[end : end + 1] != ['"'] or self.speakers.speaks(phrase):
            return None
        title = self.tokens[end].text.strip("\"“”‘’'«»„,. ")
        return title if len(title.split()) <= _TITLE and title[:1].isupper() else None

    def _told(self, phrase: Sequence[Token]) -> str | None:
        """Whom the phrase names, in an aside behind its role too."""
        comma = next((at for at, token in enumerate(phrase) if token.lower == ","), len(phrase))
        return self.speakers.name(self.subjects.presented(phrase[:comma], phrase[comma + 1 :]) or phrase)

    def _is_whole(self, phrase: Sequence[Token]) -> bool:
        """Whether a phrase names somebody at its end, so that an article behind it begins what was said."""
        last = bare(phrase[-1].lower)
        open_ = last in self.lexicon.prepositions | self.lexicon.documents | self.lexicon.data
        return not open_ and self.speakers.speaks(phrase)

    def _opens_figure(self, at: int) -> bool:
        """Whether a figure begins at a token, with words of how exact it is: `more than 300`, `about 40`."""
        opens = at + 1 if self.words[at : at + 1] and self.words[at] in _NEARLY else at
        opens += 2 * (" ".join(self.words[opens : opens + 2]) in _THAN)
        return opens > at and any(word[:1] in _FIGURE for word in self.words[opens : opens + 1])

    def _phrase_ends(self, at: int, cue: int, start: int) -> bool:
        """Whether the noun phrase at `start`, after `according to`, ends before token `at`; asides belong to
        it.
        """
        word = self.words[at]
        clause = self._led_in(cue) and (word in _ARTICLES | FINITE or word[:1].isdigit())
        goes_on = clause or self._opens_figure(at)
        if goes_on and at > start and self._is_whole(self.tokens[start:at]):
            return True
        if word in {".", "?", "!"}:
            return not self.subjects.same_name(at) and (
                at + 1 == len(self.words) or len(self.words[at - 1]) > 1
            )
        if word != ",":
            return word in {'"', ";", ":", "—", "–"}
        ahead = self.words[at + 1 : at + _LONGEST_ASIDE]
        closed = "," in ahead
        aside = self.tokens[at + 1 : at + 1 + ahead.index(",")] if closed else self.tokens[at + 1 :]
        if not aside:
            return True
        if (closed or cue) and self.subjects.presented(self.tokens[start:at], aside):
            return False
        if closed and self.words[at + len(aside) + 2 : at + len(aside) + 3] in (["and"], ["but"]):
            return True
        relative = aside[0].lower in {"who", "which", "whose"}
        finite = any(
            token.lower in BE or token.lower in {"has", "have", "had", "will", "would"} for token in aside
        )
        described = relative or (self.subjects.describes(aside) and len(aside) < _REACH and not finite)
        ended = closed or cue > 0 or '"' in self.words[at + 1 :]
        return not (described and ended)
