"""Which metric a sum tells by what is done with it: paid for a thing, earned from goods, given as aid.

`sold the unit for $300m` tells a price, `its earnings from cocoa` exports, `$8m came as a grant` aid.
"""

from __future__ import annotations

from pipeline.extract.admit import is_measured
from pipeline.extract.by_clause import abroad, of_clause
from pipeline.extract.discourse import Discourse
from pipeline.extract.drafts import Draft
from pipeline.extract.lending import told_of_goods
from pipeline.extract.phrases import Topic, read_topic
from pipeline.rules.inflect import listed_verbs, noun_forms
from pipeline.rules.tables import table
from pipeline.rules.vocabulary import fits, is_actor, is_goods, is_light

RETAIL = 1000
"""What costs less is rather sold at a price than built or done at a cost."""
_PER_TIME = ("hour", "week", "month", "year", "day")


def of_exchange(draft: Draft) -> str | None:
    """What something is bought or sold for is its price, what it is valued at its value."""
    tree, roles = draft.sentence.tree, draft.sentence.roles
    if not _is_money(draft) or draft.kind != "level" or not tree.parsed:
        return None
    verb, preposition = roles.clause(draft.token), roles.preposition(draft.token)
    if verb is None or preposition not in ("for", "at"):
        return None
    if tree.heads[draft.token] != verb and roles.object(verb) is None:
        return None
    said = tree.lowered[verb]
    particles = (tree.lowered[at] for at in tree.children(verb, "compound:prt", "advmod"))
    verbs = {said, *(f"{said} {particle}" for particle in particles)}
    if preposition == "for" and verbs & listed_verbs("metrics", "exchanging"):
        return "price"
    return "value" if preposition == "at" and said in listed_verbs("metrics", "valuing") else None


def of_purpose(draft: Draft) -> str | None:
    """What a sum is given or taken as: `$8 million was given by the town as a grant`."""
    tree, roles = draft.sentence.tree, draft.sentence.roles
    if not _is_money(draft) or draft.kind != "level" or not tree.parsed:
        return None
    verb = roles.clause(draft.token)
    anchors = [anchor for anchor in (draft.token, verb) if anchor is not None]
    phrases = (token for anchor in anchors for token in roles.phrases(anchor).get("as", []))
    metrics = (read_topic(draft.sentence, token).metric for token in phrases if token > draft.token)
    return next((m for m in metrics if m is not None and fits(m, draft.quantity, draft.kind)), None)


def of_source(draft: Draft) -> str | None:
    """The trade that a sum comes from, whatever the verb: `fetched $900 million from garment exports`."""
    sentence = draft.sentence
    verb = sentence.roles.clause(draft.token) if sentence.tree.parsed else None
    if not _is_money(draft) or draft.kind != "level" or verb is None:
        return None
    if sentence.roles.object(verb) != draft.token:
        return None
    anchors = (draft.token, verb)
    sources = (token for anchor in anchors for token in sentence.roles.phrases(anchor).get("from", []))
    for token in sources:
        metric = read_topic(sentence, token).metric
        if token > draft.token and metric in table("metrics")["earned_by_goods"]:
            return abroad(sentence, token, metric or "")
    return None


def is_costed(draft: Draft, phrase: str) -> bool:
    """Whether an amount before a noun is its cost: of a dam, not of a fund, a fine, which are sums."""
    quantity = draft.quantity
    if quantity is None or quantity.type != "money" or is_measured(draft.sentence, draft.slots["metric"]):
        return False
    if draft.slots["metric"] < draft.token or is_light(draft.sentence.tree.lowered[draft.slots["metric"]]):
        return False
    word = phrase.partition(" of ")[0].split()[-1]
    return not any(word in noun_forms(each) for each in table("metrics")["sums"])


def of_cost(draft: Draft) -> str | None:
    """What a sum before a thing is: a price where it is small, else the cost: `a $30 ticket`."""
    quantity = draft.quantity
    if quantity is None or quantity.type != "money":
        return None
    return "price" if quantity.value < RETAIL else "cost"


def of_earnings(draft: Draft, topic: Topic, discourse: Discourse) -> str | None:
    """What is earned from goods are the exports or sales told before, a country's are exports.

    `Its earnings from cocoa`, `coffee receipts`, `receipts from tea exports`: of what is no goods, revenue.
    """
    sentence = draft.sentence
    if topic.head < 0 or topic.metric not in ("revenue", "profit"):
        return None
    if sentence.tree.lowered[topic.head] not in table("metrics")["takings"]:
        return None
    source = sentence.roles.phrase(topic.head, "from")
    below = read_topic(sentence, source) if source is not None else None
    traded = below.metric if below is not None else None
    if traded in table("metrics")["of_goods"] and fits(traded or "", draft.quantity, draft.kind):
        return traded
    words = (topic.phrase or "").split()[:-1] if below is None else (below.phrase or "").split()
    told = told_of_goods(draft, discourse, "earned_by_goods")
    if below is not None and told is not None:
        return told
    if is_goods(words):
        company = discourse.is_organisation(topic.subject or discourse.salience.leading)
        return told or ("revenue" if company else "exports")
    return "revenue" if below is not None and source is not None and sentence.name(source) is None else None


def of_pay(draft: Draft, topic: Topic) -> str | None:
    """What people earn for a time is their pay: `nurses earn $900 a month`."""
    quantity, token = draft.quantity, draft.slots.get("metric")
    if not _is_money(draft) or quantity is None or quantity.per not in _PER_TIME:
        return None
    if token is None or draft.sentence.name(token) is not None or token > draft.token:
        return None
    word = draft.sentence.tree.lowered[token]
    people = topic.metric in (None, "jobs", "people") and not is_actor(word) and not is_goods([word])
    plural = draft.sentence.tree.tags[token] == "NNS"
    return "wages" if people and plural and of_clause(draft) in ("revenue", "production", "profit") else None


def _is_money(draft: Draft) -> bool:
    return draft.quantity is not None and draft.quantity.type == "money"
