"""Parts of one in words, as they stand in running text."""

from __future__ import annotations

import pytest

from pipeline.model import Quantity
from pipeline.recognise.quantities import find_quantities


def read(text: str) -> list[tuple[str, str, str | None]]:
    """Every quantity as span text, value and unit."""
    return [
        (mention.text, str(mention.value.value), mention.value.unit)
        for mention in find_quantities(text)
        if isinstance(mention.value, Quantity)
    ]


@pytest.mark.parametrize(
    ("text", "part", "percent"),
    [
        ("Barely a tenth of it is spent.", "a tenth", "10"),
        ("Nearly a quarter said no.", "a quarter", "25"),
        ("It let 180 rooms - almost a fifth - to nurses.", "a fifth", "20"),
        ("More than a third needed help.", "a third", "33.33"),
        ("It asked for help, of which a tenth came.", "a tenth", "10"),
        ("The peso is a third weaker than in May.", "a third", "33.33"),
        ("The buses ran three-quarters full.", "three-quarters", "75"),
        ("It gets two thirds of the year's snow.", "two thirds", "66.67"),
    ],
)
def test_a_part_told_as_such_is_a_share(text: str, part: str, percent: str) -> None:
    """A word that says how nearly, what it is of, or how it compares tells a part from an ordinal."""
    assert (part, percent, "percent") in read(text)


@pytest.mark.parametrize(
    "text",
    [
        "A third man fled.",
        "They spoke about a third term.",
        "It meets once a quarter and disbands.",
        "It fell a quarter century ago.",
        "He hid for a half decade.",
    ],
)
def test_an_ordinal_or_a_time_is_no_share(text: str) -> None:
    """`A third man` is one more, `a quarter` a time of the year."""
    assert not [found for found in read(text) if found[2] == "percent"]


@pytest.mark.parametrize(
    ("text", "share", "percent"),
    [
        ("One in every 40 adults smokes.", "One in every 40", "2.5"),
        ("It spoilt one out of every five days.", "one out of every five", "20"),
        ("Prices rose, and one in eight gave up.", "one in eight", "12.5"),
        ("It covers nine of every 10 acres.", "nine of every 10", "90"),
        ("One ferry in four sailed late.", "One ferry in four", "25"),
        ("One lorry in five left after its date.", "One lorry in five", "20"),
        ("One sack of rice in five never came.", "One sack of rice in five", "20"),
        ("He met one young doctor in eight who smoked.", "one young doctor in eight", "12.5"),
    ],
)
def test_some_of_so_many_are_a_share(text: str, share: str, percent: str) -> None:
    """Of every so many, one or more are a percentage of whatever the words count, a measure too."""
    assert read(text) == [(share, percent, "percent")]


@pytest.mark.parametrize(
    ("text", "part", "factor"),
    [
        ("Half as many boats came as in May.", "Half", "2"),
        ("The foam is a quarter as heavy as cork.", "a quarter", "4"),
        ("The isle has two thirds as much rain as the coast.", "two thirds", "1.5"),
    ],
)
def test_a_part_as_many_is_so_many_times_less(text: str, part: str, factor: str) -> None:
    """A part that compares two things with `as ... as` divides, it is no share."""
    assert (part, factor, "factor") in read(text)


def test_a_part_as_much_again_is_no_fraction_of_another() -> None:
    """`as much again` adds to what there was, so that nothing is divided."""
    assert all(unit != "factor" for _, _, unit in read("It cost half as much again as the old one."))


@pytest.mark.parametrize(
    ("text", "share", "percent"),
    [
        ("One in 250 calves is born blind.", "One in 250", "0.4"),
        ("The grove lost one tree in eight.", "one tree in eight", "12.5"),
        ("Every third house burned.", "third", "33.33"),
        ("A fifth was knocked off the price.", "A fifth", "20"),
        ("They say a good third of goats are ill.", "third", "33.33"),
        ("One in 60,000 calves is white.", "One in 60,000", "0.001667"),
    ],
)
def test_one_of_so_many_is_a_share_however_it_is_put(text: str, share: str, percent: str) -> None:
    """A share needs no round number, no long noun and no `of`."""
    assert (share, percent) in [(words, value) for words, value, _ in read(text)]


def test_every_third_day_is_no_share() -> None:
    """What comes back after so many days is no part of a whole."""
    assert read("Every third day it rained.") == []


@pytest.mark.parametrize("text", ["It shut one mill in four towns.", "It won one case in five years."])
def test_one_thing_in_so_many_of_another_is_no_share(text: str) -> None:
    assert not [found for found in read(text) if found[2] == "percent"]
