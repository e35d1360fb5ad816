"""Which noun a participle describes."""

from __future__ import annotations

from pipeline.extract.participles import accompanying, described
from pipeline.model import Name

TALLINN = Name("place", "Tallinn")


def test_the_noun_before_is_described(sentence) -> None:
    """A participle after a comma describes the noun before it, whatever it was hung on."""
    told = sentence(
        "They PRP saw nsubj",
        "saw VBD saw ROOT",
        "dams NNS saw obj",
        ", , built punct",
        "built VBN saw advcl",
        "there RB built advmod",
    )
    assert described(told, 4) == 2


def test_a_place_between_is_passed_over(sentence) -> None:
    """In `the forum in Tallinn attended by` it is the forum that is attended."""
    told = sentence(
        "forum NN forum ROOT",
        "in IN Tallinn case",
        "Tallinn NNP forum nmod",
        "attended VBN forum acl",
        "by IN all case",
        "all DT attended obl",
        Tallinn=TALLINN,
    )
    assert described(told, 3) == 0


def test_a_comma_makes_a_participle(sentence) -> None:
    """In `The dam, finished early, supplies`, a past tense cut off from its subject is a participle."""
    told = sentence(
        "The DT dam det",
        "dam NN finished nsubj",
        ", , finished punct",
        "finished VBD finished ROOT",
        "early RB finished advmod",
        ", , supplies punct",
        "supplies VBZ finished parataxis",
    )
    assert described(told, 3) == 1


def test_a_past_tense_without_a_comma_is_none(sentence) -> None:
    """A verb right after its subject describes nothing."""
    told = sentence("dam NN failed nsubj", "failed VBD failed ROOT")
    assert described(told, 1) is None


def test_a_passive_clause_describes_nothing(sentence) -> None:
    """A verb with an auxiliary has its own subject."""
    told = sentence("dam NN built nsubj:pass", "was VBD built aux:pass", "built VBN built ROOT")
    assert described(told, 2) is None


def test_who_comes_along_after_with(sentence) -> None:
    """In `with firms taking part` the firms take part."""
    told = sentence(
        "Trade NN grew nsubj",
        "grew VBD grew ROOT",
        "with IN firms case",
        "firms NNS grew obl",
        "taking VBG grew advcl",
        "part NN taking obj",
    )
    assert accompanying(told, 4) == 3


def test_what_is_yet_to_be_done(sentence) -> None:
    """`the summit, to be held`: the summit, though the infinitive hangs on the verb before."""
    told = sentence(
        "They PRP meet nsubj",
        "meet VBP meet ROOT",
        "before IN summit case",
        "summit NN meet obl",
        ", , held punct",
        "to TO held mark",
        "be VB held aux:pass",
        "held VBN meet advcl",
    )
    assert described(told, 7) == 3


def test_a_phrase_in_front(sentence) -> None:
    """What a parse took for the main verb describes the noun before it: `Under a deal reached in May,`."""
    told = sentence(
        "Under IN deal case",
        "deal NN reached obl",
        "reached VBD reached ROOT",
        "there RB reached advmod",
        ", , pays punct",
        "Togo NNP pays nsubj",
        "pays VBZ reached parataxis",
    )
    assert described(told, 2) == 1
