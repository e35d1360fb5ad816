"""From drafts to claims, read end to end from short texts."""

from __future__ import annotations

from decimal import Decimal

import pytest

from pipeline.extract.fields import unit_of
from pipeline.model import Quantity
from pipeline.run import run


@pytest.mark.parametrize(
    ("quantity", "unit"),
    [
        (Quantity("number", Decimal(3)), "count"),
        (Quantity("percent", Decimal(3)), "percent"),
        (Quantity("percent", Decimal(3), unit="percentage_point"), "percentage_point"),
        (Quantity("money", Decimal(3), unit="USD"), "USD"),
        (Quantity("number", Decimal(3), noun="day"), "day"),
    ],
)
def test_units(quantity: Quantity, unit: str) -> None:
    """A bare number counts things; any other figure has its own unit."""
    assert unit_of(quantity) == unit


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        (
            "Exports rose 5% in 2025.",
            {"kind": "change", "direction": "increase", "period": "2025", "base": None},
        ),
        (
            "Exports fell 5% in 2025 compared to 2024.",
            {"direction": "decrease", "period": "2025", "base": "2024"},
        ),
        ("Exports reached more than $3 billion.", {"kind": "level", "comparator": ">", "unit": "USD"}),
        ("Exports will reach $3 billion in 2027.", {"modality": "expected", "period": "2027"}),
        ("Exports did not rise 5%.", {"negated": True}),
        ("Exports rose by between 5% and 7%.", {"value": Decimal(5), "value_max": Decimal(7)}),
        ("Exports doubled.", {"value": Decimal(2), "unit": "factor", "direction": "increase"}),
        ("Exports rose by not more than 2%.", {"negated": False}),
    ],
)
def test_fields_of_one_claim(claims, text: str, fields: dict[str, object]) -> None:
    """Value, unit, comparator, direction, time, modality and negation are those of the words."""
    claim = claims(text)[0]
    assert {name: getattr(claim, name) for name in fields} == fields


def test_a_claim_of_a_base(claims) -> None:
    """`to Y from X` makes two levels, the second at the base period."""
    now, before = claims("Exports rose to $4 billion in 2025 from $3 billion in 2024.")
    assert (now.value, now.period) == (Decimal(4 * 10**9), "2025")
    assert (before.value, before.period) == (Decimal(3 * 10**9), "2024")


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("Tuna fell by 9% in 2019. Squid catches fell to 40 tonnes, from 60 tonnes in 2018.", "2019"),
        ("Tuna fell by 9% in 2019. Squid catches fell to 40 tonnes, from 60 tonnes in 2015.", None),
        ("Malta caught 900 tonnes of tuna in 2019. It has 40 trawlers and sold 60 boats in 2018.", None),
    ],
)  # fmt: skip
def test_a_figure_is_a_year_after_what_it_is_compared_with(claims, text: str, period: str | None) -> None:
    """Where the article has told of the year after that of the figure behind, a level is of that year."""
    assert next(claim.period for claim in claims(text) if claim.value == 40) == period


def test_a_text_without_a_date_may_compare_with_a_year_earlier() -> None:
    """Where `a year earlier` can't be resolved, figures keep no period."""
    extraction = run("Output fell to 9 tonnes, down from 12 tonnes a year earlier.")
    assert [claim.period for claim in extraction] == [None, None]


def test_every_claim_carries_its_rule_and_trust(claims) -> None:
    """A claim names the rule that made it and how far that is to be trusted."""
    for claim in claims("Exports rose 5% to $3 billion."):
        assert claim.rule
        assert 0 < (claim.confidence or 0) <= 1
        assert claim.measured_on is not None


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("The rate stood at 12 percent in May; it was 9 in April.", ["percent", "percent"]),
        ("A ticket cost $7 in May; by June it was eight.", ["USD", "USD"]),
        ("Exports to Chile rose 14 percent, followed by Peru at 12.5.", ["percent", "percent"]),
        ("The share was 44 percent. It has 2,400 members.", ["percent", "count"]),
    ],
)
def test_a_bare_number_goes_on_in_the_unit_before(claims, text: str, units: list[str]) -> None:
    """What a metric was measured in before, or the figure before in a list, lends its unit."""
    assert [claim.unit for claim in claims(text) if claim.unit] == units


def test_the_particle_of_a_movement_bounds_nothing(claims) -> None:
    """`crept up to 12 percent` is 12 percent, not at most that much."""
    level = next(claim for claim in claims("Unemployment crept up to 12 percent.") if claim.kind == "level")
    assert level.comparator == "="


def test_growth_of_nothing_named_is_the_economys(claims) -> None:
    """Growth with no metric is of gdp, or of what was said to grow just before."""
    assert claims("Growth was 2.3 percent in May.")[0].metric == "gdp"
    assert claims("Wheat exports grew 4 percent. Growth was 5 percent in 2020.")[-1].metric == "exports"


def test_the_smallest_rise_is_a_low(claims) -> None:
    """A record of the smallest kind points down, though it is of a rise."""
    record = claims("Wages saw their smallest rise in ten years.")[0]
    assert (record.kind, record.direction) == ("record", "decrease")


def test_a_record_is_of_the_time_of_its_figure(claims) -> None:
    """The year since which there are records is no record's; it holds when the figure beside it does."""
    told = claims("Unemployment stood at 9% in May 2024, the highest since records began in 1994.")
    assert [claim.period for claim in told] == ["2024-05", "2024-05"]
