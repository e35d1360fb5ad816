import json
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from evaluation.annotation.check import check, of_document
from evaluation.annotation.shapes import gold_claim, gold_document, gold_statement
from evaluation.predict import articles
from evaluation.sets import gold_sets

TEXT = "Exports rose 5% to $3bn in 2024, Ann Lee said."
LEVEL = gold_claim(
    "level", {"metric": ["exports"], "value": "3000000000", "unit": "USD", "period": "2024"}, [[19, 23]]
)
SOUND = gold_document(
    {"id": "a", "published": "2025-02-03"},
    [LEVEL],
    [gold_statement({"speaker": "Ann Lee", "cue": "said", "mode": "indirect"}, 0, 31)],
)


def problems(**claim: Any) -> list[str]:
    document = deepcopy(SOUND)
    document["claims"][0].update(claim)
    return list(of_document(document, {"a": TEXT}))


@pytest.mark.parametrize("gold_set", gold_sets(), ids=lambda each: each.name)
def test_the_projects_own_gold_keeps_to_the_guide(gold_set: Any) -> None:
    """Every gold file that the project keeps passes its own check."""
    assert list(check(gold_set.gold, articles([gold_set.docs]).texts)) == []


def test_a_sound_document_has_no_problems() -> None:
    """A document by the guide is passed."""
    assert problems() == []


@pytest.mark.parametrize(
    ("claim", "problem"),
    [
        ({"kind": "fact"}, "kind is 'fact'"),
        ({"unit": None}, "a level needs unit"),
        ({"base": "2023"}, "base has no place in a level"),
        ({"direction": "increase"}, "direction has no place in a level"),
        ({"metric": "exports"}, "metric should be a list"),
        ({"metric": ["Wheat exports"]}, "not in lower case"),
        ({"metric": ["interest rate"]}, "has an id of the vocabulary: interest_rate"),
        ({"metric": ["the harvests"]}, "begins with a determiner"),
        ({"comparator": "about"}, "comparator is 'about'"),
        ({"modality": ["reported", "hoped"]}, "modality is 'hoped'"),
        ({"value": "3bn"}, "value is no plain decimal"),
        ({"value": "3e9"}, "value is no plain decimal"),
        ({"period": "last year"}, "period is no EDTF"),
        ({"period": ["2024", "2024-13"]}, "period is no EDTF: '2024-13'"),
        ({"mentions": []}, "there is no mention"),
        ({"mentions": [[23, 19]]}, "is no span"),
        ({"mentions": [[19, 99]]}, "beyond the text"),
        ({"mentions": [[18, 23]]}, "white space"),
        ({"mentions": [[1, 7]]}, "cuts a word"),
        ({"mentions": [["19", "23"]]}, "is no [start, end]"),
        ({"colour": "red"}, "unknown: colour"),
    ],
)
def test_what_the_guide_forbids(claim: dict[str, Any], problem: str) -> None:
    """Each breach of the guide is named once, with the claim it stands in."""
    (found,) = problems(**claim)
    assert problem in found
    assert "claim 1" in found


def test_statements_and_repeated_facts() -> None:
    """Statements are checked too, and a fact annotated twice is noticed."""
    document = deepcopy(SOUND)
    document["claims"] *= 2
    document["statements"][0] |= {"mode": "quoted", "cue": "shouted"}
    found = list(of_document(document, {"a": TEXT}))
    assert [("mode" in each, "cue" in each, "2 times" in each) for each in found] == [
        (True, False, False),
        (False, True, False),
        (False, False, True),
    ]


def test_problems_carry_file_and_line(tmp_path: Path) -> None:
    """A problem is told as file:line, also for a line that is no JSON and an id that stands twice."""
    path = tmp_path / "gold.jsonl"
    path.write_text("\n".join(["{", json.dumps(SOUND), json.dumps(SOUND), "[]"]), encoding="utf-8")
    found = list(check(path))
    assert [each.split(": ")[0] for each in found] == [f"{path}:{line}" for line in (1, 3, 4)]
