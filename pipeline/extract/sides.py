"""On which side of its cue a passage stands.

A passage follows its cue (`she noted that ...`, `he said: "..."`), is closed by it (`..., the bank said`) or
stands on both sides (`..., the bank said, ...`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from pipeline.extract.complement import Complement
from pipeline.extract.cues import Cue, Cues
from pipeline.extract.extent import bounds_extreme
from pipeline.extract.narration import Narration
from pipeline.extract.speakers import Speakers
from pipeline.extract.subjects import FINITE, JOINERS, SHORT, STOPS, Subjects
from pipeline.rules.inflect import is_past

DASHES = frozenset({"—", "–", "-"})
BREAKS = DASHES | {","}
_CITING = frozenset({"citing", "quoting", "referring", "reference", "via", "cites", "quotes"})
_REACH = 16
_PRONOUNS = frozenset({"it", "they", "he", "she"})

Kind = Literal["lead", "tail", "middle", "cut"]


@dataclass(frozen=True, slots=True)
class Attribution:
    """A cue with its speaker, in token numbers: its own words are `first` to `after`; a passage that it
    leads in begins at `opens`. A `cut` only ends passages: a data source, the outlet itself, a denial.
    """

    kind: Kind
    first: int
    after: int
    cue: str
    speaker: str | None
    opens: int = 0
    alone: bool = False
    """Whether it has no subject of its own (`and noted that`, `adding that`)."""
    bare: bool = False
    """Whether it leads in no clause but a noun phrase or an infinitive (`expects a loss`)."""


class Sides:
    """The words of one sentence and what was found in it; `before` is the speaker before the sentence."""

    def __init__(
        self,
        narration: Narration,
        speakers: Speakers,
        lexicon: Cues,
        publisher: str | None,
        before: str | None,
    ) -> None:
        self.tokens = narration.tokens
        self.speakers, self.lexicon, self.publisher, self.earlier = speakers, lexicon, publisher, before
        self.subjects = Subjects(self.tokens, speakers, lexicon, narration.quoted)
        self.words = self.subjects.words
        self.complement = Complement(self.subjects, lexicon, speakers.owners.__setitem__)
        self.found: list[Attribution] = []

    def _so_far(self) -> str | None:
        """Who spoke last in this sentence."""
        return next((one.speaker for one in reversed(self.found) if one.kind != "cut"), None)

    def _published(self, speaker: str | None) -> bool:
        """Whether the outlet names itself (`Trend reports`)."""
        return bool(self.publisher and speaker and speaker.lower().removeprefix("the ") == self.publisher)

    def _text(self, at: int, end: int) -> str:
        return " ".join(token.text for token in self.tokens[at:end])

    def _sided(self, first: int, cue: Cue, speaker: str | None, alone: bool = False) -> Attribution | None:
        """Tell whether the passage follows the cue or stands before it."""
        text, end = self._text(cue.at, cue.end), cue.end
        if self._published(speaker):
            return self._cited(first, end) or Attribution("cut", first, end, text, None, alone=alone)
        speaker = speaker or self._so_far() or self.earlier
        self._written(first, speaker)
        if first == 1 and self.words[0] == "as" and "," in self.words[end:]:
            comma = self.words.index(",", end)
            return Attribution("lead", 0, comma, text, speaker, comma + 1)
        quoted = self._behind(first, BREAKS | {"as"}) == '"'
        content = not alone and self._behind(first, frozenset({"as"})) in BREAKS | {'"'}
        clause = content and any(word in FINITE | {'"'} or is_past(word) for word in self.words[:first])
        opens = self.complement.opens(end, cue.verb, cue.frames, clause, speaker)
        if opens and not (quoted and self.words[opens - 1] == ","):
            return Attribution("lead", first, end, text, speaker, opens, alone, self._is_bare(cue, opens))
        heard = frozenset({"listener"}) if quoted and "quote" in cue.frames else frozenset()
        if not self.complement.ends(end, cue.frames | heard):
            return None
        if content and (quoted or (cue.frames & {"clause", "that", "object"} and "doing" not in cue.frames)):
            return self._closing(first, end, text, speaker)
        return None

    def _is_bare(self, cue: Cue, opens: int) -> bool:
        """Whether the passage at `opens` has no verb of its own that tells a time."""
        told = "object" in cue.frames and "clause" not in cue.frames
        if not (told or cue.verb in self.lexicon.foreseeing) or self.words[opens - 1] in {"that", ":"}:
            return False
        parted = STOPS | {"and", "but"}
        stop = next((at for at in range(opens, len(self.words)) if self.words[at] in parted), len(self.words))
        return not any(word in FINITE for word in self.words[opens:stop])

    def _cited(self, first: int, end: int) -> Attribution | None:
        """Whom the outlet refers to: `Trend reports, citing the customs committee`."""
        for at in range(end, min(end + SHORT, len(self.words))):
            if self.words[at] not in _CITING:
                continue
            start = at + 1 + (self.words[at + 1 : at + 2] == ["to"])
            stop = self._stop(start)
            while stop > start and self.words[stop - 1] in STOPS:
                stop -= 1
            phrase = self.tokens[start:stop]
            if phrase and self.speakers.speaks(phrase) and not self.speakers.data(phrase):
                cue = self._text(at, start)
                that = next((to for to in (stop, stop + 1) if self.words[to : to + 1] == ["that"]), None)
                if that is not None:
                    return Attribution("lead", first, stop, cue, self.speakers.name(phrase), that + 1)
                return Attribution("tail", first, stop, cue, self.speakers.name(phrase))
        return None

    def _written(self, first: int, speaker: str | None) -> None:
        """`In a report, the bank said`: the report is the bank's."""
        if first and speaker and self.words[0] == "in":
            for word in self.words[1 : min(first, _REACH)]:
                if word in self.lexicon.documents:
                    self.speakers.owners[word] = speaker

    def _behind(self, first: int, skipped: frozenset[str]) -> str:
        """The word before the attribution, without those `skipped`."""
        back = first - 1
        while back > 0 and self.words[back] in skipped:
            back -= 1
        return self.words[back] if back >= 0 else ""

    def _closing(self, first: int, after: int, cue: str, speaker: str | None) -> Attribution:
        """An attribution behind what it attributes, or in its middle."""
        if self._published(speaker):
            return self._cited(first, after) or Attribution("cut", first, after, cue, None)
        stop = self._stop(after)
        while stop < len(self.words) and self.words[stop] == "," and self._describes(stop + 1, speaker):
            stop = self._stop(stop + 1)
        goes_on = stop + 1 < len(self.words) and self.words[stop] in {",", "—", "–"}
        if goes_on and self.words[first - 1 : first] != ['"']:
            return Attribution("middle", first, stop, cue, speaker, stop + 1)
        return Attribution("tail", first, stop, cue, speaker)

    def _stop(self, at: int) -> int:
        while at < len(self.words) and self.words[at] not in {",", ";", '"', "—", "–", ":"}:
            at += 1
        return at

    def _describes(self, at: int, speaker: str | None) -> bool:
        """Whether an aside from token `at` tells more about the speaker (`, head of the office`)."""
        end = self._stop(at)
        while end > at and self.words[end - 1] in STOPS:
            end -= 1
        aside = self.tokens[at:end]
        if not aside or self.words[at] in JOINERS or any(word in FINITE for word in self.words[at:end]):
            return False
        if any(word in self.lexicon.verbs for word in self.words[at:end]):
            return False
        if bounds_extreme(self.words[at:end]):
            return False
        named = self.speakers.name(aside) == speaker and self.subjects.is_name(aside)
        return named or self.subjects.describes(aside)

    def _goes_on(self, made: Attribution) -> bool:
        """Whether what somebody said only tells what he expects: `The bank said it expected a loss`."""
        told = self.found[-1] if self.found else None
        if told is None or told.kind != "lead" or made.kind != "lead" or told.opens != made.first:
            return False
        foreseeing = any(
            lemma[0] in self.lexicon.foreseeing
            for at in range(made.first, made.after)
            for lemma in self.lexicon.verbs.get(self.words[at], ())
        )
        return foreseeing and self.words[made.first] in _PRONOUNS

    def _only_names(self, last: int) -> bool:
        """Whether only a subject and an aside stand before a comma: `Lin, who had won, said most agreed`."""
        words = self.words[:last]
        opens = words.index(",") if "," in words else 0
        if self.words[last] != "," or not opens or "," in words[opens + 1 :] or '"' in words:
            return False
        if any(word in FINITE or is_past(word) for word in words[:opens]):
            return False
        if not self.speakers.speaks(self.tokens[:opens]):
            return False
        relative = words[opens + 1] in {"who", "which", "whose"}
        placed = words[opens + 1] in self.lexicon.prepositions
        return relative or (placed and not any(word in FINITE for word in words[opens + 1 :]))
