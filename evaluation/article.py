"""One article scored: which claims and statements pair, and what each pair counts."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from evaluation.align import best_pairing, overlapping, shared
from evaluation.counts import Counts
from evaluation.fields import FIELDS, FOUND, Answers, Entry, Outcome, answers, entry, outcome, outcomes

Record = Mapping[str, Any]

METADATA = {"published": "period", "publisher": "source", "dateline": "place"}  # compared as that claim field
FIGURES = ("level", "change", "rank", "record", "trend")
KINDS = (*FIGURES, "event")

_FOUND = tuple(FIELDS.index(field) for field in FOUND)
_VALUE = FIELDS.index("value")
_AGREED = frozenset(("right", "silent"))
_PREDICTED = frozenset(("right", "wrong", "excused", "extra"))
_WANTED = frozenset(("right", "wrong", "absent"))


@dataclass(frozen=True)
class Match:
    """A predicted and a gold claim that pair, and what each field counts, in the order of FIELDS."""

    predicted: Entry
    gold: Entry
    outcomes: tuple[Outcome, ...]

    @cached_property
    def found(self) -> bool:
        """The pair agrees in action, value, upper value, unit and direction."""
        return all(self.outcomes[at] in _AGREED for at in _FOUND)

    @cached_property
    def exact(self) -> bool:
        """The pair agrees in every field."""
        return _AGREED.issuperset(self.outcomes)


@dataclass(frozen=True)
class Article:
    """One article's claims side by side: the pairs, and what is left on either side."""

    id: str
    matches: tuple[Match, ...]
    spurious: tuple[Entry, ...]
    missed: tuple[Entry, ...]
    statements: Counts
    speakers: Counts
    metadata: Mapping[str, bool]

    @cached_property
    def _by_kind(self) -> dict[str, dict[str, Counts]]:
        others = {item.kind for item in (*self.spurious, *self.missed)} - {*KINDS}
        return {kind: self._count(kind) for kind in (*KINDS, *sorted(others))}

    @cached_property
    def by_field(self) -> dict[str, Counts]:
        """The counts of each field over all claims."""
        return {field: self._field([*self._by_kind], at) for at, field in enumerate(FIELDS)}

    def counts(self, kinds: Iterable[str] | None = None) -> dict[str, Counts]:
        """`{"found","field","exact"}` over the claims of some kinds, or of all, unknown ones included."""
        parts = [self._by_kind[kind] for kind in (self._by_kind if kinds is None else kinds)]
        return {
            measure: Counts(*map(sum, zip(*(part[measure] for part in parts), strict=True)))
            for measure in ("found", "field", "exact")
        }

    def _count(self, kind: str) -> dict[str, Counts]:
        matches = [match for match in self.matches if match.gold.kind == kind]
        predicted = len(matches) + sum(item.kind == kind for item in self.spurious)
        gold = len(matches) + sum(item.kind == kind for item in self.missed)
        fields = [self._field((kind,), at) for at in range(len(FIELDS))]
        return {
            "found": Counts(sum(match.found for match in matches), predicted, gold),
            "field": Counts(*map(sum, zip(*fields, strict=True))),
            "exact": Counts(sum(match.exact for match in matches), predicted, gold),
        }

    def _field(self, kinds: Sequence[str], at: int) -> Counts:
        tally = Counter(match.outcomes[at] for match in self.matches if match.gold.kind in kinds)
        spurious = sum(bool(item.answers[at].texts) for item in self.spurious if item.kind in kinds)
        missed = sum(_owed(item.answers[at]) for item in self.missed if item.kind in kinds)
        return Counts(
            tally["right"],
            sum(count for result, count in tally.items() if result in _PREDICTED) + spurious,
            sum(count for result, count in tally.items() if result in _WANTED) + missed,
        )


def compare(gold: Record, predicted: Record) -> Article:
    """Score one document's record against its gold record, whatever the order of claims and mentions."""
    mine, theirs = _claims(predicted), _claims(gold)
    matches = _matches(mine, theirs)
    paired = {side for match in matches for side in (match.predicted, match.gold)}
    pairs, speakers = _statements(predicted.get("statements") or (), gold.get("statements") or ())
    return Article(
        id=str(gold.get("id")),
        matches=matches,
        spurious=tuple(item for item in mine if item not in paired),
        missed=tuple(item for item in theirs if item not in paired),
        statements=pairs,
        speakers=speakers,
        metadata={
            field: _same(as_field, predicted.get(field), gold.get(field))
            for field, as_field in METADATA.items()
        },
    )


def _claims(record: Record) -> list[Entry]:
    """The claims in an order of their own, so that ties are broken alike however they came."""
    return sorted(map(entry, record.get("claims") or ()), key=_own_order)


def _own_order(item: Entry) -> str:
    return json.dumps([item.kind, item.mentions, [[each.texts, each.silence] for each in item.answers]])


def _matches(predicted: Sequence[Entry], gold: Sequence[Entry]) -> tuple[Match, ...]:
    candidates: dict[tuple[int, int], Match] = {}
    for row, column in overlapping([item.mentions for item in predicted], [item.mentions for item in gold]):
        mine, theirs = predicted[row], gold[column]
        if mine.kind == theirs.kind and _values_allow(mine, theirs):
            candidates[row, column] = Match(mine, theirs, outcomes(mine, theirs))
    return tuple(
        candidates[pair] for pair in best_pairing({pair: _merit(match) for pair, match in candidates.items()})
    )


def _values_allow(mine: Entry, theirs: Entry) -> bool:
    return outcome("value", mine.answers[_VALUE], theirs.answers[_VALUE]) not in ("wrong", "excused")


def _merit(match: Match) -> tuple[int, ...]:
    together = shared(match.predicted.mentions, match.gold.mentions)
    return int(match.found), int(match.exact), match.outcomes.count("right"), together


def _owed(given: Answers) -> bool:
    return bool(given.texts) and not given.silence


def _statements(predicted: Sequence[Record], gold: Sequence[Record]) -> tuple[Counts, Counts]:
    """The counts of statements whose spans agree, and of those whose speakers agree as well."""
    mine, theirs = sorted(predicted, key=_statement_order), sorted(gold, key=_statement_order)
    left, right = [[_span(item)] for item in mine], [[_span(item)] for item in theirs]
    merits: dict[tuple[int, int], tuple[int, ...]] = {}
    for row, column in overlapping(left, right):
        together = shared(left[row], right[column])
        whole = sum(end - start for start, end in (*left[row], *right[column])) - together
        if 2 * together >= whole:
            merits[row, column] = (1, int(_same_speaker(mine[row], theirs[column])), together)
    pairs = best_pairing(merits)
    agreed = sum(merits[pair][1] for pair in pairs)
    return Counts(len(pairs), len(mine), len(theirs)), Counts(agreed, len(mine), len(theirs))


def _span(statement: Record) -> tuple[int, int]:
    return int(statement["start"]), int(statement["end"])


def _statement_order(statement: Record) -> tuple[int, int, str]:
    return (*_span(statement), json.dumps(statement.get("speaker")))


def _same_speaker(mine: Record, theirs: Record) -> bool:
    return _same("speaker", mine.get("speaker"), theirs.get("speaker"))


def _same(field: str, mine: Any, theirs: Any) -> bool:
    return outcome(field, answers(field, mine), answers(field, theirs)) in _AGREED
