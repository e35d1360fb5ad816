"""Fields of a document under the names that other programs give them."""

from __future__ import annotations

import pytest

from pipeline.ingest.fields import are_columns, named


def test_other_names_of_fields() -> None:
    """Capitals, spaces and underscores do not matter; people and outlets may be objects or lists."""
    record = {
        "Headline": "Tea",
        "article_body": "Exports rose.",
        "Pub Date": "Tue, 13 Jan 2026 10:00:00 GMT",
        "source": {"id": None, "name": "The Courier"},
        "authors": ["Amina Otieno", {"name": "Kofi Mensah"}],
        "link": "http://x.example/1",
        "views": 7,
    }
    assert named(record) == {
        "title": "Tea",
        "text": "Exports rose.",
        "published": "2026-01-13",
        "publisher": "The Courier",
        "author": "Amina Otieno, Kofi Mensah",
        "url": "http://x.example/1",
    }


def test_our_own_names_come_first_and_stand_as_they_are() -> None:
    """What is under `text` is the text, right or wrong; another name fills only what is missing."""
    assert named({"body": "no", "text": 5, "headline": "Tea"}) == {"text": 5, "title": "Tea"}


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("2026-01-13T23:30:00-05:00", "2026-01-13"),
        ("2026/01/13", "2026-01-13"),
        ("January 13, 2026", "2026-01-13"),
        ("13/01/2026", "2026-01-13"),
        ("01/13/2026 08:00", "2026-01-13"),
        ("03/04/2026", None),
        ("13 January", None),
        ("3 hours ago", None),
    ],
)
def test_days_that_can_be_told(words: str, day: str | None) -> None:
    """A day is taken where it is whole and can be read one way only."""
    assert named({"date": words}).get("published") == day


def test_columns_of_a_table() -> None:
    """`text` alone makes a table of documents; a word such as `story` does beside another field."""
    assert are_columns(["text"])
    assert are_columns(["Story", "Headline"])
    assert not are_columns(["Story", "of a farm"])
    assert not are_columns(["title", "url"])
