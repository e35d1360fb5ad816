"""Word classes."""

from __future__ import annotations

import pytest

from pipeline.rules.classes import WordClasses, build


def test_forms_and_what_they_give() -> None:
    """Every form of an entry gives what its class gives, and what it gives itself on top."""
    classes = build(
        {
            "rise": {
                "gives": {"direction": "increase"},
                "verbs": ["climb", {"double": {"value": "2"}}],
                "nouns": ["gain"],
            }
        }
    )
    assert classes.forms["rise"]["climbed"] == {"direction": "increase"}
    assert classes.forms["rise"]["doubling"] == {"direction": "increase", "value": "2"}
    assert "gains" in classes.forms["rise.nouns"]
    assert "gains" not in classes.forms["rise.verbs"]


def test_classes_include_each_other_in_any_order() -> None:
    """A class holds what those that it includes hold, and theirs, wherever they stand."""
    classes = build(
        {"all": {"includes": ["move"]}, "move": {"includes": ["rise"]}, "rise": {"verbs": ["climb"]}}
    )
    assert "climbs" in classes.forms["all"]
    assert "climbs" in classes.forms["all.verbs"]


def test_a_circle_is_an_error() -> None:
    """Classes that include each other are refused, not followed for ever."""
    with pytest.raises(KeyError, match="circle"):
        build({"a": {"includes": ["b"]}, "b": {"includes": ["a"]}})


def test_an_unknown_class_is_an_error() -> None:
    """A class that there is not cannot be included."""
    with pytest.raises(KeyError):
        build({"a": {"includes": ["b"]}})


def test_single_words() -> None:
    """`to climb` and `a berth` make classes of themselves; a plain name does not."""
    classes = WordClasses()
    for name in ("to climb", "a berth", "rise"):
        classes.add_single(name)
    assert "climbed" in classes.forms["to climb"]
    assert "berths" in classes.forms["a berth"]
    assert "rise" not in classes.forms
