from typing import Any

import pytest

from evaluation.article import Article, compare
from evaluation.intervals import caution, differences, intervals

RIGHT = {"kind": "level", "value": "5", "unit": "USD", "mentions": [[0, 4]]}
WRONG = RIGHT | {"value": "6"}


def articles(*claims: dict[str, Any]) -> list[Article]:
    return [
        compare({"id": f"a{at}", "claims": [RIGHT]}, {"id": f"a{at}", "claims": [claim]})
        for at, claim in enumerate(claims)
    ]


def test_an_interval_holds_the_figure() -> None:
    """The interval lies around the figure and narrows with more articles."""
    few = intervals(articles(*[RIGHT, WRONG] * 5))["figures.found"]["f1"]
    many = intervals(articles(*[RIGHT, WRONG] * 80))["figures.found"]["f1"]
    assert few[0] < many[0] < 0.5 < many[1] < few[1]


def test_intervals_are_the_same_each_time() -> None:
    """The resampling is seeded: the same articles give the same interval."""
    given = articles(RIGHT, WRONG, RIGHT)
    assert intervals(given) == intervals(given)


def test_no_interval_of_nothing() -> None:
    """Headlines that the articles hold nothing of are left out, and one article gives no interval at all."""
    assert "events.found" not in intervals(articles(RIGHT, WRONG))
    assert intervals(articles(RIGHT)) == {}


def test_the_same_system_twice_is_no_difference() -> None:
    """A system compared with itself differs by nothing, which chance always gives."""
    same = differences(articles(RIGHT, WRONG, RIGHT), articles(RIGHT, WRONG, RIGHT))["figures.found"]
    assert (same.difference, same.low, same.high, same.p) == (0, 0, 0, 1)


def test_a_clear_gain_is_no_chance() -> None:
    """Thirty articles mended and none spoilt: a small p, an interval above zero."""
    gain = differences(articles(*[WRONG] * 30), articles(*[RIGHT] * 30))["figures.found"]
    assert gain.difference == 1
    assert gain.p < 0.01
    assert gain.low > 0


def test_a_gain_on_three_articles_may_be_chance() -> None:
    """Three articles can never give a small p, however large the difference."""
    assert differences(articles(*[WRONG] * 3), articles(*[RIGHT] * 3))["figures.found"].p > 0.2


def test_other_articles_cannot_be_compared() -> None:
    """The paired test refuses systems that were run on different articles."""
    with pytest.raises(ValueError, match="same articles"):
        differences(articles(RIGHT), articles(RIGHT, RIGHT))


def test_few_articles_are_named() -> None:
    """A reader is told where there are too few articles, and nothing where there are enough."""
    assert "no interval" in str(caution(1))
    assert "Only 12 articles" in str(caution(12))
    assert caution(200) is None
