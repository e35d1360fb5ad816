import json
import random
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluation import score
from evaluation.sets import gold_sets

Record = dict[str, Any]


def claim(start: int, end: int, **fields: Any) -> Record:
    return {"kind": "level", "metric": "exports", "unit": "USD", "mentions": [[start, end]], **fields}


def document(*claims: Record, **fields: Any) -> Record:
    return {"id": "a", "claims": list(claims), "statements": [], **fields}


def test_a_found_pair_with_a_wrong_field() -> None:
    """A pair may be found without being exact; its wrong field is a false positive and a false negative."""
    report = score(
        [document(claim(0, 9, value="5", subject=["Peru"]))],
        [document(claim(4, 9, value="5", subject="Chile"))],
    )
    assert report["total"]["found"]["f1"] == 1
    assert report["total"]["exact"]["f1"] == 0
    assert report["total"]["field"] == {
        "precision": 0.75, "recall": 0.75, "f1": 0.75, "right": 3, "predicted": 4, "gold": 4,
    }  # fmt: skip
    assert report["by_field"]["subject"]["f1"] == 0
    assert report["by_kind"]["level"]["found"]["right"] == 1
    assert report["events"]["found"]["f1"] is None


def test_values_must_agree_for_a_pair() -> None:
    """A prediction of another value answers nothing: one spurious, one missed."""
    report = score([document(claim(0, 9, value="5"))], [document(claim(0, 9, value="6"))])
    assert report["total"]["found"] == {
        "precision": 0, "recall": 0, "f1": 0, "right": 0, "predicted": 1, "gold": 1,
    }  # fmt: skip
    assert report["by_field"]["unit"]["right"] == 0


def test_a_claim_without_value_may_pair_with_one_that_has_it() -> None:
    """A missing value does not forbid the pair, but it is not found."""
    report = score([document(claim(0, 9, value="5"))], [document(claim(0, 9))])
    assert report["total"]["found"]["right"] == 0
    assert report["by_field"]["unit"]["right"] == 1


def test_another_kind_never_pairs() -> None:
    """Claims of different kinds are one spurious and one missed, each under its own kind."""
    report = score([document(claim(0, 9))], [document(claim(0, 9, kind="change"))])
    assert (
        report["by_kind"]["level"]["found"]["gold"] == report["by_kind"]["change"]["found"]["predicted"] == 1
    )


def test_a_kind_that_is_none_counts_against_precision() -> None:
    """A prediction of an unknown kind cannot be right, and is counted."""
    report = score([document(claim(0, 9))], [document(claim(0, 9), claim(0, 9, kind="fact"))])
    assert report["total"]["found"]["precision"] == 0.5
    assert report["by_field"]["unit"]["predicted"] == 2


def test_a_missed_claim_owes_only_fields_that_do_not_accept_silence() -> None:
    """Fields whose gold accepts silence are no false negatives of a missed claim."""
    report = score([document(claim(0, 9, value="5", period=["2025", None]))], [])
    assert report["total"]["field"]["gold"] == 3
    assert report["by_field"]["period"]["gold"] == 0


def test_an_exact_pair_is_preferred_to_a_merely_found_one() -> None:
    """Of two predictions for one gold claim the exact one pairs, whatever their order."""
    wanted = [document(claim(0, 9, value="5", subject=["Peru"]))]
    rough, exact = claim(0, 9, value="5", subject="Chile"), claim(5, 6, value="5", subject="Peru")
    for order in ([rough, exact], [exact, rough]):
        assert score(wanted, [document(*order)])["total"]["exact"]["right"] == 1


def test_statements_pair_by_half_their_span() -> None:
    """Statements pair from an intersection over union of one half on; the speaker counts apart."""
    wanted = [document(statements=[{"speaker": ["Ann Lee", "she"], "start": 0, "end": 100}])]
    near = {"speaker": "Lee", "start": 0, "end": 50}
    report = score(wanted, [document(statements=[near])])
    assert report["statements"]["span"]["f1"] == 1
    assert report["statements"]["speaker"]["f1"] == 0
    assert score(wanted, [document(statements=[near | {"end": 49}])])["statements"]["span"]["f1"] == 0


def test_of_two_statements_the_one_of_the_same_speaker_pairs() -> None:
    """Among statements of the same span the same speaker is preferred."""
    wanted = [document(statements=[{"speaker": ["Ann"], "start": 0, "end": 10}])]
    both = [{"speaker": "Bob", "start": 0, "end": 10}, {"speaker": "Ann", "start": 0, "end": 9}]
    assert score(wanted, [document(statements=both)])["statements"]["speaker"]["right"] == 1


def test_document_fields() -> None:
    """Metadata are shares of articles; a date agrees only with itself, an outlet by its words."""
    wanted = [document(published="2025-06-05", publisher="The Lark", dateline=None)]
    report = score(wanted, [document(published="2025-06", publisher="Lark", dateline=None)])
    assert report["documents"] == {"published": 0, "publisher": 1, "dateline": 1}


def test_articles_without_prediction_or_gold() -> None:
    """Gold without a prediction is missed; a prediction without gold is left out and named."""
    report = score([document(claim(0, 9))], [document(claim(0, 9), id="b")])
    assert report["unscored"] == ["b"]
    assert (report["total"]["found"]["gold"], report["total"]["found"]["predicted"]) == (1, 0)
    assert report["total"]["found"]["recall"] == 0


@pytest.mark.parametrize("gold_set", gold_sets(), ids=lambda each: each.name)
def test_gold_scores_one_against_itself(gold_set: Any) -> None:
    """The first accepted answers of every claim, as predictions, are perfect."""
    wanted = _lines(gold_set.gold)
    report = score(wanted, [_first_answers(record) for record in wanted])
    parts = [*report["total"].values(), *report["by_field"].values(), *report["statements"].values()]
    assert {part["f1"] for part in parts} <= {1.0, None}
    assert set(report["documents"].values()) == {1.0}
    assert score(wanted, [])["total"]["found"]["recall"] == 0


def _lines(path: Path) -> list[Record]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def _first_answers(record: Record) -> Record:
    first = deepcopy(record)
    for item in [*first["claims"], *first["statements"]]:
        for field, accepted in item.items():
            if isinstance(accepted, list) and field != "mentions":
                item[field] = accepted[0]
    return first


SPAN = st.tuples(st.integers(0, 12), st.integers(1, 4)).map(lambda pair: [pair[0], pair[0] + pair[1]])
CLAIM = st.fixed_dictionaries(
    {
        "kind": st.sampled_from(["level", "change", "event"]),
        "mentions": st.lists(SPAN, min_size=1, max_size=2),
        "metric": st.sampled_from([None, "exports", "wheat harvest"]),
        "subject": st.sampled_from([None, "Peru", "Chile"]),
        "value": st.sampled_from([None, "1", "2"]),
        "unit": st.sampled_from([None, "USD"]),
        "comparator": st.sampled_from(["=", "~"]),
        "modality": st.sampled_from(["reported", "planned"]),
    }
)
STATEMENT = st.tuples(SPAN, st.sampled_from([None, "Ann", "Bob"])).map(
    lambda pair: {"start": pair[0][0], "end": pair[0][1], "speaker": pair[1]}
)
DOCUMENTS = st.lists(st.tuples(st.lists(CLAIM, max_size=6), st.lists(STATEMENT, max_size=4)), max_size=3).map(
    lambda parts: [
        {"id": f"d{at}", "claims": claims, "statements": statements}
        for at, (claims, statements) in enumerate(parts)
    ]
)


@given(DOCUMENTS, DOCUMENTS, st.randoms(use_true_random=False))
def test_order_changes_no_figure(gold: list[Record], predicted: list[Record], chance: random.Random) -> None:
    """Shuffled articles, claims, statements and mentions on either side give the same report."""
    assert score(_shuffled(gold, chance), _shuffled(predicted, chance)) == score(gold, predicted)


def _shuffled(documents: list[Record], chance: random.Random) -> list[Record]:
    mixed = deepcopy(documents)
    for record in mixed:
        for each in record["claims"]:
            chance.shuffle(each["mentions"])
        chance.shuffle(record["claims"])
        chance.shuffle(record["statements"])
    chance.shuffle(mixed)
    return mixed


@given(DOCUMENTS)
def test_a_perfect_prediction_scores_one_and_an_empty_one_recalls_nothing(gold: list[Record]) -> None:
    """What gold says, predicted, is right throughout; nothing, predicted, recalls nothing."""
    perfect, empty = score(gold, gold), score(gold, [])
    for measure in ("found", "field", "exact"):
        assert perfect["total"][measure]["f1"] in (1, None)
        assert empty["total"][measure]["recall"] in (0, None)
    assert perfect["statements"]["speaker"]["f1"] in (1, None)


@given(DOCUMENTS, DOCUMENTS)
def test_swapped_roles_swap_precision_and_recall(one: list[Record], other: list[Record]) -> None:
    """Gold as prediction and prediction as gold give the same counts, the other way round."""
    ids = {record["id"] for record in one} & {record["id"] for record in other}
    one, other = ([record for record in side if record["id"] in ids] for side in (one, other))
    there, back = score(one, other), score(other, one)
    for part in ("total", "figures", "events"):
        for measure in ("found", "field", "exact"):
            mine, theirs = there[part][measure], back[part][measure]
            assert (mine["precision"], mine["recall"]) == (theirs["recall"], theirs["precision"])
    assert there["statements"]["span"]["right"] == back["statements"]["span"]["right"]
