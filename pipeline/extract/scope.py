"""How far a period reaches: which figures of a sentence share the time that one of its clauses tells."""

from __future__ import annotations

from pipeline import edtf
from pipeline.extract.mood import is_saying, modality
from pipeline.extract.sentence import Sentence
from pipeline.extract.tree import Tree
from pipeline.model import Period
from pipeline.rules.tables import table

_NOUNS = ("nsubj", "obj", "obl", "nmod")
_TO_COME = ("planned", "expected")
_OCCASIONS = ("at", "during")
_ON_SAME_DAY = frozenset({"when", "after", "as"})
_OTHER_TIME = ("before", "after", "until")


def out_of_reach(sentence: Sentence, figure: int, period: int) -> bool:
    """Whether a period belongs to a clause of its own that a figure stands outside of.

    So does one in a participle or relative clause (`the mill, opened in 1905, has 40 looms`) unless that
    describes the figure's own noun (`60 barns put up in 1990`), and one in a clause of another tense
    (`it opened in 1905 and has 40 looms`).
    """
    tree, roles = sentence.tree, sentence.roles
    theirs = roles.clause(period) if tree.parsed else None
    clause = roles.clause(figure)
    if theirs is None or clause is None or describes(sentence, figure, period):
        return False
    own = (figure, *tree.above(figure))
    told = tense(tree, theirs)
    while theirs not in own:
        above = roles.governor(theirs)
        if period < theirs < figure and is_saying(tree.words[theirs]):
            return False  # `this year, says the board, it will be 5%`
        lends = above is not None and (
            _lends(sentence, theirs, above, told) or _at_once(sentence, theirs, above, told, period)
        )
        if above is None or not lends:
            return True
        told = told or ("future" if tree.tags[theirs] == "VB" else tense(tree, above))
        theirs = above
    return _apart(sentence, own[: own.index(theirs) + 1], fronted=period < theirs)


def _is_of_many(tree: Tree, verb: int, above: int) -> bool:
    """Whether a participle tells which things a past clause counts: `Homes built in May were 9% fewer`."""
    noun = tree.heads[verb]
    many = tree.labels[verb] == "acl" and tree.tags[verb] == "VBN" and tree.tags[noun] == "NNS"
    beside = noun + 1 == verb and verb < above and "," not in tree.words[verb:above]
    return many and beside and tense(tree, above) == "past"


def shares_day(sentence: Sentence, figure: int, verb: int) -> bool:
    """Whether a figure's clause is joined to another of the same tense: `fell on Monday, while oil rose`.

    So is one that tells of the same doer's act: `rose on Monday to close at $3`, `fell on Monday, losing 5%`,
    `killed 20 and hurt 60 on Monday`.
    """
    tree = sentence.tree
    clause = sentence.roles.clause(figure)
    while clause is not None and tree.labels[verb] == "xcomp" and tree.heads[verb] != clause:
        verb = tree.heads[verb]
    if clause is not None and not _ON_SAME_DAY.isdisjoint(_marks(sentence, verb, clause)):
        return tense(tree, clause) == "past"
    if clause is not None and tree.heads[verb] == clause and tree.labels[verb] == "conj":
        alike = sentence.roles.own_subject(verb) is None and tense(tree, clause) == tense(tree, verb)
        return alike or _shares_helper(tree, verb)
    if clause is None or tree.heads[clause] != verb:
        return False
    if tree.tags[clause] == "VBG" and tree.labels[clause] == "parataxis":
        return True  # `rose on Monday, the FTSE gaining 5%`
    result = tree.tags[clause] == "VB" and bool(tree.children(clause, "mark"))
    if (result or tree.tags[clause] == "VBG") and tree.labels[clause] == "advcl":
        aimed = result and modality(sentence, figure) in _TO_COME
        return sentence.roles.own_subject(clause) is None and not aimed
    if tense(tree, clause) != tense(tree, verb):
        return False
    marks = {tree.lowered[mark] for mark in tree.children(clause, "mark", "advmod")}
    return not marks.isdisjoint(("while", "when")) or (
        tree.labels[clause] == "conj" and bool(tree.children(clause, "cc"))
    )


def _shares_helper(tree: Tree, verb: int) -> bool:
    """Whether a participle behind `and` leaves out its helper: `9 were killed and 7 injured on Monday`."""
    bare = tree.tags[verb] in ("VBN", "VBD") and not tree.children(verb, "aux", "aux:pass", "obj")
    head = tree.heads[verb]
    return bare and tree.labels[verb] == "conj" and bool(tree.children(head, "aux:pass"))


def is_occasion(sentence: Sentence, noun: int) -> bool:
    """Whether a noun is the occasion of its clause, and of one time with it: `opened at a ceremony`."""
    return sentence.tree.labels[noun].startswith("obl") and sentence.roles.preposition(noun) in _OCCASIONS


def compares(sentence: Sentence, figure: int, period: int) -> bool:
    """Whether a period stands in a clause that hangs, joined by no `and`, from the clause of a figure."""
    tree = sentence.tree
    clause = sentence.roles.clause(figure)
    for step in (period, *tree.above(period)):
        if step in (clause, figure):
            return True
        if tree.labels[step] == "conj" and sentence.roles.is_verb(step):
            return False
    return False


def describes(sentence: Sentence, figure: int, period: int) -> bool:
    """Whether a period stands in a participle or relative clause that tells of the figure's own noun."""
    tree, roles = sentence.tree, sentence.roles
    theirs, clause = roles.clause(period), roles.clause(figure)
    if theirs is None or clause is None or not tree.labels[theirs].startswith("acl"):
        return False
    if tree.tags[tree.heads[theirs]] == "NNP":
        return False  # `9 points behind Silva, who has ruled since May`
    if any(tree.children(at, "case") for at in tree.children(theirs, "obl", "nmod") if tree.tags[at] == "WP"):
        return False  # `9 million people, of whom 300 fled in May`
    own = (figure, *tree.above(figure))
    phrase = (*own[: own.index(clause)], *tree.children(figure, "nmod"))
    told = tense(tree, theirs)
    return theirs not in own and tree.heads[theirs] in phrase and told in (None, tense(tree, clause))


def _lends(sentence: Sentence, verb: int, above: int, told: str | None) -> bool:
    """Whether a clause lends its time upwards: `are due to open in 2030`, `rose or fell in May`."""
    tree = sentence.tree
    if tree.labels[verb] == "conj":
        if _shares_helper(tree, verb):
            return True
        infinitive = told is None and tree.tags[verb] != "VBG"
        return sentence.roles.own_subject(verb) is None and not infinitive and tense(tree, above) == told
    if tree.tags[verb] == "VB" and tree.tags[above].startswith("JJ"):
        return True  # `available to rent in May`
    if _is_of_many(tree, verb, above):
        return True
    noun = tree.labels[verb].split(":")[0] in _NOUNS  # taken for a verb, as `output`
    return noun or tree.labels[verb] == "xcomp" or tree.lowered[verb] in table("phrases")["comparing"]


def _at_once(sentence: Sentence, verb: int, above: int, told: str | None, period: int) -> bool:
    """Whether what a clause tells of came at the time of the one above: `9 died when a mine blew up in May`.

    What comes `after` comes at the same time only where that is a day.
    """
    marks = _marks(sentence, verb, above)
    if told not in ("past", None) or tense(sentence.tree, above) != "past":
        return False
    mention = sentence.at[period]
    when = mention.value if mention is not None else None
    day = isinstance(when, Period) and when.role == "at" and edtf.grain(when.edtf or "2000") == "day"
    return "when" in marks or (day and not _ON_SAME_DAY.isdisjoint(marks))


def _marks(sentence: Sentence, verb: int, clause: int) -> set[str]:
    """The words that join a clause of time to another, also one that is taken for a participle."""
    tree = sentence.tree
    head = tree.heads[verb]
    if tree.labels[verb] == "advcl" and head == clause:
        return {tree.lowered[mark] for mark in tree.children(verb, "mark", "advmod") if mark < verb}
    occasion = (
        tree.labels[verb] == "acl" and tree.labels[head].startswith("obl") and tree.heads[head] == clause
    )
    return {sentence.roles.preposition(head) or ""} if occasion else set()


def _apart(sentence: Sentence, path: tuple[int, ...], fronted: bool) -> bool:
    """Whether some clause between a figure and the clause of a period above it tells of another time."""
    tree = sentence.tree
    *inner, theirs = (step for step in path if sentence.roles.is_verb(step))
    told = tense(tree, theirs)
    for verb in inner:
        label = tree.labels[verb]
        if any(tree.lowered[mark] in _OTHER_TIME for mark in tree.children(verb, "mark")):
            return True
        reported = is_saying(tree.words[theirs]) and not label.startswith(("acl", "conj"))
        comments = label != "conj" and bool(tree.children(verb, "cop"))
        own = tense(tree, verb)
        if label == "conj" and _came_first(tree, theirs) and not _came_first(tree, verb):
            return bool(tree.children(verb, "aux", "aux:pass", "nsubj"))
        if told == "past" and own == "future" and not fronted:
            return True
        if told == "past" and _aimed_at(sentence, verb, path[0]) and not tree.children(theirs, "aux:pass"):
            return True
        if own is not None and told is not None and own != told and not comments and not reported:
            return True
    return False


def _came_first(tree: Tree, verb: int) -> bool:
    """Whether a clause tells of a time before that of the others: `had passed a test in May`."""
    return tree.tags[verb] == "VBN" and any(tree.lowered[at] == "had" for at in tree.children(verb, "aux"))


def _aimed_at(sentence: Sentence, verb: int, figure: int) -> bool:
    """Whether a figure is of what somebody means to do: `agreed in May to buy 300 buses`."""
    tree = sentence.tree
    return tree.labels[verb] == "xcomp" and tree.tags[verb] == "VB" and modality(sentence, figure) in _TO_COME


def clause_tense(sentence: Sentence, token: int) -> str | None:
    """The tense of the clause that a token stands in; None without a parse."""
    verb = sentence.roles.clause(token) if sentence.tree.parsed else None
    return tense(sentence.tree, verb) if verb is not None else None


def tense(tree: Tree, verb: int) -> str | None:
    """`past`, `present` or `future` of a clause; None for one that tells none, as an infinitive."""
    helpers = tree.children(verb, "aux", "aux:pass", "cop")
    tags = {tree.tags[t] for t in (verb, *helpers)}
    if "MD" in tags:
        return "future"
    if tags & {"VBZ", "VBP"}:
        perfect = any(tree.lowered[t] in ("has", "have", "'ve", "’ve") for t in helpers)
        return "past" if perfect else "present"
    if tree.tags[verb] == "VB" and not helpers and not tree.children(verb, "mark"):
        return "present"  # `hold` taken for an infinitive
    return "past" if "VBD" in tags else None
