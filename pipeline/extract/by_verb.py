"""Which metric a verb tells by more than its object: what has room for so much, lends at so much.

`a shed able to store 900 tons` tells a capacity, `lends at 9 percent` an interest rate.
"""

from __future__ import annotations

from itertools import pairwise

from pipeline.extract.by_clause import abroad
from pipeline.extract.discourse import Discourse
from pipeline.extract.drafts import Draft
from pipeline.extract.figures import is_percentage
from pipeline.extract.lending import is_part_of_number
from pipeline.extract.phrases import Topic
from pipeline.rules.inflect import listed_verbs, verb_forms
from pipeline.rules.tables import table
from pipeline.rules.vocabulary import fits, metric_of_rating, metric_of_verb

_WORTH_WITHIN = 3
_WORTH = ("worth", "valued")
_BOUNDS = ("about", "around", "over", "under")
_SUBJECTS = ("nsubj", "nsubj:pass")
_SOURCES = ("from", "in", "for")
_FAR = 20
_AMOUNTS = ("quantity", "number")


def of_room(draft: Draft, topic: Topic) -> str | None:
    """How much something can hold or handle is its capacity: `able to store 900 tons`, `can seat 400`."""
    sentence, quantity = draft.sentence, draft.quantity
    verb = sentence.roles.clause(draft.token) if sentence.tree.parsed else None
    if verb is None or draft.kind != "level" or quantity is None or quantity.type not in _AMOUNTS:
        return None
    tree = sentence.tree
    if tree.lowered[verb] not in listed_verbs("metrics", "holding") or not _is_able(draft, verb):
        return None
    things = topic.metric is None or topic.metric in table("metrics")["roomed"]
    return "capacity" if things and fits("capacity", quantity, draft.kind) else None


def _is_able(draft: Draft, verb: int) -> bool:
    """Whether something is said to be able to do what a verb tells: `can`, `able to`, `designed to`."""
    tree, enabling = draft.sentence.tree, table("metrics")["enabling"]
    helpers = [tree.lowered[at] for at in tree.children(verb, "aux")]
    if any(word in enabling["helpers"] for word in helpers):
        return True
    above = tree.lowered[tree.heads[verb]]
    before = tree.lowered[max(0, verb - 2) : verb]
    return above in enabling["words"] or any(word in enabling["words"] for word in before)


def of_rated(draft: Draft) -> str | None:
    """What a verb tells by a percentage: `lends at 9 percent`, `bonds yielded 4 percent`."""
    sentence, quantity = draft.sentence, draft.quantity
    if not sentence.tree.parsed or draft.kind != "level" or quantity is None or quantity.unit != "percent":
        return None
    verb = sentence.roles.clause(draft.token)
    verb = sentence.tree.heads[draft.token] if verb is None else verb  # `lends` taken for a noun
    mention = sentence.at[draft.token]
    if mention is not None and is_part_of_number(mention.text):
        return "share"
    said, preposition = sentence.tree.lowered[verb], sentence.roles.preposition(draft.token)
    governed = [said] if preposition in (None, *_BOUNDS) else [said, preposition or ""]
    metric = metric_of_rating(" ".join(governed))
    if metric is not None:
        return metric
    whole = sentence.tree.labels[draft.token] in _SUBJECTS
    return "share" if whole and not sentence.tree.children(verb, "cop") else None


def of_lending(draft: Draft) -> str | None:
    """The rate of what is lent, told just before it: `a loan of $4m at 2 percent`."""
    tree, first = draft.sentence.tree, draft.sentence.extent(draft.token)[0]
    before = (tree.lowered[at] for at in range(max(0, first - _FAR // 2), first))
    at_rate = draft.sentence.roles.preposition(draft.token) == "at" and is_percentage(draft)
    lent = at_rate and any(word in table("metrics")["lent"] for word in before)
    return (
        "interest_rate"
        if lent and "of" not in draft.sentence.tree.words[draft.token + 1 : draft.token + 2]
        else None
    )


def of_worth(draft: Draft, topic: Topic) -> str | None:
    """What a thing that is no sum itself is worth is its value: `the firm is worth $2bn`."""
    quantity, tree = draft.quantity, draft.sentence.tree
    if draft.kind != "level" or quantity is None or quantity.type != "money" or topic.anaphoric:
        return None
    before = tree.lowered[max(0, draft.token - _WORTH_WITHIN) : draft.token]
    at_worth = any(word in _WORTH for word in before)
    return "value" if at_worth and topic.metric in table("metrics")["valued"] else None


def is_handed(draft: Draft) -> bool:
    """Whether a sum goes to someone, so that it is no price: `pays every guest $90`, `pays out $90`."""
    tree = draft.sentence.tree
    verb = draft.sentence.roles.clause(draft.token) if tree.parsed else None
    if verb is None or metric_of_verb([tree.lowered[verb]]) != "payment":
        return False
    given = [*tree.children(verb, "iobj"), *draft.sentence.roles.phrases(verb).get("to", [])]
    return bool(given) or any(tree.lowered[at] == "out" for at in tree.children(verb, "compound:prt"))


def of_carried(draft: Draft, topic: Topic) -> str | None:
    """People who are carried are passengers: `the line flew 3 million people`."""
    sentence = draft.sentence
    verb = sentence.roles.clause(draft.token) if sentence.tree.parsed else None
    if topic.metric != "people" or draft.kind != "level" or verb is None or topic.head < draft.token:
        return None
    carried = sentence.tree.lowered[verb] in listed_verbs("metrics", "carrying")
    return "passengers" if carried else None


def in_percent(draft: Draft, topic: Topic, metric: str) -> str:
    """The metric of a noun that is another in percent: a tariff of 5 percent is a tax, one of $5 a price."""
    head = draft.sentence.tree.lowered[topic.head]
    if draft.kind != "level" or draft.quantity is None or draft.quantity.type != "percent":
        return metric
    return next((other for other, nouns in table("metrics")["in_percent"].items() if head in nouns), metric)


def of_imports(draft: Draft, metric: str | None) -> str | None:
    """What is spent on goods from abroad is for imports: `spent $9m on rice from abroad`."""
    words = draft.sentence.tree.lowered[draft.token :]
    there = any(word == "from" and place in ("abroad", "overseas") for word, place in pairwise(words))
    return "imports" if metric in ("cost", "spending", "transactions") and there else metric


def is_priced(draft: Draft) -> bool:
    """Whether a thing costs or weighs so much, which is not so much of it: `a night there costs $90`."""
    sentence, quantity = draft.sentence, draft.quantity
    verb = sentence.roles.clause(draft.token) if sentence.tree.parsed else None
    if verb is None or quantity is None:
        return False
    said = sentence.tree.lowered[verb]
    costs = quantity.type == "money" and said in verb_forms("cost")
    return costs or (quantity.type == "quantity" and said in verb_forms("weigh"))


def earns(draft: Draft, topic: Topic, discourse: Discourse) -> bool:
    """Whether a firm is told to earn a sum, its profit, and not from what: `the lender earned $9m in May`."""
    sentence = draft.sentence
    verb = sentence.roles.clause(draft.token) if sentence.tree.parsed else None
    if verb is None or sentence.tree.lowered[verb] not in verb_forms("earn"):
        return False
    if any(sentence.roles.phrases(at).get(word) for at in (verb, draft.token) for word in _SOURCES):
        return False
    name = sentence.name(topic.head) if topic.head >= 0 else None
    firm = name is not None and name.type == "organisation"
    return firm or (discourse.salience.company is not None and topic.anaphoric)


def of_verb_left_out(draft: Draft) -> str | None:
    """What the verb before tells, not said again: `moved 9,000 people, and the other 40 tonnes`."""
    sentence = draft.sentence
    for token in range(draft.token - 1, max(-1, draft.token - _FAR), -1):
        if sentence.tree.tags[token].startswith("VB"):
            metric = metric_of_verb([sentence.tree.lowered[token]])
            if metric is not None:
                fitting = fits(metric, draft.quantity, draft.kind)
                return abroad(sentence, draft.token, metric) if fitting else None
    return None


def of_spenders(topic: Topic, metric: str | None) -> str | None:
    """What people spend is spending, no cost: `visitors spent $9m`."""
    return "spending" if metric == "cost" and topic.metric in table("metrics")["spenders"] else metric
