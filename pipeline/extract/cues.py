"""The verbs of saying and the nouns of those who speak, from `patterns/statements/cues.yaml`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from pipeline.rules.inflect import noun_forms, verb_forms
from pipeline.rules.tables import table

_WORD = re.compile(r"[A-Za-z]+")
FRAMES = ("clause", "that", "object", "infinitive", "quote", "listener", "doing", "either", "figure")


_OWN = frozenset({"his", "her", "its", "their", "the"})
"""What may stand before the noun of a verb of several words: `expressed his hope`."""


_AT_HOME_IN = frozenset({"on", "in", "at"})
_FIELD = 5
_WHOLE = 3
_GAP = 5
"""How far apart the words of a verb of more than so many may stand: `drew the guests' attention to`."""


class Cue(NamedTuple):
    """A verb of saying: its tokens, its base form, and what may follow it."""

    at: int
    end: int
    verb: str
    frames: frozenset[str]


@dataclass(frozen=True, slots=True)
class Cues:
    """`verbs` maps a form of a verb's first word to its lemmas, `frames` a lemma to what may follow it."""

    verbs: dict[str, list[tuple[str, ...]]]
    frames: dict[tuple[str, ...], frozenset[str]]
    placing: dict[str, frozenset[str]]
    """Verbs that take a noun phrase only with one of some words, and which."""
    counting_bodies: frozenset[str]
    """Those who report figures that are not their own."""
    things: frozenset[str]
    """Plural nouns that look like people."""
    never_said: dict[str, frozenset[str]]
    """Nouns with which a verb tells something else than what somebody says."""
    foreseeing: frozenset[str]
    """Verbs whose noun phrase or infinitive ends where a new clause begins."""
    causing: frozenset[str]
    """Verbs that make somebody say something."""
    urging: frozenset[str]
    """Forms of verbs by which a speaker does something else than telling."""
    views: frozenset[str]
    """Nouns of what somebody says: `by its own account`."""
    feelings: frozenset[str]
    """What somebody is who thinks that something is so: `confident that`."""
    speech_only: frozenset[str]
    """Forms of verbs whose subject speaks, whatever its noun."""
    speech_that: frozenset[str]
    """... and such that may be a participle of what is told, but for a `that` behind them."""
    openers: frozenset[str]
    answers: frozenset[str]
    speakers: frozenset[str]
    bodies: frozenset[str]
    firms: frozenset[str]
    documents: frozenset[str]
    data: frozenset[str]
    showing: frozenset[str]
    putting: frozenset[str]
    """What figures do to a value."""
    nobody: frozenset[str]
    listeners: frozenset[str]
    between: frozenset[str]
    occasions: frozenset[str]
    bounds: frozenset[str]
    prepositions: frozenset[str]
    counting: frozenset[str]
    """Words that tell how many of those who speak."""
    qualifying: frozenset[str]
    """Words that tell more of a noun before them."""
    adjuncts: frozenset[str]
    times: frozenset[str]
    speaking: frozenset[str]
    """Every word that may be a cue."""
    sourcing: frozenset[str]
    """Every word that may go with a data source."""

    def verb_at(self, words: list[str], at: int) -> tuple[int, tuple[str, ...]] | None:
        """The end and the lemma of the longest cue verb at a word of a sentence in lower case."""
        best = None
        for lemma in self.verbs.get(words[at], ()):
            gaps = 1 if len(lemma) == 1 else _GAP if len(lemma) > _WHOLE else 2
            for end in range(at + len(lemma), at + len(lemma) + gaps):
                whole = tuple(words[end - len(lemma) + 1 : end]) == lemma[1:]
                owned = whole and (end == at + len(lemma) or words[at + 1] in _OWN)
                if owned and (best is None or end > best[0]):
                    best = end, lemma
        return best


@cache
def cues() -> Cues:
    """Load the cues once. Raises PatternError for a broken file."""
    data = table("statements/cues")
    frames: dict[tuple[str, ...], set[str]] = {}
    for frame in FRAMES:
        for verb in data[frame]:
            frames.setdefault(tuple(verb.split()), set()).add(frame)
    verbs: dict[str, list[tuple[str, ...]]] = {}
    for lemma in frames:
        for form in verb_forms(lemma[0]) | set(data["forms"].get(lemma[0], ())):
            if form not in data["no_cues"]:
                verbs.setdefault(form, []).append(lemma)
    roles, companies = table("names/people")["roles"], table("names/organisations")["companies"]
    showing = frozenset(form for verb in data["showing"] for form in verb_forms(verb.split()[0]))
    putting = frozenset(form for verb in data["putting"] for form in verb_forms(verb))
    return Cues(
        verbs=verbs,
        frames={lemma: frozenset(kinds) for lemma, kinds in frames.items()},
        placing={verb: frozenset(words) for verb, words in data["placing"].items()},
        never_said={verb: frozenset(words) for verb, words in data["never_said"].items()},
        foreseeing=frozenset(data["foreseeing"]),
        causing=frozenset(form for verb in data["causing"] for form in verb_forms(verb)),
        urging=frozenset(data["urging"]),
        views=frozenset(data["views"]),
        feelings=frozenset(data["feelings"]),
        counting_bodies=_nouns(data["counting_bodies"]),
        answers=frozenset(data["answers"]),
        things=frozenset(data["things"]),
        speech_only=frozenset(data["speech_only"]),
        speech_that=frozenset(data["speech_that"]),
        openers=frozenset(data["openers"]),
        bodies=_nouns(data["bodies"]) | _nouns(companies),
        firms=frozenset(companies),
        speakers=_nouns(data["people"]) | _nouns(data["bodies"]) | _nouns(roles) | _nouns(companies),
        documents=_nouns(data["documents"]),
        data=_nouns(data["data"]),
        showing=showing,
        putting=putting,
        nobody=frozenset(data["nobody"]),
        listeners=frozenset(data["listeners"]),
        between=frozenset(data["between"]),
        occasions=_nouns(data["occasions"]),
        bounds=frozenset(data["bounds"]),
        prepositions=frozenset(data["prepositions"]),
        counting=frozenset(data["counting"]),
        qualifying=frozenset(data["qualifying"]),
        adjuncts=frozenset(data["adjuncts"]),
        times=frozenset(data["times"]),
        speaking=frozenset({*verbs, *data["views"], *data["feelings"], "according"}),
        sourcing=showing | putting | {"according", "citing", "cited", "quoting", "based"},
    )


def offsets(text: str, words: frozenset[str]) -> list[int]:
    """Where any of some lower-case words stands in `text`; quicker than one pattern of them all."""
    return [found.start() for found in _WORD.finditer(text) if found.group().lower() in words]


def past_field(words: Sequence[str], at: int) -> int:
    """The comma behind what somebody is at home in (`its expert on trade, Lind`), else `at`."""
    ahead = words[at : at + _FIELD]
    told = bool(ahead) and ahead[0] in _AT_HOME_IN and "," in ahead and at + ahead.index(",") + 1 < len(words)
    return at + ahead.index(",") if told else at


def bare(word: str) -> str:
    """A word without its possessive `'s`."""
    return word[:-2] if word.endswith(("'s", "’s")) else word


def _nouns(nouns: Iterable[str]) -> frozenset[str]:
    return frozenset(form for noun in nouns for form in noun_forms(noun))
