"""Whom an article is about."""

from __future__ import annotations

from pipeline.extract.salience import salience
from pipeline.model import Document, Mention, Name

NOBODY: dict[str, int] = {}


def mentions(*names: tuple[str, str]) -> list[Mention]:
    """One mention after the other, behind the first paragraph."""
    return [
        Mention(1000 + at, 1001 + at, name[0], Name(kind, name))  # type: ignore[arg-type]
        for at, (kind, name) in enumerate(names)
    ]


TEXT = Document("t", "A first paragraph of more than forty letters ends here.\n" + "x" * 2000)


def test_the_name_given_most_often_leads() -> None:
    """The weightiest country or organisation leads, and each type has its own weightiest name."""
    found = salience(
        TEXT,
        mentions(("country", "Chile"), *[("country", "Peru")] * 3, ("person", "Ana Ruiz")),
        NOBODY,
    )
    assert found.leading == "Peru"
    assert found.main == {"country": "Peru", "person": "Ana Ruiz"}
    assert set(found.names) == {"Chile", "Peru", "Ana Ruiz"}


def test_the_first_paragraph_weighs_more() -> None:
    """A name of the lead outweighs one that is given twice later."""
    lead = Mention(2, 7, "Chile", Name("country", "Chile"))
    twice = mentions(("country", "Peru"), ("country", "Peru"))
    assert salience(TEXT, [lead, *twice], NOBODY).leading == "Chile"
    assert salience(TEXT, twice, NOBODY).leading is None, "twice in passing is not what it is about"


def test_who_only_speaks_does_not_lead() -> None:
    """Public bodies and the publisher weigh nothing; a firm does, though it speaks."""
    firm = [("organisation", "Andes Cable")] * 3
    assert salience(TEXT, mentions(*firm), {"Andes Cable": 1}).leading == "Andes Cable"
    assert salience(TEXT, mentions(*[("organisation", "Port Board")] * 3), NOBODY).leading is None
    assert salience(Document("t", "x", publisher="Andes Cable"), mentions(*firm), NOBODY).leading is None


def test_a_pair_of_countries() -> None:
    """Two countries that make up most of those named are the pair; with a third as often there is none."""
    two = [("country", "Chile"), ("country", "Peru")] * 2
    assert salience(TEXT, mentions(*two), NOBODY).pair == ("Chile", "Peru")
    assert salience(TEXT, mentions(*two, *[("country", "Cuba")] * 2), NOBODY).pair is None


def test_a_company_outweighs_every_country() -> None:
    """An organisation named more often than any country is the company the article is about."""
    firm = [("organisation", "Andes Cable")] * 2
    assert salience(TEXT, mentions(*firm, ("country", "Peru")), NOBODY).company == "Andes Cable"
    assert salience(TEXT, mentions(*firm, *[("country", "Peru")] * 2), NOBODY).company is None
    assert salience(TEXT, mentions(*firm, ("country", "Peru")), {"Andes Cable": 1}).company is None


def test_the_home_of_an_article() -> None:
    """Cities, the names of bodies, dateline and publisher speak for a country that is hardly named."""
    towns = [("place", "Riga"), ("place", "Riga"), ("country", "Peru")]
    assert salience(TEXT, mentions(*towns), NOBODY).main["country"] == "Latvia"
    assert salience(Document("t", "x", publisher="Bank of Ghana"), [], NOBODY).main["country"] == "Ghana"
    bank = salience(TEXT, mentions(("organisation", "Bank of Botswana")), NOBODY)
    assert bank.main["country"] == "Botswana"
    wire = salience(Document("t", "x", dateline="LIMA"), [], NOBODY)
    assert wire.main["country"] == "Peru"
    assert wire.home is None, "a dateline alone makes no country what the article is about"
    assert "country" not in salience(Document("t", "x", dateline="Quellor"), [], NOBODY).main


def test_a_currency_names_no_country() -> None:
    """The `US` of `the US dollar` is not told of."""
    text = "Losses against the US dollar grew."
    dollar = Mention(19, 21, "US", Name("country", "United States"))
    assert salience(Document("t", text), [dollar], NOBODY).names == {}


def test_an_empty_article() -> None:
    """An article without names is about nobody."""
    found = salience(Document("t", ""), [], NOBODY)
    assert (found.names, found.leading, found.company, found.pair) == ({}, None, None, None)


def test_a_country_that_speaks_still_weighs() -> None:
    """A country that says something is still what the article is about; a person is not."""
    names = mentions(("country", "Peru"), ("country", "Peru"), ("country", "Chile"), ("person", "Ana Ruiz"))
    found = salience(TEXT, names, {"Peru": 1, "Ana Ruiz": 1})
    assert found.main == {"country": "Peru"}
