"""A number that leaves out its unit: `It made 190 million a year earlier`, after 212 million euros.

Such a number counts nothing: no noun follows it, nothing in its clause is counted, and an amount of about its
size was told just before, in the same sentence or the one before.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from pipeline.extract.admit import is_measured
from pipeline.extract.by_clause import of_clause
from pipeline.extract.discourse import Discourse, Told
from pipeline.extract.drafts import Draft
from pipeline.extract.phrases import Topic
from pipeline.model import Quantity
from pipeline.rules.tables import table
from pipeline.rules.vocabulary import currency_of, fits, is_actor

_AS_LARGE = Decimal(10)
_HUNDRED = Decimal(100)
_SUM_AS_LARGE = Decimal(200)
_ROUND = Decimal(1_000_000)
"""Millions are rather money than things where money was told: they may differ more from it."""
_QUOTED = 3  # words in which the other currency comes: `to the dollar`
_SCALES = {"million": Decimal(10**6), "billion": Decimal(10**9), "trillion": Decimal(10**12)}
_LATELY = 4  # claims told before
_PASSED_OVER = ("percent", "percentage_point", "basis_point", "factor", "point")
_TOLD = ("level", "change")
_COUNTS = ("of", "out", "people")
_WHOLES = frozenset({"which", "that", "this", "it"})


def with_unit(draft: Draft, topic: Topic, discourse: Discourse) -> Quantity | None:
    """The draft's quantity, with the unit of the amount told before where it leaves out its own."""
    quantity = draft.quantity
    if quantity is None or draft.kind not in _TOLD or not quantity.bare or "unit" in draft.sets:
        return quantity
    metric = topic.metric or of_clause(draft)
    before = _amount_before(draft, discourse)
    if before is None and _units(metric) == ["money"] and quantity.value >= _ROUND:
        before = _money_before(discourse)
    other = before.draft.quantity if before is not None else None
    if before is None or other is None:
        return quantity
    if other.type == "money" and _units(metric) == ["money"]:
        return replace(quantity, type=other.type, unit=other.unit)
    if draft.kind == "change" or not _as_large(quantity, before):
        return quantity
    whole = replace(quantity, type=other.type, unit=other.unit, per=other.per)
    return quantity if _counts(draft, topic, whole) else whole


def currency_quoted(draft: Draft, metric: str | None) -> str | None:
    """The currency of a bare rate: `The zloty eased to 2.80 per dollar` tells so many zlotys."""
    token, quantity, tree = draft.slots.get("metric"), draft.quantity, draft.sentence.tree
    if metric != "exchange rate" or token is None or quantity is None or not quantity.bare:
        return None
    behind = tree.lowered[draft.sentence.extent(draft.token)[1] + 1 :][:_QUOTED]
    unit = currency_of(tree.lowered[token])
    quoted = behind[:1] and behind[0] in ("per", "to", "a") and any(map(currency_of, behind[1:]))
    return unit if quoted and unit not in table("metrics")["quoted_in_others"] else None


def money_of(draft: Draft, metric: str | None, discourse: Discourse) -> str | None:
    """The currency of a bare number of millions, where its metric is told in nothing but money."""
    quantity = draft.quantity
    if quantity is None or not quantity.bare or quantity.value < _ROUND or _units(metric) != ["money"]:
        return None
    before = _money_before(discourse)
    large = before is not None and before.claim.value is not None and before.claim.value >= _HUNDRED
    return before.claim.unit if before is not None and large else None  # no `dollar a day`


def moved_unit(draft: Draft, metric: str | None, before: Told | None) -> str | None:
    """The unit of what a metric moved by, for the bare number it moved to: `by 3 tonnes to 305`."""
    if before is None or draft.quantity is None or not draft.quantity.bare:
        return None
    moved = before.claim.kind == "change" and before.claim.metric == metric and metric is not None
    measure = before.claim.unit not in (*_PASSED_OVER, "count")
    return before.claim.unit if moved and measure and draft.kind == "level" else None


def _money_before(discourse: Discourse) -> Told | None:
    """The sum of money told last anywhere: in its currency is what can be told in none but money."""
    return next(
        (
            each
            for each in reversed(discourse.recent)
            if each.draft.quantity is not None and each.draft.quantity.type == "money"
        ),
        None,
    )


def _amount_before(draft: Draft, discourse: Discourse) -> Told | None:
    """The level or change told last here or in the sentence before, if it is an amount with a unit."""
    for each in reversed(discourse.told):
        quantity, sentence = each.draft.quantity, each.draft.sentence
        if quantity is None or each.claim.kind not in ("level", "change"):
            continue
        if sentence.paragraph != draft.sentence.paragraph:
            return None
        here = sentence is draft.sentence or sentence is draft.sentence.before
        if not here:
            return None
        if each.claim.unit in _PASSED_OVER and not _as_percent(draft, each):
            continue
        return (
            each
            if quantity.type in ("money", "quantity", "percent") and quantity.unit not in (None, "count")
            else None
        )
    return None


def _as_percent(draft: Draft, before: Told) -> bool:
    """Whether a bare number may be a percentage as one told in its sentence: `got 25%; it wanted 40`."""
    value = draft.quantity.value if draft.quantity is not None else 0
    level = before.claim.kind == "level" and before.claim.unit == "percent"
    return level and before.draft.sentence is draft.sentence and value <= _HUNDRED


def _as_large(quantity: Quantity, before: Told) -> bool:
    value = before.claim.value
    if not value or not quantity.value:
        return False
    rounded = before.draft.quantity is not None and before.draft.quantity.type == "money"
    most = _SUM_AS_LARGE if rounded and quantity.value >= _ROUND else _AS_LARGE
    return 1 / most <= quantity.value / value <= most


def _counts(draft: Draft, topic: Topic, whole: Quantity) -> bool:
    """Whether a bare number counts something after all, which its clause names."""
    sentence, token = draft.sentence, draft.slots.get("metric")
    end = sentence.extent(draft.token)[1]
    behind = sentence.tree.words[end + 1 : end + 2]
    taken_up = not _WHOLES.isdisjoint(sentence.tree.words[end + 1 : end + 3])
    if behind and behind[0].lower() in _COUNTS and not taken_up:
        return True
    if token is not None and token > draft.token and not sentence.is_period(token):
        return not taken_up
    if topic.metric is not None and not topic.partial and not is_actor(sentence.tree.lowered[topic.head]):
        return not fits(topic.metric, whole, draft.kind)
    if _units(of_clause(draft)) == ["count"]:
        return True
    if token is not None and token > draft.token:
        return False
    named = token is not None and not topic.partial and not topic.anaphoric
    return named and token is not None and sentence.name(token) is None and _is_told(draft, token)


def _units(metric: str | None) -> list[str]:
    return list(table("metrics")["measured_in"].get(metric, ()))


def _is_told(draft: Draft, token: int) -> bool:
    """Whether the noun in the metric slot is measured by the figure, in a unit of its own."""
    return draft.trigger != draft.token and is_measured(draft.sentence, token)


def in_scale(
    draft: Draft, quantity: Quantity, unit: str, metric: str | None, discourse: Discourse
) -> Quantity:
    """A quantity in the million that its metric was told in just before, where it leaves that out too.

    `It spent 11 million euros in 2024, and expects to spend 14 this year.`
    """
    alike = (each for each in reversed(discourse.told[-_LATELY:]) if each.claim.metric == metric)
    told = next((each for each in alike if each.claim.unit == unit and each.claim.kind == "level"), None)
    own = draft.sentence.quantity(draft.token)
    bare = own is not None and own.bare and own.value == quantity.value
    if not bare or unit == "count" or told is None or not told.claim.value:
        return quantity
    value = as_told(quantity.value, told)
    return (
        replace(quantity, value=value) if 1 / _AS_LARGE <= value / told.claim.value <= _AS_LARGE else quantity
    )


def as_told(value: Decimal, told: Told) -> Decimal:
    """A number in the million that another figure was told in."""
    mention = told.draft.sentence.at[told.draft.token]
    words = mention.text.lower().split() if mention is not None else []
    scaled = value * next((scale for word, scale in _SCALES.items() if word in words), 1)
    return Decimal(f"{scaled.normalize():f}")
