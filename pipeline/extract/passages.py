"""From attributions to statements: which words and quotations each of them covers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.extract.attribution import Attributions
from pipeline.extract.cues import Cues
from pipeline.extract.extent import bounds_extreme, next_clause
from pipeline.extract.narration import Narration, Token
from pipeline.extract.quotes import Quote
from pipeline.extract.sides import BREAKS, DASHES, Attribution
from pipeline.extract.speakers import Speakers
from pipeline.extract.subjects import FINITE, JOINERS, SHORT, STOPS
from pipeline.model import Statement
from pipeline.rules.inflect import is_past

_FEW = 3
"""Words that must follow an attribution for a passage to go on behind it."""
_DATELINE = 6
_ADJUNCT = 7
_OPENING = 14
_FRONTING = frozenset({"while", "although", "though", "whereas", "after", "since", "when", "once", "because"})
_PHRASES = frozenset(
    {"the", "a", "an", "its", "their", "his", "her", "not", "no", "more", "less", "fewer", "most", "both"}
)
_RELATIVES = frozenset({"which", "who", "whose"})
_PREDICATES = FINITE - {"being", "been", "be"}
_COMPARING = frozenset(
    {"up", "down", "compared", "including", "making", "bringing", "from", "against", "thanks"}
)
_JOINED = frozenset({"and", "but", "while", "with", "as"})


class Passages:
    """Reads the sentences of one document in order.

    `reported` collects the statements outside quotation marks, `said` the speaker and cue of each quotation.
    """

    def __init__(self, speakers: Speakers, lexicon: Cues, publisher: str | None) -> None:
        self.speakers, self.lexicon = speakers, lexicon
        self.publisher = publisher.lower() if publisher else None
        self.reported: list[Statement] = []
        self.said: dict[int, tuple[str | None, str]] = {}
        self.last: tuple[str | None, str, int] | None = None
        self.tokens: Sequence[Token] = ()
        self.words: Sequence[str] = ()

    def read(self, narration: Narration) -> None:
        """Take in the statements of one sentence."""
        before = self.last[0] if self.last else None
        attributions = Attributions(narration, self.speakers, self.lexicon, self.publisher, before)
        self.tokens, self.words = attributions.tokens, attributions.words
        self.same_name = attributions.subjects.same_name
        found = attributions.find()
        kept = len(self.reported)
        for number, one in enumerate(found):
            if self._intends(one) and any(other.kind in {"tail", "middle"} for other in found[number + 1 :]):
                continue
            self._cover(one, found[:number], found[number + 1 :])
        if narration.quoted:
            return
        spoken = [one for one in found if one.kind != "cut"]
        if spoken:
            self.last = (spoken[-1].speaker, spoken[-1].cue, narration.paragraph)
        self._loose_quotes(narration.paragraph, self.reported[kept:])

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

    def _loose_quotes(self, paragraph: int, reported: Sequence[Statement]) -> None:
        """A quotation without a cue of its own goes on with the speaker before it."""
        whole = all(word in STOPS for word in self.words)
        speaker, cue, last = self.last or (None, "", -2)
        if not (last == paragraph or (whole and last == paragraph - 1)):
            speaker, cue = self.speakers.presented(self.tokens[0].start) if whole else None, ""
            if speaker is None:
                return
            self.last = (speaker, cue, paragraph)
        for at, token in enumerate(self.tokens):
            if token.quote is None or token.quote.number in self.said:
                continue
            if any(one.start <= token.start < one.end for one in reported):
                continue
            opens = at == 0 or self.words[at - 1] in {":", '"'}
            if opens and (whole or len(token.text.split()) >= SHORT):
                self.said[token.quote.number] = (speaker, cue)

    def _intends(self, one: Attribution) -> bool:
        """Whether the cue tells an intention, which another may report (`expects to grow, she said`)."""
        if one.kind == "lead" and self.words[one.first] in {"we", "i"}:
            return True
        return one.kind == "lead" and not one.alone and self.words[one.opens : one.opens + 1] == ["to"]

    def _cover(self, one: Attribution, earlier: Sequence[Attribution], later: Sequence[Attribution]) -> None:
        if one.kind == "cut":
            return
        self.speakers.heard(one.speaker, self.tokens[one.first].start)
        if one.kind == "lead":
            self._after(one, later)
        elif one.kind == "tail":
            self._before(one, earlier)
        else:
            self._around(one, earlier, later)

    # --- a passage behind its cue ---

    def _after(self, one: Attribution, later: Sequence[Attribution]) -> None:
        """Up to the end of the sentence, a quotation behind a colon, or another attribution."""
        cuts = (self._cut(one, other) for other in later)
        stop = next((cut for cut in cuts if cut is not None), len(self.words))
        intent = one.bare or self.words[one.opens : one.opens + 1] == ["to"]
        stop = min(stop, self._semicolon(one.opens, intent))
        stop = min(stop, self._main_clause(one), self._relative_end(one))
        if one.bare:
            stop = min(stop, next_clause(self.words, one.opens))
        elif self.words[one.opens - 1] != '"':
            stop = min(stop, self._next_deed(one))
        for at in range(one.opens + 1, stop):
            if self.words[at] == '"' and self.words[at - 1] == ":":
                self._say(at, one)
                stop = at - 1
                break
        before = self.words[: max(one.first - 1, 0)]
        if self.words[one.opens - 1] == ":" and self.words[len(before) : one.first] == [","]:
            start = self._parted(one.first)
            told = any(word in FINITE or is_past(word) for word in before[start:])
            if told and '"' not in (*before, self.words[one.opens]):
                self._passage(start, len(before), one)
        self._passage(one.opens, stop, one)

    def _main_clause(self, one: Attribution) -> int:
        """The comma behind which the main clause follows, where the sentence opens with another: `While the
        mayor says crime is down, residents stay away`.
        """
        opening = next((at for at, word in enumerate(self.words) if word not in STOPS), 0)
        near = one.first <= opening + SHORT + 1 and one.opens <= _OPENING
        if self.words[opening] in _FRONTING and near and "," not in self.words[opening : one.first]:
            return next(
                (at for at in range(one.opens, len(self.words)) if self.words[at] == ","), len(self.words)
            )
        return len(self.words)

    def _relative_end(self, one: Attribution) -> int:
        """The comma that closes a relative clause (`The party, which says it has 90 members, won`)."""
        if self.words[one.first] in _RELATIVES or (one.first and self.words[one.first - 1] in _RELATIVES):
            for at in range(one.opens, len(self.words) - 1):
                if self.words[at] == "," and self._resumes(at + 1):
                    return at
        return len(self.words)

    def _resumes(self, at: int) -> bool:
        """Whether the verb of the main clause may stand at a token: no word that opens a phrase does."""
        word = self.words[at]
        opens = self.lexicon.bounds - FINITE | self.lexicon.prepositions | self.lexicon.adjuncts | STOPS
        opens_phrase = word in opens | _COMPARING | _PHRASES or word.endswith(("ing", "ly"))
        return self.tokens[at].text.islower() and not opens_phrase

    def _next_deed(self, one: Attribution) -> int:
        """Where the speaker does something else with words: `said it was late and called on Acme to act`."""
        for at in range(one.opens + 1, len(self.words) - 1):
            told = self.words[at + 1] in self.lexicon.urging and self.words[at + 1] != self.words[one.first]
            if self.words[at] == "and" and told:
                return at
        return len(self.words)

    def _semicolon(self, start: int, intent: bool) -> int:
        """The first semicolon behind which somebody else speaks, or says nothing; any after an `intent`."""
        for at in range(start, len(self.words)):
            ahead = self.words[at + 1 : at + SHORT]
            spoken = any(word in self.lexicon.verbs or word in self.lexicon.bodies for word in ahead)
            if self.words[at] == ";" and (intent or spoken):
                return at
        return len(self.words)

    def _cut(self, one: Attribution, other: Attribution) -> int | None:
        """Where `other` ends the passage that `one` leads in; None where it lies inside it."""
        at = other.first
        if other.kind == "lead" and at <= one.opens:
            return None
        here, before = self.words[at], self.words[at - 1] if at else ""
        if not (other.alone or here in JOINERS or here == "who" or before in STOPS or before in JOINERS):
            return None
        at = self._back(max(at, one.opens), one.opens)
        if other.kind == "middle" and ";" in self.words[one.opens : at]:
            return max(number for number in range(one.opens, at) if self.words[number] == ";")
        if other.kind in {"tail", "middle"} and at > one.opens and self.words[at - 1] == '"':
            at = self._back(at - 1, one.opens)
        return at if at > one.opens else None

    def _back(self, at: int, least: int) -> int:
        """Step left over conjunctions, commas and dashes."""
        while at > least and (self.words[at - 1] in JOINERS or self.words[at - 1] in BREAKS):
            at -= 1
        return at

    # --- a passage before its cue, or on both sides ---

    def _before(self, one: Attribution, earlier: Sequence[Attribution]) -> None:
        """The quotation before the cue, else the sentence so far; and a quotation that goes on behind it."""
        last = one.first - 1
        while last >= 0 and (self.words[last] in BREAKS or self.words[last] == "as"):
            last -= 1
        if last < 0:
            return
        start = self._start(one.first, earlier)
        if self.words[last] == '"' and self._is_whole(start, last, earlier):
            self._say(last, one)
        else:
            self._passage(start, last + 1, one)
        at = one.after
        if self.words[at : at + 1] and self.words[at] in BREAKS | {";", ":"}:
            at += 1
        if self.words[at : at + 1] == ['"']:
            self._say(at, one)

    def _is_whole(self, start: int, quote: int, earlier: Sequence[Attribution]) -> bool:
        """Whether the quotation is what was said, not some words of it (`trade "will double", he said`)."""
        introduced = any(word not in STOPS and word not in JOINERS for word in self.words[start:quote])
        capital = self.tokens[quote].text.lstrip("\"“‘«„`'")[:1].isupper()
        return not introduced or capital or any(other.kind == "lead" for other in earlier)

    def _around(self, one: Attribution, earlier: Sequence[Attribution], later: Sequence[Attribution]) -> None:
        """`Together, the ministry estimates, the plants save gas`; `fares rose, the line said, with ...`."""
        start = max(self._start(one.first, earlier), self._parted(one.first))
        last = one.first - 1
        while last >= start and self.words[last] in BREAKS:
            last -= 1
        if last < start:
            return
        if self.words[last] == '"':
            self._before(one, earlier)
            return
        stop = next(
            (self._back(other.first, one.opens) for other in later if other.first > one.after),
            len(self.words),
        )
        stop = min(stop, self._next_deed(one))
        opening = self.words[one.opens]
        short = last - start + 1 < SHORT and opening not in _JOINED and not opening.endswith("ing")
        short = short and not self._figure(start, last + 1)
        goes_on = stop - one.opens > _FEW and opening not in {"who", "whose"}
        if goes_on and (self.words[last] in {"which", "that", "who"} or short):
            self._passage(one.opens, stop, one)
            return
        parted = goes_on and opening in _PREDICATES
        if not parted or self._figure(start, last + 1):
            self._passage(start, last + 1, one)
        if parted:
            self._passage(one.opens, stop, one)
        elif goes_on and (opening in {"with", "while", "but"} or self._elliptical(one.opens, stop)):
            self._passage(one.opens + 1, stop, one)
        elif goes_on and self._comes_behind(one.opens, stop):
            self._passage(one.opens, stop, one)

    def _comes_behind(self, start: int, stop: int) -> bool:
        """Whether words behind an attribution tell more of it: `, 5% more`, `, the least in years`."""
        opening = self.words[start]
        if bounds_extreme(self.words[start:stop]):
            return True
        if not self._figure(start, stop):
            return False
        if opening in _COMPARING:
            return True
        ahead = self.words[start:stop]
        inner = next((at for at, word in enumerate(ahead) if word in self.lexicon.bounds), len(ahead))
        words = list(self.words)
        told = any(
            words[at] in FINITE or self.lexicon.verb_at(words, at) for at in range(start, start + inner)
        )
        return not told and opening[:1].isdigit()

    def _elliptical(self, start: int, stop: int) -> bool:
        """Whether `and` goes on with what was said: it joins no clause with a verb of its own."""
        return self.words[start] == "and" and FINITE.isdisjoint(self.words[start:stop])

    def _parted(self, first: int) -> int:
        """Behind the last semicolon before a token: what stands before it nobody is said to have said."""
        marks = {";"} if '"' in self.words[:first] else {";", ":"}
        return max((at + 1 for at in range(first) if self.words[at] in marks), default=0)

    def _figure(self, start: int, stop: int) -> bool:
        return any(word[:1].isdigit() for word in self.words[start:stop])

    def _start(self, first: int, earlier: Sequence[Attribution]) -> int:
        """Where the passage before an attribution begins: behind an earlier one that closed its own."""
        closed = [
            other.after + 1 for other in earlier if other.kind in {"tail", "middle"} and other.after < first
        ]
        return closed[-1] if closed else 0

    # --- what is kept ---

    def _passage(self, start: int, stop: int, one: Attribution) -> None:
        start = max(start, self._past_dateline()) if start == 0 else start
        while start < stop and (
            self.words[start] in BREAKS or (start and self.words[start] in {":", "and", "but"})
        ):
            start += 1
        while (
            stop > start and self.words[stop - 1] in BREAKS | {".", ";", ":"} and not self.same_name(stop - 1)
        ):
            stop -= 1
        if start >= stop or (start == 0 and one.kind == "tail" and self._is_adjunct(stop)):
            return
        if self.words[start] == '"' and all(word in STOPS for word in self.words[start:stop]):
            for at in range(start, stop):
                self._say(at, one)
            return
        span = self.tokens[start].start, self.tokens[stop - 1].end
        self.reported.append(Statement(one.speaker, one.cue, "indirect", *span))

    def _is_adjunct(self, stop: int) -> bool:
        """Whether the words before token `stop` only tell when somebody spoke (`Ahead of the vote`)."""
        words = self.words[:stop]
        if words[0] not in self.lexicon.adjuncts or len(words) > _ADJUNCT:
            return False
        return not any(
            word in FINITE or is_past(word) or word[:1].isdigit() or word in STOPS for word in words
        )

    def _past_dateline(self) -> int:
        """Behind the outlet or the place that opens an article (`ACME NEWS – Exports rose`)."""
        dash = next((at for at, word in enumerate(self.words[:_DATELINE]) if word in DASHES), 0)
        opens = all(token.text[:1].isupper() or token.lower in STOPS for token in self.tokens[:dash])
        return dash + 1 if dash and opens and self.tokens[dash + 1 :][:1] and self._capital(dash + 1) else 0

    def _capital(self, at: int) -> bool:
        return self.tokens[at].text.lstrip("\"“‘«„`'")[:1].isupper()

    def _say(self, at: int, one: Attribution) -> None:
        quote = self.tokens[at].quote
        if quote:
            self.said[quote.number] = (one.speaker, one.cue)
