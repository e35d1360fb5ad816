"""When an event takes place, by the time behind its verb."""

from __future__ import annotations

from pipeline.extract.drafts import Draft
from pipeline.extract.event_times import told_behind
from pipeline.model import Period
from pipeline.rules.rule import Rule


def _draft(told, trigger: int) -> Draft:
    rule = Rule("event.x", "event.yaml", 1)
    return Draft("event", rule, told, (0, 1), trigger, trigger, (0, 1), 1)


def test_the_first_time_behind_the_verb(sentence) -> None:
    """`opened a ward against fever in May`: however far the object reaches, May is the verb's."""
    told = sentence(
        "Togo NNP opened nsubj",
        "opened VBD opened ROOT",
        "wards NNS opened obj",
        "against IN fever case",
        "fever NN wards nmod",
        "in IN May case",
        "May NNP fever nmod",
        May=Period("2026-05", role="base"),
    )
    assert told_behind(_draft(told, 1)) == "2026-05"


def test_an_aside_is_passed_over(sentence) -> None:
    """`opened the mill, built in 1990, in May`: 1990 is the aside's alone, May the verb's."""
    told = sentence(
        "Togo NNP opened nsubj",
        "opened VBD opened ROOT",
        "mill NN opened obj",
        ", , built punct",
        "built VBN mill acl",
        "in IN 1990 case",
        "1990 CD built obl",
        ", , built punct",
        "in IN May case",
        "May NNP opened obl",
        May=Period("2026-05"),
        **{"1990": Period("1990")},
    )
    assert told_behind(_draft(told, 1)) == "2026-05"
    assert told_behind(_draft(told, 4)) == "1990"


def test_a_stretch_is_closed(sentence) -> None:
    """What `was opened since May` may go on, what simply `opened` happened once."""
    rows = ("It PRP opened nsubj", "opened VBD opened ROOT", "May NNP opened obl")
    assert told_behind(_draft(sentence(*rows, May=Period("2026-05/..")), 1)) == "2026-05"


def test_what_happened_after_a_year_happened_in_any_later_one(sentence) -> None:
    """`Opened after 2010` does not say 2011."""
    rows = ("It PRP opened nsubj", "opened VBD opened ROOT", "after IN 2010 case", "2010 CD opened obl")
    assert told_behind(_draft(sentence(*rows, **{"2010": Period("2011/..")}), 1)) == "2011/.."
