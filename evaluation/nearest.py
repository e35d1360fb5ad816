"""Which rule came closest to a fact that nothing claimed: what the error list names beside a missed claim."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.model import Document, Quantity, Span

if TYPE_CHECKING:
    from pipeline.extract.sentence import Sentence


_MOST = 50


class NearestRule:
    """Called with a text, a span of it and a kind of claim, gives the id of the rule that came nearest there.

    That rule makes claims of the kind and would have matched but for one element; None where none was near.
    The rules are loaded at the first call; the sentences of the text asked about last are kept, for errors
    come article by article. Raises PatternError for broken rules.
    """

    def __init__(self, patterns: Sequence[Path] = ()) -> None:
        self._patterns = tuple(patterns)
        self._text = ""
        self._sentences: list[Sentence] = []

    def __call__(self, text: str, span: Span, kind: str) -> str | None:
        from pipeline.extract.misses import nearest_misses

        if text != self._text:
            self._read(text)
        for sentence in self._sentences:
            if sentence.span[0] <= span[0] < sentence.span[1]:
                figures = {
                    token: -1
                    for token, mention in enumerate(sentence.at)
                    if mention is not None and isinstance(mention.value, Quantity) and mention.start < span[1]
                    and span[0] < mention.end
                }  # fmt: skip
                matches = self._extractor.matches(sentence)
                misses = nearest_misses(self._extractor.library.compiled, sentence, matches, figures, _MOST)
                fitting = (miss.rule for miss in misses if any(make.kind == kind for make in miss.rule.makes))
                return next((rule.id for rule in fitting), None)
        return None

    def _read(self, text: str) -> None:
        from pipeline.extract.extractor import Extractor
        from pipeline.recognise.recogniser import Recogniser

        if not self._text:
            self._extractor = Extractor(self._patterns)
            self._recogniser = Recogniser()
        self._text = text
        self._sentences = self._extractor.sentences(self._recogniser(Document("article", text)))
