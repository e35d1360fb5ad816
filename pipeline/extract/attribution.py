"""The attributions of a sentence: each cue with its speaker."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extract.credits import Credits
from pipeline.extract.cues import Cue, bare
from pipeline.extract.narration import Token
from pipeline.extract.sides import BREAKS, DASHES, Attribution
from pipeline.extract.subjects import BE, FINITE, JOINERS, SHORT, STOPS
from pipeline.rules.inflect import is_past

_TOLD_PASSIVE = frozenset({
    "announced", "revealed", "disclosed", "confirmed", "noted", "added", "emphasized", "emphasised",
    "stressed", "reported", "stated", "underlined", "mentioned", "recalled", "informed", "highlighted",
    "underscored", "pointed",
})  # fmt: skip
_PLURALS = frozenset(
    {"estimates", "forecasts", "reports", "claims", "projects", "projections", "notes", "fears", "hopes"}
)
_SINGULARS = frozenset(word.removesuffix("s") for word in _PLURALS)
_PARTICIPLES = frozenset({"seen", "foreseen", "known", "written", "shown", "sworn"})
_PERFECT = frozenset({"has", "have", "had"})
_QUOTED_FRAMES = frozenset({"clause", "that"})
_REACH = 16
_RELATIVE = 24
_ANYONE = frozenset(
    {"those", "people", "anyone", "anybody", "everyone", "everybody", "all", "others", "some"}
)
_AGAIN = frozenset({"that", "it", "they", "he", "she"})
_OBJECT = 7
_OF_WHOM = frozenset({"from", "by", "of", "for", "released", "published", "compiled", "issued"})
_FIGURE = 3
_OF_EXPECTED = 3
_NAMED = 60
_SCALES = frozenset(
    {"%", "percent", "cent", "pct", "thousand", "million", "billion", "trillion", "mln", "bln"}
)
_NOBODY = frozenset({"neither", "no", "nobody", "none", "few"})


class Attributions(Credits):
    """Finds the attributions of one sentence; `before` is the speaker of the last one before it."""

    def find(self) -> list[Attribution]:
        """All attributions, in order of their cues."""
        reached = 0
        for at, word in enumerate(self.words):
            if at < reached or word not in self.lexicon.speaking:
                continue
            for made in self._at(at):
                if self._goes_on(made):
                    continue
                self.found.append(made)
                reached = max(reached, made.opens if made.kind == "lead" else made.after)
        if not self.found and not self.subjects.quoted:
            self.found.extend(self._labelled())
        return self.found

    def _labelled(self) -> list[Attribution]:
        """`Lin, head of the office: "..."` and `Lin was blunt: "..."`."""
        colon = self.words.index(":") if ":" in self.words else 0
        if not colon or self.words[colon + 1 : colon + 2] != ['"'] or "," in self.words[:1]:
            return []
        phrase = self.tokens[: self.words.index(",") if "," in self.words[:colon] else colon]
        speaker = self.speakers.person(self.tokens[0].start, self.tokens[colon].start)
        if speaker is None and not any(word in FINITE for word in self.words[:colon]):
            speaker = self.speakers.name(phrase) if self.subjects.may_speak(phrase) else None
        return [Attribution("lead", 0, colon, ":", speaker, colon + 1)] if speaker else []

    def _at(self, at: int) -> Sequence[Attribution]:
        made = self._view(at) if self.words[at] in self.lexicon.views else None
        made = self._felt(at) if self.words[at] in self.lexicon.feelings else made
        if made:
            return [made]
        if self.words[at] == "according" and self.words[at + 1 : at + 2] == ["to"]:
            made = self._according(at, at + 2)
        elif self.words[at] in self.lexicon.verbs and not self._in_name(at):
            if self.words[at].endswith("ing") and self.words[at - 1 : at] == ["as"]:
                return self._quoted_as(at)
            made = self._verb(at)
        return [made] if made else []

    def _in_name(self, at: int) -> bool:
        token = self.tokens[at]
        return token.text[:1].isupper() and any(
            name.start <= token.start < name.end for name in self.speakers.within(token.start - 60, token.end)
        )

    # --- a verb of saying ---

    def _verb(self, at: int) -> Attribution | None:
        hit = self.lexicon.verb_at(self.words, at)
        if hit is None:
            return None
        end, lemma = hit
        if lemma == ("put", "it") and self.words[end : end + 1] == ["at"]:
            end, lemma = at + 1, ("put",)
        last = at - 1
        if at == 1 and self.words[0] == "as" and self.words[at] in _TOLD_PASSIVE and self._at_event(at, end):
            return self._at_event(at, end)
        following = self.words[end] if end < len(self.words) else ""
        relative = "which" in self.words[max(at - _RELATIVE, 0) : at]
        noun = self.words[at] in _PLURALS and (
            following.endswith("ed") or following in self.lexicon.verbs or following in _OF_WHOM
        )
        noun = noun or (self.words[at] in _SINGULARS and following == "of")
        if any(word in self.lexicon.never_said.get(lemma[0], ()) for word in self.words[end : end + _OBJECT]):
            return None
        if noun or following in self.lexicon.showing | {"said"} or (following in FINITE and not relative):
            return None
        if last >= 0 and bare(self.words[last]) != self.words[last] and not self._so_named(last, at):
            return None
        while last >= 0 and (step := self._adverbial(last)):
            last -= step
        while last > 0 and self.words[at].endswith("ing") and self.words[last] in BE | _PERFECT:
            last -= 1
        if last >= 0 and self.words[last] in BE:
            return self._passive(at, end, last)
        if (
            self.words[at] in _PARTICIPLES
            and self.words[last] not in {"has", "had", "have"}
            and last == at - 1
        ):
            return None
        if last >= 0 and self.words[last] == "to":
            if self.words[last - 2 : last] != ["went", "on"]:
                return self._caused(Cue(at, end, lemma[0], self.lexicon.frames[lemma]), last)
            last -= 3
        if last == at - 1 and last >= 0 and self.words[last] == "as" and self.words[end : end + 1] == ["by"]:
            return self._credited(last, end)
        last = self.subjects.past_time(last)
        cue = Cue(at, end, lemma[0], self.lexicon.frames[lemma])
        if last < 0:
            return None
        if self.words[last] == '"' or (self.words[last] in BREAKS and last == at - 1):
            told = lemma[0] not in self.lexicon.placing and not self._only_names(last)
            inverted = self._inverted(at) if told else None
            if inverted:
                return inverted
        return self._led(cue, last)

    def _so_named(self, last: int, at: int) -> bool:
        """Whether a name with `'s` of its own speaks (`Moody's said`), not what somebody has."""
        clear = self.words[at] in {
            "said",
            "says",
            "told",
            "expects",
            "believes",
            "added",
            "warned",
            "announced",
        }
        return clear and self.tokens[last].text[:1].isupper()

    def _adverbial(self, at: int) -> int:
        """How many words of an adverb or an auxiliary end at a token: `on average`, `has`, `sharply`."""
        if at and f"{self.words[at - 1]} {self.words[at]}" in self.lexicon.between:
            return 2
        if self.words[at] == "not" and self.words[at + 1 : at + 2] in (["expect"], ["rule"], ["exclude"]):
            return 1
        adverb = self.words[at].endswith("ly") and len(self.words[at]) > 4 and self.tokens[at].text.islower()
        return int(adverb or self.words[at] in self.lexicon.between)

    def _caused(self, cue: Cue, to: int) -> Attribution | None:
        """`, prompting the ministry to cut ...`: whoever was made to say it."""
        back = range(to - 1, max(to - _REACH, 0), -1)
        cause = next((at for at in back if self.words[at] in self.lexicon.causing), None)
        phrase = self.tokens[cause + 1 : to] if cause is not None else ()
        parted = any(token.lower in STOPS for token in phrase)
        if cause is None or parted or not self.speakers.speaks(phrase):
            return None
        speaker = self.speakers.name(phrase)
        opens = self.complement.opens(cue.end, cue.verb, cue.frames, content=False, who=speaker)
        text = self._text(cue.at, cue.end)
        return Attribution("lead", cause, cue.end, text, speaker, opens, alone=True) if opens else None

    def _led(self, cue: Cue, last: int) -> Attribution | None:
        """The subject stands before the verb or is that of the verb before (`and noted`, `adding that`)."""
        if not self.words[cue.at].endswith("ing"):
            last = self._past_dashes(last)
        word = self.words[last]
        if self.words[cue.at].endswith("ing") and self.words[cue.at - 1] not in BE:
            places = cue.verb in self.lexicon.placing and cue.verb != "call"
            named = self.words[cue.end : cue.end + 1] in (["a"], ["an"], ["the"], ["its"], ["their"])
            clause = named and "object" not in cue.frames and not self._has_verb(cue.end)
            if places or clause or word not in BREAKS | JOINERS | {'"', "by", "after"}:
                return None
            return self._without_subject(last if word in JOINERS else cue.at, cue, last)
        if word in {"and", "but", "then"}:
            return self._without_subject(last, cue, last)
        if word == "who" or (word == "which" and cue.verb in {"say", "add", "warn", "claim", "put"}):
            return self._relative(cue, last)
        if word in {"which", "that"} or (word in STOPS and word not in {",", ")"}):
            return None
        outlet = last + 1 - len(self.publisher.split()) if self.publisher else last + 1
        if outlet >= 0 and self._published(self._text(outlet, last + 1)):
            text = self._text(cue.at, cue.end)
            return self._cited(outlet, cue.end) or Attribution("cut", outlet, cue.end, text, None)
        found = self.subjects.before(last) or self._anybody(cue, last) or self._past_relative(last)
        found = found or self._whoever(cue, last)
        if found is None:
            return None
        first, speaker = found
        speaker = (self._so_far() if self.words[first : last + 1] == ["they"] else None) or speaker
        if cue.verb in {"find", "conclude", "reveal"} and self.speakers.documented(
            self.tokens[first : last + 1]
        ):
            cue = cue._replace(frames=cue.frames - {"doing"} | {"clause"})
        if cue.verb == "read" and self.words[cue.end : cue.end + 1] in ([], ["."], ["that"]):
            written = self.speakers.documented(self.tokens[first : last + 1])
            cue = cue._replace(frames=_QUOTED_FRAMES) if written else cue
        phrase = self.tokens[first : last + 1]
        if "figure" in cue.frames and self._counts(phrase, cue.end):
            cue = cue._replace(frames=cue.frames | {"object"})
        if cue.verb == "promise" and self.speakers.is_land(phrase):
            cue = cue._replace(frames=cue.frames - {"object"})
        if (
            self._expected(phrase)
            or cue.frames == {"figure"}
            or (cue.verb in self.lexicon.placing and phrase[0].lower in _NOBODY)
        ):
            return None
        if first and self.words[first - 1] in {"which", "that"} and cue.verb == "call":
            text = self._text(cue.at, cue.end)
            return Attribution("lead", first - 1, cue.end, text, speaker or self.earlier, cue.end, bare=True)
        if first and self.words[first - 1] == "which":
            behind = self.words[cue.end : cue.end + 1]
            placed = cue.verb in self.lexicon.placing and behind == ["at"]
            if placed or (behind and (behind[0] in FINITE or is_past(behind[0]))):
                text = self._text(cue.at, cue.end)
                return Attribution(
                    "lead", first - 1, cue.end, text, speaker or self._so_far() or self.earlier, cue.end
                )
            return Attribution("cut", first - 1, cue.end, self._text(cue.at, cue.end), None, alone=True)
        return self._sided(first, cue, speaker)

    def _past_dashes(self, last: int) -> int:
        """The word before what dashes set off: `The firm – which sold 9 ships – said`."""
        if self.words[last] not in DASHES:
            return last
        opens = (at for at in range(last - 2, 0, -1) if self.words[at] in DASHES)
        return next(opens, last + 1) - 1

    def _has_verb(self, start: int) -> bool:
        """Whether a verb with a tense, or `that`, stands between a token and the next mark."""
        for word in self.words[start:]:
            if word in STOPS and word != '"':
                return False
            if word in FINITE or word in {"that", '"'} or is_past(word):
                return True
        return False

    def _whoever(self, cue: Cue, last: int) -> tuple[int, str | None] | None:
        """Any subject of a form of a verb that only those who speak can have, or of one with `that`."""
        word, following = self.words[cue.at], self.words[cue.end : cue.end + 1]
        sure = word in self.lexicon.speech_only
        ahead = self.words[cue.end : cue.end + SHORT]
        that = cue.end + ahead.index("that") + 1 if "that" in ahead else cue.end
        relative = self.words[that : that + 1]
        told = word in self.lexicon.speech_that and not _AGAIN.isdisjoint(ahead)
        told = told and not (relative and (relative[0] in FINITE or is_past(relative[0])))
        return self.subjects.whoever(last) if (sure or told) and following != ["by"] else None

    def _past_relative(self, last: int) -> tuple[int, str | None] | None:
        """The subject before a relative clause without commas (`An official who would not be named said`)."""
        for at in range(last, max(last - _RELATIVE, 1), -1):
            if self.words[at] in STOPS:
                return None
            if self.words[at] == "who":
                return self.subjects.before(at - 1)
        return None

    def _counts(self, phrase: Sequence[Token], at: int) -> bool:
        """Whether a body or document reports a figure that is not its own (`The bureau counted 9 storms`)."""
        core = self.speakers.core(phrase)
        counting = bool(core) and bare(core[-1].lower) in self.lexicon.counting_bodies
        named = self.words[at - 1] == "reported" and self.speakers.ends_in_body(phrase)
        ahead = self.words[at : at + (_REACH if named else _FIGURE)]
        stop = next((number for number, word in enumerate(ahead) if word in STOPS), len(ahead))
        figure = any(word[:1].isdigit() for word in ahead[:stop])
        return figure and (counting or named or self.speakers.documented(phrase))

    def _expected(self, phrase: Sequence[Token]) -> bool:
        """Whether a figure is what somebody expected: `below the 9 million pounds analysts had forecast`."""
        if len(phrase) < _OF_EXPECTED or not phrase[-1].text.isalpha():
            return False
        scaled = not _SCALES.isdisjoint(token.lower for token in phrase[-3:-1])
        return scaled and any(token.lower == "the" for token in phrase[:-2])

    def _anybody(self, cue: Cue, last: int) -> tuple[int, str | None] | None:
        """Whoever stands between a comma and the last verb of a sentence (`, the control room reports`)."""
        first = self.subjects.phrase_start(last)
        phrase = self.tokens[first : last + 1]
        ends = self.words[cue.end : cue.end + 1] in ([], ["."]) or self.words[cue.end] in self.lexicon.times
        after = first > SHORT and self.words[first - 1] in {",", '"'}
        named = self.words[first] in {"the", "a", "an"} or phrase[0].text[:1].isupper()
        says = cue.frames & {"clause", "that"} and "doing" not in cue.frames
        if not (ends and after and named and says and len(phrase) <= SHORT) or self.speakers.data(phrase):
            return None
        return first, self.speakers.name(phrase)

    def _without_subject(self, first: int, cue: Cue, last: int) -> Attribution | None:
        speaker = self._current(last)
        return self._sided(first, cue, speaker, alone=True) if speaker else None

    def _relative(self, cue: Cue, who: int) -> Attribution | None:
        """`..., said the mayor, who recalled that`; `those who say` are nobody."""
        if self.words[who - 1] in _ANYONE:
            return None
        speaker = self._so_far() if self.words[who] == "who" else None
        if speaker is None:
            last = who - 1
            while last >= 0 and self.words[last] in {",", "("}:
                last -= 1
            found = self.subjects.before(last) if last >= 0 else None
            if found is None:
                return None
            speaker = found[1]
            if self.words[who] == "which":
                speaker = self._body_before(self.tokens[last].end) or speaker
        return self._sided(who, cue, speaker, alone=True)

    def _body_before(self, end: int) -> str | None:
        """The organisation whose name ends at an offset: no person is a `which`."""
        named = self.speakers.within(end - _NAMED, end)
        return self.speakers.named(named[-1].start, end) if named and named[-1].end == end else None

    def _inverted(self, at: int) -> Attribution | None:
        """`..., said a ministry spokesperson`."""
        found = self.subjects.behind(at) if not self.words[at].endswith("ing") else None
        if found is None:
            return None
        stop, speaker = found
        hit = self.lexicon.verb_at(self.words, at)
        return self._closing(at, stop, self._text(at, hit[0] if hit else at + 1), speaker)

    def _passive(self, at: int, end: int, last: int) -> Attribution | None:
        """`was informed by the ministry that`, `it was announced that`."""
        if self.words[end : end + 1] == ["by"] and "that" in self.words[end : end + _REACH]:
            that = self.words.index("that", end)
            phrase = self.tokens[end + 1 : that]
            if self.speakers.speaks(phrase):
                cue = self._text(at, end)
                return Attribution("lead", last, that, cue, self.speakers.name(phrase), that + 1)
        told = self.words[at] in _TOLD_PASSIVE and self.words[last] in {"was", "is", "been"}
        first = last - (self.words[last] == "been")
        that = self.complement.past_occasion(end)
        if told and first > 0 and self.words[first - 1] == "it" and self.words[that : that + 1] == ["that"]:
            speaker = (self.speakers.body or self.earlier) if that == end else None
            return Attribution("lead", first - 1, end, self._text(at, end), speaker, that + 1)
        if told and self.words[:first] in (["as"], ["as", "it"]):
            return self._at_event(at, end)
        return None

    def _at_event(self, at: int, end: int) -> Attribution | None:
        """`As was stated at the meeting, ...`: nobody in particular says so."""
        comma = self.complement.past_occasion(end)
        if self.words[comma : comma + 1] != [","] or self.words[end] not in {"at", "in", "during"}:
            return None
        return Attribution("lead", 0, comma, self._text(at, end), None, comma + 1)

    def _quoted_as(self, at: int) -> list[Attribution]:
        """`the daily quoted him as saying`: one for each; `Lin was quoted as saying`."""
        end = at + 1
        quoted = next(
            (
                back
                for back in range(at - 2, max(at - _REACH, 0), -1)
                if self.words[back] in {"quoted", "cited", "quotes", "cites", "quoting", "citing"}
            ),
            None,
        )
        if quoted is None:
            return []
        frames = _QUOTED_FRAMES | ({"listener"} if self.words[at] == "telling" else set())
        cue = Cue(at, end, "say", frames)
        last = quoted - 1
        if self.words[last] in BE:
            while last > 1 and self.words[last - 1] in {"has", "had", "have", "also", "been"}:
                last -= 1
            found = self.subjects.before(self.subjects.past_time(last - 1))
            made = [self._sided(found[0], cue, found[1])] if found else []
            return [one for one in made if one]
        phrase = self.tokens[quoted + 1 : at - 1]
        outer = self.subjects.before(self.subjects.past_time(last))
        again = len(phrase) == 1 and phrase[0].lower in {"him", "her", "them"}
        if not phrase or outer is None or not (again or self.speakers.speaks(phrase)):
            return []
        who = None if again else self.speakers.name(phrase)
        inner = self._sided(outer[0], cue, self.speakers.named(phrase[0].start, phrase[-1].end) or who)
        if inner is None or self._published(outer[1]):
            return [inner] if inner else []
        whole = Attribution(
            inner.kind, inner.first, inner.after, self.tokens[quoted].text, outer[1], inner.opens
        )
        return [whole, inner]
