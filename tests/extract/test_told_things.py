"""Whom or what an event is of that other words name."""

from __future__ import annotations

from pipeline.extract.told_things import taken_up, titled, told_before
from pipeline.model import Name

EVA = Name("person", "Eva Lind")


def test_the_holder_of_an_office(sentence) -> None:
    """`The minister for trade, Lind, opened it`: the person named behind the office acts."""
    told = sentence(
        "minister NN opened nsubj",
        "for IN trade case",
        "trade NN minister nmod",
        ", , Lind punct",
        "Lind NNP minister appos",
        "opened VBD opened ROOT",
        Lind=EVA,
    )
    assert titled(told, 0) == "Eva Lind"


def test_officers_are_not_the_one_named_later(sentence) -> None:
    """`ministers, Lind said`: several hold their office, and no one of them is named."""
    told = sentence(
        "ministers NNS said obl", ", , said punct", "Lind NNP said nsubj", "said VBD said ROOT", Lind=EVA
    )
    assert titled(told, 0) is None


def test_what_construction_is_of(sentence) -> None:
    """`The bridge is late; construction began`: it is the bridge that is built."""
    told = sentence(
        "The DT bridge det",
        "bridge NN late nsubj",
        "late JJ late ROOT",
        "; , began punct",
        "construction NN began nsubj",
        "began VBD late parataxis",
    )
    assert told_before(told, 4) == "bridge"


def test_the_building_that_it_stands_for(sentence) -> None:
    """`It builds a mill after it is opened`: what is opened is the mill."""
    told = sentence(
        "Acme NNP builds nsubj", "builds VBZ builds ROOT", "mill NN builds obj", "after IN opened mark",
        "it PRP opened nsubj:pass", "is VBZ opened aux:pass", "opened VBN builds advcl",
    )  # fmt: skip
    assert taken_up(told, 4) == "mill"
