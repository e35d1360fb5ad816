"""Places that an article names only as where something comes from or goes."""

from __future__ import annotations

import pytest

from pipeline.extract.scenery import scenery
from pipeline.model import Mention, Name


def passed(text: str, **names: str) -> frozenset[str]:
    """The scenery of a text whose names are given with their types."""
    found = [
        Mention(at, at + len(name), name, Name(kind, name, adjective=False))
        for name, kind in names.items()
        for at in range(len(text))
        if text.startswith(name, at)
    ]
    return scenery(text, found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ship was on its way from Oran to Malta.", {"Oran", "Malta"}),
        ("It lifted off from Oran, Malta, on Monday.", {"Oran", "Malta"}),
        ("A tanker sank off the island of Malta.", {"Malta"}),
        ("It sailed to Malta. Malta expects 9 more.", set()),
        ("It sailed for Oran. In Malta prices rose.", {"Oran"}),
    ],
)
def test_where_something_only_passes(text: str, expected: set[str]) -> None:
    """Whence and whither something goes has no figures, unless it is named in another way too."""
    assert passed(text, Oran="place", Malta="country") == expected
