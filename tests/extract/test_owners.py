"""Whose figure a clause says it is, read end to end from short texts after a sentence about another."""

from __future__ import annotations

import pytest

_BEFORE = "Norway's economy grew 2.2% last year, figures showed.\n\n"


def _claim(claims, text: str, figure: str):
    at = len(_BEFORE) + text.index(figure)
    return next(c for c in claims(_BEFORE + text) if c.mentions[0][0] <= at < c.mentions[0][1])


@pytest.mark.parametrize(
    ("text", "figure", "subject"),
    [
        ("Bosch said on Friday it would cut 3,500 jobs.", "3,500", "Bosch"),
        ("Nokia will add 200 posts in Cork.", "200", "Nokia"),
        ("The plant in Tema, with a capacity of 120 MW, cost $90 million.", "120 MW", "plant"),
        ("The plant in Tema, with a capacity of 120 MW, cost $90 million.", "$90 million", "plant"),
        ("A 400 MW solar park in Oman will supply 50,000 homes.", "50,000", "solar park"),
        ("The biggest jump was in Porto, where rents rose by 9.4%.", "9.4%", "Porto"),
        ("The peso, after losing 12% against the dollar in May, has steadied.", "12%", "peso"),
        ("The line, a 320 km cable between Almeria and Oran, opened in 2011.", "320 km", "line"),
        ("Spending by tourists in Cork rose 6%.", "6%", "tourists"),
        ("A dam that would cost $2 billion is planned in Niger.", "$2 billion", "dam"),
        ("In those days a carmaker paid 15 cents per kilowatt hour.", "15 cents", "carmaker"),
    ],
)
def test_who_acts_or_bears_has_the_figure(claims, text: str, figure: str, subject: str) -> None:
    """The figure is of who acts, pays, costs or suffers in its clause, not of whom was told of before."""
    assert _claim(claims, text, figure).subject == subject


@pytest.mark.parametrize(
    ("text", "figure", "nobody"),
    [
        ("The ministry put the shortage at 1,200 megawatts.", "1,200", "shortage"),
        ("Rescuers found 12 bodies in Derna.", "12", "Rescuers"),
        ("Local media reported 54 people killed.", "54", "Local media"),
        ("Doctors put the death toll at 45.", "45", "Doctors"),
        ("Residents put the number of dead at 60.", "60", "Residents"),
        ("Heavy rain cut output by 9%.", "9%", "Heavy rain"),
        ("Latvia led the region, with 410 cases for every million people.", "410", "million people"),
        ("Its share of the energy mix was 11%.", "11%", "energy mix"),
    ],
)
def test_who_tells_finds_or_causes_has_not(claims, text: str, figure: str, nobody: str) -> None:
    """No figure is of who judges or finds it, of what caused it, nor of the whole that it is a share of."""
    assert _claim(claims, text, figure).subject != nobody


@pytest.mark.parametrize(
    ("text", "figure", "subject"),
    [
        ("Peru delivered 12,000 tonnes in the first quarter and Bolivia 4,500 tonnes.", "4,500", "Bolivia"),
        ("Germans accounted for 31% of guests and Austrians another 12%.", "12%", "Austria"),
        ("Kenya raised its output by 4% and Uganda by 7%.", "7%", "Uganda"),
    ],
)
def test_a_verb_left_out(claims, text: str, figure: str, subject: str) -> None:
    """Where a clause leaves out its verb, the figure is of the noun right before it."""
    assert _claim(claims, text, figure).subject == subject


@pytest.mark.parametrize(
    ("text", "figure", "subject", "counterpart"),
    [
        ("Zambia owes China $6.6 billion.", "$6.6 billion", "Zambia", "China"),
        ("Lidl increased its Czech revenue by 6%.", "6%", "Lidl", "Czech Republic"),
        ("India purchased 1.2 million tonnes of Russian oil.", "1.2 million", "India", "Russia"),
        ("Qatar holds 17% of Volkswagen.", "17%", "Qatar", "Volkswagen"),
        ("Egypt received $1.2 billion from Japan.", "$1.2 billion", "Egypt", "Japan"),
        ("Iran exported goods worth $1.1 billion to Iraq.", "$1.1 billion", "Iran", "Iraq"),
    ],
)
def test_the_other_party(claims, text: str, figure: str, subject: str, counterpart: str) -> None:
    """Who is given something, whose goods are bought, and the market of a named firm are the other party."""
    claim = _claim(claims, text, figure)
    assert (claim.subject, claim.counterpart) == (subject, counterpart)
