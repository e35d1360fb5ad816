"""What a noun stands for, and of what kind it is."""

from __future__ import annotations

from decimal import Decimal

from pipeline.extract.naming import is_abstract, is_business, is_worldwide, party, phrase_words
from pipeline.model import Name, Quantity


def test_a_pronoun_stands_for_nobody_by_itself(sentence) -> None:
    """`it` names no one: who is meant has to be looked up."""
    told = sentence("it PRP rose nsubj", "rose VBD rose ROOT")
    assert party(told, 0) is None
    assert is_abstract(told, 0)


def test_who_a_noun_stands_for(sentence) -> None:
    """A country's adjective on a general holder gives the country, another noun its own words."""
    told = sentence(
        "Chilean JJ companies amod", "companies NNS own nsubj", "own VBP own ROOT", "the DT ferry det",
        "old JJ ferry amod", "ferry NN own obj", Chilean=Name("country", "Chile", adjective=True),
    )  # fmt: skip
    assert party(told, 1) == "Chile"
    assert party(told, 5) == "old ferry"


def test_whose_a_noun_is_does_not_name_it(sentence) -> None:
    """The name of an owner is no part of what something is called: `Peru's tea` is tea."""
    told = sentence(
        "Peru NNP tea nmod:poss", "'s POS Peru case", "green JJ tea amod", "tea NN fell nsubj",
        "fell VBD fell ROOT", Peru=Name("country", "Peru"),
    )  # fmt: skip
    assert party(told, 3) == "green tea"


def test_what_the_world_owns(sentence) -> None:
    """`Global trade` is nobody's in it, but Peru's global trade is, and an international port is no world."""
    rows = ("Global JJ trade amod", "trade NN grew nsubj", "grew VBD grew ROOT")
    assert is_worldwide(sentence(*rows), 1)
    peru = Name("country", "Peru")
    assert not is_worldwide(sentence("Peru NNP trade nmod:poss", "'s POS Peru case", *rows, Peru=peru), 3)
    port = Name("place", "Global Port")
    named = ("Global NNP Port compound", "Port NNP grew nsubj", "grew VBD grew ROOT")
    assert not is_worldwide(sentence(*named, Global=port, Port=port), 1)


def test_the_business_of_a_body(sentence) -> None:
    """`Health` says what `the ministry of health` does; `the price of salt` is one of salt."""
    rows = ("ministry NN said nsubj", "of IN health case", "health NN ministry nmod", "said VBD said ROOT")
    assert is_business(sentence(*rows), 2)
    rows = ("price NN rose nsubj", "of IN salt case", "salt NN price nmod", "rose VBD rose ROOT")
    assert not is_business(sentence(*rows), 2)


def test_words_without_figures(sentence) -> None:
    """Leading figures and determiners are no part of a phrase's words."""
    told = sentence(
        "the DT plants det", "12 CD plants nummod", "new JJ plants amod", "plants NNS plants ROOT",
        **{"12": Quantity("number", Decimal(12))},
    )  # fmt: skip
    assert phrase_words(told, 0, 3) == "new plants"
