"""An earlier time that opens the clause of a figure: `A year ago it stood at 31`."""

from __future__ import annotations

from pipeline.extract.nearness import timed
from pipeline.extract.sentence import Sentence
from pipeline.model import Period
from pipeline.rules.tables import table

_LEAD = 5


def set_in(sentence: Sentence, token: int) -> Period | None:
    """An earlier time that opens the clause of a figure and is its own: `a year ago it stood at 31`."""
    for item in timed(sentence):
        if item.last > token or not (item.period.shift or "").startswith("-"):
            continue
        words = sentence.tree.lowered
        between = range(item.last + 1, token)
        other = any(sentence.quantity(t) and sentence.at[t] is not sentence.at[token] for t in between)
        other = other and not _joined(sentence, token)
        lead = words[max(0, item.first - _LEAD) : item.first]
        compared = any(
            word in (*table("phrases")["comparing"], "from", "above", "below", "as") for word in lead
        )
        stopped = any(words[t] in (";", ":") for t in between)
        opens = item.first == 0 or words[item.first - 1] in (
            ";",
            ",",
            "but",
            "and",
            "in",
            "the",
            "while",
            "whereas",
            "though",
            "although",
            "that",
            "at",
        )
        apart = sentence.roles.clause(item.first) != sentence.roles.clause(token)
        if opens and not (other or compared or stopped or apart):
            return item.period
    return None


def _joined(sentence: Sentence, token: int) -> bool:
    """Whether a figure is joined to the one before it: `a year ago it stood at 31 tonnes and $20`."""
    token, _ = sentence.extent(token)
    return sentence.tree.lowered[token - 1] == "and" and sentence.quantity(token - 2) is not None
