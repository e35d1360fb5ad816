"""What sort of figure a draft has, and how its clause holds it."""

from __future__ import annotations

from pipeline.extract.drafts import Draft
from pipeline.rules.tables import table
from pipeline.rules.vocabulary import metric_of_words


def is_whole(draft: Draft) -> bool:
    """Whether the slot's noun is the whole that a percentage is of: `2 percent of all listed shares`."""
    sentence, token = draft.sentence, draft.slots["metric"]
    return sentence.tree.heads[token] == draft.token and sentence.roles.preposition(token) == "of"


def is_money(draft: Draft) -> bool:
    return draft.quantity is not None and draft.quantity.type == "money" and draft.kind == "level"


def moves(draft: Draft) -> bool:
    """Whether a claim tells a movement or an amount, not a count."""
    return draft.quantity is None or draft.quantity.type in ("money", "percent")


def is_percentage(draft: Draft) -> bool:
    quantity = draft.quantity
    return quantity is not None and quantity.unit == "percent" and draft.kind == "level"


def is_part(draft: Draft) -> bool:
    """Whether a figure is one of something: `ran at 46 percent of capacity`."""
    last = draft.sentence.extent(draft.token)[1]
    return draft.sentence.tree.words[last + 1 : last + 2] == ("of",)


def is_amount(draft: Draft) -> bool:
    """Whether the figure has a unit of its own, and is no count of things."""
    quantity = draft.quantity
    return quantity is not None and quantity.type != "number" and quantity.noun is None


def is_bare_count(draft: Draft) -> bool:
    """Whether the figure counts what it does not name: `the flood killed 300`."""
    quantity = draft.quantity
    return quantity is not None and quantity.bare


def is_subject(draft: Draft) -> bool:
    roles = draft.sentence.roles
    verb = roles.clause(draft.token) if draft.sentence.tree.parsed else None
    return verb is not None and roles.subject(verb) == draft.slots.get("metric")


def counts_people(draft: Draft) -> bool:
    """Whether the counted noun is a people, or workers who protest: `1.79 million Americans`."""
    token = draft.slots.get("metric")
    if _protests(draft):
        return True
    name = draft.sentence.name(token) if token is not None else None
    if token is None or name is None or draft.quantity is None or draft.quantity.unit is not None:
        return False
    return name.type == "country" and token > draft.token


def _protests(draft: Draft) -> bool:
    """Whether those counted down tools, march or the like: what is told is no number of jobs."""
    tree, roles = draft.sentence.tree, draft.sentence.roles
    verb = roles.clause(draft.token) if draft.kind == "level" and is_subject(draft) else None
    noun = draft.quantity.noun if draft.quantity is not None else None
    if verb is None or tree.children(verb, "aux:pass", "auxpass") or not noun:
        return False
    if metric_of_words(noun.split()) != "jobs":
        return False
    said = (tree.lemmas[verb], *(f"{tree.lemmas[verb]} {tree.lowered[at]}" for at in _told_with(draft, verb)))
    return not set(table("metrics")["protesting"]).isdisjoint(said)


def _told_with(draft: Draft, verb: int) -> list[int]:
    """What a verb is told with: its object, its particle and the nouns behind its prepositions."""
    roles = draft.sentence.roles
    thing = roles.object(verb)
    phrases = [token for tokens in roles.phrases(verb).values() for token in tokens]
    particles = draft.sentence.tree.children(verb, "compound:prt", "advmod")
    return [*([thing] if thing is not None else []), *particles, *phrases]
