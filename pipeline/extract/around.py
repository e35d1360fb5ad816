"""Which metric the words around a figure tell: its goods, its unit, what it is per, in what it is a rise.

What the noun in the metric slot says is read in `metric`.
"""

from __future__ import annotations

from pipeline.extract.admit import is_measured
from pipeline.extract.by_clause import of_clause, sentence_words
from pipeline.extract.by_verb import is_handed
from pipeline.extract.drafts import Draft
from pipeline.extract.phrases import Topic, read_topic
from pipeline.rules.tables import table
from pipeline.rules.vocabulary import fits, is_light, metric_of_name, metric_of_tail, metric_of_unit

_TAIL = 4
_EACH_WITHIN = 2
_MOVES = ("change", "trend", "record")
_SPENT_ON = ("for", "from", "on", "into", "towards", "toward", "to")
_DETERMINERS = (("DT",), ("PRP$",))
_STATES = (("VBN",), ("JJ",))


def of_goods(draft: Draft) -> str | None:
    """The id of the goods that an amount is of: `3 million tonnes of freight`."""
    token = draft.slots.get("goods")
    if token is None:
        return None
    above = _that_holds(draft)
    if above is not None and fits(above, draft.quantity, draft.kind):
        return above
    metric = read_topic(draft.sentence, token).metric
    return metric if metric is not None and fits(metric, draft.quantity, draft.kind) else None


def _that_holds(draft: Draft) -> str | None:
    """The metric of the noun that an amount of goods hangs on: `the import of 200 MW of electricity`."""
    tree, roles = draft.sentence.tree, draft.sentence.roles
    if not tree.parsed or roles.preposition(draft.token) != "of":
        return None
    head = tree.heads[draft.token]
    return read_topic(draft.sentence, head).metric if tree.tags[head].startswith("NN") else None


def goods(draft: Draft) -> str | None:
    """The goods themselves, where nothing tells what becomes of them: `40,000 cubic metres of timber`."""
    token = draft.slots.get("goods")
    return read_topic(draft.sentence, token).phrase if token is not None else None


def of_name(draft: Draft, topic: Topic) -> str | None:
    """What a name is known for: the Nasdaq is an index, the greenback has an exchange rate."""
    token = draft.slots.get("metric")
    behind = token is not None and token > draft.token and draft.quantity is not None
    if token is None or behind or (topic.metric is not None and not topic.partial):
        return None
    sentence, mention = draft.sentence, draft.sentence.at[token]
    head = sentence.tree.lowered[token]
    first = sentence.roles.noun_phrase(token)[0] if is_light(head) else token
    text = f"{mention.text if mention is not None else ''} {sentence.words(first, token)}"
    metric = metric_of_name(text.lower().split())
    return metric if metric is not None and fits(metric, draft.quantity, draft.kind) else None


def of_rate(draft: Draft, topic: Topic) -> str | None:
    """Money for each is a price, whatever it is the price of (`$415 a tonne`), a harvest for each a yield."""
    quantity, token = draft.quantity, draft.slots.get("metric")
    if quantity is None or quantity.type not in ("money", "quantity"):
        return None
    if quantity.type == "quantity":
        land = (quantity.unit or "").partition("_per_")[2]
        named = topic.metric or (topic.phrase or "").endswith(("yield", "yields"))
        return "yield" if land in table("metrics")["yields"] and not named else None
    words = draft.sentence.tree.words[draft.token : draft.token + 1 + _EACH_WITHIN]
    each = quantity.per or next((word for word in words if word in ("apiece", "each")), None)
    if each is None or each in table("metrics")["not_priced"] or is_handed(draft):
        return None
    if each == "each" and draft.rule.id == "level.of" and topic.metric is None and not topic.partial:
        return None  # `a bonus of $300 each`
    named = token is not None and not topic.partial and is_measured(draft.sentence, token)
    return None if named else "price"


def of_complement(draft: Draft) -> str | None:
    """What a figure in the place of the subject is said to be: `$5 million was profit`."""
    sentence, roles = draft.sentence, draft.sentence.roles
    verb = roles.clause(draft.token) if sentence.tree.parsed else None
    if verb is None or roles.own_subject(verb) is None:
        return None
    subject = roles.own_subject(verb)
    if subject is None or sentence.at[subject] is not sentence.at[draft.token]:
        return None
    behind = [roles.phrase(verb, preposition) for preposition in _SPENT_ON]
    said = [roles.complement(verb), roles.object(verb), *behind]
    topics = (read_topic(sentence, token) for token in said if token is not None)
    metrics = (topic.metric for topic in topics)
    return next((m for m in metrics if m is not None and fits(m, draft.quantity, draft.kind)), None)


def of_unit(draft: Draft) -> str | None:
    """What the unit of a figure speaks for, or of the level that something moves to: `rose to 9 metres`."""
    quantity = draft.figure
    if quantity is None or quantity.type == "number" or quantity.noun is not None:
        return None
    metric = metric_of_unit(quantity.unit)
    if metric != "length":
        return metric
    token = draft.slots.get("metric")
    high = token is not None and quantity.unit in ("metre", "foot", "centimetre")
    if high and draft.sentence.tree.lowered[token or 0] in table("metrics")["waters"]:
        metric = "water level"
    return _of_extent(draft) or metric


def _of_extent(draft: Draft) -> str | None:
    """How far something goes up, down or across: `4 metres high`, `at 90 metres the tallest`."""
    extents, words = table("metrics")["extents"], _behind(draft)
    near = [word.lower() for word in words[:1]]
    if draft.sentence.roles.preposition(draft.token) == "at":
        near += [word.lower() for word in words if word.lower().endswith("est")]
    return next((extents[word] for word in near if word in extents), None)


def of_tail(draft: Draft) -> str | None:
    """What the words behind a figure tell: `7 percent are without work`."""
    words = _behind(draft)[: 2 * _TAIL]
    tails = (metric_of_tail(words[at : at + _TAIL]) for at in range(_TAIL))
    metric = next((m for m in tails if m is not None and fits(m, draft.quantity, draft.kind)), None)
    return "loss" if metric == "profit" and of_clause(draft) == "loss" else metric  # `lost $3m before tax`


def _behind(draft: Draft) -> tuple[str, ...]:
    """The words behind a figure and a bracket after it: `earned $3m (2.8m euros) before tax`."""
    sentence, words = draft.sentence, draft.sentence.tree.words
    at = sentence.extent(draft.token)[1] + 1
    if words[at : at + 1] == ("(",) and ")" in words[at:]:
        at = words.index(")", at) + 1
    return words[at:]


def of_dimension(draft: Draft) -> str | None:
    """In what something rises or falls: `oysters rose in price`, `the flat fell in value`."""
    sentence = draft.sentence
    verb = sentence.roles.clause(draft.trigger) if sentence.tree.parsed else None
    if draft.kind not in _MOVES or verb is None:
        return None
    dimensions = table("metrics")["dimensions"]
    bare = (
        t for t in sentence.roles.phrases(verb).get("in", []) if sentence.roles.noun_phrase(t)[0] >= t - 1
    )
    found = (dimensions.get(sentence.tree.lowered[token]) for token in bare)
    return next((metric for metric in found if metric is not None), None)


def of_fraction(draft: Draft) -> str | None:
    """What a fraction in words is: a share, `ran at a quarter of capacity`, `half the crew`."""
    quantity, mention = draft.quantity, draft.sentence.at[draft.token]
    if quantity is None or mention is None or draft.kind != "level" or any(map(str.isdigit, mention.text)):
        return None
    last = draft.sentence.extent(draft.token)[1]
    whole = draft.sentence.tree.tags[last + 1 : last + 2] in _DETERMINERS
    part = quantity.type == "percent" if whole else quantity.type == "number" and quantity.noun is None
    return "share" if part and (whole or 0 < quantity.value < 1) else None


def of_strong(draft: Draft) -> str | None:
    """Of what there are so many: `a 40-strong delegation`."""
    words = [word.lower() for word in _behind(draft)[:3]]
    if "strong" not in words or draft.kind != "level":
        return None
    tree, at = draft.sentence.tree, draft.sentence.extent(draft.token)[1] + 2 + words.index("strong")
    while at + 1 < len(tree.words) and tree.tags[at + 1].startswith("NN"):
        at += 1
    if at >= len(tree.words) or not tree.tags[at].startswith("NN"):
        return None
    topic = read_topic(draft.sentence, at)
    return topic.metric or (topic.phrase or "").partition(" of ")[0].removeprefix("strong ") or None


def of_state(draft: Draft) -> str | None:
    """How far something is done is a share of it (`60 percent complete`), how full a house its occupancy."""
    quantity, tree = draft.quantity, draft.sentence.tree
    if draft.kind != "level" or quantity is None or quantity.unit != "percent" or not tree.parsed:
        return None
    at = draft.token + 1
    while at < len(tree.words) and draft.sentence.at[at] is draft.sentence.at[draft.token]:
        at += 1
    inside = tree.tags[at + 1 : at + 2] and tree.tags[at + 1].startswith(("NN", "JJ", "HYPH", "VB"))
    if tree.tags[at : at + 1] not in _STATES or inside:
        return None
    full = tree.lowered[at] in table("metrics")["occupied"]
    stores = table("metrics")["stores"]
    return "occupancy" if full and not any(word in stores for word in sentence_words(draft)) else "share"
