"""Pronouns that take up the subject of the sentence before."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.extract.antecedents import antecedent_before
from pipeline.model import Name

COTTON = ("Cotton NNP rose nsubj", "rose VBD rose ROOT")
MILLS = ("Mills NNS grew nsubj", "grew VBD grew ROOT")


def after(sentence, before, *rows):
    """The sentence of `rows`, behind the one of `before`."""
    return replace(sentence(*rows), before=before)


def test_its_owner_is_the_subject_before(sentence) -> None:
    """`its` stands for the thing that the sentence before tells of, `their` for none of it."""
    before = sentence(*COTTON)
    its = after(sentence, before, "Its PRP$ price nmod:poss", "price NN fell nsubj", "fell VBD fell ROOT")
    assert antecedent_before(its, 0) == "Cotton"
    their = after(sentence, before, "Their PRP$ price nmod:poss", "price NN fell nsubj", "fell VBD fell ROOT")
    assert antecedent_before(their, 0) is None


def test_their_owners_are_several(sentence) -> None:
    """`their` stands for several, `its` for none of them."""
    before = sentence(*MILLS)
    their = after(sentence, before, "Their PRP$ pay nmod:poss", "pay NN fell nsubj", "fell VBD fell ROOT")
    assert antecedent_before(their, 0) == "Mills"


def test_no_pronoun_stands_for_a_person(sentence) -> None:
    """Neither `it` nor `its` takes up a person."""
    before = sentence("Ana NNP spoke nsubj", "spoke VBD spoke ROOT", Ana=Name("person", "Ana"))
    its = after(sentence, before, "It PRP fell nsubj", "fell VBD fell ROOT")
    assert antecedent_before(its, 0) is None


def test_a_pronoun_passes_on(sentence) -> None:
    """Where the subject before is a pronoun itself, the one before it counts."""
    first = sentence(*COTTON)
    second = after(sentence, first, "It PRP fell nsubj", "fell VBD fell ROOT")
    third = after(sentence, second, "Its PRP$ price nmod:poss", "price NN sank nsubj", "sank VBD sank ROOT")
    assert antecedent_before(third, 0) == "Cotton"


def test_a_noun_of_its_own_sentence_comes_first(sentence) -> None:
    """Behind a subject of the same sentence a pronoun may stand for that: nothing is taken from before."""
    rows = ("Wheat NNP rose nsubj", "rose VBD rose ROOT", "it PRP fell nsubj", "fell VBD rose conj")
    assert antecedent_before(after(sentence, sentence(*COTTON), *rows), 2) is None


def test_nothing_before(sentence) -> None:
    """The first sentence has no antecedent outside."""
    assert antecedent_before(sentence("It PRP fell nsubj", "fell VBD fell ROOT"), 0) is None


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Nordbank bought the chain in May. Its profit rose 4%.", "Nordbank"),
        ("Nordbank bought the chain in May. It sold 40 shops.", "Nordbank"),
    ],
)
def test_pronouns_in_an_article(claims, text: str, subject: str) -> None:
    """A figure told of a pronoun is whose the sentence before tells of."""
    assert claims(text)[-1].subject == subject
