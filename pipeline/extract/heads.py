"""A passage of an article as the network reads it: what its figures ask for, what stands in it answers.

One head for each field turns the vectors of pieces into questions and answers; how well two fit is their
product, as in a pointer network (Vinyals et al. 2015, https://arxiv.org/abs/1506.03134).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
from scipy.special import erf

from pipeline.extract.encoder import LONGEST, WEIGHTS, encoded
from pipeline.model import Span

SCALE = 8.0


@dataclass(frozen=True)
class Head:
    """What is asked of the vectors for one field; each array as it was learned.

    `inner`, `outer` and their biases turn a figure into a question, `key` what stands in the text into an
    answer; `nothing` answers for no one, `unnamed` for who stands nowhere, `ids` for metrics by their id.
    """

    inner: Any
    inner_bias: Any
    outer: Any
    outer_bias: Any
    key: Any
    key_bias: Any
    nothing: Any
    unnamed: Any
    distance: list[float]
    ids: dict[str, Any]

    def questions(self, firsts: Any, lasts: Any) -> Any:
        """What figures ask for, from the vectors of the first and last piece of each: a row a figure."""
        inner = _gelu(np.concatenate([firsts, lasts], axis=1) @ self.inner + self.inner_bias)
        return (inner @ self.outer + self.outer_bias) / SCALE

    def answers(self, vectors: Any) -> tuple[Any, Any]:
        """What each piece answers as the first and as the last of a name, a row a piece."""
        width = vectors.shape[1]
        return vectors @ self.key[:width], vectors @ self.key[width:] + self.key_bias


class Passage:
    """A part of an article as it was read: what its figures ask for and what stands in it answers.

    `ids` are the numbers of all pieces of the article, `start` is the first one read.
    """

    def __init__(self, ids: Sequence[int], start: int) -> None:
        self._start = start
        self._vectors = encoded(ids[start : start + LONGEST])
        self._answers = {field: head.answers(self._vectors) for field, head in heads().items()}
        self._questions: dict[tuple[str, Span], Any] = {}

    def ask(self, figures: Sequence[Span]) -> None:
        """Make the questions of figures, which is much cheaper for many at once."""
        firsts, lasts = zip(
            *((first - self._start, end - 1 - self._start) for first, end in figures), strict=True
        )
        for field, head in heads().items():
            made = head.questions(self._vectors[list(firsts)], self._vectors[list(lasts)])
            self._questions |= {(field, figure): each for figure, each in zip(figures, made, strict=True)}

    def question(self, field: str, figure: Span) -> Any:
        """What a figure asks for."""
        if (field, figure) not in self._questions:
            self.ask([figure])
        return self._questions[field, figure]

    def fits(self, field: str, question: Any) -> Callable[[Span], float]:
        """Tells how well what stands at pieces of the passage answers a question."""
        opens, closes = ((side @ question).tolist() for side in self._answers[field])
        start = self._start
        return lambda place: float(opens[place[0] - start] + closes[place[1] - 1 - start])


@cache
def heads() -> dict[str, Head]:
    """The learned heads by field."""
    learned = np.load(WEIGHTS / "heads.npz")
    names = learned["names"].tolist()

    def head(field: str) -> Head:
        arrays = {
            name.partition(".")[2]: learned[name].astype(np.float32)
            for name in learned.files
            if name.startswith(f"{field}.")
        }
        distance = arrays.pop("distance").tolist()
        ids = dict(zip(names, learned["ids"].astype(np.float32), strict=True)) if field == "metric" else {}
        return Head(**arrays, distance=distance, ids=ids)

    return {field: head(field) for field in ("subject", "metric")}


def _gelu(values: Any) -> Any:
    """The Gaussian error linear unit (Hendrycks and Gimpel 2016, https://arxiv.org/abs/1606.08415)."""
    return values * (1 + erf(values / np.sqrt(np.float32(2)))) / 2
