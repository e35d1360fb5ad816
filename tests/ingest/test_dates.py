"""Days with and without a year, and the year that an article's words settle."""

from __future__ import annotations

from datetime import date

import pytest

from pipeline.ingest.dates import Day, read_day, settle_year


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("June 5", Day(None, 6, 5)),
        ("5 June 2024", Day(2024, 6, 5)),
        ("Tuesday, June 4th, 2024", Day(2024, 6, 4)),
        ("Sept. 30", Day(None, 9, 30)),
        ("2026-03-13", Day(2026, 3, 13)),
        ("25.12.2025", Day(2025, 12, 25)),
        ("February 30", None),
        ("February 29", Day(None, 2, 29)),
        ("2023-02-29", None),
    ],
)
def test_reads_a_day(words: str, day: Day | None) -> None:
    """A day is read from words or digits; one that no calendar has is None."""
    assert read_day(words) == day


@pytest.mark.parametrize(
    ("day", "prose", "settled"),
    [
        (Day(None, 12, 25), "Exports will set a record in 2025, he said Thursday.", date(2025, 12, 25)),
        (Day(None, 1, 15), "Exports grew in 2025, the ministry said on Thursday.", date(2026, 1, 15)),
        (Day(None, 6, 12), "In January-May 2019 exports grew from 2018.", date(2019, 6, 12)),
        (Day(None, 1, 20), "In November 2023 exports grew.", date(2024, 1, 20)),
        (Day(None, 12, 25), "Exports will set a record, he said Thursday.", None),
        (Day(None, 12, 25), "Exports had been 5 million in 2001, he said Thursday.", None),
        (Day(None, 12, 25), "Exports grew.", None),
    ],
)
def test_settles_the_year_only_on_evidence(day: Day, prose: str, settled: date | None) -> None:
    """A weekday with years named, or a month with its year, settles the year; nothing else does."""
    assert settle_year(day, prose) == settled


def test_next_thursday_is_not_the_documents_day() -> None:
    """A weekday of the past or future week says nothing of the document's own."""
    assert settle_year(Day(None, 12, 25), "In 2025 they meet next Thursday.") is None
