"""Times behind a relative clause, put back to the clause around it."""

from datetime import date

import pytest

from pipeline.run import run

PUBLISHED = date(2024, 5, 15)


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("The mayor opened the tunnel, which is 7 miles long, in 2019.", "2019"),
        ("The mayor opened the tunnel, which was dug in 2019.", None),
    ],
)
def test_what_follows_the_comma_is_of_the_clause_around(text: str, period: str | None) -> None:
    """The year behind `which is 7 miles long,` is when the tunnel was opened."""
    opened = next(claim for claim in run(text, PUBLISHED).claims if claim.action == "launch")
    assert opened.period == period
