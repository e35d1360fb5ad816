"""What a figure could measure, and what speaks for each: nouns and verbs around it, its unit, the rules."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache

from pipeline.extract.bearings import bearings, clauses
from pipeline.extract.by_clause import of_clause, of_object
from pipeline.extract.choice import Candidates
from pipeline.extract.discourse import Discourse, Told
from pipeline.extract.drafts import Draft
from pipeline.extract.figure_signs import signs, tell_of_size
from pipeline.extract.phrases import Topic, read_topic
from pipeline.extract.senses import sense_of
from pipeline.model import Quantity
from pipeline.rules.inflect import plural_of
from pipeline.rules.tables import table
from pipeline.rules.vocabulary import (
    also_of_verb,
    fits,
    metric_ids,
    metric_of_phrase,
    metric_of_unit,
    metric_of_verb,
    metric_of_words,
)

_VERBS = 3
_MANY = 4
_QUARTERS = 4
_OF_TYPE = {
    "percent": ("share", "price", "production"),
    "money": ("cost", "price", "revenue", "investment", "aid", "spending", "compensation", "wages", "profit"),
    "number": ("people", "capacity", "jobs"),
}
_JOINED = frozenset({
    "own subject of its clause", "object in its clause", "the metric itself", "same clause", "clause above",
    "counted", "measured", "before by 0", "behind by 0", "of phrase of the metric", "slot metric",
})  # fmt: skip
"""Of a noun's bearings what speaks differently for a sum than for a count."""
_JOINED_SOURCES = frozenset(
    {"topic id", "topic phrase", "of the clause", "chosen", "told last", "told here last"}
)

_OF_SENSE = frozenset({
    "own subject of its clause (phrase)", "object in its clause (phrase)", "the metric itself (phrase)",
    "slot metric (phrase)", "id of a noun", "topic phrase", "counted noun", "told last", "chosen",
})  # fmt: skip
"""What speaks differently for a sum of money than for a group of people."""
_TELLING = frozenset(
    {"chosen", "of verb 0", "also of verb 0", "of its type", "told last", "of unit", "also of unit"}
)
"""What speaks differently for one metric than for another."""


def measures(
    draft: Draft, topic: Topic, chosen: str | None, way: str | None, lent: Told | None, discourse: Discourse
) -> Candidates:
    """The metrics that a draft's figure could have.

    `chosen` is the one that the rules name and `way` how they came to it; `lent` is the claim that this one
    leans on.
    """
    found = Candidates()
    joined = _from_nouns(found, draft, topic)
    for word in draft.sentence.tree.words:
        found.tell(_by_adjective().get(word.lower()), ("of an adjective",))
    for depth, verb in enumerate(clauses(draft)[:_VERBS]):
        words = draft.sentence.tree.lowered[verb : verb + 2]
        found.tell(metric_of_verb(words), (f"of verb {depth}",))
        for metric in also_of_verb(words[0]):
            found.tell(metric, (f"also of verb {depth}",))
    found.tell(of_clause(draft), ("of the clause",))
    found.tell(of_object(draft), ("of the object",))
    found.tell(topic.metric, ("topic id",))
    found.tell(topic.phrase, ("topic phrase",))
    figure = draft.figure
    if figure is not None:
        _from_quantity(found, figure)
    for what, figures in _groups(draft, discourse):
        if figures:
            found.tell(figures[-1].claim.metric, (f"{what} last",))
            found.tell(figures[0].claim.metric, (f"{what} first",))
    tell_of_size(found, draft, discourse)
    found.tell(lent.claim.metric if lent is not None else None, ("lent",))
    rule = draft.rule.id
    family = rule.split(".")[0]
    by = ("chosen", f"chosen by {family}", f"chosen by {rule}", f"chosen by way of {way}")
    found.tell(chosen, (*by, f"chosen by way of {way}: {family}"))
    if chosen is None:
        found.found[None].add("chosen none")
    kind = draft.kind if draft.quantity is figure else "level"
    found.drop(
        lambda metric: (
            _is_one_of_several(metric, chosen)
            or (metric != chosen and _has_id_among(metric, found))
            or _is_mere_movement(metric, chosen)
            or (metric != chosen and metric in metric_ids() and not fits(metric, figure, kind))
        )
    )
    _from_article(found, discourse)
    _join(found, draft, joined, signs(draft, discourse))
    return found


def _has_id_among(phrase: str, found: Candidates) -> bool:
    """Whether a phrase is told by its id as well: `ridership` where `passengers` is."""
    known = metric_of_phrase(phrase.lower().split())
    return known is not None and known != phrase and known in found.found


@cache
def _by_adjective() -> dict[str, str]:
    """The metric that an adjective tells by itself: `dearer`, `hottest`."""
    known = table("metrics")["adjectives"].items()
    return {word: metric for metric, words in known for word in words}


def _from_nouns(found: Candidates, draft: Draft, topic: Topic) -> dict[str, set[str]]:
    """What the sentence's nouns name; gives back what of it is to be joined with the figure's unit."""
    joined: dict[str, set[str]] = {}
    for noun, tells in bearings(draft, topic.head):
        if noun.name is not None or "label compound" in noun.nature:
            continue
        below = read_topic(draft.sentence, noun.token)
        named = {"id": below.metric, "phrase": below.phrase if below.phrase != below.metric else None}
        for form, metric in named.items():
            if metric:
                found.tell(metric, {f"{form} of a noun", *(f"{what} ({form})" for what in tells)})
                joined.setdefault(metric.lower(), set()).update(
                    f"{what} ({form})" for what in tells & _JOINED
                )
    return joined


def _from_quantity(found: Candidates, quantity: Quantity) -> None:
    """What the unit and the counted noun speak for."""
    found.tell(metric_of_unit(quantity.unit), ("of unit",))
    for metric in table("metrics")["also_of_units"].get(quantity.unit or "", ()):
        found.tell(metric, ("also of unit",))
    for noun in filter(None, (quantity.noun, quantity.counted)):
        found.tell(metric_of_words(noun.split()), ("counted noun's id",))
        *before, last = noun.split()
        found.tell(" ".join([*before, plural_of(last)]), ("counted noun",))
    for metric in _OF_TYPE.get(quantity.type, ()):
        found.tell(metric, ("of its type",))


def _from_article(found: Candidates, discourse: Discourse) -> None:
    """Whether the title names it, and how much of what was told before is told of it."""
    title = discourse.cast.title.lower()
    told = Counter(each.claim.metric for each in discourse.recent if each.claim.metric)
    most = max(told.values(), default=0)
    for metric, true in found.found.items():
        if metric is not None and metric.split()[-1].lower().rstrip("s") in title:
            true |= {"in the title", "in the title (id)" if metric in metric_ids() else "in the title (open)"}
        if metric is None or not most:
            continue
        count = told[metric]
        true.add(f"told {min(count, _MANY)} times")
        if count:
            true.add("told most" if count == most else "told less than another")
            true.add(f"{round(_QUARTERS * count / told.total())} quarters of what is told")


def _is_one_of_several(metric: str, chosen: str | None) -> bool:
    """Whether a noun phrase tells a part of what the chosen one joins: `houses` of `houses and flats`."""
    several = set((chosen or "").split())
    return metric not in metric_ids() and "and" in several and set(metric.split()) < several


def _is_mere_movement(metric: str, chosen: str | None) -> bool:
    """Whether a noun only says that something grows, where it is known what: `growth of 3 percent`."""
    return chosen in metric_ids() and metric in table("happenings")["growing"]


def _groups(draft: Draft, discourse: Discourse) -> Iterator[tuple[str, list[Told]]]:
    """The claims before by where they stand and their unit."""
    told = [each for each in discourse.recent if each.claim.metric]
    unit = (draft.quantity.unit or "count") if draft.quantity is not None else None
    yield "told", told
    yield "told here", [each for each in told if each.draft.sentence is draft.sentence]
    yield "told near", [each for each in told if each.draft.sentence.paragraph == draft.sentence.paragraph]
    yield "told in unit", [each for each in told if unit is not None and each.claim.unit == unit]


def _join(found: Candidates, draft: Draft, joined: dict[str, set[str]], shown: set[str]) -> None:
    """Join what is true of each metric with the claim's kind and the figure's unit."""
    quantity, family = draft.quantity, draft.rule.id.split(".")[0]
    unit = _unit(quantity)
    for metric, told in found.found.items():
        form = "none" if metric is None else "id" if metric in metric_ids() else "open"
        sources = (_JOINED_SOURCES & told) | joined.get((metric or "").lower(), set())
        told |= {form, f"{form}: {unit}", f"{form}: {draft.kind}", f"{form}: {draft.kind}: {unit}"}
        told |= {f"{form}: rule {family}", *(f"{what}: {draft.kind}: {unit}" for what in sources)}
        told |= {f"{form}: {sign}" for sign in shown}
        if metric is not None:
            told.add(f"word {metric.split()[-1].lower()}")
            sense = f"sense {sense_of(metric)}"
            told.update(f"{sense}, {what}" for what in _OF_SENSE & told)
            what = metric if form == "id" else sense
            told |= {f"{what}: {sign}" for sign in (shown | (_TELLING & told))}
            told |= {what, f"{what}: {unit}", f"{what}: {draft.kind}"}
            if form == "id" and not fits(metric, quantity, draft.kind):
                told.add("does not fit")


def _unit(quantity: Quantity | None) -> str:
    """The unit of a measure, else what kind of quantity it is."""
    if quantity is None:
        return "none"
    return quantity.unit if quantity.type == "quantity" and quantity.unit else quantity.type
