"""Which metric a draft is about.

The noun in its metric slot says it where that noun is measured or counted; whoever acts on a figure, and a
thing that is sold or moved, only leads to it. Then the unit, the verb, what else the sentence measures, and
at last the figures told before are asked, in the order of `_WAYS`.
"""

from __future__ import annotations

from collections.abc import Callable

from pipeline.extract.admit import is_measured
from pipeline.extract.around import (
    goods,
    of_complement,
    of_dimension,
    of_fraction,
    of_goods,
    of_name,
    of_rate,
    of_state,
    of_strong,
    of_tail,
    of_unit,
)
from pipeline.extract.by_clause import abroad, near, of_clause, of_comparison, of_object, supplied
from pipeline.extract.by_verb import (
    earns,
    in_percent,
    is_handed,
    is_priced,
    of_carried,
    of_imports,
    of_lending,
    of_rated,
    of_room,
    of_spenders,
    of_verb_left_out,
    of_worth,
)
from pipeline.extract.dealings import (
    RETAIL,
    is_costed,
    of_cost,
    of_earnings,
    of_exchange,
    of_pay,
    of_purpose,
    of_source,
)
from pipeline.extract.discourse import Discourse, Told
from pipeline.extract.drafts import Draft
from pipeline.extract.figures import (
    counts_people,
    is_amount,
    is_bare_count,
    is_money,
    is_part,
    is_percentage,
    is_subject,
    is_whole,
    moves,
)
from pipeline.extract.growth import of_growth
from pipeline.extract.lending import leaning, rate_told, resumes, said_before, told_before, told_of_goods
from pipeline.extract.phrases import Topic
from pipeline.extract.plurals import plural
from pipeline.extract.prices import of_shares
from pipeline.extract.rank_metric import ranked
from pipeline.extract.relatives import is_measured_by_clause
from pipeline.extract.repeated import of_part, of_repeated
from pipeline.extract.sentence import Sentence
from pipeline.rules.inflect import plural_of
from pipeline.rules.tables import table
from pipeline.rules.vocabulary import (
    fits,
    is_actor,
    is_by_country,
    is_counter,
    is_goods,
    metric_of_words,
)

_PAID = 10_000
"""What is paid less than is rather a price: `by train we pay 1,300`."""
_PARTICLES = ("home", "back", "out", "off", "abroad")
_NOUNS = ("NN", "VBG", "JJ", "FW")
_MORE = ("JJR", "JJS")
_TIMES = ("year", "month", "week", "day", "hour", "decade")
_BY_NOUN = tuple(
    f"trend.{name}" for name in ("becomes", "idiom", "ill", "gives_back", "wins_back", "feeling")
)
"""Rules whose verb says nothing of what is measured (`queues got longer`), their noun alone does."""
_PRICED = ("level", "change", "record")


def metric_of(
    draft: Draft, topic: Topic, lent: Told | None, discourse: Discourse
) -> tuple[str | None, str | None]:
    """The metric's id, or the article's own noun phrase, and the way that led to it; None for events."""
    if draft.kind == "event":
        return None, None
    if draft.sets.get("metric"):
        return draft.sets["metric"], "rule"
    if draft.rule.id in _BY_NOUN and topic.phrase and topic.metric is None and not topic.partial:
        return topic.phrase, "own noun"
    if draft.kind == "rank":
        return ranked(draft, topic, discourse), "rank"
    reaches = draft.rule.id == "level.reach"
    told_apart = reaches and is_measured_by_clause(draft.sentence, draft.slots.get("metric"))
    alike = draft.kind == "same" or draft.aligned or told_apart
    for way, ask in _WAYS.items():
        metric = ask(draft, topic, lent, discourse)
        if metric:
            # In `coal fell by 3% and oil by 5%` the noun is put beside the figure for this alone.
            return metric, "noun beside" if way == "phrase" and alike else way
    return None, None


def _of_own_noun(draft: Draft, topic: Topic, discourse: Discourse) -> str | None:
    """The id of the slot's own noun."""
    of_verb = of_clause(draft)
    if counts_people(draft):
        return of_verb if of_verb in table("metrics")["by_verb"]["people"] else "people"
    nearby = (*near(draft), of_verb, of_object(draft), *supplied(draft))
    metric = topic.metric or leaning(topic, discourse, *nearby)
    if metric is None or topic.partial:
        return None
    metric = in_percent(draft, topic, abroad(draft.sentence, topic.head, metric))
    if topic.phrase in table("metrics")["alone"]:
        metric = rate_told(discourse) or metric
    counted = metric in table("metrics")["counted"]
    behind, quantity = draft.token < draft.slots["metric"], draft.quantity
    if is_percentage(draft) and behind and (counted or is_whole(draft)):
        return "share"
    if metric == "share" and quantity is not None and quantity.type == "number" and quantity.noun:
        return metric_of_words(quantity.noun.split()) or plural_of(quantity.counted or quantity.noun)
    if behind and draft.rule.id == "level.qualifies" and metric in table("metrics")["costed"]:
        return of_cost(draft) or metric
    by_unit = quantity is not None and (quantity.type == "quantity" or (behind and bool(quantity.noun)))
    measures = draft.kind == "level" and by_unit
    if measures and of_unit(draft) in table("metrics")["spatial"] and not fits(metric, quantity, draft.kind):
        return None  # `a line with room for 9 tonnes, which runs for 40 km`
    if (measures or is_by_country(metric, topic.phrase)) and not fits(metric, draft.quantity, draft.kind):
        return None if _acts(draft) else topic.phrase
    if (
        of_verb == "index"
        and metric in table("metrics")["counted"]
        and not fits(of_verb, draft.quantity, draft.kind)
    ):
        return "price"  # a contract that closed at a sum
    if not behind and is_priced(draft) and is_subject(draft) and metric in ("aid", "loan", "debt"):
        return "cost"  # `the bailout cost taxpayers $4bn`
    if not behind and is_money(draft) and not fits(metric, quantity, draft.kind):
        return None  # `a berth for the truck costs $40`
    loose = not behind and is_bare_count(draft) and not _tied(draft)
    if counted and loose and _is_doer(draft.sentence, draft, draft.slots["metric"]):
        return None
    if counted and behind and is_amount(draft) and of_verb and fits(of_verb, draft.quantity, draft.kind):
        return None
    if counted and is_subject(draft) and moves(draft) and is_goods((topic.phrase or "").split()):
        return told_of_goods(draft, discourse, "earned_by_goods") or metric
    if counted and is_amount(draft) and is_subject(draft) and (of_verb or _acts(draft)):
        return None
    by_verb = table("metrics")["by_verb"].get(metric, ())
    return of_verb if of_verb is not None and of_verb in by_verb else metric


def _of_other(draft: Draft, lent: Told) -> str | None:
    """The metric of the figure that this one is set beside; part of an amount is a share of it."""
    quantity, other = draft.quantity, lent.draft.quantity
    noun = quantity.noun if quantity is not None and quantity.unit is None else None
    beside = other.noun if other is not None else None
    if noun and beside and noun not in (beside, *_TIMES) and not is_counter(noun):
        return metric_of_words(noun.split()) or plural_of(noun)
    told = of_part(draft, lent) or lent.claim.metric
    amount = lent.claim.kind == "level" and lent.claim.unit != "percent"
    if amount and is_percentage(draft):
        return "share"
    if told is not None and draft.kind == "level" and not fits(told, quantity, draft.kind):
        return None
    return told


def _of_counted(draft: Draft, topic: Topic, discourse: Discourse) -> str | None:
    """The noun behind the figure where the slot holds the one before it: `reached 85,000 children`."""
    quantity = draft.quantity
    if quantity is None or quantity.noun is None or topic.metric is not None:
        return None
    if quantity.noun.removesuffix("s") in _TIMES:
        return None  # `3 million two decades ago`
    if is_counter(quantity.noun) and of_clause(draft) in ("sales", "cargo"):
        return "sales"  # `has sold 9,000 copies`, `shifted 9,000 units`
    token = draft.slots.get("metric", draft.token)
    if (
        token < draft.token
        and not topic.partial
        and topic.phrase
        and (is_counter(quantity.noun) or quantity.noun in table("metrics")["steps"])
        and _tied(draft)
    ):
        return topic.phrase
    if quantity.type == "percent" and draft.kind == "level":
        return "share"
    if draft.slots.get("metric", draft.token) >= draft.token:
        return None
    told = leaning(Topic(-1, phrase=quantity.noun), discourse, of_object(draft))
    return metric_of_words(quantity.noun.split()) or told or plural_of(quantity.noun)


def _of_unit(draft: Draft, topic: Topic, lent: Told | None, discourse: Discourse) -> str | None:
    """What the unit speaks for, save where a noun of its own is measured: `the gap was 900 megawatts`."""
    metric, token = of_unit(draft), draft.slots.get("metric")
    if metric is None or token is None or metric == "temperature":
        return metric
    of_verb = of_clause(draft)
    if of_verb == "weight":
        return of_verb  # `the nugget weighed 400 ounces`
    made = metric in ("production", "electricity_generation")
    if made and of_verb != "production" and of_verb in table("metrics")["of_goods"]:
        return of_verb  # `India bought 1.9 million barrels a day`
    if topic.partial and not topic.anaphoric:
        said = said_before(draft, discourse)  # `exports hit a peak of 900,000 barrels a day`
        return said if said in table("metrics")["measured_in"] else metric
    told = lent.claim.metric if lent is not None and topic.anaphoric else None
    if (
        told is not None
        and told in table("metrics")["measured_in"]
        and fits(told, draft.quantity, draft.kind)
    ):
        return told
    own = topic.metric is None and not topic.partial and token < draft.token
    return topic.phrase if own and _tied(draft) and is_measured(draft.sentence, token) else metric


def _of_verb(draft: Draft, topic: Topic, discourse: Discourse) -> str | None:
    """What the verb makes of its object's figure; a verb of earning tells of the trade told last in goods."""
    led = is_subject(draft) or topic.phrase is None or topic.partial or topic.phrase in _PARTICLES
    token = draft.slots.get("metric")
    named = token is not None and topic.metric is None and not topic.partial and not is_priced(draft)
    if (
        not (is_amount(draft) or is_bare_count(draft))
        or not led
        or (named and token is not None and is_measured(draft.sentence, token))
    ):
        return None
    metric = of_clause(draft)
    if metric == "revenue" and earns(draft, topic, discourse):
        return "profit"
    if metric == "consumption" and is_money(draft):
        metric = "cost"  # `burns through $9 million a month`
    metric = of_spenders(topic, of_imports(draft, metric))
    if metric is None or not fits(metric, draft.quantity, draft.kind):
        return None
    verb = draft.sentence.roles.clause(draft.token)
    if draft.kind == "change" and topic.phrase is not None and (verb == draft.trigger or not _acts(draft)):
        return None
    if metric == "revenue" and not _acts(draft, by_noun=True):
        return told_of_goods(draft, discourse, "earned_by_goods") or metric
    quantity = draft.quantity
    if draft.kind == "change" and quantity is not None and quantity.unit in ("percent", "factor"):
        return of_comparison(draft, metric)
    if (
        quantity
        and quantity.value < (RETAIL if metric == "cost" else _PAID)
        and metric in ("cost", "payment")
        and not is_handed(draft)
    ):
        metric = "price"
    return abroad(draft.sentence, draft.token, metric)


def _of_phrase(draft: Draft, topic: Topic, discourse: Discourse) -> str | None:
    """The slot's own words where they name what is measured; goods are measured as those told of before."""
    if topic.partial or not topic.phrase or _acts(draft):
        return None
    token = draft.slots["metric"]
    tag = draft.sentence.tree.tags[token]
    if not tag.startswith(_NOUNS) or tag in _MORE or draft.sentence.quantity(token) is not None:
        return None
    if draft.rule.id == "level.qualifies" and is_costed(draft, topic.phrase):
        return of_cost(draft)
    named = draft.match is not None and "metric" in draft.match.slots
    if (
        is_bare_count(draft)
        and not _tied(draft)
        and is_subject(draft)
        and of_clause(draft) is None
        and draft.sentence.tree.tags[token] == "NNS"
    ):
        return None  # `teachers get 9,800`
    behind, measured = token > draft.token, is_measured(draft.sentence, token)
    words = topic.phrase.partition(" of ")[0].split()
    if not (behind or measured or is_goods(words)) and (not _tied(draft) or tag.startswith("NNP")):
        return None
    part = is_part(draft) if behind or not measured else False
    if is_percentage(draft) and (part or (behind and not measured and tag == "NNS")):
        return "share"
    traded = is_goods(words[-1:] if measured else words)
    if traded and draft.rule.id == "level.at" and is_money(draft):
        return "price"  # `light crude at $86`
    if named or behind or draft.kind not in _PRICED or (measured and not traded):
        return plural(draft, topic.phrase)
    if traded:
        told = told_of_goods(draft, discourse)
        if told is not None:
            return told
        if draft.quantity is None or draft.quantity.type in ("money", "percent"):
            return "price"
    if draft.kind == "record" and draft.quantity is None:
        here = discourse.told[-1] if discourse.told else None
        if here is not None and here.draft.sentence is draft.sentence and here.claim.metric:
            return here.claim.metric
    return plural(draft, topic.phrase)


def _acts(draft: Draft, by_noun: bool = False) -> bool:
    """Whether the noun in the metric slot is who acts on the figure: `the government set aside $5m`.

    No word of being or moving ties it to the figure, or it is one of those who are never measured.
    """
    sentence, token = draft.sentence, draft.slots.get("metric")
    if token is None or token > draft.token:
        return False
    name = sentence.name(token)
    if name is not None:
        return name.type in ("organisation", "person", "country")
    if is_actor(sentence.tree.lowered[token]):
        return True
    return not (by_noun or _tied(draft) or is_measured(sentence, token)) and _is_doer(sentence, draft, token)


def _tied(draft: Draft) -> bool:
    """Whether a word of being or moving, the rule's own words or a clause before tie figure and noun."""
    moves = draft.kind in ("trend", "record")
    return (
        moves
        or draft.aligned
        or draft.trigger != draft.token
        or (draft.match is not None and "metric" in draft.match.slots)
    )


def _is_doer(sentence: Sentence, draft: Draft, token: int) -> bool:
    """Whether a noun does something to the figure, or to something else in the figure's clause."""
    roles = sentence.roles
    verb = roles.clause(draft.token) if sentence.tree.parsed else None
    return verb is not None and token == roles.doer(verb) and roles.object(verb) is not None


def _of_one_beside(draft: Draft, topic: Topic, lent: Told | None) -> str | None:
    """The metric of the figure that this one is set beside, where no noun of its own is told."""
    return _of_other(draft, lent) if draft.like is not None and lent is not None and topic.head < 0 else None


_WAYS: dict[str, Callable[[Draft, Topic, Told | None, Discourse], str | None]] = {
    "dimension": lambda draft, *_: of_dimension(draft),
    "state": lambda draft, *_: of_state(draft),
    "fraction": lambda draft, *_: of_fraction(draft),
    "strength": lambda draft, *_: of_strong(draft),
    "lending": lambda draft, *_: of_lending(draft),
    "repeated": lambda draft, topic, _, discourse: of_repeated(draft, topic, discourse),
    "exchange": lambda draft, *_: of_exchange(draft),
    "earnings": lambda draft, topic, _, discourse: of_earnings(draft, topic, discourse),
    "purpose": lambda draft, *_: of_purpose(draft),
    "source": lambda draft, *_: of_source(draft),
    "pay": lambda draft, topic, *_: of_pay(draft, topic),
    "carried": lambda draft, topic, *_: of_carried(draft, topic),
    "room": lambda draft, topic, *_: of_room(draft, topic),
    "own noun": lambda draft, topic, _, discourse: _of_own_noun(draft, topic, discourse),
    "one beside": lambda draft, topic, lent, _: _of_one_beside(draft, topic, lent),
    "counted": lambda draft, topic, _, discourse: _of_counted(draft, topic, discourse),
    "goods": lambda draft, *_: of_goods(draft),
    "name": lambda draft, topic, *_: of_name(draft, topic),
    "shares": lambda draft, topic, _, discourse: of_shares(draft, topic, discourse),
    "rate": lambda draft, topic, *_: of_rate(draft, topic),
    "complement": lambda draft, *_: of_complement(draft),
    "unit": _of_unit,
    "growth": lambda draft, topic, _, discourse: of_growth(draft, topic, discourse),
    "tail": lambda draft, *_: of_tail(draft),
    "rated": lambda draft, *_: of_rated(draft),
    "worth": lambda draft, topic, *_: of_worth(draft, topic),
    "verb": lambda draft, topic, _, discourse: _of_verb(draft, topic, discourse),
    "phrase": lambda draft, topic, _, discourse: _of_phrase(draft, topic, discourse),
    "said before": lambda draft, topic, _, discourse: (
        None if resumes(draft, topic) else said_before(draft, discourse)
    ),
    "told before": lambda draft, _, lent, discourse: told_before(draft, lent, discourse),
    "noun that fits": lambda draft, topic, *_: (
        topic.metric if topic.metric and fits(topic.metric, draft.quantity, draft.kind) else None
    ),
    "percentage": lambda draft, *_: "share" if is_percentage(draft) else None,
    "other goods": lambda draft, *_: goods(draft),
    "own phrase": lambda draft, topic, *_: None if _acts(draft) else topic.phrase,
    "verb left out": lambda draft, *_: of_verb_left_out(draft),
}
"""The ways to a metric in the order in which they are asked."""
OPEN = frozenset({"growth", "rated", "verb", "phrase", "said before", "told before", "own phrase", None})
"""The ways that leave it open what is meant: there weighing finds more of the right ones than the rules."""
