"""Towards whom a figure is and where: from its clause, and from what was told of the same subject."""

from __future__ import annotations

from pipeline.extract.compared import compared_with
from pipeline.extract.destinations import bound_for
from pipeline.extract.discourse import Discourse
from pipeline.extract.drafts import Draft
from pipeline.extract.fronts import quarter
from pipeline.extract.transfers import deals, gives, holds, maker_of_goods, trader_of_whole
from pipeline.extract.tree import FINITE
from pipeline.extract.who import Parties
from pipeline.rules.vocabulary import is_relational

_DEALING = ("to", "from", "with", "for")
_BEHIND = 9
_HOSTED = ("investment", "fdi", "companies", "projects")
_MOSTLY = frozenset(
    {"mainly", "mostly", "chiefly", "largely", "primarily", "principally", "predominantly", "all"}
)
_MUTUAL = ("trade", "trade_balance")
_BOTH_WAYS = frozenset({"bilateral", "mutual", "two-way", "reciprocal"})
_TWO = frozenset({"two", "both", "them", "us"})
_WHERE = ("in", "at", "across", "within")


def find_others(draft: Draft, metric: str | None, who: Parties, discourse: Discourse) -> None:
    """Fill counterpart and place from the clause and from what was told of the same subject."""
    compared = compared_with(draft)
    if compared is not None and compared != who.subject:
        who.counterpart = compared
        return
    if who.counterpart is None and who.place is None and not who.in_turn:
        name, kind = _where(draft, who)
        abroad = discourse.is_country(who.subject) and name != who.subject
        if kind == "country" and (is_relational(metric) or abroad):
            who.counterpart = name
        else:
            who.place = name
    if draft.sentence.tree.parsed and (is_relational(metric) or metric == "share" or deals(draft)):
        who.counterpart = (
            who.counterpart or maker_of_goods(draft, who.subject) or _dealt_with(draft, who, metric)
        )
    if metric == "share" and who.counterpart is None:
        trader = trader_of_whole(draft)
        who.counterpart = trader if trader != who.subject else None
    if who.counterpart is None and draft.sentence.tree.parsed:
        who.counterpart = bound_for(draft, who.subject, metric)
    if metric == "share" and "whole" in draft.slots:
        whole = draft.sentence.name(draft.slots["whole"])
        held = whole.canonical if whole is not None and whole.type == "organisation" else None
        who.counterpart = who.counterpart or held
    if metric == "share" and who.counterpart is None and "whole" not in draft.slots and holds(draft):
        who.counterpart = discourse.held(draft.sentence)
    if is_relational(metric):
        who.counterpart = who.counterpart or discourse.counterpart_for(metric, who.subject)
    if metric in _MUTUAL and who.counterpart is None and _is_mutual(draft):
        who.counterpart = discourse.other_of_two(who.subject)
    foreign = discourse.is_country(who.subject) and who.subject != discourse.salience.home
    if who.counterpart is None and who.place is None and foreign and gives(draft):
        who.counterpart = discourse.salience.home
    if who.counterpart == who.subject:
        who.counterpart = None
    who.place = quarter(draft.sentence, draft.token) or who.place
    if who.place == who.subject:
        who.place = None


def _is_mutual(draft: Draft) -> bool:
    """Whether a figure is of what two have with each other: `bilateral trade`, `trade between the two`."""
    before = draft.sentence.tree.lowered[: draft.token]
    if not _BOTH_WAYS.isdisjoint(before):
        return True
    return any(
        before[at] == "between" and not _TWO.isdisjoint(before[at + 1 : at + 3]) for at in range(len(before))
    )


def _dealt_with(draft: Draft, who: Parties, metric: str | None) -> str | None:
    """The name that a phrase behind the figure brings in: `bought $8bn in goods from neighbouring Brazil`."""
    sentence = draft.sentence
    words, tags = sentence.tree.words, sentence.tree.tags
    if metric == "share":
        wanted: tuple[str, ...] = ("in", "from")
    else:
        wanted = (*_DEALING, "in", "into") if metric in _HOSTED else _DEALING
    held = None
    for token in range(draft.token + 1, min(draft.token + _BEHIND, len(words))):
        name = sentence.name(token)
        if held in wanted and name is not None and not name.adjective:
            hosts = held != "in" or metric != "share"
            fits = name.type == "organisation" or (name.type == "country" and hosts)
            return name.canonical if fits and name.canonical != who.subject else None
        aside = words[token] == "," and words[token + 1 : token + 2] != () and words[token + 1] in _MOSTLY
        if aside:
            continue  # `bought 90,000 tonnes, mainly from Latvia`
        if words[token] in (",", ";", ":", "(") or tags[token] in FINITE:
            return None
        if sentence.at[token] is not sentence.at[draft.token] and sentence.quantity(token) is not None:
            return None
        if tags[token] in ("IN", "TO") and words[token] != "of":
            held = words[token].lower()
    return None


def _where(draft: Draft, who: Parties) -> tuple[str | None, str | None]:
    """A place or country that the clause sets itself in (`in Baku`), as name and type."""
    sentence = draft.sentence
    if not sentence.tree.parsed:
        return None, None
    for anchor in (draft.trigger, sentence.roles.clause(draft.token)):
        if anchor is None:
            continue
        for preposition in _WHERE:
            for token in sentence.roles.phrases(anchor).get(preposition, []):
                name = sentence.name(token)
                if name is None or name.type not in ("country", "place"):
                    continue
                if name.canonical not in (who.subject, who.counterpart):
                    return name.canonical, name.type
    return None, None
