"""How often each rule is right: its precision on gold, smoothed, with the number of claims behind it.

A rule that made few claims is drawn towards the precision of all rules together, as if that precision had
been seen on `WEIGHT` claims of its own more (the mean of a beta distribution; Gelman et al., Bayesian Data
Analysis, 2013, section 2.4). A rule that made none on gold has the precision of all rules and a count of 0.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import patterns
from evaluation.article import Article

PATH = Path(patterns.__file__).with_name("confidence.yaml")
WEIGHT = 5

HEAD = """\
# How far to trust each rule: the share of its claims on gold that were right (`right` of `made`), drawn
# towards that of all rules where it made few. `onrecord confidence` measures it anew; it is not edited by
# hand.
"""


def measured(articles: Sequence[Article]) -> dict[str, Any]:
    """`{"all": Trust, "rules": {rule: Trust}}` with Trust `{"confidence": str, "right": str, "made": str}`.

    A claim is right where it pairs with a gold claim and agrees in action, value, upper value, unit and
    direction.
    """
    right: Counter[str] = Counter()
    made: Counter[str] = Counter()
    for article in articles:
        for match in article.matches:
            rule = str(match.predicted.raw.get("rule"))
            made[rule] += 1
            right[rule] += match.found
        made.update(str(claim.raw.get("rule")) for claim in article.spurious)
    overall = (right.total() + 1) / (made.total() + 2)
    return {
        "all": _trust(overall, right.total(), made.total()),
        "rules": {
            rule: _trust((right[rule] + WEIGHT * overall) / (made[rule] + WEIGHT), right[rule], made[rule])
            for rule in sorted(made)
        },
    }


def save(table: dict[str, Any], path: Path) -> None:
    """Write the table as the pipeline reads it."""
    rows = [f"all: {_row(table['all'])}", "rules:"]
    rows += [f"  {rule}: {_row(trust)}" for rule, trust in table["rules"].items()]
    path.write_text(HEAD + "\n".join(rows) + "\n", encoding="utf-8")


def _trust(confidence: float, right: int, made: int) -> dict[str, str]:
    return {"confidence": f"{confidence:.2f}", "right": str(right), "made": str(made)}


def _row(trust: dict[str, str]) -> str:
    return "{" + ", ".join(f"{name}: {value}" for name, value in trust.items()) + "}"
