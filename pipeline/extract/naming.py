"""What a noun stands for, in the words of a claim, and of what kind it is."""

from __future__ import annotations

from functools import cache, lru_cache

from pipeline.extract.appositions import named_beside
from pipeline.extract.groups import seat_of, whole_of
from pipeline.extract.sentence import Sentence
from pipeline.rules.tables import table
from pipeline.rules.vocabulary import is_light

PRONOUNS = frozenset({
    "it", "they", "he", "she", "this", "that", "these", "those", "its", "their", "his", "her", "our", "we",
    "them", "which", "who", "whose", "i", "you", "us", "me", "him", "there", "one", "ones", "what", "all",
    "both", "each", "some", "my", "ours", "theirs",
})  # fmt: skip
_AT_LEAST = frozenset({"more", "fewer", "less", "least", "nearly", "almost", "about", "around", "roughly"})
_TRADES = ("ers", "ors")
_AT_HAND = 256
_BODY_OF = 2


@lru_cache(maxsize=_AT_HAND)
def party(sentence: Sentence, token: int) -> str | None:
    """Who or what a noun stands for, as a claim names it; None for a pronoun that is not resolved.

    A name gives its fullest form; a country's adjective on a common noun (`Chinese companies`, `the
    Indonesian side`) gives the country; any other noun phrase its own words without determiner.
    """
    name = sentence.name(token)
    if name is not None:
        return name.canonical
    tree, roles = sentence.tree, sentence.roles
    if tree.lowered[token] in PRONOUNS or sentence.is_period(token) or sentence.quantity(token):
        return None
    whole = whole_of(sentence, token)
    if whole is not None:
        return whole.canonical
    seat = seat_of(sentence, token)
    if seat is not None:
        return seat
    beside = named_beside(sentence, token)
    if beside is not None:
        return beside
    first, last = roles.noun_phrase(token)
    first = _behind_owner(sentence, first, token)
    if tree.tags[token].startswith("NNP"):
        first = _proper_from(sentence, first, token)
    word = tree.lowered[token]
    people = tree.tags[token] == "NNS" and word.endswith(_TRADES)
    if (word in _holders() or people) and not is_the_firm(sentence, first, token):
        for inner in range(first, last + 1):
            country = sentence.name(inner)
            if country is not None and country.type == "country" and (country.adjective or not people):
                return country.canonical
    return phrase_words(sentence, first, last) or None


def _behind_owner(sentence: Sentence, first: int, token: int) -> int:
    """Where a noun phrase begins without the name of whom it belongs to: `tea` in `Uganda's tea`."""
    owned = (
        at + 1
        for at in range(token - 1, first, -1)
        if sentence.tree.words[at] in ("'s", "’s") and sentence.name(at - 1) is not None
    )
    return next(owned, first)


def is_the_firm(sentence: Sentence, first: int, token: int) -> bool:
    """Whether a noun comes back to a firm told of before: `the Dutch company`."""
    known = table("phrases")["descriptions"].get(sentence.tree.lowered[token]) == "organisation"
    return known and sentence.tree.tags[token] == "NN" and sentence.tree.lowered[first] == "the"


def _proper_from(sentence: Sentence, first: int, token: int) -> int:
    """Where the proper nouns begin that end in a name unknown to us: `Acme` in `larger rival Acme`."""
    start = token
    while start > first and sentence.tree.tags[start - 1].startswith(("NNP", "HYPH")):
        start -= 1
    described = all(sentence.tree.words[at].islower() for at in range(first + 1, start))
    return start if described else first


def is_counted(sentence: Sentence, token: int) -> bool:
    """Whether a noun has its own figure right before it: `1,843 firefighters`, not `five-star hotels`."""
    tree = sentence.tree
    before = token - 1
    while before > 0 and tree.tags[before].startswith("JJ") and sentence.quantity(before) is None:
        before -= 1
    return before >= 0 and sentence.quantity(before) is not None


def is_abstract(sentence: Sentence, token: int) -> bool:
    """Whether a noun names no one whose figure it could be: a metric, a measure word, a report, a pronoun."""
    word = sentence.tree.lowered[token]
    return (
        word in PRONOUNS
        or word in _abstract()
        or is_light(word)
        or sentence.quantity(token) is not None
        or sentence.is_period(token)
    )


def is_worldwide(sentence: Sentence, token: int) -> bool:
    """Whether a noun is told of the whole world and of nobody in it: `world trade`, `global sales`."""
    tree = sentence.tree
    if token < 0 or not tree.parsed or sentence.roles.owner(token) is not None:
        return False
    first = sentence.roles.noun_phrase(token)[0]
    before = (at for at in range(first, token) if sentence.name(at) is None)
    return sentence.name(token) is None and any(
        tree.lowered[at] in table("phrases")["worldwide"] for at in before
    )


def is_business(sentence: Sentence, token: int) -> bool:
    """Whether a noun only tells what a body has to do with: `health` in `the ministry of health`."""
    tree = sentence.tree
    if tree.words[token - 1 : token] not in (("of",), ("for",)) or token < _BODY_OF:
        return False
    return tree.lowered[token - _BODY_OF] in table("phrases")["bodies"]


def is_deed(sentence: Sentence, token: int) -> bool:
    """Whether a noun's ending makes it a deed or a quality: `suspension`, `closures`, but no `stations`."""
    phrases, single = table("phrases"), sentence.tree.lowered[token].removesuffix("s")
    if sentence.name(token) is not None:
        return False
    return single.endswith(tuple(phrases["deed_endings"])) and not single.endswith(tuple(phrases["no_deeds"]))


@cache
def _abstract() -> frozenset[str]:
    return frozenset(table("phrases")["abstract"])


@cache
def _holders() -> frozenset[str]:
    return frozenset(table("phrases")["country_holders"])


def phrase_words(sentence: Sentence, first: int, last: int) -> str:
    """The words of a noun phrase without leading determiner, figures and periods."""
    tree = sentence.tree
    while first < last and (
        sentence.quantity(first) is not None
        or tree.words[first] == "-"
        or (tree.words[first - 1] == "-" and first > 1 and sentence.quantity(first - 2) is not None)
        or tree.tags[first] in ("DT", "PDT", "PRP$", "WP$", ",", ":", "IN", "CC", "RB", "CD")
        or sentence.is_period(first)
        or tree.lowered[first] in ("'s", "’s")
        or (tree.lowered[first] in _AT_LEAST and _before_figure(sentence, first))
    ):
        first += 1
    while first < last and sentence.quantity(last) is not None and tree.tags[last - 1] in ("NN", "NNS"):
        last -= 1  # `the capital 45`, but `Silo Six`
    return sentence.words(first, last)


def _before_figure(sentence: Sentence, token: int) -> bool:
    """Whether a figure comes next, or after `than`: `more` in `more than 40 firms`."""
    tree = sentence.tree
    after = token + 2 if tree.words[token + 1 : token + 2] == ("than",) else token + 1
    return after < len(tree) and sentence.quantity(after) is not None
