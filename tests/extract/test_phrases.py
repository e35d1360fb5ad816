"""What noun phrases say."""

from __future__ import annotations

from decimal import Decimal

from pipeline.extract.naming import is_abstract, party, phrase_words
from pipeline.extract.phrases import read_topic
from pipeline.model import Name, Quantity

CHILE, PERU = Name("country", "Chile"), Name("country", "Peru")


def test_a_metric_with_owner_and_destination(sentence) -> None:
    """`Chile's exports to Peru`: the metric, whose, and to whom."""
    told = sentence(
        "Chile NNP exports nmod:poss", "'s POS Chile case", "exports NNS exports ROOT",
        "to IN Peru case", "Peru NNP exports nmod", Chile=CHILE, Peru=PERU,
    )  # fmt: skip
    topic = read_topic(told, 2)
    assert (topic.metric, topic.subject, topic.counterpart) == ("exports", "Chile", "Peru")


def test_trade_between_two(sentence) -> None:
    """`trade between Chile and Peru` has both as parties."""
    told = sentence(
        "trade NN trade ROOT", "between IN Chile case", "Chile NNP trade nmod",
        "and CC Peru cc", "Peru NNP Chile conj", Chile=CHILE, Peru=PERU,
    )  # fmt: skip
    topic = read_topic(told, 0)
    assert (topic.metric, topic.subject, topic.counterpart) == ("trade", "Chile", "Peru")


def test_a_noun_of_measure_gives_way(sentence) -> None:
    """`the volume of exports` is exports."""
    told = sentence(
        "the DT volume det", "volume NN volume ROOT", "of IN exports case", "exports NNS volume nmod"
    )
    topic = read_topic(told, 1)
    assert (topic.metric, topic.head) == ("exports", 3)


def test_measures_of_measures_without_end(sentence) -> None:
    """A chain of a thousand nouns of measure is read without running out of stack."""
    rows = ["volume NN volume ROOT"]
    for number in range(1, 1000):
        rows += [f"of IN volume#{number + 1} case", f"volume NN volume#{number} nmod"]
    assert read_topic(sentence(*rows), 0).head > 0


def test_a_pronoun_takes_up(sentence) -> None:
    """`it` is anaphoric and stands for nobody by itself."""
    told = sentence("it PRP rose nsubj", "rose VBD rose ROOT")
    assert read_topic(told, 0).anaphoric
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


def test_words_without_figures(sentence) -> None:
    """Leading figures and determiners are no part of a phrase's words."""
    told = sentence(
        "the DT plants det", "12 CD plants nummod", "new JJ plants amod", "plants NNS plants ROOT",
        **{"12": Quantity("number", Decimal(12))},
    )  # fmt: skip
    assert phrase_words(told, 0, 3) == "new plants"
