"""Nouns beside a name that stand for the same firm."""

from __future__ import annotations

from pipeline.extract.appositions import named_beside
from pipeline.model import Name

ACME = Name("organisation", "Acme")


def test_a_firm_in_apposition_is_the_name_before_it(sentence) -> None:
    """In `Acme, producer, pays` the producer is Acme; a gain beside the name is not."""
    told = sentence(
        "Acme NNP pays nsubj", ", , producer punct", "producer NN Acme appos", "pays VBZ pays ROOT", Acme=ACME
    )
    assert named_beside(told, 2) == "Acme"
    gain = sentence("Acme NNP pays nsubj", "gain NN Acme appos", "pays VBZ pays ROOT", Acme=ACME)
    assert named_beside(gain, 1) is None


def test_a_noun_is_the_name_behind_it(sentence) -> None:
    """In `operator, Acme, pays` the operator is Acme."""
    told = sentence("operator NN pays nsubj", "Acme NNP operator appos", "pays VBZ pays ROOT", Acme=ACME)
    assert named_beside(told, 0) == "Acme"
