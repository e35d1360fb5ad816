"""Sentence spans by rule: blocks first, then a verdict on every mark that may end a sentence.

A text is cut into blocks at region boundaries, blank lines, bullets and hard line breaks. Inside a block
every full stop, question mark, exclamation mark or ellipsis is put to the rules in `RULES`, in that order;
the first that has an opinion decides, and a mark that no rule claims ends the sentence. After razdel
(Kukushkin, github.com/natasha/razdel), whose engine is the same; the rules are our own.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from pipeline.rules.tables import table

Span = tuple[int, int]

_OPENERS = "\"'“‘«„([{"
_CLOSERS = "\"'”’»)]}"

_NOTE = r"\s?\[\d{1,3}(?:\s?[,–-]\s?\d{1,3})*\]"
_MARK = re.compile(
    rf"(?P<mark>[.!?…]+|[。！？])(?P<close>(?:[{re.escape(_CLOSERS)}]|{_NOTE}|\s[\"'](?=\s))*)(?P<gap>\s*)"
)
_WORD_BEFORE = re.compile(r"[^\s\"“”«»()\[\]{}/—–]*\Z")
_WORD_AFTER = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_ACRONYM = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]\Z")
_ENUMERATOR = re.compile(r"(?:\d{1,2}|[A-Za-z]|[ivxIVX]{1,4})\Z")
_SPEAKER = re.compile(r"(?:[A-Z][\w’'-]*\s+){1,3}(?P<verb>[a-z]+)")
_PARAGRAPH = re.compile(r"(?:\r?\n[^\S\n]*){2,}|[\u2028\u2029\f\v]|(?:\A|(?<=\s))(?=[•●▪◦‣■]\s?\S)")
_BULLET = re.compile(r"\s*(?:[-*–—•●▪◦‣■]\s|\(?\d{1,2}[.)]\s|\(?[a-z][)]\s)")
_ENDED = re.compile(rf"[.!?…:;。！？][{re.escape(_CLOSERS)}]*\s*\Z")

_GOES_ON = frozenset(",;:-–—/&=+|)]}%.!?")
_LEADING = _OPENERS + " \t\r\n\N{NO-BREAK SPACE}"
_LOOK_BACK = 40
_LOOK_AHEAD = 80
_WRAP_AT_MOST = 100
_WRAP_AT_LEAST = 45


@dataclass(frozen=True, slots=True)
class Words:
    """The word lists of `patterns/sentences/abbreviations.yaml`, as sets."""

    leading: frozenset[str]
    numbered: frozenset[str]
    naming: frozenset[str]
    clock: frozenset[str]
    after_clock: frozenset[str]
    starters: frozenset[str]
    speaking: frozenset[str]
    marked: frozenset[str]

    def shortens(self, word: str) -> bool:
        """Whether `word` is an abbreviation of any kind."""
        return word in self.leading or word in self.naming or word in self.numbered or word in self.clock


@dataclass(frozen=True, slots=True)
class Spot:
    """A mark that may end a sentence, and what stands around it."""

    before: str
    mark: str
    close: str
    gap: str
    after: str
    opens: bool
    first: bool

    @property
    def next(self) -> str:
        """The first character after the gap, past an opening quote or bracket; empty at the end."""
        return self.after[:1]

    @property
    def word(self) -> str:
        """The word after the gap, past an opening quote or bracket."""
        found = _WORD_AFTER.match(self.after)
        return found.group() if found else ""

    @property
    def point(self) -> bool:
        """Whether the mark is a single full stop with nothing closed after it."""
        return self.mark == "." and not self.close


Rule = Callable[[Spot, Words], bool | None]


@cache
def _words() -> Words:
    lists = table("sentences/abbreviations")
    return Words(**{name: frozenset(lists[name]) for name in Words.__slots__})


def split(text: str, regions: Sequence[Span] = ()) -> list[Span]:
    """Return the spans of the sentences of `text`, in order, without white space at either end.

    `regions` are spans (start, end) whose two boundaries are always sentence boundaries. All offsets are
    characters of `text`, end exclusive. White space belongs to no sentence; every other character to exactly
    one.
    """
    words = _words()
    spans = []
    for start, end in _blocks(text, regions):
        at = start
        for cut in _cuts(text, start, end, words):
            spans.append((at, cut))
            at = cut
        spans.append((at, end))
    trimmed = (_trim(text, start, end) for start, end in spans)
    return [span for span in trimmed if span[0] < span[1]]


def _trim(text: str, start: int, end: int) -> Span:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())


def _blocks(text: str, regions: Sequence[Span]) -> Iterator[Span]:
    """Yield the stretches that no sentence crosses."""
    edges = {0, len(text)}
    edges.update(min(max(edge, 0), len(text)) for region in regions for edge in region)
    edges.update(found.end() for found in _PARAGRAPH.finditer(text))
    ordered = sorted(edges)
    for start, end in pairwise(ordered):
        yield from _lines(text, start, end)


def _lines(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield the lines of a paragraph, joined where a line break only wraps the text."""
    breaks = [at + 1 for at in range(start, end) if text[at] == "\n"] if "\n" in text[start:end] else []
    edges = [start, *breaks, end]
    width = max(right - left for left, right in pairwise(edges))
    at = start
    for left, here, right in zip(edges, edges[1:], edges[2:], strict=False):
        if not _wraps(text[left:here], text[here:right], width):
            yield at, here
            at = here
    yield at, end


def _wraps(line: str, following: str, width: int) -> bool:
    """Say whether the break after `line` is the typesetter's: the next word did not fit, or starts in lower
    case.
    """
    word = following.split(maxsplit=1)[:1]
    if not word or not line.strip() or _BULLET.match(following):
        return False
    if word[0][0].islower() and not _ENDED.search(line[-_LOOK_BACK:]):
        return True
    return _WRAP_AT_LEAST <= width <= _WRAP_AT_MOST and len(line.rstrip()) + len(word[0]) + 1 >= width - 1


def _cuts(text: str, start: int, end: int, words: Words) -> Iterator[int]:
    """Yield the offsets after which a new sentence begins inside one block."""
    at = start
    for found in _MARK.finditer(text, start, end):
        after = text[found.end() : min(found.end() + _LOOK_AHEAD, end)]
        if not after:
            return
        before = _WORD_BEFORE.search(text[max(at, found.start() - _LOOK_BACK) : found.start()])
        word = before.group() if before else ""
        bare = after.lstrip(_OPENERS)
        spot = Spot(
            before=word,
            mark=found["mark"],
            close=found["close"],
            gap=found["gap"],
            after=bare,
            opens=bare != after,
            first=found.start() - at < _LOOK_BACK and text[at : found.start()].strip(_LEADING) == word,
        )
        if _ends(spot, words):
            at = found.end()
            yield at


def _ends(spot: Spot, words: Words) -> bool:
    for rule in RULES:
        verdict = rule(spot, words)
        if verdict is not None:
            return verdict
    return True


def full_width(spot: Spot, _: Words) -> bool | None:
    """`。` always ends a sentence, space or none."""
    return True if spot.mark in "。！？" else None


def unspaced(spot: Spot, words: Words) -> bool | None:
    """`ended.The next` is a lost space; `3.5`, `$.05`, `U.S.`, `onrecord.org` and `(?)` are not."""
    if spot.gap:
        return None
    if spot.close and spot.mark != "…" and spot.next.isupper() and len(spot.before) > 1:
        return True
    before, word = spot.before, spot.word
    plain = len(before) > 1 and (
        (before.islower() and before.isalpha()) or before[-1].isdigit() or before[-1] == "%"
    )
    capital = word[:1].isupper() and (word in words.starters or (len(word) > 1 and word[1:].islower()))
    spaced = spot.after[len(word) : len(word) + 1].isspace() or spot.opens
    return plain and capital and spaced


def lower_case(spot: Spot, words: Words) -> bool | None:
    """A sentence seldom starts in lower case: after `?` and `!`, in a new quotation, or with `it`, `the` and
    the like.

    A capital in second place (`iPhone`, `eBay`) counts as one in first.
    """
    if not spot.next.islower() or spot.after[1:2].isupper():
        return None
    if spot.close or "." in spot.before or words.shortens(spot.before):
        return False
    if spot.mark in ("?", "!"):
        return spot.before + spot.mark not in words.marked
    plain = spot.before.islower() and spot.before.isalpha() and len(spot.before) > 2
    return plain and spot.mark == "." and (spot.opens or spot.word.capitalize() in words.starters)


def punctuation(spot: Spot, _: Words) -> bool | None:
    """A comma, dash, slash or the like after the mark goes on with the sentence."""
    return False if spot.next in _GOES_ON else None


def enumerator(spot: Spot, _: Words) -> bool | None:
    """`1.`, `a.` or `IV.` at the start of a sentence numbers it."""
    return False if spot.first and spot.point and _ENUMERATOR.match(spot.before) else None


def question(spot: Spot, words: Words) -> bool | None:
    """`"Why now?" Lu Mei asked` is one sentence, and `Yahoo! Inc` no exclamation."""
    if spot.mark[0] not in "!?":
        return None
    if spot.before + spot.mark in words.marked and spot.word not in words.starters:
        return False
    if spot.close:
        speaker = _SPEAKER.match(spot.after)
        if speaker and speaker["verb"] in words.speaking:
            return False
    return True


def leading(spot: Spot, words: Words) -> bool | None:
    """`Mr. Lu`, `e.g. Baku`."""
    return False if spot.point and spot.before in words.leading else None


def numbered(spot: Spot, words: Words) -> bool | None:
    """`No. 2`, `Jan. 21`, `p. 5`."""
    return False if spot.point and spot.before in words.numbered and spot.next.isdigit() else None


def clock(spot: Spot, words: Words) -> bool | None:
    """`9 a.m. Monday` goes on, `9 a.m. Ships` does not."""
    if not spot.point or spot.before not in words.clock:
        return None
    return spot.word not in words.after_clock and not spot.next.isdigit()


def naming(spot: Spot, words: Words) -> bool | None:
    """`Lada Co. Chairman`, `U.S. President` and `J. Smith` go on; `in the U.S. The` does not."""
    if spot.mark != "." or spot.close.strip("])"):
        return None
    initial = len(spot.before) == 1 and spot.before.isupper() and spot.before != "I"
    if initial or spot.before in words.naming or _ACRONYM.match(spot.before):
        return spot.word in words.starters and not (initial and len(spot.word) == 1)
    return None


RULES: tuple[Rule, ...] = (
    full_width,
    unspaced,
    lower_case,
    punctuation,
    enumerator,
    question,
    leading,
    numbered,
    clock,
    naming,
)
"""Consulted in this order; the first verdict other than None stands."""
