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
from collections.abc import Collection, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any
from unittest.mock import patch

import numpy as np
from logit import Choice, Fitted, fit
from material import FIELDS, Annotated, material

import patterns
from evaluation.fields import agrees
from pipeline.extract import fields, parties
from pipeline.extract.choice import Candidates, weights
from pipeline.model import Span
from pipeline.run import Pipeline

PENALTY = {"subject": 40.0, "metric": 16.0}
LEAST = 3
"""Smaller weights, in hundredths, are left out."""
FOLDS = 4
READINGS = 2
"""How often the texts are read, each time with the weights learned so far."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--try", dest="dry", action="store_true", help="show figures, write nothing")
    options = parser.parse_args()
    articles = material()
    seen: dict[str, list[Choice]] = {field: [] for field in FIELDS}
    for readings in range(1, READINGS + 1):
        for field, choices in gather(articles).items():
            seen[field].extend(choices)
            if not options.dry:
                write(field, fit(seen[field], PENALTY[field], readings))
        weights.cache_clear()
    for field, choices in seen.items():
        folds = sorted({choice.article for choice in choices})
        held = [_right(field, choices, frozenset(folds[fold::FOLDS])) for fold in range(FOLDS)]
        ruled = np.mean([choice.right[choice.by_rule] for choice in choices])
        chosen = np.mean([each for fold in held for each in fold])
        print(f"{field}: of {len(choices)} figures {ruled:.3f} right by rule, {chosen:.3f} chosen (unseen)")


def _right(field: str, choices: Sequence[Choice], held: Collection[str]) -> list[bool]:
    """Whether each choice in the articles held out comes out right, learned from the others."""
    learned = fit([each for each in choices if each.article not in held], PENALTY[field], READINGS)
    return learned.right([each for each in choices if each.article in held])


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
        ruled = (chosen or "").lower()
        by_rule = lowered.index(ruled if ruled in lowered else "")  # what no one may own is not offered
        yield Choice(article.document.id, article.weight, true, right, by_rule, span, tuple(candidates.found))


def write(field: str, fitted: Fitted) -> None:
    """Ship the weights, in whole hundredths, those of nothing left out."""
    together: dict[str, dict[str, int]] = {}
    for (one, other), weight in _rounded(fitted.together).items():
        together.setdefault(one, {})[other] = weight
    path = Path(patterns.__file__).parent / "choices" / f"{field}.json"
    by_hand = {"pointed": weights(field).pointed, "silent": weights(field).silent}
    kept = {**by_hand, "alone": _rounded(fitted.alone), "together": together}
    path.write_text(json.dumps(kept, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")


def _rounded(weights: Mapping[Any, float]) -> dict[Any, int]:
    rounded = ((what, round(100 * weight)) for what, weight in sorted(weights.items()))
    return {what: weight for what, weight in rounded if abs(weight) >= LEAST}


if __name__ == "__main__":
    main()
