"""Which metric a draft is about: its own noun, its verb, its unit, or the metric told before."""

from __future__ import annotations

from pipeline.extract.admit import is_measured
from pipeline.extract.discourse import Discourse, Told
from pipeline.extract.drafts import Draft
from pipeline.extract.phrases import Topic, is_abstract, read_topic
from pipeline.extract.ranks import ranked
from pipeline.rules.inflect import noun_forms
from pipeline.rules.tables import table
from pipeline.rules.vocabulary import metric_of_country, metric_of_unit, metric_of_verb, metric_of_words


def topic_of(draft: Draft) -> Topic:
    """The noun phrase in the draft's metric slot, read; an empty topic where the slot is."""
    token = draft.slots.get("metric")
    if token is None:
        return Topic(-1, partial="metric" not in draft.sets)
    topic = read_topic(draft.sentence, token)
    if topic.metric is None and topic.head == token and is_abstract(draft.sentence, token):
        topic.partial = True
    return topic


def metric_of(draft: Draft, topic: Topic, lent: Told | None, discourse: Discourse) -> str | None:
    """The metric's id, or the article's own noun phrase; None for events."""
    if draft.kind == "event":
        return None
    fixed = draft.sets.get("metric")
    if fixed:
        return fixed
    if draft.kind == "rank":
        return ranked(draft, topic, discourse)
    if _counts_people(draft):
        return "people"
    if _grows_alone(draft):
        earlier = discourse.last(draft.quantity)
        return earlier.claim.metric if earlier is not None and earlier.claim.kind == "change" else "gdp"
    if topic.metric and not topic.partial:
        if _is_part_of(draft, topic.metric):
            return "share"
        employed = topic.metric == "people" and _metric_of_clause(draft) == "jobs"
        return "jobs" if employed else topic.metric
    if draft.like is not None and lent is not None and topic.head < 0:
        return lent.claim.metric
    own = topic.phrase if not topic.partial else None
    if topic.metric is None and _counts_its_own(draft):
        own = draft.quantity.noun if draft.quantity else None
        return metric_of_words(own.split()) or max(noun_forms(own), key=len) if own else None
    if draft.slots.get("goods") is not None:
        told = discourse.last(draft.quantity)
        same_unit = told is not None and told.claim.unit == draft.quantity.unit if draft.quantity else False
        own = _metric_of_clause(draft) or (told.claim.metric if told and same_unit else None) or own
    if draft.quantity is not None and draft.quantity.type != "number" and draft.quantity.noun is None:
        unit = metric_of_unit(draft.quantity.unit)
        if unit:
            return unit
        of_verb = _metric_of_clause(draft)
        if of_verb and (own is None or draft.slots.get("metric") == _clause_topic(draft)):
            return of_verb
    if own and not _does_it(draft):
        return _counted(draft, own)
    if own:
        told = discourse.last(draft.quantity)
        return told.claim.metric if told is not None and _may_follow(draft, told) else None
    if lent is not None and lent.claim.metric:
        return lent.claim.metric
    earlier = discourse.last(draft.quantity)
    if earlier is not None and _may_follow(draft, earlier):
        return earlier.claim.metric
    is_share = draft.quantity is not None and draft.quantity.unit == "percent" and draft.kind == "level"
    return topic.metric or topic.phrase or ("share" if is_share else None)


def _grows_alone(draft: Draft) -> bool:
    """Whether a percentage is of growth, of nothing that is named: `growth was 3%`."""
    quantity, token = draft.quantity, draft.slots.get("metric")
    if draft.kind != "change" or quantity is None or quantity.type != "percent":
        return False
    if draft.sentence.tree.words[draft.trigger].lower() not in table("phrases")["growth"]:
        return False
    return token is None or token == draft.trigger or not is_measured(draft.sentence, token)


def _counts_people(draft: Draft) -> bool:
    """Whether the counted noun is a people: `1.79 million Americans`."""
    token = draft.slots.get("metric")
    name = draft.sentence.name(token) if token is not None else None
    if token is None or name is None or draft.quantity is None or draft.quantity.unit is not None:
        return False
    return name.type == "country" and token > draft.token


def _is_part_of(draft: Draft, metric: str) -> bool:
    """Whether a percentage tells which part of things that are counted: `four in ten families`."""
    quantity = draft.quantity
    if quantity is None or quantity.unit != "percent" or draft.kind != "level":
        return False
    return metric in table("metrics")["counted"] and draft.token < draft.slots["metric"]


def _counts_its_own(draft: Draft) -> bool:
    """Whether the figure counts the noun behind it, not the one before: `reached 85,000 children`."""
    quantity = draft.quantity
    return (
        quantity is not None
        and quantity.noun is not None
        and draft.slots.get("metric", draft.token) < draft.token
    )


def _does_it(draft: Draft) -> bool:
    """Whether the noun in the metric slot is who acts on the figure: `the government set aside $5m`."""
    sentence = draft.sentence
    verb = sentence.roles.clause(draft.token) if sentence.tree.parsed else None
    token = draft.slots.get("metric")
    return (
        verb is not None and token == sentence.roles.doer(verb) and sentence.roles.object(verb) == draft.token
    )


def _may_follow(draft: Draft, earlier: Told) -> bool:
    """Whether a figure may be of the metric told before: a percentage of any, an amount in its unit."""
    quantity = draft.quantity
    if quantity is None or quantity.unit == "factor":
        return True
    if quantity.type == "percent":
        return earlier.claim.kind == "change" or earlier.claim.unit != "count"
    return earlier.claim.unit == (quantity.unit or "count")


def _metric_of_clause(draft: Draft) -> str | None:
    tree = draft.sentence.tree
    verb = draft.sentence.roles.clause(draft.token) if tree.parsed else None
    if verb is None:
        return None
    doer = draft.sentence.roles.doer(verb)
    name = draft.sentence.name(doer) if doer is not None else None
    words = [word.lower() for word in tree.words[verb : verb + 2]]
    return (
        metric_of_country(words) if name is not None and name.type == "country" else None
    ) or metric_of_verb(words)


def _clause_topic(draft: Draft) -> int | None:
    roles = draft.sentence.roles
    verb = roles.clause(draft.token) if draft.sentence.tree.parsed else None
    return roles.subject(verb) if verb is not None else None


def _counted(draft: Draft, phrase: str) -> str:
    """A counted noun in the plural, though a compound has it in the singular: `30-member` counts members."""
    quantity = draft.quantity
    if quantity is None or quantity.unit is not None or quantity.value == 1 or " of " in phrase:
        return phrase
    words, token, tree = phrase.split(), draft.slots["metric"], draft.sentence.tree
    plural = words[-1].endswith("s") or (tree.parsed and tree.tags[token] == "NNS")
    if plural or token < draft.token:
        return phrase
    return " ".join([*words[:-1], max(noun_forms(words[-1]), key=len)])
