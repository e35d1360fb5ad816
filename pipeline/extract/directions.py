"""Which way a figure moved: what the rule says, its own sign, the movement told before it."""

from __future__ import annotations

from pipeline.extract.discourse import Told
from pipeline.extract.drafts import Draft
from pipeline.extract.senses import sense_of
from pipeline.model import Ordinal
from pipeline.rules.tables import table

_CLOSE = 6
_OF_EITHER = ("record.most", "record.unseen", "record.extreme_level")
_TURNING = ("yet", "but", "though")
_ILLS = ("disaster", "disease", "crime")


def direction_of(draft: Draft, kind: str, metric: str | None, model: Told | None, before: Told | None) -> str:
    """`increase` or `decrease`; `model` is the claim whose movement holds here too, `before` the last one."""
    given = draft.sets.get("direction")
    if kind == "record" and _is_of_ill(draft.ordinal, metric):
        return "increase"
    if kind == "record" and (_is_low(draft.ordinal) or _goes_with_fall(draft, before)):
        return "decrease"
    if given:
        return given
    if draft.quantity is not None and draft.quantity.change is not None:
        return {"up": "increase", "down": "decrease"}[draft.quantity.change]
    return (model.claim.direction if model else None) or "increase"


def _goes_with_fall(draft: Draft, before: Told | None) -> bool:
    """Whether a record without direction of its own is of a fall just told: `fell 3%, the most since`."""
    if before is None or draft.rule.id not in _OF_EITHER or before.claim.kind not in ("change", "trend"):
        return False
    between = draft.sentence.tree.words[before.draft.token : draft.token]
    turned = len(between) > _CLOSE or not set(_TURNING).isdisjoint(between)
    return before.claim.direction == "decrease" and not turned


def _is_of_ill(ordinal: Ordinal | None, metric: str | None) -> bool:
    """Whether the worst of an ill is the most of it: `the worst flood in years`."""
    return ordinal is not None and ordinal.superlative == "worst" and sense_of(metric) in _ILLS


def _is_low(ordinal: Ordinal | None) -> bool:
    return ordinal is not None and ordinal.superlative in table("phrases")["low_superlatives"]
