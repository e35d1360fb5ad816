"""Data sources named besides the speaker: `figures released by the bank show`, `according to data`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.extract.cues import Cues, bare, cues, offsets
from pipeline.extract.narration import Narration, Token, narrate
from pipeline.extract.speakers import Speakers
from pipeline.extract.subjects import JOINERS, MONTHS, STOPS, Subjects
from pipeline.model import Recognition

_OF = frozenset({"of", "the", "a"})
_BASED = frozenset({"citing", "cited", "quoting"})
_ON = frozenset({"on", "by"})
_FIGURES = frozenset({"statistics", "figures", "data"})
_ASKING = frozenset({"survey", "poll", "census"})
_LONGEST = 16
_TIME = 5
_YEAR = re.compile(r"(?:19|20)\d\d\Z")
_TIMES = MONTHS | {"year", "years", "quarter", "quarters", "month", "months", "week", "weeks", "half"}
_CLAUSE = frozenset({"that", "which", "who", "it", "they", "he", "she", "we", "there"})


@dataclass(frozen=True, slots=True)
class Source:
    """A phrase that names a data source, without its article, and the sentence that it covers."""

    text: str
    start: int
    end: int


def find_sources(recognition: Recognition) -> list[Source]:
    """The sources of one document, in order of the sentences that name them."""
    text, lexicon = recognition.document.text, cues()
    wanted = offsets(text, lexicon.sourcing | _FIGURES)
    finder = _Finder(Speakers(text, recognition.sentences, recognition.mentions, lexicon), lexicon)
    found: list[Source] = []
    for narration in narrate(text, recognition.sentences, (), wanted):
        found.extend(finder.within(narration))
    return found


def source_at(sources: Sequence[Source], offset: int) -> str | None:
    """The source that covers `offset`, the first named where several do."""
    return next((one.text for one in sources if one.start <= offset < one.end), None)


class _Finder:
    """Finds the data that speak in a sentence."""

    def __init__(self, speakers: Speakers, lexicon: Cues) -> None:
        self.speakers, self.lexicon = speakers, lexicon

    def within(self, narration: Narration) -> Iterator[Source]:
        subjects = Subjects(narration.tokens, self.speakers, self.lexicon, quoted=False)
        words = subjects.words
        for at, word in enumerate(words):
            phrase: Sequence[Token] = ()
            if word == "according" and words[at + 1 : at + 2] == ["to"]:
                phrase = self._ahead(subjects, at + 2)
            elif word in _BASED or (word == "based" and words[at + 1 : at + 2] == ["on"]):
                phrase = self._ahead(subjects, at + 1 + (word == "based"))
            elif at and (word in self.lexicon.showing or word in self.lexicon.putting):
                phrase = self._back(subjects, self._past_aside(words, at - 1))
            elif at == 0 and word in _ON:
                phrase = self._owned(self._ahead(subjects, at + 1))
            phrase = self._untimed(phrase)
            if phrase and (self.speakers.data(phrase) or self._asked(words, at, phrase)):
                yield Source(self.speakers.words_of(phrase), narration.start, narration.end)

    def _owned(self, phrase: Sequence[Token]) -> Sequence[Token]:
        """The phrase where it says whose figures they are: `On the bank's own statistics, ...`."""
        return phrase if any(bare(token.lower) != token.lower for token in phrase) else ()

    def _asked(self, words: Sequence[str], at: int, phrase: Sequence[Token]) -> bool:
        """Whether a survey closes its sentence: `..., a ministry survey showed`."""
        closes = words[at].startswith("show") and words[at + 1 : at + 2] in ([], ["."])
        return closes and phrase[-1].lower in _ASKING

    def _past_aside(self, words: Sequence[str], last: int) -> int:
        """The word before what commas set off (`The figures, released on Monday, show`)."""
        if words[last] != ",":
            return last
        opens = (at for at in range(last - 1, max(last - _LONGEST, 0), -1) if words[at] == ",")
        comma = next(opens, last)
        return comma - 1 if words[comma + 1] in self.lexicon.prepositions else last

    def _ahead(self, subjects: Subjects, start: int) -> Sequence[Token]:
        stop = start
        while stop < len(subjects.words) and stop - start < _LONGEST:
            if subjects.words[stop] in STOPS - {"(", ")"} and not subjects.same_name(stop):
                break
            if subjects.words[stop] in self.lexicon.showing | _CLAUSE:
                break
            stop += 1
        return subjects.tokens[start:stop]

    def _untimed(self, phrase: Sequence[Token]) -> Sequence[Token]:
        """The phrase without the time that its figures are for (`figures for the year to March`), or at
        which they came out (`figures released on Monday`).
        """
        phrase = self._undated(phrase)
        for at, token in enumerate(phrase):
            ahead = [other.lower for other in phrase[at + 1 : at + _TIME]]
            if (
                at
                and token.lower in {"for", "covering"}
                and any(word in _TIMES or _YEAR.match(word) for word in ahead)
            ):
                return phrase[:at]
        return phrase

    def _undated(self, phrase: Sequence[Token]) -> Sequence[Token]:
        """The phrase without a day at its end, nor a participle that only leads to the day."""
        words = [token.lower for token in phrase]
        end = len(words)
        while end > 1 and words[end - 1] in self.lexicon.times:
            end -= 1
        if end == len(words):
            return phrase
        while end > 1 and words[end - 1] in {"on", "late", "early", "earlier"}:
            end -= 1
        if end > 1 and words[end - 1].endswith("ed") and words[end - 1] in self.lexicon.prepositions:
            end -= 1
        return phrase[:end]

    def _back(self, subjects: Subjects, last: int) -> Sequence[Token]:
        """The phrase before `show`, with `released by the bank` and the like."""
        while last > 0 and (
            subjects.words[last] in self.lexicon.between or subjects.words[last].endswith("ly")
        ):
            last -= 1
        if subjects.words[last] in JOINERS | _OF:
            return ()
        return subjects.tokens[subjects.phrase_start(last) : last + 1]
