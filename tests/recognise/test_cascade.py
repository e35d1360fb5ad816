"""Tests of pipeline.recognise.cascade."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from pipeline.recognise.cascade import OTHER, Cascade, Item, Rule

UNIONS = {"AMOUNT": ["DIGITS", "SUM"]}


@dataclass
class Place:
    """What a cascade tells its readings."""

    at: int = 0
    end: int = 0


def row(*kinds: str) -> list[Item]:
    """Items of the classes given, each a character wide, numbered by value."""
    return [Item(kind, index, index + 1, index) for index, kind in enumerate(kinds)]


def kinds(rules: list[Rule], items: list[Item]) -> list[str]:
    return [item.kind for item in Cascade(rules, UNIONS, {"plus": "SIGN"}).run(items, Place())]


def test_a_match_becomes_one_item() -> None:
    """The words of a match stand as one item that covers them, made from the named ones."""
    rule = Rule("SUM", "a:DIGITS and b:DIGITS", lambda _, a, b: (a, b))
    items = Cascade([rule], {}, {}).run(row(OTHER, "DIGITS", "and", "DIGITS"), Place())
    assert [(item.kind, item.start, item.end) for item in items] == [(OTHER, 0, 1), ("SUM", 1, 4)]
    assert items[1].value == (1, 3)


def test_rules_read_what_earlier_rules_made() -> None:
    """A rule's result is a word to the rules after it."""
    rules = [
        Rule("SUM", "DIGITS and DIGITS", lambda _: 0),
        Rule("TOTAL", "AMOUNT plus AMOUNT", lambda _: 0),
    ]
    assert kinds(rules, row("DIGITS", "and", "DIGITS", "plus", "DIGITS")) == ["TOTAL"]


def test_none_leaves_the_words() -> None:
    """A reading that declines, or that leaves the calendar, changes nothing."""

    def beyond(_: Place) -> int:
        raise OverflowError

    assert kinds([Rule("X", "DIGITS", lambda _: None)], row("DIGITS", "and")) == ["DIGITS", "and"]
    assert kinds([Rule("X", "DIGITS", beyond)], row("DIGITS")) == ["DIGITS"]


def test_optional_alternative_and_guards() -> None:
    """`?`, `|`, `!` and `<` mean what the table says."""
    rule = [Rule("X", "<and DIGITS (or|plus)? DIGITS !and", lambda _: 0)]
    assert kinds(rule, row("and", "DIGITS", "DIGITS")) == ["and", "X"]
    assert kinds(rule, row("and", "DIGITS", "plus", "DIGITS")) == ["and", "X"]
    assert kinds(rule, row("or", "DIGITS", "DIGITS")) == ["or", "DIGITS", "DIGITS"]
    assert kinds(rule, row("and", "DIGITS", "DIGITS", "and")) == ["and", "DIGITS", "DIGITS", "and"]


def test_a_word_named_in_a_pattern_stays_in_its_class() -> None:
    """A word that one pattern names is still matched by its class in another."""
    rules = [Rule("X", "DIGITS plus DIGITS", lambda _: 0), Rule("Y", "SIGN DIGITS", lambda _: 0)]
    assert kinds(rules, row("plus", "DIGITS")) == ["Y"]


def test_a_word_named_in_a_union_stays_in_its_class() -> None:
    """A word that a union names is matched by the union and by its class."""
    rules = [Rule("X", "PAIR DIGITS DIGITS", lambda _: 0), Rule("Y", "SIGN DIGITS", lambda _: 0)]
    cascade = Cascade(rules, {"PAIR": ["plus", "and"]}, {"plus": "SIGN"})
    assert [item.kind for item in cascade.run(row("plus", "DIGITS"), Place())] == ["Y"]
    assert [item.kind for item in cascade.run(row("plus", "DIGITS", "DIGITS"), Place())] == ["X"]


def test_readings_know_their_place() -> None:
    """The context holds the place of the match while its reading runs."""
    places: list[tuple[int, int]] = []
    rule = Rule("X", "DIGITS DIGITS", lambda place: places.append((place.at, place.end)))
    Cascade([rule], {}, {}).run(row(OTHER, "DIGITS", "DIGITS"), Place())
    assert places == [(1, 3)]


@given(st.lists(st.sampled_from(["DIGITS", "and", "plus", OTHER]), max_size=30))
def test_items_cover_the_text_in_order(words: list[str]) -> None:
    """However rules match, the row covers the same stretch in order."""
    rules = [Rule("SUM", "DIGITS and? AMOUNT", lambda _: 0), Rule("SUM", "AMOUNT plus", lambda _: 0)]
    items = Cascade(rules, UNIONS, {}).run(row(*words), Place())
    assert [item.start for item in items[1:]] == [item.end for item in items[:-1]]
    assert sum(item.end - item.start for item in items) == len(words)
