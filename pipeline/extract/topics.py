"""What stands in the metric slot of a draft, or in what the noun there only leads to."""

from __future__ import annotations

from dataclasses import replace

from pipeline.extract.admit import is_measured
from pipeline.extract.drafts import Draft
from pipeline.extract.naming import is_abstract
from pipeline.extract.phrases import Topic, read_topic
from pipeline.extract.sentence import Sentence
from pipeline.rules.inflect import listed_verbs
from pipeline.rules.tables import table
from pipeline.rules.vocabulary import adds_nothing, fits, metric_of_phrase, metric_of_words

_RELATIVE = ("which", "that")
_ENDS = ("to", "from", "at", "below", "above", "under")


def topic_of(draft: Draft) -> Topic:
    """The noun phrase in the draft's metric slot, read; an empty topic where the slot is."""
    token = draft.slots.get("metric")
    if token is None:
        return Topic(-1, partial="metric" not in draft.sets)
    sentence = draft.sentence
    if sentence.tree.parsed and sentence.tree.lowered[token] in table("metrics")["steps"]:
        verb = sentence.roles.clause(token)
        mover = sentence.roles.subject(verb) if verb is not None else None
        token = token if mover is None else mover
    if draft.kind == "change":
        token = _grown(sentence, token)
    if draft.kind == "rank" and sentence.tree.labels[token] == "compound":
        token = max(token, sentence.tree.heads[token])
    token = _under_name(draft, _before_time(sentence, token))
    topic = _joined(sentence, replace(read_topic(sentence, token)), draft.token)
    if topic.metric == "trade" and (topic.phrase or "").split()[0] in table("metrics")["sessions"]:
        return Topic(token, partial=True)
    if token < draft.token < topic.head:
        return Topic(token, partial=True)
    brought = _brought(draft, topic)
    if brought is not None:
        return read_topic(sentence, brought)
    amounting = _that_amounts(sentence, token)
    if amounting is not None:
        return read_topic(sentence, amounting)
    if topic.phrase == "demand" and not _is_used_up(draft, topic.head):
        topic.metric = None
    above = _measured_above(draft, token)
    unfit = topic.metric is not None and not fits(topic.metric, draft.quantity, draft.kind)
    if above is not None and (topic.metric is None or unfit):
        return read_topic(sentence, above)
    if (
        unfit
        and draft.quantity is not None
        and draft.quantity.type == "quantity"
        and topic.metric in table("metrics")["counted"]
    ):
        return Topic(token, partial=True)  # `the contract provides for 200 tonnes`
    if topic.metric is None and topic.head == token and is_abstract(sentence, token):
        topic.partial = topic.partial or adds_nothing(topic.phrase)
    return topic


def _before_time(sentence: Sentence, token: int) -> int:
    """The noun before a time that was taken for what is measured: `output this season is put at 5 tonnes`."""
    if not sentence.is_period(token):
        return token
    tree, before = sentence.tree, sentence.extent(token)[0] - 1
    if before > 0 and tree.lowered[before] in _RELATIVE:
        before -= 2 if tree.words[before - 1] == "," else 1
    return before if before >= 0 and tree.tags[before].startswith("NN") else token


def _under_name(draft: Draft, token: int) -> int:
    """What is worth a sum, where a name stands between: `an offer from Acme worth $5m`."""
    tree, name = draft.sentence.tree, draft.sentence.name(token)
    head = tree.heads[token] if tree.parsed else token
    named = name is not None and name.type in ("organisation", "person")
    if draft.rule.id != "level.worth" or not named or tree.labels[token] != "nmod" or head > token:
        return token
    return head


def _joined(sentence: Sentence, topic: Topic, figure: int) -> Topic:
    """A topic with the noun that a parser cut off: `capital spending` where the head found is `capital`."""
    tree, after, before = sentence.tree, topic.head + 1, topic.head - 1
    single = topic.metric is None and topic.phrase == tree.lowered[topic.head]
    if single and before > 0 and tree.tags[before] == "NN" and sentence.roles.preposition(before) == "of":
        topic.phrase = f"{tree.lowered[before]} {topic.phrase}"  # `the rate of housing starts`
    if topic.head < 0 or after >= figure or sentence.at[after] is not None:
        return topic
    if not tree.tags[after].startswith(("NN", "VBG")) or not tree.tags[topic.head].startswith("NN"):
        return topic
    words = [tree.lowered[at] for at in (topic.head, after)]
    metric = metric_of_phrase(words)
    many = tree.tags[topic.head] == "NN" and tree.tags[after] == "NNS" and is_measured(sentence, after)
    if metric is not None or many:
        topic.metric = metric or metric_of_words(words)
        topic.phrase, topic.head, topic.partial = " ".join(words), after, False
    return topic


def _grown(sentence: Sentence, token: int) -> int:
    """What grows, where the slot holds the growth: `exports` for `the forecast for export growth`."""
    tree = sentence.tree
    if not tree.parsed or tree.lowered[token] not in table("metrics")["economic"]:
        return token
    named = [at for at in tree.children(token, "compound") if at < token and is_measured(sentence, at)]
    return named[-1] if named else token


def _that_amounts(sentence: Sentence, token: int) -> int | None:
    """What comes to a sum that a noun only leads to: `contracts were signed to the tune of $5m`."""
    tree, roles = sentence.tree, sentence.roles
    if tree.lowered[token] not in table("metrics")["amounting"] or not tree.parsed:
        return None
    verb = roles.clause(token)
    if roles.preposition(token) not in ("to", "in") or verb is None or tree.heads[token] != verb:
        return None
    return roles.thing(verb) or roles.subject(verb)


def _is_used_up(draft: Draft, head: int) -> bool:
    """Whether demand is consumption: for nothing named, for petrol, or told in a unit of measure."""
    sentence, quantity = draft.sentence, draft.quantity
    wanted = sentence.roles.phrase(head, "for") if sentence.tree.parsed else None
    measured = quantity is not None and quantity.type == "quantity"
    return measured or wanted is None or sentence.tree.lowered[wanted] in table("metrics")["used_up"]


def _brought(draft: Draft, topic: Topic) -> int | None:
    """What a verb brings to a figure, not who does: `the board cut the ration to ten`."""
    tree, roles, token = draft.sentence.tree, draft.sentence.roles, draft.token
    verb = roles.clause(token) if tree.parsed else None
    if verb is None or draft.kind != "level" or roles.preposition(token) not in _ENDS:
        return None
    if tree.heads[token] != verb or tree.lowered[verb] not in listed_verbs("metrics", "bringing"):
        return None
    thing, doer = roles.object(verb), roles.doer(verb)
    if thing is None or thing == token or draft.sentence.quantity(thing) or draft.sentence.name(thing):
        return None
    if topic.head != doer or not tree.tags[thing].startswith("NN") or draft.sentence.is_period(thing):
        return None
    return thing


def _measured_above(draft: Draft, token: int) -> int | None:
    """The noun with an id that an unmeasured one hangs on: `loss` in `at a loss to the town of $3m`."""
    sentence = draft.sentence
    tree = sentence.tree
    if not tree.parsed or token > draft.token:
        return None
    metric = read_topic(sentence, token).metric
    if is_measured(sentence, token) and (metric is None or fits(metric, draft.quantity, draft.kind)):
        return None
    head = tree.heads[token]
    if tree.labels[token].split(":")[0] != "nmod" or head >= token or not tree.tags[head].startswith("NN"):
        return None
    known = sentence.name(head) is None and read_topic(sentence, head).metric is not None
    return head if known or tree.lowered[head] in table("measured")["nouns"] else None
