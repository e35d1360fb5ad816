"""From words, verbs and units to metrics."""

from __future__ import annotations

from decimal import Decimal

import pytest

from pipeline.model import Quantity
from pipeline.rules.vocabulary import (
    adds_nothing,
    fits,
    is_actor,
    is_corporate,
    is_goods,
    is_light,
    is_national,
    is_relational,
    meaning_of,
    metric_of_country,
    metric_of_name,
    metric_of_tail,
    metric_of_unit,
    metric_of_verb,
    metric_of_words,
    metric_phrases,
    origin_is_subject,
    says_too_little,
)


@pytest.mark.parametrize(
    ("words", "metric"),
    [
        ("exports", "exports"),
        ("total wine exports", "exports"),
        ("trade turnover", "trade"),
        ("foreign trade volume", "trade"),
        ("gross domestic product", "gdp"),
        ("company", "companies"),
        ("young catholics", "people"),
        ("ferry", None),
    ],
)
def test_noun_phrases(words: str, metric: str | None) -> None:
    """A phrase has the metric of the longest known words that it ends in, nouns of measure aside."""
    assert metric_of_words(words.split()) == metric


def test_no_words() -> None:
    """No words have no metric."""
    assert metric_of_words([]) is None
    assert metric_of_tail([]) is None


def test_every_phrase_is_found() -> None:
    """Every phrase of the vocabulary gives a metric, at the end of a longer one too."""
    phrases = metric_phrases()
    assert [words for words in phrases if not metric_of_words(words)] == []
    assert [words for words in phrases if not metric_of_words(("some", *words))] == []


def test_verbs_and_units() -> None:
    """A verb gives its object's figure a metric, a unit its own."""
    assert metric_of_verb(["exported"]) == "exports"
    assert metric_of_verb(["sang", "loudly"]) is None
    assert metric_of_unit("megawatt") == "capacity"
    assert metric_of_unit(None) is None
    assert metric_of_country(["sold"]) == "exports"


def test_kinds_of_metrics() -> None:
    """The vocabulary knows which metrics stand between two parties, are a nation's or a firm's."""
    assert is_relational("trade")
    assert not is_relational("inflation")
    assert is_national("inflation")
    assert not is_national(None)
    assert not is_corporate("inflation")
    assert origin_is_subject("tourists")


def test_nouns_that_say_little() -> None:
    """`volume` only says how something is measured, `figure` takes up what was told."""
    assert is_light("volume")
    assert says_too_little("figure")
    assert not is_light("exports")


def test_units_that_metrics_are_told_in() -> None:
    """No debt in tonnes, no jobs in dollars; percent moves anything, a large bare number may be a sum."""
    dollars = Quantity("money", Decimal(5), unit="USD")
    tonnes = Quantity("quantity", Decimal(5), unit="tonne")
    percent = Quantity("percent", Decimal(5), unit="percent")
    assert fits("debt", dollars, "level")
    assert not fits("debt", tonnes, "level")
    assert fits("cargo", tonnes, "level")
    assert not fits("jobs", dollars, "level")
    assert fits("jobs", percent, "change")
    assert not fits("jobs", percent, "level")
    assert fits("loan", Quantity("number", Decimal(85 * 10**9)), "level")
    assert fits("ferry bookings", dollars, "level")


def test_nouns_that_lean_on_what_is_told() -> None:
    """A deficit is of trade after exports, of the budget after taxes, of nothing known elsewhere."""
    assert meaning_of("deficit", ["exports", "tax"]) == "trade_balance"
    assert meaning_of("deficits", [None, "tax"]) == "budget deficit"
    assert meaning_of("deficit", ["tourists"]) is None


def test_names_actors_and_goods() -> None:
    """Names that stand for a metric, nouns that never are one, nouns that have a price."""
    assert metric_of_name(["the", "dow", "jones", "average"]) == "index"
    assert metric_of_name(["dowel"]) is None
    assert is_actor("regulator")
    assert is_goods(["sweet", "crude"])
    assert adds_nothing("previous figure")
    assert not adds_nothing("fertility rate")
