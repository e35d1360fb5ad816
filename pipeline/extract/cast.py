"""Who and what an article names, and where: what a reader has in mind when a figure comes up."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from pipeline.extract.onlookers import onlookers
from pipeline.extract.scenery import scenery
from pipeline.model import Document, Mention, Name, Span

_SHORTEST = 2
_OFTEN, _SELDOM = 0.3, 0.1
_FURTHEST = 6
_OPENING, _EARLY = 6, 40
_KEPT = 200
"""Mentions that are looked through for each figure, so that the costs of a book stay linear."""


@dataclass(slots=True)
class Cast:
    """The names of an article in order of the text, with the sentences and paragraphs they stand in.

    `places` are the offsets of each name by canonical form, ascending; `order` are all of them with their
    names. `lead` is where the first paragraph of prose ends, `adjectives` are the places of those that only
    qualify (`British`), `onlookers` and `scenery` those of the functions of that name.
    """

    places: dict[str, list[int]] = field(default_factory=dict)
    order: list[tuple[int, str]] = field(default_factory=list)
    sentences: list[int] = field(default_factory=list)
    paragraphs: list[int] = field(default_factory=list)
    lead: int = 0
    title: str = ""
    publisher: str | None = None
    onlookers: frozenset[str] = frozenset()
    scenery: frozenset[str] = frozenset()
    adjectives: set[int] = field(default_factory=set)

    def before(self, offset: int) -> list[str]:
        """The names told of before an offset, last one first; of a long text only the nearest and first."""
        end = bisect_left(self.order, (offset, ""))
        near = self.order[max(0, end - _KEPT) : end]
        first = self.order[: min(_KEPT, max(0, end - _KEPT))]
        return list(dict.fromkeys(name for _, name in (*reversed(near), *reversed(first))))

    def opens_with(self, name: str) -> bool:
        """Whether the title or the first paragraph names someone: the article is told as about them."""
        return name in self.title or any(place < self.lead for place in self.places.get(name, ())[:1])

    def standing(self, name: str, start: int) -> set[str]:
        """What the places of a name tell to one who reads the sentence that begins at `start`."""
        places = self.places[name]
        share = len(places) / len(self.order)
        told = {"often" if share >= _OFTEN else "seldom" if share < _SELDOM else "at times"}
        if len(places) == 1:
            told.add("once")
        before = bisect_left(places, start)
        if before:
            told |= self._latest(places[before - 1], start)
        if places[0] < self.lead:
            told.add("in the lead")
        if name in self.title:
            told.add("in the title")
        if self.order[0][1] == name:
            told.add("first of all")
        if name == self.publisher:
            told.add("the publisher")
        if name in self.onlookers:
            told.add("an onlooker")
        paragraph = _last(self.paragraphs, start + 1)
        if _within(places, paragraph, start):
            told.add("in the paragraph")
        if _within(places, _last(self.sentences, start), start):
            told.add("in the sentence before")
        opening = bisect_left(self.order, (paragraph, ""))
        if self.order[opening : opening + 1] and self.order[opening][1] == name:
            told.add("opens the paragraph")
        return told

    def _latest(self, place: int, start: int) -> set[str]:
        """How many sentences ago a place is for one who reads on at `start`, and where in its sentence."""
        sentence = bisect_left(self.sentences, place + 1)
        ago = min(bisect_left(self.sentences, start) + 1 - sentence, _FURTHEST)
        within = place - _last(self.sentences, place + 1)
        where = "opens" if within < _OPENING else "early" if within < _EARLY else "late"
        told = {f"last told {ago} ago", f"last told {where}", f"last told {where} {ago} ago"}
        if place in self.adjectives:
            told |= {"last told as an adjective", f"last told as an adjective {ago} ago"}
        return told


def cast_of(document: Document, mentions: Sequence[Mention], sentences: Sequence[Span], lead: int) -> Cast:
    """The cast of a document; names of one letter count for nothing."""
    looking_on = onlookers(document.text, mentions)
    cast = Cast(lead=lead, title=document.title or "", publisher=document.publisher, onlookers=looking_on)
    cast.scenery = scenery(document.text, mentions)
    for mention in mentions:
        if isinstance(mention.value, Name) and len(mention.value.canonical) >= _SHORTEST:
            cast.places.setdefault(mention.value.canonical, []).append(mention.start)
            cast.order.append((mention.start, mention.value.canonical))
            if mention.value.adjective:
                cast.adjectives.add(mention.start)
    cast.order.sort()
    cast.sentences = [start for start, _ in sentences]
    cast.paragraphs = [0, *(at + 1 for at, letter in enumerate(document.text) if letter == "\n")]
    return cast


def _last(offsets: Sequence[int], before: int) -> int:
    """The last of ascending offsets below `before`; 0 where there is none."""
    at = bisect_left(offsets, before)
    return offsets[at - 1] if at else 0


def _within(offsets: Sequence[int], start: int, end: int) -> bool:
    """Whether any of ascending offsets lies from `start` to `end` (exclusive)."""
    at = bisect_left(offsets, start)
    return at < len(offsets) and offsets[at] < end
