"""Fit weights to choices: a conditional logit model whose statements also speak in pairs.

Of a conditional logit model (McFadden 1974) with an L2 penalty the likelihood of the right candidates
together is made as large as can be. A sum of weights can't say that two statements mean more together than
each by itself, and there are too many pairs to weigh them all; so the pairs that would raise the likelihood
most are added, a few hundred at a time, and all is fitted again (Della Pietra, Della Pietra and Lafferty
1997, *Inducing features of random fields*; McCallum 2003, *Efficiently inducing features of conditional
random fields*).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix, diags, hstack, triu

from pipeline.model import Span

SELDOM = 30
"""What is true of fewer candidates than this gets no weight."""
SELDOM_TOGETHER = 100
STEPS = 4
PAIRS = 500
"""How often pairs are added, and how many each time."""
_BLOCK = 2000


@dataclass(frozen=True)
class Choice:
    """One figure: what is true of each candidate, which of them are right, and which one the rules named.

    `weight` is how much it counts; `span` is where it stands and `candidates` are their names.
    """

    article: str
    weight: float
    true: tuple[Collection[str], ...]
    right: tuple[bool, ...]
    by_rule: int
    span: Span = (0, 0)
    candidates: tuple[str | None, ...] = ()


@dataclass(frozen=True)
class Fitted:
    """The weight of each statement, and how much more two of them weigh together, the seldomer one first."""

    alone: dict[str, float]
    together: dict[tuple[str, str], float]

    def right(self, choices: Sequence[Choice]) -> list[bool]:
        """Whether the candidate for which most speaks is a right one, for each choice."""
        table = _Table(choices, list(self.alone))
        place = {what: at for at, what in enumerate(self.alone)}
        pairs = np.array([(place[one], place[other]) for one, other in self.together]).reshape(-1, 2)
        weights = np.array([*self.alone.values(), *self.together.values()])
        score = hstack([table.true, _joined(table.true, pairs)]).tocsr() @ weights
        return [bool(table.right[a + int(np.argmax(score[a:b]))]) for a, b in pairwise(table.edges)]


class _Table:
    """One row a candidate: what is true of it (sparse), whether it is right, and where each figure begins."""

    def __init__(self, choices: Sequence[Choice], known: Sequence[str]) -> None:
        place = {what: at for at, what in enumerate(known)}
        rows = [[place[what] for what in true if what in place] for choice in choices for true in choice.true]
        ends = np.cumsum([0, *map(len, rows)])
        columns = np.array([at for row in rows for at in row])
        self.true = csr_matrix((np.ones(len(columns)), columns, ends), shape=(len(rows), len(known)))
        self.right = np.array([each for choice in choices for each in choice.right], float)
        self.edges = np.cumsum([0, *(len(choice.true) for choice in choices)])
        self.figure = np.repeat(np.arange(len(choices)), np.diff(self.edges))
        self.counts = np.array([choice.weight for choice in choices])

    def odds(self, score: Any) -> tuple[Any, Any]:
        """The likelihood of each candidate, and that of the right ones of each figure together."""
        starts = self.edges[:-1]
        odds = np.exp(score - np.maximum.reduceat(score, starts)[self.figure])
        share = odds / np.add.reduceat(odds, starts)[self.figure]
        return share, np.maximum(np.add.reduceat(share * self.right, starts), 1e-12)

    def slope(self, share: Any, good: Any) -> Any:
        """How the loss changes with the score of each candidate."""
        return self.counts[self.figure] * (share - share * self.right / good[self.figure])


def fit(choices: Sequence[Choice], penalty: float, readings: int = 1, steps: int = STEPS) -> Fitted:
    """The weights of what is true of enough candidates, from choices gathered in so many readings."""
    told = [choice for choice in choices if any(choice.right)]
    seldomest_first = sorted(_counts(choices).items(), key=lambda item: item[::-1])
    known = [what for what, count in seldomest_first if count >= SELDOM * readings]
    table = _Table(told, known)
    pairs = np.empty((0, 2), int)
    true, weights = table.true, _weights(table, table.true, penalty * readings, np.zeros(len(known)))
    often = _often(true, SELDOM_TOGETHER * readings)
    for _ in range(steps):
        new, often = _most_telling(table, true @ weights, often, penalty * readings)
        pairs = np.vstack([pairs, new])
        true = hstack([true, _joined(table.true, new)]).tocsr()
        weights = _weights(table, true, penalty * readings, np.r_[weights, np.zeros(len(new))])
    names = [(known[one], known[other]) for one, other in pairs]
    return Fitted(
        dict(zip(known, weights[: len(known)], strict=True)),
        dict(zip(names, weights[len(known) :], strict=True)),
    )


def _counts(choices: Iterable[Choice]) -> Counter[str]:
    return Counter(what for choice in choices for true in choice.true for what in true)


def _weights(table: _Table, true: Any, penalty: float, start: Any) -> Any:
    """The weights, one a column of `true`, under which the right candidates are likeliest."""

    def loss(weights: Any) -> tuple[float, Any]:
        share, good = table.odds(true @ weights)
        slope = true.T @ table.slope(share, good) + penalty * weights
        return float(-table.counts @ np.log(good) + penalty / 2 * weights @ weights), slope

    return minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 300}).x


def _often(true: Any, least: int) -> Any:
    """The pairs of columns that are true together of so many rows: an array of two columns."""
    columns = true.tocsc()
    found = []
    for start, block in _blocks(columns):
        together = triu(block.T @ columns, k=start + 1).tocoo()
        enough = together.data >= least
        found.append(np.column_stack([together.row[enough] + start, together.col[enough]]))
    return np.vstack(found)


def _blocks(columns: Any) -> Iterator[tuple[int, Any]]:
    """A few columns at a time, each lot with the place of its first: the product of all would fill memory."""
    for start in range(0, columns.shape[1], _BLOCK):
        yield start, columns[:, start : start + _BLOCK]


def _sums(columns: Any, weights: Any, pairs: Any) -> Any:
    """For each pair of columns the sum of the weights of the rows in which both are true."""
    found = np.zeros(len(pairs))
    weighted = (diags(weights) @ columns).tocsc()
    for start, block in _blocks(columns):
        here = (pairs[:, 0] >= start) & (pairs[:, 0] < start + _BLOCK)
        if here.any():
            one, other = pairs[here].T
            found[here] = np.asarray((block.T @ weighted).tocsr()[one - start, other]).ravel()
    return found


def _most_telling(table: _Table, score: Any, often: Any, penalty: float) -> tuple[Any, Any]:
    """The pairs whose weight would raise the likelihood most, by a Newton step from nothing; and the rest."""
    share, good = table.odds(score)
    curve = table.counts[table.figure] * share * (1 - share)
    columns = table.true.tocsc()
    slopes, curves = (_sums(columns, weights, often) for weights in (table.slope(share, good), curve))
    gain = slopes**2 / (curves + penalty)
    order = np.argsort(-gain, kind="stable")
    return often[order[:PAIRS]], often[np.sort(order[PAIRS:])]


def _joined(true: Any, pairs: Any) -> Any:
    """For each pair of columns the rows in which both are true."""
    columns = true.tocsc()
    return columns[:, pairs[:, 0]].multiply(columns[:, pairs[:, 1]])
