"""Whose figure a claim is, towards whom, and where."""

from __future__ import annotations

from dataclasses import replace

from pipeline.extract.admit import is_measured
from pipeline.extract.antecedents import antecedent_before
from pipeline.extract.beside import Beside, beside, in_turn, is_part
from pipeline.extract.claimants import claimants
from pipeline.extract.discourse import Discourse, Told
from pipeline.extract.drafts import Draft
from pipeline.extract.event_parties import actor_of, counterpart_of, place_of
from pipeline.extract.fronts import fronted, scope_of
from pipeline.extract.naming import is_deed, party
from pipeline.extract.others import find_others
from pipeline.extract.owners import bearer, is_indefinite, owner_name, owner_of
from pipeline.extract.phrases import Topic, read_topic
from pipeline.extract.places import place_beside
from pipeline.extract.prices import judged, quoted
from pipeline.extract.ranks import rank_parties
from pipeline.extract.runs import take_order
from pipeline.extract.sentence import Sentence
from pipeline.extract.told_things import titled
from pipeline.extract.transfers import buys
from pipeline.extract.trends import local_subject
from pipeline.extract.who import Parties
from pipeline.model import Name
from pipeline.rules.tables import table
from pipeline.rules.vocabulary import is_national, is_relational

_FIRST_PERSON = ("we", "our", "ours", "us", "my")
_QUOTED = ("price", "exchange rate")
_OPEN = frozenset({
    "phrase", "bearer", "clause", "maker", "pronoun", "where", "quoted", "whole", "lent", "article",
    "nothing",
})  # fmt: skip
"""The ways that leave it open who is meant: there weighing finds more of the right ones than the rules."""


def parties_of(
    draft: Draft, topic: Topic, metric: str | None, lent: Told | None, discourse: Discourse
) -> Parties:
    """The parties that the draft's slots, its noun phrase, its clause or the discourse name."""
    if draft.kind == "rank":
        subject, counterpart, place = rank_parties(draft, topic, discourse)
        return Parties(subject, counterpart, place, subject is not None, subject in discourse.salience.names)
    if draft.aligned and lent is not None:
        who = _aligned(draft, topic, metric, lent, discourse)
        if not who.in_turn:
            find_others(draft, metric, who, discourse)
        return take_order(draft, metric, who, discourse)
    who = _stated(draft, topic, metric, lent, discourse)
    if draft.kind == "event":
        holder = titled(draft.sentence, draft.slots["subject"]) if "subject" in draft.slots else None
        who.subject = holder or who.subject or actor_of(draft)
        who.counterpart = counterpart_of(draft, who.subject)
        who.place = place_of(draft, (who.subject, who.counterpart))
        return who
    who.subject = who.subject or _in_front(draft, metric, discourse)
    who.note("front")
    _lend(lent, who)
    who.note("lent")
    _find_subject(draft, topic, metric, who, discourse)
    who.note("article")
    by_rules = replace(who)
    if who.way in _OPEN:
        _choose(draft, topic, metric, who, lent, discourse)
    find_others(draft, metric, who, discourse)
    if who.subject != by_rules.subject:
        find_others(draft, metric, by_rules, discourse)
        # What flows between two is either's: a grant is whose it came from, or who received it.
        turned = is_relational(metric) and who.counterpart == by_rules.subject
        who.counterpart = who.counterpart if turned or who.counterpart == by_rules.counterpart else None
    who = take_order(draft, metric, who, discourse)
    if draft.kind in ("level", "change"):
        who.place = who.place or place_beside(draft.sentence, draft.token, (who.subject, who.counterpart))
    return who


def _choose(
    draft: Draft, topic: Topic, metric: str | None, who: Parties, lent: Told | None, discourse: Discourse
) -> None:
    """Weigh the subject that the rules found against all others that the article offers."""
    how = f"by way of {who.way}" + (" in turn" if who.in_turn else "" if who.explicit else " in passing")
    who.weighed = found = claimants(draft, topic, metric, who.subject, how, lent, discourse)
    if "counterpart" in draft.slots:
        found.drop(lambda each: each == who.counterpart)  # `$9 bn is owed to Chile`: by another
    subject = discourse.weigh("subject", draft, found)
    if subject == who.subject:
        return
    if subject is not None and subject == who.counterpart:
        who.counterpart = who.subject if discourse.is_country(who.subject) else None
    who.subject = subject
    who.explicit = subject is not None and "here" in found.found[subject]
    who.named = who.explicit and subject in discourse.salience.names
    who.in_turn = False


def _aligned(draft: Draft, topic: Topic, metric: str | None, lent: Told, discourse: Discourse) -> Parties:
    """The parties of the figure that another is parallel to, with what stands in the place of one of them."""
    who = Parties(topic.subject, topic.counterpart, topic.place)
    _take_slots(draft, who)
    who.in_turn = who.subject is not None
    who.subject = who.subject or lent.claim.subject
    for part in ("counterpart", "place"):
        theirs = getattr(lent.claim, part)
        if getattr(who, part) is None and theirs != who.subject:
            setattr(who, part, theirs)
    if who.subject is not None:
        who.subject = discourse.resolve(who.subject)
    if not discourse.may_have(who.subject, metric):
        who.subject = None
    who.note("figure beside")
    return who


def _take_slots(draft: Draft, who: Parties) -> None:
    """Take the parties that the draft's slots, or its rule, name."""
    for part in ("subject", "counterpart", "place"):
        token = draft.slots.get(part)
        named = _someone(draft.sentence, token) if token is not None else None
        if part == "subject" and token is not None and _is_whole(draft.sentence, token):
            named = None
        if named or part in draft.sets:
            setattr(who, part, named or draft.sets[part])


def _stated(
    draft: Draft, topic: Topic, metric: str | None, lent: Told | None, discourse: Discourse
) -> Parties:
    """What the claim's own words say: its slots, its noun phrase, its clause."""
    who = Parties(topic.subject, topic.counterpart, topic.place)
    who.note("phrase")
    if draft.like is not None and lent is not None and who.subject is None:
        who = Parties(lent.claim.subject, lent.claim.counterpart, lent.claim.place)
        who.note("figure beside")
    near = beside(draft, metric) if draft.quantity is not None else None
    if near is not None:
        who = _with(who, near)
        who.note(f"name {near.how}")
    elif _is_ours(draft, topic):
        who.subject = discourse.we
    _take_slots(draft, who)
    who.note("slot")
    if "subject" in draft.slots and who.subject is None:
        who.subject = discourse.antecedent(draft.sentence, draft.slots["subject"])
    borne = bearer(draft, topic, metric)
    if borne is not None and topic.ends:
        who.subject, who.counterpart = borne, None  # a line between two towns is neither's
    who.subject = who.subject or borne
    who.note("bearer")
    if topic.adjective is not None and who.subject == topic.adjective:
        _turn_to_buyer(draft, topic, who, discourse)
    if who.subject is None and draft.kind != "event":
        _from_clause(draft, topic, metric, who, discourse)
    if near is not None and near.other_party and who.subject == near.name:
        who.subject = _giver(draft)  # `gave Mali a loan of $5m`: not whoever gets it
    who.note("clause")
    who.subject = who.subject or topic.maker
    who.note("maker")
    who.subject = who.subject or _by_pronoun(draft, topic, discourse)
    who.note("pronoun")
    _take_turn(draft, metric, who, discourse)
    who.note("turn")
    if near is None:
        _settle_where(topic, metric, who)
    who.note("where")
    if metric in _QUOTED and "subject" not in draft.slots:
        who.subject = judged(draft) or who.subject
        who.note("judged")
        who.subject = who.subject or quoted(draft, topic)
        who.note("quoted")
    if who.subject is None and "whole" in draft.slots:
        whole = party(draft.sentence, draft.slots["whole"])
        who.subject = discourse.named(whole) or (whole if _acts(draft) else None)
    who.note("whole")
    if who.subject is not None:
        told = discourse.resolve(who.subject)
        who.subject = told if draft.kind != "event" or told not in draft.sentence.names else who.subject
    if draft.kind != "event" and who.subject is not None and discourse.is_person(who.subject):
        who.subject = discourse.stands_for(who.subject)
    papers = who.subject is not None and who.subject.lower() in table("phrases")["papers"]
    if papers or not discourse.may_have(who.subject, metric):
        who.subject = None
    if metric == "exports" and buys(draft, who.subject):
        seller = discourse.seller(who.subject)
        if seller is not None:
            who.subject, who.counterpart = seller, who.subject
            who.note("seller")
    who.note(who.way)
    who.in_turn = who.in_turn or is_part(draft)
    aside = near is not None and not near.other_party
    who.explicit = who.subject is not None and not who.in_turn and not aside
    who.named = who.explicit and who.subject in discourse.salience.names
    return who


def _in_front(draft: Draft, metric: str | None, discourse: Discourse) -> str | None:
    """Who stands before the clause; in an article about a firm, no place there owns what is the firm's.

    `Nationally, rents rose` is of the country that most speaks for.
    """
    if scope_of(draft.sentence, draft.token) == "home":
        return discourse.salience.home or discourse.salience.main.get("country")
    front = fronted(draft.sentence, draft.token)
    if front is None:
        return None
    of_firm = discourse.salience.company is not None and not is_national(metric)
    return None if of_firm and front.type != "organisation" else front.canonical


def _acts(draft: Draft) -> bool:
    """Whether those of whom a share is told are nothing measured and do what the clause tells.

    `85 percent of workers had backed it`, but not `half of exports went abroad`.
    """
    sentence, whole = draft.sentence, draft.slots["whole"]
    if not sentence.tree.parsed or is_measured(sentence, whole) or sentence.tree.tags[whole] != "NNS":
        return False
    if is_deed(sentence, whole) or sentence.roles.owner(whole) is not None:
        return False
    verb = sentence.roles.clause(draft.token)
    subject = sentence.roles.own_subject(verb) if verb is not None else None
    return subject is not None and sentence.at[subject] is sentence.at[draft.token]


def _by_pronoun(draft: Draft, topic: Topic, discourse: Discourse) -> str | None:
    """Whom `its` before the metric's noun, or `it` before its verb, stands for, here or a sentence before."""
    sentence = draft.sentence
    if not sentence.tree.parsed:
        return None
    owner = sentence.roles.owner(topic.head) if topic.head >= 0 else None
    if owner is not None and sentence.tree.tags[owner] == "PRP$":
        return discourse.antecedent(sentence, owner) or antecedent_before(sentence, owner)
    verb = sentence.roles.clause(draft.token)
    doer = sentence.roles.subject(verb) if verb is not None else None
    return antecedent_before(sentence, doer) if doer is not None else None


def _take_turn(draft: Draft, metric: str | None, who: Parties, discourse: Discourse) -> None:
    """Give each figure of a series the name behind it, as its place where a firm has them all."""
    name = in_turn(draft.sentence, draft.token) if draft.quantity is not None else None
    if name is None or is_relational(metric):
        return
    if who.subject is None or (
        who.subject in discourse.salience.names and not discourse.is_organisation(who.subject)
    ):
        who.subject, who.in_turn = name.canonical, True
    elif name.type in ("country", "place"):
        who.place = name.canonical


def _giver(draft: Draft) -> str | None:
    """Who does what the figure's clause tells."""
    verb = draft.sentence.roles.clause(draft.token)
    doer = draft.sentence.roles.doer(verb) if verb is not None else None
    return _someone(draft.sentence, doer) if doer is not None else None


def _is_ours(draft: Draft, topic: Topic) -> bool:
    """Whether a figure is of those who speak: `our sales`, `we sold`."""
    sentence = draft.sentence
    if not sentence.tree.parsed or topic.subject is not None:
        return False
    owner = sentence.roles.owner(topic.head) if topic.head >= 0 else None
    verb = sentence.roles.clause(draft.token)
    doer = sentence.roles.doer(verb) if verb is not None else None
    words = (sentence.tree.lowered[token] for token in (owner, doer, topic.head) if token not in (None, -1))
    return any(word in _FIRST_PERSON for word in words)


def _is_whole(sentence: Sentence, token: int) -> bool:
    """Whether `of` hangs a noun on a part that somebody has: `its share of the mix`, `took 9% of the mix`."""
    if not sentence.tree.parsed or sentence.roles.preposition(token) != "of":
        return False
    part = sentence.tree.heads[token]
    owner, verb = sentence.roles.owner(part), sentence.roles.clause(part)
    if owner is not None and sentence.tree.tags[owner] == "PRP$":
        return True
    return verb is not None and sentence.roles.object(verb) == part and sentence.roles.doer(verb) is not None


def _with(who: Parties, near: Beside) -> Parties:
    """The parties with the name beside the figure in its place."""
    name = near.name
    if near.other_party:
        return Parties(who.subject if who.subject != name else None, name, who.place)
    return Parties(name, who.counterpart if who.counterpart != name else None, who.place)


def _lend(lent: Told | None, who: Parties) -> None:
    """Take over the parties of the claim that this one leans on, unless its own words name another."""
    if lent is None:
        return
    who.subject = who.subject or lent.claim.subject
    if who.subject == lent.claim.subject:
        who.counterpart = who.counterpart or lent.claim.counterpart
        who.place = who.place or lent.claim.place


def _find_subject(draft: Draft, topic: Topic, metric: str | None, who: Parties, discourse: Discourse) -> None:
    """Look for the subject further off: a pair of countries, a scope, whom the article is about."""
    if topic.both or (metric == "trade" and who.subject is None):
        pair = _pair_in_clause(draft) or discourse.salience.pair
        if pair is not None and (who.counterpart is None or who.counterpart in pair):
            who.subject, who.counterpart = pair
    if draft.kind == "trend" and draft.sentence.tree.parsed:
        who.subject = who.subject or local_subject(draft.sentence, draft.token)
    if who.subject is None and scope_of(draft.sentence, draft.token) is None:
        heir = discourse.subject_for(draft.sentence, metric, who.counterpart)
        who.subject = heir if heir != who.counterpart else None


def _settle_where(topic: Topic, metric: str | None, who: Parties) -> None:
    """A place that the noun phrase names is the owner where there is no other, else the host or the place."""
    if topic.where is None or topic.where.canonical in (who.subject, who.counterpart):
        return
    at_market = metric in _QUOTED and topic.where.type == "place"
    if topic.partial or at_market:
        who.place = who.place or topic.where.canonical
    elif who.subject is None:
        who.subject = topic.where.canonical
    elif is_relational(metric) and topic.where.type == "country":
        who.counterpart = who.counterpart or topic.where.canonical
    else:
        who.place = who.place or topic.where.canonical


def _someone(sentence: Sentence, token: int) -> str | None:
    """Who a noun stands for; a metric stands for its owner, or for its goods: `sales of electric cars`."""
    below = read_topic(sentence, token)
    if below.metric is None or sentence.name(token) is not None:
        return party(sentence, token)
    goods = sentence.roles.phrase(token, "of")
    return below.subject or (party(sentence, goods) if goods is not None else party(sentence, token))


def _from_clause(draft: Draft, topic: Topic, metric: str | None, who: Parties, discourse: Discourse) -> None:
    """Take whose the figure's own clause says it is."""
    sentence = draft.sentence
    owner = owner_of(draft, topic, metric)
    if owner is None:
        return
    who.subject = discourse.ranked(sentence, owner)
    if who.subject is not None:
        return
    who.subject, other = owner_name(sentence, owner, draft.kind == "event")
    who.counterpart = who.counterpart or other
    if who.subject is not None and not is_indefinite(sentence, owner):
        who.subject = discourse.resolve(who.subject)


def _turn_to_buyer(draft: Draft, topic: Topic, who: Parties, discourse: Discourse) -> None:
    """Where someone named acts on it, a country's adjective is the other party: `Lidl raised Czech sales`."""
    sentence = draft.sentence
    actor = owner_of(draft, topic, topic.metric)
    if actor is None:
        return
    name = sentence.name(actor)
    buyer = name.canonical if name is not None and name.type in ("country", "organisation") else None
    buyer = buyer or discourse.ranked(sentence, actor)
    if buyer is None or buyer == who.subject:
        return
    verb = sentence.roles.clause(draft.token)
    acted_on = sentence.roles.object(verb) if verb is not None else None
    if acted_on is not None and (acted_on == topic.head or sentence.at[acted_on] is sentence.at[draft.token]):
        who.subject, who.counterpart = buyer, who.subject


def _pair_in_clause(draft: Draft) -> tuple[str, str] | None:
    """The two countries that the sentence speaks of, where they are just two: `Chile and Peru aim to ...`."""
    sentence = draft.sentence
    countries = {m.value.canonical: None for m in sentence.at
                 if m is not None and isinstance(m.value, Name) and m.value.type == "country"}  # fmt: skip
    first = list(countries)
    return (first[0], first[1]) if len(first) == 2 else None
