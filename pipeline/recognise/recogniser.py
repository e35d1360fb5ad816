"""The recognise stage: every recogniser over one document, their mentions in one order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from pipeline.model import Document, Mention, Name, Period, Recognition
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
        names = find_names(text, sentences, document.regions)
        periods = _unnamed(find_periods(text, document.published), names)
        dates = [mention.span for mention in periods if _dated(mention)]
        mentions = [
            *periods,
            *find_quantities(text, dates, dollar_of(text, document.publisher, _countries(names))),
            *find_ordinals(text, dates),
            *names,
            *_unnamed(find_terms(text), names),
        ]
        return Recognition(document, sentences, tuple(sorted(mentions, key=lambda m: (m.start, -m.end))))


def _countries(names: Sequence[Mention]) -> Counter[str]:
    """How often each country is named."""
    values = (each.value for each in names)
    return Counter(name.canonical for name in values if isinstance(name, Name) and name.type == "country")


def _unnamed(found: Iterable[Mention], names: Sequence[Mention]) -> list[Mention]:
    """Months and words that are no part of somebody's longer name: `Jan Novak`, `Theresa May`."""
    persons = [each for each in names if isinstance(each.value, Name) and each.value.type == "person"]
    within = {at for each in persons if len(each.text.split()) > 1 for at in range(each.start, each.end)}
    return [each for each in found if not (each.start in within and each.end - 1 in within)]


def _dated(mention: Mention) -> bool:
    """Whether its numbers belong to a date: `2025` is no quantity, the three of `three years` is one."""
    return isinstance(mention.value, Period) and not mention.value.duration
