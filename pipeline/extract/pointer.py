"""Point from a figure to whose it is and what it measures, as a reader of the whole article would.

Rules and weights see a figure's clause and how names stand in the article, not what the text means. A pointer
network (Vinyals et al. 2015, https://arxiv.org/abs/1506.03134) over the vectors of the text's pieces tells
how likely each candidate is; what it says is one statement more in the sum (`choice.py`). It was learned from
the articles in `training/choices/articles` (`training/pointer/`).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from functools import cache, cached_property
from heapq import nsmallest
from itertools import islice
from math import exp, log, log2
from typing import Any

from pipeline.extract.encoder import LONGEST, word_pieces
from pipeline.extract.heads import SCALE, Head, Passage, heads
from pipeline.extract.wordpieces import Pieces
from pipeline.model import Document, Span
from pipeline.rules.homelands import other_names

BEHIND = 70
"""Pieces behind a figure that are read with it."""
STEP = 360
"""Pieces between the beginnings of two passages of an article too long to be read at once."""
MOST = 4.0
"""How much may part the odds of two candidates."""
NEAREST = 10
"""Places of a candidate that are looked at, the nearest to the figure."""
_NAME = 4
"""Letters of a word by which a longer name is told again: `Costigan` for Maeve Costigan."""
SIDES = 24
"""Magnitudes of distances, half of them behind the figure."""
_FINENESS = 1.4
UNNAMED = -2.0
_KEPT = 4
"""Passages that are kept, and at most read ahead: the memory for a book stays small."""


class Pointer:
    """What the network says of the figures of one article.

    It reads a passage when first asked about it, or ahead of that in a thread of its own, which costs no time
    where a second core is free: the encoder holds no lock of Python's.
    """

    def __init__(self, document: Document) -> None:
        title = f"{document.title}\n" if document.title else ""
        self._lead = len(title)
        self._told = title + document.text
        self._passages: dict[int, Passage] = {}
        self._ahead: Future[None] | None = None
        self._places: dict[int, dict[str, list[Span]]] = {}

    @cached_property
    def _text(self) -> str:
        return _lowered(self._told)

    @cached_property
    def _pieces(self) -> Pieces:
        return word_pieces()(self._told)

    @property
    def ids(self) -> list[int]:
        """The numbers of the pieces of what is read: the title and the text."""
        return self._pieces.ids

    def read_ahead(self, figures: Iterable[Span]) -> None:
        """Begin to read the first passages of figures, given in order, while the caller goes on."""
        passages: dict[int, list[Span]] = {}
        for figure in map(self.at, figures):
            passages.setdefault(self.begin(figure[1]), []).append(figure)
        passages = dict(islice(passages.items(), _KEPT))
        if passages:
            thread = ThreadPoolExecutor(1)
            self._ahead = thread.submit(self._read, passages)
            thread.shutdown(wait=False)

    def odds(self, field: str, figure: Span, candidates: Sequence[str | None]) -> list[float]:
        """The logarithm of how likely each candidate is to fill a field (`subject` or `metric`) of a figure.

        None is held for less likely than the likeliest by more than MOST: other reasons may overcome that.
        `figure` are characters of the article's text; None among the candidates stands for nothing.
        """
        head = heads()[field]
        first, end = self.at(figure)
        start = self.begin(end)
        passage = self._passage(start)
        asked = passage.question(field, (first, end))
        fit = passage.fits(field, asked)
        places = self._places.setdefault(start, {})
        for name in candidates:
            if name is not None and name not in places:
                places[name] = self.where(name, start)
        said = [_said(each, head, asked, fit, first, places.get(each or "", [])) for each in candidates]
        least = max(said) - MOST
        odds = [max(each, least) for each in said]
        every = _together(odds)
        return [each - every for each in odds]

    def at(self, span: Span) -> Span:
        """The pieces that characters of the article stand in: the first, and the one behind the last."""
        return self._at((span[0] + self._lead, span[1] + self._lead))

    def begin(self, end: int) -> int:
        """The piece with which the passage begins that is read for a figure before the piece `end`."""
        late = max(len(self.ids) - LONGEST, 0)
        return min(max(-(-(end + BEHIND - LONGEST) // STEP), 0) * STEP, late)

    def _at(self, span: Span) -> Span:
        first = max(bisect_right(self._pieces.starts, span[0]) - 1, 0)
        return first, max(bisect_left(self._pieces.starts, span[1]), first + 1)

    def _passage(self, start: int) -> Passage:
        if self._ahead is not None:
            self._ahead.result()
            self._ahead = None
        if start not in self._passages:
            if len(self._passages) >= _KEPT:
                oldest = next(iter(self._passages))
                del self._passages[oldest]
                self._places.pop(oldest, None)
            self._passages[start] = Passage(self.ids, start)
        return self._passages[start]

    def _read(self, passages: Mapping[int, Sequence[Span]]) -> None:
        for start, figures in passages.items():
            self._passages[start] = Passage(self.ids, start)
            self._passages[start].ask(figures)

    def where(self, candidate: str, start: int) -> list[Span]:
        """The pieces of the passage from `start` on where a candidate stands: its name, a word of it, a
        country's adjective.
        """
        begins = self._pieces.starts[start]
        ends = self._pieces.ends[min(start + LONGEST, len(self.ids)) - 1]
        spans = {span for form in _forms(candidate) for span in self._found(form, begins, ends)}
        return [self._at(span) for span in sorted(spans)]

    def _found(self, form: str, begins: int, ends: int) -> Iterator[Span]:
        text = self._text
        at = text.find(form, begins, ends)
        while at >= 0:
            end = at + len(form)
            if not _in_word(text[at - 1 : at]) and not _in_word(text[end : end + 1]):
                yield at, end
            at = text.find(form, at + 1, ends)


def _said(
    candidate: str | None,
    head: Head,
    asked: Any,
    fit: Callable[[Span], float],
    first: int,
    places: Sequence[Span],
) -> float:
    """How well a candidate answers what a figure asks whose first piece is `first`."""
    if candidate is None:
        return float(head.nothing @ asked) * SCALE
    said = [float(head.ids[candidate] @ asked)] if candidate in head.ids else []
    near = nsmallest(NEAREST, places, key=lambda place: abs(place[0] - first))
    said += [fit(place) + head.distance[bucket(first - place[0])] for place in near]
    return _together(said) if said else float(head.unnamed @ asked) * SCALE + UNNAMED


def _together(scores: Sequence[float]) -> float:
    """The logarithm of the sum of the exponentials of scores."""
    most = max(scores)
    return most + log(sum(exp(score - most) for score in scores)) if len(scores) > 1 else most


@cache
def bucket(distance: int) -> int:
    """A distance in pieces by its magnitude, those behind the figure apart."""
    side = 0 if distance >= 0 else SIDES // 2
    return side + min(SIDES // 2 - 1, int(log2(abs(distance) + 1) * _FINENESS))


def _in_word(letter: str) -> bool:
    return letter.isalnum() or letter == "_"


def _lowered(text: str) -> str:
    """A text in lower case, as long as before: few letters become two."""
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in text)


def _forms(candidate: str) -> Iterator[str]:
    """The forms in which a candidate is told, in lower case."""
    yield candidate.lower()
    yield from other_names(candidate)
    words = candidate.split()
    if len(words) > 1 and candidate[0].isupper():
        yield from (
            each.lower() for each in (words[0], words[-1]) if each[0].isupper() and len(each) >= _NAME
        )
