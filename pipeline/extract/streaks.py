"""How often in a row: `for the third consecutive year`, `three months running`."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from pipeline.extract.sentence import Sentence
from pipeline.model import Ordinal, Span
from pipeline.rules.tables import table

_NEAR = 9
_WORDS = ("consecutive", "straight", "successive", "running")


@cache
def _pattern() -> re.Pattern[str]:
    numbers = "|".join(table("recognise/numbers")["units"])
    unit = r"(?:year|month|quarter|week|season|day|time)s?"
    return re.compile(
        rf"\b(?P<count>\d{{1,2}}|{numbers})[\s-](?:(?:consecutive|straight|successive)[\s-]{unit}\b"
        rf"|{unit}\s(?:running|in\sa\srow|in\ssuccession)\b)",
        re.IGNORECASE,
    )


def streak(sentence: Sentence, span: Span) -> Decimal | None:
    """The number of times in a row that the sentence tells of, or None; `span` is where the record stands."""
    tree = sentence.tree
    inside = tree.tokens(*span)
    first, last = (inside[0], inside[-1]) if inside else (0, len(tree) - 1)
    for token in range(max(0, first - _NEAR), min(len(tree), last + _NEAR + 1)):
        mention = sentence.at[token]
        if mention is None or not isinstance(mention.value, Ordinal) or mention.value.superlative is not None:
            continue
        after = tree.lowered[token + 1 : token + 6]
        if set(after[:1]) & set(_WORDS) or "running" in after[:3] or {"row", "succession"} & set(after):
            return mention.value.value
    start = tree.starts[max(0, first - _NEAR)] - sentence.span[0]
    end = tree.ends[min(len(tree) - 1, last + _NEAR)] - sentence.span[0]
    found = _pattern().search(sentence.text[start:end])
    if found is None:
        return None
    count = found["count"].lower()
    return Decimal(count if count.isdecimal() else table("recognise/numbers")["units"][count])
