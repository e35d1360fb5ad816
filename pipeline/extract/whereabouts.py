"""Places that only tell where a thing is, where somebody comes from or is brought: they own no figure.

`The brewery in Brno made 9 tonnes`, `a lawyer from Turin won 9 percent`, `nine were flown to Milan`.
"""

from __future__ import annotations

from functools import lru_cache

from pipeline.extract.nouns import Noun, nouns
from pipeline.extract.senses import sense_of
from pipeline.extract.sentence import Sentence
from pipeline.rules.inflect import listed_verbs

_THINGS = frozenset({"facility", "building", "firm", "vehicle"})
_PEOPLE = frozenset({"person", "people"})
_IN = ("in", "at", "near", "outside", "from")
_OF = ("from", "of")
_TO = ("to", "in")
_AT_HAND = 8


@lru_cache(maxsize=_AT_HAND)
def whereabouts(sentence: Sentence) -> frozenset[str]:
    """The places that a sentence names for nothing else, and whither people are brought."""
    if not sentence.tree.parsed:
        return frozenset()
    where: dict[bool, set[str]] = {True: set(), False: set()}
    for noun in nouns(sentence):
        if noun.name is None or noun.name.type in ("place", "country"):
            where[_is_beside(sentence, noun)].add(noun.text)
    return frozenset(where[True] - where[False])


def _is_beside(sentence: Sentence, noun: Noun) -> bool:
    """Whether a place stands behind a thing, a single person or a verb of making or bringing."""
    tree, roles = sentence.tree, sentence.roles
    first = roles.coordinates(noun.head)[0]
    preposition, head = roles.preposition(first), tree.heads[first]
    if preposition is None:
        return False
    town = noun.name is None or noun.name.type == "place"
    if tree.lowered[head] in listed_verbs("holders", "bringing") and tree.tags[head] == "VBN" and town:
        return preposition in _TO
    if noun.name is None:
        return False
    if tree.lowered[head] in listed_verbs("holders", "making_aside") and tree.words[head - 1] == ",":
        return preposition == "in"
    if not town or sentence.name(head) is not None or not tree.tags[head].startswith("NN"):
        return False
    sense = sense_of(tree.lowered[head])
    single = sense in _PEOPLE and tree.tags[head] == "NN"
    return preposition in _OF if single else sense in _THINGS and preposition in _IN
