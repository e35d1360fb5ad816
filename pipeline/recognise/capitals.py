"""Capitalised words and the runs that they form: the raw material of names.

A run is a chain of capitalised words held together by a space, an initial's full stop, a small word
of names (`bin`, `von der`), or one of the joints `of`, `to`, `and`, a comma.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from pipeline.model import Span
from pipeline.recognise.gazetteer import gazetteer
from pipeline.rules.tables import table

Joint = Literal["", "space", "of", "to", "and", "comma"]

_DOMAINS = "com|org|net|gov|edu|info|io|ai|tv|co|ie|de|fr|ru|eu|cn|az|kz|pl|nl|ch"
"""Endings of an address by which a firm or an outlet goes (`Trips.com`)."""
_WORD = re.compile(
    r"(?:[^\W\d_]\.){2,}(?:[^\W\d_]\b)?|\b[A-Z]/[A-Z](?:[a-z]+|\b)|[^\W_]+(?:(?:[-‐‑’'](?=\w)|&(?=[A-Z]))[^\W_]+)*"
    rf"(?:\.(?:{_DOMAINS})\b(?:\.[a-z]{{2}}\b)?)?"
)
_ARTICLE = re.compile(r"(?:(?:[ae]l|a[dnrst]|ash|ez|ul)-[A-Z]|[a-z]{1,4}[A-Z][^\W\d_]*[a-z])")
"""Names that begin small: an Arabic article, and brands such as `easyJet`."""
_SPEAKS = re.compile(r"(?:\A|\n|[.?!] )[QA]\Z")
"""What opens a question or an answer of an interview (`Q. How many?`)."""
_POSSESSIVE = re.compile(r"['’]s\Z")
_SHORTENED = re.compile(r"n['’]t\Z|['’](?:ve|d|ll|re|m)\Z")
"""What is left of a verb behind a pronoun (`We've`, `I'd`)."""
_PLURAL = re.compile(r"(?:ers|ors|ists|ians|eers|ants|ents|ans|rses|yees|wives|lots|teurs)\Z")
"""Those whose union or party bears their name (`the Workers' Union`)."""
_SEATED = re.compile(
    r"-(?:[a-z]{2,}ed|led|born|run|made|built|style|era|bound|wide|linked|speaking|size|only)\Z"
)
"""What an adjective adds to a name (`Hull-based`, `Acme-owned`)."""
_ROMAN = re.compile(r"(?:II|III|IV|VI|VII|VIII|IX|XI|XII)\Z")
"""Numbers behind a name (`Pier IV`)."""
_SUM = re.compile(r"(?!G\d|COP\d)[^\W\d_]{1,3}\d[\d.]*(?:bn|m|k)?\Z")
_GIVEN_MONTHS = frozenset({"May", "April", "June", "Jan", "Jun", "Sun"})
_DAY = re.compile(r"\.?,? \d|\.")
_NUMBER = re.compile(r" (?:No\.? ?)?\d{1,3}[A-Z]?\b(?! ?%|[.,/-]\d| (?:percent|per cent|million|billion))")
_SHORTEST_FORM = 3
"""Letters of a legal form that a comma may stand before; two may be a county (`Slane, Co Meath`)."""
_SHORT_GIVEN = frozenset({"Jan", "Jun", "Sun"})
_OPENING = " \"“‘'`«„([-–—•*.:)0123456789"
"""What may stand before the first word of a sentence: marks, and the number or the hour of an entry."""
ORDINALS = frozenset({"first", "second", "third", "fourth", "fifth"})
"""What opens a name before one more capital (`First Solar`), and else a sentence."""
_LONGEST_OPENING = 8
_LONGEST_RUN = 40
_LONGEST_JOINT = 24
_LONGEST_WORD = 60
_JOINTS: dict[str, Joint] = {
    " of ": "of",
    " of the ": "of",
    " for ": "of",
    " for the ": "of",
    " on ": "of",
    " to ": "to",
    " to the ": "to",
    " at the ": "to",
    " at ": "to",
    " in ": "to",
    " in the ": "to",
    " and ": "and",
    " & ": "space",
    ", ": "comma",
    " - ": "",
}


@dataclass(frozen=True, slots=True)
class Word:
    """A capitalised word without its possessive `'s`; `joint` ties it to the one before it in the run."""

    start: int
    end: int
    text: str
    joint: Joint
    possessive: bool
    first: bool
    """Whether it begins a sentence, where a capital says nothing."""


@dataclass(frozen=True, slots=True)
class _Vocabulary:
    always: frozenset[str]
    alone: frozenset[str]
    never: frozenset[str]
    lone: frozenset[str]
    months: frozenset[str]
    abbreviated: frozenset[str]
    possessed: frozenset[str]
    numbered: frozenset[str]
    legal: frozenset[str]
    particles: re.Pattern[str]


@cache
def _vocabulary() -> _Vocabulary:
    words = table("names/words")
    particles = "|".join(sorted(set(table("names/people")["particles"]), key=len, reverse=True))
    return _Vocabulary(
        always=frozenset(word for line in words["starters"]["always"] for word in line.split()),
        alone=frozenset(word for line in words["starters"]["alone"] for word in line.split()),
        never=frozenset(words["not_names"]),
        lone=frozenset(words["lone"]),
        abbreviated=frozenset(words["abbreviated"]),
        possessed=frozenset(words["possessed"]),
        numbered=frozenset(words["numbered"]),
        legal=frozenset(
            form for form in table("names/organisations")["designators"] if len(form) >= _SHORTEST_FORM
        ),
        months=frozenset(words["months"]) | frozenset(words["days"]),
        particles=re.compile(rf" (?:(?:{particles}) ){{1,3}}\Z"),
    )


def words(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield start, end and text of every word of `text`; initialisms with full stops are one word."""
    for found in _WORD.finditer(text):
        start, end = found.span()
        if end - start <= _LONGEST_WORD:
            yield start, end, found.group()


def runs(text: str, capitals: Sequence[Span], sentences: Sequence[Span]) -> Iterator[list[Word]]:
    """Yield the runs of the capitalised words at the spans `capitals`, in order; none crosses a sentence."""
    vocabulary = _vocabulary()
    starts = [start for start, _ in sentences]
    run: list[Word] = []
    number = -1
    for at, (start, end) in enumerate(capitals):
        sentence = bisect_right(starts, start) - 1
        word = text[start:end]
        follows = at + 1 < len(capitals) and capitals[at + 1][0] == end + 1 and text[end] == " "
        seated = _SEATED.search(word)
        possessive = _POSSESSIVE.search(word) is not None and not _keeps(text, word, end, vocabulary)
        if seated and not gazetteer().match(text, start):
            word, end, follows = word[: seated.start()], start + seated.start(), False
        elif possessive:
            word, end = word[:-2], end - 2
        first = (
            sentence >= 0
            and start - starts[sentence] <= _LONGEST_OPENING
            and not text[starts[sentence] : start].strip(_OPENING)
        ) or _opens(text, start)
        joint = _joint(text, run[-1], start, word, vocabulary) if run and sentence == number else ""
        number = sentence
        if _no_name(word, text, end, first, follows, joint, vocabulary):
            if run:
                yield run
            run = []
            continue
        if run and (not joint or len(run) == _LONGEST_RUN):
            yield run
            run, joint = [], ""
        counted = _NUMBER.match(text, end) if word in vocabulary.numbered and not possessive else None
        run.append(Word(start, counted.end() if counted else end, word, joint, possessive, first))
    if run:
        yield run


def _opens(text: str, start: int) -> bool:
    """Whether a quotation, a bracketed clause or a clause after a colon begins at `start`."""
    before = text[max(start - 3, 0) : start]
    return (before[-1:] in '"“‘«„`' and before[-1:] != "") or before.endswith((": ", "\n", "- ", "• "))


def _keeps(text: str, word: str, end: int, vocabulary: _Vocabulary) -> bool:
    """Whether `'s` is part of the name: `People's Bank`, `Seamen's Union`, `Lloyd's of London`."""
    bare = word[:-2]
    return bare in vocabulary.possessed or bare.endswith("men") or text.startswith(" of ", end)


def _joint(text: str, before: Word, start: int, word: str, vocabulary: _Vocabulary) -> Joint:
    gap = text[before.end : start]
    if word in vocabulary.legal and gap in {", ", "., ", ". "}:
        return "space"
    if gap in {"' ", "’ "} and _PLURAL.search(before.text) and not gazetteer().whole(before.text):
        return "space"
    if len(gap) > _LONGEST_JOINT or before.possessive:
        return ""
    if gap in {" ", "\N{NO-BREAK SPACE}"}:
        return "space"
    if gap == ". ":
        return "space" if len(before.text) == 1 or before.text in vocabulary.abbreviated else ""
    return _JOINTS.get(gap) or ("space" if vocabulary.particles.match(gap) else "")


def _no_name(
    word: str, text: str, end: int, first: bool, follows: bool, joint: Joint, vocabulary: _Vocabulary
) -> bool:
    """Whether the capital is the sentence's, the calendar's or a unit's, not a name's."""
    given = (word in _GIVEN_MONTHS and joint == "space") or (word in _SHORT_GIVEN and follows)
    given = given or (len(word) == 3 and joint == "space" and not _DAY.match(text, end))
    if joint == "space" and _ROMAN.match(word):
        return False
    short = _SHORTENED.search(word)
    if short is not None and (short.group()[0] == "n" or word[: short.start()].lower() in vocabulary.always):
        return True
    if word in vocabulary.never or (word.split("-")[0].removesuffix("s") in vocabulary.months and not given):
        return True
    if (
        word in {"Q", "A"}
        and _SPEAKS.search(text, max(end - 3, 0), end)
        and text.startswith((". ", ": "), end)
    ):
        return True
    if text[end : end + 1] == "$" or (
        len(word) == 1 and not (follows or text[end : end + 2] == ". " or joint == "space")
    ):
        return True
    if _SUM.match(word) or (word in vocabulary.lone and not follows and not joint):
        return True
    lower = word.lower()
    if lower in ORDINALS and follows:
        return False
    if lower in vocabulary.always:
        return first or lower == "the" or (word.isupper() is False and joint != "space" and not follows)
    return first and not follows and lower in vocabulary.alone


def is_capital(word: str) -> bool:
    """Whether a word is written as a name is, its Arabic article in lower case or not (`al-Rashid`)."""
    return word[0].isupper() or _ARTICLE.match(word) is not None


def is_acronym(word: str) -> bool:
    """Whether a word is written like an acronym (`NCSI`, `TurkStat`)."""
    return 2 <= len(word) <= 12 and " " not in word and sum(letter.isupper() for letter in word) >= 2
