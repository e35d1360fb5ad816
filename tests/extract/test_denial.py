"""Negation, and what is only not confirmed."""

from __future__ import annotations

import pytest

from pipeline.extract.denial import doubted, negated
from pipeline.extract.sentence import Sentence


@pytest.fixture
def clause(sentence):
    """`exports HELPER grow 5%` with one word before the verb."""

    def made(word: str, tag: str, label: str = "aux") -> Sentence:
        return sentence(
            "exports NNS grow nsubj", f"{word} {tag} grow {label}", "grow VB grow ROOT", "5% CD grow obl"
        )

    return made


@pytest.mark.parametrize(("word", "denied"), [("not", True), ("never", True), ("now", False)])
def test_negation(clause, word: str, denied: bool) -> None:
    """A negating adverb of the clause denies its claim."""
    assert negated(clause(word, "RB", "advmod"), 2) is denied


def test_not_only_denies_nothing(sentence) -> None:
    """`not only grew` is told as done."""
    told = sentence("it PRP grew nsubj", "not RB grew advmod", "only RB grew advmod", "grew VBD grew ROOT")
    assert not negated(told, 3)


def test_nobody_as_subject(sentence) -> None:
    """What nobody did is denied."""
    assert negated(sentence("nobody NN built nsubj", "built VBD built ROOT"), 1)


def test_what_is_not_expected_is_denied(sentence) -> None:
    """A `not` at a verb of thinking denies what is thought."""
    told = sentence(
        "they PRP see nsubj",
        "not RB see advmod",
        "see VB see ROOT",
        "it PRP falling nsubj",
        "falling VBG see xcomp",
    )
    assert negated(told, 4)


def test_what_stands_behind_a_colon_is_not_denied(sentence) -> None:
    """A `not` reaches no further than the colon."""
    told = sentence("not RB held advmod", "held VBD held ROOT", ": : 9 punct", "9 CD held obj")
    assert not negated(told, 3)


@pytest.mark.parametrize(("word", "doubt"), [("not", True), ("now", False)])
def test_what_is_not_confirmed_is_in_doubt(sentence, word: str, doubt: bool) -> None:
    """A verb of confirming under a negation leaves open what stands below it."""
    told = sentence(f"{word} RB confirm advmod", "confirm VB confirm ROOT", "9 CD confirm obj")
    assert doubted(told, 2) is doubt
    assert not negated(told, 2)


def test_what_is_denied_and_then_said(sentence) -> None:
    """A denial does not reach into what is said beside it."""
    told = sentence(
        "denied VBD denied ROOT", "it PRP denied obj", "saying VBG denied advcl", "9 CD saying obj"
    )
    assert negated(told, 1)
    assert not negated(told, 3)


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("The bank denied that it had lost 30 million dollars.", True),
        ("She rejected claims that the firm had lost 30 million dollars.", True),
        (
            "The government rejected claims that its budget, worth 40 million dollars, had stoked inflation.",
            False,
        ),
        ("The union rejected an offer of 40 million dollars.", False),
    ],
)
def test_what_is_rejected_is_denied_where_a_clause_tells_it(claims, text: str, denied: bool) -> None:
    """An offer is there though it is rejected, and so is what a phrase tells of somebody."""
    assert [claim.negated for claim in claims(text) if claim.unit == "USD"] == [denied]


@pytest.mark.parametrize("words", ["must MD fall aux", "should MD fall aux"])
def test_what_ought_not_to_be_is_not_denied(sentence, words: str) -> None:
    """Somebody who must not let it fall says nothing of whether it falls."""
    assert not negated(sentence(words, "not RB fall advmod", "fall VB fall ROOT", "9 CD fall obj"), 3)


def test_a_bound_is_no_denial(sentence) -> None:
    """`never had fewer than 9` bounds the nine."""
    told = sentence(
        "never RB had advmod", "had VBD had ROOT", "fewer JJR 9 advmod", "than IN fewer fixed", "9 CD had obj"
    )
    assert not negated(told, 4)


def test_a_participle_of_a_noun_stands_apart(sentence) -> None:
    """`not expected to open until the line built in May`: the building is not denied."""
    told = sentence("not RB open advmod", "open VB open ROOT", "line NN open obl", "built VBN line acl")
    assert not negated(told, 3)


def test_no_longer_denies(sentence) -> None:
    """`no longer has 9` denies the nine."""
    told = sentence("no RB longer advmod", "longer RBR has advmod", "has VBZ has ROOT", "9 CD has obj")
    assert negated(told, 3)


@pytest.mark.parametrize(("verb", "denied"), [("failed", True), ("began", False)])
def test_what_fails_to_come_about_is_denied(sentence, verb: str, denied: bool) -> None:
    """A verb right below one of failing tells what did not happen."""
    told = sentence(
        f"sales NNS {verb} nsubj",
        f"{verb} VBD {verb} ROOT",
        "to TO grow mark",
        f"grow VB {verb} xcomp",
    )
    assert negated(told, 3) is denied


@pytest.mark.parametrize(("aside", "denied"), [("far from", True), ("despite soon", False)])
def test_what_is_set_aside_is_denied(sentence, aside: str, denied: bool) -> None:
    """A participle behind `far from` and the like does not come about."""
    first, second = aside.split()
    told = sentence(
        f"{first} IN losing mark",
        f"{second} IN losing mark",
        "losing VBG grew advcl",
        "9 CD losing obj",
        "it PRP grew nsubj",
        "grew VBD grew ROOT",
    )
    assert negated(told, 3) is denied


def test_who_does_not_hinder_lets_be(sentence) -> None:
    """What a clause did not prevent came about."""
    told = sentence(
        "it PRP prevent nsubj",
        "not RB prevent advmod",
        "prevent VB prevent ROOT",
        "falls NNS prevent obj",
        "9% CD falls nummod",
    )
    assert not negated(told, 4)


@pytest.mark.parametrize(("word", "denied"), [("untrue", True), ("true", False)])
def test_what_is_untrue_is_denied(sentence, word: str, denied: bool) -> None:
    """A clause with `that` below `untrue` is denied, one below `true` is not."""
    told = sentence(
        "it PRP died nsubj",
        f"{word} JJ {word} ROOT",
        "that IN died mark",
        "9 CD died nsubj",
        f"died VBD {word} ccomp",
    )
    assert negated(told, 3) is denied


@pytest.mark.parametrize(("noun", "denied"), [("claim", True), ("visa", False)])
def test_hearsay_that_is_dismissed_is_denied(sentence, noun: str, denied: bool) -> None:
    """Who dismisses claims of a figure denies it; who dismisses what it counts does not."""
    told = sentence(
        "they PRP dismissed nsubj",
        "dismissed VBD dismissed ROOT",
        f"{noun} NN dismissed obj",
        "of IN 9 case",
        f"9 CD {noun} nmod",
    )
    assert negated(told, 4) is denied
