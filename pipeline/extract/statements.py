"""Attributed passages: who said what, with which cue, quoted or not."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from pipeline.extract.cues import cues, offsets
from pipeline.extract.narration import narrate, quoted_sentences
from pipeline.extract.passages import Passages
from pipeline.extract.quotes import find_quotes
from pipeline.extract.speakers import Speakers
from pipeline.model import Recognition, Span, Statement

_UNREAD = frozenset({"header", "dateline", "boilerplate"})
_NESTED = 50
"""How many statements may begin within one that still covers an offset."""


def find_statements(recognition: Recognition) -> list[Statement]:
    """The statements of one document, in order of start."""
    document = recognition.document
    text = document.text
    lexicon = cues()
    sentences = _read(recognition)
    quotes = find_quotes(text)
    wanted = offsets(text, lexicon.speaking)
    speakers = Speakers(text, recognition.sentences, recognition.mentions, lexicon)
    passages = Passages(speakers, lexicon, document.publisher)
    for narration in narrate(text, sentences, quotes, wanted):
        passages.read(narration)
    found = [*passages.reported, *passages.quoted(text, quotes)]
    passages.reported.clear()
    for narration in quoted_sentences(text, sentences, quotes, wanted):
        passages.read(narration)
    found += passages.reported
    return sorted(found, key=lambda statement: (statement.start, -statement.end))


def _read(recognition: Recognition) -> list[Span]:
    """The sentences of the article's prose, whole again where the outlet's own tag parts them."""
    regions, text = recognition.document.regions, recognition.document.text
    unread = [(region.start, region.end) for region in regions if region.kind in _UNREAD]
    edges = {edge for region in regions if region.kind == "source_tag" for edge in (region.start, region.end)}
    sentences: list[Span] = []
    for start, end in recognition.sentences:
        if any(first <= start and end <= last for first, last in unread):
            continue
        gap = text[sentences[-1][1] : start] if sentences else "\n"
        tagged = edges and any(sentences[-1][1] <= edge <= start for edge in edges) if sentences else False
        if tagged and "\n" not in gap and text[sentences[-1][1] - 1] not in ".!?":
            sentences[-1] = (sentences[-1][0], end)
        else:
            sentences.append((start, end))
    return sentences


def speaker_at(statements: Sequence[Statement], offset: int) -> str | None:
    """The speaker of the innermost statement that covers `offset`, None where none does.

    `statements` are in the order of `find_statements`; of two over the same words the later is the inner one.
    """
    at = bisect_right(statements, offset, key=lambda statement: statement.start)
    near = reversed(statements[max(at - _NESTED, 0) : at])
    return next((statement.speaker for statement in near if offset < statement.end), None)
