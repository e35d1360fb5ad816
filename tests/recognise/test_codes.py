"""Digits that count nothing because they are dialled, filed or told."""

import pytest

from pipeline.recognise.codes import find_codes, is_clock, is_sign
from pipeline.recognise.periods import find_periods
from pipeline.recognise.quantities import find_quantities


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Ring 1300 020 311 for help", "1300 020 311"),
        ("details on 01632 960 511", "01632 960 511"),
        ("write to +44 20 7946 0321 today", "+44 20 7946 0321"),
        ("fax: +1 (212) 555-0173", "+1 (212) 555-0173"),
        ("the office, (020) 7946 0771, is open", "(020) 7946 0771"),
        ("the hotline is 555-0118", "555-0118"),
        ("text 60333 to give", "60333"),
        ("Phone 0800 555 191", "0800 555 191"),
        ("file 4417-220-18 is lost", "4417-220-18"),
        ("call 2015-2018-44 now", "2015-2018-44"),
    ],
)
def test_a_telephone_or_file_number_is_a_code(text: str, code: str) -> None:
    """Digits in groups that no figure is written in, and digits after a word of telephoning, are codes."""
    assert [text[start:end] for start, end in find_codes(text)] == [code]
    assert find_quantities(text) == []
    assert find_periods(text, None) == []


@pytest.mark.parametrize(
    "text",
    [
        "1 200 000 people",
        "in 2024 120 000 tonnes were sold",
        "called 300 people",
        "on 2024-03-12",
        "on 12-03-2024",
        "from 2019-20",
        "the years 2018 2019 2020",
        "a call for 45000 signatures",
        "up +2.5 percent",
        "100-200 metres",
        "phone 12000 million",
    ],
)
def test_figures_and_dates_are_no_codes(text: str) -> None:
    """Grouped thousands, dates, ranges and scaled figures stay what they are."""
    assert find_codes(text) == []


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("07.15 The first train leaves.", True),
        ("(21.30) The talks resume.", True),
        ("All is quiet. 10.25 Families wait.", True),
        ("The debate starts at 18.30 in the hall.", True),
        ("They met at 9.15 on Monday.", True),
        ("At 16.45 the bridge was shut.", True),
        ("It opens 09.00 to 17.30 daily.", True),
        ("The lira traded at 14.30 to the dollar.", False),
        ("The stock closed at 18.30, a low.", False),
        ("a mean of 12.40 a head", False),
        ("The yield was at 4.25 on Friday.", False),
        ("Shares opened at 14.30 today.", False),
    ],
)
def test_a_time_with_a_full_stop_is_a_clock_time(text: str, clock: bool) -> None:
    """Leading noughts, headings of live reports, verbs of starting and days mark a time of day."""
    figure = max((word.strip("().,") for word in text.split() if word.strip("(")[:1].isdigit()), key=str)
    start = text.index(figure)
    assert is_clock(text, start, start + len(figure)) is clock


@pytest.mark.parametrize(
    ("text", "quantities"),
    [
        ("The R311 was closed.", []),
        ("Fill in a P45 by then.", []),
        ("The rand fell; bread costs R311.", ["R311"]),
        ("paid N450 of N3.2 million", ["N450", "N3.2 million"]),
        ("fees of P1,200", ["P1,200"]),
    ],
)
def test_a_letter_is_a_currency_where_the_text_reckons_in_it(text: str, quantities: list[str]) -> None:
    """`N450` is money only where a scale, a group or the currency's name shows it."""
    assert [mention.text for mention in find_quantities(text)] == quantities


def test_letters_of_no_currency_are_no_signs() -> None:
    """Only letters that stand for currencies are in doubt."""
    assert not is_sign("the A40", 5, 7, "A")
    assert is_sign("the N40", 5, 7, "N")


@pytest.mark.parametrize("text", ["dial 0451", "the 747 MAX flew", "works from 9 to 5", "open 9-5"])
def test_leading_noughts_names_and_opening_hours_count_nothing(text: str) -> None:
    """No figure begins with a nought, and hours run from a later to an earlier one."""
    assert find_quantities(text) == []
