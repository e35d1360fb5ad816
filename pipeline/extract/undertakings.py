"""What somebody takes upon himself or asks for: figures of contracts, offers, permits, demands and drafts."""

from __future__ import annotations

from pipeline.extract.mood_words import cues, listed
from pipeline.extract.senses import sense_counted, sense_of
from pipeline.extract.sentence import Sentence
from pipeline.rules.inflect import listed_verbs

_SUBJECTS = ("nsubj", "nsubj:pass", "nsubj:outer")
_DISTANT = 8


def promised(sentence: Sentence, above: int, below: int) -> bool:
    """Whether a figure tells what a deal is for (`a contract to build 9 ships`, `signed a deal with Acme for
    9 ships`), what a permit or an offer is of, or what holds under one.
    """
    tree = sentence.tree
    brought = {tree.lowered[at] for at in tree.children(below, "case", "mark")}
    taken = [noun for noun in tree.children(above, "obj") if noun < below]
    if above != below and _is_of_deal(sentence, above, taken, brought):
        return True
    if not tree.tags[above].startswith("VB"):
        return False
    subject = tree.child(above, *_SUBJECTS)
    if subject is None and tree.labels[above] == "conj":
        subject = tree.child(tree.heads[above], *_SUBJECTS)
    if subject is not None and below > above and _is_draft(sentence, subject):
        holds = tree.lowered[above] in listed_verbs("modality_stops", "holding")
        return holds or not is_told(sentence, above)
    if is_told(sentence, above) or _is_done(sentence, above):
        return False
    under = (noun for noun in tree.children(above, "obl") if tree.lowered[noun] in listed("deals"))
    return any(tree.lowered[case] == "under" for noun in under for case in tree.children(noun, "case"))


def _is_of_deal(sentence: Sentence, above: int, taken: list[int], brought: set[str]) -> bool:
    """Whether a phrase brought in by some prepositions is of a deal, a permit or an aim that a verb takes."""
    tree = sentence.tree
    if brought.isdisjoint(("for", "to", "on", "at")):
        return False
    if tree.children(above, "cop"):
        taken = [*taken, *tree.children(above, "nsubj")]
    words = {tree.lowered[noun] for noun in (above, *taken)}
    words |= {tree.lowered[at] for at in tree.children(above, "advmod")}  # `the go-ahead`
    if "on" in brought and not words.isdisjoint(listed("sights")):
        return True
    if not brought.isdisjoint(("for", "to")) and not words.isdisjoint(listed("deals") | listed("permits")):
        return True
    return "at" in brought and not listed("permits").isdisjoint(tree.lowered[noun] for noun in taken)


def permitted(sentence: Sentence, above: int, below: int) -> bool:
    """Whether somebody lets a deed be done that a figure is of: `approved the construction of 9 dams`."""
    tree = sentence.tree
    lets = tree.lowered[above] in listed_verbs("modality_stops", "permitting")
    return lets and tree.labels[below] in ("obj", "nsubj:pass") and tree.lemmas[below] in listed("deeds")


def demanded(sentence: Sentence, verb: int) -> bool:
    """Whether a clause tells what is to be done: `ordered that 9 ships be built`, `should be cut by 9%`."""
    tree = sentence.tree
    marks = [tree.lowered[mark] for mark in tree.children(verb, "mark")]
    helpers = tree.children(verb, "aux", "aux:pass", "cop")
    words = [tree.lowered[at] for at in helpers]
    if words == ["should", "be"] and tree.tags[verb] == "VBN":
        return tree.lowered[verb] not in listed_verbs("modality_stops", "arriving")
    bare = tree.lowered[helpers[0]] == "be" if helpers else tree.tags[verb] == "VB"
    return tree.labels[verb] == "ccomp" and marks == ["that"] and bare


def undertaken(sentence: Sentence, above: int, below: int) -> bool:
    """Whether somebody is only about to do what an infinitive tells: `offered to buy`, not `began to`."""
    tree = sentence.tree
    if above == below or tree.labels[below] != "xcomp" or not tree.tags[above].startswith("VB"):
        return False
    told = ("factual", "verbs", "judging")
    if tree.lowered[below] in listed_verbs("modality_stops", "imposed") and tree.lemmas[above] == "order":
        return False  # a court's order, which is there
    done = any(tree.lowered[above] in listed_verbs("modality_stops", key) for key in told)
    return infinitive(sentence, below) and not done


def infinitive(sentence: Sentence, verb: int) -> bool:
    """Whether a verb stands behind `to`; a name there is where something goes."""
    tree = sentence.tree
    return sentence.name(verb) is None and any(
        tree.lowered[mark] == "to" for mark in tree.children(verb, "mark")
    )


def befallen(sentence: Sentence, verb: int, subject: int) -> bool:
    """Whether a wish or a call befalls people who are there: `500 residents were urged to leave`.

    Who or what `was targeted` is there as well.
    """
    tree = sentence.tree
    if tree.tags[verb] not in ("VBN", "VBD") or not tree.children(verb, "aux:pass"):
        return False
    if tree.labels[subject] != "nsubj:pass" or tree.heads[subject] != verb:
        return False
    word, quantity = tree.lowered[verb], sentence.quantity(subject)
    counted = sense_counted(quantity) if quantity is not None else sense_of(tree.lowered[subject])
    if word in listed_verbs("modality_stops", "hitting"):
        return is_told(sentence, verb) or _is_done(sentence, verb)
    return word in listed_verbs("modality_stops", "calling") and counted in ("people", "person", "group")


def is_told(sentence: Sentence, verb: int) -> bool:
    """Whether a verb stands in the past tense: nobody expects what was."""
    tree = sentence.tree
    helpers = tree.children(verb, "aux", "aux:pass", "cop")
    return tree.tags[helpers[0] if helpers else verb] == "VBD"


def _is_done(sentence: Sentence, verb: int) -> bool:
    """Whether a verb stands in the perfect: `Under the contract it has trained 9 drivers`."""
    tree = sentence.tree
    return any(tree.lowered[at] in ("has", "have") for at in tree.children(verb, "aux"))


def _is_draft(sentence: Sentence, noun: int) -> bool:
    """Whether a noun means what is only drawn up (`The bill sets the tax at 9%`, `the proposed law`)."""
    tree = sentence.tree
    told = (cues().get(tree.lowered[each]) for each in tree.children(noun, "amod"))
    return tree.lowered[noun] in listed("drafts") or "planned" in told


def resolved(sentence: Sentence, verb: int) -> bool:
    """Whether an infinitive is what a plan or a decision is for: `the decision to cut fares and rents`."""
    tree = sentence.tree
    if tree.tags[verb] == "VB" and tree.labels[verb] == "conj" and tree.heads[verb] < verb:
        return resolved(sentence, tree.heads[verb])
    if tree.tags[verb] != "VB" or tree.lowered[verb - 1] != "to":
        return False
    for before in range(verb - 2, max(verb - _DISTANT, 0), -1):
        if tree.tags[before].startswith(("VB", "MD")) or tree.lowered[before] in (",", "that", "which"):
            return False
        if tree.tags[before].startswith("NN") and tree.lowered[before] in listed("resolved"):
            return tree.lowered[before - 1] != "no"
    return False
