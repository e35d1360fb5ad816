"""With whom a figure is compared."""

from __future__ import annotations

from decimal import Decimal

from pipeline.extract.compared import compared_with
from pipeline.extract.drafts import Draft
from pipeline.model import Name, Period, Quantity
from pipeline.rules.rule import Rule

TWICE = Quantity("number", Decimal(2), unit="factor")


def _draft(told) -> Draft:
    rule = Rule("change.x", "x", None)  # type: ignore[arg-type]
    return Draft("change", rule, told, (0, 1), 0, 0, (0, 1), 1, quantity=TWICE)


def test_the_one_behind_as(sentence) -> None:
    """`twice as much as Togo` compares with Togo."""
    told = sentence(
        "twice RB much advmod", "as RB much advmod", "much RB much ROOT", "than IN Togo case",
        "Togo NNP much obl", twice=TWICE, Togo=Name("country", "Togo"),
    )  # fmt: skip
    assert compared_with(_draft(told)) == "Togo"


def test_what_a_name_owns(sentence) -> None:
    """`twice that of Peru's Acme` compares with the firm, not with its country."""
    told = sentence(
        "twice RB that advmod", "that DT that ROOT", "of IN Acme case", "Peru NNP Acme nmod:poss",
        "'s POS Peru case", "Acme NNP that nmod", twice=TWICE, Peru=Name("country", "Peru"),
        Acme=Name("organisation", "Acme"),
    )  # fmt: skip
    assert compared_with(_draft(told)) == "Acme"


def test_a_time_is_no_party(sentence) -> None:
    """`twice as much as in May, Togo says` compares with May."""
    told = sentence(
        "twice RB much advmod", "as RB much advmod", "much RB much ROOT", "than IN May case",
        "May NNP much obl", "Togo NNP much obl", twice=TWICE, May=Period("2026-05"),
        Togo=Name("country", "Togo"),
    )  # fmt: skip
    assert compared_with(_draft(told)) is None
