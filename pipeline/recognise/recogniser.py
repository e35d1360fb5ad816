"""The recognise stage: every recogniser over one document, their mentions in one order."""

from __future__ import annotations

from pipeline.model import Document, Mention, Period, Recognition
from pipeline.recognise.dollars import dollar_of
from pipeline.recognise.names import find_names
from pipeline.recognise.ordinals import find_ordinals
from pipeline.recognise.periods import find_periods
from pipeline.recognise.quantities import find_quantities
from pipeline.recognise.sentences import split
from pipeline.recognise.terms import find_terms


class Recogniser:
    """Turns a document into its sentences and typed mentions. Mentions of different types may overlap."""

    def __call__(self, document: Document) -> Recognition:
        text = document.text
        sentences = tuple(split(text, [(region.start, region.end) for region in document.regions]))
        periods = find_periods(text, document.published)
        dates = [mention.span for mention in periods if _dated(mention)]
        mentions = [
            *periods,
            *find_quantities(text, dates, dollar_of(text, document.publisher)),
            *find_ordinals(text, dates),
            *find_names(text, sentences, document.regions),
            *find_terms(text),
        ]
        return Recognition(document, sentences, tuple(sorted(mentions, key=lambda m: (m.start, -m.end))))


def _dated(mention: Mention) -> bool:
    """Whether its numbers belong to a date: `2025` is no quantity, the three of `three years` is one."""
    return isinstance(mention.value, Period) and not mention.value.duration
