"""What sort of thing a noun names: a `facility`, a `good`, `people`. The sorts are data
(`patterns/senses.yaml`).
"""

from __future__ import annotations

from functools import cache, lru_cache

from pipeline.extract.lemmas import lemma
from pipeline.model import Quantity
from pipeline.rules.tables import table

_KNOWN_PHRASES = 4096


@lru_cache(maxsize=_KNOWN_PHRASES)
def sense_of(phrase: str | None) -> str:
    """The sort of what a noun phrase names, by its last word.

    `none` without a word, `unknown` for one that is not listed.
    """
    words = phrase.lower().removesuffix("'s").split() if phrase else []
    if not words:
        return "none"
    known = _senses()
    for form in (words[-1], words[-1].rpartition("-")[2] or words[-1]):
        sense = known.get(form) or known.get(lemma(form, "NNS"))
        if sense is not None:
            return sense
    return "unknown"


def sense_counted(quantity: Quantity) -> str:
    """The sort of what a quantity counts, `none` where that is not told.

    A plural may have a sort of its own: nine miners are people, the miner is a firm.
    """
    phrase = quantity.counted or quantity.noun
    plural = f"{phrase}s".lower().split() if phrase else [""]
    return _senses().get(plural[-1]) or sense_of(phrase)


@cache
def _senses() -> dict[str, str]:
    return {word: sense for sense, words in table("senses").items() for word in words.split()}
