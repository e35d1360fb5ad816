import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluation.annotation import brat, label_studio
from evaluation.annotation.draft import drafted
from evaluation.annotation.shapes import gold_claim, gold_document, gold_statement
from evaluation.predict import articles
from evaluation.sets import gold_sets
from pipeline.errors import InputError

WORDS = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=8).filter(
    lambda text: text != label_studio.SILENCE
)
ANSWERS = st.none() | st.lists(st.none() | WORDS, min_size=1, max_size=3)
LETTERS = "Sales rose,\nsaid Ann.\n\nThen they fell."
SPAN = (
    st.tuples(st.integers(0, len(LETTERS) - 1), st.integers(1, 9))
    .map(lambda pair: [pair[0], min(pair[0] + pair[1], len(LETTERS))])
    .filter(lambda span: LETTERS[slice(*span)] == LETTERS[slice(*span)].strip())
)
CLAIM = st.builds(
    gold_claim,
    st.sampled_from(["level", "event"]),
    st.fixed_dictionaries(
        {"metric": ANSWERS, "speaker": ANSWERS, "value": st.none() | WORDS, "negated": st.booleans()}
    ),
    st.lists(SPAN, min_size=1, max_size=3),
)
STATEMENT = st.builds(
    lambda speaker, span: gold_statement({"speaker": speaker, "cue": "said", "mode": "direct"}, *span),
    ANSWERS,
    SPAN,
)
DOCUMENT = st.builds(
    gold_document,
    st.just({"id": "a/b", "publisher": "Lark"}),
    st.lists(CLAIM, max_size=3),
    st.lists(STATEMENT, max_size=2),
)


@given(DOCUMENT)
def test_label_studio_there_and_back(document: dict[str, Any]) -> None:
    """What is exported to Label Studio comes back as it was, through JSON."""
    tasks = json.loads(json.dumps(label_studio.exported([document], {"a/b": LETTERS})))
    assert label_studio.imported(tasks) == [document]


@given(document=DOCUMENT)
def test_brat_there_and_back(document: dict[str, Any], tmp_path_factory: pytest.TempPathFactory) -> None:
    """What is exported to brat comes back as it was, also over line ends and for ids with a slash."""
    folder = tmp_path_factory.mktemp("brat")
    brat.export([document], {"a/b": LETTERS}, folder)
    assert brat.imported(folder) == [document]


@pytest.mark.parametrize("gold_set", gold_sets(), ids=lambda each: each.name)
def test_the_projects_gold_there_and_back(gold_set: Any, tmp_path: Path) -> None:
    """Our own gold survives both formats, and drafting changes nothing in it."""
    gold, texts = gold_set.records(), articles([gold_set.docs]).texts
    brat.export(gold, texts, tmp_path)
    assert brat.imported(tmp_path) == gold
    assert label_studio.imported(label_studio.exported(gold, texts)) == gold
    assert [drafted(record) for record in gold] == gold


def test_what_annotators_add_by_hand_is_read() -> None:
    """A region without any field is a claim with defaults; a cancelled annotation is none."""
    region = {
        "id": "x",
        "from_name": "label",
        "to_name": "text",
        "type": "labels",
        "value": {"start": 0, "end": 5, "text": "Sales", "labels": ["trend"]},
    }
    task = {"data": {"id": "a"}, "annotations": [{"result": [region]}, {"result": [], "was_cancelled": True}]}
    (document,) = label_studio.imported([task])
    assert document["claims"] == [gold_claim("trend", {}, [[0, 5]])]


def test_a_broken_line_of_standoff_is_named(tmp_path: Path) -> None:
    """A line of an .ann file that is no standoff is told with its file and number."""
    (tmp_path / "a.ann").write_text("T1\tlevel 0 5\tSales\nT2\tlevel five\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"a\.ann:2"):
        brat.imported(tmp_path)
