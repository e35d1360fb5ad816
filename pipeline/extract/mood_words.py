"""The words that tell how sure a figure is, from `patterns/modality.yaml` and `modality_stops.yaml`."""

from __future__ import annotations

from functools import cache

from pipeline.extract.sentence import Sentence
from pipeline.rules.inflect import phrase_forms
from pipeline.rules.tables import table

_FEW = 4


@cache
def cues() -> dict[str, str]:
    """Word -> modality; several-word cues are joined by spaces."""
    return {
        form: modality
        for modality, parts in table("modality").items()
        for part, phrases in parts.items()
        for phrase in phrases
        for form in phrase_forms(phrase, part)
    }


@cache
def nouns() -> dict[str, str]:
    """Noun -> modality of the figure that it tells: `forecast`."""
    return {
        form: modality
        for modality, parts in table("modality").items()
        for noun in parts.get("nouns", ())
        for form in phrase_forms(noun, "nouns")
    }


@cache
def gerunds() -> dict[str, str]:
    """What the two words right before a participle in `-ing` tell of it: `close to`."""
    told = table("modality_stops")["gerunds"]
    return {phrase: modality for modality, phrases in told.items() for phrase in phrases}


@cache
def listed(key: str) -> frozenset[str]:
    """The words under a key of `patterns/modality_stops.yaml`."""
    return frozenset(table("modality_stops")[key])


def no_surprise(sentence: Sentence, token: int) -> bool:
    """Whether a word only tells what was looked for before: `a bigger than expected loss`, `a wanted man`."""
    before = sentence.tree.words[max(token - 2, 0) : token]
    if sentence.tree.lowered[token] in listed("sought"):
        return sentence.tree.labels[token] == "amod"
    return before[-1:] == ("than",) or before == ("than", "-")


def tells_weight(sentence: Sentence, token: int) -> bool:
    """Whether `weigh` is no deliberation but tells how heavy something is: `weighed some 400 kg`."""
    behind = range(token + 1, min(token + _FEW, len(sentence.tree.words)))
    figures = (sentence.quantity(at) for at in behind)
    return sentence.tree.lemmas[token] == "weigh" and any(one and one.type == "quantity" for one in figures)


def counts(sentence: Sentence, token: int, noun: int) -> bool:
    """Whether a figure counts a noun, which then is there: `hit 12 targets`, not `a target of 12 percent`."""
    tree, quantity = sentence.tree, sentence.quantity(token)
    own = tree.heads[token] == noun != token and tree.labels[token] == "nummod"
    return own and quantity is not None and quantity.unit is None


def carries(sentence: Sentence, verb: int, below: int) -> bool:
    """Whether a figure tells what somebody has with him on the way: `was heading for Oslo with 90 aboard`."""
    tree = sentence.tree
    cases = [tree.lowered[case] for case in tree.children(below, "case")]
    return tree.lemmas[verb] == "head" and cases == ["with"]


def is_project(sentence: Sentence, token: int) -> bool:
    """Whether a word is the noun `project`, which is no projection, or another such: `demand`."""
    tree = sentence.tree
    return tree.lowered[token] in listed("nouns_too") and tree.tags[token].startswith("NN")
