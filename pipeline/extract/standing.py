"""Claims that stand apart from the clause around them: participles and appositions have their own time."""

from __future__ import annotations

from pipeline.extract.drafts import Draft
from pipeline.extract.nearness import timed
from pipeline.extract.participles import described
from pipeline.extract.scope import is_occasion
from pipeline.extract.sentence import Sentence
from pipeline.extract.undertakings import infinitive

_PRESENT = ("VBZ", "VBP")


def stands_apart(draft: Draft) -> bool:
    """Whether a draft takes neither time nor mood from the clause around it.

    So do participles that describe a noun (`the bridge, built in 1990, carries ...`), ranks in apposition
    (`Ghana, the largest buyer, bought ...`) or in the present tense.
    """
    sentence = draft.sentence
    tree = sentence.tree
    if not tree.parsed:
        return False
    if draft.kind == "event":
        if infinitive(sentence, draft.trigger):  # `the bridge, to be built in 2030, ...`
            return False
        helped = tree.children(draft.trigger, "aux", "aux:pass", "nsubj", "nsubj:pass")
        loose = (
            tree.tags[draft.trigger] == "VBN"
            and tree.labels[draft.trigger] in ("acl", "advcl")
            and not helped
        )
        noun = described(sentence, draft.trigger)
        return (loose or noun is not None) and (noun is None or not is_occasion(sentence, noun))
    if draft.kind == "rank":
        return _rank_apart(sentence, draft.slots.get("metric", draft.token))
    return draft.kind == "trend" and tree.labels[draft.trigger] == "amod"


def _rank_apart(sentence: Sentence, noun: int) -> bool:
    tree = sentence.tree
    if tree.labels[noun] == "appos" or _set_off(sentence, noun):
        return True
    copulas = tree.children(noun, "cop")
    if copulas:
        return all(tree.tags[copula] in _PRESENT for copula in copulas)
    verb = sentence.roles.clause(noun)
    if verb is None:
        return True
    if tree.labels[noun] in ("obj", "xcomp", "nsubj", "conj", "obl"):
        return tree.tags[verb] in _PRESENT and not tree.children(verb, "aux")
    return True


def _set_off(sentence: Sentence, noun: int) -> bool:
    """Whether a noun phrase stands between commas behind a noun, whatever the parser makes of it."""
    tree = sentence.tree
    first, last = tree.subtree(noun)
    first -= tree.words[first] != ","
    behind = tree.words[last + 1] if last + 1 < len(tree.words) else "."
    opens = first > 0 and tree.words[first] == "," and tree.tags[first - 1].startswith("NN")
    determined = tree.lowered[min(first + 1, last)] in ("its", "the", "their", "his", "her")
    return opens and determined and behind in (",", ".", ")")


def own_period(draft: Draft) -> str | None:
    """The EDTF of the period that follows an apart claim without a comma between, or None."""
    sentence = draft.sentence
    tree = sentence.tree
    place = max(draft.token, draft.slots.get("metric", draft.token))
    for item in timed(sentence):
        if item.first <= place or not item.period.edtf:
            continue
        between = tree.words[place + 1 : item.first]
        if any(word in (",", ";", ":", "(", ")", "-", "—", "–") for word in between) or len(between) > 9:
            return None
        return item.period.edtf
    return None


def windows(draft: Draft) -> frozenset[int]:
    """First tokens of the periods that bound the window of a record: `1990` in `the highest since 1990`."""
    sentence = draft.sentence
    words = sentence.tree.lowered
    start = min(draft.token, draft.slots.get("rank", draft.token))
    return frozenset(
        item.first
        for item in timed(sentence)
        if item.first > start and (item.period.role == "since" or "since" in words[start : item.first])
    )
