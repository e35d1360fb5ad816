"""Of when a figure could be, and what speaks for each time: the sentence, the figures before, the rules.

The rules take the nearest period that nothing forbids. What forbids one is seldom a single thing: tense, a
comma, another figure in between and what is measured each say a little, so they are added up.
"""

from __future__ import annotations

from pipeline import edtf
from pipeline.extract import times
from pipeline.extract.bearings import clauses
from pipeline.extract.choice import Candidates
from pipeline.extract.discourse import FIGURES, Discourse, Told
from pipeline.extract.drafts import Draft
from pipeline.extract.moments import around, bearing
from pipeline.extract.nearness import timed


def dates(
    draft: Draft, kind: str, metric: str | None, chosen: str | None, model: Told | None, discourse: Discourse
) -> Candidates:
    """The possible periods of a draft's claim.

    `chosen` is that of the rules; `model` is the claim of the figure that the draft's goes with.
    """
    found = Candidates()
    _from_sentence(found, draft, metric, discourse)
    _from_claims(found, draft, kind, metric, discourse)
    if model is not None:
        _tell(found, model.claim.period, "of the figure it goes with")
    _tell(found, chosen, "chosen")
    if len(found.found) > 1:
        _join(found, draft, kind, metric)
    return found


def _tell(found: Candidates, period: str | None, *what: str) -> None:
    """Add what is true of a period, or of there being none."""
    if period is None:
        found.found[None].update(what)
    else:
        found.tell(period, what)


def _from_sentence(found: Candidates, draft: Draft, metric: str | None, discourse: Discourse) -> None:
    """The periods that the sentence names, each also as it reads from the one told before."""
    sentence, token = draft.sentence, draft.token
    items = timed(sentence)
    told = discourse.period_for(sentence, metric)
    slots = {sentence.extent(at)[0]: slot for slot, at in draft.slots.items() if sentence.is_period(at)}
    before = [item.first for item in items if item.last < token]
    behind = [item.first for item in items if item.first > token]
    for item in items:
        tells = {"here", *bearing(draft, item)}
        marked = ((before[-1:], "nearest before"), (behind[:1], "nearest behind"))
        tells |= {what for tokens, what in marked if item.first in tokens}
        if item.first in slots:
            tells.add(f"slot {slots[item.first]}")
        if len(items) == 1:
            tells.add("only one")
        found.tell(item.period.edtf, tells)
        if item.period.shift:
            found.tell(times.resolved(item.period, told), tells | {"shifted"})
    beside, base = times.beside(sentence, token), times.own_base(sentence, token)
    found.tell(times.own_period(sentence, token), ("own",))
    found.tell(times.taken_up(sentence), ("taken up",))
    found.tell(beside.edtf if beside else None, ("beside",))
    found.tell(base.edtf if base else None, ("base",))


def _from_claims(
    found: Candidates, draft: Draft, kind: str, metric: str | None, discourse: Discourse
) -> None:
    """The periods of figures told before, or that they had none."""
    told = [each for each in discourse.told if each.claim.kind in FIGURES]
    for what, claims in _groups(draft, kind, metric, told).items():
        if claims:
            _tell(found, claims[-1].claim.period, what)
            if claims[-1].draft.at_base:
                _tell(found, claims[-1].claim.period, f"{what}, compared with")
    if told:
        _tell(found, told[0].claim.period, "first figure")
    here = [each for each in discourse.told if each.draft.sentence is draft.sentence]
    acts = [each.claim.period for each in here if each.claim.kind == "event"]
    if acts:
        _tell(found, acts[-1], "last event here")
    _tell(found, discourse.period_for(draft.sentence, metric), "lent")
    _tell(found, discourse.period_here(draft.sentence, metric), "lent here")


def _groups(draft: Draft, kind: str, metric: str | None, told: list[Told]) -> dict[str, list[Told]]:
    """The figures before by where they stand and what they share with this one."""
    sentence, clause = draft.sentence, clauses(draft)[:1]
    unit = (draft.quantity.unit or "count") if draft.quantity is not None else None
    near = [each for each in told if each.draft.sentence.paragraph == sentence.paragraph]
    here = [each for each in near if each.draft.sentence is sentence]
    same = [each for each in told if metric is not None and each.claim.metric == metric]
    return {
        "last figure": told,
        "last figure here": here,
        "last figure in the clause": [each for each in here if clauses(each.draft)[:1] == clause],
        "last figure of the sentence before": [e for e in near if e.draft.sentence is sentence.before],
        "last figure in the paragraph": [each for each in near if each.draft.sentence is not sentence],
        "last figure in another paragraph": [each for each in told if each not in near],
        "same metric": same,
        "same metric in the paragraph": [each for each in same if each in near],
        "same metric here": [each for each in same if each in here],
        "same unit": [each for each in told if unit is not None and each.claim.unit == unit],
        "same kind": [each for each in told if each.claim.kind == kind],
    }


def _join(found: Candidates, draft: Draft, kind: str, metric: str | None) -> None:
    """Join what is true of each period with where it comes from, and with what is true of the figure."""
    company = set(around(draft, kind, metric))
    for period, told in found.found.items():
        own = told - {"here"}
        source = "none" if period is None else "here" if "here" in told else "told"
        length = "none" if period is None else _length(period)
        told |= {source, f"{source}, {length}", f"{length}: {kind}"}
        told |= {f"{what}: {kind}" for what in own}
        told |= {f"{source}, {what}" for what in company}
        if period is not None:
            told |= {f"{length}, {what}" for what in company}
        if "chosen" in own:
            told |= {f"chosen, {source}", *(f"{what}, chosen" for what in own)}
            told |= {f"chosen, {source}, {what}" for what in company}


def _length(period: str) -> str:
    """How long a period is: a `day`, a `stretch of months`, `open`."""
    if ".." in period:
        return "open"
    try:
        return f"stretch of {edtf.grain(period)}s" if "/" in period else edtf.grain(period)
    except ValueError:
        return "other"
