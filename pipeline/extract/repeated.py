"""Which metric a figure repeats from the one that stands before it in its sentence.

`Oil made up 31 percent of the volume and grain 18 percent`: the verb is left out, and both are shares;
`200 tonnes of mohair worth $3 million`: the sum and the tonnes are of one and the same trade.
"""

from __future__ import annotations

from pipeline.extract.by_clause import of_clause
from pipeline.extract.discourse import Discourse, Told
from pipeline.extract.drafts import Draft
from pipeline.extract.phrases import Topic
from pipeline.rules.tables import table
from pipeline.rules.vocabulary import fits

_WORTH_WITHIN = 3
_WORTH = ("worth", "valued")
_FAR = 16


def of_repeated(draft: Draft, topic: Topic, discourse: Discourse) -> str | None:
    """What a figure beside another repeats of it, if anything."""
    return (
        _of_figure_beside(draft, discourse)
        or _of_gap(draft, topic, discourse)
        or _of_worth(draft, discourse)
        or _of_partner(draft, topic, discourse)
    )


def of_part(draft: Draft, lent: Told) -> str | None:
    """What is done with a part of goods: `a crop of 9 million tonnes, of which 2 million were exported`."""
    goods = table("metrics")["of_goods"]
    if draft.rule.id != "level.of_which" or lent.claim.metric not in goods:
        return None
    done = of_clause(draft)
    return done if done in goods and fits(str(done), draft.quantity, draft.kind) else None


def _of_gap(draft: Draft, topic: Topic, discourse: Discourse) -> str | None:
    """`share` where a percentage without verb or noun of its own follows a share: `and grain 18 percent`."""
    quantity, before = draft.quantity, _told_here(draft, discourse)
    if quantity is None or quantity.unit != "percent" or draft.kind != "level" or before is None:
        return None
    if before.claim.metric != "share" or before.claim.kind != "level" or draft.trigger != draft.token:
        return None
    own = before.draft.token < topic.head < draft.token and topic.metric is not None
    verbs = range(before.draft.token + 1, draft.token)
    return None if own or any(draft.sentence.roles.is_verb(token) for token in verbs) else "share"


def _of_worth(draft: Draft, discourse: Discourse) -> str | None:
    """What goods worth a sum are told as: `imported 200 tonnes of mohair worth $3 million`."""
    quantity, before = draft.quantity, _told_here(draft, discourse)
    if quantity is None or quantity.type != "money" or draft.kind != "level" or before is None:
        return None
    words = draft.sentence.tree.lowered[max(before.draft.token, draft.token - _WORTH_WITHIN) : draft.token]
    if not any(word in _WORTH for word in words) or draft.token - before.draft.token > _FAR:
        return None
    here = discourse.told_in(draft.sentence)
    amount = next((each for each in here if each.claim.kind == "level"), None)
    metric = amount.claim.metric if amount is not None else None
    measured = amount is not None and amount.claim.unit not in ("percent", "count")
    goods = metric in table("metrics")["of_goods"]
    return metric if metric and measured and goods and fits(metric, quantity, draft.kind) else None


def _of_partner(draft: Draft, topic: Topic, discourse: Discourse) -> str | None:
    """The trade that a partner has so much of, told before: `China was the main partner with $6 billion`."""
    quantity, metrics = draft.quantity, table("metrics")
    if quantity is None or quantity.type != "money" or draft.kind != "level" or topic.metric is not None:
        return None
    before = draft.sentence.tree.lowered[: draft.token]
    if not any(word in metrics["trading"] for word in before):
        return None
    done, here = of_clause(draft), _told_here(draft, discourse)
    if done in metrics["traded"] and here is not None and here.claim.metric in metrics["traded"]:
        return done  # `sold $8bn worth of goods there and bought $2bn worth`
    told = (each.claim.metric for each in reversed(discourse.told))
    return next((metric for metric in told if metric in metrics["traded"]), None)


def _of_figure_beside(draft: Draft, discourse: Discourse) -> str | None:
    """What a record set behind a figure is of: `put growth at 6 percent, the highest in a decade`."""
    before = discourse.told[-1] if discourse.told else None
    if draft.kind != "record" or before is None or before.draft.sentence is not draft.sentence:
        return None
    tree, first = draft.sentence.tree, draft.sentence.tree.tokens(*draft.span)[0]
    opening = tree.lowered[max(0, first - 2) : first]
    after = before.draft.quantity is not None and before.draft.token < first
    return before.claim.metric if after and opening == (",", "the") else None


def _told_here(draft: Draft, discourse: Discourse) -> Told | None:
    """The claim told last, where it stands in the draft's own sentence and has a figure."""
    before = discourse.told[-1] if discourse.told else None
    if before is None or before.draft.sentence is not draft.sentence or before.draft.quantity is None:
        return None
    return before if before.draft.token < draft.token else None
