"""Learning weights from choices of which it is told who is right."""

from __future__ import annotations

import json
from pathlib import Path

from evaluation.fields import Answers
from pipeline.extract import fields, parties
from pipeline.extract.choice import Candidates
from pipeline.model import Document


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


def test_written_weights_are_whole_hundredths(train, script, tmp_path: Path, monkeypatch) -> None:
    """Weights are written in order and in hundredths, those of pairs by the first, the smallest left out."""
    monkeypatch.setattr(train.patterns, "__file__", str(tmp_path / "__init__.py"))
    (tmp_path / "choices").mkdir()
    together = {("near", "old"): 0.5, ("far", "new"): 0.1, ("far", "old"): 0.001}
    alone = {"near: here": 0.256, "far": -1.5, "small": 0.02}
    train.write("subject", script("logit").Fitted(alone, together))
    written = json.loads((tmp_path / "choices" / "subject.json").read_text(encoding="utf-8"))
    assert list(written["alone"].items()) == [("far", -150), ("near: here", 26)]
    assert written["together"] == {"far": {"new": 10}, "near": {"old": 50}}
