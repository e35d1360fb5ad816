"""One fact, one claim: the claims of a document that tell the same fact become one with all its mentions.

Two claims are the same when every field agrees or one is silent where the other speaks; another kind,
metric, value, period or modality is another fact. Because silence here may also mean that a field was not
found, two claims must share something of substance before silence counts as agreement (see `_substance`).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Hashable
from dataclasses import replace
from typing import Any

from pipeline.model import Claim, Extraction
from pipeline.rules.tables import table

LOOK_BACK = 100  # facts alike in kind and value that a new claim is compared with; keeps the cost linear

STRICT = ("period", "base", "direction")
LOOSE = ("subject", "counterpart", "place", "object", "speaker", "source")
FIELDS = ("metric", *STRICT, *LOOSE)
PRECISE_DIGITS = 3  # a figure of three significant digits ($4.87 billion) is hardly told twice by chance

_WORD = re.compile(r"\w+")
_SMALL_WORDS = frozenset(["a", "an", "the", "of", "in", "for", "to", "and", "s"])


def merge(extraction: Extraction) -> Extraction:
    """The extraction with each fact once, in order of its first mention."""
    facts: list[Claim] = []
    alike: defaultdict[Hashable, list[int]] = defaultdict(list)
    for claim in sorted(extraction.claims, key=lambda claim: claim.mentions[0]):
        indexes = alike[_bucket(claim)]
        same = [index for index in indexes[-LOOK_BACK:] if _same_fact(facts[index], claim)]
        if same:
            best = max(same, key=lambda index: (_agreement(facts[index], claim), index))
            facts[best] = _joined(facts[best], claim)
        else:
            indexes.append(len(facts))
            facts.append(claim)
    return replace(extraction, claims=tuple(facts))


def _bucket(claim: Claim) -> Hashable:
    """What two claims of one fact always have in common."""
    return (claim.kind, claim.action, claim.value, claim.value_max, claim.unit, claim.modality, claim.negated)


def _same_fact(one: Claim, other: Claim) -> bool:
    if one.comparator != other.comparator and "=" not in (one.comparator, other.comparator):
        return False
    if not all(_silent_or_equal(getattr(one, field), getattr(other, field)) for field in STRICT):
        return False
    if not _metrics_agree(one.metric, other.metric):
        return False
    other = _oriented(other, one)
    return all(
        _silent_or_alike(getattr(one, field), getattr(other, field)) for field in LOOSE
    ) and _substance(one, other)


def _oriented(claim: Claim, like: Claim) -> Claim:
    """A claim of trade turned the way of another one: trade of A with B is trade of B with A."""
    if claim.metric != "trade" or like.metric != "trade":
        return claim
    crossed = _alike(claim.counterpart, like.subject) or _alike(claim.subject, like.counterpart)
    return replace(claim, subject=claim.counterpart, counterpart=claim.subject) if crossed else claim


def _substance(one: Claim, other: Claim) -> bool:
    """Whether two claims that do not contradict each other have enough in common to be one fact."""
    if one.kind == "event":
        return _both(one, other, "object") or (
            _both(one, other, "period") and (_both(one, other, "subject") or _both(one, other, "place"))
        )
    if _both(one, other, "metric"):
        return True
    if one.value is None or one.kind == "rank":
        return False
    digits = len(one.value.normalize().as_tuple().digits)
    return digits >= PRECISE_DIGITS or _both(one, other, "subject") or _both(one, other, "period")


def _both(one: Claim, other: Claim, field: str) -> bool:
    """Whether both claims fill a field; they are known not to disagree."""
    return getattr(one, field) is not None and getattr(other, field) is not None


def _silent_or_equal(one: Any, other: Any) -> bool:
    return one is None or other is None or one == other


def _metrics_agree(one: str | None, other: str | None) -> bool:
    """Whether two metrics may be one: the same id, or a noun phrase and its longer form (`plants`, `gas
    plants`).
    """
    if _silent_or_equal(one, other) or one is None or other is None:
        return True
    if {one, other} & table("metrics")["nouns"].keys():
        return False
    words, others = _words(one), _words(other)
    return bool(words and others) and (words <= others or others <= words)


def _silent_or_alike(one: str | None, other: str | None) -> bool:
    return one is None or other is None or _alike(one, other)


def _alike(one: str | None, other: str | None) -> bool:
    """Whether two names are there and may be of one thing: more than half of their words are shared."""
    if one is None or other is None:
        return False
    words, others = _words(one), _words(other)
    return one == other or 2 * len(words & others) > len(words | others)


def _words(name: str) -> set[str]:
    return {word.removesuffix("s") for word in _WORD.findall(name.lower()) if word not in _SMALL_WORDS}


def _agreement(one: Claim, other: Claim) -> int:
    return sum(_both(one, other, field) for field in FIELDS)


def _joined(first: Claim, again: Claim) -> Claim:
    """The first claim with the mentions of both and the fields that only the second fills."""
    again = _oriented(again, first)
    filled = {
        field: getattr(again, field)
        for field in FIELDS
        if getattr(first, field) is None and getattr(again, field) is not None
    }
    if first.comparator == "=":
        filled["comparator"] = again.comparator
    mentions = tuple(dict.fromkeys((*first.mentions, *again.mentions)))
    return replace(first, mentions=mentions, **filled)
