"""Which period is a figure's own, and which it is compared with."""

from __future__ import annotations

from decimal import Decimal

import pytest

from pipeline.extract.times import beside, own_base, own_period, resolved, taken_up, timed
from pipeline.model import Period, Quantity

FIVE = Quantity("percent", Decimal(5))


def test_the_nearest_period_is_the_figures_own(sentence) -> None:
    """Of two periods each figure has the one beside it."""
    told = sentence(
        "grew VBD grew ROOT", "5% CD grew obl", "in IN 2024 case", "2024 CD grew obl", "and CC 6% cc",
        "6% CD grew conj", "in IN 2025 case", "2025 CD 6% nmod",
        **{"5%": FIVE, "6%": Quantity("percent", Decimal(6)), "2024": Period("2024"), "2025": Period("2025")},
    )  # fmt: skip
    assert [item.period.edtf for item in timed(told)] == ["2024", "2025"]
    assert (own_period(told, 1), own_period(told, 5)) == ("2024", "2025")
    assert beside(told, 1) == Period("2024")


def test_a_comparison_is_no_own_period(sentence) -> None:
    """A period that comes after `compared with` is the base, and the figure's own is another or none."""
    told = sentence(
        "grew VBD grew ROOT", "5% CD grew obl",
        "compared VBN 2024 case", "with IN 2024 case", "2024 CD grew obl",
        **{"5%": FIVE, "2024": Period("2024", role="base")},
    )  # fmt: skip
    assert own_period(told, 1) is None
    assert own_base(told, 1) == Period("2024", role="base")


def test_a_length_of_time_is_no_period(sentence) -> None:
    """Durations tell no time."""
    told = sentence("grew VBD grew ROOT", "years NNS grew obl", years=Period("P3Y", duration=True))
    assert timed(told) == []


def test_a_period_far_away_is_another_figures(sentence) -> None:
    """What stands more than thirty words behind a figure does not date it."""
    filler = [f"word{number} NN grew dep" for number in range(40)]
    told = sentence("grew VBD grew ROOT", "5% CD grew obl", *filler, "2024 CD grew obl",
                    **{"5%": FIVE, "2024": Period("2024")})  # fmt: skip
    assert own_period(told, 1) is None


def test_a_sentence_that_opens_with_its_period(sentence) -> None:
    """A period at the front holds for figures however far behind."""
    filler = [f"word{number} NN grew dep" for number in range(40)]
    told = sentence("In IN 2024 case", "2024 CD grew obl", *filler, "grew VBD grew ROOT", "5% CD grew obl",
                    **{"5%": FIVE, "2024": Period("2024")})  # fmt: skip
    assert own_period(told, len(told.at) - 1) == "2024"


def test_words_that_take_up(sentence) -> None:
    """`that year` is the best reading of the period told before, not the sentence's own."""
    told = sentence("grew VBD grew ROOT", "5% CD grew obl", "then RB grew advmod",
                    **{"5%": FIVE, "then": Period("2025", shift="P0D")})  # fmt: skip
    assert own_period(told, 1) is None
    assert taken_up(told) == "2025"


@pytest.mark.parametrize(
    ("base", "period", "wanted"),
    [
        (Period("2023", shift="-P1Y"), "2025", "2024"),
        (Period("2023", shift="-P1Y"), "2025-01/2025-10", "2024-01/2024-10"),
        (Period("2023", shift="-P1Y"), None, "2023"),
        (Period("2023", shift="-P1Y"), "2020/..", "2023"),
        (Period(""), "2025", None),
    ],
)
def test_relative_bases(base: Period, period: str | None, wanted: str | None) -> None:
    """`A year earlier` is a year before the claim's own period, else its own best reading."""
    assert resolved(base, period) == wanted
