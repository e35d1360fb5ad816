"""One full report: the figures, how sure they are, what they were fitted on, and the errors behind them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from evaluation import errors, intervals, scoring
from evaluation.article import Record
from evaluation.sets import fitted_ids


def study(
    gold: Iterable[Record],
    predicted: Iterable[Record],
    texts: Mapping[str, str],
    *,
    details: bool = True,
    nearest: errors.Nearest | None = None,
) -> dict[str, Any]:
    """The report of `scoring.score` with, besides:

    `intervals` (`{"figures.found": {"precision" | "recall" | "f1": [low, high]}}`), `caution` (a sentence
    where there are few articles, else None), `fitted` (the ids of articles that rules were written on), and,
    with `details`, `error_counts` (`{class: number}`) and `errors` (one dict each, see `errors.Problem`).
    `texts` gives the text of an article by its id; sentences are None for articles without one.
    """
    articles, unscored = scoring.pair_up(gold, predicted)
    fitted = fitted_ids()
    report = scoring.report(articles, unscored) | {
        "intervals": intervals.intervals(articles),
        "caution": intervals.caution(len(articles)),
        "fitted": [article.id for article in articles if article.id in fitted],
    }
    if details:
        found = errors.problems(articles, texts, nearest)
        report |= {"error_counts": errors.tally(found), "errors": [each.as_dict() for each in found]}
    return report


def warnings(report: Mapping[str, Any]) -> Iterator[str]:
    """What must stand beside the figures of a report wherever they are shown: fitted scores, few articles."""
    if report["fitted"]:
        yield (
            f"FITTED: rules were written on {len(report['fitted'])} of these {report['articles']} articles; "
            "expect less on others."
        )
    if report["caution"]:
        yield report["caution"]
