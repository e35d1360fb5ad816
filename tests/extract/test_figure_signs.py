"""What a figure shows of its metric by itself."""

from __future__ import annotations

from decimal import Decimal

import pytest

from pipeline.extract.choice import Candidates
from pipeline.extract.discourse import Discourse, Told
from pipeline.extract.drafts import Draft
from pipeline.extract.figure_signs import signs, tell_of_size
from pipeline.model import Claim, Quantity
from pipeline.rules.grammar import parse
from pipeline.rules.rule import Rule

RULE = Rule("level.verb", "paid", parse("paid"))


@pytest.fixture
def drafted(sentence):
    """A draft of a figure in `nurses paid for [figure]`."""

    def run(quantity: Quantity) -> Draft:
        said = sentence(
            "nurses NNS paid nsubj", "paid VBD paid ROOT", "for IN 5 case", "5 CD paid obl",
            **{"5": quantity},
        )  # fmt: skip
        return Draft("level", RULE, said, (0, 1), 3, 1, (0, 1), 1, quantity)

    return run


def test_a_figure_shows_its_size_and_clause(drafted) -> None:
    """How large it is, what it is per, its preposition, verb and whose noun the subject is."""
    found = signs(drafted(Quantity("money", Decimal(900), unit="USD", per="month")), Discourse())
    assert {"money of size 1", "per time", "behind for", "verb paid", "done by NNS"} <= found
    assert "rule level.verb" in found
    assert "per thing" in signs(drafted(Quantity("money", Decimal(9), unit="USD", per="tonne")), Discourse())


def test_figures_of_about_the_size(drafted) -> None:
    """A metric is told of where its figure has the unit and is nearly as large."""

    def told(metric: str, value: int, unit: str = "USD") -> Told:
        claim = Claim("level", ((0, 1),), (0, 1), RULE.id, metric=metric, value=Decimal(value), unit=unit)
        return Told(draft, claim, True, True)

    draft = drafted(Quantity("money", Decimal(900), unit="USD"))
    found = Candidates()
    others = [told("wages", 800), told("price", 300), told("cost", 9_000_000), told("jobs", 900, "count")]
    tell_of_size(found, draft, Discourse(told=others))
    assert {"told as large", "told as large: level"} <= found.found["wages"]
    assert "told as large" not in found.found["price"]
    assert "told about as large" in found.found["price"]
    assert not {"told nearly as large"} & found.found.get("cost", set())
    assert "jobs" not in found.found
