"""Tests of pipeline.edtf."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline import edtf

DAYS = st.dates(date(1000, 1, 1), date(2999, 12, 31))
YEARS = st.integers(1000, 2999)
MONTHS = st.tuples(YEARS, st.integers(1, 12)).map(lambda ym: f"{ym[0]}-{ym[1]:02d}")
PARTS = st.one_of(DAYS.map(date.isoformat), MONTHS, YEARS.map(str))


@st.composite
def intervals(draw: st.DrawFn) -> str:
    """Two parts of one grain in order, or one."""
    kind = draw(st.sampled_from([DAYS.map(date.isoformat), MONTHS, YEARS.map(str)]))
    first, last = sorted((draw(kind), draw(kind)))
    return first if first == last else f"{first}/{last}"


@pytest.mark.parametrize(
    ("value", "lo", "hi"),
    [
        ("2025", "2025-01-01", "2025-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2026-01-08", "2026-01-08", "2026-01-08"),
        ("199X", "1990-01-01", "1999-12-31"),
        ("19XX", "1900-01-01", "1999-12-31"),
        ("2025-22", "2025-06-01", "2025-08-31"),
        ("2025-24", "2025-12-01", "2026-02-28"),
        ("2025-01/2025-10", "2025-01-01", "2025-10-31"),
        ("2020/..", "2020-01-01", "9999-12-31"),
        ("../2020", "0001-01-01", "2020-12-31"),
    ],
)
def test_bounds(value: str, lo: str, hi: str) -> None:
    """Every form of value has its first and its last day."""
    assert edtf.bounds(value) == (date.fromisoformat(lo), date.fromisoformat(hi))


@pytest.mark.parametrize(
    "value", ["", "..", "x", "2025-13", "2025-02-30", "25", "2025/2024", "P1Y", "２０２５"]
)
def test_what_is_no_value(value: str) -> None:
    """A string that is no EDTF value raises ValueError from every function that reads one."""
    for read in (edtf.bounds, edtf.grain, lambda text: edtf.shift(text, "P1Y")):
        with pytest.raises(ValueError, match=r"EDTF|before|no date|month|day"):
            read(value)


@pytest.mark.parametrize(
    ("value", "by", "expected"),
    [
        ("2025-01/2025-10", "-P1Y", "2024-01/2024-10"),
        ("2025-04/2025-06", "-P3M", "2025-01/2025-03"),
        ("2025", "-P1Y", "2024"),
        ("2025", "-P3M", "2024-10/2025-09"),
        ("2025-03-31", "-P1M", "2025-02-28"),
        ("2026-01-01/2026-01-20", "-P1Y", "2025-01-01/2025-01-20"),
        ("2020/..", "P2Y", "2022/.."),
        ("../2020-05", "-P1M", "../2020-04"),
        ("199X", "P10Y", "200X"),
        ("199X", "P1Y", "1991/2000"),
        ("2025-22", "-P1Y", "2024-22"),
        ("2025-01-06/2025-01-12", "-P1W", "2024-12-30/2025-01-05"),
        ("2025-01", "P0D", "2025-01"),
    ],
)
def test_shift(value: str, by: str, expected: str) -> None:
    """A value moves by years, months, weeks and days and keeps its grain where it can."""
    assert edtf.shift(value, by) == expected


@given(intervals(), st.integers(-500, 500), st.sampled_from(["Y", "M", "D"]))
def test_shift_there_and_back(value: str, count: int, unit: str) -> None:
    """Moving by whole units of the value's own grain and back again gives the value."""
    if unit not in {"year": "Y", "month": "YM", "day": "D"}[edtf.grain(value)]:
        return
    by = f"P{abs(count)}{unit}"
    there, back = ("-" + by, by) if count < 0 else (by, "-" + by)
    assert edtf.shift(edtf.shift(value, there), back) == value


@given(DAYS, st.integers(0, 4000))
def test_interval_covers_its_days(lo: date, length: int) -> None:
    """What `interval` writes has the same first and last day that it was given."""
    hi = lo + timedelta(length)
    assert edtf.bounds(edtf.interval(lo, hi)) == (lo, hi)


@given(intervals())
def test_contains_itself(value: str) -> None:
    """A value contains itself, and its year contains it where it lies in one."""
    lo, hi = edtf.bounds(value)
    assert edtf.contains(value, value)
    assert edtf.contains(f"{lo.year}", value) == (lo.year == hi.year)


@pytest.mark.parametrize(
    ("value", "grain"),
    [
        ("2025", "year"),
        ("2020/..", "year"),
        ("2025-01/2025-10", "month"),
        ("2025-22", "season"),
        ("199X", "decade"),
    ],
)
def test_grain(value: str, grain: str) -> None:
    """The grain of a value is the finest unit that it names."""
    assert edtf.grain(value) == grain


def test_to_year() -> None:
    """A period is moved to the same months of another year."""
    assert edtf.to_year("2025-01/2025-10", 2023) == "2023-01/2023-10"


@pytest.mark.parametrize("by", ["", "P", "1Y", "PT1H", "P1.5Y"])
def test_durations_of_other_kinds(by: str) -> None:
    """Only durations of whole calendar units move a value."""
    with pytest.raises(ValueError, match="not a calendar duration"):
        edtf.shift("2025", by)
