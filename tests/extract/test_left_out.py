"""Numbers that leave out their unit, read end to end from short texts."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Profit came to 212 million euros. It had made 190 million in 2023.", ("profit", "EUR")),
        ("Sales reached 7.9 billion kronor. It expects 8.1 billion in 2027.", ("sales", "SEK")),
        ("Imports were 900 tonnes in May and in June they were 850.", ("imports", "tonne")),
        ("The fund holds $4 billion. The flood killed 300.", ("people", "count")),
        ("They make 40 tonnes a year. Some 30 of that goes abroad, Iran said.", (None, "tonne")),
        (
            "Sales rose to 4 billion euros. Norway is home.\n\nIt made a profit of 250 million.",
            ("profit", "EUR"),
        ),
        ("The firm offered its workers 25 percent; the union had sought 40.", (None, "percent")),
        ("The index closed at 8,460 on Friday.", ("index", "point")),
        (
            "Profit was 1.2 billion euros, against a mean forecast of 1.1 billion in a poll.",
            ("profit", "EUR"),
        ),
        ("Crude stocks slipped by 0.3 million barrels to 305 million.", (None, "barrel")),
        ("The mill costs $400. It employs 300 people.", ("jobs", "count")),
        ("The forint firmed to 402.5 per euro.", ("exchange rate", "HUF")),
        ("The hryvnia fell to 41.30 to the dollar from 40.95 on Friday.", ("exchange rate", "UAH")),
        ("The euro rose to 1.08 per dollar.", ("exchange rate", "count")),
        ("The index slipped 2.1 percent to 14,011.6 points.", ("index", "point")),
    ],
)
def test_a_bare_number_takes_the_unit_told_before(claims, text: str, wanted: tuple[str | None, str]) -> None:
    """A number of about the size of the amount before has its unit; one that counts something has not."""
    last = [claim for claim in claims(text) if claim.kind == "level"][-1]
    assert (wanted[0] and last.metric, last.unit) == wanted


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The bank earned $3.1 billion, up from 2.8.", "2800000000"),
        ("The town spent 11.2 million euros in 2024, and expects to spend 14 this year.", "14000000"),
        ("A ticket costs 40 euros. Last year it cost 38.", "38"),
        ("The club owes 40 million euros to 31 banks.", "31"),
    ],
)
def test_a_bare_figure_is_in_the_million_that_its_metric_was_told_in(claims, text: str, value: str) -> None:
    """Where that makes it of like size; what counts something stays as it is."""
    assert str(claims(text)[-1].value) == value
