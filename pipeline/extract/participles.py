"""What a bare participle describes: `the bridge built in 1990`, `the wind farm, built by a local firm`."""

from __future__ import annotations

from pipeline.extract.sentence import Sentence
from pipeline.model import Name

_TO_BE = 4
_LOOSE = ("acl", "advcl", "parataxis", "dep", "amod", "appos", "conj", "ROOT", "xcomp")
_OPENING = 4


def described(sentence: Sentence, verb: int) -> int | None:
    """The noun just before a past participle without subject, object and auxiliary; else None.

    What a tagger took for a past tense counts as one, also with a subject that a comma parts from it (`the
    lease, concluded in 1998, runs`): a finite verb would follow without one. A place or time between the two
    (`the forum in Lima attended by`) is passed over for the noun that it hangs on.
    """
    tree, roles = sentence.tree, sentence.roles
    label = tree.labels[verb].split(":")[0]
    if tree.tags[verb] not in ("VBN", "VBD"):
        return None
    if to_come(sentence, verb):
        return verb - 4
    opening = _opening(sentence, verb)
    if opening is not None:
        return opening
    told = _after_copula(sentence, verb)
    if told is not None:
        return told
    cut_off = _behind_comma(sentence, verb)
    if cut_off is not None:
        return cut_off
    if label not in _LOOSE:
        return None
    if label == "acl" and tree.labels[verb] != "acl":
        return None
    if tree.children(verb, "aux", "aux:pass", "obj", "nsubj", "nsubj:pass"):
        return None
    if tree.tags[verb] == "VBD" and _fronted(sentence, verb):
        return verb - 1
    if tree.tags[verb] == "VBD" and (label not in ("acl", "advcl", "xcomp") or tree.children(verb, "mark")):
        return None
    before = verb - 1
    while before >= 0 and (tree.tags[before] in (",", "RB") or tree.words[before] == ")"):
        before -= 1
    if before < 0 or not _ends_phrase(sentence, before):
        return None
    noun = _whole(sentence, before)
    if label == "acl" and roles.preposition(noun) == "of" and tree.heads[verb] == tree.heads[noun] < noun:
        noun = tree.heads[noun]  # `a letter of intent signed in May`
    if sentence.quantity(noun) is not None:
        return None
    while _is_setting(sentence, noun):
        above = tree.heads[noun]
        if above == noun or above > verb or not tree.tags[above].startswith("NN"):
            return None if sentence.is_period(noun) else noun  # `at the Lima Fair, held in May`
        noun = above
    return noun if roles.clause(noun) != noun or noun < verb else None


def to_come(sentence: Sentence, verb: int) -> bool:
    """Whether a participle tells what is yet to be done to the noun before it: `the fair, to be held in`."""
    tree = sentence.tree
    if tree.words[max(0, verb - 3) : verb] != (",", "to", "be") or verb < _TO_BE:
        return False
    return tree.tags[verb - 4].startswith("NN")


def _after_copula(sentence: Sentence, verb: int) -> int | None:
    """The noun that something is said to be, where its participle was taken for the verb of the sentence.

    `The result is a census carried out in May`, `its rival is Acme, opened in 2019`.
    """
    tree = sentence.tree
    subjects = tree.children(verb, "nsubj", "nsubj:pass", "nsubj:outer")
    copulas = [at for at in tree.children(verb, "cop", "aux:pass") if at < verb]
    if len(subjects) != 2 or len(copulas) != 1 or not subjects[0] < copulas[0] < subjects[1] < verb:
        return None
    return subjects[1]


def _fronted(sentence: Sentence, verb: int) -> bool:
    """Whether the noun before a verb without subject stands in a phrase in front: `Under a deal reached`."""
    tree = sentence.tree
    return verb - 1 in tree.children(verb, "obl") and sentence.roles.preposition(verb - 1) is not None


def _behind_comma(sentence: Sentence, verb: int) -> int | None:
    """The subject that a single comma parts from a verb without object, with another verb to follow."""
    tree = sentence.tree
    subjects = tree.children(verb, "nsubj")
    if len(subjects) != 1 or tree.words[verb - 1] != "," or tree.children(verb, "aux", "aux:pass", "obj"):
        return None
    subject = subjects[0]
    finite = [
        other
        for other in range(verb + 1, len(tree))
        if tree.words[other - 1] == ","
        and tree.tags[other] in ("VBZ", "VBD", "VBP", "VB")
        and not tree.children(other, "nsubj", "nsubj:pass")
    ]
    alone = "," not in tree.words[subject : verb - 1] and tree.tags[subject].startswith("NN")
    by_someone = tree.tags[verb] == "VBN" and bool(tree.children(verb, "obl:agent"))
    return subject if (finite or by_someone) and alone and subject < verb else None


def _ends_phrase(sentence: Sentence, token: int) -> bool:
    """Whether a noun phrase ends here: with a noun, or with what a tagger took for an adjective."""
    tree = sentence.tree
    if tree.tags[token].startswith("NN"):
        return True
    return tree.tags[token] == "JJ" and token > 0 and tree.tags[token - 1].startswith(("NN", "DT"))


def accompanying(sentence: Sentence, verb: int) -> int | None:
    """Who does what a present participle tells after `with`: `with local firms taking part`; else None."""
    tree = sentence.tree
    if tree.tags[verb] != "VBG" or tree.children(verb, "aux", "nsubj"):
        return None
    before = verb - 1
    while before >= 0 and tree.tags[before] == "RB":
        before -= 1
    if before < 0 or not tree.tags[before].startswith("NN"):
        return None
    noun = _whole(sentence, before)
    return noun if sentence.roles.preposition(noun) == "with" else None


def _whole(sentence: Sentence, token: int) -> int:
    """The head of the noun phrase that a token ends."""
    tree = sentence.tree
    while tree.labels[token].split(":")[0] in ("flat", "compound", "nummod") or (
        tree.labels[token] in ("nmod:unmarked", "nmod:desc")
    ):
        if tree.heads[token] == token:
            break
        token = tree.heads[token]
    return token


def _is_setting(sentence: Sentence, token: int) -> bool:
    name = sentence.name(token)
    where = isinstance(name, Name) and name.type in ("place", "country")
    if not (where or sentence.is_period(token)):
        return False
    return sentence.roles.preposition(token) is not None or sentence.is_period(token)


def _opening(sentence: Sentence, verb: int) -> int | None:
    """What a participle that opens a sentence describes, where the parse lost the verb behind that.

    `Launched in 2017, the corridor links 70 cities` with a noun `links`.
    """
    tree, main = sentence.tree, sentence.tree.heads[verb]
    if verb or main < _OPENING or tree.children(verb, "obj") or tree.children(main, "nsubj", "nsubj:pass"):
        return None
    start = main - 1
    while start > 0 and tree.tags[start].startswith(("NN", "JJ", "CD")):
        start -= 1
    whole = start < main - 1 and tree.tags[start] == "DT" and tree.words[start - 1] == ","
    return main - 1 if whole and tree.lowered[main].endswith("s") else None
