"""Modality and negation of a claim, from the words that its clause hangs on."""

from __future__ import annotations

from functools import cache
from itertools import islice

from pipeline.extract.sentence import Sentence
from pipeline.rules.inflect import phrase_forms
from pipeline.rules.tables import table

ORDER = ("possible", "planned", "expected")


@cache
def _cues() -> dict[str, str]:
    """Word -> modality; several-word cues are joined by spaces."""
    return {
        form: modality
        for modality, parts in table("modality").items()
        for part, phrases in parts.items()
        for phrase in phrases
        for form in phrase_forms(phrase, part)
    }


@cache
def _denying() -> frozenset[str]:
    return frozenset(form for verb in table("negation")["verbs"] for form in phrase_forms(verb, "verbs"))


@cache
def _negators() -> frozenset[str]:
    return frozenset(table("negation")["words"])


def chain(sentence: Sentence, token: int, limit: int = 8) -> list[int]:
    """Clause heads and governing nouns above a token, nearest first, up to where somebody says it."""
    tree = sentence.tree
    found = [token]
    for above in islice(tree.above(token), limit):
        below = found[-1]
        if tree.labels[below] in ("parataxis",) or (
            tree.labels[below] in ("ccomp",) and is_saying(tree.words[above])
        ):
            break
        due = tree.tags[below] == "VB" and tree.tags[above] == "JJ"
        if tree.labels[below].startswith("advcl") and tree.tags[below] not in ("VBG", "VBN") and not due:
            break
        if tree.labels[below].startswith("acl:relcl"):
            break
        found.append(above)
    return found


def is_saying(word: str) -> bool:
    """Whether a word is a form of a verb of saying."""
    return word.lower() in _saying()


def is_judging(word: str) -> bool:
    """Whether a word is a form of a verb whose subject puts a figure on what is others': `estimate`."""
    return word.lower() in _judging()


@cache
def _judging() -> frozenset[str]:
    return frozenset(
        form for verb in table("modality_stops")["judging"] for form in phrase_forms(verb, "verbs")
    )


@cache
def _saying() -> frozenset[str]:
    return frozenset(
        form for verb in table("modality_stops")["verbs"] for form in phrase_forms(verb, "verbs")
    )


def modality(sentence: Sentence, token: int) -> str:
    """`reported`, `expected`, `planned` or `possible` for the claim at a token."""
    tree = sentence.tree
    if not tree.parsed:
        return "reported"
    seen: list[str] = []
    for above in chain(sentence, token):
        words = [] if _is_project(sentence, above) else [tree.words[above].lower()]
        words += [
            tree.words[c].lower() for c in tree.children(above, "aux", "aux:pass", "advmod", "amod", "cop")
        ]
        following = [tree.words[t].lower() for t in range(above, min(above + 3, len(tree.words)))]
        words += [" ".join(following[:2]), " ".join(following[:3])]
        if tree.labels[above] in ("acl", "ROOT") and any(
            tree.words[c].lower() == "to" for c in tree.children(above, "mark")
        ):
            seen.append("expected")
        for child in tree.children(above, "cop", "aux"):
            nearby = [tree.words[t].lower() for t in range(child, min(child + 3, len(tree.words)))]
            words.append(" ".join(nearby[:2]))
            words.append(" ".join(nearby))
        seen += [cue for word in words if (cue := _cues().get(word)) is not None]
    subject = _subject_cue(sentence, token)
    if subject is not None:
        seen.append(subject)
    for modal in ORDER:
        if modal in seen:
            return modal
    return "reported"


def _subject_cue(sentence: Sentence, token: int) -> str | None:
    """What the subject of the clause says of its certainty: `The forecast is $45 billion`."""
    verb = sentence.roles.clause(token)
    subject = sentence.roles.own_subject(verb) if verb is not None else None
    if subject is None or _is_project(sentence, subject):
        return None
    return _cues().get(sentence.tree.words[subject].lower())


def _is_project(sentence: Sentence, token: int) -> bool:
    """Whether a word is the noun `project`, which is no projection."""
    tree = sentence.tree
    return tree.words[token].lower() in ("project", "projects") and tree.tags[token].startswith("NN")


def negated(sentence: Sentence, token: int) -> bool:
    """Whether the claim's own clause is denied, by a `not` in it or by a verb of denying above it."""
    tree = sentence.tree
    if not tree.parsed:
        return False
    if any(
        tree.words[above].lower() in _denying() for above in tree.above(token) if tree.labels[above] != "conj"
    ):
        return True
    clause = sentence.roles.clause(token)
    for anchor in {token, clause}:
        if anchor is None:
            continue
        for child in tree.children(anchor):
            if tree.labels[child].startswith("nsubj") and _is_nobody(sentence, child):
                return True
            if child < anchor and tree.words[child].lower() in ("neither", "nor"):
                return True
            if tree.words[child].lower() in _negators() and tree.labels[child] in (
                "advmod",
                "det",
                "cc:preconj",
                "neg",
            ):
                following = tree.words[child + 1].lower() if child + 1 < len(tree.words) else ""
                if following not in ("only", "just", "least", "more", "less", "fewer"):
                    return True
    return False


def _is_nobody(sentence: Sentence, token: int) -> bool:
    """Whether a subject is nobody: `no one has built`, `none has opened`."""
    tree = sentence.tree
    word = tree.words[token].lower()
    return word in ("nobody", "none", "no-one") or (
        word == "one" and token > 0 and tree.words[token - 1].lower() == "no"
    )
