"""Which period is a figure's own, and which it is compared with."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from pipeline.extract.properties import attributive, reached
from pipeline.extract.times import (
    beside,
    compared_at,
    matching,
    of_same_time,
    own_base,
    own_period,
    resolved,
    taken_up,
    timed,
)
from pipeline.model import Ordinal, Period, Quantity

FIVE = Quantity("percent", Decimal(5))


def test_the_nearest_period_is_the_figures_own(sentence) -> None:
    """Of two periods each figure has the one beside it."""
    told = sentence(
        "grew VBD grew ROOT", "5% CD grew obl", "in IN 2024 case", "2024 CD grew obl", "and CC 6% cc",
        "6% CD grew conj", "in IN 2025 case", "2025 CD 6% nmod",
        **{"5%": FIVE, "6%": Quantity("percent", Decimal(6)), "2024": Period("2024"), "2025": Period("2025")},
    )  # fmt: skip
    assert [item.period.edtf for item in timed(told)] == ["2024", "2025"]
    assert (own_period(told, 1), own_period(told, 5)) == ("2024", "2025")
    assert beside(told, 1) == Period("2024")


def test_a_comparison_is_no_own_period(sentence) -> None:
    """A period that comes after `compared with` is the base, and the figure's own is another or none."""
    told = sentence(
        "grew VBD grew ROOT", "5% CD grew obl",
        "compared VBN 2024 case", "with IN 2024 case", "2024 CD grew obl",
        **{"5%": FIVE, "2024": Period("2024", role="base")},
    )  # fmt: skip
    assert own_period(told, 1) is None
    assert own_base(told, 1) == Period("2024", role="base")


def test_a_clause_with_when_takes_its_period_up(sentence) -> None:
    """`since 2001, when it stood at 5%`: the year itself, though it bounds another figure."""
    told = sentence(
        "fell VBD fell ROOT", "since IN 2001 case", "2001 CD fell obl", "when WRB touched advmod",
        "it PRP touched nsubj", "touched VBD fell advcl", "5% CD touched obj",
        **{"5%": FIVE, "2001": Period("2001/..", role="since")},
    )  # fmt: skip
    assert own_period(told, 6) == "2001"


def test_more_than_bounds_its_figure(sentence) -> None:
    """`more than 5% in 2024` compares with no year."""
    more = Quantity("percent", Decimal(5), comparator=">")
    told = sentence(
        "fell VBD fell ROOT", "more JJR than advmod", "than IN 5% case", "5% CD fell obl", "in IN 2024 case",
        "2024 CD fell obl", **{"5%": more, "2024": Period("2024")},
    )  # fmt: skip
    assert own_period(told, 3) == "2024"


def test_a_foreseen_figure_is_of_the_same_time(sentence) -> None:
    """`against a forecast of 5%` is for the same months, `against 5%` of others."""
    rows = ["rose VBD rose ROOT", "against IN 5% case"]
    foreseen = sentence(*rows, "forecast NN 5% nmod", "5% CD rose obl", **{"5%": FIVE})
    assert of_same_time(foreseen, 3)
    assert not of_same_time(sentence(*rows, "5% CD rose obl", **{"5%": FIVE}), 2)


def test_a_count_that_qualifies_a_noun(sentence) -> None:
    """`the 12-room inn` has twelve at any time; `12 rooms` may have a year."""
    rows = ["12 CD inn compound", "- HYPH 12 punct", "room NN inn compound", "inn NN inn ROOT"]
    twelve = {"12": Quantity("number", Decimal(12))}
    assert attributive(sentence(*rows, **twelve), 0)
    assert not attributive(sentence(rows[0], rows[3], **twelve), 0)


@pytest.mark.parametrize(
    ("base", "own"),
    [("2023-01/2023-05", "2024-01/2024-05"), ("2023-01/2023-06", None), ("2023", None), ("2023-05", None)],
)
def test_months_beside_those_of_another_year(base: str, own: str | None) -> None:
    """Months that are no quarter or half are compared with the same of the year before."""
    assert matching(Period(base, role="base")) == own


def test_a_half_is_compared_with_that_of_the_year_before_where_it_is_over() -> None:
    """`up from the first half of 2023`, told in autumn 2024; in spring the half between is meant."""
    half = Period("2023-01/2023-06", role="base")
    assert matching(half, date(2024, 9, 1)) == "2024-01/2024-06"
    assert matching(half, date(2024, 3, 1)) is None


def test_a_length_of_time_is_no_period(sentence) -> None:
    """Durations tell no time."""
    told = sentence("grew VBD grew ROOT", "years NNS grew obl", years=Period("P3Y", duration=True))
    assert timed(told) == []


def test_a_period_far_away_is_another_figures(sentence) -> None:
    """What stands more than thirty words behind a figure does not date it."""
    filler = [f"word{number} NN grew dep" for number in range(40)]
    told = sentence("grew VBD grew ROOT", "5% CD grew obl", *filler, "2024 CD grew obl",
                    **{"5%": FIVE, "2024": Period("2024")})  # fmt: skip
    assert own_period(told, 1) is None


def test_a_sentence_that_opens_with_its_period(sentence) -> None:
    """A period at the front holds for figures however far behind."""
    filler = [f"word{number} NN grew dep" for number in range(40)]
    told = sentence("In IN 2024 case", "2024 CD grew obl", *filler, "grew VBD grew ROOT", "5% CD grew obl",
                    **{"5%": FIVE, "2024": Period("2024")})  # fmt: skip
    assert own_period(told, len(told.at) - 1) == "2024"


def test_words_that_take_up(sentence) -> None:
    """`that year` is the best reading of the period told before, not the sentence's own."""
    told = sentence("grew VBD grew ROOT", "5% CD grew obl", "then RB grew advmod",
                    **{"5%": FIVE, "then": Period("2025", shift="P0D")})  # fmt: skip
    assert own_period(told, 1) is None
    assert taken_up(told) == "2025"


@pytest.mark.parametrize(
    ("base", "period", "wanted"),
    [
        (Period("2023", shift="-P1Y"), "2025", "2024"),
        (Period("2023", shift="-P1Y"), "2025-01/2025-10", "2024-01/2024-10"),
        (Period("2023", shift="-P1Y"), None, "2023"),
        (Period("2023", shift="-P1Y"), "2020/..", "2023"),
        (Period(""), "2025", None),
    ],
)
def test_relative_bases(base: Period, period: str | None, wanted: str | None) -> None:
    """`A year earlier` is a year before the claim's own period, else its own best reading."""
    assert resolved(base, period) == wanted


def test_the_day_of_a_forecast(sentence) -> None:
    """`on Monday it raised its forecast to 5%`: Monday is not the figure's."""
    monday = Period("2025-10-13")
    rows = ["Monday NNP raised obl", "raised VBD raised ROOT", "its PRP$ forecast nmod:poss"]
    forecast = sentence(*rows, "forecast NN raised obj", "5% CD raised obl", **{"5%": FIVE, "Monday": monday})
    price = sentence(*rows[:2], "price NN raised obj", "5% CD raised obl", **{"5%": FIVE, "Monday": monday})
    assert own_period(forecast, 4) is None
    assert own_period(price, 3) == "2025-10-13"


def test_a_semicolon_parts_periods(sentence) -> None:
    """`5% in 2012; in 2018, 6%`: what stands on its side of the semicolon is the figure's."""
    told = sentence(
        "was VBD was ROOT", "5% CD was obl", "2012 CD was obl", "; : was punct", "2018 CD says obl",
        "says VBZ was conj", "is VBZ was parataxis", "6% CD is obl",
        **{"5%": FIVE, "6%": FIVE, "2012": Period("2012"), "2018": Period("2018")},
    )  # fmt: skip
    assert own_period(told, 7) == "2018"


def test_a_period_owns_its_figure(sentence) -> None:
    """`less than 2024 's crop of 5%`: the figure compared with is of that year."""
    told = sentence(
        "less JJR less ROOT", "than IN crop case", "2024 CD crop nmod:poss", "'s POS 2024 case",
        "crop NN less obl", "of IN 5% case", "5% CD crop nmod",
        **{"5%": FIVE, "2024": Period("2024", role="base")},
    )  # fmt: skip
    assert own_period(told, 6) == "2024"


def test_the_window_of_a_superlative(sentence) -> None:
    """`landed 5%, the biggest haul of summer`: the summer is that of the biggest."""
    told = sentence(
        "landed VBD landed ROOT", "5% CD landed obj", "biggest JJS haul amod", "haul NN landed appos",
        "of IN summer case", "summer NN haul nmod",
        **{"5%": FIVE, "biggest": Ordinal(Decimal(1), superlative="biggest"),
           "summer": Period("2024-06/2024-08")},
    )  # fmt: skip
    assert own_period(told, 1) is None


def test_the_whole_of_which_some_are_told_of_has_no_time(claims) -> None:
    """A count of all that someone has holds at whatever time; the part of it has the clause's."""
    part, whole = claims("The chain sold three of its 14 cinemas in March 2024.")
    assert (part.period, whole.period) == ("2024-03", None)


def test_a_period_that_opens_a_joined_clause(sentence) -> None:
    """`runs 300 and last-spring sold 5%`: the spring is of what was sold, however the words are parsed."""
    told = sentence(
        "runs VBZ runs ROOT", "300 CD runs obj", "and CC last-spring cc", "last-spring NN 300 conj",
        "sold VBD 300 acl", "5% CD sold obj",
        **{"300": Quantity("number", Decimal(300)), "5%": FIVE, "last-spring": Period("2024")},
    )  # fmt: skip
    assert own_period(told, 1) is None
    assert own_period(told, 5) == "2024"


def test_a_clause_of_now_takes_no_time_from_another(sentence) -> None:
    """`rose in May, and 300 are now idle`: the 300 are of now; `sales of May now stand at 5%` are of May."""
    told = sentence(
        "rose VBD rose ROOT", "May NNP rose obl", "and CC idle cc", "300 CD idle nsubj", "are VBP idle cop",
        "now RB idle advmod", "idle JJ rose conj",
        **{"300": Quantity("number", Decimal(300)), "May": Period("2025-05")},
    )  # fmt: skip
    same = sentence(
        "sales NNS stand nsubj", "of IN May case", "May NNP sales nmod", "now RB stand advmod",
        "stand VBP stand ROOT", "at IN 5% case", "5% CD stand obl", **{"5%": FIVE, "May": Period("2025-05")},
    )  # fmt: skip
    assert own_period(told, 3) is None
    assert own_period(same, 6) == "2025-05"


def test_the_end_of_a_movement_since(sentence) -> None:
    """`has grown since 2011 to 5%`: the 5% are of no stretch; `the total since 2003 to 5%` is."""
    rows = ["since IN 2003 case", "2003 CD grown obl", "to IN 5% case", "5% CD grown obl"]
    values = {"5%": FIVE, "2003": Period("2003/..", role="since")}
    moved = sentence("grown VBN grown ROOT", *rows, **values)
    assert reached(moved, 4)
    total = sentence("grown VBN grown ROOT", "total NN grown obj", "2003 CD total nmod", *rows[2:], **values)
    assert not reached(total, 4)


def test_last_july_beside_july() -> None:
    """The month compared with, where it is named as the figure's own, is that of the year before."""
    assert resolved(Period("2025-07", role="base"), "2025-07") == "2024-07"
    assert resolved(Period("2025", role="base"), "2025") == "2025"


def test_a_figure_compared_with_has_the_period_behind_it(sentence) -> None:
    """`compared with 5% in May` is of May; `5% against May` is not."""
    may = Period("2025-05", role="base")
    other = sentence(
        "fell VBD fell ROOT", "compared VBN 5% case", "with IN 5% case", "5% CD fell obl", "in IN May case",
        "May NNP 5% nmod", **{"5%": FIVE, "May": may},
    )  # fmt: skip
    own = sentence(
        "fell VBD fell ROOT", "5% CD fell obl", "against IN May case", "May NNP fell obl",
        **{"5%": FIVE, "May": may},
    )  # fmt: skip
    assert compared_at(other, 3) == "2025-05"
    assert compared_at(own, 1) is None


def test_the_clause_behind_a_conjunction(sentence) -> None:
    """`says that 300 are spent in May and that 5% will be needed in 2026`: the 5% are of 2026."""
    told = sentence(
        "says VBZ says ROOT", "300 CD spent nsubj:pass", "spent VBN says ccomp", "May NNP spent obl",
        "and CC needed cc", "that IN needed mark", "5% CD needed nsubj:pass", "will MD needed aux",
        "needed VBN spent conj", "in IN 2026 case", "2026 CD needed obl",
        **{"300": FIVE, "5%": FIVE, "May": Period("2025-05"), "2026": Period("2026")},
    )  # fmt: skip
    assert own_period(told, 6) == "2026"


def test_the_price_of_shares_is_of_a_day(claims) -> None:
    """The price of shares keeps no quarter that was told before."""
    profit, shares = claims(
        "Andes Cable Corp's profit rose 4% in the first quarter. Its shares dropped 5.6%."
    )
    assert profit.period == "2026-01/2026-03"
    assert (shares.metric, shares.period) == ("price", None)


@pytest.mark.parametrize(
    ("text", "unit", "period"),
    [
        ("The strike, due to end on Friday, has cost the firm 300 million euros.", "EUR", None),
        ("Sugar output rose to 32 tonnes, the most since 2019.", "tonne", None),
        (
            "Since it was founded in 2009, it has raised $90 million, $40 million of it in 2023.",
            "USD",
            "2023",
        ),
        ("Shares rose on Monday, the Nikkei gaining 0.7%.", "percent", "2026-03-09"),
        ("Acme agreed on Wednesday to cut its output to 30 tonnes.", "tonne", None),
        ("Crude for May delivery settled at 9 euros.", "EUR", None),
    ],
)
def test_a_period_of_something_else_is_not_lent(claims, text: str, unit: str, period: str | None) -> None:
    """Asides, bounds of a superlative and days of another act tell no time of a figure."""
    told = [claim for claim in claims(text) if claim.unit == unit]
    assert told[-1].period == period
