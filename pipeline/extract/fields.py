"""From a draft to the fields of a claim: metric and parties, period and base, modality, negation.

What a figure's own words leave open is looked up in its clause, then in what the article has said so far.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

from pipeline.extract import mood, times
from pipeline.extract.drafts import Draft
from pipeline.extract.phrases import Topic, party, read_topic
from pipeline.extract.sentence import Sentence
from pipeline.rules.vocabulary import is_light, is_relational, metric_of_unit, metric_of_verb
from pipeline.model import Claim, Name, Ordinal, Quantity
from pipeline.rules.tables import table


@dataclass(slots=True)
class Told:
    """A finished claim and the draft it came from: what later claims may lean on."""

    draft: Draft
    claim: Claim


@dataclass(slots=True)
class Discourse:
    """What the article has told so far, in order; and the country or body it is mostly about."""

    told: list[Told] = field(default_factory=list)
    main_subject: str | None = None

    def before(self, draft: Draft) -> Told | None:
        """The claim told last before a draft, in the same paragraph if there is one."""
        for earlier in reversed(self.told):
            if earlier.draft.kind in ("level", "change", "trend", "record"):
                return earlier
        return None

    def of_figure(self, sentence: Sentence, token: int) -> Told | None:
        """The claim made of the figure at a token of the same sentence."""
        for earlier in reversed(self.told):
            if earlier.draft.sentence is sentence and sentence.at[earlier.draft.token] is sentence.at[token]:
                return earlier
        return None


def complete(draft: Draft, discourse: Discourse) -> Claim:
    """The claim that a draft makes, every field filled that the text supports."""
    sentence = draft.sentence
    model = discourse.of_figure(sentence, draft.like) if draft.like is not None else None
    topic = _topic(draft)
    lent = model or (discourse.before(draft) if topic.anaphoric or topic.partial else None)
    metric = _metric(draft, topic, lent, discourse)
    subject, counterpart, place = _parties(draft, topic, metric, lent, discourse)
    kind = model.claim.kind if draft.kind == "same" and model else ("level" if draft.kind == "same" else draft.kind)
    period, base = _times(draft, kind, model, discourse)
    quantity = draft.quantity
    direction = draft.sets.get("direction") or _direction(kind, quantity, draft.ordinal)
    if kind in ("change", "trend", "record") and direction is None:
        direction = model.claim.direction if model else "increase"
    return Claim(
        kind=kind,  # type: ignore[arg-type]
        mentions=(draft.span,),
        sentence=sentence.span,
        rule=draft.rule.id,
        action=draft.sets.get("action"),
        metric=None if kind == "event" else metric,
        subject=subject,
        counterpart=counterpart,
        place=place,
        object=_object(draft) if kind == "event" else None,
        value=_value(draft, kind),
        value_max=quantity.value_max if quantity and kind in ("level", "change") else None,
        unit=_unit(draft, kind),
        comparator=_comparator(draft, kind),  # type: ignore[arg-type]
        direction=direction if kind in ("change", "trend", "record") else None,  # type: ignore[arg-type]
        period=period,
        base=base,
        modality=_modality(draft, model),  # type: ignore[arg-type]
        negated=draft.sets.get("negated") == "true" or mood.negated(sentence, draft.trigger),
    )


def _topic(draft: Draft) -> Topic:
    token = draft.slots.get("metric")
    return read_topic(draft.sentence, token) if token is not None else Topic(-1, partial="metric" not in draft.sets)


def _metric(draft: Draft, topic: Topic, lent: Told | None, discourse: Discourse) -> str | None:
    if draft.kind == "event":
        return None
    fixed = draft.sets.get("metric")
    if fixed:
        return fixed
    if draft.kind == "rank":
        return topic.phrase
    if topic.metric and not topic.partial:
        return topic.metric
    sentence = draft.sentence
    unit = metric_of_unit(draft.quantity.unit) if draft.quantity else None
    verb = sentence.roles.clause(draft.token) if sentence.tree.parsed else None
    if verb is not None and draft.quantity is not None and not _counts(draft):
        words = [w.lower() for w in sentence.tree.words[verb : verb + 2]]
        of_verb = metric_of_verb(words)
        if of_verb and not (topic.phrase and draft.slots.get("metric") != sentence.roles.subject(verb)):
            return of_verb
    if topic.metric:
        return topic.metric
    if unit and not topic.phrase:
        return unit
    if topic.phrase and not topic.partial:
        return topic.phrase
    if lent is not None and lent.claim.metric:
        return lent.claim.metric
    earlier = discourse.before(draft)
    return unit or (earlier.claim.metric if earlier else topic.phrase)


def _counts(draft: Draft) -> bool:
    return draft.quantity is not None and _unit_of(draft.quantity) == "count" and "metric" in draft.slots


def _parties(
    draft: Draft, topic: Topic, metric: str | None, lent: Told | None, discourse: Discourse
) -> tuple[str | None, str | None, str | None]:
    sentence = draft.sentence
    named = {
        name: party(sentence, token)
        for name, token in draft.slots.items()
        if name in ("subject", "counterpart", "place")
    }
    for name in ("subject", "counterpart", "place"):
        if name in draft.sets:
            named[name] = draft.sets[name]
    subject = named.get("subject") or topic.subject
    counterpart = named.get("counterpart") or topic.counterpart
    place = named.get("place") or topic.place
    if subject is None and draft.kind != "event":
        subject = _clause_subject(draft, topic)
    if draft.kind == "event":
        return subject, counterpart, place or _place_in_clause(draft, {subject, counterpart})
    if lent is not None:
        subject = subject or lent.claim.subject
        if subject == lent.claim.subject:
            counterpart = counterpart or lent.claim.counterpart
            place = place or lent.claim.place
    if subject is None:
        earlier = discourse.before(draft)
        if earlier is not None:
            subject = earlier.claim.subject
            if earlier.claim.metric == metric:
                counterpart = counterpart or earlier.claim.counterpart
    if subject is None:
        subject = discourse.main_subject
    if counterpart is None and place is None:
        where = _place_in_clause(draft, {subject})
        if where is not None and is_relational(metric) and where[1] == "country":
            counterpart = where[0]
        elif where is not None:
            place = where[0]
    if counterpart == subject:
        counterpart = None
    return subject, counterpart, place


def _clause_subject(draft: Draft, topic: Topic) -> str | None:
    """The subject of the clause the figure stands in, where that is not the metric itself."""
    sentence = draft.sentence
    if not sentence.tree.parsed:
        return None
    verb = sentence.roles.clause(draft.token)
    for _ in range(3):
        if verb is None:
            return None
        doer = sentence.roles.doer(verb)
        if doer is not None and doer not in (topic.head, draft.slots.get("metric"), draft.token):
            word = sentence.tree.words[doer].lower()
            if not is_light(word) and sentence.quantity(doer) is None and not sentence.is_period(doer):
                below = read_topic(sentence, doer)
                return below.subject if below.metric and below.subject else party(sentence, doer)
            return None
        head = sentence.tree.heads[verb]
        if head == verb or sentence.tree.labels[verb] in ("ccomp", "parataxis"):
            return None
        verb = sentence.roles.clause(head)
    return None


def _place_in_clause(draft: Draft, known: set[str | None]):  # type: ignore[no-untyped-def]
    """A place or country that the clause sets itself in (`in Baku`), as (name, type)."""
    sentence = draft.sentence
    if not sentence.tree.parsed:
        return None
    verb = sentence.roles.clause(draft.token)
    for anchor in (draft.trigger, verb):
        if anchor is None:
            continue
        for preposition in ("in", "at", "across", "within"):
            for token in sentence.roles.phrases(anchor).get(preposition, []):
                name = sentence.name(token)
                if isinstance(name, Name) and name.type in ("country", "place") and name.canonical not in known:
                    return name.canonical if draft.kind == "event" else (name.canonical, name.type)
    return None


def _object(draft: Draft) -> str | None:
    token = draft.slots.get("object")
    if token is None:
        return None
    sentence = draft.sentence
    first, last = sentence.roles.noun_phrase(token)
    name = sentence.at[token]
    if name is not None and isinstance(name.value, Name):
        return name.text
    for inner in sentence.roles.phrases(token).get("of", []):
        last = max(last, sentence.roles.noun_phrase(inner)[1])
    from pipeline.extract.phrases import phrase_words

    return phrase_words(sentence, first, last)


def _times(draft: Draft, kind: str, model: Told | None, discourse: Discourse) -> tuple[str | None, str | None]:
    sentence = draft.sentence
    slots = draft.slots
    period = _slot_period(draft, "period")
    base = sentence.at[slots["base"]] if "base" in slots else None
    if period is None:
        period = times.own_period(sentence, draft.token)
    if period is None and model is not None:
        period = model.claim.period
    if period is None:
        period = _inherited_period(draft, discourse)
    compared = base.value if base is not None else times.own_base(sentence, draft.token)
    if kind == "change" and compared is not None:
        return period, times.resolved(compared, period)  # type: ignore[arg-type]
    if kind == "level" and draft.at_base and compared is not None:
        return times.resolved(compared, period), None  # type: ignore[arg-type]
    return period, None


def _slot_period(draft: Draft, name: str) -> str | None:
    from pipeline.model import Period

    token = draft.slots.get(name)
    mention = draft.sentence.at[token] if token is not None else None
    return mention.value.edtf if mention is not None and isinstance(mention.value, Period) else None


def _inherited_period(draft: Draft, discourse: Discourse) -> str | None:
    """The period of the claim before, in the same paragraph, unless the clause is in the present tense."""
    sentence = draft.sentence
    if sentence.tree.parsed:
        verb = sentence.roles.clause(draft.token)
        if verb is not None and sentence.tree.tags[verb] in ("VBZ", "VBP"):
            return None
    for earlier in reversed(discourse.told):
        if earlier.draft.sentence.paragraph != sentence.paragraph:
            return None
        if earlier.claim.kind in ("level", "change", "trend") and earlier.claim.period:
            return earlier.claim.period
    return None


def _modality(draft: Draft, model: Told | None) -> str:
    fixed = draft.sets.get("modality")
    if fixed:
        return fixed
    own = mood.modality(draft.sentence, draft.token)
    return model.claim.modality if own == "reported" and model is not None else own


def _unit_of(quantity: Quantity) -> str:
    return quantity.unit or ("percent" if quantity.type == "percent" else "count")


def _unit(draft: Draft, kind: str) -> str | None:
    if draft.quantity is None or kind not in ("level", "change"):
        return None
    return draft.sets.get("unit") or _unit_of(draft.quantity)


def _value(draft: Draft, kind: str) -> Decimal | None:
    if draft.quantity is not None:
        return draft.quantity.value
    if "value" in draft.sets:
        return Decimal(draft.sets["value"])
    if kind == "rank" and draft.ordinal is not None:
        return draft.ordinal.value
    return None


def _comparator(draft: Draft, kind: str) -> str:
    if kind not in ("level", "change"):
        return "="
    own = draft.quantity.comparator if draft.quantity else "="
    return own if own != "=" else draft.sets.get("comparator", "=")


def _direction(kind: str, quantity: Quantity | None, ordinal: Ordinal | None) -> str | None:
    if kind == "record" and ordinal is not None and ordinal.superlative:
        return "decrease" if ordinal.superlative in table("phrases")["low_superlatives"] else "increase"
    if kind != "change" or quantity is None or quantity.change is None:
        return None
    return {"up": "increase", "down": "decrease"}[quantity.change]
