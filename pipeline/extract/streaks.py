"""How often in a row: `for the third consecutive year`, `three months running`."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from pipeline.extract.sentence import Sentence
from pipeline.model import Ordinal, Span
from pipeline.rules.tables import table

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
    words = [word.lower() for word in sentence.tree.words]
    for token, mention in enumerate(sentence.at):
        if mention is None or not isinstance(mention.value, Ordinal) or mention.value.superlative is not None:
            continue
        after = words[token + 1 : token + 6]
        if after[:1] and after[0] in _WORDS or "row" in after[:5] or "running" in after[:3] or "succession" in after:
            return mention.value.value
    found = _pattern().search(sentence.text)
    if found is None:
        return None
    count = found["count"].lower()
    return Decimal(count if count.isdecimal() else table("recognise/numbers")["units"][count])
