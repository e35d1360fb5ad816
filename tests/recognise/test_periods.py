"""Tests of pipeline.recognise.periods: each sentence is read against Thursday, 16 October 2025."""

from __future__ import annotations

import calendar
import re
import subprocess
import sys
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.edtf import interval
from pipeline.model import Mention, Period
from pipeline.recognise.periods import find_periods

PUBLISHED = date(2025, 10, 16)
MONTH_NAMES = calendar.month_name[1:]
ORDINALS = ("first", "second", "third", "fourth")


def value(mention: Mention) -> Period:
    assert isinstance(mention.value, Period)
    return mention.value


def read(text: str, published: date | None = PUBLISHED) -> list[tuple[str, str]]:
    """Span and EDTF of every mention."""
    return [(mention.text, value(mention).edtf) for mention in find_periods(text, published)]


def one(text: str, published: date | None = PUBLISHED) -> str:
    """EDTF of the only mention."""
    found = read(text, published)
    assert len(found) == 1, found
    return found[0][1]


@pytest.mark.parametrize(
    ("text", "span", "edtf"),
    [
        ("Sales rose in 2024.", "2024", "2024"),
        ("Sales rose in January 2025.", "January 2025", "2025-01"),
        ("It opened on 8 January 2026.", "8 January 2026", "2026-01-08"),
        ("It opened on Jan. 8, 2026.", "Jan. 8, 2026", "2026-01-08"),
        ("It opened on the 3rd of March 2024.", "the 3rd of March 2024", "2024-03-03"),
        ("It opened on Monday, March 4, 2024.", "Monday, March 4, 2024", "2024-03-04"),
        ("Dated 2024-03-04.", "2024-03-04", "2024-03-04"),
        ("Dated 04.03.2024.", "04.03.2024", "2024-03-04"),
        ("Dated 12/31/2024.", "12/31/2024", "2024-12-31"),
        ("Dated 20240304.", "20240304", "2024-03-04"),
        ("Output in the second quarter of 2025 fell.", "the second quarter of 2025", "2025-04/2025-06"),
        ("Output in Q2 2025 fell.", "Q2 2025", "2025-04/2025-06"),
        ("Output in the first half of 2025 fell.", "the first half of 2025", "2025-01/2025-06"),
        ("Output in H2 2024 fell.", "H2 2024", "2024-07/2024-12"),
        ("Output in 9M 2025 fell.", "9M 2025", "2025-01/2025-09"),
        ("The 1990s were lean.", "The 1990s", "199X"),
        ("In the 18th century", "the 18th century", "17XX"),
        ("In fiscal 2024 it lost money.", "fiscal 2024", "2024"),
        ("FY25 was better.", "FY25", "2025"),
        ("In 2012-13 it rained.", "2012-13", "2012/2013"),
        ("In the summer of 2023", "the summer of 2023", "2023-06/2023-08"),
        ("Since 2020 it has grown.", "Since 2020", "2020/.."),
        ("By the end of 2026 it will open.", "By the end of 2026", "2026"),
        ("As of the end of May 2018, debt was low.", "the end of May 2018", "2018-05"),
        ("Debt at end-2024 was high.", "end-2024", "2024"),
        ("From January to October of this year", "From January to October of this year", "2025-01/2025-10"),
        ("In January-October 2024 it fell.", "January-October 2024", "2024-01/2024-10"),
        ("The first seven months of 2025 were good.", "The first seven months of 2025", "2025-01/2025-07"),
        ("In 11 months of 2024 it fell.", "11 months of 2024", "2024-01/2024-11"),
        ("In the first ten days of April", "the first ten days of April", "2025-04-01/2025-04-10"),
        ("Held from June 3 to 9.", "from June 3 to 9", "2025-06-03/2025-06-09"),
        ("The 12 months ended March 31, 2025", "The 12 months ended March 31, 2025", "2024-04/2025-03"),
        ("The March quarter of 2024 was wet.", "The March quarter of 2024", "2024-01/2024-03"),
        ("Held September 3-12, 2024.", "September 3-12, 2024", "2024-09-03/2024-09-12"),
        ("They met on 18 and 19 June.", "18 and 19 June", "2025-06-18/2025-06-19"),
        ("In 12 months of 2024 it fell.", "12 months of 2024", "2024"),
        ("The year to June was wet.", "The year to June", "2024-07/2025-06"),
        ("Until 2030 it pays nothing.", "Until 2030", "../2030"),
        ("Born in nineteen ninety six.", "nineteen ninety six", "1996"),
        ("Kept on 2016 10 16 in the log.", "2016 10 16", "2016-10-16"),
    ],
)
def test_written_out(text: str, span: str, edtf: str) -> None:
    """A period that is written out is read with its span, whatever the document's date."""
    assert read(text) == [(span, edtf)]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("It opened today.", "2025-10-16"),
        ("It opened yesterday.", "2025-10-15"),
        ("It opens tomorrow.", "2025-10-17"),
        ("Output fell last week.", "2025-10-06/2025-10-12"),
        ("Output fell last month.", "2025-09"),
        ("Output fell last year.", "2024"),
        ("Output will rise next year.", "2026"),
        ("Output fell last quarter.", "2025-07/2025-09"),
        ("Output in the past decade fell.", "2015/2025"),
        ("Over the past 12 months output fell.", "2024-10/2025-10"),
        ("Over the next 25 years output will rise.", "2025/2050"),
        ("Two years ago it closed.", "2023"),
        ("It will close in five years.", "2030"),
        ("It will close in two weeks.", "2025-10-30"),
        ("It began at the start of this year.", "2025-01"),
        ("The day before yesterday it rained.", "2025-10-14"),
        ("It came in the first half of the year.", "2025-01/2025-06"),
        ("It raised its forecast after output in the first three months grew.", "2025-01/2025-03"),
        ("It came in January of last year.", "2024-01"),
        ("Last year's fourth quarter was better.", "2024-10/2024-12"),
    ],
)
def test_told_from_the_document(text: str, edtf: str) -> None:
    """Relative words count from the document's date."""
    assert one(text) == edtf


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("It will open 5 days after tomorrow.", "2025-10-22"),
        ("It broke 6 days before yesterday.", "2025-10-09"),
        ("It shut on Tuesday two weeks ago.", "2025-09-30"),
        ("It will open on Monday, two weeks from now.", "2025-10-27"),
        ("It closed more than two weeks before 30 May 2025.", "../2025-05-15"),
        ("It will be the 21st of this month.", "2025-10-21"),
        ("Sales rose the year before 2019.", "2018"),
        ("It rained the week before Christmas.", "2024-12-18/2024-12-24"),
        ("It rained the year before last.", "2023"),
        ("Trade was brisk w/c 6 October.", "2025-10-06/2025-10-12"),
        ("It is due before the end of 2027.", "2027"),
        ("It will be done before the end of the year.", "2025"),
        ("Sales rose after the start of 2024.", "2024-01/.."),
        ("The Easter weekend 2025 was wet.", "2025-04-19/2025-04-20"),
        ("The Labor Day weekend was wet.", "2025-08-30/2025-09-01"),
        ("The Thanksgiving holiday weekend 2024 was wet.", "2024-11-28/2024-12-01"),
        ("It rained in the summer of last year.", "2024-06/2024-08"),
        ("The first half of August was dry.", "2025-08-01/2025-08-15"),
        ("It was quiet in 1H.", "2025-01/2025-06"),
        ("The walkout began at the weekend.", "2025-10-11/2025-10-12"),
        ("The bidding closes on December 15.", "2025-12-15"),
        ("The duty takes effect on December 15.", "2025-12-15"),
        ("It will open next working week.", "2025-10-20/2025-10-24"),
        ("In two thousand and six it shut.", "2006"),
    ],
)
def test_days_and_weeks_beside_others(text: str, edtf: str) -> None:
    """Distances from named days, weekdays of a distant week, weeks and weekends at a feast."""
    assert one(text) == edtf


def test_a_length_and_a_point_in_time_are_told_apart() -> None:
    """`the last five weeks and two days ago` is a stretch and a day."""
    assert [edtf for _, edtf in read("over the last 5 weeks and 2 days ago it fell")][-1] == "2025-10-14"


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("He said on Thursday that it had closed.", "2025-10-16"),
        ("He said on Monday that it had closed.", "2025-10-13"),
        ("They will meet on Monday.", "2025-10-20"),
        ("They met on Oct. 3.", "2025-10-03"),
        ("They met on Nov. 3.", "2024-11-03"),
        ("They will meet on Nov. 3.", "2025-11-03"),
        ("Output rose in August.", "2025-08"),
        ("Output rose in December.", "2024-12"),
        ("The talks, to be held in December, will be long.", "2025-12"),
        ("Output recovered in the fourth quarter.", "2024-10/2024-12"),
        ("Output recovered in the third quarter.", "2025-07/2025-09"),
        ("Output should stay strong through the fourth quarter.", "2025-10/2025-12"),
        ("Output fell in the first nine months.", "2025-01/2025-09"),
    ],
)
def test_the_year_that_is_left_out(text: str, edtf: str) -> None:
    """A date without its year is the last gone by, in the future tense the next; a weekday may be today's."""
    assert one(text) == edtf


def test_a_year_holds_along_a_row() -> None:
    """Dates in a row are of the year that the first of them names."""
    told = read("It rained on July 12, 2014, July 13, July 14 and then no more.")
    assert [edtf for _, edtf in told] == ["2014-07-12", "2014-07-13", "2014-07-14"]


def test_the_year_of_an_aside_ends_with_it() -> None:
    """`, founded in 1954,` tells nothing of the June behind it; a year at the head of the sentence does."""
    aside = read("Ostra, founded in 1954, cut 180 jobs in June.")
    head = read("In 1998, the year of the flood, it rained until June.")
    assert aside[-1] == ("June", f"{PUBLISHED.year}-06")
    assert head[-1][1].endswith("1998-06")


def test_two_years_in_a_row_are_one_stretch_unless_each_has_a_figure() -> None:
    """`in 2008 and 2009` tells when; two years apart, or with a figure for each, are two."""
    assert [edtf for _, edtf in read("It opened 90 shops in 2008 and 2009.")] == ["2008/2009"]
    for text in ("In 2008 and 2013 it rained.", "In 2008 and 2009, it sold 3 tons and 4 tons."):
        assert len(read(text)) == 2


def test_a_feast_before_goods_tells_no_day() -> None:
    """`Christmas sales` are of no day; the feast itself is one."""
    assert read("Christmas sales rose at the Easter markets.") == []
    assert [edtf for _, edtf in read("At Christmas it rained.")] == ["2024-12-25"]


def test_year_of_the_sentence() -> None:
    """Months after a year in the same sentence lie in that year; months listed before one take it too."""
    assert [edtf for _, edtf in read("In 2004 prices rose by 5% in January and by 6% in September.")] == [
        "2004",
        "2004-01",
        "2004-09",
    ]
    assert [edtf for _, edtf in read("In April, May and June 2023 it rained.")] == [
        "2023-04",
        "2023-05",
        "2023-06",
    ]


@pytest.mark.parametrize(
    ("text", "shift", "edtf"),
    [
        ("In 2024 it was 5, [a year earlier] 4.", "-P1Y", "2023"),
        ("In May 2025 it was 5, in [the previous month] 4.", "-P1M", "2025-04"),
        ("In January-May 2025 it rose 5% [year-on-year].", "-P1Y", "2024-01/2024-05"),
        ("In May 2025 it rose 5% [month-on-month].", "-P1M", "2025-04"),
        ("In May 2025 it rose 5% [on the year].", "-P1Y", "2024-05"),
        ("In May 2025 it rose 5% [in annual terms].", "-P1Y", "2024-05"),
        ("In May 2025 it rose 5% [on a monthly basis].", "-P1M", "2025-04"),
        ("In January-July 2025 it beat [the same seven months of 2024].", "-P1Y", "2024-01/2024-07"),
        ("In 2000 it was 5, [ten years later] 9.", "P10Y", "2010"),
        ("In 2024 it rose compared to [the previous year].", "-P1Y", "2023"),
        ("In May 2025 it rose from [a year ago].", "-P1Y", "2024"),
        ("It opened on 3 May 2025. [The next day] it closed.", "P1D", "2025-05-04"),
        ("It opened on 3 May 2025. [The same day] it closed.", "P0D", "2025-05-03"),
        ("In 2019 it opened. [The following year] it closed.", "P1Y", "2020"),
        ("In 2019 it opened. [That year] it closed.", "P0D", "2019"),
        ("In May 2019 it opened. [The same year] it closed.", "P0D", "2019"),
        ("In May 2019 it sold more. Prices fell in [the month].", "P0D", "2019-05"),
        ("In January-May 2025 it beat [the same period of this year].", "-P1Y", "2024-01/2024-05"),
    ],
)
def test_words_that_depend_on_a_figure(text: str, shift: str, edtf: str) -> None:
    """Words of comparison carry a shift for the figure's period and a reading against the last one named."""
    span = text[text.index("[") + 1 : text.index("]")]
    found = find_periods(text.replace("[", "").replace("]", ""), PUBLISHED)[-1]
    assert (found.text, value(found).shift, value(found).edtf) == (span, shift, edtf)


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("It rose compared with 2019.", "base"),
        ("It was down 5 percent on 2019.", "base"),
        ("It was unchanged on last year.", "base"),
        ("It gained 5 percent on Monday.", "at"),
        ("It made as much as in 2019.", "base"),
        ("Their stall sells triple what it made in 2019.", "base"),
        ("They sold more this year than last", "base"),
        ("The herd is larger than at the count three years ago.", "base"),
        ("It sold more than half in May.", "at"),
        ("It lost more than four crews in May.", "at"),
        ("It was done as early as in May.", "at"),
        ("It cost $5, against $4 in 2019, while wages in May", "at"),
        ("It was more than in May.", "base"),
        ("It fell from 2.1% in April.", "base"),
        ("It is near $12 bln, against $11.6 bln in 2022.", "base"),
        ("It was unchanged from July.", "base"),
        ("It rose by more than 3% in 2024.", "at"),
        ("It rose from 4 million in 1981 to 5 million in 2005.", "at"),
        ("It rose in May.", "at"),
        ("It has risen since May.", "since"),
        ("It will rise by 2030.", "by"),
        ("It will rise until 2030.", "until"),
        ("Output was 9% below 2008 levels.", "base"),
    ],
)
def test_role(text: str, role: str) -> None:
    """The words before a period tell whether it is a base of comparison or a bound."""
    assert value(find_periods(text, PUBLISHED)[-1]).role == role


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("It lasted three years.", "P3Y"),
        ("An 18-month contract.", "P18M"),
        ("It is due after 30 days.", "P30D"),
        ("It took an hour and a half.", "PT90M"),
        ("It ran for 2h 15m.", "PT2H15M"),
        ("It took two and a half years.", "P30M"),
        ("It ran for 2 years and 3 months.", "P2Y3M"),
        ("Half an hour passed.", "PT30M"),
        ("It was the lowest in five years.", "P5Y"),
    ],
)
def test_lengths(text: str, edtf: str) -> None:
    """Lengths of time are ISO 8601 durations."""
    (found,) = find_periods(text, PUBLISHED)
    assert (value(found).edtf, value(found).duration) == (edtf, True)


@pytest.mark.parametrize(
    "text",
    [
        "It has 2,025 workers.",
        "It is held on 4 May every year.",
        "There were three hundred and two thousand.",
        "It employs 2024 workers.",
        "About 2000 people came.",
        "It costs $2025.",
        "They may go; they march on.",
        "May I ask? Prime Minister May will answer.",
        "A second plant was sold; three quarters of it burnt.",
        "We saw the sun as it sat low.",
        "A 65-year-old man earned $5 a day.",
        "It is held every Monday.",
        "In recent years, in the coming years, for many years.",
        "Prices fall when rivers spring up.",
        "Call 138-2010 or see section 4.2.",
        "Over the past quarter century it grew.",
        "Route A4, model X12, 5 to 10 percent.",
    ],
)
def test_what_is_no_period(text: str) -> None:
    """Counts, amounts, verbs, ages, rates, habits and vague times are not mentions."""
    assert read(text) == []


@pytest.mark.xfail(strict=True)
@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("Ten-month exports rose.", "2025-01/2025-10"),
        ("It grew for two quarters in a row, up to the third of this year.", "2025-04/2025-09"),
    ],
)
def test_known_misses(text: str, edtf: str) -> None:
    """Periods that a reader sees and the grammar does not."""
    assert one(text) == edtf


def test_dateparser_is_loaded_for_the_rare_date_only() -> None:
    """Common dates are read without importing dateparser, which would slow every start."""
    check = (
        "import sys; from datetime import date; from pipeline.recognise.periods import find_periods;"
        "find_periods('It rose on 3 May 2025, last week and in Q2.', date(2025, 6, 1));"
        "sys.exit('dateparser' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", check], check=False).returncode == 0


def test_without_a_date() -> None:
    """Where the document has no date, only what stands by itself is read."""
    assert read("Today and last year it rose; in 2024 it fell.", None) == [("2024", "2024")]


def test_offsets() -> None:
    """Every span is the text at its offsets."""
    text = "Ÿ — «In Q2 2025», said he; a year earlier…\n\nOn Friday.\u2028Since May 2020"
    for mention in find_periods(text, PUBLISHED):
        assert text[mention.start : mention.end] == mention.text


DAYS = st.dates(date(1901, 1, 1), date(2099, 12, 31))


@given(DAYS, st.integers(0, 9))
def test_a_day_is_read_back(day: date, style: int) -> None:
    """A day written in any style is read as that day."""
    name, short = MONTH_NAMES[day.month - 1], MONTH_NAMES[day.month - 1][:3]
    d, y = day.day, day.year
    suffix = "th" if 10 < d < 20 else {1: "st", 2: "nd", 3: "rd"}.get(d % 10, "th")
    written = (
        f"{d} {name} {y}",
        f"{name} {d}, {y}",
        f"{name} {d}{suffix}, {y}",
        f"the {d}{suffix} of {name} {y}",
        f"{short} {d}, {y}",
        f"{d}-{short}-{y}",
        day.isoformat(),
        f"{d:02d}.{day.month:02d}.{y}",
        f"{day.month:02d}/{d:02d}/{y}",
        f"{day:%A}, {name} {d}, {y}",
    )[style]
    assert one(f"The plant opened on {written}.") == day.isoformat()


@given(DAYS, st.integers(1, 400), st.integers(0, 3))
def test_a_range_of_months_is_read_back(first: date, length: int, style: int) -> None:
    """A range of months or years written in any style is read as that range."""
    last = first + timedelta(length)
    a, b = first.replace(day=1), last.replace(day=28)
    left, right = f"{MONTH_NAMES[a.month - 1]} {a.year}", f"{MONTH_NAMES[b.month - 1]} {b.year}"
    written = (
        f"from {left} to {right}",
        f"between {left} and {right}",
        f"{left}-{right}",
        f"from {left} through {right}",
    )[style]
    months = (f"{a.year}-{a.month:02d}", f"{b.year}-{b.month:02d}")
    whole_years = a.month == 1 and b.month == 12
    if whole_years:
        months = (f"{a.year}", f"{b.year}")
    expected = months[0] if months[0] == months[1] else "/".join(months)
    if left == right:
        return
    assert one(f"Sales in the region {written} were flat.") == expected


@given(st.integers(1950, 2049), st.integers(1, 4), st.integers(0, 4))
def test_a_quarter_is_read_back(year: int, number: int, style: int) -> None:
    """A quarter written in any style is read as its three months."""
    written = (
        f"the {ORDINALS[number - 1]} quarter of {year}",
        f"{ORDINALS[number - 1]}-quarter {year}",
        f"Q{number} {year}",
        f"{year} Q{number}",
        f"{number}Q{year}",
    )[style]
    lo = date(year, 3 * number - 2, 1)
    expected = interval(lo, date(year + number // 4, 3 * number % 12 + 1, 1) - timedelta(1))
    assert one(f"In {written} sales were flat.") == expected


WORDS = re.findall(
    r"\S+",
    """the a of in to from and by since until 2024 31 1 12 May March January Jan. Monday Sat last next this
    first second quarter half year years months week day ago earlier later same period end early
    , - / . ( ) ' 1990s 9999 0001 3/4 00/00/0000 31.02.2024 FY25 Q4 today now easter monday 's
    year-on-year every two hundred
    thousand 10 pm between through before after at for the""",
)


@given(st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join), st.one_of(st.none(), st.dates()))
def test_no_words_raise(text: str, published: date | None) -> None:
    """No arrangement of words of time raises on any document's date, and the spans are in order."""
    found = find_periods(text, published)
    assert all(before.end <= after.start for before, after in pairwise(found))


@given(st.text(max_size=200), st.one_of(st.none(), st.dates()))
def test_no_text_raises(text: str, published: date | None) -> None:
    """No text raises."""
    find_periods(text, published)


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("Sales reached $5bn through May.", "2025-01/2025-05"),
        ("The rebate will run through December.", "2025-12"),
        ("Sales reached $5bn in August-December 2023-24.", "2023-08/2023-12"),
        ("Sales reached $5bn in May 2023-24.", "2023-05"),
        ("Sales reached $5bn in February 2023-24.", "2024-02"),
        ("Sales reached $5bn in 7MFY25.", "2024-07/2025-01"),
        ("Sales fell in the spring of 2024.", "2024-03/2024-05"),
        ("Sales fell in the January-May period of last year.", "2024-01/2024-05"),
        ("They will build 3 bridges over the next decade.", "2025/2035"),
        ("They ended the year with 5 ships.", "2025"),
        ("Rents have doubled in three years.", "2022/2025"),
        ("Rents are the steepest of all cities in three years.", "P3Y"),
    ],
)
def test_stretches_of_months(text: str, edtf: str) -> None:
    """Months counted from the start of a year, of a business year, or back from today."""
    assert one(text) == edtf


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("Sales rose between January and June. In the six months costs fell.", "2025-01/2025-06"),
        ("Sales rose between January and June. They fell in May. Costs in the same half fell.",
         "2025-01/2025-06"),
        ("Sales were $5bn, down from $6bn in May-August 2024. In the period costs fell.",
         "2025-05/2025-08"),
        ("Sales fell in the second quarter, most of all in June. In the quarter costs rose.",
         "2025-04/2025-06"),
        ("From January to July sales rose. Over five months costs fell.", "2025-01/2025-05"),
        ("In April sales rose. Over five months costs fell.", "P5M"),
        ("From January to July sales rose to the highest in five months.", "P5M"),
        ("In March 2024 sales fell by 5% from the like month last year.", "2023-03"),
        ("In March 2024 sales fell by 5% from the comparable months of the preceding year.", "2023-03"),
        ("In March 2024 sales fell by 5% from the prior-year period.", "2023-03"),
    ],
)  # fmt: skip
def test_stretches_told_before(text: str, edtf: str) -> None:
    """A length or the like months take up the stretch of time that was told before."""
    assert read(text)[-1][1] == edtf


def test_the_tense_is_that_of_the_clause() -> None:
    """A verb of another clause does not move a month into the future, nor its year into another's."""
    assert one("Rents rise in the third quarter, and the town expects more.") == "2025-07/2025-09"
    assert read("It won in 2024, but rents will peak in December.")[1][1] == "2025-12"


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("Inflation might slow to 3% by December.", "2025-12"),
        ("Fares could go up a tenth in April.", "2026-04"),
        ("The mill may open in March.", "2026-03"),
        ("The port is likely to need 300 cranes in January.", "2026-01"),
        ("The city is due to repay its disputed bonds, of $3m each, in November.", "2025-11"),
        ("The city will repay the bonds issued in April.", "2025-04"),
        ("He warned that yields would sink in September.", "2025-09"),
        ("He said that the bridge would open in February.", "2026-02"),
        ("The bank will cut its rate in February.", "2026-02"),
        ("It will end the cut and sell bonds in February.", "2026-02"),
        ("She would keep the fleet and set a price in February.", "2026-02"),
        ("The bank raised its fees and cut its rate in February.", "2025-02"),
    ],
)
def test_months_to_come_by_modal_verbs(text: str, edtf: str) -> None:
    """A month is to come where something might happen in it; for what `would` happen it is the nearest."""
    assert one(text) == edtf


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("It is to shed 90 posts before Christmas.", "2025-12"),
        ("It will hire 300 before 1 April.", "2026-03"),
        ("Nine ships are expected before winter.", "2025"),
        ("The mill was built before July 1911.", "../1911-06"),
    ],
)
def test_a_term_to_come_is_of_the_time_it_ends(text: str, edtf: str) -> None:
    """What is to happen before a day or months to come is dated by the month or the year that they end."""
    assert one(text) == edtf


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Output tripled from 2019.", "base"),
        ("Sales have fallen sharply from March.", "base"),
        ("The drop of 4% from September worried shops.", "base"),
        ("The levy doubles from July.", "at"),
        ("The levy will be lowered to 3% from January.", "at"),
        ("Fares were raised by 3% from 1 January.", "at"),
        ("Prices rose from May to July.", "at"),
    ],
)
def test_what_a_movement_starts_from(text: str, role: str) -> None:
    """A movement gone by is told from the period it starts at; one to come, or from a day, begins then."""
    (mention,) = find_periods(text, PUBLISHED)
    assert value(mention).role == role


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("Ships brought 9,000 cars in August. The eight-month total was 70,000 cars.", "2025-01/2025-08"),
        ("It took 9% in September. The three-month trade gap was $3m.", "2025-07/2025-09"),
        ("It lost $3m in the second quarter ended April 30.", "2025-02/2025-04"),
        ("It sold 9 in May. It was the best result for the month.", "2025-05"),
        (
            "It sold 9 in the first half. In the second half it will sell 8. In the reporting period 7 came.",
            "2025-01/2025-06",
        ),
    ],
)
def test_totals_and_periods_taken_up(text: str, edtf: str) -> None:
    """A total of months ends with the month told of, a reporting period is none to come."""
    assert read(text)[-1][1] == edtf


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("Tea earned $3m in fiscal year 2024-25, up from $2m in the previous fiscal.", "2023/2024"),
        ("Tea earned $3m in fiscal year 2024-25. The target for the current fiscal is $9m.", "2025/2026"),
        ("The target for the current fiscal is $9m.", "2025/2026"),
        ("In Australia it lost money in the past financial year.", "2024/2025"),
        ("The port moved 9 tonnes to the end of March.", "2025-01/2025-03"),
        ("It was 4% this year and 3% last, the bank said.", "2024"),
        ("Acme cut its full-year target to 9.", "2025"),
        ("The yard had 90 ships at the end of the year.", "2024"),
        ("The yard will have 90 ships at the end of the year.", "2025"),
    ],
)
def test_years_by_what_is_told(text: str, edtf: str) -> None:
    """A fiscal is a business year; at the end of the year something was is last year."""
    assert read(text)[-1][1] == edtf


def test_more_than_doubled_compares_with_no_month() -> None:
    """`more than doubled in May` tells of May."""
    (mention,) = find_periods("Pork output more than doubled in May.", PUBLISHED)
    assert value(mention).role == "at"


def test_a_year_of_another_clause() -> None:
    """The year of one clause is not that of a date in the next, which has its own subject."""
    assert read("The bridge opens after 2028 and they may charge $3 in July.")[-1][1] == "2026-07"


def test_the_season_before() -> None:
    """The season of clubs and crops is a year long."""
    (mention,) = find_periods("It lost more than the season before.", PUBLISHED)
    assert value(mention).shift == "-P1Y"


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("Last season it sold 9 tonnes.", "2024"),
        ("It made 9 tonnes in the season that ended in May.", "2024-06/2025-05"),
        ("It made 9 tonnes in the crop year that began in April 2024.", "2024-04/2025-03"),
        ("It made 9 tonnes in the marketing year beginning October 1, 2024.", "2024-10/2025-09"),
        ("It made 9 tonnes in the 18 months from January 2023.", "2023-01/2024-06"),
        ("The season began in May 2023.", "2023-05"),
    ],
)
def test_a_year_of_business_by_its_end_or_beginning(text: str, edtf: str) -> None:
    """A season or fiscal year is told by the month that it ends or begins with."""
    assert read(text)[-1][1] == edtf


def test_what_is_due_lends_its_year_to_no_date_of_its_telling() -> None:
    """`hopes for 9 by 2030, he said at a fair on May 3` was said in the year of the article."""
    assert read("It hopes to sell 9 by 2030, he said at a fair held on May 3.")[-1][1] == "2025-05-03"


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("Output rose 2% in the first quarter and 3% in the second.", ["2025-01/2025-03", "2025-04/2025-06"]),
        ("It made 5 in the third quarter, up from 4 in the second.", ["2025-07/2025-09", "2025-04/2025-06"]),
        ("The poll sees 4% this quarter and 5% in the next.", ["2025-10/2025-12", "2026-01/2026-03"]),
        ("He won 3% in the first round and 4% in the second.", []),
    ],
)  # fmt: skip
def test_a_unit_told_before_is_left_out(text: str, edtf: list[str]) -> None:
    """`in the second` after `the first quarter` is a quarter, after a round it is no time."""
    assert [found for _, found in read(text)] == edtf


@pytest.mark.parametrize(
    "text",
    [
        "December arabica futures rose on ICE.",
        "Brent crude for November rose 30 cents.",
        "The week-long feast drew 90 guests.",
    ],
)
def test_months_of_delivery_and_lengths_are_no_time(text: str) -> None:
    """What is sold for a month is sold before it, and a week-long feast is no week."""
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("Over January-August the mill made 9 tonnes.", "2025-01/2025-08"),
        ("Sales fell 9% in January-March, the first fall.", "2025-01/2025-03"),
        ("Inflation, at 3% in the 12 months to August, remains in its target range.", "2024-09/2025-08"),
        ("Acme, which is due to list on the exchange, filled 78% of its seats in June.", "2025-06"),
        ("It had predicted 750,000 in January.", "2025-01"),
        ("Starts slid to a pace of 458,000 in November.", "2024-11"),
    ],
)
def test_months_gone_by(text: str, edtf: str) -> None:
    """No word of what is to come, in an aside or a name for a range, moves months into the future."""
    assert one(text) == edtf


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("It will have 90 shops by December 2026.", "2026-12"),
        ("It will have 90 shops by Christmas.", "2025-12"),
    ],
)
def test_by_a_month_or_a_feast(text: str, edtf: str) -> None:
    """What is to come by a feast comes by the end of its month."""
    assert one(text) == edtf


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("The September 11 attacks shook it.", "2001-09-11"),
        ("The 11 September hijackers lived here.", "2001-09-11"),
        ("The September 11 auction raised little.", "2025-09-11"),
    ],
)
def test_a_day_known_by_its_date_has_its_year(text: str, edtf: str) -> None:
    """What a day is remembered for tells its year; anything else on that day is of the year written about."""
    assert one(text) == edtf


def test_no_day_is_remembered_before_it_comes() -> None:
    """An article of an earlier year means another day."""
    assert one("The September 11 attacks went on.", date(1999, 9, 12)) == "1999-09-11"


@pytest.mark.parametrize(
    "text",
    [
        "For the first time in the last six years it fell.",
        "It was the third time in the past five months.",
        "It was the only time in at least the last ten years.",
    ],
)
def test_how_long_something_had_not_been_is_no_time_of_it(text: str) -> None:
    """`The first time in the last six years` is not spread over them."""
    assert [value(mention).duration for mention in find_periods(text, PUBLISHED)] == [True]
