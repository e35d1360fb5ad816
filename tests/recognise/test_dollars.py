"""Whose dollar a bare `$` is."""

from __future__ import annotations

import pytest

from pipeline.recognise.dollars import dollar_of


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Sales rose to $5 million.", "USD"),
        ("All figures are in Canadian dollars. Sales rose to $5 million.", "CAD"),
        ("The Australian firm paid $5 million (US$3.3 million) for it.", "AUD"),
        ("The Australian firm paid $5 million for it.", "USD"),
        ("He stole nine million Canadian dollars. Of this $4 million is left.", "CAD"),
        ("It cost nine million Canadian dollars, or US$8 million. The rest, $4 million, is left.", "USD"),
        ("It cost 9 million Canadian dollars, or 12 million Fijian dollars. The rest is $4 million.", "USD"),
    ],
)
def test_the_dollar_is_foreign_only_where_the_text_says_so(text: str, code: str) -> None:
    """A bare dollar sign means US dollars unless the article tells otherwise."""
    assert dollar_of(text) == code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("TORONTO - Canadian mills lost $4 million. Pulp sold at US$900. In Canada prices fell $9.", "CAD"),
        ("Jamaica took in $9 million. Jamaica also got US$3 million.", "JMD"),
        ("Canada sold oil at US$40 a barrel and gas. Canadian crude is cheap at A$9.", "USD"),
        ("Australia, home of the firm, earned A$9. Australian beef cost US$3, lamb $5.", "USD"),
        ("Ghana earned US$9 million and $3 million.", "USD"),
        ("SYDNEY - Trams in Australia lost A$4 million, and Australia paid. A ticket costs $5.", "AUD"),
        ("CALGARY - Acme of Canada lost C$9 ($8). Canadian crude costs $55 a barrel.", "USD"),
    ],
)
def test_the_dollar_of_a_country_that_marks_the_american_one(text: str, code: str) -> None:
    """Where only one kind of dollars is marked, a bare one is of the country that the article is about."""
    assert dollar_of(text) == code


@pytest.mark.parametrize(
    ("text", "publisher", "code"),
    [
        ("The Perth mill lost $4 million.", "The Adelaide Courier of Australia", "AUD"),
        ("Toronto flats sold for $600,000.", "CBC News", "CAD"),
        ("Toronto flats sold for $600,000.", "Reuters", "USD"),
        ("Toronto flats sold for $600,000.", None, "USD"),
        ("The Lima mill lost $4 million.", "CBC News", "USD"),
        ("The Singapore mill earned S$9 million ($7 million).", "The Straits Times", "USD"),
    ],
)
def test_the_dollar_of_an_outlets_country(text: str, publisher: str | None, code: str) -> None:
    """An outlet of a country with dollars means those, where it tells of home and marks no others."""
    assert dollar_of(text, publisher) == code


@pytest.mark.parametrize(
    ("text", "publisher", "code"),
    [
        ("Flats in Regina rose to $9. Regina is dearer than the rest of Canada.", None, "CAD"),
        ("Flats in Regina rose to $9. Regina is dearer than the rest of Canada.", "Reuters", "USD"),
        ("Flats in Regina rose to $9. Regina is dearer than Canada, at US$8.", None, "CAD"),
        ("Flats in Regina rose to $9.", None, "USD"),
    ],
)
def test_the_dollar_of_the_only_country_told_of(text: str, publisher: str | None, code: str) -> None:
    """An article about places of one country means its dollars, unless an agency tells the world."""
    assert dollar_of(text, publisher) == code


def test_an_article_about_several_countries_has_no_dollar_of_its_own() -> None:
    """Peru's purchases from Canada are not told in Canadian dollars."""
    text = "Peru bought wheat from Canada for $9. Canada sold Peru more. Canada is Peru's friend."
    assert dollar_of(text, None, {"Canada": 3, "Peru": 3}) == "USD"
