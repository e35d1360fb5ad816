"""Which drafts stand where several claim the same words."""

from __future__ import annotations

from decimal import Decimal

import pytest

from pipeline.extract.drafts import Draft, contest
from pipeline.model import Quantity, Span
from pipeline.rules.grammar import parse
from pipeline.rules.rule import Rule

FIVE = Quantity("percent", Decimal(5))


@pytest.fixture
def draft(sentence):
    """A draft of a rule by id, priority and where it stands."""
    told = sentence("rose VBD rose ROOT", "5% CD rose obl")

    def made(
        name: str, span: Span, *, kind: str = "level", priority: int = 50, size: int = 2, trigger: int = 0,
        quantity: Quantity | None = FIVE, at: Span = (0, 4),
    ) -> Draft:  # fmt: skip
        rule = Rule(name, "rose", parse("rose"), priority)
        return Draft(kind, rule, told, span, 1, trigger, at, size, quantity)

    return made


def standing(*drafts: Draft) -> list[str]:
    return [each.rule.id for each, winner in contest(drafts) if winner is None]


def test_a_figure_is_claimed_once(draft) -> None:
    """Of two drafts for one figure the one of higher priority stands, and the other knows who won."""
    low, high = draft("low", (5, 7)), draft("high", (5, 7), priority=60)
    assert [(each.rule.id, winner and winner.id) for each, winner in contest([low, high])] == [
        ("high", None),
        ("low", "high"),
    ]


def test_nearer_longer_first_by_name(draft) -> None:
    """Among equals the nearer trigger wins, then the longer match, then the id."""
    assert standing(draft("far", (5, 7)), draft("near", (5, 7), trigger=1)) == ["near"]
    assert standing(draft("short", (5, 7)), draft("long", (5, 7), size=3)) == ["long"]
    assert standing(draft("b", (5, 7)), draft("a", (5, 7))) == ["a"]


def test_each_figure_has_its_own_claim(draft) -> None:
    """Drafts for different figures all stand."""
    assert sorted(standing(draft("one", (5, 7)), draft("two", (9, 11)))) == ["one", "two"]


def test_words_without_a_figure(draft) -> None:
    """A draft without a figure gives way at its trigger; a rank and a record cannot share words."""
    figure = draft("figure", (5, 7), priority=60)
    assert standing(figure, draft("trend", (0, 4), kind="trend", quantity=None)) == ["figure"]
    rank = draft("rank", (20, 30), kind="rank", quantity=None, priority=60, at=(20, 24))
    record = draft("record", (24, 34), kind="record", quantity=None, at=(28, 34))
    event = draft("event", (24, 34), kind="event", quantity=None, at=(31, 34))
    assert sorted(standing(rank, record, event)) == ["event", "rank"]


def test_a_blocked_span(draft) -> None:
    """Nothing of lower priority stands in a blocked span; what is of equal priority does."""
    block = Rule("block", "room", parse("room"), 60)
    low, equal = draft("low", (5, 7)), draft("equal", (5, 7), priority=60)
    settled = {each.rule.id: winner for each, winner in contest([low, equal], [((4, 8), block)])}
    assert settled == {"low": block, "equal": None}


@pytest.mark.parametrize(
    "text",
    [
        "Hundreds of companies operate here.",
        "Several hundred companies operate here.",
        "Repairs will cost a few million dollars.",
        "Exports rose to €500 million ($540 million).",
    ],
)
def test_vague_figures_and_repetitions(claims, text: str) -> None:
    """`Hundreds of` and `several hundred` make no claim; a figure repeated in another unit no second one."""
    assert [claim.unit for claim in claims(text) if claim.kind == "level"] in ([], ["EUR"])


def test_a_mention_may_span_all_of_a_match(claims) -> None:
    """A rank that no ordinal tells spans its words from `most` to what is ranked."""
    text = "Lagos is the most populous city in Africa."
    (rank,) = [claim for claim in claims(text) if claim.kind == "rank"]
    assert [text[start:end] for start, end in rank.mentions] == ["most populous city"]
