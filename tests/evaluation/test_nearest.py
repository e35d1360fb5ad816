"""The rule that came nearest to a fact that nothing claimed."""

from __future__ import annotations

from evaluation.nearest import NearestRule

TEXT = "The mill stands idle. Exports vaulted 5 percent in May."


def test_the_rule_that_missed_by_one_word_is_named() -> None:
    """Beside a figure with an unknown verb of movement stands the rule for known ones."""
    start = TEXT.index("5 percent")
    named = NearestRule()(TEXT, (start, start + len("5 percent")), "change")
    assert named is not None
    assert named.startswith("change.")


def test_no_rule_is_named_outside_the_sentences() -> None:
    """A span behind the text has no nearest rule."""
    assert NearestRule()(TEXT, (len(TEXT) + 1, len(TEXT) + 2), "level") is None


def test_one_object_serves_several_texts() -> None:
    """Asked about a new text, it reads it; asked again, it answers the same."""
    nearest = NearestRule()
    start = TEXT.index("5 percent")
    first = nearest(TEXT, (start, start + 9), "change")
    nearest("Imports were flat.", (0, 7), "trend")
    assert nearest(TEXT, (start, start + 9), "change") == first
