"""How far a period reaches: which figures of a sentence share the time that one of its clauses tells."""

from __future__ import annotations

from pipeline.extract.mood import is_saying
from pipeline.extract.sentence import Sentence
from pipeline.extract.tree import Tree
from pipeline.rules.tables import table

_OTHER_TIME = ("before", "after", "until")


def out_of_reach(sentence: Sentence, figure: int, period: int) -> bool:
    """Whether a period belongs to a clause of its own that a figure stands outside of.

    So does one in a participle or relative clause (`the firm, founded in 1889, employs 300`) unless that
    describes the figure's own noun (`300 homes built in 1990`), and one in a clause of another tense
    (`it was founded in 1889 and employs 300`).
    """
    tree, roles = sentence.tree, sentence.roles
    theirs = roles.clause(period) if tree.parsed else None
    clause = roles.clause(figure)
    if theirs is None or clause is None:
        return False
    own = (figure, *tree.above(figure))
    told = tense(tree, theirs)
    if theirs not in own and _describes(
        tree, theirs, (*own[: own.index(clause)], *tree.children(figure, "nmod"))
    ):
        return told is not None and told != tense(tree, clause)
    while theirs not in own:
        above = roles.governor(theirs)
        if above is None or not _lends(sentence, theirs, above, told):
            return True
        theirs = above
    return _apart(sentence, own[: own.index(theirs) + 1])


def _describes(tree: Tree, verb: int, phrase: tuple[int, ...]) -> bool:
    """Whether a participle or relative clause tells of a noun in a phrase."""
    return tree.labels[verb].startswith("acl") and tree.heads[verb] in phrase


def _lends(sentence: Sentence, verb: int, above: int, told: str | None) -> bool:
    """Whether a clause lends its time upwards: `are due to open in 2030`, `rose or fell in May`."""
    tree = sentence.tree
    if tree.labels[verb] == "conj":
        infinitive = told is None and tree.tags[verb] != "VBG"
        return sentence.roles.own_subject(verb) is None and not infinitive and tense(tree, above) == told
    return tree.labels[verb] == "xcomp" or tree.words[verb].lower() in table("phrases")["comparing"]


def _apart(sentence: Sentence, path: tuple[int, ...]) -> bool:
    """Whether some clause between a figure and the clause of a period above it tells of another time."""
    tree = sentence.tree
    *inner, theirs = (step for step in path if sentence.roles.is_verb(step))
    told = tense(tree, theirs)
    for verb in inner:
        label = tree.labels[verb]
        if any(tree.words[mark].lower() in _OTHER_TIME for mark in tree.children(verb, "mark")):
            return True
        reported = is_saying(tree.words[theirs]) and not label.startswith(("acl", "conj"))
        comments = label != "conj" and bool(tree.children(verb, "cop"))
        own = tense(tree, verb)
        if own is not None and told is not None and own != told and not comments and not reported:
            return True
    return False


def tense(tree: Tree, verb: int) -> str | None:
    """`past`, `present` or `future` of a clause; None for one that tells none, as an infinitive."""
    helpers = tree.children(verb, "aux", "aux:pass", "cop")
    tags = {tree.tags[t] for t in (verb, *helpers)}
    if "MD" in tags:
        return "future"
    if tags & {"VBZ", "VBP"}:
        perfect = any(tree.words[t].lower() in ("has", "have", "'ve", "’ve") for t in helpers)
        return "past" if perfect else "present"
    return "past" if "VBD" in tags else None
