"""Lines that give outlet and date, and lines that only look like it."""

from __future__ import annotations

from datetime import date

import pytest

from pipeline.ingest.masthead import find_masthead

DAY = date(2024, 11, 5)


@pytest.mark.parametrize(
    ("line", "outlet", "place", "whole"),
    [
        ("Harbour Finance, 5 November 2024", "Harbour Finance", None, True),
        ("The Courier, Tuesday 5 November 2024", "The Courier", None, True),
        ("The Weekly Courier – Tuesday, November 5, 2024", "The Weekly Courier", None, True),
        ("5 November 2024 | Courier of the North", "Courier of the North", None, True),
        ("Grid Letters | Riga | 5 November 2024", "Grid Letters", "Riga", True),
        ("Stacks, 5 November 2024 · 3 min read", "Stacks", None, True),
        ("Published: November 5, 2024, 10:30 GMT", None, None, True),
        ("November 5, 2024", None, None, True),
        ("Riga, 5 November 2024", None, "Riga", True),
        ("Courier Live: Ferry strike, day two – Tuesday 5 November 2024", "Courier Live", None, False),
    ],
)
def test_reads_a_masthead(line: str, outlet: str | None, place: str | None, whole: bool) -> None:
    """Outlet, place and date are told apart; a line that is a headline too is not marked as a header."""
    text = f"Tea sells well\n{line}\n\nExports rose 5%."
    found = find_masthead(text, [(0, 14), (15, 15 + len(line))])
    assert found is not None
    assert (found.published, found.outlet, found.place, found.region is not None) == (
        DAY,
        outlet,
        place,
        whole,
    )


@pytest.mark.parametrize(
    "line",
    [
        "Exports rose 5% in the year to 5 November 2024",
        "Exports rose on 5 November 2024.",
        "Harbour Finance, 5 November",
        "The figures in short, 5 November 2024",
        "",
    ],
)
def test_leaves_headlines_and_sentences_alone(line: str) -> None:
    """A line with words that are no name is not a masthead."""
    assert find_masthead(line, [(0, len(line))]) is None


def test_the_head_ends_where_prose_begins() -> None:
    """A date in a line after the first sentence is no masthead."""
    lead = "Exports of tea rose five percent to two billion dollars last year, the ministry said in Nairobi."
    text = f"{lead}\nHarbour Finance, 5 November 2024"
    assert find_masthead(text, [(0, len(lead)), (len(lead) + 1, len(text))]) is None
