"""Precision, recall and F1 from counts that add up."""

from __future__ import annotations

from typing import NamedTuple


class Counts(NamedTuple):
    """`right` of `predicted` items are among the `gold` ones; articles are summed by counts, not ratios."""

    right: int = 0
    predicted: int = 0
    gold: int = 0

    def plus(self, other: Counts) -> Counts:
        return Counts(self.right + other.right, self.predicted + other.predicted, self.gold + other.gold)

    @property
    def precision(self) -> float | None:
        """Of what was predicted, the share that is right; None where nothing was predicted or wanted."""
        return self._share(self.predicted)

    @property
    def recall(self) -> float | None:
        """Of what gold holds, the share that was found; None where nothing was predicted or wanted."""
        return self._share(self.gold)

    @property
    def f1(self) -> float | None:
        """The harmonic mean of both; None where nothing was predicted or wanted."""
        return 2 * self.right / (self.predicted + self.gold) if self.predicted + self.gold else None

    def _share(self, whole: int) -> float | None:
        if not self.predicted + self.gold:
            return None
        return self.right / whole if whole else 0.0

    def as_dict(self) -> dict[str, float | int | None]:
        """`{"precision","recall","f1","right","predicted","gold"}`, the ratios unrounded."""
        return {"precision": self.precision, "recall": self.recall, "f1": self.f1, **self._asdict()}
