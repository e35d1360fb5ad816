"""Fitting weights to choices of which it is told who is right."""

from __future__ import annotations

import pytest

NEAR, FAR = frozenset({"near", "constant"}), frozenset({"far", "constant"})
NOTHING: frozenset[str] = frozenset()


@pytest.fixture
def logit(script, monkeypatch):
    """The module, with weights for whatever is true even once."""
    module = script("logit")
    monkeypatch.setattr(module, "SELDOM", 1)
    monkeypatch.setattr(module, "SELDOM_TOGETHER", 1)
    return module


def choice(logit, *right: bool, weight: float = 1.0):
    return logit.Choice("a", weight, (NEAR, FAR), right, 0)


def weights(logit, choices, penalty: float = 1.0):
    """The weights of single statements."""
    return logit.fit(choices, penalty, steps=0).alone


def test_what_is_true_of_the_right_ones_gets_the_greater_weight(logit) -> None:
    """What tells right from wrong is learned either way; what is true of all candidates tells nothing."""
    found = weights(logit, [choice(logit, True, False)] * 5)
    assert found["near"] > 0.1
    assert found["far"] == pytest.approx(-found["near"], abs=1e-3)
    assert found["constant"] == pytest.approx(0, abs=1e-6)
    turned = weights(logit, [choice(logit, False, True)] * 5)
    assert turned["near"] == pytest.approx(-found["near"], abs=1e-3)


def test_counts_and_penalty(logit) -> None:
    """A choice of weight three is three choices, and a greater penalty makes for smaller weights."""
    mixed = [choice(logit, True, False), choice(logit, False, True)]
    heavy = [choice(logit, True, False, weight=3), mixed[1]]
    thrice = weights(logit, [mixed[0]] * 3 + [mixed[1]])
    assert weights(logit, heavy) == pytest.approx(thrice, abs=1e-4)
    assert thrice["near"] > weights(logit, heavy, 10.0)["near"] > 0


def test_choices_that_tell_nothing(logit) -> None:
    """Where none of the candidates is right, or all are, nothing is learned."""
    empty = [choice(logit, False, False), choice(logit, True, True)]
    wanted = weights(logit, [choice(logit, True, False)])
    assert weights(logit, [*empty, choice(logit, True, False)]) == pytest.approx(wanted, abs=1e-4)


def test_what_is_seldom_true_gets_no_weight(logit, monkeypatch) -> None:
    """A statement has to be true of enough candidates, the more the more often the texts were read."""
    monkeypatch.setattr(logit, "SELDOM", 3)
    choices = [choice(logit, True, False)] * 4
    assert set(logit.fit(choices, 1.0, steps=0).alone) == {"near", "far", "constant"}
    assert set(logit.fit(choices, 1.0, readings=2, steps=0).alone) == {"constant"}


def test_two_statements_that_speak_together_only(logit) -> None:
    """What speaks against a candidate alone may speak for it together: a pair says what no sum can."""
    both, one, other = frozenset({"a", "b"}), frozenset({"a"}), frozenset({"b"})
    choices = [
        logit.Choice("a", 1.0, (both, NOTHING), (True, False), 0),
        logit.Choice("b", 1.0, (one, NOTHING), (False, True), 0),
        logit.Choice("c", 1.0, (other, NOTHING), (False, True), 0),
    ] * 20
    summed, paired = logit.fit(choices, 0.1, steps=0), logit.fit(choices, 0.1, steps=1)
    assert not all(summed.right(choices))
    assert all(paired.right(choices))
    ((pair, weight),) = paired.together.items()
    assert set(pair) == {"a", "b"}
    assert weight > 0 > paired.alone["a"]
