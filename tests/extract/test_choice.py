"""Choosing among candidates by weights that are data, and the weights that are shipped."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import patterns
from pipeline.extract import choice
from pipeline.extract.choice import Candidates, Weights

WEIGHTS = {"near": 40, "named": 25, "far": -30, "old": -5}
TOGETHER = {"far": {"named": 50, "near": -20}, "old": {"unheard of": 9}}
FILES = sorted((Path(patterns.__file__).parent / "choices").glob("*.json"))
TOLD = st.lists(
    st.tuples(st.sampled_from(["Peru", "Chile", "mill"]), st.sampled_from([*WEIGHTS, "unheard of"])),
    max_size=8,
)


@pytest.fixture(scope="module", autouse=True)
def known():
    """Weights of four things and of some of them together, for whatever field."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(choice, "weights", lambda _field: Weights(WEIGHTS, TOGETHER))
        yield


def candidates(*told: tuple[str, str]) -> Candidates:
    found = Candidates()
    for one, what in told:
        found.tell(one, (what,))
    return found


def score(found: Candidates, one: str | None) -> int:
    true = found.found[one]
    pairs = ((what, other, weight) for what, others in TOGETHER.items() for other, weight in others.items())
    return sum(WEIGHTS.get(what, 0) for what in true) + sum(
        weight for what, other, weight in pairs if {what, other} <= true
    )


def test_most_speaks_for_the_best_and_nothing_for_none() -> None:
    """The weights add up, what is not known weighs nothing, and None wins where all others weigh less."""
    two = candidates(("Peru", "near"), ("Peru", "far"), ("Chile", "named"), ("Peru", "unheard of"))
    assert two.best("any") == "Chile"
    assert candidates(("Peru", "far")).best("any") is None
    assert candidates(("", "near")).found == {None: set()}


def test_what_two_things_say_together() -> None:
    """Two things that are both true may speak for one against whom each of them speaks."""
    assert candidates(("Peru", "far"), ("Chile", "old")).best("any") is None
    assert candidates(("Peru", "far"), ("Peru", "named")).best("any") == "Peru"
    assert candidates(("Peru", "far"), ("Chile", "named")).best("any") == "Chile"


@given(TOLD, st.randoms(use_true_random=False))
def test_the_order_of_telling_decides_between_equals_only(told, random) -> None:
    """However the same things are told, what is chosen weighs the same, and is the same if it alone does."""
    shuffled = random.sample(told, len(told))
    one, other = candidates(*told), candidates(*shuffled)
    best, again = one.best("any"), other.best("any")
    assert one.found == other.found
    assert score(one, best) == score(other, again) == max(score(one, each) for each in one.found)
    assert best == again or score(one, best) == score(one, again)


@given(TOLD, st.data())
def test_the_case_of_letters_makes_no_other_candidate(told, data) -> None:
    """Whatever case each is told in, there is one candidate, spelled as first told, that has it all."""
    changes = [data.draw(st.sampled_from([str.upper, str.lower, str.title])) for _ in told]
    spelled = [(change(one), what) for change, (one, what) in zip(changes, told, strict=True)]
    plain, found = candidates(*told), candidates(*spelled)
    firsts = [next(one for one, _ in spelled if one.lower() == name.lower()) for name in plain.found if name]
    assert list(found.found) == [None, *firsts]
    assert list(found.found.values()) == list(plain.found.values())


@given(TOLD)
def test_the_reasons_begin_with_the_best(told) -> None:
    """The first candidate of the reasons is the one chosen, and what has no weight is no reason."""
    found = candidates(*told)
    reasons = found.reasons("any")
    assert next(iter(reasons)) == found.best("any")
    assert {one: sum(why.values()) for one, why in reasons.items()} == {
        one: score(found, one) for one in found.found
    }
    for why in reasons.values():
        assert list(why.values()) == sorted(why.values(), key=lambda weight: -abs(weight))
        assert all(set(what.split(" & ")) <= {*WEIGHTS, "unheard of"} for what in why)


def test_what_the_network_points_to_is_weighed_with_the_rest(monkeypatch) -> None:
    """The odds count as much as the weights say: they may overcome what else is true, and are a reason."""
    monkeypatch.setattr(choice, "weights", lambda _field: Weights(WEIGHTS, TOGETHER, pointed=50))
    found = candidates(("Peru", "near"), ("Chile", "named"))
    assert found.best("any") == "Peru"
    found.odds = {None: -5.0, "Peru": -1.0, "Chile": -0.5}
    assert found.best("any") == "Chile"
    assert found.reasons("any")["Chile"] == {"the network points to it": -25, "named": 25}


def test_marking_and_dropping() -> None:
    """A mark adds to candidates, whatever their case, and makes none: neither a new one nor one dropped."""
    found = candidates(("Peru", "far"), ("Chile", "old"))
    found.mark("PERU", "near")
    found.mark("Bolivia", "near")
    found.mark(None, "near")
    assert found.found == {None: set(), "Peru": {"far", "near"}, "Chile": {"old"}}
    found.drop(lambda one: one == "Peru")
    found.mark("Peru", "near")
    assert found.found == {None: set(), "Chile": {"old"}}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_shipped_weights_are_sorted_whole_and_worth_it(path: Path) -> None:
    """A file of weights names each thing and each pair once, in order, with a whole number of some weight."""
    entries = json.loads(path.read_text(encoding="utf-8"))
    alone, together = entries["alone"], entries["together"]
    for weights in (alone, *together.values()):
        assert list(weights) == sorted(weights)
        assert all(isinstance(weight, int) and abs(weight) >= 3 for weight in weights.values())
    assert list(together) == sorted(together)
    assert not any(one in together.get(other, ()) for one, others in together.items() for other in others)
    assert "chosen" in alone, "what the rules chose speaks for itself"
