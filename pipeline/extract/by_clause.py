"""Which metric the clause of a figure tells: its verb, its object, its subject, what is done more of."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

from pipeline.extract.drafts import Draft
from pipeline.extract.phrases import read_topic
from pipeline.extract.sentence import Sentence
from pipeline.rules.tables import table
from pipeline.rules.vocabulary import fits, metric_of_country, metric_of_verb, metric_of_words

_ABROAD_WITHIN = 8
_AT_HAND = 64
_LOST_WITHIN = 6
_PARTNER_WITHIN = 3
_PLACING = ("in", "on", "up", "over", "off", "out")
"""With nouns of their own these are no particles: `bring trade to $5bn in the near future`."""


def abroad(sentence: Sentence, token: int, metric: str) -> str:
    """What is sold to other countries is exported: `sales of copper abroad`; read behind a token."""
    words = sentence.tree.words[token + 1 : token + 1 + _ABROAD_WITHIN]
    clause = words[: words.index(",")] if "," in words else words
    there = any(word.lower() in ("abroad", "overseas") for word in clause)
    return str(table("metrics")["abroad"].get(metric, metric)) if there else metric


def of_clause(draft: Draft) -> str | None:
    """The metric that the verb of a figure's clause, with its particle, gives what it governs."""
    tree = draft.sentence.tree
    verb = draft.sentence.roles.clause(draft.token) if tree.parsed else None
    if verb is None or not tree.tags[verb].startswith(("VB", "JJ")):
        lost = _of_lost_verb(draft)
        if verb is None or lost is not None:
            return lost
    of_country, alone, found = _of_verb(draft.sentence, verb)
    if of_country is not None:
        return of_country
    fitting = (metric for metric in found if fits(metric, draft.quantity, draft.kind))
    return next(fitting, alone or next(iter(found), None))


@lru_cache(maxsize=_AT_HAND)
def _of_verb(sentence: Sentence, verb: int) -> tuple[str | None, str | None, list[str]]:
    """What a verb tells where a country does it, what it tells alone, and what with the words behind it."""
    tree = sentence.tree
    said = tree.lowered[verb]
    doer = sentence.roles.doer(verb)
    name = sentence.name(doer) if doer is not None else None
    of_country = metric_of_country([said]) if name is not None and name.type == "country" else None
    behind = [*tree.words[verb + 1 : verb + 2], *(tree.words[at] for at in tree.children(verb) if at > verb)]
    behind += [word for word in sentence.roles.phrases(verb) if word not in _PLACING]
    behind += [tree.words[mark] for at in tree.children(verb, "advcl") for mark in tree.children(at, "mark")]
    words = [word.lower() for word in behind]
    pairs = (metric_of_verb([said, *rest]) for rest in (*pairwise(words), *((word,) for word in words)))
    alone = metric_of_verb([said])
    return of_country, alone, [metric for metric in pairs if metric is not None and metric != alone]


def _of_lost_verb(draft: Draft) -> str | None:
    """The metric of the last word before a figure that can be such a verb, where the parser saw none."""
    words = draft.sentence.tree.lowered
    for at in range(draft.token - 1, max(0, draft.token - _LOST_WITHIN) - 1, -1):
        if not words[at][0].isalpha():
            return None
        metric = metric_of_verb(words[at : at + 2])
        known = metric_of_words(words[at : at + 1]) is not None
        if metric is not None and not known and fits(metric, draft.quantity, draft.kind):
            return metric
    return None


def near(draft: Draft) -> list[str | None]:
    """What the words of the figure's subject tell: `the trade account showed a deficit of $3m`."""
    sentence = draft.sentence
    verb = sentence.roles.clause(draft.token) if sentence.tree.parsed else None
    token = sentence.roles.subject(verb) if verb is not None else None
    words = (read_topic(sentence, token).phrase or "").split() if token is not None else []
    found = [metric_of_words(words[:end]) for end in range(len(words), 0, -1)]
    abroad = ("with", "trade"), ("from", "tourists")
    return [*found, *(metric for word, metric in abroad if _and_country(sentence, draft, word))]


def _and_country(sentence: Sentence, draft: Draft, preposition: str) -> bool:
    """Whether a country is told of with a noun or its figure, as of trade and travel: `a deficit with China`,
    `arrivals from China`.
    """
    words = sentence.tree.lowered
    start = min(draft.slots.get("metric", draft.token), draft.token)
    for at in range(start, min(sentence.extent(draft.token)[1] + _PARTNER_WITHIN, len(words) - 1)):
        behind = at + 2 if words[at + 1] == "the" and at + 2 < len(words) else at + 1
        name = sentence.name(behind)
        if words[at] == preposition and name is not None and name.type == "country" and not name.adjective:
            return True
    return False


def of_object(draft: Draft) -> str | None:
    """What is done to the figure's noun: `it supplies electricity to 300 homes`."""
    sentence = draft.sentence
    verb = sentence.roles.clause(draft.token) if sentence.tree.parsed else None
    token = sentence.roles.object(verb) if verb is not None else None
    return read_topic(sentence, token).metric if token is not None and token != draft.token else None


def supplied(draft: Draft) -> list[str]:
    """`electricity_generation` where power is told of before a figure: `enough power for 300 homes`."""
    before = set(draft.sentence.tree.lowered[: draft.token])
    if not set(sentence_words(draft)).isdisjoint(table("metrics")["travel"]):
        return ["flights"]
    return ["electricity_generation"] if not before.isdisjoint(table("metrics")["power"]) else []


def sentence_words(draft: Draft) -> list[str]:
    """The words of a draft's sentence, lower-case and without the `s` of the plural."""
    return [word.lower().removesuffix("s") for word in draft.sentence.tree.words]


def of_comparison(draft: Draft, metric: str) -> str:
    """What is done more or less of: the verb's metric, or the thing counted: `carried 9% more passengers`."""
    tree, at = draft.sentence.tree, draft.token + 1
    while at < len(tree.words) and tree.lowered[at] not in ("more", "fewer", "less"):
        at += 1
    while at + 1 < len(tree.words) and tree.tags[at + 1].startswith(("JJ", "NN", "HYPH")):
        at += 1
    named = at < len(tree.words) and tree.tags[at].startswith("NN")
    noun = read_topic(draft.sentence, at).metric if named else None
    if noun is not None and noun in table("metrics")["counted"]:
        return metric if metric in table("metrics")["by_verb"].get(noun, ()) else noun
    return str(table("metrics")["done_less"].get(metric, metric))
