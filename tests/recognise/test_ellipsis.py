"""What a bare figure takes from the figure before or behind it."""

import pytest

from pipeline.model import Quantity
from pipeline.recognise.quantities import find_quantities


def read(text: str) -> list[tuple[str, str | None]]:
    """Value and unit or noun of every quantity."""
    found = []
    for mention in find_quantities(text):
        assert isinstance(mention.value, Quantity)
        found.append((f"{mention.value.value:f}", mention.value.unit or mention.value.noun))
    return found


def changes(text: str) -> list[str | None]:
    return [m.value.change for m in find_quantities(text) if isinstance(m.value, Quantity)]


@pytest.mark.parametrize(
    ("text", "first", "unit"),
    [
        ("The port will widen its intake from 1.5 to 2-3 million tonnes.", "1500000", "tonne"),
        ("Investment would climb from 6 to between 8 and 9 billion pounds.", "6000000000", "GBP"),
        ("Capacity was raised from 40 to 55-60 megawatts.", "40", "megawatt"),
    ],
)
def test_the_start_of_a_movement_has_the_unit_and_scale_of_the_range_it_ends_in(
    text: str, first: str, unit: str
) -> None:
    assert read(text)[0] == (first, unit)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Latvia grew 3.5 million tonnes, Estonia 1.2 and Oland 0.8.", ["3500000", "1200000", "800000"]),
        ("The Dutch arm made 64 million euros, the Belgian one 21.", ["64000000", "21000000"]),
        ("A Dane eats 14 kilos of rye a year, a Swede 6.", ["14", "6"]),
        ("Most guests were Finns (41 percent), Swedes (22) and Danes (9).", ["41", "22", "9"]),
        ("Rents rose 4 percent in Turku, behind Vaasa's 3.5 and Pori's 2.9.", ["4", "3.5", "2.9"]),
    ],
)  # fmt: skip
def test_a_series_behind_names_goes_on_in_the_scale_of_its_first_figure(text: str, values: list[str]) -> None:
    assert [value for value, _ in read(text)] == values


@pytest.mark.parametrize(
    "text",
    ["Nordair flies 12 jets, among them one Airbus 320.", "He bought 3 copies of Halcyon 7 for 40 euros."],
)
def test_the_number_of_a_model_in_no_series_stays_a_label(text: str) -> None:
    assert not {"320", "7"} & {value for value, _ in read(text)}


@pytest.mark.parametrize(
    ("text", "second"),
    [
        ("The tower leant 3.5 degrees in 2019 and 4.1 in 2021.", ("4.1", "degree")),
        ("The bridge moved 12 millimetres in January and 7 in March.", ("7", "millimetre")),
        ("The pact lifts pay from 6,570 zlotys a month to 7,200.", ("7200", "PLN")),
        ("The toll went from 4 euros a day to almost 6.", ("6", "EUR")),
        ("The port handled 52 ships in June and 47 in July.", ("47", "ship")),
        ("Wardens fed 210 seals this spring compared with 88 in the last.", ("88", "seal")),
        ("The plant employs 900 workers, up from 640 a year earlier.", ("640", "worker")),
        ("The clinic saw 31 births, against an average of 18 per month.", ("18", "birth")),
    ],
)
def test_a_figure_of_another_time_measures_the_same(text: str, second: tuple[str, str]) -> None:
    assert read(text)[1] == second


@pytest.mark.parametrize(
    "text",
    [
        "The bridge moved 12 millimetres in January and 7 people left in March.",
        "The hall seats 300 guests in comfort and 7 in squalor.",
        "It took 40 cents in May and 7 in June.",
    ],
)
def test_another_thing_told_behind_a_measure_keeps_its_own(text: str) -> None:
    assert read(text)[1][1] != read(text)[0][1]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("They want a week of 36 instead of 40 hours.", ("36", "hour")),
        ("The rate fell to 3.1 from 2.8 percent.", ("3.1", "percent")),
        ("It earned 190 million, up from $150 million.", ("190000000", "USD")),
        ("It won 5 from 12 games.", ("5", None)),
    ],
)
def test_a_figure_set_against_a_measure_is_told_in_it(text: str, first: tuple[str, str | None]) -> None:
    """The unit is said once, with the second of two figures that are set against each other."""
    assert read(text)[0] == first


@pytest.mark.parametrize(
    ("text", "ways"),
    [
        ("Vacancies declined 2 percent on the month and 9 percent on the year.", ["down", "down"]),
        ("Output rose 3% on the quarter and 5% from May.", ["up", "up"]),
        ("Rates rose 3% on the quarter and 5% of firms closed.", ["up", None]),
    ],
)
def test_figures_against_two_bases_move_together(text: str, ways: list[str | None]) -> None:
    assert changes(text) == ways


@pytest.mark.parametrize(
    ("text", "way"),
    [
        ("Gold was 0.4% firmer.", "up"),
        ("Copper ended 1.2 percent weaker in London.", "down"),
        ("Sales were 7% above the same month of 2022.", "up"),
        ("The bourse closed 25 points lower at noon.", "down"),
        ("Sugar ended 0.2 cent higher on the day.", "up"),
        ("Net sales were off 6 percent.", "down"),
        ("Its losses deepened by $2 million.", "up"),
        ("The stock cratered 22 percent.", "down"),
        ("There was a 4% downtick in stays.", "down"),
        ("The village lies 400 metres above sea level.", None),
        ("The court has 2 lower benches.", None),
    ],
)
def test_words_of_markets_tell_the_way(text: str, way: str | None) -> None:
    assert changes(text)[0] == way


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The kite rose to a height of 60' before it fell.", [("60", "foot")]),
        ("The wall is 8' tall and 12' wide.", [("8", "foot"), ("12", "foot")]),
        ("The pole measured 6'6\" at the base.", [("6.5", "foot")]),
        ("He said 'we sold 60' and left.", [("60", None)]),
    ],
)
def test_marks_are_feet_and_inches_where_a_length_is_told(
    text: str, found: list[tuple[str, str | None]]
) -> None:
    assert read(text) == found


@pytest.mark.parametrize(
    ("text", "comparator"),
    [
        ("The rate crept back up to 4 percent.", "="),
        ("Prices are inching back up to 30 euros.", "="),
        ("They may pay back up to 30 euros.", "<="),
        ("It drilled under a $9 million programme.", "="),
        ("Drivers struck over a 4.5 percent claim.", "="),
        ("It sold over a 100 ships.", ">"),
        ("That is below the 900 tonnes of 1992.", "="),
        ("Oil is above the $100 mark.", ">"),
        ("The state took over nine mills.", "="),
    ],
)
def test_words_of_a_verb_or_of_what_is_definite_bound_nothing(text: str, comparator: str) -> None:
    assert [m.value.comparator for m in find_quantities(text) if isinstance(m.value, Quantity)] == [
        comparator
    ]
