"""Choose among candidates by what is true of each: a weighted sum whose weights are data.

The rules propose; where several could be meant, what speaks for and against each is added up, and what some
things say only together. This is the salience of Lappin and Leass (1994, Computational Linguistics 20:4) with
weights learned from annotated articles (a conditional logit model over the candidates,
`training/choices/logit.py`) in place of their own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from functools import cache
from itertools import repeat

from pipeline.rules.tables import learned


class Candidates:
    """What could fill a field, each with the set of what is true of it; None stands for nothing.

    `odds` are the logarithms of how likely each is by the network that reads the article (`pointer.py`).

    Candidates are the same whatever the case of their letters; the first spelling told of is kept.
    """

    def __init__(self) -> None:
        self.found: dict[str | None, set[str]] = {None: set()}
        self.odds: dict[str | None, float] = {}
        self._spelled: dict[str, str] = {}

    def tell(self, candidate: str | None, what: Iterable[str] = ()) -> None:
        """Add what is true of a candidate, who may be a new one; nothing is told of None."""
        if candidate:
            spelled = self._spelled.setdefault(candidate.lower(), candidate)
            self.found.setdefault(spelled, set()).update(what)

    def mark(self, candidate: str | None, *what: str) -> None:
        """Add what is true of someone or something if it is among the candidates."""
        spelled = self._spelled.get((candidate or "").lower())
        if spelled is not None:
            self.found[spelled].update(what)

    def drop(self, unfit: Callable[[str], bool]) -> None:
        """Take away the candidates that cannot be it."""
        self.found = {one: true for one, true in self.found.items() if one is None or not unfit(one)}
        self._spelled = {one.lower(): one for one in self.found if one is not None}

    def best(self, field: str) -> str | None:
        """The candidate for which most speaks by the weights of a field; the first told of equals."""
        known = weights(field)
        return max(
            self.found, key=lambda one: known.sum(self.found[one]) + sum(self._besides(one, known).values())
        )

    def _besides(self, one: str | None, known: Weights) -> dict[str, int]:
        """What speaks for or against a candidate besides what is true of it."""
        besides = {
            "the network points to it": round(known.pointed * self.odds.get(one, 0.0)),
            "nobody is named where in doubt": known.silent if one is None else 0,
        }
        return {what: weight for what, weight in besides.items() if weight}

    def reasons(self, field: str) -> dict[str | None, dict[str, int]]:
        """What speaks for and against each candidate, in hundredths, the weightiest first in both."""
        known = weights(field)
        told: dict[str | None, dict[str, int]] = {}
        for one, true in self.found.items():
            reasons = {**dict(known.reasons(true)), **self._besides(one, known)}
            told[one] = dict(sorted(reasons.items(), key=lambda item: (-abs(item[1]), item[0])))
        return dict(sorted(told.items(), key=lambda item: -sum(item[1].values())))


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each thing that is true of a candidate speaks for it, in hundredths.

    `together` is how much more two things speak that are both true, by the seldomer of them, `pointed` how
    much the odds count that the network gives, `silent` what speaks for nobody. Whole numbers, whose sum does
    not depend on the order in which a set is read.
    """

    alone: Mapping[str, int]
    together: Mapping[str, Mapping[str, int]]
    pointed: int = 0
    silent: int = 0

    def sum(self, true: Set[str]) -> int:
        """How much all that is true of a candidate speaks for it."""
        total = sum(map(self.alone.get, true, repeat(0)))
        for what in self.together.keys() & true:
            for other, weight in self.together[what].items():
                if other in true:
                    total += weight
        return total

    def reasons(self, true: Set[str]) -> Iterator[tuple[str, int]]:
        """What speaks for or against a candidate, and how much."""
        yield from ((what, self.alone[what]) for what in true if what in self.alone)
        for what in self.together.keys() & true:
            pairs = self.together[what].items()
            yield from ((f"{what} & {other}", weight) for other, weight in pairs if other in true)


@cache
def weights(field: str) -> Weights:
    """The weights that were learned for a field."""
    return Weights(**learned(f"choices/{field}"))
