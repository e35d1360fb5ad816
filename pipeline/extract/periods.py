"""For which period a claim holds, by its own words and by what was told before; with which it is compared."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline import edtf
from pipeline.extract import mood, properties, times
from pipeline.extract.asides import aside, peoples
from pipeline.extract.discourse import Discourse, Told
from pipeline.extract.drafts import Draft
from pipeline.extract.event_times import told_behind
from pipeline.extract.nearness import timed
from pipeline.extract.opening import set_in
from pipeline.extract.scope import clause_tense
from pipeline.extract.standing import own_period, stands_apart, windows
from pipeline.model import Period
from pipeline.rules.tables import table

_AMOUNTS = ("level", "change")
_BASES = frozenset({"from", "against", "with", "versus"})
_COMPARING = 4
"""Words between a figure and the one it is compared with: `9, compared with some 12`."""


@dataclass(frozen=True, slots=True)
class Settled:
    """A question about time that is closed, with an EDTF or with none."""

    period: str | None


def period_of(
    draft: Draft, kind: str, metric: str | None, model: Told | None, discourse: Discourse
) -> str | None:
    """The period of a claim: the nearest that nothing forbids, else one told before.

    `model` is the claim of the figure that this one follows.
    """
    sentence = draft.sentence
    behind = told_behind(draft) if kind == "event" else None
    if behind is not None:
        return behind
    if draft.at_base:
        return _at_base(draft, model, discourse)
    settled = _of_standing(draft, metric) if kind == "level" else None
    if settled is not None:
        return settled.period
    if stands_apart(draft):
        return own_period(draft)
    if kind == "change" and model is not None and times.begun(sentence, draft.token) is not None:
        return model.claim.period
    settled = _of_comparison(draft, metric, discourse) if kind == "level" else None
    settled = _of_earlier(draft, metric, discourse) if kind == "change" else settled
    if settled is not None:
        return settled.period
    named = named_in(draft, "period")
    bounds = windows(draft) if kind == "record" else ()
    period = named.edtf if named and not bounds else times.own_period(sentence, draft.token, bounds)
    period = period.removeprefix("../") if period else None  # what stood until May stood in May
    since = kind == "level" and (period or "").endswith("/..")
    if since and properties.reached(sentence, draft.token):
        near = times.beside(sentence, draft.token)
        return near.edtf if near is not None and near.role == "at" and not near.shift else None
    beside = times.beside(sentence, draft.token)
    if kind == "record" and beside is not None and beside.role == "base":
        return beside.edtf
    period = period or _lent(draft, kind, metric, model, discourse)
    return period or (_year_after(draft, discourse) if kind == "level" else None)


def base_of(draft: Draft, period: str | None) -> str | None:
    """With which period a change is compared, given its own."""
    begun = times.begun(draft.sentence, draft.token)
    if begun is not None:
        return begun
    compared = _compared(draft)
    return times.resolved(compared, period) if compared else None


def named_in(draft: Draft, slot: str) -> Period | None:
    """The period that stands in one of a draft's slots."""
    token = draft.slots.get(slot)
    mention = draft.sentence.at[token] if token is not None else None
    return mention.value if mention is not None and isinstance(mention.value, Period) else None


def _at_base(draft: Draft, model: Told | None, discourse: Discourse) -> str | None:
    """The period of a figure that another is compared with."""
    sentence = draft.sentence
    earlier = named_in(draft, "period") or times.beside(sentence, draft.token)
    earlier = earlier or times.own_base(sentence, draft.token)
    own = model.claim.period if model else times.own_period(sentence, draft.token)
    own = own or next((each.claim.period for each in discourse.told_in(sentence)), None)
    if earlier is None:
        return own if times.of_same_time(sentence, draft.token) else None
    found = times.resolved(earlier, own) if model or earlier.shift else earlier.edtf or None
    if (
        earlier.shift == "P0D"
        and found
        and ".." not in found
        and not times.of_same_time(sentence, draft.token)
    ):
        return edtf.shift(found, "-P1Y")  # `$5m, up from $3m in the same quarter`
    return times.at_start(sentence, draft.token, found) if found and not earlier.shift else found


def _of_standing(draft: Draft, metric: str | None) -> Settled | None:
    """The period of a level that tells of no time, or only of the one beside it."""
    sentence, token = draft.sentence, draft.token
    if properties.attributive(sentence, token) or peoples(sentence, token):
        return Settled(None)
    if stands_apart(draft) or "period" in draft.slots:
        return None
    if properties.qualifies(sentence, token, metric):
        return Settled(None)
    if properties.accompanies(sentence, token, metric):
        near = times.beside(sentence, token)
        return Settled((near.edtf or None) if near is not None and not near.shift else None)
    return None


def _of_earlier(draft: Draft, metric: str | None, discourse: Discourse) -> Settled | None:
    """The period of a movement that was in a time before another: `It had risen 6% the year before`."""
    earlier = earlier_time(draft)
    if earlier is None:
        return None
    here = next((each.claim.period for each in discourse.told_in(draft.sentence)), None)
    told = here or discourse.period_for(draft.sentence, metric)
    return Settled(times.resolved(earlier, told))


def earlier_time(draft: Draft) -> Period | None:
    """The time before another in which a movement was, which it is not measured from."""
    quantity = draft.quantity
    if quantity is None or quantity.type != "percent":
        return None
    item = times.of_earlier(draft.sentence, draft.token)
    return item.period if item is not None else set_in(draft.sentence, draft.token)


def _of_comparison(draft: Draft, metric: str | None, discourse: Discourse) -> Settled | None:
    """The period of a level that its words set beside another: `$3m a year earlier`."""
    sentence, token = draft.sentence, draft.token
    told_from = times.beside(sentence, token) or set_in(sentence, token)
    if told_from is None:
        return None
    if (told_from.shift or "").startswith("-"):
        return Settled(times.resolved(told_from, discourse.period_for(sentence, metric)))
    named = times.compared_at(sentence, token) if told_from.role == "base" else None
    return Settled(named) if named is not None else None


def _year_after(draft: Draft, discourse: Discourse) -> str | None:
    """The period a year after the one that the figure behind is of, where the article has told of it:
    `It fell to 9, down from 12 in 2022` in an article about 2023.
    """
    sentence, words = draft.sentence, draft.sentence.tree.lowered
    behind = sentence.extent(draft.token)[1] + 1
    item = next((each for each in timed(sentence) if each.first >= behind), None)
    if item is None or not item.period.edtf or item.period.duration or "/.." in item.period.edtf:
        return None
    other = next((at for at in range(behind, item.first) if sentence.quantity(at) is not None), None)
    if other is None or other - behind > _COMPARING or _BASES.isdisjoint(words[behind:other]):
        return None
    later = edtf.shift(item.period.edtf, "P1Y")
    return later if any(each.claim.period == later for each in discourse.recent) else None


def _lent(
    draft: Draft, kind: str, metric: str | None, model: Told | None, discourse: Discourse
) -> str | None:
    """The period of a claim whose sentence gives it none: that of another, told before."""
    sentence = draft.sentence
    if model is not None and model.claim.period is not None:
        return model.claim.period
    if _of_whole(draft) and clause_tense(draft.sentence, draft.token) == "past":
        whole = discourse.last(draft.quantity)
        return whole.claim.period if whole is not None and not whole.draft.at_base else None
    if _was_expected(draft):
        return discourse.period_for(sentence, metric)
    taken_up = times.taken_up(sentence)
    if taken_up is not None:
        return discourse.period_for(sentence, metric, taken_up)
    if kind == "record":
        return discourse.period_here(sentence, metric)
    if kind not in _AMOUNTS:
        return None
    if _lasting(draft, metric):
        kept = discourse.period_kept(sentence, metric)
        if kept is not None:
            return kept
    compared = _compared(draft)
    if compared is None:
        return None
    if kind == "change":
        told = _told_before_base(compared, discourse.period_for(sentence, metric))
        if told is not None:
            return told
    return times.matching(compared, discourse.published)


def _of_whole(draft: Draft) -> bool:
    """Whether a figure is a part of what was told before: `$9m of that`, `Of these, 9 were children`."""
    words, end = draft.sentence.tree.lowered, draft.sentence.extent(draft.token)[1]
    wholes = table("phrases")["wholes"]
    behind = words[end + 1] == "of" and words[end + 2] in wholes if end + 2 < len(words) else False
    fronted = words[0] == "of" and words[1] in wholes and draft.token > 1
    return behind or (fronted and words[2] in (",", "total", "number", "amount", "sum"))


def _was_expected(draft: Draft) -> bool:
    """Whether a figure is what others had expected of the time told: `Analysts had expected a 1% rise`."""
    sentence, tree = draft.sentence, draft.sentence.tree
    verb = sentence.roles.clause(draft.token) if tree.parsed else None
    if verb is None or tree.lemmas[verb] not in table("phrases")["reckoning"]:
        return False
    who = sentence.roles.own_subject(verb)
    by = who is not None and tree.lowered[who] in table("phrases")["forecasters"]
    return by and any(tree.lowered[at] == "had" for at in tree.children(verb, "aux"))


def _compared(draft: Draft) -> Period | None:
    """The period that a claim's words compare its own with."""
    if earlier_time(draft) is not None:
        return None
    return named_in(draft, "base") or times.own_base(draft.sentence, draft.token)


def _told_before_base(compared: Period, told: str | None) -> str | None:
    """The time told before, where a movement is one since the same time of the year before.

    `Imports in May came to $3m. That is 4% less than in the same month last year.`
    """
    if told is None or ".." in told:
        return None
    if compared.shift and compared.shift.startswith("-"):
        return told
    try:
        return told if compared.edtf == edtf.shift(told, "-P1Y") else None
    except ValueError:
        return None


def _lasting(draft: Draft, metric: str | None) -> bool:
    """Whether a figure may keep the time of those before: a flow told in the past, but no price of a day."""
    if _is_quoted(draft, metric):
        return False
    told = clause_tense(draft.sentence, draft.token)
    if metric not in table("phrases")["flows"]:
        flows = draft.kind == "change" and told == "past"
    else:
        flows = told != "present"
    flows = flows and aside(draft.sentence, draft.token) is None
    return flows and mood.modality(draft.sentence, draft.token) == "reported"


def _is_quoted(draft: Draft, metric: str | None) -> bool:
    """Whether a price is that of shares or bonds, which is a day's and no quarter's."""
    words = draft.sentence.tree.lowered
    return metric == "price" and not frozenset(table("phrases")["quoted"]).isdisjoint(words)
