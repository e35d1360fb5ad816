"""Tell persons, organisations and places apart by what stands around a name, anywhere in the article."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from pipeline.model import NameType, Span
from pipeline.recognise.parts import Part, part_words
from pipeline.rules.tables import table

_BEFORE = re.compile(r"([\w’'-]+)([,.:]?) +(?:[\"“]|the |a |an )?\Z")
_AFTER = re.compile(
    r"(?:['’]s)? ?(?:\([^()]{1,40}\) ?)?(,)? ?(?:(?:has|had|have|also|later|earlier|then|who|further|reportedly) ){0,3}([\w-]+)"
)
_APPOSITION = re.compile(
    r"(?: \([^()]{1,40}\))?, (?:(?:a|an|the|its|his|her|their|our|one of|now|also|who is|who was|[\w’']+['’]s?) )?([^,.;:()\n]{2,70}?)(?=[,.;:()\n]| (?:of|in|at|for|who|which|with|from|on|to|that|and|based|has|had|have|is|was|are|were|will|said|says)\b|\Z)"
)
_AGE = re.compile(r", (?:aged )?\d\d,")
_WINDOW = 80


class _Evidence(NamedTuple):
    roles: frozenset[str]
    companies: frozenset[str]
    nouns: frozenset[str]
    places: frozenset[str]
    place_nouns: frozenset[str]
    prepositions: frozenset[str]
    not_after: frozenset[str]
    speech: frozenset[str]


@cache
def _evidence() -> _Evidence:
    places, organisations = table("names/places"), table("names/organisations")
    return _Evidence(
        roles=frozenset(table("names/people")["roles"]),
        companies=frozenset(organisations["companies"]),
        nouns=frozenset(organisations["nouns"]),
        places=frozenset(places["before"]),
        place_nouns=frozenset(places["nouns"]),
        prepositions=frozenset(places["prepositions"]),
        not_after=frozenset(places["not_after"]),
        speech=frozenset(table("names/words")["speech"]),
    )


def typed(text: str, parts: Sequence[Part], headlines: Sequence[Span]) -> list[Part]:
    """Return the parts with every `unknown` one typed or left out; `headlines` add no name of their own."""
    votes: dict[tuple[str, ...], dict[NameType, int]] = defaultdict(lambda: defaultdict(int))
    seen: dict[tuple[str, ...], int] = defaultdict(int)
    in_headline = _inside(parts, headlines)
    for part, headline in zip(parts, in_headline, strict=True):
        if part.kind == "person":
            votes[part.words]["person"] += 4
        if part.kind != "unknown" or headline:
            continue
        if not (part.first and len(part.words) == 1):
            seen[part.words] += 1
        for kind, weight in _votes(text, part):
            votes[part.words][kind] += weight
    surnames = {
        word
        for words, kinds in votes.items()
        if max(kinds, key=lambda kind: kinds[kind], default="") == "person"
        for word in words
    }
    kept = []
    for part, headline in zip(parts, in_headline, strict=True):
        if part.kind == "unknown":
            decided = _decide(part, votes[part.words], bool(seen[part.words]), surnames)
            if decided and (seen[part.words] or not headline):
                kept.append(replace(part, kind="organisation" if decided == "country" else decided))
            continue
        if not headline or part.kind in {"geo", "title"}:
            kept.append(part)
    return kept


def _inside(parts: Sequence[Part], spans: Sequence[Span]) -> list[bool]:
    ahead = iter(spans)
    span = next(ahead, None)
    inside = []
    for part in parts:
        while span and part.start >= span[1]:
            span = next(ahead, None)
        inside.append(bool(span and part.start >= span[0]))
    return inside


def _votes(text: str, part: Part) -> Iterator[tuple[NameType, int]]:
    """What the words around one occurrence say about its type, with a weight."""
    known = _evidence()
    several = 2 <= len(part.words) <= 5
    before = _BEFORE.search(text, max(part.start - 40, 0), part.start)
    if before:
        word, mark = before[1].lower(), before[2]
        if word in known.roles and mark in {"", ","}:
            yield "person", 4
        elif word in known.speech and several and not mark:
            yield "person", 2
        elif not mark and word in known.places:
            yield "place", 4
        elif not mark and (word in known.companies or word in known.nouns):
            yield "organisation", 4
        elif not mark and word == "of" and _noun_before_of(text, before.start()) in known.places:
            yield "place", 4
        elif (
            not mark
            and word in known.prepositions
            and _noun_before_of(text, before.start()) not in known.not_after
        ):
            yield "place", 2
        elif word in known.not_after and not mark:
            yield "organisation", 1
    apposition = _APPOSITION.match(text, part.end, min(part.end + _WINDOW, len(text)))
    if apposition:
        head = apposition[1].split()[-1].lower() if apposition[1].split() else ""
        head = head.rsplit("-", 1)[-1] if head not in known.roles else head
        if head in known.roles:
            yield "person", 4
        elif head in known.companies or head in known.nouns:
            yield "organisation", 4
        elif head in known.places:
            yield "place", 4
    if _AGE.match(text, part.end) and several:
        yield "person", 4
    after = _AFTER.match(text, part.end, min(part.end + _WINDOW, len(text)))
    if after:
        if after[1] and text[after.start(1) : after.start(1) + 6] == ", who ":
            yield "person", 4
        word = after[2].lower()
        if word in known.speech and not after[1]:
            given = part.words[0] in part_words().given
            yield ("person", 4 if given else 2) if several or given else ("organisation", 2)
        elif word in known.place_nouns and not after[1]:
            yield "place", 2
    if (several and part.words[0].split("-")[0] in part_words().given) or (
        several and len(part.words[0]) == 1 and len(part.words[-1]) > 2
    ):
        yield "person", 3
    elif several and len(part.words) == 2 and part.words[-1] in part_words().given:
        yield "person", 2


def _noun_before_of(text: str, end: int) -> str:
    found = re.search(r"([\w-]+) *\Z", text[max(end - 30, 0) : end])
    return found[1].lower() if found else ""


def _decide(part: Part, votes: dict[NameType, int], seen: bool, surnames: set[str]) -> NameType | None:
    """The type with most votes; a lone word at the start of a sentence needs some evidence to be a name."""
    lone = len(part.words) == 1
    if lone and part.words[0] in surnames:
        return "person"
    best = max(votes, key=lambda kind: votes[kind], default=None)
    if best and (votes[best] >= 2 or seen):
        if best == "person" and lone and votes[best] < 4:
            return "organisation"
        return best
    if lone and part.first and not seen:
        word = part.words[0]
        return "organisation" if part.possessive or sum(letter.isupper() for letter in word) > 1 else None
    return "organisation"
