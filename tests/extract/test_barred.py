"""Periods of a sentence that are not a figure's: of another act, of what came before, of a telling."""

from datetime import date
from decimal import Decimal

import pytest

from pipeline.run import run


def periods(text: str, published: date = date(2024, 5, 15)) -> dict[str, str | None]:
    """The period of every figure of a text, by its words."""
    claims = run(text, published).claims
    return {text[start:end]: claim.period for claim in claims for start, end in claim.mentions}


@pytest.mark.parametrize(
    ("text", "figure", "period"),
    [
        ("Acme on Tuesday posted a net loss of $9 million.", "$9 million", None),
        ("Shares slumped 9 percent following the vote last June.", "9 percent", None),
        ("Sales fell 5 percent in March after a 9 percent rise in February.", "5 percent", "2024-03"),
        ("Acme, which is 9 percent Dutch, expects a loss of $7 million this year.", "9 percent", None),
        ("Acme, which is 9 percent Dutch, expects a loss of $7 million this year.", "$7 million", "2024"),
        ("Launched in 2017, the corridor links 73 towns with 540 ports.", "73", None),
        ("In February it had put the cost at $9 million.", "$9 million", None),
        ("Sales of $9 million led, while Acme, last year's winner, came third.", "$9 million", None),
        (
            "The airline earned $9 million before tax between January and March.",
            "$9 million",
            "2024-01/2024-03",
        ),
        ("Homes finished in March were 9 percent cheaper than in February.", "9 percent", "2024-03"),
        ("At least 46 people have died since heavy rain began falling in March.", "46", "2024-03/.."),
        ("It fetched $9, down from a peak of $12 last November.", "$12", "2023-11"),
        ("Hospitals reported 70 new cases on Sunday.", "70", "2024-05-12"),
        ("As of Sunday, 70 cases had been confirmed.", "70", "2024-05-12"),
        ("Net profit was $9 million (previous year: $7 million).", "$9 million", None),
        ("At least 46 people died when a mine caved in on Sunday.", "46", "2024-05-12"),
        ("It had 46 boats when it opened in 1990.", "46", "1990"),
        ("The bank in April forecast 9 percent growth.", "9 percent", None),
        ("The isle is home to 9,000 people, of whom 700 left last autumn.", "9,000", None),
        ("It aims for 9 boats by 2060; coal still makes up 7% of its power.", "7%", None),
        ("Of this, $9 million went to schools.", "$9 million", None),
        ("The club won 9 points, its worst result in the league since 1988.", "9 points", None),
        ("Wages rose to $9, the fastest climb of any in the region since 1975.", "$9", None),
        ("As of May 1, farmers had sown 9 hectares of winter wheat.", "9 hectares", "2024-05-01"),
        ("In the year after the vote, 700 people were killed.", "700", None),
        ("Exports came to $9 million in 2022. Tea made up $7 million of that.", "$7 million", "2022"),
        ("Lind runs 46 mills here, 14 of which were built in March.", "46", None),
        ("She finished second, 9 points behind Lind, who has led the town since 2011.", "9 points", None),
        ("He sold the mill, which is 70 metres long, in 2003.", "70 metres", None),
        ("Tea made up 9 tonnes in March, which is 2 tonnes less than in May.", "2 tonnes", "2024-03"),
        ("She, whose 70-acre farm lost its roof in March, sold up.", "70-acre", None),
        ("The poll put it at 9 percent, up two points since March.", "9 percent", None),
        ("The poll put it at 9 percent in April, up two points since March.", "two points", "2024-04"),
        ("The town must find $9 million by 2026 after it lost 7% of its tax.", "7%", None),
        ("The ferry had docked in March and was carrying 70 cars.", "70", None),
        ("The ferry had docked in March and unloaded 70 cars.", "70", "2024-03"),
        ("In March, 46 people were killed and 70 hurt.", "46", "2024-03"),
        ("Some 46 people were killed and 70 others hurt on Sunday when a roof fell in.", "46", "2024-05-12"),
        ("It expects $9 million this year, up from a March estimate of $7 million.", "$7 million", "2024"),
        ("Tea prices sank 9% between January and March but have since recovered to $12.", "$12", None),
    ],
)
def test_another_time_of_the_sentence_is_not_the_figures(text: str, figure: str, period: str | None) -> None:
    """A loss is not of the day it is posted on, nor a fall of the month of what came before it."""
    assert periods(text)[figure] == period


def test_a_movement_begins_with_its_stretch_and_each_end_has_its_year() -> None:
    """`from 25 in 2012 to 97 in 2013` tells two years, `from 9 to 7 in two years` begins with the first."""
    told = periods("The number of strikes went from 25 in 2012 to 97 in 2013.")
    assert (told["25"], told["97"]) == ("2012", "2013")
    told = periods("The number of strikes has dwindled from 90 to 70 in two years.")
    assert told["90"] == "2022"


def test_a_clause_with_when_keeps_no_figure_that_has_its_own_time() -> None:
    """`it hit 9 in April, when it rained, and was back at 7 last month`: the 7 is of last month."""
    text = "The saving rate hit 9 percent in January, when it rained, and was back at 7 percent last month."
    assert periods(text)["7 percent"] == "2024-04"


def test_what_stood_until_a_month_stood_in_it() -> None:
    """A bound that closes a stretch is when the figure held."""
    assert periods("The fund had spent $9 million till the end of March.")["$9 million"] == "2024-03"


@pytest.mark.parametrize(
    "text",
    [
        "Exports fell 9% in 2022, following a 7% rise the previous year.",
        "In 2022, exports fell 9%; a year earlier they had risen 7%.",
    ],
)
def test_a_movement_of_the_time_before_is_no_comparison(text: str) -> None:
    """What rose the year before is of that year, and nothing else is measured from there."""
    told = {claim.value: (claim.period, claim.base) for claim in run(text, date(2024, 5, 15)).claims}
    assert told == {Decimal(9): ("2022", None), Decimal(7): ("2021", None)}
