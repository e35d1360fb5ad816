"""Of what growth is that names nothing: the economy's, or what was just said to grow."""

from __future__ import annotations

from pipeline.extract.admit import is_measured
from pipeline.extract.discourse import Discourse, Told
from pipeline.extract.drafts import Draft
from pipeline.extract.phrases import Topic
from pipeline.rules.tables import table


def is_growth(draft: Draft, kind: str, metric: str | None, before: Told | None) -> bool:
    """Whether a percentage told of the economy after its growth is growth: `up 7 percent, after 6`."""
    if kind != "level" or metric != "gdp" or draft.quantity is None or draft.quantity.unit != "percent":
        return False
    return before is not None and (before.claim.kind, before.claim.metric) == ("change", "gdp")


def of_growth(draft: Draft, topic: Topic, discourse: Discourse) -> str | None:
    """Growth of nothing that is named is of what was just said to grow, else the economy's.

    `Peru saw growth of 2.8 percent`.
    """
    quantity, token = draft.quantity, draft.slots.get("metric")
    if draft.kind not in ("change", "level") or topic.metric is not None:
        return None
    if quantity is None or quantity.type != "percent":
        return None
    tree, economic = draft.sentence.tree, table("metrics")["economic"]
    if token is not None and tree.lowered[token] in economic:
        below = [at for at in tree.children(token, "compound") if not draft.sentence.is_period(at)]
        if not below and not draft.sentence.roles.phrases(token):
            return "gdp"  # `the estimate for growth`
    if tree.lowered[draft.trigger] not in economic:
        return None
    name = draft.sentence.name(token) if token is not None else None
    alone = token is None or token == draft.trigger or not is_measured(draft.sentence, token)
    if not alone and (name is None or name.type != "country"):
        return None
    before = discourse.told[-1] if discourse.told else None
    if before is None or not alone or before.claim.metric in table("metrics")["economic"]:
        return "gdp"
    here = before.draft.sentence is draft.sentence and before.claim.metric != "share"
    grew = before.claim.kind == "change" and before.draft.sentence.paragraph == draft.sentence.paragraph
    return before.claim.metric if here or grew else "gdp"
