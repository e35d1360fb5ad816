"""Whose price a quotation is: the goods that trade, or what someone foresees to trade at so much."""

from __future__ import annotations

from pipeline.extract.admit import is_measured
from pipeline.extract.discourse import Discourse
from pipeline.extract.drafts import Draft
from pipeline.extract.mood import is_judging
from pipeline.extract.naming import is_abstract, party, phrase_words
from pipeline.extract.phrases import Topic, read_topic
from pipeline.rules.tables import table

_MARKET = 6
_OF_MARKETS = ("index", "exchange rate")


def judged(draft: Draft) -> str | None:
    """Whose price someone foresees: `sees Brent at $90`, `rates shares in Acme at 85 pence`."""
    sentence = draft.sentence
    verb = sentence.roles.clause(draft.token) if sentence.tree.parsed else None
    if verb is None or not is_judging(sentence.tree.words[verb]):
        return None
    thing = sentence.roles.object(verb)
    if thing is None or sentence.at[thing] is sentence.at[draft.token]:
        return None
    if sentence.tree.tags[thing].startswith("NNP"):
        return party(sentence, thing)
    return read_topic(sentence, thing).subject


def of_shares(draft: Draft, topic: Topic, discourse: Discourse) -> str | None:
    """What of a firm moves by so much where markets are told of: the price of its shares, no index."""
    sentence, head = draft.sentence, topic.head
    if draft.kind not in ("change", "same") or draft.quantity is None or draft.quantity.type != "percent":
        return None
    if topic.metric is not None or head < 0 or not sentence.tree.tags[head].startswith("NNP"):
        return None
    name = sentence.name(head)
    firm = name.type == "organisation" if name is not None else sentence.at[head] is None
    told = (each.claim.metric for each in discourse.told[-_MARKET:])
    return "price" if firm and any(metric in _OF_MARKETS for metric in told) else None


def quoted(draft: Draft, topic: Topic) -> str | None:
    """The goods themselves whose price moves: `cocoa futures closed up 0.8%`."""
    sentence, head = draft.sentence, topic.head
    if topic.metric is not None and sentence.tree.lowered[head] != "futures":
        return None
    if topic.anaphoric or head < 0 or sentence.quantity(head) is not None:
        return None
    word = sentence.tree.lowered[head]
    first = sentence.roles.noun_phrase(head)[0]
    if word == "futures":
        return phrase_words(sentence, first, head - 1) or None if first < head else None
    if word in table("phrases")["papers"] or is_abstract(sentence, head) or is_measured(sentence, head):
        return None
    return party(sentence, head) if sentence.tree.labels[head].startswith("nsubj") else None
