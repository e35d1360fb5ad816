"""The noun phrases that speak, found from the cue to the left or, where it is inverted, to the right."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extract.cues import Cues, bare, past_field
from pipeline.extract.narration import Token
from pipeline.extract.speakers import Speakers
from pipeline.model import Mention
from pipeline.rules.tables import table

BE = frozenset({"is", "are", "was", "were", "be", "been", "being"})
STOPS = frozenset('.;:,"—–-()[]…?!')
JOINERS = frozenset({"and", "but", "or", "while", "although", "though", "whereas", "as", "yet"})
SHORT = 5
"""Words that an introduction (`On investment, ...`) may have."""
MONTHS = frozenset(table("recognise/calendar")["months"])
FINITE = BE | {"has", "have", "had", "will", "would", "can", "could", "may", "might", "should", "must"}
_ADDRESS = frozenset(form.lower() for forms in table("names/people")["honorifics"].values() for form in forms)
_PRONOUNS = frozenset({"it", "they", "we", "he", "she", "i"})
_OPEN = frozenset({"the", "a", "an", "of", "in", "at", "for", "to", "with", "on", "by", "from"})
"""Words that end no noun phrase: what looks like a verb behind them is a noun (`the head of state`)."""
_ALWAYS_TO = frozenset({"tell", "inform", "remind", "notify", "brief", "assure"})
_WHENCE = frozenset({"of", "from", "at", "in", "with", "who", "(", ")", "."})
_NOBODY = frozenset({
    "this", "that", "these", "those", "which", "what", "there", "all", "you", "me", "us", "him", "them",
    "how", "why", "where", "when", "who", "nothing", "anything", "something", "everything", "not", "no", "so",
})  # fmt: skip
_RELATIVES = frozenset({"which", "that", "what"})
_LONGEST_WHOEVER = 9
_LONGEST_PHRASE = 25
_TITLE = 6
_LONGEST_ASIDE = 40

Found = tuple[int, str | None]
"""The first token of a phrase, and the speaker whom it names."""


class Subjects:
    """The words of one sentence, asked who speaks. `quoted` sentences count named speakers only."""

    def __init__(self, tokens: Sequence[Token], speakers: Speakers, lexicon: Cues, quoted: bool) -> None:
        self.tokens, self.speakers, self.lexicon, self.quoted = tokens, speakers, lexicon, quoted
        self.words = [token.lower for token in tokens]

    def before(self, last: int) -> Found | None:
        """The phrase that ends with token `last` and speaks."""
        if self.words[last] == ",":
            return self._after_aside(last)
        if self.words[last] in _OPEN and not self.same_name(last):
            return None
        start = self.phrase_start(last)
        phrase = self.tokens[start : last + 1]
        if phrase[0].lower == "(" and phrase[-1].lower == ")" and len(phrase) > 2:
            start, last = start + 1, last - 1
        start = self._without_adjunct(start, last)
        if not self.may_speak(self.tokens[start : last + 1]):
            return None
        return self._with_aside(start, last)

    def behind(self, cue: int) -> tuple[int, str | None] | None:
        """The end of the phrase that speaks behind the cue at `cue`, and its speaker (`said a spokesman`)."""
        stop = self._speaker_behind(cue)
        hit = self.lexicon.verb_at(self.words, cue)
        if stop is None or hit is None:
            return None
        return stop, self.speakers.name(self._with_apposition(hit[0], stop))

    def whoever(self, last: int) -> Found | None:
        """The phrase that ends with token `last` and opens its clause, whatever its noun: the default for a
        verb by which nothing but a speaker can do anything (`The diocese said`).
        """
        last = self._before_relative(last)
        if self.quoted or self.words[last] in _OPEN | _NOBODY | _PRONOUNS | FINITE | STOPS:
            return None
        start = self._without_adjunct(self.phrase_start(last), last)
        phrase = self.tokens[start : last + 1]
        clean = start == 0 or self.words[start - 1] in STOPS | JOINERS | {"that"}
        noun = self.words[start] not in self.lexicon.adjuncts | _NOBODY and len(phrase) <= _LONGEST_WHOEVER
        noun = noun and not any(word.endswith(("n't", "n’t")) for word in self.words[start : last + 1])
        if not (clean and noun) or self.speakers.data(phrase):
            return None
        return start, self.speakers.name(phrase)

    def _before_relative(self, last: int) -> int:
        """The token before a `, which ...,` that ends with the comma `last`."""
        back = range(last - 2, max(last - _LONGEST_PHRASE, 0), -1) if self.words[last] == "," else ()
        opens = next((at for at in back if self.words[at] in {"which", "who", "whose"}), 0)
        return opens - 2 if opens > 1 and self.words[opens - 1] == "," else last

    def may_speak(self, phrase: Sequence[Token]) -> bool:
        if not self.speakers.speaks(phrase):
            return False
        if self.quoted:
            return any(token.text[:1].isupper() for token in phrase) and phrase[-1].lower not in _PRONOUNS
        return True

    def phrase_start(self, last: int) -> int:
        """Where the noun phrase that ends with token `last` begins."""
        start = last
        while start > 0 and last - start < _LONGEST_PHRASE:
            if self.words[start] == ")" and "(" in self.words[max(start - 12, 0) : start]:
                start -= self.words[max(start - 12, 0) : start][::-1].index("(") + 1
                continue
            word = self.words[start - 1]
            if self.same_name(start):
                start -= 1
                continue
            if word in {"–", "—", "-"} and start > 1 and self._two_offices(start):
                start -= 2
                continue
            if word == "and" and start > 1 and self._pair(start):
                start -= 2
                continue
            if word in {",", "and", "&"} and start > 1 and self._listed(start, last):
                start -= 2
                continue
            if word == ")":
                start -= 1
                continue
            if self.tokens[start].text in {"The", "A", "An"} and not word.isalpha():
                break
            if word in STOPS or word in self.lexicon.bounds or self._verbal(start - 1):
                break
            start -= 1
        return start

    def _verbal(self, at: int) -> bool:
        """Whether a word is surely a verb of saying, at which an inner clause begins."""
        word = self.words[at]
        return word in {"said", "says", "told", "added", "adds", "believes", "thinks", "expects"}

    def same_name(self, at: int) -> bool:
        """Whether the tokens before and at `at` belong to one name."""
        start = self.tokens[at].start
        return any(name.start < start < name.end for name in self.speakers.within(start - 60, start))

    def _two_offices(self, start: int) -> bool:
        """Whether a dash joins two titles of one person (`Deputy Premier – Minister of Transport`)."""
        before, here = self.tokens[start - 2], self.tokens[start]
        capitals = before.text[:1].isupper() and here.text[:1].isupper()
        return capitals and {before.lower, here.lower} <= self.lexicon.speakers

    def _pair(self, start: int) -> bool:
        """Whether a capitalised word before an `and` opens the clause (`, Washington and Seoul said`)."""
        opens = start == 2 or self.words[start - 3] in STOPS
        named = start + 1 if self.words[start] == "the" else start  # `Unicef and the WHO said`
        return opens and all(self.tokens[at].text[:1].isupper() for at in (start - 2, named))

    def _listed(self, start: int, last: int) -> bool:
        """Whether a comma or `and` before `start` stands inside a title (`Trade and Industry Minister`)."""
        before, here = self.tokens[start - 2], self.tokens[start]
        joined = self.words[start - 1] == "and"
        charged = self._charged(start - 2) or self._of_two(start, last)
        if joined and here.text.islower() and last - start < 2 and charged:
            return True
        if joined and bare(before.lower) in self.lexicon.speakers and before.text.islower():
            return here.text.islower()
        if not (before.text[:1].isupper() and here.text[:1].isupper()):
            return False
        if any(name.end == before.end for name in self.speakers.within(before.start - 40, before.end)):
            return False
        behind = self.words[max(start - _TITLE, 0) : start - 1]
        behind = behind[max((at for at, word in enumerate(behind) if word in STOPS), default=-1) + 1 :]
        if joined and any(bare(word) in self.lexicon.speakers for word in behind):
            return "of" in behind or "for" in behind
        rest = self.words[start : min(start + 6, last + 1)]
        titled = any(bare(word) in self.lexicon.speakers for word in rest)
        return titled and (joined or "and" in rest[1:3]) and before.lower not in MONTHS

    def _of_two(self, start: int, last: int) -> bool:
        """Whether a body has charge of two things told before it: `the energy and mines ministry`."""
        body = last == start + 1 and self.words[last] in self.lexicon.bodies
        return body and self.words[start - 3] == "the" and (start == 3 or self.words[start - 4] in STOPS)

    def _charged(self, at: int) -> bool:
        """Whether a token is what a body is for (`the ministry of trade` before `and industry`)."""
        for back in range(at - 1, max(at - _TITLE, 0), -1):
            if self.words[back] in {"of", "for"}:
                return self.words[back - 1] in self.lexicon.bodies and self.tokens[at].text.islower()
            if self.words[back] in STOPS or self.words[back] in self.lexicon.bounds:
                return False
        return False

    def _without_adjunct(self, start: int, last: int) -> int:
        """Leave out an adjunct before the phrase: `In March the company`, `Last year officials`."""
        start = self._past_opener(start)
        timed = self.words[start + 1 : start + 2]
        of_noun = (
            self.words[start] in {"early", "late", "earlier", "later"}
            and timed
            and timed[0] in self.lexicon.data
        )
        if self.words[start] not in self.lexicon.adjuncts or of_noun:
            return start
        for at in range(last, start, -1):
            token = self.tokens[at]
            if token.lower in {"the", "a", "an", "its", "his", "her", "their"} and at > start + 1:
                return at
            name = any(one.start == token.start for one in self.speakers.within(token.start, token.end))
            if name and self.words[at - 1] not in {"in", "of", "at", "on", "for", "with", "to"}:
                return at
        return (
            last
            if self.words[last] in {"it", "they", "he", "she"} or self.tokens[last].text.islower()
            else start
        )

    def _past_opener(self, start: int) -> int:
        """Step over a word that only opens the sentence (`Instead the union said`)."""
        opens = start == 0 and len(self.words) > 1 and self.words[0] in self.lexicon.openers
        return 1 if opens else start

    def _with_aside(self, start: int, last: int) -> Found:
        """`Energywatch, the consumer watchdog has said`: the name before the comma where there is one."""
        phrase = self.tokens[start : last + 1]
        if start < 2 or self.words[start - 1] != ",":
            return start, self.speakers.name(phrase)
        first = self.phrase_start(start - 2)
        head = self.tokens[first : start - 1]
        named = self.speakers.within(phrase[0].start, phrase[-1].end)
        ends = any(name.end >= phrase[-1].end and name.text[:1].isupper() for name in named)
        if first and self.words[first - 1] not in STOPS:
            return start, self.speakers.name(phrase)
        if self.is_name(head) and not ends and len(phrase) > 1:
            return first, self.speakers.name(head)
        told = ends and self.may_speak(head) and not self.is_name(head) and self.describes(head)
        told = told and self.is_name(phrase) and not any(token.lower in FINITE for token in head)
        told = told and not head[0].lower.endswith("ing")
        return first if told else start, self.speakers.name(phrase)

    def describes(self, head: Sequence[Token]) -> bool:
        """Whether a phrase tells a role that a name fills (`The head of the office, Ana Silva`)."""
        core = self.speakers.core(head)
        return bool(core) and bare(core[-1].lower) in self.lexicon.speakers

    def _after_aside(self, comma: int) -> Found | None:
        """The subject before an aside that a comma closes: `Lin, the bank's chief economist, said`."""
        at = comma - 1
        for _ in range(4):
            while at >= 0 and self.words[at] not in {",", '"', ";", ":"} and comma - at < _LONGEST_ASIDE:
                at -= 1
            if at < 1 or self.words[at] != ",":
                break
            start = self._past_opener(self.phrase_start(at - 1))
            head = self.tokens[start:at]
            aside = self.tokens[at + 1 : comma]
            if start == at or not aside:
                break
            opening = start == self._past_opener(0)
            clean = (
                opening or self.words[start - 1] in STOPS | JOINERS | _RELATIVES or self._verbal(start - 1)
            )
            told = self.presented(head, aside)
            exact = self.is_name(aside) or bool(told)
            if (
                self.may_speak(head)
                and clean
                and (opening or self.is_name(head) or self._aside(aside) or exact)
            ):
                named = self._named_before(start, head)
                if named:
                    return named
                known = self.is_name(head) or self.speakers.ends_in_name(head)
                speaker = self.speakers.name((told or aside) if exact and not known else head)
                return start, speaker
            at -= 1
        start = self.phrase_start(comma - 1)
        phrase = self.tokens[start:comma]
        opening = start == 0 or (self.words[start - 1] == "," and start - 1 <= SHORT)
        if opening and self.may_speak(phrase) and self.is_name(phrase):
            return start, self.speakers.name(phrase)
        return None

    def _named_before(self, start: int, head: Sequence[Token]) -> Found | None:
        """The name whose role an apposition at `start` tells: `Lin, head of Acme, which ..., said`."""
        if start < 2 or self.words[start - 1] != "," or self.is_name(head) or not self.describes(head):
            return None
        first = self.phrase_start(start - 2)
        name = self.tokens[first : start - 1]
        return (first, self.speakers.name(name)) if name and self.is_name(name) else None

    def presented(self, head: Sequence[Token], aside: Sequence[Token]) -> Sequence[Token]:
        """The name in an aside that tells whom its head only describes (`the study's author, economist Ana
        Silva of Oslo`, `its parent, Japan's Acme`); nothing where there is none.
        """
        if not head or not aside or self.speakers.ends_in_name(head) or not self.describes(head):
            return ()
        names = [name for name in self.speakers.within(aside[0].start, aside[-1].end) if not self._owns(name)]
        if not names or self.is_name(head):
            return ()
        name = next((one for one in names if one.value.type == "person"), names[0])  # type: ignore[union-attr]
        before = [token for token in aside if token.start < name.start]
        after = [token.lower for token in aside if token.start >= name.end]
        plain = all(
            token.text.islower()
            or token.text.partition("-")[2].islower()
            or bare(token.text) != token.text
            or token.lower.rstrip(".") in _ADDRESS
            or token.lower in self.lexicon.speakers | {".", "his", "her"}
            for token in before
        )
        linked = any(token.lower in self.lexicon.prepositions | self.lexicon.bounds for token in before)
        if not plain or linked or (after and after[0] not in _WHENCE):
            return ()
        return [token for token in aside if name.start <= token.start < name.end]

    def _owns(self, name: Mention) -> bool:
        """Whether a name owns or seats what follows it (`Japan's Acme`, `Oslo-based`) or is an adjective."""
        behind = self.speakers.text[name.end : name.end + 2]
        return bool(name.value.adjective) or behind in {"'s", "’s"} or behind[:1] == "-"  # type: ignore[union-attr]

    def named_to(self, start: int, stop: int) -> bool:
        """Whether a name that begins at token `start` ends before token `stop`."""
        names = self.speakers.within(self.tokens[start].start, self.tokens[start].end)
        return any(name.end <= self.tokens[stop].start for name in names)

    def is_name(self, phrase: Sequence[Token]) -> bool:
        """Whether a name, with or without an article, makes the whole phrase."""
        addressed = phrase[0].lower == "the" or phrase[0].lower.rstrip(".") in _ADDRESS
        first = phrase[1] if addressed and len(phrase) > 1 else phrase[0]
        return any(
            name.start <= first.start and (name.end >= phrase[-1].end or phrase[-1].lower == ")")
            for name in self.speakers.within(phrase[0].start, phrase[-1].end)
        )

    def _aside(self, aside: Sequence[Token]) -> bool:
        first = aside[0].lower
        opens = first in {"who", "which", "a", "an", "the", "whose", "now", "one"}
        led = self.lexicon.prepositions | self.lexicon.adjuncts
        told = first.endswith("ed") and any(token.lower in led for token in aside[1:2])
        return opens or told or self.speakers.speaks(aside)

    def past_time(self, at: int) -> int:
        """Step over `on Tuesday`, `at the time` and the like, to the left."""
        while at > 0:
            if self.words[at] in {"week", "month", "year"} and self.words[at - 1] in {"last", "this"}:
                at -= 2
            elif self.words[at] in self.lexicon.times:
                at -= 1
                if self.words[at] in {"on", "late", "early", "last", "this"}:
                    at -= 1
            elif self.words[at - 2 : at + 1] == ["at", "the", "time"]:
                at -= 3
            else:
                break
        return at

    def _speaker_behind(self, at: int) -> int | None:
        """The end of the noun phrase that speaks behind the cue at `at`, None where none does."""
        hit = self.lexicon.verb_at(self.words, at)
        if hit is None:
            return None
        listened = "listener" in self.lexicon.frames[hit[1]]
        if listened and (self.words[at - 1] != '"' or hit[1][0] in _ALWAYS_TO):
            return None
        stop = end = hit[0]
        while stop < len(self.words) and stop - end < _LONGEST_PHRASE:
            word = self.words[stop]
            if (word in STOPS and not self.same_name(stop)) or word in {"who", "that"}:
                break
            posted = stop > end and word in {"to", "in", "at"} and self._posted(stop)
            if word in self.lexicon.adjuncts - {"of", "for"} and not posted and not self.same_name(stop):
                break
            if word in FINITE or word.endswith("n't"):
                return None
            stop += 1
        phrase = self.tokens[end:stop]
        heard = hit[1][0] != "say" and not self.lexicon.listeners.isdisjoint(self.words[end : end + 1])
        if not phrase or heard or not self.speakers.speaks(phrase):
            return None
        named = phrase[0].lower not in {"it", "they", "we", "he", "she"}
        return stop if named or self.words[at - 1] == '"' else None

    def _posted(self, at: int) -> bool:
        """Whether a preposition tells where the holder of a title serves (`Consul to Chile Ana Silva`)."""
        before, after = self.tokens[at - 1], self.tokens[at + 1 : at + 2]
        titled = before.text[:1].isupper() and bare(before.lower) in self.lexicon.speakers
        return titled and bool(after) and after[0].text[:1].isupper()

    def _with_apposition(self, start: int, stop: int) -> Sequence[Token]:
        """The phrase with a name in apposition behind it: `said its expert [on trade], Ana Silva`."""
        phrase, comma = self.tokens[start:stop], past_field(self.words, stop)
        if comma > stop and self.speakers.named(self.tokens[comma].start, self.tokens[comma + 1].end):
            stop = comma
        named = self.speakers.within(phrase[0].start, phrase[-1].end)
        if any(name.value.type == "person" for name in named) or self.words[stop : stop + 1] != [","]:  # type: ignore[union-attr]
            return phrase
        ends = (at for at in range(stop + 1, min(stop + 8, len(self.words))) if self.words[at] in STOPS)
        after = self.tokens[stop + 1 : next(ends, stop + 8)]
        return self.presented(phrase, after) or phrase
