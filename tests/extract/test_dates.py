"""Of when a figure could be, what is told of each time, and that what speaks most for one decides."""

from __future__ import annotations

from decimal import Decimal

import pytest

from pipeline.extract.choice import Candidates
from pipeline.extract.dates import dates
from pipeline.extract.discourse import Discourse, Told
from pipeline.extract.drafts import Draft
from pipeline.model import Claim, Period, Quantity
from pipeline.rules.grammar import parse
from pipeline.rules.rule import Rule

FIVE = Quantity("percent", Decimal(5))
RULE = Rule("figure.level", "grew", parse("grew"))


@pytest.fixture
def weighed(sentence) -> Candidates:
    """`In May exports, which fell in 2024, grew 5%`, after a figure of 2023; the rules choose May."""
    said = sentence(
        "In IN May case", "May NNP grew obl", "exports NNS grew nsubj", ", , fell punct",
        "which WDT fell nsubj", "fell VBD exports acl:relcl", "in IN 2024 case", "2024 CD fell obl",
        ", , fell punct", "grew VBD grew ROOT", "5% CD grew obj",
        **{"May": Period("2025-05"), "2024": Period("2024"), "5%": FIVE},
    )  # fmt: skip
    draft = Draft("change", RULE, said, (0, 2), 10, 9, (0, 2), 1, FIVE)
    earlier = sentence("grew VBD grew ROOT", "5% CD grew obl", **{"5%": FIVE})
    claim = Claim("change", ((0, 2),), (0, 2), "figure.level", metric="exports", period="2023")
    told = Told(Draft("change", RULE, earlier, (0, 2), 1, 0, (0, 2), 1, FIVE), claim, True, True)
    return dates(draft, "change", "exports", "2025-05", None, Discourse(told=[told]))


def test_candidates_are_the_periods_here_and_before_and_none(weighed) -> None:
    """A figure may be of what its sentence names, of what was told before, or of no time."""
    assert set(weighed.found) == {None, "2025-05", "2024", "2023"}


def test_what_is_told_of_a_period(weighed) -> None:
    """Where it stands towards the figure, what stands in between, whose choice it was."""
    may, year, before = (weighed.found[each] for each in ("2025-05", "2024", "2023"))
    assert {"here", "in front", "same clause", "hangs on the figure's head", "chosen", "month: change"} <= may
    assert {"before, comma between", "clause below acl:relcl", "nearest before"} <= year
    assert {"told", "same metric", "last figure", "lent"} <= before
    assert "in front" not in year
    assert "here" not in before


def test_a_time_of_a_clause_aside_is_not_the_figures(weighed) -> None:
    """The month in front goes before the nearer year of another act."""
    assert weighed.best("period") == "2025-05"


def test_none_is_told_of_too(weighed) -> None:
    """That there is no time has its reasons too: here the tense and what is measured."""
    assert {"none", "none, tense past", "none, metric exports"} <= weighed.found[None]
