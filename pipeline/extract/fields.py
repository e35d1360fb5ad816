"""From a draft to a claim: metric and parties, period and base, modality, negation.

What a figure's own words leave open is looked up in its clause, then in what the article has said so far.
"""

from __future__ import annotations

from decimal import Decimal

from pipeline.extract import denial, foretold, mood, parties, times
from pipeline.extract.carried import carried_over
from pipeline.extract.choice import Candidates
from pipeline.extract.directions import direction_of
from pipeline.extract.discourse import Discourse, Told
from pipeline.extract.drafts import Draft
from pipeline.extract.event_parties import object_of
from pipeline.extract.growth import is_growth
from pipeline.extract.left_out import currency_quoted, in_scale, money_of, moved_unit, with_unit
from pipeline.extract.lending import in_same_unit, of_forecast
from pipeline.extract.measures import measures
from pipeline.extract.metric import OPEN, metric_of
from pipeline.extract.naming import party
from pipeline.extract.opening import set_in
from pipeline.extract.periods import base_of, period_of
from pipeline.extract.phrases import Topic
from pipeline.extract.remnants import remnant_of, take_over
from pipeline.extract.scope import tense
from pipeline.extract.standing import stands_apart
from pipeline.extract.streaks import streak
from pipeline.extract.topics import topic_of
from pipeline.extract.trends import noun_denied
from pipeline.model import Claim, Quantity
from pipeline.rules.confidence import trust
from pipeline.rules.tables import table
from pipeline.rules.vocabulary import is_by_country

_AMOUNTS = ("level", "change")
_NEAR = 4
_SPELLS = ("day", "week", "month", "hour")
_MOVES = ("change", "trend", "record")


def complete(draft: Draft, discourse: Discourse) -> Told:
    """The claim that a draft makes, every field filled that the text supports."""
    remnant = remnant_of(draft, discourse)
    if remnant is not None:
        take_over(draft, remnant)
    model = discourse.of_figure(draft.sentence, draft.like) if draft.like is not None else None
    if model is not None and remnant is None:
        model = in_same_unit(draft, model, discourse)
    kind = _kind(draft, model)
    topic = topic_of(draft)
    draft.quantity = with_unit(draft, topic, discourse)
    carried = carried_over(draft, topic, discourse) if kind == "level" else None
    if carried is not None:
        draft.kind, kind, model = "same", "change", carried
        draft.like = carried.draft.token if carried.draft.sentence is draft.sentence else None
    lent = model or _lender(draft, topic, discourse)
    foretold = of_forecast(draft, topic, discourse)
    kind = foretold.claim.kind if foretold is not None else kind
    metric, way = metric_of(draft, topic, lent, discourse)
    if foretold is not None:
        metric, way = foretold.claim.metric, "forecast"
    if way == "said before" and is_growth(draft, kind, metric, _before(draft, discourse)):
        kind = "change"
    if is_by_country(metric, topic.phrase) and discourse.is_organisation(
        topic.subject or discourse.salience.leading
    ):
        metric = topic.phrase
    weighed: dict[str, Candidates] = {}
    if draft.kind not in ("rank", "event") and way in OPEN:
        weighed["metric"] = measures(draft, topic, metric, way, lent, discourse)
        metric = discourse.weigh("metric", draft, weighed["metric"])
    who = parties.parties_of(draft, topic, metric, lent, discourse)
    if who.weighed is not None:
        weighed["subject"] = who.weighed
    period = period_of(draft, kind, metric, model, discourse)
    direction = direction_of(draft, kind, metric, model or foretold, _before(draft, discourse))
    quantity = draft.quantity if kind in _AMOUNTS else None
    unit = _unit(draft, quantity, lent, _told_unit(draft, topic, metric, discourse)) if quantity else None
    if quantity is not None and unit is not None:
        draft.quantity = quantity = in_scale(draft, quantity, unit, metric, discourse)
    trusted = trust(draft.rule.id)
    claim = Claim(
        kind=kind,  # type: ignore[arg-type]
        mentions=(draft.span,),
        sentence=draft.sentence.span,
        rule=draft.rule.id,
        action=draft.sets.get("action"),
        metric=metric,
        subject=who.subject,
        counterpart=who.counterpart,
        place=who.place,
        object=object_of(draft) if kind == "event" else None,
        value=_value(draft, kind),
        value_max=quantity.value_max if quantity else None,
        unit=unit,
        comparator=_comparator(draft, quantity),  # type: ignore[arg-type]
        direction=direction if kind in _MOVES else None,  # type: ignore[arg-type]
        period=period,
        base=base_of(draft, period) if kind == "change" and not draft.at_base else None,
        modality=_modality(draft, model, period, discourse),  # type: ignore[arg-type]
        negated=draft.sets["negated"] == "true" if "negated" in draft.sets else _negated(draft, quantity),
        speaker=_named(draft, "speaker"),
        source=_named(draft, "source"),
        confidence=trusted.confidence,
        measured_on=trusted.claims,
    )
    draft.at_base = draft.at_base or set_in(draft.sentence, draft.token) is not None
    return Told(draft, claim, who.explicit, who.named, weighed)


def unit_of(quantity: Quantity) -> str:
    """The unit of a claim's figure: a bare number counts things, or the days of `four extra days off`."""
    if quantity.unit is None and quantity.noun in _SPELLS:
        return quantity.noun
    return quantity.unit or ("percent" if quantity.type == "percent" else "count")


def _lender(draft: Draft, topic: Topic, discourse: Discourse) -> Told | None:
    """The claim told before that a pronoun, or a noun that says too little, takes up."""
    if topic.anaphoric and topic.head == draft.slots.get("metric"):
        return discourse.meant(draft.sentence, draft.sentence.tree.lowered[topic.head] == "they")
    return discourse.last(draft.quantity) if topic.anaphoric or topic.partial else None


def _unit(draft: Draft, quantity: Quantity, lent: Told | None, told: str | None) -> str:
    """The unit, the other figure's where it is left out: `to 4.3 million tonnes from 5.6`.

    `told` is the unit that the same metric had before: `it stood at 12 percent, in April it was 9`.
    """
    own = draft.sets.get("unit") or unit_of(quantity)
    other = lent.claim.unit if lent is not None and draft.like is not None else None
    if own == "count" and quantity.noun is None and draft.kind in ("level", "same"):
        if other and lent and (lent.claim.kind == "level" or draft.kind == "same"):
            return other
        return told or own
    if own == "count" and _is_part(quantity, lent, draft):
        return other or own
    if (
        own == "point"
        and told != own
        and ((lent is not None and lent.claim.unit == "percent") or _before_percent(draft))
    ):
        return "percentage_point"
    return own


def _is_part(quantity: Quantity, lent: Told | None, draft: Draft) -> bool:
    """Whether a bare number is a difference in the unit of the level it follows: `9 tonnes, 2 fewer than`."""
    if lent is None or draft.like is None or draft.kind != "change" or quantity.noun is not None:
        return False
    if lent.claim.kind != "level" or lent.claim.value is None:
        return False
    return lent.claim.unit not in ("percent", "count", "factor") and quantity.value < lent.claim.value


def _before_percent(draft: Draft) -> bool:
    """Whether the level that so many points lead to is told in percent: `rose two points to 6 percent`."""
    sentence, end = draft.sentence, draft.sentence.extent(draft.token)[1]
    following = sentence.tree.words[end + 1 : end + 2]
    if not following or following[0].lower() not in ("to", "at"):
        return False
    tokens = range(end + 2, min(end + 2 + _NEAR, len(sentence.tree.words)))
    level = next((figure for token in tokens if (figure := sentence.quantity(token)) is not None), None)
    return level is not None and level.unit == "percent"


def _told_unit(draft: Draft, topic: Topic, metric: str | None, discourse: Discourse) -> str | None:
    """The unit in which a bare number's own metric, or what a pronoun takes up, was told before."""
    if metric in table("metrics")["pointed"]:
        return "point"
    moved = currency_quoted(draft, metric) or moved_unit(draft, metric, _before(draft, discourse))
    moved = moved or money_of(draft, metric, discourse)
    if moved is not None:
        return moved
    own = topic.anaphoric or (metric is not None and metric in (topic.metric, topic.phrase))
    return discourse.unit_of(metric, draft.quantity.value) if own and draft.quantity is not None else None


def _named(draft: Draft, slot: str) -> str | None:
    """Whom or what a slot names, else what the rule gives."""
    token = draft.slots.get(slot)
    return draft.sets.get(slot) if token is None else party(draft.sentence, token)


def _kind(draft: Draft, model: Told | None) -> str:
    if draft.kind != "same":
        return draft.kind
    return model.claim.kind if model else "level"


def _modality(draft: Draft, model: Told | None, period: str | None, discourse: Discourse) -> str:
    fixed = draft.sets.get("modality")
    if fixed:
        return fixed
    if draft.at_base:
        own = foretold.noun_modality(draft.sentence, draft.token, compared=True)
        before = _before(draft, discourse) if own == "reported" else None
        alike = (foretold.replaced, mood.trails, times.of_same_time)
        shared = any(ask(draft.sentence, draft.token) for ask in alike)
        return before.claim.modality if before is not None and shared else own
    if stands_apart(draft):
        return "reported"
    beside = times.beside(draft.sentence, draft.token) if draft.kind in _AMOUNTS else None
    bounded = beside is not None and beside.role in ("by", "until", "base")
    over = beside is not None and not bounded and discourse.tense(beside.edtf or None) == "over"
    own = mood.modality(draft.sentence, draft.token, draft.kind, over)
    if own == "reported" and model is not None and not _told_apart(draft, model, period, discourse):
        own = model.claim.modality
    if own == "reported" and draft.kind in _AMOUNTS and mood.trails(draft.sentence, draft.token):
        before = _before(draft, discourse)
        if before is not None:
            return before.claim.modality
    following = draft.sentence.tree.words[draft.sentence.extent(draft.token)[1] + 1 :][:1]
    tenses = ("to come", "open") if period and following == ("for",) else ("to come",)  # `5% for this year`
    to_come = own == "reported" and draft.kind != "rank" and discourse.tense(period) in tenses
    if not to_come or _is_past(draft):
        return own
    before = _before(draft, discourse)
    return "expected" if before is None or before.claim.modality == "reported" else before.claim.modality


def _is_past(draft: Draft) -> bool:
    """Whether a clause tells what was done, whatever is still to come of it: `has ordered 9 ships`."""
    roles, tree = draft.sentence.roles, draft.sentence.tree
    verb = roles.clause(draft.token) if tree.parsed else None
    if verb is None:
        return False
    past = tense(tree, verb) == "past" or mood.is_over(draft.sentence, verb)
    return past and not mood.is_judging(tree.words[verb])


def _told_apart(draft: Draft, model: Told, period: str | None, discourse: Discourse) -> bool:
    """Whether a figure is told as fact in a clause of its own (`pledged 9, of which 5 has been paid`) or of
    a time of its own that is over.
    """
    past = period != model.claim.period and discourse.tense(period) == "over"
    if past or foretold.presupposed(draft.sentence, draft.token):
        return True
    roles = draft.sentence.roles
    verb = roles.clause(draft.token)
    if model.draft.sentence is not draft.sentence or verb is None:
        return False
    helped = draft.sentence.tree.children(verb, "aux", "aux:pass", "cop")
    apart = verb != roles.clause(model.draft.token)
    return apart and bool(helped) and mood.has_tense(draft.sentence, verb)


def _before(draft: Draft, discourse: Discourse) -> Told | None:
    """What was told last, where it stands in the same sentence."""
    return next(discourse.told_in(draft.sentence), None)


def _negated(draft: Draft, quantity: Quantity | None) -> bool:
    """Whether the claim is denied; a `not` that bounds its figure (`not more than 2%`) denies nothing."""
    tree = draft.sentence.tree
    if draft.kind == "trend" and tree.parsed and tree.tags[draft.trigger].startswith("NN"):
        return noun_denied(draft.sentence, draft.trigger)
    bounded = quantity is not None and quantity.comparator in ("<=", ">=")
    told_by = draft.slots.get("happens", draft.trigger) if draft.kind == "event" else draft.trigger
    return not bounded and denial.negated(draft.sentence, told_by)


def _value(draft: Draft, kind: str) -> Decimal | None:
    if draft.quantity is not None:
        return abs(draft.quantity.value) if kind == "change" else draft.quantity.value
    if "value" in draft.sets:
        return Decimal(draft.sets["value"])
    if kind == "record":
        return streak(draft.sentence, draft.span)
    return draft.ordinal.value if kind == "rank" and draft.ordinal is not None else None


def _comparator(draft: Draft, quantity: Quantity | None) -> str:
    own = quantity.comparator if quantity else "="
    tree = draft.sentence.tree
    first = tree.tokens(*draft.span)[0]
    before = tree.lowered[max(0, first - 2) : first]
    if own == "<=" and before == ("up", "to") and draft.kind == "level" and "direction" in draft.sets:
        own = "="  # the particle of a movement: crept up to 12 percent
    return own if own != "=" or quantity is None else draft.sets.get("comparator", "=")
