"""Sentences built by hand, so that look-ups are tested without a parser, and the stages for short texts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

import pytest

from pipeline.extract.extractor import Extractor
from pipeline.extract.line import Element, Line
from pipeline.extract.sentence import Sentence, make_sentence
from pipeline.extract.tree import Tree
from pipeline.model import Claim, Document, Extraction, Mention, Name, Ordinal, Period, Quantity
from pipeline.recognise.recogniser import Recogniser

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


@pytest.fixture(scope="session")
def stages() -> tuple[Recogniser, Extractor]:
    """The recogniser and the extractor with the shipped rules and weights."""
    return Recogniser(), Extractor()


@pytest.fixture
def extracted(stages: tuple[Recogniser, Extractor]) -> Callable[..., Extraction]:
    """The stages run over a text of an article published on a day."""
    recognise, extract = stages

    def run(text: str, published: date | None = date(2026, 3, 13)) -> Extraction:
        return extract(recognise(Document("t", text, published=published)))

    return run


@pytest.fixture
def claims(extracted: Callable[..., Extraction]) -> Callable[..., tuple[Claim, ...]]:
    """The claims of a text."""
    return lambda text: extracted(text).claims
