"""Learn the weights by which the subject and the metric of a figure are chosen:
`python training/choices/train.py`.

The texts are read with the shipped weights; every annotated figure that was found gives its candidates, of
which the annotation says which are right. Of a conditional logit model (McFadden 1974) with an L2
penalty the likelihood of the right ones together is made as large as can be. What was chosen for one figure
speaks at the next, so the texts are read again with what was learned, and the choices of all rounds are
learned from together (DAgger: Ross, Gordon and Bagnell 2011, AISTATS).
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any
from unittest.mock import patch

import numpy as np
from material import FIELDS, Annotated, material
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

import patterns
from evaluation.fields import agrees
from pipeline.extract import fields, parties
from pipeline.extract.choice import Candidates
from pipeline.model import Span
from pipeline.rules.tables import learned
from pipeline.run import Pipeline

PENALTY = {"subject": 40.0, "metric": 16.0}
SELDOM = 30
"""What is true of fewer candidates than this gets no weight."""
LEAST = 3
"""Smaller weights, in hundredths, are left out."""
FOLDS = 4
ROUNDS = 2
"""How often the texts are read, each time with the weights learned so far."""


@dataclass(frozen=True)
class Choice:
    """One figure: what is true of each candidate, which of them are right, and which one the rules named.

    `weight` is how much it counts.
    """

    article: str
    weight: float
    true: tuple[Collection[str], ...]
    right: tuple[bool, ...]
    by_rule: int


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--try", dest="dry", action="store_true", help="show figures, write nothing")
    options = parser.parse_args()
    articles = material()
    seen: dict[str, list[Choice]] = {field: [] for field in FIELDS}
    for rounds in range(1, ROUNDS + 1):
        for field, choices in gather(articles).items():
            seen[field].extend(choices)
            if not options.dry:
                write(field, learn(field, seen[field], rounds))
        learned.cache_clear()
    for field, choices in seen.items():
        folds = sorted({choice.article for choice in choices})
        held = [_right(field, choices, folds[fold::FOLDS], ROUNDS) for fold in range(FOLDS)]
        ruled = np.mean([choice.right[choice.by_rule] for choice in choices])
        chosen = np.mean([each for fold in held for each in fold])
        print(f"{field}: of {len(choices)} figures {ruled:.3f} right by rule, {chosen:.3f} chosen (unseen)")


def learn(field: str, choices: Sequence[Choice], rounds: int = 1) -> dict[str, float]:
    """The weight of each thing that is true of enough candidates, from choices gathered in so many rounds."""
    known = [what for what, count in _counts(choices).items() if count >= SELDOM * rounds]
    return dict(zip(known, fit(choices, known, PENALTY[field] * rounds), strict=True))


def gather(articles: Sequence[Annotated]) -> dict[str, list[Choice]]:
    """The choices that the articles offer, by field, gathered while the pipeline reads them."""
    seen: dict[str, list[tuple[Span, Candidates, str | None]]] = {field: [] for field in FIELDS}

    def watch(module: Any, name: str, field: str, chosen: int) -> AbstractContextManager[Any]:
        gathering = getattr(module, name)

        def watched(draft: Any, *given: Any) -> Candidates:
            found: Candidates = gathering(draft, *given)
            seen[field].append((draft.span, found, given[chosen]))
            return found

        return patch.object(module, name, watched)

    choices: dict[str, list[Choice]] = {field: [] for field in FIELDS}
    with watch(parties, "claimants", "subject", 2), watch(fields, "measures", "metric", 1):
        pipeline = Pipeline()
        for article in articles:
            for each in seen.values():
                each.clear()
            pipeline(article.document)
            for field, figures in seen.items():
                choices[field].extend(_choices(article, field, figures))
    return choices


def _choices(
    article: Annotated, field: str, figures: Iterable[tuple[Span, Candidates, str | None]]
) -> Iterable[Choice]:
    for span, candidates, chosen in figures:
        marks = (given for mark, given in article.given.items() if mark[0] < span[1] and span[0] < mark[1])
        answers = next(marks, {}).get(field)
        if answers is None:
            continue
        right = tuple(
            answers.silence or not answers.texts
            if candidate is None
            else any(agrees(field, candidate, text) for text in answers.texts)
            for candidate in candidates.found
        )
        true = tuple(tuple(map(sys.intern, sorted(told))) for told in candidates.found.values())
        lowered = [(candidate or "").lower() for candidate in candidates.found]
        yield Choice(article.document.id, article.weight, true, right, lowered.index((chosen or "").lower()))


def _counts(choices: Iterable[Choice]) -> Counter[str]:
    return Counter(what for choice in choices for true in choice.true for what in true)


def _table(choices: Sequence[Choice], known: Sequence[str]) -> tuple[Any, Any, Any]:
    """One row a candidate: what is true of it (sparse), whether it is right, and where each figure begins."""
    place = {what: at for at, what in enumerate(known)}
    rows = [[place[what] for what in true if what in place] for choice in choices for true in choice.true]
    ends = np.cumsum([0, *map(len, rows)])
    columns = np.array([at for row in rows for at in row])
    table = csr_matrix((np.ones(len(columns)), columns, ends), shape=(len(rows), len(known)))
    right = np.array([each for choice in choices for each in choice.right], float)
    return table, right, np.cumsum([0, *(len(choice.true) for choice in choices)])


def fit(choices: Sequence[Choice], known: Sequence[str], penalty: float) -> Any:
    """The weight of each thing known: an array as long as `known`."""
    told = [each for each in choices if any(each.right)]
    table, right, edges = _table(told, known)
    starts, figure = edges[:-1], np.repeat(np.arange(len(edges) - 1), np.diff(edges))
    counts = np.array([each.weight for each in told])

    def loss(weights: Any) -> tuple[float, Any]:
        score = table @ weights
        odds = np.exp(score - np.maximum.reduceat(score, starts)[figure])
        share = odds / np.add.reduceat(odds, starts)[figure]
        good = np.maximum(np.add.reduceat(share * right, starts), 1e-12)
        slope = table.T @ (counts[figure] * (share - share * right / good[figure])) + penalty * weights
        return float(-counts @ np.log(good) + penalty / 2 * weights @ weights), slope

    return minimize(loss, np.zeros(len(known)), jac=True, method="L-BFGS-B", options={"maxiter": 300}).x


def _right(field: str, choices: Sequence[Choice], held: Sequence[str], rounds: int) -> list[bool]:
    """Whether each choice in the articles held out comes out right, learned from the others."""
    out = frozenset(held)
    fitted = learn(field, [each for each in choices if each.article not in out], rounds)
    tested = [each for each in choices if each.article in out]
    rows, right, edges = _table(tested, list(fitted))
    score = rows @ np.array(list(fitted.values()))
    return [bool(right[a + int(np.argmax(score[a:b]))]) for a, b in pairwise(edges)]


def write(field: str, weights: dict[str, float]) -> None:
    """Ship the weights, in whole hundredths, those of nothing left out."""
    rounded = {what: round(100 * weight) for what, weight in sorted(weights.items())}
    kept = {what: weight for what, weight in rounded.items() if abs(weight) >= LEAST}
    path = Path(patterns.__file__).parent / "choices" / f"{field}.json"
    path.write_text(json.dumps(kept, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
