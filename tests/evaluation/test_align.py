from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from evaluation.align import Pair, best_pairing, overlapping, shared

MERITS = st.dictionaries(
    st.tuples(st.integers(0, 3), st.integers(0, 3)),
    st.tuples(st.integers(0, 1), st.integers(0, 1), st.integers(0, 5), st.integers(1, 90)),
    max_size=16,
)


def _sum(merits: dict[Pair, tuple[int, ...]], pairs: list[Pair]) -> tuple[int, ...]:
    return tuple(map(sum, zip(*(merits[pair] for pair in pairs), strict=True))) or (0, 0, 0, 0)


@given(MERITS)
def test_no_other_pairing_is_better(merits: dict[Pair, tuple[int, ...]]) -> None:
    """The chosen pairing is the lexicographically greatest of all one-to-one pairings."""
    best = max(
        _sum(merits, [pair for pair in enumerate(columns) if pair in merits])
        for columns in permutations(range(4))
    )
    chosen = best_pairing(merits)
    assert len({row for row, _ in chosen}) == len({column for _, column in chosen}) == len(chosen)
    assert _sum(merits, chosen) == best


def test_an_earlier_merit_outweighs_any_sum_of_later_ones() -> None:
    """One found pair is worth more than two pairs that share a thousand characters."""
    merits = {(0, 0): (1, 0), (0, 1): (0, 1000), (1, 0): (0, 1000)}
    assert best_pairing(merits) == [(0, 0)]


def test_more_claims_on_one_spot_than_a_float_can_tell_apart() -> None:
    """A crowd of claims on one spot still gets a one-to-one pairing, the found ones first."""
    merits = {(row, column): (int(row == column), 1, 10, 10**9) for row in range(60) for column in range(60)}
    assert best_pairing(merits) == [(at, at) for at in range(60)]


SPANS = st.lists(st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=3), max_size=4)


@given(SPANS, SPANS)
def test_overlap_is_what_shares_a_character(
    predicted: list[list[tuple[int, int]]], gold: list[list[tuple[int, int]]]
) -> None:
    """Two items overlap exactly where they have a character in common, and it is counted once."""
    for row, one in enumerate(predicted):
        for column, other in enumerate(gold):
            common = {at for span in one for at in range(*span)} & {
                at for span in other for at in range(*span)
            }
            assert shared([span for span in one if span[0] < span[1]], other) == len(common)
            assert ((row, column) in overlapping(predicted, gold)) is bool(common)
