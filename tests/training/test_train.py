"""Learning weights from choices of which it is told who is right."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from evaluation.fields import Answers
from pipeline.extract import fields, parties
from pipeline.extract.choice import Candidates
from pipeline.model import Document

KNOWN = ("near", "far", "constant")
NEAR, FAR = frozenset({"near", "constant"}), frozenset({"far", "constant", "unknown"})


def choice(train, *right: bool, weight: float = 1.0):
    return train.Choice("a", weight, (NEAR, FAR), right, 0)


def test_what_is_true_of_the_right_ones_gets_the_greater_weight(train) -> None:
    """What tells right from wrong is learned either way; what is true of all candidates tells nothing."""
    near, far, constant = train.fit([choice(train, True, False)] * 5, KNOWN, 1.0)
    assert near > 0.1
    assert far == pytest.approx(-near, abs=1e-3)
    assert constant == pytest.approx(0, abs=1e-6)
    assert train.fit([choice(train, False, True)] * 5, KNOWN, 1.0)[0] == pytest.approx(-near, abs=1e-3)


def test_counts_and_penalty(train) -> None:
    """A choice of weight three is three choices, and a greater penalty makes for smaller weights."""
    mixed = [choice(train, True, False), choice(train, False, True)]
    heavy = [choice(train, True, False, weight=3), mixed[1]]
    thrice = train.fit([mixed[0]] * 3 + [mixed[1]], KNOWN, 1.0)
    assert train.fit(heavy, KNOWN, 1.0) == pytest.approx(thrice, abs=1e-4)
    assert thrice[0] > train.fit(heavy, KNOWN, 10.0)[0] > 0


def test_choices_that_tell_nothing(train) -> None:
    """Where none of the candidates is right, or all are, nothing is learned."""
    empty = [choice(train, False, False), choice(train, True, True)]
    wanted = train.fit([choice(train, True, False)], KNOWN, 1.0)
    assert train.fit([*empty, choice(train, True, False)], KNOWN, 1.0) == pytest.approx(wanted, abs=1e-4)


def test_figures_are_met_with_their_marks(train, script) -> None:
    """A figure takes the answers of the mark it overlaps; silence is right if accepted."""
    found = Candidates()
    found.tell("Peru", ("near",))
    found.tell("Lima", ("far",))
    given = {(0, 5): {"subject": Answers(("Lima",), False)}, (9, 12): {"metric": Answers((), True)}}
    article = script("material").Annotated(Document("a", "x"), given, 5)
    figures = [((4, 8), found, "PERU"), ((5, 8), found, None), ((9, 12), found, None)]
    (made,) = train._choices(article, "subject", figures)
    assert (made.right, made.by_rule, made.weight) == ((False, False, True), 1, 5)
    (silent,) = train._choices(article, "metric", figures)
    assert (silent.right, silent.by_rule) == ((True, False, False), 0)


def test_choices_are_gathered_while_reading(train, script, monkeypatch) -> None:
    """An annotated figure of an article that is read gives a choice for each field that was weighed."""
    for module, name in ((parties, "claimants"), (fields, "measures")):
        monkeypatch.setattr(module, name, getattr(module, name))  # what is watched goes back afterwards
    text = "Peru's exports rose 5 percent in 2019."
    answers = {"subject": Answers(("Peru",), False), "metric": Answers(("exports",), False)}
    article = script("material").Annotated(
        Document("a", text), {(text.index("5"), text.index(" in")): answers}
    )
    gathered = train.gather([article])
    assert not gathered["metric"]  # its rule leaves nothing open there
    (made,) = gathered["subject"]
    assert sum(made.right) == 1
    assert "chosen" in made.true[made.right.index(True)]


def test_written_weights_are_whole_hundredths(train, tmp_path: Path, monkeypatch) -> None:
    """Weights are written in order and in hundredths, the smallest left out."""
    monkeypatch.setattr(train.patterns, "__file__", str(tmp_path / "__init__.py"))
    (tmp_path / "choices").mkdir()
    train.write("subject", {"near: here": 0.256, "far": -1.5, "small": 0.02})
    written = json.loads((tmp_path / "choices" / "subject.json").read_text(encoding="utf-8"))
    assert list(written.items()) == [("far", -150), ("near: here", 26)]
