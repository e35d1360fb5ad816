"""Stretches and bounds told from other days: each sentence is read against Wednesday, 15 May 2024."""

from datetime import date

import pytest

from pipeline.model import Period
from pipeline.recognise.periods import find_periods

PUBLISHED = date(2024, 5, 15)


def read(text: str) -> list[str]:
    """EDTF of every period, lengths of time aside."""
    found = [mention.value for mention in find_periods(text, PUBLISHED)]
    return [period.edtf for period in found if isinstance(period, Period) and not period.duration]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("The board will have its answer in two weeks.", "2024-05-29"),
        ("He'll have results in six weeks.", "2024-06-26"),
        ("We are going to have a hearing in 10 days.", "2024-05-25"),
        ("You have to pay in 10 days.", "2024-05-25"),
        ("She has lost 6 kilos in two weeks.", "2024-05-01/2024-05-14"),
    ],
)
def test_to_have_tells_the_past_only_as_a_perfect(text: str, edtf: str) -> None:
    assert read(text) == [edtf]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("The shipment left more than 3 days before yesterday.", "../2024-05-10"),
        ("It closed more than four weeks before 10 April 2024.", "../2024-03-12"),
        ("The offer ends less than 5 days after 1 June 2024.", "2024-06-01/2024-06-05"),
        ("It was filed less than two weeks before 10 April 2024.", "2024-03-28/2024-04-10"),
        ("The mill will be sold within two weeks of 3 June 2024.", "2024-06-03/2024-06-17"),
        ("The rule applies not later than 1 May 2025.", "../2025-05-01"),
        ("Work will begin no earlier than 3 June 2024.", "2024-06-03/.."),
        ("Prior to 2019 the ferry was free.", "../2018"),
        ("On or before 5 June 2024 the dues are paid.", "../2024-06-05"),
        ("From 3 June onwards the ferry is free.", "2024-06-03/.."),
        ("Five days before New Year the snow came.", "2023-12-27"),
        ("Three days before New Year 2023 the strike ended.", "2022-12-29"),
        ("We will meet 2 weeks after New Year.", "2025-01-15"),
    ],
)
def test_a_length_before_or_after_a_day_bounds_it(text: str, edtf: str) -> None:
    assert read(text) == [edtf]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("The camp is from 6/3-6/9, 2023.", "2023-06-03/2023-06-09"),
        ("The shop is closed from 12/24-1/2, 2023.", "2022-12-24/2023-01-02"),
        ("The road is shut from this June to Sept 2026.", "2024-06/2026-09"),
        ("Between last March and July 2024 prices rose.", "2024-03/2024-07"),
        ("The leave runs from June 28 to the 3rd.", "2024-06-28/2024-07-03"),
        ("The show runs from Nov. 28 till the third.", "2023-11-28/2023-12-03"),
        ("Talks run from the 4th to the 9th of next month.", "2024-06-04/2024-06-09"),
        ("The ferry was free from 2010 up to 2015.", "2010/2015"),
        ("It rained during the second half of last month.", "2024-04-16/2024-04-30"),
        ("In the opening half of the year sales fell.", "2024-01/2024-06"),
        ("The opening quarter of 2023 was weak.", "2023-01/2023-03"),
        ("We fly out a week from Saturday.", "2024-05-25"),
        ("The hall ran from April 29 to the 2nd floor.", "2024-04-29"),
    ],
)
def test_two_ends_make_one_stretch(text: str, edtf: str) -> None:
    assert read(text) == [edtf]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("Over the last 2 months and 10 days the price fell.", "2024-03-05/2024-05-14"),
        ("The last 2 years and 6 months were hard.", "2021-11/2024-05"),
        ("For the next 3 weeks and 2 days roads will be shut.", "2024-05-16/2024-06-07"),
        ("The past year and a half has been hard.", "2022-11/2024-05"),
        ("The office moves next workweek.", "2024-05-20/2024-05-24"),
        ("The fair opened on St. Patrick's Day 2023.", "2023-03-17"),
    ],
)
def test_windows_of_several_units_and_named_days(text: str, edtf: str) -> None:
    assert read(text) == [edtf]


@pytest.mark.parametrize(
    ("text", "role", "edtf"),
    [
        (
            "It sold 5 in the year to March 31, 3 more than in the preceding twelve months.",
            "base",
            "2022-04/2023-03",
        ),
        ("It has twice as many as ten years ago.", "base", "2014"),
        ("That is two million above the record set in 2012.", "base", "2012"),
        ("The bourse fell as much as 45% on Tuesday.", "at", "2024-05-14"),
        ("It rose from 5 in 1990 to 9 twenty years later.", "at", "2010"),
        ("The mill wants to raise fares by 8% from October.", "at", "2024-10"),
        ("The shares closed 4% higher on Tuesday.", "at", "2024-05-14"),
        ("It will be built under a contract signed with Acme in June.", "at", "2023-06"),
        ("Fees rise by 4 percent, effective 1 June.", "at", "2024-06-01"),
        ("It lost 9 in the fiscal year that ended on 31 March.", "at", "2023-04/2024-03"),
        ("It sold 9 in the 12 months through March the city said.", "at", "2023-04/2024-03"),
    ],
)
def test_what_brings_a_time_in(text: str, role: str, edtf: str) -> None:
    """Whether a time is compared with, and of which year it is, hangs on the words before it."""
    told = [m.value for m in find_periods(text, PUBLISHED) if isinstance(m.value, Period)]
    assert (told[-1].role, told[-1].edtf) == (role, edtf)


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("Tea sales rose 5% in January and February.", ["2024-01/2024-02"]),
        ("Tea sales rose 5% in December and January.", ["2023-12/2024-01"]),
        ("Tea earned $3m in April and May 2021.", ["2021-04/2021-05"]),
        ("Tea sales rose 5% and 6% in January and February.", ["2024-01", "2024-02"]),
        ("Tea sales rose in January and February, respectively.", ["2024-01", "2024-02"]),
        ("Tea earned $3m in July-November of fiscal 2023-24.", ["2023-07/2023-11", "2023/2024"]),
        ("Tea earned $3m in July-March (2022-23).", ["2022-07/2023-03"]),
        ("Tea earned $3m in the eight months up to March.", ["2023-08/2024-03"]),
        ("The firm sees sales of $9m in the second quarter.", ["2024-04/2024-06"]),
        ("The firm is targeting a share of 9 percent by December.", ["2024-12"]),
        ("The ferry has carried 9,000 people since its launch in June 2021.", ["2021-06/.."]),
    ],
)
def test_months_that_belong_together_are_one_stretch(text: str, edtf: list[str]) -> None:
    """So are two of one figure, those of a business year, those up to one, and all since an event of one."""
    assert read(text) == edtf


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("Shares were down 9% by 1140 GMT.", ["2024-05-15"]),
        ("Shares were down 9% at 1140 GMT on Monday.", ["2024-05-13"]),
        ("Rye for delivery next month cost $9.", []),
        ("Rye for March 2025 delivery cost $9.", []),
        ("The yard has sold nine ships for delivery in 2027.", []),
    ],
)
def test_a_time_of_the_clock_is_no_year_and_a_delivery_no_time_of_its_price(
    text: str, edtf: list[str]
) -> None:
    assert read(text) == edtf


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Tea exports are 9 percent above the figure for 2019.", "base"),
        ("Tea exports are still 9 percent short of 2019.", "base"),
        ("The mill sold 90 tonnes, three times its total in 2019.", "base"),
        ("The mill sold 90 tonnes, twice the 2019 figure.", "base"),
        ("Tickets earned $9m, up 5% on the same weekend of 2019.", "base"),
        ("Tickets earned $9m, down from $11m at this time last year.", "base"),
        ("The mill sold 90 tonnes, an increase of 9 percent over 2019.", "base"),
        ("Exports of tea from the coast reached 90 tonnes in 2019.", "at"),
        ("Exports of tea rose from about 90 tonnes in 2019.", "base"),
    ],
)
def test_what_a_figure_is_measured_by_is_no_time_of_it(text: str, role: str) -> None:
    """`twice the 2019 figure` compares; `sales from here reached 9` does not."""
    values = [mention.value for mention in find_periods(text, PUBLISHED)]
    assert [value.role for value in values if isinstance(value, Period)] == [role]


@pytest.mark.parametrize(
    ("text", "published", "edtf"),
    [
        ("The firm ended the year with $9m in cash.", date(2024, 2, 5), "2023"),
        ("Tea averaged $9 during the year.", date(2024, 2, 5), "2023"),
        ("Tea averaged $9 during the year.", date(2024, 8, 5), "2024"),
        ("There were 90 ships in port at the end of the month.", date(2024, 5, 15), "2024-04"),
    ],
)
def test_the_year_told_of_in_the_past_early_on_is_the_last(text: str, published: date, edtf: str) -> None:
    (period,) = [mention.value for mention in find_periods(text, published)]
    assert isinstance(period, Period)
    assert period.edtf == edtf


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("It lost 9 metres between 1984 and 2014 and 7 since then.", ["1984/2014", "2014/.."]),
        ("the second half of the 1990s", ["1995/1999"]),
        ("By mid-century it will be 9.", ["2050"]),
        ("At the turn of the year it held 9.", ["2024-01"]),
        ("9% in the fourth quarter of 2022, up from 7% in the third", ["2022-10/2022-12", "2022-07/2022-09"]),
        ("9% in the first quarter of 2022, up from 7% in the fourth", ["2022-01/2022-03", "2021-10/2021-12"]),
        ("The fiscal year, which ended on March 31, brought in 9.", ["2023-04/2024-03"]),
        ("The bank in April forecast 9% growth.", ["2024-04"]),
        ("the 2019/2020 fiscal year", ["2019/2020"]),
    ],
)
def test_parts_and_turns_of_years(text: str, edtf: list[str]) -> None:
    """Halves of decades, quarters without their year, and what a period told before begins."""
    values = [mention.value for mention in find_periods(text, date(2024, 5, 15))]
    assert [value.edtf for value in values if isinstance(value, Period)] == edtf
