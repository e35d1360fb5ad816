"""Where rules match, and what fills their slots."""

from __future__ import annotations

from decimal import Decimal

from pipeline.extract.line import Line, make_line
from pipeline.extract.match import find_matches
from pipeline.extract.tree import Tree
from pipeline.model import Mention, Quantity
from pipeline.rules.alphabet import Alphabet
from pipeline.rules.classes import build
from pipeline.rules.compile import CompiledRules
from pipeline.rules.grammar import parse
from pipeline.rules.rule import Make, Rule

CLASSES = build({"climb": {"gives": {"direction": "increase"}, "verbs": ["climb"]}})


def rules(*patterns: str) -> CompiledRules:
    trees = [parse(pattern) for pattern in patterns]
    made = tuple(
        Rule(f"r.{number}", pattern, tree, makes=(Make("change", "value"),))
        for number, (pattern, tree) in enumerate(zip(patterns, trees, strict=True))
    )
    return CompiledRules(made, Alphabet(trees, CLASSES))


def line(text: str, alphabet: Alphabet) -> Line:
    """A line of words between spaces; each that ends in `%` is a percentage."""
    words = tuple(text.split())
    starts = tuple(sum(len(word) + 1 for word in words[:at]) for at in range(len(words)))
    ends = tuple(start + len(word) for start, word in zip(starts, words, strict=True))
    mentions = [
        Mention(start, end, word, Quantity("percent", Decimal(word[:-1])))
        for word, start, end in zip(words, starts, ends, strict=True)
        if word.endswith("%")
    ]
    return make_line(Tree(words, starts, ends), mentions, alphabet)


def test_slots_trigger_and_what_the_class_gives() -> None:
    """A match knows the elements of its slots and trigger, what its word gives and which roles are open."""
    compiled = rules("{metric:topic} <climb> [by] {value:percent}")
    (match,) = find_matches(compiled, line("Exports climbed by 5% .", compiled.alphabet))
    assert (match.start, match.end, match.trigger) == (1, 4, (1, 2))
    assert match.slots == {"value": (3, 4)}
    assert match.gives == {"direction": "increase"}
    assert [slot.name for slot in match.roles] == ["metric"]


def test_every_starting_place_is_tried() -> None:
    """A rule matches at each place where its pattern stands."""
    compiled = rules("<climb> .. {value:percent}")
    found = find_matches(compiled, line("It climbed 5% and climbed about 6%", compiled.alphabet))
    assert [match.slots["value"] for match in found] == [(2, 3), (6, 7)]


def test_a_choice_fills_its_slot_by_either_option() -> None:
    """A slot that stands in two options of a choice is filled by the one that matched."""
    compiled = rules("(<climb> {value:percent}|{value:percent} climb)")
    (match,) = find_matches(compiled, line("a 5% climb", compiled.alphabet))
    assert match.slots["value"] == (1, 2)


def test_a_rule_whose_words_are_not_there_is_not_tried() -> None:
    """No candidate comes from a sentence without the trigger or the figure."""
    compiled = rules("<climb> {value:percent}")
    for text in ("It fell 5%", "It climbed fast"):
        told = line(text, compiled.alphabet)
        assert list(compiled.candidates(told.held)) == []
        assert list(find_matches(compiled, told)) == []
