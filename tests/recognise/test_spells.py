"""Lengths of time told by an article."""

from decimal import Decimal

import pytest

from pipeline.recognise.quantities import find_quantities
from pipeline.recognise.spells import find_spells


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("The repair took a day.", "1", "day"),
        ("The strike lasted nearly a month.", "1", "month"),
        ("It takes them more than an hour to cross.", "1", "hour"),
        ("The hall was built in under a year.", "1", "year"),
        ("The flight takes an hour and a half.", "1.5", "hour"),
        ("The repair took a full year.", "1", "year"),
        ("Rates rose by a full percentage point.", "1", "percentage_point"),
    ],
)
def test_a_length_that_a_verb_measures_is_one_unit(text: str, value: str, unit: str) -> None:
    """`a day` after `took` and `lasted` measures how long something went on."""
    assert [(spell.value, spell.unit) for spell in find_spells(text)] == [(Decimal(value), unit)]


@pytest.mark.parametrize(
    "text", ["It was sold a year ago.", "She took a year out.", "twice a day", "took a week-long break"]
)
def test_times_and_rates_are_no_lengths(text: str) -> None:
    """Points in time, leave, rates and adjectives measure nothing."""
    assert find_spells(text) == []


def test_a_part_of_a_point_is_one_quantity() -> None:
    """`a percentage point` behind a fraction is its unit."""
    (mention,) = find_quantities("It fell by half a percentage point.")
    assert mention.text == "half a percentage point"


def test_a_length_has_its_comparator() -> None:
    """What stands between the verb and the article says how exact the length is."""
    (mention,) = find_quantities("The vote lasted less than an hour.")
    assert (mention.text, getattr(mention.value, "comparator", None)) == ("an hour", "<")
