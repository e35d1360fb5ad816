"""The names and common nouns of a sentence, and what is told of each."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.extract.nouns import Noun, known, nouns
from pipeline.extract.sentence import Sentence, make_sentence
from pipeline.model import Name


@pytest.fixture
def said(sentence) -> Sentence:
    """`The steel makers said on radio Chilean exports to Peru fell`."""
    return sentence(
        "The DT makers det", "steel NN makers compound", "makers NNS said nsubj", "said VBD said ROOT",
        "on IN radio case", "radio NN said obl",
        "Chilean JJ exports amod", "exports NNS fell nsubj", "to IN Peru case", "Peru NNP exports nmod",
        "fell VBD said ccomp", Chilean=Name("country", "Chile", adjective=True), Peru=Name("country", "Peru"),
    )  # fmt: skip


def by_word(sentence: Sentence) -> dict[str, Noun]:
    return {sentence.tree.words[noun.token]: noun for noun in nouns(sentence)}


def test_names_and_common_nouns_in_order(said: Sentence) -> None:
    """Names, adjectives of countries among them, and nouns come in order; a noun inside a noun is none."""
    found = by_word(said)
    assert list(found) == ["makers", "radio", "Chilean", "exports", "Peru"]
    assert [found[word].text for word in ("makers", "Chilean", "Peru")] == ["steel makers", "Chile", "Peru"]


def test_what_is_told_of_a_noun(said: Sentence) -> None:
    """Its label, its preposition, whether it says something, its number, and the verb of its clause."""
    found = by_word(said)
    assert {"label nsubj", "says", "several"} <= found["makers"].nature
    assert {"label nmod", "behind to"} <= found["Peru"].nature
    assert "adjective" in found["Chilean"].nature
    assert "says" not in found["radio"].nature, "it is said on it"
    assert not {"says", "behind to"} & found["exports"].nature
    assert (found["makers"].clause, found["exports"].clause) == (3, 10)


def test_what_a_metric_is_told_of_is_a_noun_too(sentence) -> None:
    """Goods before a metric's noun are offered by themselves, what only describes another noun is not."""
    said = sentence(
        "Cured JJ prices amod", "salmon NN prices compound", "prices NNS rose nsubj", "rose VBD rose ROOT",
        "at IN farms case", "salmon NN farms compound", "farms NNS rose obl",
    )  # fmt: skip
    assert [noun.text for noun in nouns(said)] == ["Cured salmon", "Cured salmon prices", "salmon farms"]


def test_a_word_that_tells_when_is_told_of_nothing(sentence) -> None:
    """`Christmas sales` are nobody's by that word."""
    said = sentence(
        "Christmas NN sales compound", "sales NNS rose nsubj", "rose VBD rose ROOT",
    )  # fmt: skip
    assert [noun.text for noun in nouns(said)] == ["Christmas sales"]


def test_those_among_whom_a_name_stands_out(sentence) -> None:
    """`Among brewers, Acme led` tells of Acme, not of the others."""
    said = sentence(
        "Among IN brewers case", "brewers NNS led obl", ", , brewers punct", "Acme NNP led nsubj",
        "led VBD led ROOT", Acme=Name("organisation", "Acme"),
    )  # fmt: skip
    assert [noun.text for noun in nouns(said)] == ["Acme"]


def test_without_a_parse_there_are_names_only(said: Sentence) -> None:
    """A sentence that was not parsed has names; of them only the words behind are known."""
    tree = replace(said.tree, heads=(), labels=())
    bare = make_sentence(said.span, 0, said.text, replace(said.line, tree=tree))
    assert not tree.parsed
    behind = {"followed by NNS", "name followed by NNS"}
    assert [(noun.text, noun.clause) for noun in nouns(bare)] == [("Chile", None), ("Peru", None)]
    assert nouns(bare)[0].nature == {"adjective", *behind}


def test_rare_prepositions_are_not_told_apart() -> None:
    """A preposition without weights of its own is one of the others."""
    assert (known("of"), known("notwithstanding")) == ("of", "other")


def test_a_name_in_a_compound(sentence) -> None:
    """A name that a hyphen joins to another is told from one that stands for itself."""
    said = sentence(
        "Peru NNP trains compound", "- HYPH Chile punct", "Chile NNP trains compound",
        "trains NNS left nsubj", "left VBD left ROOT", "Quito NNP left obj", Peru=Name("country", "Peru"),
        Chile=Name("country", "Chile"), Quito=Name("place", "Quito"),
    )  # fmt: skip
    found = by_word(said)
    assert "hyphened" in found["Peru"].nature & found["Chile"].nature
    assert "hyphened" not in found["Quito"].nature
