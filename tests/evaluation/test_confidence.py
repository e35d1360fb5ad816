from pathlib import Path

from evaluation.article import compare
from evaluation.confidence import measured, save
from pipeline.rules.tables import load


def claims(rule: str, right: int, wrong: int) -> list[dict[str, object]]:
    return [
        {"kind": "level", "value": str(at < right), "unit": "USD", "rule": rule, "mentions": [[at, at + 1]]}
        for at in range(right + wrong)
    ]


def test_precision_of_each_rule_is_drawn_towards_that_of_all(tmp_path: Path) -> None:
    """A rule right on one claim of one is trusted less than one right on forty of forty."""
    gold = [{"kind": "level", "value": "True", "unit": "USD", "mentions": [[at, at + 1]]} for at in range(40)]
    often = compare({"id": "a", "claims": gold}, {"claims": claims("often", 40, 0)})
    once = compare({"id": "b", "claims": gold[:1]}, {"claims": claims("once", 1, 0)})
    never = compare({"id": "c", "claims": gold[:9]}, {"claims": claims("never", 0, 9)})
    table = measured([often, once, never])
    trust = {rule: float(row["confidence"]) for rule, row in table["rules"].items()}
    assert trust["never"] < float(table["all"]["confidence"]) < trust["once"] < trust["often"] < 1
    assert table["rules"]["never"]["made"] == "9"
    save(table, tmp_path / "confidence.yaml")
    assert load(tmp_path / "confidence.yaml") == table
