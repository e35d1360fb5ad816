import pytest

from evaluation.text import alike, country, normalised


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Chinese companies", "china companies"),
        ("US", "united states"),
        ("U.S. exporters", "united states exporters"),
        ("PRC", "china"),
        ("People's Republic of China", "china"),
        ("Türkiye’s", "turkey"),
        ("Côte d’Ivoire", "ivory coast"),
        ("farmers' union", "farmers union"),
    ],
)
def test_countries_determiners_and_possessives(text: str, expected: str) -> None:
    """A country's adjectives and other names become the country; determiners and possessives go."""
    assert normalised(text) == expected


@pytest.mark.parametrize("text", ["car sales", "tell us"])
def test_abbreviations_keep_their_capitals(text: str) -> None:
    """A word that only looks like a country's abbreviation stays a word."""
    assert normalised(text) == text


def test_a_country_is_known_by_its_normalised_name() -> None:
    """Only a whole text that names a country is one."""
    assert country(normalised("South Korean")) == "south korea"
    assert country(normalised("South Korean ships")) is None


def test_more_than_half_of_the_words() -> None:
    """Texts are alike above a Jaccard of one half, without determiners, prepositions and plurals."""
    assert alike("volume of the investments", "investment volume")
    assert alike("new wind farms", "wind farm")
    assert not alike("farm", "wind farm")


def test_two_different_countries_are_never_alike() -> None:
    """The names of two countries may share most of their words and still differ."""
    assert not alike("Republic of the Congo", "Democratic Republic of the Congo")
    assert not alike("North Korea", "South Korea")
