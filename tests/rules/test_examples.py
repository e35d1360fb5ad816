"""The examples that stand beside the rules."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from pipeline.author.examples import outcomes
from pipeline.author.reading import Reading
from pipeline.rules.library import read_library
from pipeline.rules.rule import Rule

_RULES: dict[str, list[Rule]] = {}
for _rule in read_library().rules:
    _RULES.setdefault(_rule.id, []).append(_rule)


@pytest.fixture(scope="module")
def reading() -> Reading:
    return Reading()


@pytest.mark.parametrize("rules", _RULES.values(), ids=_RULES)
def test_examples_hold(rules: Sequence[Rule], reading: Reading) -> None:
    """Every example of a rule gives the claim that it wants, every counter-example none, known misses stay
    missed.
    """
    failed = [
        f"{each.text}: {each.message}" for rule in rules for each in outcomes(rule, reading) if not each.ok
    ]
    assert not failed, "\n".join(failed)
