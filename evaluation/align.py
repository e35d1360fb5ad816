"""Which predicted item answers which gold one: the best one-to-one pairing, whatever order they come in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import prod

Span = tuple[int, int]
Pair = tuple[int, int]
Spans = Sequence[Span]

_EXACT = 2**53  # the largest range of integers that a float holds exactly


def overlapping(predicted: Sequence[Spans], gold: Sequence[Spans]) -> set[Pair]:
    """The indices (predicted, gold) of items of which a span of one overlaps a span of the other."""
    marks = sorted(
        (start, end, side, index)
        for side, items in enumerate((predicted, gold))
        for index, spans in enumerate(items)
        for start, end in spans
        if start < end
    )
    pairs: set[Pair] = set()
    open_spans: tuple[list[tuple[int, int]], list[tuple[int, int]]] = ([], [])
    for start, end, side, index in marks:
        other = 1 - side
        open_spans[other][:] = [(stop, item) for stop, item in open_spans[other] if stop > start]
        pairs.update((index, item) if side == 0 else (item, index) for _, item in open_spans[other])
        open_spans[side].append((end, index))
    return pairs


def shared(one: Spans, other: Spans) -> int:
    """How many characters two sets of spans have in common."""
    left, right = list(_merged(one)), list(_merged(other))
    return sum(max(0, min(b, d) - max(a, c)) for a, b in left for c, d in right)


def best_pairing(merits: Mapping[Pair, tuple[int, ...]]) -> list[Pair]:
    """The one-to-one choice among the given pairs whose summed merits are greatest.

    `merits` gives each allowed pair some numbers, none negative, the first counting before the second and so
    on. The pairs come back in order. Ties are broken by the indices, so give the items in an order of their
    own.
    """
    chosen: list[Pair] = []
    for component in _components(merits):
        chosen.extend(
            component if len(component) == 1 else _assigned({pair: merits[pair] for pair in component})
        )
    return sorted(chosen)


def _assigned(merits: Mapping[Pair, tuple[int, ...]]) -> Iterator[Pair]:
    import numpy
    from scipy.optimize import linear_sum_assignment

    rows = sorted({row for row, _ in merits})
    columns = sorted({column for _, column in merits})
    row_of = {row: at for at, row in enumerate(rows)}
    column_of = {column: at for at, column in enumerate(columns)}
    weights = numpy.zeros((len(rows), len(columns)))
    for (row, column), weight in _weights(merits, min(len(rows), len(columns))).items():
        weights[row_of[row], column_of[column]] = weight
    for at, to in zip(*linear_sum_assignment(weights, maximize=True), strict=True):
        if weights[at, to] > 0:
            yield rows[at], columns[to]


def _weights(merits: Mapping[Pair, tuple[int, ...]], size: int) -> dict[Pair, int]:
    """One integer a pair, such that no sum of later merits outweighs one of an earlier merit.

    One is added to each, so that a pair of no merit is better than none.
    """
    limits = [size * max(column) + 1 for column in zip(*merits.values(), strict=True)]
    places = [prod(limits[at + 1 :]) * (size + 1) for at in range(len(limits))]
    weights = {
        pair: sum(number * place for number, place in zip(given, places, strict=True)) + 1
        for pair, given in merits.items()
    }
    # A crowd of thousands of claims on one spot could leave the exact range: there the last digits are given
    # up.
    spare = max(1, size * max(weights.values()) // _EXACT + 1)
    return {pair: max(1, weight // spare) for pair, weight in weights.items()}


def _components(pairs: Iterable[Pair]) -> list[list[Pair]]:
    """The pairs in groups that have no item in common."""
    by_row: dict[int, list[int]] = defaultdict(list)
    by_column: dict[int, list[int]] = defaultdict(list)
    for row, column in sorted(pairs):
        by_row[row].append(column)
        by_column[column].append(row)
    groups: list[list[Pair]] = []
    seen: set[int] = set()
    for first in by_row:
        if first in seen:
            continue
        seen.add(first)
        group: list[Pair] = []
        waiting = [first]
        reached: set[int] = set()
        while waiting:
            row = waiting.pop()
            for column in by_row[row]:
                group.append((row, column))
                if column not in reached:
                    reached.add(column)
                    fresh = [other for other in by_column[column] if other not in seen]
                    seen.update(fresh)
                    waiting.extend(fresh)
        groups.append(group)
    return groups


def _merged(spans: Spans) -> Iterator[Span]:
    """The spans in order, those that overlap made one."""
    last: Span | None = None
    for start, end in sorted(spans):
        if last and start <= last[1]:
            last = (last[0], max(last[1], end))
        else:
            if last:
                yield last
            last = (start, end)
    if last:
        yield last
