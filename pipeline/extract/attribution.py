"""Read a sentence for its attributions: find each cue, the noun phrase that speaks, and the passage it covers.

A passage either follows its cue (`she noted that ...`, `he said: "..."`) or is closed by it (`..., the bank said`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from pipeline.extract.cues import Cues
from pipeline.extract.narration import Narration, Token
from pipeline.extract.quotes import Quote
from pipeline.extract.speakers import Speakers
from pipeline.model import Statement

_BE = frozenset({"is", "are", "was", "were", "be", "been", "being"})
_STOPS = frozenset('.;:,"—–-()[]…?!')
_MONTHS = frozenset(
    "january february march april may june july august september october november december".split()  # noqa: SIM905
)
_FINITE = _BE | frozenset(
    {"has", "have", "had", "will", "would", "can", "could", "may", "might", "should", "must"}
)
_JOINERS = frozenset({"and", "but", "or", "while", "although", "though", "whereas", "as", "yet"})
_DENIED = ""
"""Stands for the speaker of a relative clause about the passage itself (`which the firm denied`)."""
_LONGEST_PHRASE = 25
_LONGEST_ASIDE = 40
_SHORT_LEAD = 5
_LISTENER = 8
_REACH = 16

Kind = Literal["lead", "tail", "middle", "cut"]


@dataclass(frozen=True, slots=True)
class Attribution:
    """A cue with its speaker. Token numbers: the attribution's own words are `first` to `after`, a passage that it
    leads in begins at `opens`."""

    kind: Kind
    first: int
    after: int
    cue: str
    speaker: str | None
    opens: int = 0
    alone: bool = False
    """Whether it has no subject of its own (`and noted that`, `adding that`)."""


class Reader:
    """Reads the sentences of one document in order; `passages` are the statements outside quotations' own spans."""

    def __init__(self, speakers: Speakers, lexicon: Cues, publisher: str | None) -> None:
        self.speakers, self.lexicon = speakers, lexicon
        self.publisher = publisher.lower() if publisher else None
        self.passages: list[Statement] = []
        self.said: dict[int, tuple[str | None, str]] = {}
        """Speaker and cue of each quotation by its number."""
        self.last: tuple[str | None, str, int] | None = None
        self.tokens: Sequence[Token] = ()
        self.words: list[str] = []
        self.inside = False

    # --- one sentence ---

    def read(self, narration: Narration) -> None:
        """Add the statements of one sentence."""
        self.tokens = narration.tokens
        self.words = [token.lower for token in self.tokens]
        self.inside = narration.quoted
        found = self._attributions()
        for number, attribution in enumerate(found):
            self._emit(attribution, found[number + 1 :], found[:number])
        if self.inside:
            return
        spoken = [one for one in found if one.kind != "cut"]
        if spoken:
            self.last = (spoken[-1].speaker, spoken[-1].cue, narration.paragraph)
        self._loose_quotes(narration, found)

    def quoted(self, text: str, quotes: Sequence[Quote]) -> Iterator[Statement]:
        """One statement for each paragraph of each attributed quotation."""
        for quote in quotes:
            if quote.number not in self.said:
                continue
            start, end = quote.inner
            while start < end and text[start].isspace():
                start += 1
            while end > start and (text[end - 1].isspace() or text[end - 1] in ",-–—"):
                end -= 1
            if start < end:
                speaker, cue = self.said[quote.number]
                yield Statement(speaker, cue, "direct", start, end)

    def _loose_quotes(self, narration: Narration, found: Sequence[Attribution]) -> None:
        """A quotation without a cue of its own goes on with the speaker before it."""
        for at, token in enumerate(self.tokens):
            quote = token.quote
            if quote is None or quote.number in self.said or self.last is None:
                continue
            if any(one.start <= token.start < one.end for one in self.passages[-len(found) - 1 :]):
                continue
            speaker, cue, paragraph = self.last
            whole = all(word in _STOPS for word in self.words)
            opens = at == 0 or self.words[at - 1] in {":", '"'}
            near = paragraph == narration.paragraph or (whole and paragraph == narration.paragraph - 1)
            if near and opens and (whole or len(token.text.split()) >= _SHORT_LEAD):
                self.said[quote.number] = (speaker, cue)

    # --- finding attributions ---

    def _attributions(self) -> list[Attribution]:
        found: list[Attribution] = []
        at = 0
        while at < len(self.tokens):
            made: Attribution | None = None
            if self.words[at] == "according" and self.words[at + 1 : at + 2] == ["to"]:
                made = self._according(at)
            elif self.words[at] in self.lexicon.verbs and not self._in_name(at):
                made = self._verb(at, found)
            if made:
                found.append(made)
                at = max(at + 1, made.after) if made.kind != "lead" else max(at + 1, made.opens)
            else:
                at += 1
        return found

    def _in_name(self, at: int) -> bool:
        token = self.tokens[at]
        return token.text[:1].isupper() and any(
            name.start <= token.start < name.end for name in self.speakers.within(token.start - 60, token.end)
        )

    def _verb(self, at: int, found: Sequence[Attribution]) -> Attribution | None:
        hit = self.lexicon.verb_at(self.words, at)
        if hit is None:
            return None
        end, lemma = hit
        if lemma == ("put", "it") and self.words[end : end + 1] == ["at"]:
            end, lemma = at + 1, ("put",)
        frames = self.lexicon.frames[lemma]
        cue = " ".join(token.text for token in self.tokens[at:end])
        before = at - 1
        while before >= 0 and (self.words[before] in self.lexicon.between or self._adverb(before)):
            before -= 1
        if before >= 0 and self.words[before] in _BE:
            return self._passive(at, end, before, cue)
        if before >= 0 and self.words[before] == "to" and self.words[before - 2 : before] != ["went", "on"]:
            return None
        if before >= 0 and self.words[before] == "to":
            before -= 3
        if self.words[at - 1 : at] == ["as"] and self.words[at].endswith("ing"):
            return self._quoted_as(at, end, cue)
        before = self._past_time(before)
        subject = self._subject(at, before, found)
        if subject is None:
            return self._inverted(at, end, cue)
        first, speaker, alone = subject
        if first < 0:
            return None
        return self._classify(first, at, end, frames, cue, speaker, alone)

    def _adverb(self, at: int) -> bool:
        return self.words[at].endswith("ly") and len(self.words[at]) > 4 and self.tokens[at].text.islower()

    def _past_time(self, at: int) -> int:
        """Step over `on Tuesday`, `at the time` and the like, to the left."""
        while at > 0:
            if self.words[at] in self.lexicon.times:
                at -= 1
                if self.words[at] in {"on", "late", "early", "last", "this"}:
                    at -= 1
            elif self.words[at - 2 : at + 1] == ["at", "the", "time"]:
                at -= 3
            else:
                break
        return at

    # --- who speaks ---

    def _subject(
        self, at: int, before: int, found: Sequence[Attribution]
    ) -> tuple[int, str | None, bool] | None:
        """First token, speaker, and whether there is no subject.

        None where the subject may stand behind the verb; a negative first token where nobody speaks.
        """
        nobody = (-1, None, False)
        if before < 0:
            return None
        word = self.words[before]
        participle = self.words[at].endswith("ing")
        if participle:
            if word in {",", '"', "and", "but", "by", "—", "–", "-"} or word in _JOINERS:
                speaker = self._current(found, before)
                return (at if word not in _JOINERS else before, speaker, True) if speaker else nobody
            return nobody
        if word in {"and", "but", "then"}:
            speaker = self._current(found, before)
            return (before, speaker, True) if speaker else nobody
        if word == "who":
            return self._relative(before, found)
        if word in {"which", "that"}:
            return nobody
        if word == '"':
            return None
        if word == ",":
            return None if before == at - 1 and self._speaker_behind(at) else self._after_aside(before)
        start = self._phrase_start(before)
        phrase = self.tokens[start : before + 1]
        if start and self.words[start - 1] == "which" and self.speakers.speaks(phrase):
            return start - 1, _DENIED, True
        if phrase[0].lower == "(" and phrase[-1].lower == ")" and len(phrase) > 2:
            start, before = start + 1, before - 1
        start = self._without_adjunct(start, before)
        phrase = self.tokens[start : before + 1]
        if not self._may_speak(phrase):
            return nobody
        return self._with_aside(start, before)

    def _may_speak(self, phrase: Sequence[Token]) -> bool:
        if not self.speakers.speaks(phrase):
            return False
        if self.inside:
            return any(token.text[:1].isupper() for token in phrase) and phrase[-1].lower not in {
                "it",
                "we",
                "i",
            }
        return True

    def _current(self, found: Sequence[Attribution], before: int) -> str | None:
        """The speaker of this sentence so far, else the person or body that it begins with."""
        for one in reversed(found):
            if one.kind != "cut":
                return one.speaker
        names = self.speakers.within(self.tokens[0].start, self.tokens[before].start)
        for name in names:
            if name.value.type in {"person", "organisation"}:  # type: ignore[union-attr]
                return name.value.canonical  # type: ignore[union-attr]
        if self.words[0] in {"it", "they"}:
            return self.speakers.body
        return None

    def _relative(self, before: int, found: Sequence[Attribution]) -> tuple[int, str | None, bool]:
        """`..., said a ministry spokesperson, who recalled that`."""
        speaker = next((one.speaker for one in reversed(found) if one.kind != "cut"), None)
        if speaker is None:
            last = before - 1
            while last >= 0 and self.words[last] in {",", "("}:
                last -= 1
            if last < 0:
                return -1, None, False
            start = self._phrase_start(last)
            if not self._may_speak(self.tokens[start : last + 1]):
                return -1, None, False
            speaker = self.speakers.name(self.tokens[start : last + 1])
        return before, speaker, True

    def _phrase_start(self, last: int) -> int:
        """Where the noun phrase that ends with token `last` begins."""
        start = last
        while start > 0 and last - start < _LONGEST_PHRASE:
            if self.words[start] == ")" and "(" in self.words[max(start - 12, 0) : start]:
                start -= self.words[max(start - 12, 0) : start][::-1].index("(") + 1
                continue
            word = self.words[start - 1]
            if self._same_name(start):
                start -= 1
                continue
            if word in {",", "and", "&"} and start > 1 and self._listed(start, last):
                start -= 2
                continue
            if word == ")":
                start -= 1
                continue
            if word in _STOPS or word in self.lexicon.bounds or self._verbal(start - 1):
                break
            start -= 1
        return start

    def _verbal(self, at: int) -> bool:
        """Whether a word is surely a verb of saying, at which an inner clause begins."""
        word = self.words[at]
        return word in {"said", "says", "told", "added", "adds", "believes", "thinks", "expects"}

    def _same_name(self, at: int) -> bool:
        """Whether the tokens before and at `at` belong to one name."""
        start = self.tokens[at].start
        return any(name.start < start < name.end for name in self.speakers.within(start - 60, start))

    def _listed(self, start: int, last: int) -> bool:
        """Whether a comma or `and` before `start` stands inside a phrase (`Trade and Industry Minister Ana Silva`)."""
        before, here = self.tokens[start - 2], self.tokens[start]
        joined = self.words[start - 1] == "and"
        if joined and _bare(before.lower) in self.lexicon.speakers and before.text.islower():
            return here.text.islower()
        if not (before.text[:1].isupper() and here.text[:1].isupper()):
            return False
        if any(name.end == before.end for name in self.speakers.within(before.start - 40, before.end)):
            return False
        rest = self.words[start : min(start + 6, last + 1)]
        titled = any(_bare(word) in self.lexicon.speakers for word in rest)
        return titled and (joined or "and" in rest[1:3]) and before.lower not in _MONTHS

    def _without_adjunct(self, start: int, last: int) -> int:
        """Leave out an adjunct before the phrase: `In March the company`, `Last year officials`."""
        if self.words[start] not in self.lexicon.adjuncts:
            return start
        for at in range(last, start, -1):
            token = self.tokens[at]
            if token.lower in {"the", "a", "an", "its", "his", "her", "their"} and at > start + 1:
                return at
            name = any(one.start == token.start for one in self.speakers.within(token.start, token.end))
            if name and not self.words[at - 1] in {"in", "of", "at", "on", "for", "with", "to"}:
                return at
        return (
            last
            if self.words[last] in {"it", "they", "he", "she"} or self.tokens[last].text.islower()
            else start
        )

    def _with_aside(self, start: int, last: int) -> tuple[int, str | None, bool]:
        """`Energywatch, the consumer watchdog has said`: the name before the comma, else the phrase's own."""
        phrase = self.tokens[start : last + 1]
        if start > 1 and self.words[start - 1] == ",":
            named = self.speakers.within(phrase[0].start, phrase[-1].end)
            ends = any(name.end >= phrase[-1].end and name.text[:1].isupper() for name in named)
            first = self._phrase_start(start - 2)
            head = self.tokens[first : start - 1]
            exact = any(
                name.start <= head[0].start and name.end >= head[-1].end
                for name in self.speakers.within(head[0].start, head[-1].end)
            )
            if exact and not ends and (first == 0 or self.words[first - 1] in _STOPS) and len(phrase) > 1:
                return first, self.speakers.name(head), False
            if (
                ends
                and self._may_speak(head)
                and (first == 0 or self.words[first - 1] in _STOPS)
                and not exact
            ):
                if self._describes(head) and not head[0].lower.endswith("ing"):
                    return first, self.speakers.name(phrase), False
        return start, self.speakers.name(phrase), False

    def _describes(self, head: Sequence[Token]) -> bool:
        """Whether a phrase tells a role that a name in apposition fills (`The head of the office, Ana Silva`)."""
        core = self.speakers.core(head)
        return bool(core) and _bare(core[-1].lower) in self.lexicon.speakers

    def _after_aside(self, comma: int) -> tuple[int, str | None, bool] | None:
        """The subject before an aside that a comma closes: `Lin, the bank's chief economist, said`."""
        at = comma - 1
        for _ in range(4):
            while at >= 0 and self.words[at] not in {",", '"', ";", ":"} and comma - at < _LONGEST_ASIDE:
                at -= 1
            if at < 1 or self.words[at] != ",":
                break
            start = self._phrase_start(at - 1)
            head = self.tokens[start:at]
            aside = self.tokens[at + 1 : comma]
            if start == at or not aside:
                break
            clean = start == 0 or self.words[start - 1] in _STOPS or self.words[start - 1] in _JOINERS
            exact = bool(self.speakers.within(aside[0].start, aside[-1].end)) and self._is_name(aside)
            if (
                self._may_speak(head)
                and clean
                and (start == 0 or self._is_name(head) or self._aside(aside) or exact)
            ):
                speaker = self.speakers.name(aside if exact and not self._is_name(head) else head)
                return start, speaker, False
            at -= 1
        start = self._phrase_start(comma - 1)
        phrase = self.tokens[start:comma]
        opening = start == 0 or (self.words[start - 1] == "," and start - 1 <= _SHORT_LEAD)
        if opening and self._may_speak(phrase) and self._is_name(phrase):
            return start, self.speakers.name(phrase), False
        return None

    def _is_name(self, phrase: Sequence[Token]) -> bool:
        """Whether a name, with or without an article, makes the whole phrase."""
        first = phrase[1] if phrase[0].lower == "the" and len(phrase) > 1 else phrase[0]
        return any(
            name.start <= first.start
            and name.end >= phrase[-1].end
            or name.start <= first.start
            and phrase[-1].lower == ")"
            for name in self.speakers.within(phrase[0].start, phrase[-1].end)
        )

    def _aside(self, aside: Sequence[Token]) -> bool:
        first = aside[0].lower
        return first in {"who", "which", "a", "an", "the", "whose", "now", "one"} or self.speakers.speaks(
            aside
        )

    # --- other constructions ---

    def _passive(self, at: int, end: int, before: int, cue: str) -> Attribution | None:
        """`was informed by the ministry that`, `it was announced that`."""
        if self.words[end : end + 1] == ["by"] and "that" in self.words[end : end + _REACH]:
            that = self.words.index("that", end)
            phrase = self.tokens[end + 1 : that]
            if self.speakers.speaks(phrase):
                return Attribution("lead", before, that, cue, self.speakers.name(phrase), that + 1)
        told = self.words[at] in {"announced", "revealed", "disclosed", "confirmed"}
        if told and before and self.words[before - 1] == "it" and self.words[end : end + 1] == ["that"]:
            speaker = self.speakers.body or (self.last[0] if self.last else None)
            if speaker:
                return Attribution("lead", before - 1, end, cue, speaker, end + 1)
        return None

    def _quoted_as(self, at: int, end: int, cue: str) -> Attribution | None:
        """`the daily quoted him as saying`, `Lin was quoted as saying`."""
        back = self.words[max(at - 16, 0) : at]
        for verb in ("quoted", "cited"):
            if verb in back:
                quoted = at - len(back) + len(back) - 1 - back[::-1].index(verb)
                break
        else:
            return None
        if quoted and self.words[quoted - 1] in _BE:
            last = quoted - 2
            while last > 0 and self.words[last] in self.lexicon.between:
                last -= 1
            start = self._phrase_start(last)
            phrase: Sequence[Token] = self.tokens[start : last + 1]
        else:
            phrase = self.tokens[quoted + 1 : at - 1]
            last = self._past_time(quoted - 1)
            start = self._phrase_start(last)
            outer = self.tokens[start : last + 1]
            if phrase and self._may_speak(outer):
                named = self.speakers.name(outer)
                if named and not self._published(named):
                    kept = self._classify(
                        start,
                        quoted,
                        end,
                        frozenset({"clause", "that", "listener"}),
                        self.tokens[quoted].text,
                        named,
                        False,
                        at,
                    )
                    if kept:
                        self._emit(kept, (), ())
        if not phrase or not self.speakers.speaks(phrase):
            return None
        return self._classify(
            start, at, end, frozenset({"clause", "that", "listener"}), cue, self.speakers.name(phrase), False
        )

    def _inverted(self, at: int, end: int, cue: str) -> Attribution | None:
        """`..., said a ministry spokesperson`."""
        if at == 0 or self.words[at - 1] not in {",", '"', "—", "–"} or self.words[at].endswith("ing"):
            return None
        stop = self._speaker_behind(at)
        if stop is None:
            return None
        return self._tail(at, stop, cue, self.speakers.name(self._with_apposition(end, stop)))

    def _speaker_behind(self, at: int) -> int | None:
        """The end of the noun phrase that speaks behind the cue at `at`, None where none does."""
        hit = self.lexicon.verb_at(self.words, at)
        if hit is None:
            return None
        if "listener" in self.lexicon.frames[hit[1]]:
            return None
        stop = end = hit[0]
        while stop < len(self.words) and stop - end < _LONGEST_PHRASE:
            word = self.words[stop]
            if (word in _STOPS and not self._same_name(stop)) or word in {"who", "that"}:
                break
            if word in self.lexicon.adjuncts - {"of", "for"} and not self._same_name(stop):
                break
            if word in _FINITE or word.endswith("n't"):
                return None
            stop += 1
        phrase = self.tokens[end:stop]
        if not phrase or phrase[0].lower in self.lexicon.listeners or not self.speakers.speaks(phrase):
            return None
        return (
            stop
            if phrase[0].lower not in {"it", "they", "we", "he", "she"} or self.words[at - 1] == '"'
            else None
        )

    def _with_apposition(self, start: int, stop: int) -> Sequence[Token]:
        """The phrase with a name in apposition behind it: `said the agency's head, Ana Silva`."""
        phrase = self.tokens[start:stop]
        named = self.speakers.within(phrase[0].start, phrase[-1].end)
        if any(name.value.type == "person" for name in named) or self.words[stop : stop + 1] != [","]:  # type: ignore[union-attr]
            return phrase
        end = stop + 1
        while end < len(self.words) and self.words[end] not in _STOPS and end - stop < 8:
            end += 1
        after = self.tokens[stop + 1 : end]
        return after if after and self._is_name(after) and self._describes(phrase) else phrase

    def _according(self, at: int) -> Attribution | None:
        """`According to the bank, ...` and `..., according to the bank`."""
        end = at + 2
        while end < len(self.words) and not self._phrase_ends(end, at):
            end += 1
        phrase = self.tokens[at + 2 : end]
        if not phrase:
            return None
        core = self.speakers.core(phrase)
        head = core[-1].lower
        cue = " ".join(token.text for token in self.tokens[at : at + 2])
        document = head in self.lexicon.documents or _bare(head) in self.lexicon.documents
        unnamed = head in self.lexicon.nobody and not document
        if unnamed or self.speakers.data(phrase):
            return Attribution("cut", at, end, cue, None)
        speaker = self.speakers.name(phrase)
        if speaker is None or self._published(speaker):
            return Attribution("cut", at, end, cue, None)
        if self.words[:at] and not all(
            word in _JOINERS or word in {",", '"'} and at < 4 for word in self.words[:at]
        ):
            return self._tail(at, end, cue, speaker)
        opens = end + 1 if self.words[end : end + 1] == [","] else end
        return Attribution("lead", at, end, cue, speaker, opens)

    def _phrase_ends(self, at: int, start: int) -> bool:
        """Whether the noun phrase after `according to` ends before token `at`; asides belong to it."""
        word = self.words[at]
        if word in {'"', ";", ":", "—", "–"}:
            return True
        if word in {".", "?", "!"}:
            return not self._same_name(at) and (at + 1 == len(self.words) or len(self.words[at - 1]) > 1)
        if word != ",":
            return False
        following = self.words.index(",", at + 1) if "," in self.words[at + 1 : at + _LONGEST_ASIDE] else -1
        aside = self.tokens[at + 1 : following] if following > 0 else self.tokens[at + 1 :]
        if not aside:
            return True
        closes = following > 0 or self.words[:start] == [] and '"' in self.words[at + 1 :]
        if following > 0 and self._is_name(aside) and self._describes(self.tokens[start + 2 : at]):
            return False
        first = aside[0].lower
        described = (
            first in {"who", "which", "whose"}
            or _bare(self.speakers.core(aside)[-1].lower) in self.lexicon.speakers
        )
        plain = len(aside) < 14 and not any(
            token.lower in _BE or token.lower in {"has", "have", "had", "will", "would"} for token in aside
        )
        tail = bool(self.words[:start]) and following < 0
        return not (described and (closes or tail) and (plain or first in {"who", "which", "whose"}))

    # --- what is said ---

    def _published(self, speaker: str | None) -> bool:
        return (
            self.publisher is not None
            and speaker is not None
            and speaker.lower().removeprefix("the ") == self.publisher
        )

    def _classify(
        self,
        first: int,
        at: int,
        end: int,
        frames: frozenset[str],
        cue: str,
        speaker: str | None,
        alone: bool,
        verb: int | None = None,
    ) -> Attribution | None:
        """Tell whether the passage follows the cue or stands before it."""
        del verb
        if speaker == _DENIED or self._published(speaker):
            return Attribution("cut", first, end, cue, None, alone=alone)
        if speaker is None and self.last:
            speaker = self.last[0]
        content = not alone and self._content(first)
        if first and self.words[first - 1] == "as" and first == 1 and "," in self.words[end:]:
            comma = self.words.index(",", end)
            return Attribution("lead", first - 1, comma, cue, speaker, comma + 1)
        opens = self._opens(at, end, frames, content, speaker)
        if opens and self.words[opens - 1] == "," and self._after_quote(first):
            opens = None
        if opens is not None:
            return Attribution("lead", first, end, cue, speaker, opens, alone)
        if not content or not (
            self._after_quote(first) or frames & {"clause", "that", "object"} and "doing" not in frames
        ):
            return None
        return self._tail(first, end, cue, speaker)

    def _after_quote(self, first: int) -> bool:
        back = first - 1
        while back > 0 and self.words[back] in {",", "as", "—", "–"}:
            back -= 1
        return back >= 0 and self.words[back] == '"'

    def _content(self, first: int) -> bool:
        """Whether a passage stands before the attribution, parted from it by a comma, a dash or quotation marks."""
        back = first - 1
        if back > 0 and self.words[back] == "as":
            back -= 1
        return back >= 0 and self.words[back] in {",", '"', "—", "–", "-"}

    def _opens(self, at: int, end: int, frames: frozenset[str], content: bool, speaker: str) -> int | None:
        """The token at which the passage after the cue begins, None where none does."""
        words = self.words
        to = self._past_listener(end, frames)
        to = self._past_occasion(to, speaker)
        if to >= len(words):
            return None
        word = words[to]
        if word == "that" and to + 1 < len(words):
            return to + 1
        if word in {":", ","} and words[to + 1 : to + 2] == ['"']:
            return to + 1
        if word == '"':
            return to
        if word == ":":
            return to + 1 if to + 2 < len(words) else None
        if word == "," and words[to + 2 : to + 4] == [",", "that"]:
            return to + 4
        if word in _STOPS:
            return None
        that = self._that(to)
        if that is not None and (word in self.lexicon.adjuncts or not {"clause", "object"} & frames):
            return that + 1
        if word == "to":
            return to if "infinitive" in frames and not content else None
        if word in self.lexicon.adjuncts:
            if (
                content
                or "clause" not in frames
                or word in {"of", "about", "against", "for", "to", "with", "as"}
            ):
                return None
            return to
        if (
            "doing" in frames
            or word in {"and", "or", "but"}
            or word in self.lexicon.bounds - {"what", "how", "why", "whether", "if", "when"}
        ):
            return None
        if words[at] in {"put", "puts", "putting"} and "at" not in words[to : to + _REACH]:
            return None
        return to if {"clause", "object"} & frames else None

    def _that(self, to: int) -> int | None:
        """A `that` within reach, before any mark."""
        for at in range(to, min(to + _REACH, len(self.words))):
            if self.words[at] in _STOPS:
                return None
            if self.words[at] == "that" and at > to:
                return at
        return None

    def _past_listener(self, end: int, frames: frozenset[str]) -> int:
        """Step over those who are told: `reporters`, `a Senate committee`, `NAN`."""
        words = self.words
        at = end
        if (
            words[at : at + 1] == ["to"]
            and words[at + 1 : at + 2]
            and words[at + 1] in self.lexicon.listeners
        ):
            return at + 2
        if "listener" not in frames or at >= len(words) or words[at] in {"that", *_STOPS}:
            return at
        if words[at] in self.lexicon.listeners:
            return at + 1
        name = next((one for one in self.speakers.within(self.tokens[at].start, self.tokens[at].end)), None)
        if name:
            while at < len(words) and self.tokens[at].start < name.end:
                at += 1
            return at
        stop = at
        while (
            stop < len(words)
            and stop - at < _LISTENER
            and words[stop] not in self.lexicon.adjuncts
            and words[stop] not in {"that", *_STOPS}
        ):
            stop += 1
        return stop if stop - at < _LISTENER else at

    def _past_occasion(self, at: int, speaker: str | None) -> int:
        """Step over `on Monday`, `earlier`, `in a statement`, `at a briefing in Baku`."""
        words = self.words
        while at < len(words):
            word = words[at]
            if (
                word in self.lexicon.times
                or word == "on"
                and words[at + 1 : at + 2]
                and words[at + 1] in self.lexicon.times
            ):
                at += 1 if word in self.lexicon.times else 2
            elif (
                word in {"late", "early", "last", "this"}
                and words[at + 1 : at + 2]
                and (
                    words[at + 1] in self.lexicon.times
                    or words[at + 1] in {"week", "month", "year", "morning"}
                )
            ):
                at += 2
            elif word in {"in", "at", "during", "through", "via", "on"}:
                noun = next(
                    (
                        n
                        for n in range(at + 1, min(at + 9, len(words)))
                        if words[n] in self.lexicon.occasions or words[n] in _STOPS or words[n] == "that"
                    ),
                    None,
                )
                if noun is None or words[noun] not in self.lexicon.occasions:
                    return at
                while noun + 1 < len(words) and words[noun + 1] in self.lexicon.occasions:
                    noun += 1
                if words[noun] in self.lexicon.documents and speaker:
                    self.speakers.owners[words[noun]] = speaker
                at = noun + 1
            else:
                return at
        return at

    def _tail(self, first: int, after: int, cue: str, speaker: str | None) -> Attribution | None:
        """An attribution behind what it attributes, or in its middle."""
        if self._published(speaker):
            return Attribution("cut", first, after, cue, None)
        stop = after
        while stop < len(self.words) and self.words[stop] not in {",", ";", '"', "—", "–", ":"}:
            stop += 1
        if (
            stop + 1 < len(self.words)
            and self.words[stop] in {",", "—", "–"}
            and self.words[first - 1 : first] != ['"']
        ):
            return Attribution("middle", first, stop, cue, speaker, stop + 1)
        return Attribution("tail", first, stop, cue, speaker)

    # --- spans ---

    def _emit(self, one: Attribution, later: Sequence[Attribution], earlier: Sequence[Attribution]) -> None:
        if one.kind == "cut":
            return
        for name in self.speakers.within(
            self.tokens[one.first].start, self.tokens[min(one.after, len(self.tokens) - 1)].end
        ):
            if name.value.type == "organisation" and name.value.canonical == one.speaker:  # type: ignore[union-attr]
                self.speakers.body = one.speaker
        if one.kind == "lead":
            self._after(one, later)
        elif one.kind == "tail":
            self._before(one, earlier)
        else:
            self._around(one, earlier, later)

    def _after(self, one: Attribution, later: Sequence[Attribution]) -> None:
        """The passage that follows its cue, up to the next attribution that is not part of it."""
        stop = len(self.tokens)
        for other in later:
            cut = self._cut(one, other)
            if cut is not None:
                stop = min(stop, cut)
                break
        quote = next(
            (at for at in range(one.opens + 1, stop) if self.words[at] == '"' and self.words[at - 1] == ":"),
            None,
        )
        if quote is not None:
            self._say(quote, one)
            stop = quote - 1
        self._passage(one.opens, stop, one)

    def _cut(self, one: Attribution, other: Attribution) -> int | None:
        """Where `other` ends the passage that `one` leads in; None where it lies inside it."""
        at = other.first
        if other.kind == "lead" and at <= one.opens:
            return None
        joined = at > 0 and (
            self.words[at] in _JOINERS | {"who"}
            or self.words[at - 1] in _STOPS
            or self.words[at - 1] in _JOINERS
        )
        if not joined and not other.alone:
            return None
        at = self._back(at, one.opens)
        if other.kind in {"tail", "middle"} and at > one.opens and self.words[at - 1] == '"':
            at = self._back(at - 1, one.opens)
        return at if at > one.opens else None

    def _back(self, at: int, least: int) -> int:
        """Step left over conjunctions, commas and dashes."""
        while at > least and (self.words[at - 1] in _JOINERS or self.words[at - 1] in {",", "—", "–", "-"}):
            at -= 1
        return at

    def _before(self, one: Attribution, earlier: Sequence[Attribution]) -> None:
        """The passage that its cue closes: the quotation before it, else the sentence so far."""
        last = one.first - 1
        while last >= 0 and self.words[last] in {",", "as", "—", "–", "-"}:
            last -= 1
        if last < 0:
            return
        start = self._sentence_start(earlier)
        if self.words[last] == '"':
            words_before = [word for word in self.words[start:last] if word not in _STOPS]
            quote = self.tokens[last].quote
            inner = self.tokens[last].text[1:2]
            if quote and (
                len(words_before) < 4 or inner.isupper() or any(other.kind == "lead" for other in earlier)
            ):
                self._say(last, one)
                self._continue(one)
                return
        self._passage(start, last + 1, one)
        self._continue(one)

    def _continue(self, one: Attribution) -> None:
        """`"A," she said, "B"`: the second quotation is hers too."""
        at = one.after
        if (
            at + 1 < len(self.words)
            and self.words[at] in {",", ";", "—", "–", ":"}
            and self.words[at + 1] == '"'
        ):
            self._say(at + 1, one)
        elif at < len(self.words) and self.words[at] == '"':
            self._say(at, one)

    def _around(self, one: Attribution, earlier: Sequence[Attribution], later: Sequence[Attribution]) -> None:
        """`Together, the ministry estimates, the stations will produce`: the longer side, or both where they are joined."""
        start = self._sentence_start(earlier)
        last = one.first - 1
        while last >= start and self.words[last] in {",", "—", "–", "-"}:
            last -= 1
        stop = len(self.tokens)
        for other in later:
            if other.first > one.after:
                at = other.first
                while at > one.opens and (
                    self.words[at - 1] in _JOINERS or self.words[at - 1] in {",", "—", "–"}
                ):
                    at -= 1
                stop = at
                break
        if self.words[last] == '"':
            self._before(one, earlier)
            return
        following = self.words[one.opens]
        if self.words[last] in {"which", "that", "who"} or last - start + 1 < _SHORT_LEAD:
            self._passage(one.opens, stop, one)
            return
        self._passage(start, last + 1, one)
        if following in {"with", "while", "but"} and stop - one.opens > 3:
            self._passage(one.opens + 1, stop, one)

    def _sentence_start(self, earlier: Sequence[Attribution]) -> int:
        """Where the passage before an attribution begins: behind an earlier attribution's own passage, else at the start."""
        start = 0
        for other in earlier:
            if other.kind in {"tail", "middle"}:
                start = other.after + 1
        return start

    def _passage(self, start: int, stop: int, one: Attribution) -> None:
        while start < stop and self.words[start] in {",", ":", "—", "–", "-", "and", "but"} and start:
            start += 1
        while (
            stop > start
            and self.words[stop - 1] in {".", ",", ";", ":", "—", "–", "-"}
            and not self._same_name(stop - 1)
        ):
            stop -= 1
        if start >= stop:
            return
        if stop - start == 1 and self.words[start] == '"':
            self._say(start, one)
            return
        if self.words[start] == '"' and all(word in _STOPS for word in self.words[start:stop]):
            for at in range(start, stop):
                if self.words[at] == '"':
                    self._say(at, one)
            return
        self.passages.append(
            Statement(one.speaker, one.cue, "indirect", self.tokens[start].start, self.tokens[stop - 1].end)
        )

    def _say(self, at: int, one: Attribution) -> None:
        quote = self.tokens[at].quote
        if quote:
            self.said[quote.number] = (one.speaker, one.cue)


def _bare(word: str) -> str:
    return word[:-2] if word.endswith(("'s", "’s")) else word
