"""Whom or what an event is of that other words name: the holder of an office, the building told of before."""

from __future__ import annotations

from functools import cache

from pipeline.extract.naming import party, phrase_words
from pipeline.extract.sentence import Sentence
from pipeline.rules.inflect import noun_forms
from pipeline.rules.tables import table

_REACH = 10
_PASSED = ("NN", "IN", "DT", "CC", "JJ", "POS", "HYPH")


def titled(sentence: Sentence, token: int) -> str | None:
    """The person named behind an office: `the secretary of state for trade, Eva Lind, opened it`."""
    tree = sentence.tree
    if tree.tags[token] == "NNS" or tree.lowered[token] not in _offices():
        return None
    for at in range(token + 1, min(len(tree), token + _REACH)):
        name = sentence.name(at)
        if name is not None and name.type == "person":
            return name.canonical
        if tree.words[at] == "," and tree.words[token:at].count(",") == 0:
            continue
        if not tree.tags[at].startswith(_PASSED):
            return None
    return None


def told_before(sentence: Sentence, anchor: int) -> str | None:
    """What a clause about building takes up: the noun it describes, or the subject told of last."""
    tree, roles = sentence.tree, sentence.roles
    verb = roles.clause(anchor)
    if verb is not None and tree.labels[verb].startswith("acl") and tree.heads[verb] < anchor:
        noun = tree.heads[verb]
        above = tree.heads[noun]
        case = next(iter(roles.children(noun, "preposition")), 0)
        if case > 1 and tree.words[case - 1] == "," and tree.tags[case - 2].startswith("NN"):
            return _words(sentence, case - 2)  # `Kiln Park, on a hill, where construction began`
        inside = roles.preposition(noun) is not None and tree.labels[noun].startswith("nmod")
        noun = above if inside and above < noun and tree.tags[above].startswith("NN") else noun
        return _words(sentence, noun)
    subjects = [at for at in range(anchor) if tree.labels[at].startswith("nsubj") and at != anchor]
    for at in reversed(subjects):
        if tree.tags[at].startswith("NN") and _is_building(sentence, at):
            return _words(sentence, at)
    before = sentence.before
    if before is None or not before.tree.parsed or before.paragraph != sentence.paragraph:
        return None
    told = [at for at in range(len(before.tree)) if before.tree.labels[at].startswith(("nsubj", "obj"))]
    return next((_words(before, at) for at in told if _is_building(before, at)), None)


def taken_up(sentence: Sentence, pronoun: int) -> str | None:
    """The building that `it` stands for: the last subject or object before it that is one."""
    tree = sentence.tree
    told = [at for at in range(pronoun) if tree.labels[at].startswith(("nsubj", "obj"))]
    return next((_words(sentence, at) for at in reversed(told) if _is_building(sentence, at)), None)


def _is_building(sentence: Sentence, token: int) -> bool:
    """Whether a noun is of something built; a bare name may be."""
    name = sentence.name(token)
    if name is not None:
        return name.type in ("place", "organisation") and _last(name.canonical) in _works()
    return sentence.tree.lowered[token] in _works()


def _last(words: str) -> str:
    return words.split()[-1].lower()


def _words(sentence: Sentence, token: int) -> str | None:
    if sentence.name(token) is not None:
        return party(sentence, token)
    return phrase_words(sentence, *sentence.roles.noun_phrase(token))


@cache
def _offices() -> frozenset[str]:
    return frozenset(form for role in table("names/people")["roles"] for form in noun_forms(role))


@cache
def _works() -> frozenset[str]:
    return frozenset(form for noun in table("happenings")["built"] for form in noun_forms(noun))
