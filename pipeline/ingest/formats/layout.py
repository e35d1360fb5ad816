"""The lines of printed pages as paragraphs: by the space between them, their letters' size, their length."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median_low

SHORT = 0.75  # of the longest line: a shorter one that ends a sentence ends its paragraph
WIDE = 1.25  # times the usual distance between lines, where a paragraph ends
LARGER = 1.15  # times the usual size of letters, in a headline

_HYPHENATED = re.compile(r"[a-z]-$")
_PAGE_NUMBER = re.compile(r"(?:page\s*)?[-–—]?\s*\d{1,4}\s*[-–—]?(?:\s*(?:of|/)\s*\d{1,4})?", re.I)
_SENTENCE_ENDS = (".", "!", "?", '."', ".”", ":")
# Letters that typesetters draw as one, and hyphens that show only where a line is broken.
_DRAWN = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st", "\u00ad": None}
)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page: its words, its height on the page and the size of its letters, where known."""

    words: str
    height: float | None = None
    size: float | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Words set together; `size` is that of its first line's letters."""

    words: str
    size: float | None = None


def paragraphs_of(pages: Sequence[Sequence[Line]]) -> list[Paragraph]:
    """The paragraphs of these pages, one that runs over the end of a page in one piece."""
    found: list[Paragraph] = []
    for page in _without_running_heads(pages):
        for number, paragraph in enumerate(_on_page(page)):
            if not number and found and _goes_on(found[-1].words, paragraph.words):
                found[-1] = Paragraph(_joined(found[-1].words, paragraph.words), found[-1].size)
            else:
                found.append(paragraph)
    return [Paragraph(paragraph.words.translate(_DRAWN), paragraph.size) for paragraph in found]


def headline_of(pages: Sequence[Sequence[Line]], paragraphs: Sequence[Paragraph]) -> str | None:
    """The first of the first paragraphs that is set in larger letters than the text and has several words."""
    usual = _usual_size([line for page in pages for line in page])
    for paragraph in paragraphs[:5]:
        if usual and paragraph.size and paragraph.size > LARGER * usual and paragraph.words.count(" ") > 1:
            return paragraph.words
    return None


def _without_running_heads(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """The pages without page numbers and without the words that stand at the head or foot of all of them."""
    written = [[line for line in page if line.words.strip()] for page in pages]
    filled = [page for page in written if page]
    for at in (0, -1):
        lines = {page[at].words.strip() for page in filled}
        same = len(filled) > 1 and len(lines) == 1 and not lines.pop().endswith(_SENTENCE_ENDS)
        for page in filled:
            if page and (same or _PAGE_NUMBER.fullmatch(page[at].words.strip())) and len(page) > 1:
                del page[at]
    return filled


def _on_page(lines: Sequence[Line]) -> list[Paragraph]:
    longest = max((len(line.words.rstrip()) for line in lines), default=0)
    usual, leading = _usual_size(lines), _usual_leading(lines)
    found: list[Paragraph] = []
    words, size, previous = "", None, None
    for line in lines:
        if words and previous and _breaks(previous, line, leading):
            found.append(Paragraph(words, size))
            words = ""
        if not words:
            size = line.size
        words = _joined(words, line.words.strip())
        ended = words.endswith(_SENTENCE_ENDS)
        headline = not found and (line.size is None or line.size == usual)
        if len(line.words.rstrip()) < SHORT * longest and (ended or headline):
            found.append(Paragraph(words, size))
            words = ""
        previous = line
    return [*found, Paragraph(words, size)] if words else found


def _breaks(line: Line, following: Line, leading: float | None) -> bool:
    """Whether the space below a line or the size of the letters tells that a paragraph ends."""
    if line.size and following.size and not 0.9 < following.size / line.size < 1.1:
        return True
    below = _leading(line, following)
    return leading is not None and below is not None and below > WIDE * leading


def _usual_size(lines: Sequence[Line]) -> float | None:
    letters: Counter[float] = Counter()
    for line in lines:
        if line.size:
            letters[line.size] += len(line.words)
    return letters.most_common(1)[0][0] if letters else None


def _usual_leading(lines: Sequence[Line]) -> float | None:
    """The distance from a line to the next that most pairs of lines keep, in heights of their letters."""
    found = [_leading(line, following) for line, following in itertools.pairwise(lines)]
    down = [leading for leading in found if leading is not None and leading > 0]
    return median_low(down) if len(down) > 2 else None


def _leading(line: Line, following: Line) -> float | None:
    if line.height is None or following.height is None or not line.size:
        return None
    return (line.height - following.height) / line.size


def _goes_on(words: str, following: str) -> bool:
    """Whether a paragraph is cut by the end of its page."""
    return not words.endswith(_SENTENCE_ENDS) and (following[0].islower() or words.endswith(","))


def _joined(words: str, more: str) -> str:
    if words.endswith("\u00ad") or (_HYPHENATED.search(words) and more[:1].islower()):
        return words[:-1] + more
    return f"{words} {more}" if words else more
