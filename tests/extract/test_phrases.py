"""What noun phrases say."""

from __future__ import annotations

from pipeline.extract.phrases import read_topic
from pipeline.model import Name

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
    """`it` takes up what was told before."""
    told = sentence("it PRP rose nsubj", "rose VBD rose ROOT")
    assert read_topic(told, 0).anaphoric


def test_about_so_many_is_no_part_of_the_phrase(sentence) -> None:
    """The joint of `20 or so stations` belongs to the figure."""
    told = sentence(
        "or CC stations cc", "so RB or advmod", "charging NN stations compound", "stations NNS stations ROOT"
    )
    assert read_topic(told, 3).phrase == "charging stations"


def test_a_country_joined_to_another_sort_leaves_no_and(sentence) -> None:
    """`US and civilian casualties` are civilian casualties."""
    told = sentence(
        "US NNP casualties compound", "and CC civilian cc", "civilian JJ US conj",
        "casualties NNS casualties ROOT", US=Name("country", "United States"),
    )  # fmt: skip
    assert read_topic(told, 3).phrase == "civilian casualties"
