"""Which metric a figure takes up that its own words leave open: of a noun before it, or told before."""

from __future__ import annotations

from pipeline.extract.discourse import FIGURES, Discourse, Told
from pipeline.extract.drafts import Draft
from pipeline.extract.phrases import Topic, read_topic
from pipeline.rules.tables import table
from pipeline.rules.vocabulary import fits, meaning_of

_LEANS_ON = 8
_INSIDE = ("compound", "amod", "flat", "nummod", "det")


def said_before(draft: Draft, discourse: Discourse) -> str | None:
    """The metric that the nearest noun before the figure names, where it can be told in the figure's unit.

    `Freight did well: 900,000 tonnes left the quays`.
    """
    sentence, tree = draft.sentence, draft.sentence.tree
    if draft.quantity is None or not tree.parsed:
        return None
    here = discourse.told[-1].draft.sentence is sentence if discourse.told else False
    if draft.kind == "change" and here:
        return None
    for token in range(draft.token - 1, -1, -1):
        if tree.words[token] == ";":
            return None
        noun = tree.tags[token].startswith("NN") and tree.labels[token].split(":")[0] not in _INSIDE
        if not noun or sentence.at[token] is not None:
            continue
        topic = read_topic(sentence, token)
        metric = topic.metric or leaning(topic, discourse)
        if metric is None and tree.words[token].lower() in table("metrics")["leaning"]:
            return topic.phrase if draft.quantity.type in ("money", "percent") else None
        known = metric is not None and metric in table("metrics")["measured_in"]
        if metric is not None and known and fits(metric, draft.quantity, draft.kind):
            return metric
    return None


def told_before(draft: Draft, lent: Told | None, discourse: Discourse) -> str | None:
    """The metric of the figure that is taken up, else of the last one told that the figure can be of."""
    near = [lent, discourse.last(draft.quantity)]
    figures = (each for each in reversed(discourse.told) if each.claim.kind in FIGURES)
    for each in (*near, *figures):
        metric = each.claim.metric if each is not None else None
        if each is None or metric is None or not fits(metric, draft.quantity, draft.kind):
            continue
        known = metric in table("metrics")["measured_in"]
        if _may_follow(draft, each) or (each is lent and known):
            return metric
    return None


def told_of_goods(draft: Draft, discourse: Discourse, among: str = "of_goods") -> str | None:
    """What was told last of goods (exports, harvest, price): that is what the figure tells of others."""
    told = (each.claim.metric for each in reversed(discourse.told[-_LEANS_ON:]))
    of_goods = table("metrics")[among]
    return next((m for m in told if m and m in of_goods and fits(m, draft.quantity, draft.kind)), None)


def leaning(topic: Topic, discourse: Discourse, of_verb: str | None = None) -> str | None:
    """The id of a noun that is one metric or another by its verb and by what else is told: a deficit."""
    if topic.metric is not None or not topic.phrase:
        return None
    told = [each.claim.metric for each in reversed(discourse.told[-_LEANS_ON:])]
    return meaning_of(topic.phrase.split()[-1], [of_verb, *told])


def _may_follow(draft: Draft, earlier: Told) -> bool:
    """Whether a figure may be of the metric told before: a percentage of any, an amount in its unit."""
    quantity = draft.quantity
    if quantity is None or quantity.unit == "factor":
        return True
    if quantity.type == "percent":
        return earlier.claim.kind == "change" or earlier.claim.unit != "count"
    return earlier.claim.unit == (quantity.unit or "count")
