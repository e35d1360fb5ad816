"""Patterns as expressions, and how rules are found."""

from __future__ import annotations

import pytest

from pipeline.rules.alphabet import Alphabet
from pipeline.rules.classes import build
from pipeline.rules.compile import CompiledRules, trigger
from pipeline.rules.grammar import ClassRef, Slot, Word, parse
from pipeline.rules.rule import Rule

CLASSES = build({"climb": {"verbs": ["climb"]}})


def compiled(*patterns: str) -> CompiledRules:
    trees = [parse(pattern) for pattern in patterns]
    rules = tuple(Rule(pattern, pattern, tree) for pattern, tree in zip(patterns, trees, strict=True))
    return CompiledRules(rules, Alphabet(trees, CLASSES))


def matches(pattern: str, words: str) -> bool:
    """Whether a pattern matches somewhere in words without tags; `%` is a percentage."""
    rules = compiled(pattern)
    letters = rules.alphabet
    line = "".join(
        letters.mention["percent"] if word == "%" else letters.token(word, "") for word in words.split()
    )
    return rules.rules[0].expression.search(line) is not None


@pytest.mark.parametrize(
    ("pattern", "words", "wanted"),
    [
        ("<climb> [by] {value:percent}", "climbed by %", True),
        ("<climb> [by] {value:percent}", "climbed %", True),
        ("<climb> [by] {value:percent}", "climbed to %", False),
        ("<climb> (by|to) {value:percent}", "climbed to %", True),
        ("<climb> .. {value:percent}", "climbed by some good %", True),
        ("<climb> .. {value:percent}", "climbed , by %", False),
        ("<climb> ... {value:percent}", "climbed , by %", True),
        ("!not <climb>", "not climbed", False),
        ("!not <climb>", "now climbed", True),
        ("<climb> !by {value:percent}", "climbed %", True),
        ("{metric:topic} !(not|never) <climb>", "never climbed", False),
        ("year-on-year {value:percent}", "year - on - year %", True),
    ],
)
def test_patterns(pattern: str, words: str, wanted: bool) -> None:
    """Options, choices, gaps, exclusions and hyphens mean what the language says."""
    assert matches(pattern, words) is wanted


@pytest.mark.parametrize(
    ("pattern", "kind"),
    [
        ("in {value:percent} <climb>", ClassRef),
        ("in {value:percent} there", Word),
        ("in {value:percent}", Slot),
        ("[there] <climb>", ClassRef),
    ],
)
def test_the_trigger(pattern: str, kind: type) -> None:
    """A rule is found by its class, else by a word of three letters or more, else by its figure."""
    assert isinstance(trigger(parse(pattern)), kind)


def test_candidates() -> None:
    """Rules are tried only where all that they require stands, in the order they were given in."""
    rules = compiled("<climb> {value:percent}", "there <climb>", "<climb> [there]")
    percent = rules.alphabet.mention["percent"]

    def found(*held: str) -> list[str]:
        return [each.rule.id for each in rules.candidates(frozenset(held))]

    assert found("climbed") == ["<climb> [there]"]
    assert found("climbed", percent) == ["<climb> {value:percent}", "<climb> [there]"]
    assert found("climbed", "there") == ["there <climb>", "<climb> [there]"]
    assert found(percent, "there") == []


@pytest.mark.parametrize(
    ("words", "wanted"),
    [("they climbed by %", True), ("% climbed", False), ("by % it climbed to %", True), ("by %", False)],
)
def test_what_a_rule_requires_stands_in_its_order(words: str, wanted: bool) -> None:
    """A sentence in which the words of a rule stand the other way round needs no expression."""
    rules = compiled("<climb> [by] {value:percent}")
    percent = rules.alphabet.mention["percent"]
    marks = [percent if word == "%" else word for word in words.split()]
    assert rules.rules[0].could_match(marks) is wanted
