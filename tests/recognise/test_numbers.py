"""Numbers in figures and words."""

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.recognise.numbers import find_numbers, read_number

SMALL = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
TENS = ["_", "_", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def in_words(value: int) -> str:
    """A whole number below a quadrillion in English words."""
    if value < 20:
        return SMALL[value]
    if value < 100:
        return TENS[value // 10] + (f"-{SMALL[value % 10]}" if value % 10 else "")
    if value < 1000:
        rest = value % 100
        return f"{SMALL[value // 100]} hundred" + (f" and {in_words(rest)}" if rest else "")
    for scale, name in ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"), (10**3, "thousand")):
        if value >= scale:
            rest = value % scale
            return f"{in_words(value // scale)} {name}" + (f" {in_words(rest)}" if rest else "")
    raise AssertionError(value)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1,570", "1570"),
        ("1 570 000", "1570000"),
        ("1'234'567", "1234567"),
        ("1.234.567", "1234567"),
        ("1.234.567,89", "1234567.89"),
        ("5,00,000", "500000"),
        (".77", "0.77"),
        ("2 1/2", "2.5"),
        ("2½", "2.5"),
        ("3/4", "0.75"),
        ("1e6", "1000000"),
        ("1.3x10^6", "1300000"),
        ("4x10^2", "400"),
        ("one and a half million", "1500000"),
        ("half a million", "500000"),
        ("a quarter of a million", "250000"),
        ("two dozen", "24"),
        ("half a dozen", "6"),
        ("four hundred", "400"),
        ("a hundred thousand", "100000"),
        ("five lakh", "500000"),
        ("3.5 crore", "35000000"),
        ("two point five million", "2500000"),
        ("4 thousand 3 hundred", "4300"),
        ("twenty-three fifths", "4.6"),
        ("three and a quarter", "3.25"),
        ("one million and a half", "1500000"),
        ("one hundred and three quarters", "100.75"),
    ],
)
def test_a_number_in_any_style_has_its_exact_value(text: str, value: str) -> None:
    """Every supported way of writing a number is read to the exact decimal."""
    assert read_number(text) == Decimal(value)


@given(st.integers(0, 10**14))
def test_words_come_back_as_the_number_that_was_written(value: int) -> None:
    """A whole number written out in English words is read back."""
    assert read_number(in_words(value)) == value


@given(st.decimals(0, 10**12, places=2), st.sampled_from(["{:,}", "{}"]))
def test_figures_come_back_as_the_number_that_was_written(value: Decimal, style: str) -> None:
    """A decimal written in figures, grouped or not, is read back."""
    assert read_number(style.format(value)) == value


def test_a_vague_plural_goes_from_one_to_ten_of_them() -> None:
    """Tens of thousands lie between 10,000 and 100,000."""
    (number,) = find_numbers("tens of thousands of people")
    assert (number.value, number.most) == (10_000, 100_000)


def test_neighbours_that_make_no_number_stay_apart() -> None:
    """Two numbers side by side are two numbers."""
    assert [number.value for number in find_numbers("two 500 and 3 million five")] == [2, 500, 3_000_000, 5]


def test_ordinals_are_no_numbers() -> None:
    """An ordinal alone is not read as a fraction."""
    assert find_numbers("the third and the fifth quarter") == []


@given(st.text(alphabet="0123456789 .,-/½×^eEx%aond'\n", max_size=60))
def test_no_text_raises(text: str) -> None:
    """Any mixture of digits and signs is read without an error, in order and inside the text."""
    numbers = find_numbers(text)
    assert all(0 <= number.start < number.end <= len(text) for number in numbers)
    assert all(one.end <= two.start for one, two in pairwise(numbers))


def test_a_number_of_a_year_is_no_share() -> None:
    """`28 in 2023` is 28, while `3 in 10` is a share."""
    assert [number.value for number in find_numbers("up from 28 in 2023.")][:1] == [28]
    assert find_numbers("3 in 10.")[0].fraction


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("two million and four million tonnes", [2_000_000, 4_000_000]),
        ("one billion and twelve hundred billion", [10**9, 1200 * 10**9]),
        ("one million and two hundred thousand", [1_200_000]),
    ],
)
def test_two_numbers_with_one_scale_are_two(text: str, values: list[int]) -> None:
    """What follows `and` adds to a number only where its scale is smaller."""
    assert [number.value for number in find_numbers(text)] == values
