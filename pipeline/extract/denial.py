"""Whether a claim is denied, or only not confirmed, by the words that its clause hangs on."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from pipeline.extract.sentence import Sentence
from pipeline.rules.inflect import listed_verbs
from pipeline.rules.tables import table

_BOUNDING = ("only", "just", "least", "more", "less", "fewer")
_MARKS = (":", ";")


def _forms(key: str) -> frozenset[str]:
    return listed_verbs("negation", key)


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(table("negation")[key])


def negated(sentence: Sentence, token: int) -> bool:
    """Whether the claim's own clause is denied: by a `not` before it, by what nobody expects, or by a verb of
    denying above it.
    """
    tree = sentence.tree
    if not tree.parsed or doubted(sentence, token):
        return False
    if tree.labels[token] == "acl" and tree.tags[token] == "VBN":
        return _denies(sentence, token, token)
    complements = list(_complements(sentence, token))
    if any(_is_denied(sentence, token, above) for above in complements):
        return True
    anchors = {token, sentence.roles.clause(token)}
    if any(_is_let_be(sentence, above) for above in (token, *complements)):
        return False
    if any(_fails(sentence, anchor) for anchor in anchors if anchor is not None):
        return True
    if any(_is_untrue(sentence, above, token) for above in complements):
        return True
    return any(_denies(sentence, anchor, token) for anchor in anchors if anchor is not None) or any(
        _denies(sentence, above, token) for above in complements if tree.lowered[above] in _forms("raising")
    )


def _is_denied(sentence: Sentence, token: int, verb: int) -> bool:
    """Whether a verb of denying has a figure in what it denies, not beside it: `denied that 9 had left`.

    What is only rejected is denied where a clause tells it, no offer and no bill is; nor what a phrase tells
    of somebody in that clause (`that its budget, worth $9 million, was to blame`).
    """
    tree = sentence.tree
    refused = _is_form(sentence, verb, "verbs")
    rejected = _is_form(sentence, verb, "rejecting") and tree.tags[verb].startswith("VB")
    if not refused and not rejected:
        return False
    path = [token, *tree.above(token)]
    labels = [tree.labels[at].split(":")[0] for at in path[: path.index(verb)]]
    if token < verb and "nsubj:pass" not in (tree.labels[at] for at in path[: path.index(verb)]):
        return False
    verbs = (at for at, label in enumerate(labels) if label in ("ccomp", "acl"))
    clause = next((at for at in verbs if tree.words[path[at]] != "worth"), None)
    if clause is None:
        taken = path[path.index(verb) - 1]
        told = tree.lemmas[taken] in _words("hearsay") and "acl" not in labels
        return refused or told
    return not {"amod", "appos"} & set(labels[:clause]) and "acl" not in labels[clause + 1 :]


def _is_form(sentence: Sentence, verb: int, key: str) -> bool:
    """Whether a word, or it and the next, is a form of a verb under a key: `ruled out`."""
    words = sentence.tree.lowered[verb : verb + 2]
    return words[0] in _forms(key) or " ".join(words) in _forms(key)


def _is_not(sentence: Sentence, token: int) -> bool:
    """Whether a `not` hangs on a word."""
    tree = sentence.tree
    return any(tree.lowered[child] in _words("words") for child in tree.children(token, "advmod", "neg"))


def _is_let_be(sentence: Sentence, verb: int) -> bool:
    """Whether a verb of hindering is itself denied: `did not prevent a fall of 9`."""
    return _is_form(sentence, verb, "hindering") and _is_not(sentence, verb)


def _is_untrue(sentence: Sentence, above: int, token: int) -> bool:
    """Whether a clause with `that` is called false: `it is not true that 9 died`."""
    tree = sentence.tree
    clauses = [at for at in (token, *tree.above(token)) if at != above and tree.heads[at] != at]
    if not any(tree.lowered[mark] == "that" for at in clauses for mark in tree.children(at, "mark")):
        return False
    return tree.lowered[above] in _words("true" if _is_not(sentence, above) else "untrue")


def _fails(sentence: Sentence, verb: int) -> bool:
    """Whether a verb hangs on one of not coming about: `failed to grow`, `is yet to grow`, or is set aside:
    `far from growing`.
    """
    tree = sentence.tree
    if is_yet_to(sentence, verb) or _is_aside(sentence, verb):
        return True
    head = tree.heads[verb]
    return tree.labels[verb] == "xcomp" and head < verb and tree.lowered[head] in _forms("failing")


def _is_aside(sentence: Sentence, verb: int) -> bool:
    """Whether a verb stands behind words that set it aside: `instead of growing`."""
    tree = sentence.tree
    before = " ".join(tree.lowered[max(0, verb - 2) : verb])
    return tree.tags[verb].startswith("VB") and before in _words("asides")


def is_yet_to(sentence: Sentence, verb: int) -> bool:
    """Whether a verb has not come about so far: `is yet to recover`."""
    return sentence.tree.lowered[max(0, verb - 2) : verb] == ("yet", "to")


def doubted(sentence: Sentence, token: int) -> bool:
    """Whether somebody does not confirm the claim, or does not deny it: `declined to confirm that`."""
    tree = sentence.tree
    for above in tree.above(token) if tree.parsed else ():
        if not _is_form(sentence, above, "verbs") and not _is_form(sentence, above, "confirming"):
            continue
        heads = {above, tree.heads[above]} if tree.labels[above] in ("conj", "xcomp") else {above}
        if any(
            tree.lowered[head] in _forms("refusing")
            or any(tree.lowered[child] in _words("words") for child in tree.children(head))
            or _is_aside(sentence, above)
            or any(_is_nobody(sentence, child) for child in tree.children(head, "nsubj"))
            for head in heads
        ):
            return True
    return False


def _complements(sentence: Sentence, token: int) -> Iterator[int]:
    """The words above a token of which its clause tells the content, up to a clause of another kind."""
    tree = sentence.tree
    below = token
    for above in tree.above(token):
        clause = tree.labels[below].split(":")[0]
        if clause in ("advcl", "parataxis") or (clause == "conj" and sentence.roles.is_verb(below)):
            return
        yield above
        below = above


def _denies(sentence: Sentence, anchor: int, token: int) -> bool:
    tree = sentence.tree
    if any(tree.lowered[helper] in _words("obliging") for helper in tree.children(anchor, "aux")):
        return False
    for child in tree.children(anchor):
        if any(tree.lowered[at] in _words("bounds") for at in range(child + 1, token)):
            continue
        word = tree.lowered[child]
        if child < anchor and word == "longer" and tree.lowered[child - 1] == "no":
            return True
        if any(mark in tree.words[child:token] for mark in _MARKS):
            continue
        if tree.labels[child].startswith("nsubj") and _is_nobody(sentence, child):
            return True
        if child < anchor and word in ("neither", "nor"):
            return True
        if child > token and not sentence.roles.is_verb(token):
            continue
        if word in _words("words") and tree.labels[child] in ("advmod", "det", "cc:preconj", "neg"):
            following = tree.lowered[child + 1] if child + 1 < len(tree.words) else ""
            if following not in _BOUNDING:
                return True
    return False


def _is_nobody(sentence: Sentence, token: int) -> bool:
    """Whether a subject is nobody: `no one has built`, `none has opened`."""
    tree = sentence.tree
    word = tree.lowered[token]
    for child in tree.children(token, "det"):
        if tree.lowered[child] == "neither":
            return True
        if tree.lowered[child] == "no" and tree.lowered[child + 1] not in _BOUNDING:
            return True
    return word in ("nobody", "none", "no-one") or (
        word == "one" and token > 0 and tree.lowered[token - 1] == "no"
    )
