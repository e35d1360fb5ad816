"""Sentences as their narrator writes them: words and marks, with every quotation as one token."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from pipeline.extract.quotes import Quote
from pipeline.extract.tree import with_dash
from pipeline.model import Span
from pipeline.rules.tables import table

_WORD = (
    r"\b(?:Co|Corp|Inc|Ltd|Cos|Bros|Bhd|Pty)\.(?= [a-z(]|,|['’]s)(?:['’]s\b)?"
    r"|(?:[^\W\d_]\.){2,}"
    r"|\w+(?:[-‐‑'’.,&/](?=\w)\w+)*(?:['’]s\b)?|--+|[^\w\s]"
)
_ACRONYMS = frozenset({"WHO", "IT"})
"""Names that would be words of the language in lower case."""
_LONGEST = 250
"""Words after which a sentence is read as if it ended: no article has one, and the work stays linear."""


class Token(NamedTuple):
    """A word, a mark or a whole quotation; `lower` is `"` for a quotation."""

    start: int
    end: int
    text: str
    lower: str
    quote: Quote | None = None


@dataclass(frozen=True, slots=True)
class Narration:
    """One sentence of the narrator, with the number of its paragraph."""

    start: int
    end: int
    paragraph: int
    tokens: tuple[Token, ...]
    quoted: bool = False
    """Whether it stands inside a quotation, where only named speakers count."""


def narrate(
    text: str, sentences: Sequence[Span], quotes: Sequence[Quote], wanted: Sequence[int]
) -> Iterator[Narration]:
    """Yield the sentences of `text` that hold an offset of `wanted` or a quotation, in order.

    A sentence that begins inside a quotation belongs to the one in which the quotation opens.
    """
    for paragraph, start, end in _joined(text, sentences, quotes):
        inside = list(_between(quotes, start, end))
        first = bisect_right(wanted, start - 1)
        if inside or (first < len(wanted) and wanted[first] < end):
            tokens = tuple(_tokens(text, start, end, inside))
            for at in range(0, len(tokens), _LONGEST):
                yield Narration(start, end, paragraph, tokens[at : at + _LONGEST])


def quoted_sentences(
    text: str, sentences: Sequence[Span], quotes: Sequence[Quote], wanted: Sequence[int]
) -> Iterator[Narration]:
    """Yield, cut to their quotation, the sentences inside quotations that hold an offset of `wanted`."""
    for quote in quotes:
        first = bisect_right(wanted, quote.inner[0] - 1)
        if first == len(wanted) or wanted[first] >= quote.inner[1]:
            continue
        at = max(bisect_right(sentences, quote.inner[0], key=lambda span: span[0]) - 1, 0)
        while at < len(sentences) and sentences[at][0] < quote.inner[1]:
            start, end = max(sentences[at][0], quote.inner[0]), min(sentences[at][1], quote.inner[1])
            if start < end:
                tokens = tuple(_words(text, start, end))
                for part in range(0, len(tokens), _LONGEST):
                    yield Narration(start, end, -1, tokens[part : part + _LONGEST], quoted=True)
            at += 1


def _joined(text: str, sentences: Sequence[Span], quotes: Sequence[Quote]) -> Iterator[tuple[int, int, int]]:
    """Sentences with their paragraph's number, joined where a quotation spans several."""
    starts = [quote.start for quote in quotes]
    paragraph = 0
    current: tuple[int, int] | None = None
    for start, end in sentences:
        if current is None:
            current = (start, end)
            continue
        at = bisect_right(starts, start) - 1
        quoted = at >= 0 and quotes[at].start < start < quotes[at].end
        if quoted and quotes[at].start >= current[0] and quotes[at].start != start:
            current = (current[0], end)
            continue
        yield paragraph, *current
        paragraph += "\n" in text[current[1] : start]
        current = (start, end)
    if current:
        yield paragraph, *current


def _between(quotes: Sequence[Quote], start: int, end: int) -> Iterator[Quote]:
    at = bisect_right(quotes, start - 1, key=lambda quote: quote.start)
    while at < len(quotes) and quotes[at].start < end:
        yield quotes[at]
        at += 1


def _tokens(text: str, start: int, end: int, quotes: Sequence[Quote]) -> Iterator[Token]:
    at = start
    for quote in quotes:
        yield from _words(text, at, quote.start)
        yield Token(quote.start, quote.end, text[quote.start : quote.end], '"', quote)
        at = max(quote.end, at)
    yield from _words(text, at, end)


def _words(text: str, start: int, end: int) -> Iterator[Token]:
    for found in _token().finditer(text, start, end):
        word = with_dash(found.group())
        yield Token(found.start(), found.end(), word, word if word in _ACRONYMS else word.lower())


@cache
def _token() -> re.Pattern[str]:
    """What is one word: also a title with its stop before a name, or an initial."""
    leading = "|".join(word for word in table("sentences/abbreviations")["leading"] if word.istitle())
    return re.compile(rf"\b(?:{leading}|Jr|Sr|[A-Z])\.(?= [A-Z])|{_WORD}")
