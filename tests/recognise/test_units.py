"""Units at a number."""

import sys
from decimal import Decimal

import pytest

from pipeline.model import Quantity
from pipeline.recognise.quantities import find_quantities
from pipeline.recognise.units import ask, currency_before, rate_after, unit_after


@pytest.mark.parametrize(
    ("after", "name"),
    [
        (" MW of wind", "megawatt"),
        (" MWh", "megawatt_hour"),
        (" GWh a year", "gigawatt_hour"),
        ("kW", "kilowatt"),
        (" tons of coal", "tonne"),
        (" metric tons", "tonne"),
        (" barrels per day", "barrel_per_day"),
        (" bpd", "barrel_per_day"),
        (" boepd", "barrel_per_day"),
        (" sq. km", "square_kilometre"),
        (" km²", "square_kilometre"),
        (" square metres", "square_metre"),
        (" hectares", "hectare"),
        (" TEUs", "teu"),
        (" troy ounces", "troy_ounce"),
        ("%", "percent"),
        (" per cent", "percent"),
        (" percentage points", "percentage_point"),
        ("-percentage-point", "percentage_point"),
        (" basis points", "basis_point"),
        (" bps", "basis_point"),
        (" degrees Celsius", "degree_celsius"),
        ("°C", "degree_celsius"),
        ("-inch", "inch"),
        (" cubic metres", "cubic_metre"),
        (" kilometres per hour", "kilometre_per_hour"),
        (" yuan", "CNY"),
        (" Azerbaijani manats", "AZN"),
        (" kronor", "SEK"),
        (" U.S. dollars", "USD"),
        (" euros", "EUR"),
        (" USD", "USD"),
        ("€", "EUR"),
    ],
)
def test_a_unit_is_named_as_claims_name_it(after: str, name: str) -> None:
    """Words, signs and abbreviations lead to one name."""
    found = unit_after("5" + after, 1)
    assert found is not None
    assert found[1].name == name


@pytest.mark.parametrize("after", [" in Baku", " companies", " a year", " of them", " won't", ", tons"])
def test_a_word_that_is_no_unit_gives_none(after: str) -> None:
    """Prepositions, counted nouns and what stands after a comma are no units."""
    assert unit_after("5" + after, 1) is None


def test_a_scaled_abbreviation_has_its_factor() -> None:
    """One mbpd is a million barrels per day."""
    found = unit_after("1.87 mbpd", 4)
    assert found is not None
    assert (found[1].name, found[1].factor) == ("barrel_per_day", Decimal(1_000_000))


@pytest.mark.parametrize(
    ("before", "code"),
    [
        ("$", "USD"),
        ("US$", "USD"),
        ("U.S. $", "USD"),
        ("HK$", "HKD"),
        ("A$", "AUD"),
        ("C$ ", "CAD"),
        ("Rs ", "INR"),
        ("Rs. ", "INR"),
        ("RM", "MYR"),
        ("RO ", "OMR"),
        ("N", "NGN"),
        ("GBP ", "GBP"),
        ("€", "EUR"),
        ("£", "GBP"),
        ("R$", "BRL"),
    ],
)
def test_money_signs_before_a_figure_are_iso_codes(before: str, code: str) -> None:
    """Symbols, codes and country-marked signs give the ISO 4217 code."""
    found = currency_before(f"about {before}5", 6 + len(before))
    assert found is not None
    assert found[1] == code


def test_an_article_is_no_part_of_the_sign() -> None:
    """`a $5m deal` is not in Australian dollars."""
    assert currency_before("a $5", 3) == (2, "USD")


def test_a_rate_is_joined_or_told() -> None:
    """Barrels a day are one unit; a price per share says what it is per."""
    assert rate_after("5 barrels a day", 9, "barrel") == (15, "barrel_per_day", "day")
    assert rate_after("$5 a share", 2, "USD") == (10, None, "share")
    assert rate_after("5 tons of coal", 6, "tonne") is None


def test_the_common_case_needs_no_quantulum3() -> None:
    """Known units are settled by the tables alone."""
    loaded = "quantulum3" in sys.modules
    unit_after("5 megawatts", 1)
    unit_after("5 widgets", 1)
    assert ("quantulum3" in sys.modules) == loaded


@pytest.mark.filterwarnings("ignore")
def test_quantulum3_settles_a_compound_sign() -> None:
    """A compound sign that the tables do not know is put to quantulum3."""
    assert ask("km/ms") == "kilometre_per_millisecond"
    assert ask("qq/zz") is None


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Norway spent 60 crowns a head.", "NOK"),
        ("Norway spent 60 crowns a head, most of it in Sweden.", "NOK"),
        ("In Argentina a kilo costs 900 pesos.", "ARS"),
        ("Pakistan borrowed 4 billion rupees.", "PKR"),
        ("It borrowed 4 billion rupees.", "INR"),
        ("Egypt owes 4 billion pounds.", "EGP"),
        ("It owes 4 billion pounds.", "GBP"),
        ("London lent Egypt's bank 4 million pounds, the British envoy said.", "GBP"),
        ("Morocco sold phosphate for 2 billion dirhams.", "MAD"),
        ("Paris spent 3 million francs on lamps.", "FRF"),
        ("Burkina Faso spent 3 million CFA francs.", "XOF"),
        ("Moldova lent 60 million lei.", "MDL"),
        ("Turkmenistan sold gas for 3 billion manats.", "TMT"),
        ("Minsk raised 300 million rubles.", "BYN"),
        ("Doha paid 5 billion riyals.", "QAR"),
        ("Malawi paid 5 billion kwacha.", "MWK"),
    ],
)
def test_a_shared_name_is_the_money_of_the_country_told_of(text: str, unit: str) -> None:
    """Crowns, pesos and rupees are those of the country that the text names, else the best known."""
    assert [getattr(each.value, "unit", "") for each in find_quantities(text)] == [unit]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Lahore spent Rs 40 million on parks, Pakistan's press wrote.", "PKR"),
        ("Lahore spent Rs 40 million on parks.", "INR"),
        ("Uganda lent Shs 30 billion.", "UGX"),
        ("A farm in Malawi earned K800,000.", "MWK"),
        ("Gaborone sold land for P3 million.", "BWP"),
        ("The Danish ferry costs 300 kr.", "DKK"),
        ("Senegal borrowed 12 billion FCFA.", "XOF"),
        ("Nigeria's neighbour Chad borrowed FCFA 12 billion.", "XAF"),
        ("The Dublin firm owed IR£3 million.", "IEP"),
        ("In Guatemala a sack costs Q105.", "GTQ"),
    ],
)
def test_a_shared_sign_is_the_money_of_the_country_told_of(text: str, unit: str) -> None:
    """`Rs`, `Sh`, `K`, `P` and `Kr` are those of the country that the text names, else the best known."""
    assert [getattr(each.value, "unit", "") for each in find_quantities(text)] == [unit]


@pytest.mark.parametrize("text", ["They took the L200 to town.", "Sales fell in Q3.", "Form D28 was lost."])
def test_a_letter_that_no_text_shows_as_money_is_a_sign(text: str) -> None:
    assert not find_quantities(text)


def test_crowns_of_nobody_are_no_money() -> None:
    """A few crowns in a text about no country that has such money may be any."""
    assert find_quantities("They cost 6 crowns a kilo.")[0].value.unit == "SEK", "a price of some country"
    found = find_quantities("The dentist set 60 crowns.")
    assert [getattr(each.value, "unit", "") for each in found] == [None]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("paid 9 Canadian cents a share", ("0.09", "CAD")),
        ("paid 12 Hong Kong cents a share", ("0.12", "HKD")),
        ("paid 30 euro cents a litre", ("0.3", "EUR")),
        ("paid 50 U.S. cents a pound", ("0.5", "USD")),
        ("cost 80 Pakistani paisa", ("0.8", "PKR")),
    ],
)
def test_hundredths_of_a_countrys_money(text: str, found: tuple[str, str]) -> None:
    """A hundredth with a country before it is of that country's money, and counts nothing."""
    (mention,) = find_quantities(text)
    assert (str(mention.value.value), mention.value.unit) == found


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("The lamp draws 65 W.", "watt"),
        ("The bird weighs 190 g. It sings.", "gram"),
        ("The calf weighs 12 st.", "stone"),
        ("The firm sold 3 m. Later it closed.", None),
        ("Vote for 2 A. Smith posters.", None),
    ],
)
def test_a_letter_is_a_unit_before_the_full_stop_of_its_sentence(text: str, unit: str | None) -> None:
    found = [mention.value for mention in find_quantities(text)]
    assert [value.unit for value in found if isinstance(value, Quantity)] == [unit]


def test_a_letter_glued_to_a_number_is_its_name() -> None:
    assert not find_quantities("The crane stands at berth 4A.")
