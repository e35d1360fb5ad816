"""What a relative clause leaves to its noun: `the pact both signed`, `the mill which he runs`."""

from __future__ import annotations

from pipeline.extract.senses import sense_of
from pipeline.extract.sentence import Sentence

_PRONOUNS = frozenset({"which", "that", "who", "whom"})
_WHERE = frozenset({"where", "when", "why", "how"})
_OWNERS = frozenset({
    "firm", "body", "group", "state", "place", "venue", "facility", "line", "vehicle", "building", "project",
    "event", "person", "people",
})  # fmt: skip
_RELATIVE = ("acl", "acl:relcl")


def stands_for(sentence: Sentence, token: int) -> int:
    """The noun that a relative pronoun stands for, wherever its clause puts it; any other token is itself."""
    tree, roles = sentence.tree, sentence.roles
    if tree.lowered[token] not in _PRONOUNS or not tree.tags[token].startswith(("W", "IN")):
        return token
    for above in tree.above(token):
        if tree.labels[above] in _RELATIVE and tree.heads[above] < token:
            return _described(sentence, tree.heads[above])
    before = token - 1
    while before > 0 and (tree.words[before] == "," or roles.has(before, "preposition")):
        before -= 1
    return before if tree.tags[before].startswith("NN") else token


def left_out(sentence: Sentence, verb: int) -> int | None:
    """The noun described by a clause with a subject and no pronoun: `the mill they built in 1990`."""
    tree, roles = sentence.tree, sentence.roles
    if tree.labels[verb] not in _RELATIVE or roles.passive(verb):
        return None
    noun, subject = tree.heads[verb], roles.own_subject(verb)
    if subject is None or not noun < subject < verb or not tree.tags[noun].startswith("NN"):
        return None
    between = set(tree.lowered[noun + 1 : subject])
    if between & _WHERE or ("," in between and not between & _PRONOUNS):
        return None
    return _described(sentence, noun)


def is_measured_by_clause(sentence: Sentence, noun: int | None) -> bool:
    """Whether a noun is no owner and has a relative clause right behind it: `bonds, which came to $9m`."""
    words = sentence.tree.lowered
    if noun is None or sense_of(words[noun]) in _OWNERS:
        return False
    return "which" in words[noun + 1 : noun + 2] or words[noun + 1 : noun + 3] == (",", "which")


def _described(sentence: Sentence, noun: int) -> int:
    """The noun that a clause describes: not its place or time (`the fair in Lima which they held`)."""
    tree = sentence.tree
    name = sentence.name(noun)
    setting = sentence.is_period(noun) or (name is not None and name.type in ("place", "country"))
    above = tree.heads[noun]
    held = setting and above < noun and tree.tags[above].startswith("NN")
    return above if held and sentence.roles.preposition(noun) in ("in", "at", "near") else noun
