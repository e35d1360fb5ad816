"""The figure and the sentence at a span of an article's text."""

from __future__ import annotations

from bisect import bisect_right

from evaluation.align import Span


class Places:
    """The sentences of one article, None for an article whose text is not at hand."""

    def __init__(self, text: str | None) -> None:
        from pipeline.recognise.sentences import split

        self._text = text
        self._sentences = split(text) if text else []
        self._starts = [start for start, _ in self._sentences]

    def figure(self, span: Span) -> str | None:
        """The words at the span."""
        return self._text[slice(*span)] if self._text else None

    def sentence_span(self, span: Span) -> Span | None:
        """Where the sentence stands in which the span begins."""
        if not self._sentences:
            return None
        return self._sentences[max(0, bisect_right(self._starts, span[0]) - 1)]

    def sentence(self, span: Span) -> str | None:
        """The sentence in which the span begins."""
        there = self.sentence_span(span)
        return self._text[slice(*there)] if self._text and there else None
