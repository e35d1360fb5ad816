"""How far two annotators agree: found and field F1, and Krippendorff's alpha on the closed fields."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from evaluation.align import best_pairing, overlapping, shared
from evaluation.article import Record
from evaluation.fields import Entry, entry
from evaluation.scoring import pair_up, report

CLOSED = ("action", "unit", "comparator", "direction", "modality", "negated")


def agreement(one: Sequence[Record], other: Sequence[Record]) -> dict[str, Any]:
    """The agreement of two annotators on the articles that both annotated.

    `{"articles": int, "found": float | None, "field": float | None, "alpha": {field: float | None},
    "pairs": int}`. F1 is the mean of both directions, the best answer of one held against all accepted
    answers of the other. Alpha is over claims whose mentions overlap, `pairs` of them: `kind` over all of
    these, the other fields over those of one kind. 1 is perfect, 0 what chance would give, None where the
    annotators never had to choose.
    """
    ids = {str(record["id"]) for record in one} & {str(record["id"]) for record in other}
    mine, theirs = ([record for record in side if str(record["id"]) in ids] for side in (one, other))
    directions = [_total(mine, theirs), _total(theirs, mine)]
    pairs = [pair for record in mine for pair in _aligned(record, _of(theirs, record["id"]))]
    alike = [(left, right) for left, right in pairs if left.kind == right.kind]
    alphas = {"kind": alpha([(left.kind, right.kind) for left, right in pairs])}
    alphas |= {field: alpha([(_best(a, field), _best(b, field)) for a, b in alike]) for field in CLOSED}
    return {
        "articles": len(ids),
        "found": _mean(each["found"]["f1"] for each in directions),
        "field": _mean(each["field"]["f1"] for each in directions),
        "alpha": alphas,
        "pairs": len(pairs),
    }


def alpha(pairs: Sequence[tuple[str, str]]) -> float | None:
    """Krippendorff's alpha for two coders, nominal data, none missing (Content Analysis, 2004, chapter 11).

    None where there is nothing to tell apart: no pairs, or one category only.
    """
    totals = Counter(value for pair in pairs for value in pair)
    number = totals.total()
    expected = number * number - sum(count * count for count in totals.values())
    if not expected:
        return None
    observed = 2 * sum(left != right for left, right in pairs)
    return 1 - (number - 1) * observed / expected


def _total(gold: Iterable[Record], predicted: Iterable[Record]) -> dict[str, Any]:
    total: dict[str, Any] = report(*pair_up(gold, predicted))["total"]
    return total


def _aligned(one: Record, other: Record) -> list[tuple[Entry, Entry]]:
    """Claims of two annotators whose mentions overlap, one to one, of one kind if possible."""
    mine, theirs = ([entry(claim) for claim in side.get("claims") or ()] for side in (one, other))
    merits = {
        (row, column): (
            int(mine[row].kind == theirs[column].kind),
            int(mine[row]["value"].texts[:1] == theirs[column]["value"].texts[:1]),
            shared(mine[row].mentions, theirs[column].mentions),
        )
        for row, column in overlapping([each.mentions for each in mine], [each.mentions for each in theirs])
    }
    return [(mine[row], theirs[column]) for row, column in best_pairing(merits)]


def _of(records: Iterable[Record], name: Any) -> Record:
    return next(record for record in records if str(record["id"]) == str(name))


def _best(claim: Entry, field: str) -> str:
    return (*claim[field].texts, "")[0]


def _mean(ratios: Iterable[float | None]) -> float | None:
    known = [ratio for ratio in ratios if ratio is not None]
    return sum(known) / len(known) if known else None
