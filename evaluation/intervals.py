"""How sure the figures are: bootstrap intervals over articles, and a paired permutation test.

Bootstrap percentile intervals after Efron and Tibshirani, An Introduction to the Bootstrap (1993), chapter
13; the permutation (approximate randomisation) test after Noreen, Computer-Intensive Methods for Testing
Hypotheses (1989). Both resample whole articles, for the claims of one article are not independent of each
other.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from evaluation.article import FIGURES, Article
from evaluation.counts import Counts

if TYPE_CHECKING:
    from numpy import float64
    from numpy.typing import NDArray

    Table = NDArray[float64]

FEW = 20
ROUNDS = 2000
SEED = 20

HEADLINES: Mapping[str, Callable[[Article], Counts]] = {
    "figures.found": lambda article: article.counts(FIGURES)["found"],
    "figures.field": lambda article: article.counts(FIGURES)["field"],
    "figures.exact": lambda article: article.counts(FIGURES)["exact"],
    "events.found": lambda article: article.counts(("event",))["found"],
    "total.found": lambda article: article.counts()["found"],
    "total.field": lambda article: article.counts()["field"],
    "total.exact": lambda article: article.counts()["exact"],
    "statements.span": lambda article: article.statements,
    "statements.speaker": lambda article: article.speakers,
}


@dataclass(frozen=True)
class Difference:
    """NEW minus OLD in one F1, its 95% interval, and how often chance alone gives as much (two-sided p)."""

    old: float
    new: float
    low: float
    high: float
    p: float

    @property
    def difference(self) -> float:
        return self.new - self.old

    def as_dict(self) -> dict[str, float]:
        return {
            "old": self.old,
            "new": self.new,
            "difference": self.difference,
            "low": self.low,
            "high": self.high,
            "p": self.p,
        }


def intervals(articles: Sequence[Article], rounds: int = ROUNDS) -> dict[str, dict[str, list[float]]]:
    """The 95% interval of precision, recall and F1 of each headline.

    `{"figures.found": {"precision" | "recall" | "f1": [low, high]}}`. Headlines of which the articles hold
    nothing are left out, and so are all of them for fewer than two articles.
    """
    import numpy

    if len(articles) < 2:
        return {}
    picks = _picks(len(articles), rounds)
    found: dict[str, dict[str, list[float]]] = {}
    for name, counts in HEADLINES.items():
        table = _table(articles, counts)
        if not table[:, 1:].any():
            continue
        right, predicted, gold = (picks @ table).T
        ratios = {
            "precision": (right, predicted),
            "recall": (right, gold),
            "f1": (2 * right, predicted + gold),
        }
        found[name] = {
            measure: [float(bound) for bound in numpy.percentile(_ratio(above, below), (2.5, 97.5))]
            for measure, (above, below) in ratios.items()
        }
    return found


def differences(
    old: Sequence[Article], new: Sequence[Article], rounds: int = ROUNDS
) -> dict[str, Difference]:
    """Each headline F1 of two systems on the same articles, in the same order.

    p is the share of random swaps of the two systems' results, article by article, that make a difference at
    least as large as the observed one, the observed one counted in.
    """
    import numpy

    if [article.id for article in old] != [article.id for article in new]:
        raise ValueError("the two systems must be compared on the same articles")
    picks = _picks(len(old), rounds)
    swaps = numpy.random.default_rng(SEED).integers(0, 2, size=(rounds, len(old)))
    found: dict[str, Difference] = {}
    for name, counts in HEADLINES.items():
        before, after = _table(old, counts), _table(new, counts)
        if not before[:, 1:].any() and not after[:, 1:].any():
            continue
        observed = _f1(after.sum(axis=0)) - _f1(before.sum(axis=0))
        shift = swaps @ (after - before)
        by_chance = _f1(after.sum(axis=0) - shift) - _f1(before.sum(axis=0) + shift)
        resampled = _f1(picks @ after) - _f1(picks @ before)
        low, high = numpy.percentile(resampled, (2.5, 97.5))
        extreme = int((abs(by_chance) >= abs(observed) - 1e-12).sum())
        found[name] = Difference(
            float(_f1(before.sum(axis=0))),
            float(_f1(after.sum(axis=0))),
            float(low),
            float(high),
            (extreme + 1) / (rounds + 1),
        )
    return found


def caution(articles: int) -> str | None:
    """What a reader must know where there are few articles; None where there are enough."""
    if articles < 2:
        return "One article: no interval can be given, and the figures say nothing about the next article."
    if articles < FEW:
        return (
            f"Only {articles} articles: the intervals are rough and themselves too narrow; "
            "a difference of a few points between two runs may well be chance."
        )
    return None


def _picks(articles: int, rounds: int) -> Any:
    """How often each article is drawn in each round: rounds x articles."""
    import numpy

    chance = numpy.full(articles, 1 / articles)
    return numpy.random.default_rng(SEED).multinomial(articles, chance, size=rounds).astype(float)


def _table(articles: Sequence[Article], counts: Callable[[Article], Counts]) -> Any:
    """The counts of each article: articles x (right, predicted, gold)."""
    import numpy

    return numpy.array([counts(article) for article in articles], dtype=float)


def _f1(counts: Any) -> Any:
    right, predicted, gold = counts[..., 0], counts[..., 1], counts[..., 2]
    return _ratio(2 * right, predicted + gold)


def _ratio(above: Any, below: Any) -> Any:
    import numpy

    return numpy.divide(above, below, out=numpy.zeros_like(above), where=below > 0)
