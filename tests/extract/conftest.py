"""Sentences built by hand, so that look-ups are tested without a parser."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from pipeline.extract.line import Element, Line
from pipeline.extract.sentence import Sentence, make_sentence
from pipeline.extract.tree import Tree
from pipeline.model import Mention, Name, Ordinal, Period, Quantity

Value = Name | Ordinal | Period | Quantity
Builder = Callable[..., Sentence]


def build(*rows: str, **named: Value) -> Sentence:
    """A sentence from rows `word tag head label`; heads are words, `#2` the second of its kind.

    `named` gives words the value of their mention.
    """
    cells = [row.split() for row in rows]
    words = tuple(cell[0] for cell in cells)

    def index(head: str) -> int:
        word, _, nth = head.partition("#")
        return [at for at, other in enumerate(words) if other == word][int(nth or 1) - 1]

    starts, at = [], 0
    for word in words:
        starts.append(at)
        at += len(word) + 1
    ends = [start + len(word) for start, word in zip(starts, words, strict=True)]
    tree = Tree(
        words,
        tuple(starts),
        tuple(ends),
        tuple(cell[1] for cell in cells),
        words,
        tuple(index(cell[2]) for cell in cells),
        tuple(cell[3] for cell in cells),
    )
    elements = tuple(_element(i, word, starts[i], named) for i, word in enumerate(words))
    return make_sentence((0, ends[-1]), 0, " ".join(words), Line(tree, elements, "", frozenset()))


def _element(at: int, word: str, start: int, named: Mapping[str, Value]) -> Element:
    mention = Mention(start, start + len(word), word, named[word]) if word in named else None
    return Element(at, at, mention)


@pytest.fixture
def sentence() -> Builder:
    """The builder of sentences."""
    return build
