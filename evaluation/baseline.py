"""The figures that must not fall, with a hash of the gold they were measured on: `baseline.json`.

The file reads `{"sets": {name: Standing}, "history":
[{"date","because","set","gold","figures","lowered"}]}` with Standing `{"gold": SHA-256 of the gold file,
"figures": {headline: F1 or share of articles}}`. Every change of a standing adds to the history, which is
only ever appended to: the first entry of a set is its first run.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from evaluation.article import METADATA
from evaluation.files import digest
from evaluation.intervals import HEADLINES
from evaluation.sets import GoldSet

PATH = Path(__file__).with_name("baseline.json")
DIGITS = 4

Figures = Mapping[str, float]
Baseline = dict[str, Any]


def load(path: Path) -> Baseline:
    """The baseline on record, an empty one where there is none yet."""
    if not path.exists():
        return {"sets": {}, "history": []}
    baseline: Baseline = json.loads(path.read_text(encoding="utf-8"))
    return baseline


def save(baseline: Baseline, path: Path) -> None:
    """Write the baseline, readable in a diff."""
    path.write_text(json.dumps(baseline, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def figures(report: Mapping[str, Any]) -> dict[str, float]:
    """The headline figures of a report: F1, and the share of articles right of each document field."""
    ratios = {name: _f1(report, name) for name in HEADLINES}
    ratios |= {f"documents.{field}": report["documents"][field] for field in METADATA}
    return {name: round(ratio, DIGITS) for name, ratio in ratios.items() if ratio is not None}


def falls(before: Figures, now: Figures) -> dict[str, tuple[float, float]]:
    """The headlines that fell, each with what it was and what it is."""
    return {name: (was, now.get(name, 0.0)) for name, was in before.items() if now.get(name, 0.0) < was}


def complaints(baseline: Baseline, gold_set: GoldSet, now: Figures) -> Iterator[str]:
    """What is wrong with the figures of a set, one sentence each; nothing for a set without a standing."""
    standing = baseline["sets"].get(gold_set.name)
    if standing is None:
        return
    if standing["gold"] != digest(gold_set.gold):
        yield f"{gold_set.name}: the gold has changed since the baseline was taken; take it again"
    for name, (was, value) in falls(standing["figures"], now).items():
        yield f"{gold_set.name}: {name} fell from {was:.4f} to {value:.4f}"


def raised(baseline: Baseline, gold_set: GoldSet, now: Figures, because: str) -> Baseline:
    """The baseline with the figures of a set as they are now, and the change told in its history."""
    before = baseline["sets"].get(gold_set.name, {"figures": {}})
    standing = {"gold": digest(gold_set.gold), "figures": dict(now)}
    if before == standing:
        return baseline
    entry = {
        "date": date.today().isoformat(),
        "because": because,
        "set": gold_set.name,
        **standing,
        "lowered": {name: list(change) for name, change in falls(before["figures"], now).items()},
    }
    return {
        "sets": baseline["sets"] | {gold_set.name: standing},
        "history": [*baseline["history"], entry],
    }


def _f1(report: Mapping[str, Any], headline: str) -> float | None:
    part, measure = headline.split(".")
    ratio: float | None = report[part][measure]["f1"]
    return ratio
