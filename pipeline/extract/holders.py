"""Who holds a place in an ordering, and whose ordering it is."""

from __future__ import annotations

from collections.abc import Container

from pipeline.extract.sentence import Sentence
from pipeline.model import Ordinal
from pipeline.rules.inflect import listed_verbs
from pipeline.rules.tables import table

_INSIDE = ("amod", "compound", "det", "nummod", "advmod")
_FURTHEST = 13
_CLOSE = 6
_PHRASE = ("NN", "JJ", "CD", "HYPH", "RB", "DT", "PRP$", "POS", "FW")
_POSSESSIVE = ("'s", "’s", "'", "’")


def holder(sentence: Sentence, token: int) -> int | None:
    """Who is said to be what a noun names: its subject, apposition, the object of `make`, who is `as` it."""
    noun = _whole(sentence, token)
    found = _told_holder(sentence, token, noun)
    if found is not None and found < noun and _orders(sentence, found):
        found = _told_holder(sentence, found, found)  # `Brazil is the world's number one exporter`
        found = None if found == noun else found
    return _named_behind(sentence, noun) if found is None else found


def _orders(sentence: Sentence, token: int) -> bool:
    """Whether a token is a piece of an ordering word: `number` in `number one`."""
    mention = sentence.at[token]
    return mention is not None and isinstance(mention.value, Ordinal)


def _told_holder(sentence: Sentence, token: int, noun: int) -> int | None:
    """Who the parse tells to be what a noun names."""
    tree, roles = sentence.tree, sentence.roles
    made = _made(sentence, token)
    if made is not None:
        return made
    own = roles.own_subject(noun)
    if own is not None and own != token:
        return own
    if tree.labels[noun] == "conj":
        first = tree.heads[noun]
        if tree.tags[first].startswith("NN") and _between(sentence, first, noun):
            described = not tree.children(noun, "cc") and _named_before(sentence, noun) is not None
            return first if described else holder(sentence, first)
    if tree.labels[noun] == "appos" and tree.heads[noun] < noun:
        return tree.heads[noun]
    before = _named_before(sentence, noun)
    if before is not None:
        return before
    beside = [child for child in tree.children(noun, "appos") if _between(sentence, noun, child)]
    if beside:
        return beside[0]
    above = tree.heads[noun]
    if above < noun and tree.lowered[above] in table("holders")["owning"]:
        return holder(sentence, above)
    verb = roles.clause(noun)
    if verb is None or verb == noun:
        subject = roles.subject(noun) if verb == noun else None
        return subject if subject != noun else None
    if roles.preposition(noun) == "as":
        made = roles.object(verb)
        if made is not None and tree.lowered[made] in table("holders")["standing"]:
            made = None  # `regained its position as the largest`
        if made not in (None, noun) and not _takes_place(sentence, verb):
            return made
        return roles.doer(verb) or roles.subject(verb)
    subject = roles.subject(verb)
    if subject == noun:
        if tree.children(verb, "cop"):
            return verb if roles.preposition(verb) is None else None
        complement = tree.children(verb, "obj", "xcomp")
        return complement[0] if complement and tree.lowered[verb] in _being() else None
    if roles.passive(verb) and tree.lowered[verb] in listed_verbs("holders", "naming"):
        return subject
    if tree.labels[noun] in ("xcomp", "ccomp", "root", "ROOT") or tree.children(verb, "cop"):
        return subject
    made_up = tree.lowered[verb] in _making() and tree.words[verb + 1 : verb + 2] == ("up",)
    has = made_up or tree.lowered[verb] in listed_verbs("holders", "having") | _being()
    return subject if has else None


def _named_before(sentence: Sentence, noun: int) -> int | None:
    """The name that a noun between commas describes: `Peru` in `Peru, the largest buyer, wants`."""
    comma = _left(sentence, noun, (",",))
    if comma is None or comma == 0:
        return None
    name = sentence.name(comma - 1)
    if name is None or name.adjective:
        return None
    owned = sentence.tree.lowered[comma + 1] in ("its", "their")
    aside = owned or _is_aside(sentence, noun)
    return comma - 1 if aside or sentence.roles.preposition(comma - 1) is None else None


def _is_aside(sentence: Sentence, noun: int) -> bool:
    """Whether a comma ends the phrase of a noun, and no name comes behind that might hold the place."""
    tree = sentence.tree
    for token in range(noun + 1, min(len(tree) - 1, noun + _FURTHEST)):
        if tree.words[token] == ",":
            return sentence.name(token + 1) is None and tree.words[token + 1] not in ("and", "or")
        if tree.tags[token].startswith(("VB", "MD")):
            return False
    return False


def _named_behind(sentence: Sentence, noun: int) -> int | None:
    """The name between commas behind a noun and its `by`: `the biggest bank by assets, Astra, said`."""
    tree = sentence.tree
    for comma in range(noun + 1, min(len(tree) - 2, noun + _CLOSE)):
        if tree.words[comma] == ",":
            name = sentence.name(comma + 1)
            last = _last_of_name(sentence, comma + 1)
            ends = last + 1 < len(tree) and tree.words[last + 1] == ","
            return comma + 1 if name is not None and not name.adjective and ends else None
        if tree.tags[comma].startswith(("VB", "MD")) or sentence.name(comma) is not None:
            return None
    return None


def _left(sentence: Sentence, noun: int, marks: Container[str]) -> int | None:
    """The nearest of some marks before a noun, nothing but its phrase between; else None."""
    tree = sentence.tree
    for before in range(noun - 1, max(-1, noun - _FURTHEST - 1), -1):
        if tree.words[before] in marks:
            return before
        inside = _orders(sentence, before) or tree.words[before : before + 2] == ("by", "far")
        if not inside and not tree.tags[before].startswith(_PHRASE):
            return None
    return None


def _takes_place(sentence: Sentence, verb: int) -> bool:
    return sentence.tree.lowered[verb] in listed_verbs("holders", "overtaking")


def _whole(sentence: Sentence, token: int) -> int:
    tree = sentence.tree
    while tree.labels[token].split(":")[0] in _INSIDE and tree.heads[token] > token:
        token = tree.heads[token]
    return token


def _between(sentence: Sentence, first: int, second: int) -> bool:
    """Whether two nouns stand in one clause, as far as marks tell."""
    words = sentence.tree.words[min(first, second) : max(first, second)]
    return not any(word in (";", ":", ".") for word in words)


def _made(sentence: Sentence, token: int) -> int | None:
    """Who is made something: the first noun after `make`, where the noun's owner comes only after it."""
    tree = sentence.tree
    before = range(token - 1, max(-1, token - _FURTHEST - 1), -1)
    verb = next((t for t in before if tree.lowered[t] in _making()), None)
    if verb is None or any(tree.words[t] in (",", ";", ":", "up") for t in range(verb + 1, token)):
        return None  # `making up the largest group` makes no one else the holder
    for first in range(verb + 1, token):
        if tree.tags[first].startswith(("NN", "PRP")) and tree.tags[first] != "PRP$":
            last = _last_of_name(sentence, first)
            if tree.words[last + 1] in _POSSESSIVE:
                return None
            if (
                tree.labels[first] == "compound"
                and sentence.name(first) is None
                and sentence.name(last + 1) is None
            ):
                return None
            return first if sentence.name(first) is not None else last
    return None


def _last_of_name(sentence: Sentence, token: int) -> int:
    return sentence.extent(token)[1] if sentence.name(token) is not None else token


def owner(sentence: Sentence, token: int) -> int | None:
    """Whose ordering it is: the possessor of the noun, or of the noun that it is joined to."""
    roles, tree = sentence.roles, sentence.tree
    found = roles.owner(token)
    if found is None and tree.labels[token].split(":")[0] in ("amod", "compound", "nummod", "det"):
        token = tree.heads[token]
        found = roles.owner(token)
    if (found is None or tree.tags[found] == "PRP$") and tree.labels[token] == "conj":
        found = roles.owner(tree.heads[token])
    if found is None:
        return _possessor_before(sentence, token)
    mark = next((t for t in range(found, token) if tree.words[t] in _POSSESSIVE), None)
    if mark is not None and mark > found and sentence.name(mark - 1) is not None:
        return mark - 1
    return found


def _possessor_before(sentence: Sentence, token: int) -> int | None:
    """The name before the possessive mark that stands before a noun and its adjectives."""
    mark = _left(sentence, token, _POSSESSIVE)
    return mark - 1 if mark and sentence.name(mark - 1) is not None else None


def _making() -> frozenset[str]:
    return listed_verbs("holders", "making")


def _being() -> frozenset[str]:
    return listed_verbs("holders", "being")
