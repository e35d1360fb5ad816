"""What relative clauses leave to the noun that they describe."""

from __future__ import annotations

from pipeline.extract.relatives import is_measured_by_clause, left_out, stands_for
from pipeline.model import Name


def test_a_pronoun_stands_for_the_noun_described(sentence) -> None:
    """In `the pact which Togo signed` it is the pact that was signed."""
    told = sentence(
        "pact NN pact ROOT", "which WDT signed obj", "Togo NNP signed nsubj", "signed VBD pact acl:relcl"
    )
    assert stands_for(told, 1) == 0


def test_a_place_is_passed_over(sentence) -> None:
    """In `the fair in Lima which they held` it is the fair, not Lima."""
    told = sentence(
        "fair NN fair ROOT",
        "in IN Lima case",
        "Lima NNP fair nmod",
        "which WDT held obj",
        "they PRP held nsubj",
        "held VBD Lima acl:relcl",
        Lima=Name("place", "Lima"),
    )
    assert stands_for(told, 3) == 0


def test_a_clause_without_pronoun(sentence) -> None:
    """`the mill they built` has built the mill; `the year when they built it` has nothing left out."""
    told = sentence("mill NN mill ROOT", "they PRP built nsubj", "built VBD mill acl:relcl")
    assert left_out(told, 2) == 0
    timed = sentence(
        "year NN year ROOT", "when WRB built advmod", "they PRP built nsubj", "built VBD year acl:relcl"
    )
    assert left_out(timed, 3) is None


def test_a_clause_measures_its_noun(sentence) -> None:
    """What bonds came to is told of the bonds; a plant that reached so much is no measure itself."""
    bonds = sentence(
        "bonds NNS bonds ROOT", ", , reached punct", "which WDT reached nsubj", "reached VBD bonds acl"
    )
    plant = sentence(
        "plant NN plant ROOT", ", , reached punct", "which WDT reached nsubj", "reached VBD plant acl"
    )
    assert is_measured_by_clause(bonds, 0)
    assert not is_measured_by_clause(plant, 0)
    assert not is_measured_by_clause(bonds, 3)
