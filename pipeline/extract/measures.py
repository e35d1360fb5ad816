"""What a figure could measure, and what speaks for each: the nouns and verbs around it, the unit, the rules."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from pipeline.extract.bearings import bearings, clauses
from pipeline.extract.by_clause import of_clause, of_object
from pipeline.extract.discourse import Discourse, Told
from pipeline.extract.drafts import Draft
from pipeline.extract.phrases import Topic, read_topic
from pipeline.extract.sentence import Sentence
from pipeline.model import Quantity
from pipeline.rules.vocabulary import (
    fits,
    metric_ids,
    metric_of_unit,
    metric_of_verb,
    metric_of_words,
)

Measures = dict[str | None, set[str]]
_ROLES = frozenset({
    "own subject of its clause", "object in its clause", "the metric itself", "same clause", "clause above",
    "counted", "measured", "before by 0", "behind by 0", "of phrase of the metric", "slot metric",
})  # fmt: skip


@lru_cache(maxsize=256)
def _read(sentence: Sentence, token: int) -> Topic:
    return read_topic(sentence, token)


def measures(
    draft: Draft, topic: Topic, chosen: str | None, lent: Told | None, discourse: Discourse
) -> Measures:
    """The metrics that a draft's figure could have, each with the set of what is true of it."""
    found: Measures = {None: set()}

    def tell(metric: str | None, *what: str) -> None:
        if metric:
            found.setdefault(metric, set()).update(what)

    quantity = draft.quantity
    for noun, tells in bearings(draft, topic.head):
        if noun.name is None:
            below = _read(draft.sentence, noun.token)
            tell(below.metric, "id of a noun", *(f"{each} (id)" for each in tells))
            if below.metric != below.phrase:
                tell(below.phrase, "phrase of a noun", *(f"{each} (phrase)" for each in tells))
    for depth, verb in enumerate(clauses(draft)[:3]):
        words = [word.lower() for word in draft.sentence.tree.words[verb : verb + 2]]
        tell(metric_of_verb(words), f"of verb {depth}")
    tell(of_clause(draft), "of clause"); tell(of_object(draft), "of object")
    tell(topic.metric, "topic id")
    tell(topic.phrase, "topic phrase")
    if quantity is not None:
        tell(metric_of_unit(quantity.unit), "of unit")
        for noun in (quantity.noun, quantity.counted):
            if noun:
                tell(metric_of_words(noun.split()), "counted noun's id")
                tell(noun + "s", "counted noun")
        if quantity.type == "percent":
            tell("share", "percent")
        if quantity.type == "money":
            for metric in ("cost", "price", "revenue"):
                tell(metric, "money")
    told = [each for each in discourse.told if each.claim.metric and each.claim.kind != "event"]
    here = [each for each in told if each.draft.sentence is draft.sentence]
    near = [each for each in told if each.draft.sentence.paragraph == draft.sentence.paragraph]
    unit = (quantity.unit or "count") if quantity is not None else None
    alike = [each for each in told if unit is not None and each.claim.unit == unit]
    for figures, what in ((told, "told"), (here, "told here"), (near, "told near"), (alike, "told in unit")):
        if figures:
            tell(figures[-1].claim.metric, f"{what} last")
            tell(figures[0].claim.metric, f"{what} first")
    tell(lent.claim.metric if lent is not None else None, "lent")
    rule = draft.rule.id
    tell(chosen, "chosen", f"chosen by {rule.split('.')[0]}", f"chosen by {rule}")
    unit_kind = "none" if quantity is None else quantity.unit if quantity.type == "quantity" and quantity.unit else quantity.type
    for metric, what in found.items():
        kind = "none" if metric is None else "id" if metric in metric_ids() else "open"
        own = set(what)
        what |= {kind, f"{kind}: {unit_kind}", f"{kind}: {draft.kind}", f"{kind}: {draft.kind}: {unit_kind}", f"{kind}: rule {rule.split('.')[0]}"}
        if kind == "id":
            what |= {metric, f"{metric}: {unit_kind}", f"{metric}: {draft.kind}"}
            if not fits(metric, quantity, draft.kind):
                what |= {"does not fit"}
        for each in own:
            if each.split(" (")[0] in _ROLES or each in ("topic id", "topic phrase", "of clause", "chosen", "told last", "told here last"):
                what.add(f"{each}: {draft.kind}: {unit_kind}")
        if metric is None and chosen is None:
            what.add("chosen none")
    return found
