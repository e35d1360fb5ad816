"""Tell persons, organisations and places apart by what stands around a name, anywhere in the article."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from pipeline.model import NameType, Span
from pipeline.recognise.capitals import ORDINALS, is_acronym
from pipeline.recognise.part_words import part_words
from pipeline.recognise.row import ABSTRACT, Part, PartKind
from pipeline.rules.tables import table

_BEFORE = re.compile(r"([\w’'-]+)([,.:]?) +(?:[\"“])?(the |a |an )?\Z")
_AFTER = re.compile(
    r"(?:['’]s)? ?(?:\([^()]{1,40}\) ?)?(,)? ?"
    r"(?:(?:has|had|have|also|later|earlier|then|who|further|reportedly) ){0,3}([\w-]+)"
)
_APPOSITION = re.compile(
    r"(?: \([^()]{1,40}\))?, (?:(?:a|an|the|its|his|her|their|our|one of|now|who is|who was|[\w’']+['’]s?) )?"
    r"([^,.;:()\n]{2,70}?)(?=[,.;:()\n]| (?:of|in|at|for|who|which|with|from|on|to|that|and|based|has|had)\b"
    r"| (?:have|is|was|are|were|will|said|says)\b|\Z)"
)
_AGE = re.compile(r", (?:aged )?\d\d,")
_OFFICE = re.compile(r"([A-Za-z-]+) (?:of|at|for) (?:the|its|this|our) (?:[\w-]+ ){1,3}\Z")
"""A role and the body of its holder right before a name: `chairman of the committee Ana Silva`."""
_WHENCE = re.compile(r" (?:at|in|from|of) \Z")
_LISTENER = re.compile(r"\b(?:Speaking|Talking) (?:exclusively )?(?:to|with) \Z")
_PRONOUN = re.compile(r" [a-z][^.\n]{0,90}(?:\.[\"”]?\s+[^.\n]{0,90})?\b(?:he|she|his|her|He|She|His|Her)\b")
"""A name that opens a sentence, and a `he` or `she` in that sentence or the next."""
_SEAT = re.compile(r"-(?:based|headquartered|domiciled)\b")
_QUALIFIED = re.compile(
    r"-(?:based|listed|owned|backed|registered|headquartered|domiciled|traded|controlled|run) \Z"
)
"""What stands before a firm and tells where it is or whose (`Hull-based Acme`)."""
_SITUATED = re.compile(
    r", (?:where|home to|(?:just |right |far )?(?:north|south|east|west)\w* of|on the (?:coast|border)) "
    r"| (?:counties|districts|provinces|prefectures|cities|towns|villages|municipalities|governorates)\b"
)
"""What only a place has behind it."""
_KIN = re.compile(r" (?:family|families|clan|dynasty|brothers|sisters)\b(?! business| firm| company| member)")
_COINED = re.compile(
    r"(?!Em|Bio|Ma)\w{3,}(?:bank|gaz|neft|telecom|soft|energo|stat|avia|pharma|farma|corp)\Z"
)
"""How firms and offices are called after what they do (`Lowenbank`)."""
_MEMBERS = re.compile(
    r" \d{2,4}\b(?! ?%|[.,]\d| (?:points?|percent|per cent|companies|shares|stocks|firms)\b)"
)
"""How many shares an index is made of (`FTSE 100`)."""
_PAPERS = re.compile(r" (?:shares|stock) [a-z]+(?:ed|t|ell|ose|ank|ew|id|ained)\b")
_HEARD = frozenset(
    {"told", "tells", "asked", "informed", "assured", "urged", "blamed", "put", "called", "calls", "cited"}
)
"""Verbs of saying whose object a name behind them is, not their subject."""
_SMALL = re.compile(r"\b[^\W\d_]{3,}")
_WINDOW = 80
_EMPLOYS = frozenset({"at", "with"})
"""Between someone's role and whom they work for (`chief economist at Acme`)."""
_LISTING = (", ", " and ", ", and ", " or ")
_LEGAL = 6
_SURE = 4
_LIKELY = 2


class _Evidence(NamedTuple):
    roles: frozenset[str]
    both: frozenset[str]
    makers: frozenset[str]
    arts: frozenset[str]
    companies: frozenset[str]
    nouns: frozenset[str]
    places: frozenset[str]
    place_nouns: frozenset[str]
    prepositions: frozenset[str]
    not_after: frozenset[str]
    speech: frozenset[str]
    acting: frozenset[str]
    personal: frozenset[str]
    trades: frozenset[str]
    legal: re.Pattern[str]
    indices: frozenset[str]
    site: re.Pattern[str]
    region: re.Pattern[str]


@cache
def _evidence() -> _Evidence:
    places, organisations = table("names/places"), table("names/organisations")
    return _Evidence(
        roles=frozenset(table("names/people")["roles"]),
        both=frozenset(organisations["both"]),
        makers=frozenset(organisations["makers"]),
        arts=frozenset(organisations["arts"]),
        companies=frozenset(organisations["companies"]),
        nouns=frozenset(organisations["nouns"]),
        places=frozenset(places["before"]),
        place_nouns=frozenset(places["nouns"]),
        prepositions=frozenset(places["prepositions"]),
        not_after=frozenset(places["not_after"]),
        speech=frozenset(table("names/words")["speech"]),
        acting=frozenset(table("names/words")["acting"]),
        personal=frozenset(table("names/words")["personal"]),
        trades=frozenset(organisations["trades"]),
        legal=re.compile(rf",? (?:{'|'.join(organisations['designators'])})\b"),
        indices=frozenset(organisations["indices"]),
        site=_phrase_of(places["sites"]),
        region=_phrase_of(places["nouns"]),
    )


Votes = dict[NameType, int]


def _phrase_of(phrases: Sequence[str]) -> re.Pattern[str]:
    return re.compile(" (?:" + "|".join(sorted(phrases, key=len, reverse=True)) + r")\b(?![-’'])")


def typed(text: str, parts: Sequence[Part], headlines: Sequence[Span]) -> list[Part]:
    """Return the parts with every `unknown` one typed or left out; `headlines` add no name of their own."""
    parts = _firms_of_places(text, parts)
    votes: dict[tuple[str, ...], Votes] = defaultdict(lambda: defaultdict(int))
    seen: set[tuple[str, ...]] = set()
    in_headline = _inside(parts, headlines)
    for part, headline in zip(parts, in_headline, strict=True):
        key = _key(part)
        if part.kind == "person":
            votes[key]["person"] += 4
        if part.kind != "unknown" or headline:
            continue
        if not (part.first and len(part.words) == 1):
            seen.add(key)
        for kind, weight in _votes(text, part):
            votes[key][kind] += weight
    seen |= _opening(text, parts, in_headline)
    _spread_places(text, parts, votes)
    for key in seen:  # `Ana Silva`, where `Silva, 39,` is told of too
        if len(key) == 2 and "organisation" not in votes[key] and votes[key[1:]].get("person", 0) >= _SURE:
            votes[key]["person"] += _LIKELY
    surnames = {word for words, kinds in votes.items() if _best(kinds) == "person" for word in words}
    bodies = {_key(part)[:length] for part in parts if part.kind == "organisation" for length in (1, 2, 3)}
    kept = []
    for part, headline in zip(parts, in_headline, strict=True):
        if part.kind == "unknown":
            key = _key(part)
            decided = _decide(part, votes[key], key in seen, surnames, bodies)
            if decided and (key in seen or not headline):
                kept.append(
                    _with_noun(text, replace(part, kind="place" if decided == "country" else decided))
                )
        elif not headline or part.kind in {"geo", "title"}:
            kept.append(_with_noun(text, part))
    return kept


def _firms_of_places(text: str, parts: Sequence[Part]) -> Sequence[Part]:
    """The parts, what is called like a place a body where it is said to be one: `the club Leyton Park`."""
    known = _evidence()
    called = set()
    for part in parts:
        found = _BEFORE.search(text, max(part.start - 40, 0), part.start) if part.kind == "place" else None
        if found is not None and not (found[2] or found[3]) and len(part.words) > 1:
            called |= {_key(part)} if found[1] in known.companies | known.nouns - known.places else set()
    return [replace(part, kind="organisation") if _key(part) in called else part for part in parts]


def _opening(text: str, parts: Sequence[Part], in_headline: Sequence[bool]) -> set[tuple[str, ...]]:
    """Lone words that open several sentences and nowhere stand in lower case, as a common noun would."""
    lone = Counter(
        _key(part)
        for part, headline in zip(parts, in_headline, strict=True)
        if part.kind == "unknown" and part.first and len(part.words) == 1 and not headline
    )
    often = {key for key, times in lone.items() if times > 1}
    plain = set(_SMALL.findall(text)) if often else set()
    return {key for key in often if not (key[0].endswith("s") or ABSTRACT.match(key[0]) or key[0] in plain)}


def _spread_places(text: str, parts: Sequence[Part], votes: Mapping[tuple[str, ...], Votes]) -> None:
    """Vote for names that stand in a list with a place, from left to right: `plants in Hull and Worksop`."""
    for one, other in pairwise(parts):
        if text[one.end : other.start] not in _LISTING:
            continue
        for name, beside in ((one, other), (other, one)):
            if name.kind == "unknown" and _is_place(beside, votes):
                votes[_key(name)]["place"] += _LIKELY


def _is_place(part: Part, votes: Mapping[tuple[str, ...], Votes]) -> bool:
    if part.kind == "unknown":
        own = votes[_key(part)]
        return _best(own) == "place" and own["place"] >= _LIKELY
    return part.kind == "geo" and part.name is not None and not part.name.adjective


def _with_noun(text: str, part: Part) -> Part:
    """Take in what belongs to a name: `Bilasuvar district`, `Khizi wind farm`, `Maas family`, `FTSE 100`."""
    if part.possessive or part.kind not in {"organisation", "place", "geo", "person"}:
        return part
    known = _evidence()
    kin = _KIN.match(text, part.end) if part.kind != "geo" and len(part.words) == 1 else None
    if kin:
        return replace(part, kind="organisation", end=kin.end(), words=(*part.words, kin.group().strip()))
    counted = _MEMBERS.match(text, part.end) if part.words[-1] in known.indices else None
    if counted:
        words = (*part.words, counted.group().strip())
        return replace(part, kind="organisation", end=counted.end(), words=words, name=None)
    if part.kind == "person":
        return part
    local = part.kind == "place" or (part.name and part.name.type == "place" and not part.name.adjective)
    for pattern, fits in ((known.site, part.kind != "geo"), (known.region, local)):
        found = pattern.match(text, part.end) if fits else None
        if found:
            words = (*part.words, *found.group().split())
            kind: PartKind = "place" if pattern is known.region else "organisation"
            return replace(part, kind=kind, end=found.end(), words=words, name=None)
    return part


def _key(part: Part) -> tuple[str, ...]:
    return tuple(word.lower() for word in part.words)


def _best(votes: Votes) -> NameType | None:
    return max(votes, key=lambda kind: votes[kind], default=None)


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
    several = 2 <= len(part.words) <= 5 and part.words[0].lower() not in ORDINALS
    yield from _votes_before(text, part, several)
    yield from _votes_of_apposition(text, part)
    yield from _votes_after(text, part, several)
    given = part_words().given
    if several and part.words[0].split("-")[0] in given:
        yield "person", 3
    elif several and ((part.words[-1] in given and len(part.words) == 2) or _initialled(part.words)):
        yield "person", 2


def _initialled(words: Sequence[str]) -> bool:
    return len(words[0].strip(".")) == 1 and len(words[-1]) > 2


def _votes_before(text: str, part: Part, several: bool) -> Iterator[tuple[NameType, int]]:
    known = _evidence()
    if _QUALIFIED.search(text, max(part.start - 20, 0), part.start):
        yield "organisation", 4
    before = _BEFORE.search(text, max(part.start - 40, 0), part.start)
    if before is None:
        return
    word, mark, article = before[1].lower(), before[2], before[3]
    if word in known.roles and not article and mark in {"", ","}:
        yield ("organisation" if _is_in_trade(text, part, before, word, several) else "person"), 4
    elif mark == "," and several and text.startswith(",", part.end):
        described = text[max(part.start - _WINDOW, 0) : part.start].rpartition(". ")[2].lower().split()
        if not known.roles.isdisjoint(described):
            yield "person", 3
    elif mark:
        return
    elif word in known.speech - _HEARD and several and not article:
        yield "person", 2
    elif word in known.places:
        yield "place", 4
    elif word in known.companies or word in known.nouns:
        held = _OFFICE.search(text, max(part.start - _WINDOW, 0), part.start)
        office = held is not None and held[1].lower() in known.roles
        yield ("person", 4) if office and several else ("organisation", 4)
    elif word in known.not_after:
        yield "organisation", 1
    elif word == "of" and _word_before(text, before.start()) in known.places:
        yield "place", 4
    elif word in _EMPLOYS and _word_before(text, before.start()).lower().removesuffix("s") in known.roles:
        yield "organisation", 3
    elif word in known.prepositions and _word_before(text, before.start()) not in known.not_after:
        yield "organisation" if is_acronym(part.words[0]) and not several else "place", 2


def _is_in_trade(text: str, part: Part, before: re.Match[str], word: str, several: bool) -> bool:
    """Whether a name behind a trade with a word before it is a firm's: `salmon farmer Acme`.

    People are brought in by two names (`salmon farmer Ana Silva`), of which the first is no given name where
    the trade is mostly firms' (`cement producer Acme Stone`).
    """
    known = _evidence()
    if word not in (known.makers if several else known.both) or part.words[0] in part_words().given:
        return False
    goods = _word_before(text, before.start())
    return goods.isalpha() and not (several and goods.lower() in known.arts)


def _votes_of_apposition(text: str, part: Part) -> Iterator[tuple[NameType, int]]:
    """`Acme, the carmaker` and the like."""
    known = _evidence()
    apposition = _APPOSITION.match(text, part.end, min(part.end + _WINDOW, len(text)))
    if _LISTENER.search(text, max(part.start - _WINDOW, 0), part.start):
        return
    if apposition is None or not apposition[1].split() or apposition[1].startswith(("who ", "which ")):
        return
    following = text[apposition.end() : apposition.end() + _WINDOW].split(maxsplit=1)
    if not part.first and following and following[0].strip(",.") in known.speech:
        return
    head = apposition[1].split()[-1].lower()
    head = head if head in known.roles else head.rsplit("-", 1)[-1]
    if head in known.roles:
        yield "person", 4
    elif head in known.companies or head in known.nouns or head in part_words().works:
        yield "organisation", 4
    elif head in known.places:
        yield "place", 4


def _votes_after(text: str, part: Part, several: bool) -> Iterator[tuple[NameType, int]]:
    known = _evidence()
    window = min(part.end + _WINDOW, len(text))
    if _SEAT.match(text, part.end):
        yield "place", 4
    if known.legal.match(text, part.end):
        yield "organisation", _LEGAL
    if _AGE.match(text, part.end) or text.startswith(", who ", part.end):
        yield "person", 4
    elif text.startswith(", which ", part.end):
        yield "organisation", 2
    elif _SITUATED.match(text, part.end):
        yield "place", 2
    if not several and part.first and _told_of(text, part):
        yield "organisation", 2
    after = _AFTER.match(text, part.end, window)
    if after is None or after[1]:
        return
    word = after[2].lower()
    given = part.words[0] in part_words().given
    if several and len(part.words) <= 3 and part.first and _PRONOUN.match(text, part.end):
        yield "person", 2
    if word in known.speech and given is False and _WHENCE.search(text, max(part.start - 6, 0), part.start):
        return
    if word in known.speech and (several or given):
        yield "person", 4 if given else 2
    elif several and word in known.personal:
        yield "person", 2
    elif (word in known.acting and not part.words[-1].endswith("s")) or word in known.speech:
        yield "organisation", 2
    elif word in known.place_nouns:
        yield "place", 2
    elif word in known.roles and not part.possessive:
        yield "organisation", 3


def _told_of(text: str, part: Part) -> bool:
    """Whether what follows a lone word at the start of a sentence speaks of a firm, known or not.

    `Acme, the largest buyer, said`, and `Acme shares fell`, but not `Technology shares`.
    """
    apposition = _APPOSITION.match(text, part.end, min(part.end + _WINDOW, len(text)))
    if apposition is not None and text.startswith(", ", apposition.end()):
        verb = re.match(r", ([a-z]+)\b", text[apposition.end() : apposition.end() + _WINDOW])
        if verb is not None and verb[1] in _evidence().speech:
            return True
    return _PAPERS.match(text, part.end) is not None and part.words[0].lower() not in _evidence().trades


def _word_before(text: str, end: int) -> str:
    found = re.search(r"([\w-]+) *\Z", text[max(end - 30, 0) : end])
    return found[1].lower() if found else ""


def _decide(
    part: Part, votes: Votes, seen: bool, surnames: set[str], bodies: set[tuple[str, ...]]
) -> NameType | None:
    """The type with most votes; a lone word at the start of a sentence needs some evidence to be a name."""
    key = _key(part)
    lone = len(key) == 1
    best = _best(votes)
    if lone and key[0] in surnames:
        return "person"
    if key in bodies and not (best == "person" and votes[best] >= _SURE):
        return "organisation"
    if best and (votes[best] >= _LIKELY or seen):
        return "organisation" if best == "person" and lone and votes[best] < _SURE else best
    if lone and part.first and not seen:
        word = part.words[0]
        branded = _COINED.match(word) is not None
        branded = branded or word[0].islower() or sum(letter.isupper() for letter in word) > 1
        return "organisation" if part.possessive or branded else None
    return "organisation"
