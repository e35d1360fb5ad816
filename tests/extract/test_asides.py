"""Which figures stand in an aside that tells of now, and take no time from the sentence around it."""

from __future__ import annotations

from decimal import Decimal

import pytest

from pipeline.extract.asides import aside, describes_subject, peoples
from pipeline.extract.times import own_period
from pipeline.model import Period, Quantity

NINE = Quantity("number", Decimal(9))
MAY = Period("2024-05")


def _mill(sentence, tag: str):
    return sentence(
        "mill NN lost nsubj", ", , employs punct", "which WDT employs nsubj", f"employs {tag} mill acl:relcl",
        "9 CD people nummod", "people NNS employs obj", ", , mill punct", "in IN May case",
        "May NNP lost obl", "lost VBD lost ROOT", "money NN lost obj", **{"9": NINE, "May": MAY},
    )  # fmt: skip


def test_a_relative_clause_in_the_present_is_of_now(sentence) -> None:
    """`The mill, which employs 9 people, in May lost money`: the 9 are of no month."""
    told = _mill(sentence, "VBZ")
    assert aside(told, 4) == range(2, 6)
    assert own_period(told, 4) is None


def test_a_relative_clause_in_the_past_is_no_such_aside(sentence) -> None:
    """`The mill, which employed 9 people, in May lost money`: the time may be the sentence's."""
    assert aside(_mill(sentence, "VBD"), 4) is None


def test_an_apposition_tells_what_somebody_is(sentence) -> None:
    """`Ayr, a town of 9 streets, in May lost money`: the 9 are of no month."""
    told = sentence(
        "Ayr NNP lost nsubj", ", , town punct", "a DT town det", "town NN Ayr appos", "of IN streets case",
        "9 CD streets nummod", "streets NNS town nmod", ", , Ayr punct", "in IN May case",
        "May NNP lost obl", "lost VBD lost ROOT", "money NN lost obj", **{"9": NINE, "May": MAY},
    )  # fmt: skip
    assert aside(told, 5) is not None
    assert own_period(told, 5) is None


def test_a_comment_on_a_figure_keeps_its_time(sentence) -> None:
    """`In May it sold 5, a rise of 9`: the rise is of May."""
    told = sentence(
        "in IN May case", "May NNP sold obl", "it PRP sold nsubj", "sold VBD sold ROOT", "tea NN sold obj",
        ", , rise punct", "a DT rise det", "rise NN tea appos", "of IN 9 case", "9 CD rise nmod",
        **{"9": NINE, "May": MAY},
    )  # fmt: skip
    assert aside(told, 9) is None
    assert own_period(told, 9) == "2024-05"


def test_how_many_live_somewhere_is_of_no_time(sentence) -> None:
    """`The island of 9 people` tells how large it is, `a meeting of 9 people` what took place."""
    for noun, fixed in (("island", True), ("meeting", False)):
        told = sentence(
            f"{noun} NN had nsubj", "of IN people case", "9 CD people nummod", f"people NNS {noun} nmod",
            "had VBD had ROOT", **{"9": NINE},
        )  # fmt: skip
        assert peoples(told, 2) is fixed


def test_a_deal_of_the_past_lends_no_time(sentence) -> None:
    """`A deal made in May gives it 9 ships`: what the deal gives is not of May."""
    told = sentence(
        "deal NN gives nsubj", "made VBN deal acl", "in IN May case", "May NNP made obl",
        "gives VBZ gives ROOT", "it PRP gives iobj", "9 CD ships nummod", "ships NNS gives obj",
        **{"9": NINE, "May": MAY},
    )  # fmt: skip
    assert own_period(told, 6) is None


def test_what_a_subject_comes_with_is_a_fact(sentence) -> None:
    """`Ayr, with 9 streets, may close` tells the 9 as fact, `may close, with 9 streets,` does not."""
    told = sentence(
        "Ayr NNP close nsubj", ", , streets punct", "with IN streets case", "9 CD streets nummod",
        "streets NNS Ayr nmod", ", , Ayr punct", "may MD close aux", "close VB close ROOT", **{"9": NINE},
    )  # fmt: skip
    assert describes_subject(told, 3)
    behind = sentence(
        "It PRP close nsubj", "may MD close aux", "close VB close ROOT", "Ayr NNP close obj",
        ", , streets punct", "with IN streets case", "9 CD streets nummod", "streets NNS Ayr nmod",
        ", , Ayr punct", **{"9": NINE},
    )  # fmt: skip
    assert not describes_subject(behind, 6)


@pytest.mark.parametrize(
    "text",
    [
        "Exports, worth $96 million in 2007, fell by 57 percent within two years.",
        "The firm, which lost $4 million in 2009, made a profit of $3 million.",
        "The fund, worth $9 billion in 2005, has paid out $400 million.",
    ],
)
def test_the_time_of_an_aside_is_its_own(claims, text: str) -> None:
    """What an aside tells of a year before holds for no figure behind it."""
    told = [claim for claim in claims(text) if claim.kind in ("level", "change")]
    assert told[0].period is not None
    assert told[-1].period is None
