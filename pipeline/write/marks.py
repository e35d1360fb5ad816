"""A text cut at the ends of its spans, so that spans that overlap can be shown as marks side by side."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from pipeline.model import Span

Label = TypeVar("Label")


@dataclass(frozen=True, slots=True)
class Part(Generic[Label]):
    """A stretch of text and the labels of the spans that cover it, the shortest span's first."""

    text: str
    labels: tuple[Label, ...]
    begins: tuple[Label, ...]


def cut(text: str, spans: Iterable[tuple[Span, Label]]) -> Iterator[Part[Label]]:
    """The whole text in parts, in order; `begins` are the labels whose span starts with the part."""
    ordered = sorted(spans, key=lambda entry: (entry[0][0], -entry[0][1]))
    ends = sorted({0, len(text), *(end for span, _ in ordered for end in span if 0 <= end <= len(text))})
    open_spans: list[tuple[Span, Label]] = []
    following = 0
    for start, end in itertools.pairwise(ends):
        open_spans = [entry for entry in open_spans if entry[0][1] > start]
        begins = []
        while following < len(ordered) and ordered[following][0][0] <= start:
            if ordered[following][0][1] > start:
                open_spans.append(ordered[following])
                begins.append(ordered[following][1])
            following += 1
        shortest_first = sorted(open_spans, key=lambda entry: entry[0][1] - entry[0][0])
        yield Part(text[start:end], tuple(label for _, label in shortest_first), tuple(begins))
