"""Modality and negation."""

from __future__ import annotations

import pytest

from pipeline.extract.mood import chain, is_judging, is_saying, modality, negated
from pipeline.extract.sentence import Sentence


@pytest.fixture
def clause(sentence):
    """`exports HELPER grow 5%` with one word before the verb."""

    def made(word: str, tag: str, label: str = "aux") -> Sentence:
        return sentence(
            "exports NNS grow nsubj", f"{word} {tag} grow {label}", "grow VB grow ROOT", "5% CD grow obl"
        )

    return made


@pytest.mark.parametrize(
    ("word", "told"),
    [("will", "expected"), ("could", "possible"), ("may", "possible"), ("did", "reported")],
)
def test_helpers_of_the_verb(clause, word: str, told: str) -> None:
    """A modal verb says how sure the claim is."""
    assert modality(clause(word, "MD"), 3) == told


def test_the_less_sure_reading_wins(sentence) -> None:
    """`could be expected` is possible, not expected."""
    told = sentence("it PRP grow nsubj", "could MD grow aux", "will MD grow aux", "grow VB grow ROOT")
    assert modality(told, 3) == "possible"


def test_a_project_is_no_projection(sentence) -> None:
    """The noun `project` is no cue of what is expected."""
    told = sentence("project NN costs nsubj", "costs VBZ costs ROOT", "$5m CD costs obj")
    assert modality(told, 2) == "reported"


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


def test_what_is_said_does_not_take_the_mood_of_saying(sentence) -> None:
    """The chain above a figure stops where somebody says it."""
    told = sentence(
        "she PRP said nsubj",
        "said VBD said ROOT",
        "exports NNS grew nsubj",
        "grew VBD said ccomp",
        "5% CD grew obl",
    )
    assert chain(told, 4) == [4, 3]


def test_verbs_of_saying_and_judging() -> None:
    """Forms of such verbs are known in any case, others not."""
    assert is_saying("Said")
    assert is_judging("estimates")
    assert not is_saying("rose")
    assert not is_judging("rose")
