"""Quantities of running text."""

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.model import Document, Quantity
from pipeline.recognise.quantities import find_quantities
from pipeline.recognise.recogniser import Recogniser


def read(text: str) -> list[tuple[str, str, str | None, str | None]]:
    """Every quantity as span text, value, upper end and unit or noun."""
    found = []
    for mention in find_quantities(text):
        assert isinstance(mention.value, Quantity)
        quantity = mention.value
        most = None if quantity.value_max is None else str(quantity.value_max)
        found.append((mention.text, str(quantity.value), most, quantity.unit or quantity.noun))
    return found


def one(text: str, dollar: str = "USD") -> Quantity:
    """The only quantity of a text."""
    (mention,) = find_quantities(text, dollar=dollar)
    assert isinstance(mention.value, Quantity)
    return mention.value


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a deal worth $2.5bn", ("$2.5bn", "2500000000", None, "USD")),
        ("paid A$18 million", ("A$18 million", "18000000", None, "AUD")),
        ("raised €4m", ("€4m", "4000000", None, "EUR")),
        ("Rs 500 crore in arrears", ("Rs 500 crore", "5000000000", None, "INR")),
        ("lent 500 million yuan", ("500 million yuan", "500000000", None, "CNY")),
        ("a grant of 1.2 billion manats", ("1.2 billion manats", "1200000000", None, "AZN")),
        ("a ticket at 45 kronor", ("45 kronor", "45", None, "SEK")),
        ("£6.4billion of sales", ("£6.4billion", "6400000000", None, "GBP")),
        ("cost 20 dollars 43 cents", ("20 dollars 43 cents", "20.43", None, "USD")),
        ("wages of zl.3,400", ("zl.3,400", "3400", None, "PLN")),
        ("latex at Bt74", ("Bt74", "74", None, "THB")),
        ("a gift of $NZ2 million", ("$NZ2 million", "2000000", None, "NZD")),
        ("about 45 mln tons", ("45 mln tons", "45000000", None, "tonne")),
        ("a plant of 1,570 MW", ("1,570 MW", "1570", None, "megawatt")),
        (
            "output of 2.03 million barrels per day",
            ("2.03 million barrels per day", "2030000", None, "barrel_per_day"),
        ),
        ("a 52,000 barrel-a-day refinery", ("52,000 barrel-a-day", "52000", None, "barrel_per_day")),
        ("a slope of 1.2 percentage points", ("1.2 percentage points", "1.2", None, "percentage_point")),
        ("some 300 local companies closed", ("300", "300", None, "company")),
        ("five new wind farms", ("five", "5", None, "farm")),
        ("a 30-member team", ("30", "30", None, "member")),
        ("136.069 units were sold", ("136.069", "136069", None, "unit")),
        ("between 5 and 7 percent", ("5 and 7 percent", "5", "7", "percent")),
        ("between $62 and $68", ("$62 and $68", "62", "68", "USD")),
        ("5-7 percent", ("5-7 percent", "5", "7", "percent")),
        ("ranging from 5 to 7 million people", ("5 to 7 million", "5000000", "7000000", "people")),
        ("10 to 15 firms", ("10 to 15", "10", "15", "firm")),
        ("700,000 or even 720,000 guests", ("700,000 or even 720,000", "700000", "720000", "guest")),
        ("a park of between 300 MW and 2 GW", ("300 MW and 2 GW", "300", "2000", "megawatt")),
        ("$200 to $4 million", ("$200 to $4 million", "200", "4000000", "USD")),
        ("a share of four-fifths of exports", ("four-fifths", "80", None, "percent")),
        ("a third of the crop", ("a third", "33.33", None, "percent")),
        ("roughly two fifths went abroad", ("two fifths", "40", None, "percent")),
        ("half of exports", ("half", "50", None, "percent")),
        ("one in five workers", ("one in five", "20", None, "percent")),
        ("exports doubled", ("doubled", "2", None, "factor")),
        ("a threefold rise", ("threefold", "3", None, "factor")),
        ("sales rose 1.7-fold", ("1.7-fold", "1.7", None, "factor")),
        ("2.6 times as many", ("2.6 times", "2.6", None, "factor")),
        ("dozens of shops", ("dozens", "12", "120", "shop")),
        ("several hundred shops", ("hundred", "100", "1000", "shop")),
        ("tens of billions of euros", ("tens of billions of euros", "10000000000", "100000000000", "EUR")),
        ("half a percentage point", ("half a percentage point", "0.5", None, "percentage_point")),
        ("$1.2-1.5m", ("$1.2-1.5m", "1200000", "1500000", "USD")),
        ("5 million Uzbek sums", ("5 million Uzbek sums", "5000000", None, "UZS")),
        ("one worker died", ("one", "1", None, "worker")),
        ("minus 5 degrees Celsius", ("minus 5 degrees Celsius", "-5", None, "degree_celsius")),
        ("a wall 5 ft 6 in high", ("5 ft 6 in", "5.5", None, "foot")),
        ("aged 35 now", ("35", "35", None, "year_of_age")),
        ("a five-year-old girl", ("five-year-old", "5", None, "year_of_age")),
        ("for three years", ("three years", "3", None, "year")),
    ],
)
def test_a_quantity_has_span_value_and_unit(
    text: str, found: tuple[str, str, str | None, str | None]
) -> None:
    """Money, percent, measures, counts, ranges, shares and factors, each by span, exact value and unit."""
    assert read(text) == [found]


@pytest.mark.parametrize(
    "text",
    [
        "in 2019",
        "the 2019 elections",
        "at 10:27 PM",
        "at 6pm",
        "won 2-1",
        "a 3–0 win",
        "Section 5",
        "page 12",
        "iPhone 14",
        "the S&P 500",
        "COVID-19",
        "the two countries",
        "one of the largest",
        "no one",
        "the 21st century",
        "the 1980s",
        "flight 447",
        "see https://example.org/2024/55",
        "CO2 and V10",
        "version 3.1.2",
        "3. Results",
        "double-digit growth",
        "tried for a double kidnapping",
        "beaten twice that season",
        "the first half",
        "the 5G network",
        "in 6GX41",
        "the CAC40",
        "the 9/11 attacks",
        "Maria Silva, 35, said so",
        "the Group of Seven",
        "women aged 30 to 44",
        "the man of 12 Mill Lane, who left",
        "a three-for-one split",
        "the smaller one lost",
        "boys aged 6-11",
        "the jars date from about 1600 B.C.E.",
        "a village settled about 700 BC, or before",
        "between 1200 and 800 BC the coast was empty",
        "in 833 AD the town fell",
        "Smith, now 31, is on trial",
        "at just 20, she won",
        "the song entered the top 40",
        "the land was divided in two",
        "the stall (6.30-10am) sells rice",
        "under Statutes 21, 22 and 23",
        "flights 12, 15 and 40",
        "the aims are 1) to save and 2) to lend",
        "*2. The rest",
        "the novel “The 39 Steps” is old",
        "either ’72 or ’73",
        "in '98 and '99 exports fell",
    ],
)
def test_what_counts_nothing_is_no_quantity(text: str) -> None:
    """Years, clock times, scores, labels, names, addresses, pronouns and ordinals are left out."""
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "comparator"),
    [
        ("300 people", "="),
        ("about 300 people", "~"),
        ("some 40 people", "~"),
        ("nearly 300 people", "~"),
        ("just shy of 300 people", "~"),
        ("300 or so people", "~"),
        ("more than 300 people", ">"),
        ("over 300 people", ">"),
        ("arrivals exceeded 300", ">"),
        ("less than 300 people", "<"),
        ("just under 300 people", "<"),
        ("at least 300 people", ">="),
        ("or more than 300 people", ">"),
        ("closer to 300 people", "~"),
        ("which took over three years", ">"),
        ("to be paid over three years", "="),
        ("below the ten-year mean", "="),
        ("a more than 10-year wait", ">"),
        ("no fewer than 300 people", ">="),
        ("300 or more people", ">="),
        ("300-plus people", ">="),
        ("up to 300 people", "<="),
        ("the rate crept up to 300 points", "="),
        ("they put the duty up to 300 euros", "="),
        ("the ferries take in up to 300 people", "<="),
        ("they will send up to 300 people", "<="),
        ("no more than 300 people", "<="),
        ("as many as 300 people", "<="),
        ("300 people at most", "="),
        ("5 percent at most", "<="),
        ("fields spread over 300 hectares", "="),
    ],
)
def test_a_comparator_is_read_on_either_side(text: str, comparator: str) -> None:
    """Words of approximation and bound, before and after the figure."""
    assert one(text).comparator == comparator


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("fell by 2 percent", "down"),
        ("down 3%", "down"),
        ("a 5% rise", "up"),
        ("+31%", "up"),
        ("-4%", "down"),
        ("an increase of about 30.2%", "up"),
        ("grew sharply by more than 20 percent", "up"),
        ("15 per cent more than in May", "up"),
        ("10,000 fewer than in May", "down"),
        ("rose to 5%", None),
        ("a share of 5%", None),
        ("gave up 5%", None),
        ("added a 30 MW plant", None),
        ("cut the 18-hour trip", None),
        ("rose a full 3%", "up"),
    ],
)
def test_movement_is_read_from_adjacent_words(text: str, change: str | None) -> None:
    """Verbs and nouns of movement at the figure tell its way; an end point has none."""
    assert one(text).change == change


def test_an_era_is_told_from_a_province_and_an_age_from_a_level() -> None:
    """`300 BC firefighters` are counted, and an index stands at 45 though a noun follows."""
    assert [m.text for m in find_quantities("About 300 BC firefighters came.")] == ["300"]
    assert [m.text for m in find_quantities("At 45, the index is low.")] == ["45"]


def test_a_range_goes_upwards() -> None:
    """A dash before a smaller sum of money sets it apart: no range falls."""
    assert [m.text for m in find_quantities("3% on £12,000 – £360 a year")] == ["3%", "£12,000", "£360"]


def test_movement_between_end_points_is_two_quantities() -> None:
    """`From A to B` after a verb of movement is no range, and both ends have the unit."""
    assert read("rose from 5 to 7 percent") == [
        ("5", "5", None, "percent"),
        ("7 percent", "7", None, "percent"),
    ]


@pytest.mark.parametrize(
    ("text", "second"),
    [
        ("was 62 percent, closer to 80 in towns", ("80", "80", None, "percent")),
        ("rose 12.5 points to 1,204.3", ("1,204.3", "1204.3", None, "point")),
        ("fell 3 percent to 71", ("71", "71", None, None)),
        ("was 5.1 percent, against 4.7 in May", ("4.7", "4.7", None, "percent")),
        ("fell to 18 million euros from 39.9 million", ("39.9 million", "39900000", None, "EUR")),
        ("fell to $5m from 39.9m", ("39.9m", "39900000", None, "USD")),
        ("cut to 60 cents a share from 80", ("80", "0.8", None, "USD")),
        ("paid €13 million, down from the 20 million sought", ("20 million", "20000000", None, "EUR")),
        ("fell 3 percent from 71.5", ("71.5", "71.5", None, None)),
    ],
)
def test_a_bare_figure_takes_up_the_unit_before_it(
    text: str, second: tuple[str, str, str | None, str | None]
) -> None:
    """A figure said to be nearer than a percentage is one, and an index moves by points to points."""
    assert read(text)[1] == second


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("the wheat price of $5.81-1/2", ("$5.81-1/2", "5.815", None, "USD")),
        ("an outlet of 402Mt", ("402Mt", "402", None, "megatonne")),
        ("sown on 14 Mha.", ("14 Mha", "14000000", None, "hectare")),
        ("in a population: 10.2m (est.)", ("10.2m", "10200000", None, None)),
        ("right to +/-3 points", ("3 points", "3", None, "point")),
        ("a fare of 70 qapik", ("70 qapik", "0.7", None, "AZN")),
        ("a litre at 1,15 manat", ("1,15 manat", "1.15", None, "AZN")),
        ("By Friday 45 ministers had signed", ("45", "45", None, "minister")),
        ("In Ruritania 45 people died", ("45", "45", None, "people")),
        ("a warm day of 31 C", ("31 C", "31", None, "degree_celsius")),
        ("yields of 48 bushels an acre", ("48 bushels an acre", "48", None, "bushel_per_acre")),
        ("3.2 tonnes per hectare", ("3.2 tonnes per hectare", "3.2", None, "tonne_per_hectare")),
        ("a fund that takes in 1.5m a year", ("1.5m", "1500000", None, None)),
    ],
)
def test_rates_and_rarer_ways_to_write_a_figure(
    text: str, found: tuple[str, str, str | None, str | None]
) -> None:
    """Yields join their units, millions a year are no metres, a fraction is of the last decimal place."""
    assert read(text) == [found]


@pytest.mark.parametrize(
    "text",
    [
        "He was 89.",
        "who turns 89 in May",
        "She will be 89 by then",
        "We were 89 when it fell",
        "who, as old as 89, sang",
    ],
)
def test_a_person_who_is_a_bare_figure_is_so_old(text: str) -> None:
    """After a person's pronoun and a verb of being, and after `turned`, a bare figure is an age."""
    assert read(text) == [("89", "89", None, "year_of_age")]


def test_two_ages_are_told_at_once() -> None:
    """The second of two ages is one too."""
    found = read("The thieves, who were 15 and 17, ran.")
    assert [unit for *_, unit in found] == ["year_of_age", "year_of_age"]


@pytest.mark.parametrize(
    "text", ["He was 10 ahead", "They were 40 in all", "It was 89 on Friday", "who is 3 metres away"]
)
def test_leads_and_things_are_of_no_age(text: str) -> None:
    """Margins, measures and figures of things stay what they are."""
    assert all(unit != "year_of_age" for *_, unit in read(text))


def test_a_count_has_its_rate() -> None:
    """What is counted per day or week says so beside the noun."""
    assert (one("makes 300 tests per day").noun, one("makes 300 tests per day").per) == ("test", "day")


def test_a_figure_compared_with_is_not_bounded_by_the_comparison() -> None:
    """`10% more than 300 people` says how much more, and the 300 are exact."""
    assert [
        getattr(mention.value, "comparator", "") for mention in find_quantities("10% more than 300 people")
    ] == [
        "=",
        "=",
    ]


def test_quarters_of_the_year_are_no_fraction() -> None:
    """`five quarters` are counted, and three of decline are a time."""
    assert read("shrank for five quarters") == [("five quarters", "5", None, "quarter")]
    assert read("after three quarters of decline") == []


def test_what_numbers_so_many_is_counted() -> None:
    """After the verb a figure counts, after the noun it is a name."""
    assert read("The guards now number 31.") == [("31", "31", None, None)]
    assert read("Nurses, who number 640, struck.") == [("640", "640", None, None)]
    assert read("He is now number 3 in the world.") == []
    assert read("They took the number 40 bus.") == []


def test_a_relay_is_no_power_of_ten() -> None:
    """`4x100m` are four legs; only an exponent that could be one makes a power."""
    assert read("won the 4x100m relay")[0] == ("4", "4", None, None)


def test_an_index_among_others_is_in_points() -> None:
    """Once a sentence reckons in points, a later level of an index is in points too."""
    text = "It stood at 902.4 points, while its rival shed 2% to close at 871.06, a low."
    assert read(text)[-1] == ("871.06", "871.06", None, "point")


def test_both_ends_of_a_movement_count_the_same() -> None:
    """`from 6 to 18 million passengers` starts at six million of them."""
    assert read("raise capacity from 6 to 18 million passengers") == [
        ("6", "6000000", None, "passenger"),
        ("18 million", "18000000", None, "passenger"),
    ]


def test_a_list_shares_its_unit() -> None:
    """The first of two percentages has the sign of the second."""
    assert read("up 17 and 22% respectively") == [
        ("17", "17", None, "percent"),
        ("22%", "22", None, "percent"),
    ]


def test_a_bracketed_equivalent_is_linked_to_its_figure() -> None:
    """Every amount in the brackets repeats the figure before them."""
    text = "GBP 45 (USD 61.20, EUR 52)"
    first, *others = find_quantities(text)
    assert first.text == "GBP 45"
    assert [other.value.same_as for other in others if isinstance(other.value, Quantity)] == [
        first.span,
        first.span,
    ]


def test_a_minor_unit_is_money_in_its_currency() -> None:
    """Cents are hundredths of the currency that the text uses."""
    cents = one("fell 16 centavos")
    assert (cents.value, cents.unit, cents.minor) == (Decimal("0.16"), "BRL", "centavo")
    assert one("rose 5 cents", dollar="CAD").unit == "CAD"
    assert one("The South African baker paid 5 cents").unit == "ZAR"
    assert one("US$ shares fell 5 cents").unit == "USD"


def test_the_second_of_two_figures_for_one_movement_moves_too() -> None:
    """`lost 190 points, or 0.6%` went down twice over."""
    changes = [
        m.value.change for m in find_quantities("lost 190 points, or 0.6%") if isinstance(m.value, Quantity)
    ]
    assert changes == ["down", "down"]


def test_taken_spans_are_left_alone() -> None:
    """A figure that belongs to a date is not read again."""
    text = "sold 300 tons in March 2024"
    assert [mention.text for mention in find_quantities(text, taken=[(17, 27)])] == ["300 tons"]


MONEY = [
    ("${}", "USD"),
    ("€{}", "EUR"),
    ("HK${}", "HKD"),
    ("{} euros", "EUR"),
    ("GBP {}", "GBP"),
    ("{} yuan", "CNY"),
]
MEASURES = [("{} MW", "megawatt"), ("{} tonnes", "tonne"), ("{}km", "kilometre"), ("{} barrels", "barrel")]
PERCENTS = [
    ("{}%", "percent"),
    ("{} percent", "percent"),
    ("{} per cent", "percent"),
    ("{} basis points", "basis_point"),
]
SCALES = [("", 1), (" million", 10**6), (" billion", 10**9), (" thousand", 10**3)]
VALUES = st.decimals(Decimal("0.01"), 999, places=2)


@given(VALUES, st.sampled_from(SCALES), st.sampled_from(MONEY + MEASURES))
def test_an_amount_comes_back_as_it_was_written(
    value: Decimal, scale: tuple[str, int], unit: tuple[str, str]
) -> None:
    """A random amount of money or of a measure, written in any style, is read back."""
    if scale[0] and unit[0] == "{}km":
        return
    quantity = one(f"It came to {unit[0].format(f'{value}{scale[0]}')} in all.")
    assert (quantity.value, quantity.unit) == (value * scale[1], unit[1])


@given(VALUES, st.sampled_from(PERCENTS))
def test_a_percentage_comes_back_as_it_was_written(value: Decimal, unit: tuple[str, str]) -> None:
    """A random percentage in any style is read back."""
    quantity = one(f"It came to {unit[0].format(value)} in all.")
    assert (quantity.value, quantity.unit) == (value, unit[1])


@given(
    st.integers(1, 400),
    st.integers(1, 400),
    st.sampled_from(
        ["between {} and {} percent", "{}-{} percent", "{} to {} percent", "{}–{}%", "{}% to {}%"]
    ),
)
def test_a_range_comes_back_as_it_was_written(low: int, more: int, style: str) -> None:
    """A random range in any style is read back with both ends."""
    quantity = one(f"It was {style.format(low, low + more)} in all.")
    assert (quantity.value, quantity.value_max, quantity.unit) == (low, low + more, "percent")


@given(st.text(max_size=100))
def test_no_text_raises(text: str) -> None:
    """Any text is read without an error; mentions are in order, apart and inside the text."""
    mentions = find_quantities(text)
    assert all(text[m.start : m.end] == m.text for m in mentions)
    assert all(a.end <= b.start for a, b in pairwise(mentions))


PIECES = st.sampled_from(
    [
        "$",
        "€",
        "%",
        "5",
        "1,570",
        "2-1",
        "3.5",
        "million",
        "bn",
        "k",
        "m",
        "to",
        "and",
        "or",
        "between",
        "from",
        "fell",
        "up",
        "rose",
        "by",
        "half",
        "third",
        "of",
        "a",
        "one",
        "two",
        "-4",
        "(",
        ")",
        ",",
        ".",
        "\n",
        "percent",
        "tonnes",
        "per",
        "day",
        "year-old",
        "cents",
        "$5",
        "dozens",
        "hundreds",
        "times",
        "fold",
        "double",
        "12:30",
        "2019",
        "No.",
        "US$",
        "°C",
        "ft",
        "in",
        "1/2",
        "½",
    ]
)


@given(st.lists(PIECES, max_size=14), st.sampled_from(["", " "]))
def test_no_mixture_of_figures_and_words_raises(pieces: list[str], gap: str) -> None:
    """Any mixture of signs, figures and words of quantity is read without an error."""
    text = gap.join(pieces)
    mentions = find_quantities(text)
    assert all(text[m.start : m.end] == m.text for m in mentions)
    assert all(a.end <= b.start for a, b in pairwise(mentions))


@pytest.mark.parametrize(
    "piece", ["1", "1 ", "one ", "$", "1-", "half ", "5 to ", "(5 ", "5 ft 2 in ", "-", " "]
)
def test_a_long_line_is_read(piece: str) -> None:
    """Thousands of repetitions on one line are read; nothing is recursive."""
    find_quantities(piece * 5000)


def test_about_in_brackets_repeats_the_figure_before() -> None:
    """A hedge inside the bracket does not make a second figure of a converted one."""
    text = "It cost €20 million (about $22 million)."
    first, second = (mention for mention in find_quantities(text))
    assert isinstance(second.value, Quantity)
    assert second.value.same_as == (first.start, first.end)


def test_by_more_than_a_quarter_is_a_percentage() -> None:
    """What stands between `by` and a fraction bounds it and does not make it a time."""
    (found,) = find_quantities("Sales plunged by more than a quarter to a record low.")
    assert isinstance(found.value, Quantity)
    assert (found.value.value, found.value.unit) == (Decimal(25), "percent")


@pytest.mark.parametrize(
    "text", ["Ring 0551 for tickets.", "07.40 The gates open.", "14.05 The gates close."]
)
def test_codes_and_times_of_day_count_nothing(text: str) -> None:
    """A number padded with a zero and a time at the head of a line are no figures."""
    assert [mention.text for mention in find_quantities(text)] == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Just over half came from Asia.", [("half", "50", None, "percent")]),
        ("Most rent, and a third are younger.", [("a third", "33.33", None, "percent")]),
        ("Two were hurt, and a third was killed.", [("Two", "2", None, None)]),
        ("It was above the 38–40 million it forecast.", [("38–40 million", "38000000", "40000000", None)]),
        (
            "Oslo was down 4 percent and Bergen 5.1.",
            [("4 percent", "4", None, "percent"), ("5.1", "5.1", None, None)],
        ),
        (
            "Dornau built 320 boats and Merkel 285.",
            [("320", "320", None, "boat"), ("285", "285", None, None)],
        ),
        ("It rained in Spain's 17 regions.", [("17", "17", None, "region")]),
        ("One dollar bought 151 yen.", [("151 yen", "151", None, "JPY")]),
        ("At one point the index was down.", []),
    ],
)
def test_what_leaves_out_its_noun(text: str, found: list[tuple[str, str, str | None, str | None]]) -> None:
    """Parts, ranges and list items without a noun are figures; what a rate is told for is none."""
    assert read(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "One dealer sold them on Friday.",
        "By one estimate it is broke.",
        "The bank, one banker said, is broke.",
        "It owns a two-bedroom flat and a three-wheeler.",
        "They queue from four in the morning.",
        "It rose in the top five.",
        "It fell at half past nine.",
    ],
)
def test_what_points_or_sorts_is_no_figure(text: str) -> None:
    """Somebody unnamed, the sort of a thing and the time of day count nothing."""
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("The blast killed one man.", "one"),
        ("One person died.", "One"),
        ("One man, a cook from Ghent, has died.", "One"),
        ("One sailor, who had slept, is missing.", "One"),
        ("A group of eleven banks met.", "eleven"),
    ],
)
def test_what_is_counted_alone_is_a_figure(text: str, figure: str) -> None:
    """One whom something befell is counted, and so is a group that its noun follows."""
    assert [found[0] for found in read(text)] == [figure]


@pytest.mark.parametrize(
    "text",
    [
        "It bars women over 65.",
        "Most of the dead, or 61 percent of them, were under 12.",
        "Half of Berliners under 30 believe it.",
        "Londoners over 65 ride free.",
    ],
)
def test_people_told_apart_by_age(text: str) -> None:
    """A bound on people is an age, not a share nor a count; so it is on those of a town."""
    assert read(text)[-1][3] == "year_of_age"


@pytest.mark.parametrize("text", ["Orders over 60 are free.", "Drivers clocked over 60 laps."])
def test_other_bounds_are_no_ages(text: str) -> None:
    """A bound on things, or on what people did, is no age."""
    assert read(text)[-1][3] != "year_of_age"


def test_a_sum_said_again_in_another_money() -> None:
    """`Or about` before another currency repeats a sum as brackets do."""
    first, second = find_quantities("It costs 550 birr, or about $57.")
    assert isinstance(second.value, Quantity)
    assert second.value.same_as == first.span


def test_a_comma_parts_a_month_from_a_count() -> None:
    """A number counts where its noun follows, else it is the day; a rate is not counted from its day."""
    recognise = Recogniser()

    def counted(text: str) -> list[str]:
        mentions = recognise(Document("t", text)).mentions
        return [mention.text for mention in mentions if isinstance(mention.value, Quantity)]

    assert counted("In May, 31 sailors drowned.") == ["31"]
    assert counted("Output will rise by 300 barrels a day from 1 May.") == ["300 barrels a day"]
    assert counted("It opened on May 31, and closed.") == []
    assert counted("In February four miners drowned.") == ["four"]
    assert counted("By the end of October twelve towns had signed.") == ["twelve"]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Coffee shipments fell to 1.2 million 60-kg bags", "bag"),
        ("Coffee shipments fell to 900,000 bags", "bag"),
        ("the grocer sold 12 bags of rice", None),
        ("the airline mislaid 40,000 bags", None),
        ("rose 0.3 of a percentage point", "percentage_point"),
        ("the plane had logged 9,000 flying hours", "hour"),
    ],
)
def test_what_goods_are_packed_in_is_a_unit(text: str, unit: str | None) -> None:
    """Thousands of bags of goods are measured in bags, a few or those of travellers are counted."""
    first = next(m for m in find_quantities(text) if m.value.unit != "kilogram")
    assert first.value.unit == unit


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A couple of thousand goats were sold.", ("A couple of thousand", "2000", None, "goat")),
        ("Another dozen goats were sold.", ("dozen", "12", None, "goat")),
        ("A score of goats were sold.", ("A score", "20", None, "goat")),
        ("Imports rose by a factor of 2.5 in May.", ("2.5", "2.5", None, "factor")),
        ("The farm got 9 tonnes of rye a hectare.", ("9 tonnes", "9", None, "tonne_per_hectare")),
        ("It took two whole years.", ("two whole years", "2", None, "year")),
        ("Some 40 (or so) goats were sold.", ("40", "40", None, "goat")),
        ("A beer is 50 quid there.", ("50 quid", "50", None, "GBP")),
    ],
)
def test_what_leads_or_parts_a_figure(text: str, found: tuple[str, str, str | None, str | None]) -> None:
    """A round number may be led by other words than `a`, a unit parted by what it is a unit of."""
    assert found in read(text)


@pytest.mark.parametrize(
    "text",
    [
        "He took a score of 80 home.",
        "They met at 14 Rue de la Gare.",
        "They met at 221B Poplar Street.",
        "The P5+1 talks resume.",
        "They saw the Three Gorges by boat.",
        "The Committee of 12 resigned.",
        "The chairman, 61, has left.",
    ],
)
def test_what_is_part_of_a_name_or_an_address_is_no_count(text: str) -> None:
    """A figure in a format, a body's name, an address or an age in passing counts nothing."""
    assert not [found for found in read(text) if found[0] != "80"]


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("It has 900 seamen wants.", "seaman"),
        ("It took 12 specimens.", "specimen"),
        ("We saw 9 horsewomen.", "horsewoman"),
    ],
)
def test_a_plural_in_men_ends_the_counted_noun(text: str, noun: str) -> None:
    """Men of any trade are counted, whatever stands behind them."""
    (mention,) = find_quantities(text)
    assert isinstance(mention.value, Quantity)
    assert mention.value.noun == noun


@pytest.mark.parametrize("text", ["12% below 1990 levels", "12% above 2005 averages", "12% over 2007 highs"])
def test_a_year_whose_level_is_compared_with_is_no_count(text: str) -> None:
    """The year of a level that something lies above or below counts no levels."""
    assert [value for _, value, _, _ in read(text)] == ["12"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It took two short minutes.", ("two short minutes", "2", None, "minute")),
        ("its million-strong army", ("million", "1000000", None, None)),
    ],
)
def test_a_long_time_and_a_strong_army(text: str, found: tuple[str, str, str | None, str | None]) -> None:
    """A word for how long a time seemed parts no figure from it; a crowd may be million-strong."""
    assert read(text) == [found]


@pytest.mark.parametrize(
    "text",
    ["12,000, 8,000 and 5,000 euros", "12,000, 8,000, and 5,000 euros", "fines of 12, 8 or 5 euros"],
)
def test_every_figure_of_a_list_has_the_unit_of_the_last(text: str) -> None:
    """Figures between commas take the unit that stands at the end of their list."""
    assert [unit for _, _, _, unit in read(text)] == ["EUR"] * 3


@pytest.mark.parametrize(
    "text",
    [
        "accused of double-dealing",
        "a double-blind trial",
        "one driver from Hull said",
        "one guard at the plant told reporters",
        "pay into 7037686710 today",
    ],
)
def test_what_is_neither_doubled_nor_counted(text: str) -> None:
    """Compounds with double, someone who says something and the number of an account are no figures."""
    assert read(text) == []


def test_the_lower_end_of_a_time_is_no_count() -> None:
    """What leads up to a time that is taken for a date belongs to it."""
    text = "Buds open four to seven days earlier"
    assert find_quantities(text, taken=[(text.index("seven"), len(text))]) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("26 - Percentage of Britons who own a dog", ("26", "26", None, "percent")),
        ("4.5m: the number of people without a home", ("4.5m", "4500000", None, None)),
        ("12 - Estimated number of bridges closed", ("12", "12", None, None)),
    ],
)
def test_a_figure_stands_before_what_it_is_the_number_of(
    text: str, found: tuple[str, str, str | None, str | None]
) -> None:
    """In a column of figures the words behind a dash tell a percentage, and that m are millions."""
    assert read(text) == [found]


@pytest.mark.parametrize(
    "text",
    [
        "1551 Ivan IV of Muscovy bans chess.",
        "1066: Normans invade.",
        "He died. 1572 - Spain takes the town.",
        "The plan: 1. Taxes. 2. Roads.",
        "It is over. 4. China and the rest.",
    ],
)
def test_years_of_a_chronicle_and_numbers_of_a_list_count_nothing(text: str) -> None:
    """A year that opens an entry and the number that opens a point of a list are no figures."""
    assert read(text) == []


def test_people_may_open_a_sentence() -> None:
    """Four digits before people count them."""
    assert read("1200 Germans were hurt.") == [("1200", "1200", None, "german")]


def test_points_of_a_list_are_counted() -> None:
    """Points on which somebody differs or agrees are no points of an index."""
    assert read("12 points on which they differ") == [("12", "12", None, "point")]
    assert one("12 points on which they differ").type == "number"
    assert one("it fell 12 points").type == "quantity"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("between 3 million and more than 9 million men", ("3000000", "9000000")),
        ("cost between $5 million and over $8 million", ("5000000", "8000000")),
        ("damaged between 100 and perhaps 200 huts", ("100", "200")),
        ("employs from 300 to more than 450 people", ("300", "450")),
    ],
)
def test_the_upper_end_of_a_range_may_be_open(text: str, found: tuple[str, str]) -> None:
    """A word that says how exact the upper end is does not break a range."""
    assert [(value, most) for _, value, most, _ in read(text)] == [found]


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("a budget of 120 million dollars, including 45 million for schools", ["USD", "USD"]),
        ("dug 40 million tonnes, including 12 million abroad", ["tonne", "tonne"]),
        ("lost one billion and two billion euros", ["EUR", "EUR"]),
        ("dug 3 million and 5 million tonnes", ["tonne", "tonne"]),
    ],
)
def test_a_part_and_a_fellow_have_the_unit_of_the_other(text: str, units: list[str]) -> None:
    """A bare figure that is included in one before or stands beside one behind is of the same kind."""
    assert [unit for *_, unit in read(text)] == units


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The king was killed in 363.", []),
        ("By 352, he ruled the coast.", []),
        ("It was built in 811 and burnt.", []),
        ("Sales rose by 352, he said.", ["352"]),
        ("It works in 363 towns.", ["363"]),
    ],
)
def test_years_of_three_digits_count_nothing(text: str, found: list[str]) -> None:
    """A bare figure behind `in` or a `by` that opens its clause is an early year."""
    assert [value for _, value, *_ in read(text)] == found


def test_what_is_broadcast_has_its_hour() -> None:
    """A figure with a full stop after `speak at` is a time of the clock."""
    assert read("The king will speak at 23.45.") == []
