import pytest

from evaluation.fields import FIELDS, Outcome, agrees, answers, entry, outcome, outcomes, same_number


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("4870000000", "4.87e9", True),
        ("33.333", "33.33", True),
        ("33.33", "33.333", True),
        ("66.67", "66.6", False),
        ("33", "33.3", False),
        ("1e999999", "1", False),
        ("nan", "nan", True),
        ("many", "many", True),
        ("many", "7", False),
    ],
)
def test_numbers(one: str, other: str, same: bool) -> None:
    """Values are equal as decimals, or the longer rounds to the shorter where both have decimals."""
    assert same_number(one, other) is same


def test_a_vocabulary_id_agrees_only_with_itself() -> None:
    """An id of the metric vocabulary is not matched by words in common."""
    assert agrees("metric", "exports", "exports")
    assert not agrees("metric", "export", "exports")
    assert agrees("metric", "wheat export", "wheat exports")


def test_codes_agree_literally() -> None:
    """Units, periods and the like are compared as strings."""
    assert not agrees("unit", "usd", "USD")
    assert not agrees("period", "2025-1", "2025-01")


@pytest.mark.parametrize(
    ("field", "predicted", "gold", "expected"),
    [
        ("unit", "USD", "USD", "right"),
        ("unit", "USD", "EUR", "wrong"),
        ("unit", "USD", None, "extra"),
        ("unit", None, "USD", "absent"),
        ("unit", None, None, "silent"),
        ("period", None, ["2025", None], "silent"),
        ("period", "2024", ["2025", None], "excused"),
        ("period", "2025", [None, "2025"], "right"),
        ("comparator", "=", None, "silent"),
        ("comparator", "=", "~", "absent"),
        ("comparator", None, ["=", "~"], "silent"),
        ("comparator", "~", "=", "extra"),
        ("modality", "reported", None, "silent"),
        ("negated", False, None, "silent"),
        ("negated", True, True, "right"),
        ("speaker", "Ministry of Health", ["Health Ministry", "ministry"], "right"),
    ],
)
def test_outcomes_of_one_field(field: str, predicted: object, gold: object, expected: Outcome) -> None:
    """Silence, defaults and several accepted answers count as the scoring rules say."""
    assert outcome(field, answers(field, predicted), answers(field, gold)) == expected


def test_bilateral_trade_stands_either_way_round() -> None:
    """Subject and counterpart may be exchanged in a level of trade, and in nothing else."""
    gold = {"kind": "level", "metric": ["trade"], "subject": ["Chad"], "counterpart": ["Mali"]}
    turned = gold | {"metric": "trade", "subject": "Mali", "counterpart": "Chad"}
    assert set(outcomes(entry(turned), entry(gold))) == {"right", "silent"}
    sold = outcomes(entry(turned | {"metric": "exports"}), entry(gold | {"metric": ["exports"]}))
    assert sold[FIELDS.index("subject")] == "wrong"
    ranked = outcomes(entry(turned | {"kind": "rank"}), entry(gold | {"kind": "rank"}))
    assert ranked[FIELDS.index("counterpart")] == "wrong"
