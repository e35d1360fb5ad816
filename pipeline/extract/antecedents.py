"""Who a pronoun stands for that the sentence before tells of: `Cotton had a bad year. Its exports fell`."""

from __future__ import annotations

from pipeline.extract.mood import is_saying
from pipeline.extract.naming import is_abstract, is_deed, party
from pipeline.extract.phrases import read_topic
from pipeline.extract.sentence import Sentence

_SINGULAR, _PLURAL = ("it", "its"), ("they", "their", "them")
_FURTHEST = 3


def antecedent_before(sentence: Sentence, pronoun: int) -> str | None:
    """Whom the sentences before tell of, as far as `it`, `its` or `their` may take that up; else None."""
    word = sentence.tree.lowered[pronoun]
    if word not in (*_SINGULAR, *_PLURAL) or _has_subject_before(sentence, pronoun):
        return None
    before = sentence.before
    for _ in range(_FURTHEST):
        if before is None or not before.tree.parsed or sentence.paragraph - before.paragraph > 1:
            return None
        subject = _told_of(before)
        if subject is None:
            return None
        if before.tree.lowered[subject] not in (*_SINGULAR, *_PLURAL):
            return _name(before, subject) if _agree(before, subject, word) else None
        before = before.before
    return None


def _has_subject_before(sentence: Sentence, pronoun: int) -> bool:
    """Whether the pronoun's own sentence has a subject before it, which it may stand for."""
    tree = sentence.tree
    return any(
        tree.labels[token].startswith("nsubj") and tree.tags[token].startswith("NN")
        for token in range(pronoun)
    )


def _told_of(sentence: Sentence) -> int | None:
    """The subject of a sentence; of what is said, where its verb only says so."""
    tree, roles = sentence.tree, sentence.roles
    root = tree.root
    if root is None:
        return None
    if is_saying(tree.words[root]):
        said = next(iter(tree.children(root, "ccomp", "parataxis")), None)
        root = root if said is None else said
    subject = roles.subject(root)
    return subject if subject is not None and tree.tags[subject].startswith(("NN", "PRP")) else None


def _agree(sentence: Sentence, subject: int, pronoun: str) -> bool:
    """Whether number and kind let a pronoun stand for a noun: no person, and no `its` of several."""
    name = sentence.name(subject)
    if name is not None:
        return name.type != "person"
    plural = sentence.tree.tags[subject] in ("NNS", "NNPS")
    return plural == (pronoun in _PLURAL)


def _name(sentence: Sentence, subject: int) -> str | None:
    """The party that a subject names; the owner of a metric."""
    if sentence.name(subject) is not None:
        return party(sentence, subject)
    below = read_topic(sentence, subject)
    if below.metric is not None or is_abstract(sentence, subject) or is_deed(sentence, subject):
        return below.subject
    return party(sentence, subject)
