"""What an explanation tells of the fields that were chosen among candidates."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from pipeline.author.explain import explain
from pipeline.author.reading import Reading
from pipeline.author.show_explained import show_explanation

TEXT = "Norway's exports rose 5 percent in May. Imports fell 2 percent."


@pytest.fixture(scope="module")
def record() -> dict[str, Any]:
    return explain(Reading(), TEXT, date(2026, 6, 15).isoformat())


def test_what_weighs_most_is_what_the_claim_has(record) -> None:
    """Of each field of each figure the first candidate is the one that the claim was given."""
    fields = {claim["figure"]: claim["fields"] for claim in record["claims"]}
    best = {(each["figure"], each["field"]): each["candidates"][0]["text"] for each in record["weighed"]}
    assert {("5 percent", "subject"), ("2 percent", "subject")} <= set(best)
    assert best == {(figure, field): fields[figure].get(field) for figure, field in best}
    assert best["5 percent", "subject"] == "Norway"


def test_weights_are_the_sums_of_reasons_in_order(record) -> None:
    """Every candidate weighs what its reasons add up to, the weightiest candidate and reason first."""
    for each in record["weighed"]:
        weights = [candidate["weight"] for candidate in each["candidates"]]
        assert weights == sorted(weights, reverse=True)
        for candidate in each["candidates"]:
            reasons = list(candidate["because"].values())
            assert sum(reasons) == candidate["weight"]
            assert reasons == sorted(reasons, key=abs, reverse=True)
            assert 0 not in reasons


def test_the_terminal_shows_the_foremost(capsys) -> None:
    """Three candidates with four reasons each are shown in units of one, no candidate as `nothing`."""
    because = {"one": 150, "two": -40, "three": 30, "four": 20, "five": 10}
    names = ("[Andex]", None, "Peru", "Chile")
    candidates = [{"text": name, "weight": 170, "because": because} for name in names]
    weighed = [{"figure": "5 percent", "field": "subject", "candidates": candidates}]
    show_explanation({"recognised": {}, "claims": [], "weighed": weighed, "sentences": []})
    shown = " ".join(capsys.readouterr().out.split())
    assert (
        "subject of 5 percent, weighed: 1.70 [Andex] one +1.50, two -0.40, three +0.30, four +0.20" in shown
    )
    assert "1.70 nothing" in shown
    assert "five" not in shown
    assert "Chile" not in shown
