"""Which metric a figure takes up that its own words leave open: of a noun before it, or told before."""

from __future__ import annotations

from pipeline.extract.admit import is_measured
from pipeline.extract.discourse import FIGURES, Discourse, Told
from pipeline.extract.drafts import Draft
from pipeline.extract.phrases import Topic, read_topic
from pipeline.extract.sentence import Sentence
from pipeline.model import Quantity
from pipeline.rules.tables import table
from pipeline.rules.vocabulary import fits, is_light, meaning_of, metric_of_name

_LEANS_ON = 8
_AS_LARGE = 10
_OF_OTHER_SIZE = 100
_A_BILLION = 10**9
_TOO_LARGE = 100_000
_FAR_LARGER = 1000
_DIMENSION = ("in", "by", "with", "as")
_SCENES = (
    "in",
    "at",
    "on",
    "across",
    "over",
    "within",
    "from",
    "with",
    "among",
    "throughout",
    "during",
    "after",
    "by",
)
_INSIDE = ("compound", "amod", "flat", "nummod", "det")


def resumes(draft: Draft, topic: Topic) -> bool:
    """Whether the figure's noun takes up what was told, and no noun between: `the figure was 342`."""
    token = draft.slots.get("metric")
    if token is None or token != topic.head or token > draft.token or not topic.partial:
        return False
    return draft.sentence.tree.lowered[token] in table("metrics")["resuming"]


def said_before(draft: Draft, discourse: Discourse) -> str | None:
    """The metric that the nearest noun before the figure names, where it can be told in the figure's unit.

    `Freight did well: 900,000 tonnes left the quays`.
    """
    sentence, tree = draft.sentence, draft.sentence.tree
    if draft.quantity is None or not tree.parsed:
        return None
    here = discourse.told[-1].draft.sentence is sentence if discourse.told else False
    if draft.kind == "change" and here:
        return None
    figures = {each.draft.token: each for each in discourse.told if each.draft.sentence is sentence}
    for token in range(draft.token - 1, -1, -1):
        if tree.words[token] == ";":
            return None
        nearer = figures.get(token)
        if nearer is not None and _same_unit(draft, nearer) and _is_alike(draft, nearer):
            return nearer.claim.metric
        noun = tree.tags[token].startswith("NN") and tree.labels[token].split(":")[0] not in _INSIDE
        if not noun or sentence.at[token] is not None:
            continue
        topic = read_topic(sentence, token)
        metric = topic.metric or leaning(topic, discourse) or metric_of_name((topic.phrase or "").split())
        if metric is None and _is_own_measure(sentence, token, topic):
            return topic.phrase if draft.quantity.noun is None else None
        known = metric is not None and metric in table("metrics")["measured_in"]
        if metric is not None and known and fits(metric, draft.quantity, draft.kind):
            return metric
    return None


def _is_own_measure(sentence: Sentence, token: int, topic: Topic) -> bool:
    """Whether a noun without id is measured by its own words, and is no dimension (`in net weight`)."""
    if topic.partial or is_light(sentence.tree.lowered[token]) or not is_measured(sentence, token):
        return False
    return sentence.roles.preposition(token) not in _DIMENSION


def told_before(draft: Draft, lent: Told | None, discourse: Discourse) -> str | None:
    """The metric of the figure that is taken up, else of the last one told that the figure can be of."""
    near = [lent, discourse.last(draft.quantity)]
    figures = [each for each in reversed(discourse.told) if each.claim.kind in FIGURES]
    first = next((each for each in near if each is not None), None)
    if first is not None and draft.like is None and _is_out_of_place(draft, first):
        meant = (each for each in figures if _is_as_large(draft, each) and not _is_scenery(each))
        fitting = (each.claim.metric for each in meant if _is_known(each, draft))
        metric = next((m for m in fitting if m is not None and fits(m, draft.quantity, draft.kind)), None)
        if metric is not None:
            return metric
    for each in (*near, *figures):
        metric = each.claim.metric if each is not None else None
        if each is None or metric is None:
            continue
        if each is lent and _leaves_out_unit(draft, each):
            return metric
        if not fits(metric, draft.quantity, draft.kind) or not _is_alike(draft, each):
            continue
        known = metric in table("metrics")["measured_in"]
        if _may_follow(draft, each) or (each is lent and known):
            return metric
    return None


def _is_out_of_place(draft: Draft, earlier: Told) -> bool:
    """Whether a figure told before is rather not the one taken up: mere scenery, or of another size."""
    value, quantity = earlier.claim.value, draft.quantity
    if quantity is None or draft.kind != "level" or earlier.claim.kind != "level" or not value:
        return False
    if quantity.type == "percent" or not quantity.value:
        return False
    far = not 1 / _OF_OTHER_SIZE <= quantity.value / value <= _OF_OTHER_SIZE
    decimal = _is_bare(draft) and _lacks_unit(quantity) and earlier.claim.unit == "count"
    return far or decimal or (earlier.claim.unit == "count" and _is_scenery(earlier))


def _lacks_unit(quantity: Quantity) -> bool:
    """Whether a bare number is hardly a count: `in Norway it is 4.5`, `a year before, it was 2.2 billion`."""
    return quantity.value % 1 != 0 or quantity.value >= _A_BILLION


def _is_known(earlier: Told, draft: Draft) -> bool:
    """Whether a figure told before is of a metric with an id, or a count of things."""
    counted = earlier.draft.rule.id == "level.counted" and (
        earlier.draft.sentence is draft.sentence or draft.rule.id == "level.is"
    )
    return earlier.claim.metric in table("metrics")["measured_in"] or counted


def _is_as_large(draft: Draft, earlier: Told) -> bool:
    """Whether a figure may well be the same thing told of another time or place: as large, in a like unit."""
    quantity, claim = draft.quantity, earlier.claim
    if quantity is None or not claim.value or not quantity.value or claim.kind != "level":
        return False
    alike = claim.unit == _unit(draft) or (_is_bare(draft) and _lacks_unit(quantity))
    return alike and 1 / _AS_LARGE <= quantity.value / claim.value <= _AS_LARGE


def _is_scenery(earlier: Told) -> bool:
    """Whether a count only tells where or when something was: `in 31 states`."""
    draft = earlier.draft
    token = draft.slots.get("metric", draft.token)
    return draft.sentence.roles.preposition(max(token, draft.token)) in _SCENES


def _is_alike(draft: Draft, earlier: Told) -> bool:
    """Whether a figure can be of the same kind as one told before: rates are no shares, numbers are counts.

    Nothing grows by the share told before, and no price of $24 is $400 million elsewhere.
    """
    claim, quantity, token = earlier.claim, draft.quantity, draft.slots.get("metric")
    if draft.kind in ("change", "trend", "record") and claim.kind == "level" and claim.metric == "share":
        return False
    if claim.metric == "capacity" and _flows(draft):
        return False
    tree, kinds = draft.sentence.tree, table("metrics")["taken_up_in"]
    said = [token] if token is not None else []
    said += tree.tokens(*draft.span) if draft.quantity is None else []
    wanted = next((kinds[word] for at in said if (word := tree.lowered[at]) in kinds), None)
    units = [claim.unit, *table("metrics")["measured_in"].get(claim.metric, ())]
    if wanted is not None and (claim.metric == "share" or (claim.unit is not None and wanted not in units)):
        return False
    if claim.metric not in table("metrics")["for_one"] or quantity is None or claim.value is None:
        return True
    return quantity.type != "money" or quantity.value <= _FAR_LARGER * claim.value


def _flows(draft: Draft) -> bool:
    """Whether a draft's noun tells of what flows, no room for it: `volumes are to reach 9 million tonnes`."""
    token = draft.slots.get("metric")
    return token is not None and draft.sentence.tree.lowered[token] in table("metrics")["flowing"]


def rate_told(discourse: Discourse) -> str | None:
    """Which rate `rates` are: the last told, of interest where any of that was told before."""
    told = [
        each.claim for each in discourse.told if each.claim.unit == "percent" and each.claim.kind == "level"
    ]
    rates = [claim.metric for claim in told if claim.metric != "share"]
    return None if "interest_rate" in rates or not rates else rates[-1]


def in_same_unit(draft: Draft, lender: Told, discourse: Discourse) -> Told:
    """The figure that another is compared with: the nearest of its sentence told in the same unit.

    `profits of $6m, or 12% of turnover, up from $5m`: the profits lend, not their share.
    """
    if _is_bare(draft) and lender.claim.unit == "count" and _is_scenery(lender):
        here = discourse.told_in(draft.sentence)
        meant = (each for each in here if _is_as_large(draft, each) and not _is_scenery(each))
        return next(meant, lender)
    if _is_bare(draft) and _dwarfs(lender, draft):
        here = discourse.told_in(draft.sentence)
        return next((each for each in here if _same_unit(draft, each)), lender)
    if (
        draft.kind == "change"
        or lender.claim.kind != "level"
        or lender.claim.unit == _unit(draft)
        or _is_bare(draft)
    ):
        return lender
    here = discourse.told_in(draft.sentence)
    return next((each for each in here if _same_unit(draft, each)), lender)


def _dwarfs(lender: Told, draft: Draft) -> bool:
    """Whether a sum is too large for a bare number to be told in its unit: `$5 billion, of which 30`."""
    value, quantity = lender.claim.value, draft.quantity
    return value is not None and quantity is not None and value > quantity.value * _TOO_LARGE


def told_of_goods(draft: Draft, discourse: Discourse, among: str = "of_goods") -> str | None:
    """What was told last of goods (exports, harvest, price): that is what the figure tells of others."""
    told = (each.claim.metric for each in reversed(discourse.told[-_LEANS_ON:]))
    of_goods = table("metrics")[among]
    return next((m for m in told if m and m in of_goods and fits(m, draft.quantity, draft.kind)), None)


def of_forecast(draft: Draft, topic: Topic, discourse: Discourse) -> Told | None:
    """The movement in percent told last, where a forecast of so much percent says not of what.

    `Wages rose 6 percent. The union keeps to its target of 8 percent.`
    """
    quantity, sentence = draft.quantity, draft.sentence
    if draft.kind != "level" or quantity is None or quantity.unit != "percent" or topic.metric is not None:
        return None
    mention = sentence.at[draft.token]
    if mention is not None and is_part_of_number(mention.text):
        return None
    noun = (topic.phrase or "").partition(" of ")[0].rpartition(" ")[2]
    if noun not in table("phrases")["forecasts"] and not _is_foretold(sentence, draft.token):
        return None
    told = next((each for each in reversed(discourse.told) if each.claim.unit == "percent"), None)
    near = told is not None and sentence.paragraph - told.draft.sentence.paragraph <= 1
    return told if told is not None and near and told.claim.kind == "change" else None


def is_part_of_number(text: str) -> bool:
    """Whether a percentage is told as so many of a number, a share of them: `one in five`."""
    return " in " in text or " of " in text


def _is_foretold(sentence: Sentence, token: int) -> bool:
    """Whether a figure is what someone expects: `we expect 2 percent`."""
    verb = sentence.roles.clause(token) if sentence.tree.parsed else None
    if verb is None or sentence.tree.lowered[verb] not in table("phrases")["foretelling"]:
        return False
    labels = ("obj", "nsubj:pass", "obl:unmarked")
    return sentence.tree.heads[token] == verb and (
        sentence.tree.labels[token] in labels or sentence.roles.preposition(token) in ("on", "in")
    )


def leaning(topic: Topic, discourse: Discourse, *near: str | None) -> str | None:
    """The id of a noun that is one metric or another by what else is told: a deficit.

    `near` are metrics that its own clause tells, which come first.
    """
    if topic.metric is not None or not topic.phrase:
        return None
    told = [each.claim.metric for each in reversed(discourse.told[-_LEANS_ON:])]
    firm = "company" if discourse.salience.company is not None else None
    return meaning_of(topic.phrase.split()[-1], [*near, *told, firm])


def _unit(draft: Draft) -> str:
    quantity = draft.quantity
    return (quantity.unit if quantity is not None else None) or "count"


def _is_bare(draft: Draft) -> bool:
    """Whether a figure is a number that may leave out its unit: `to $4.3 million from 5.6`."""
    return _unit(draft) == "count" and (draft.quantity is None or draft.quantity.noun is None)


def _leaves_out_unit(draft: Draft, earlier: Told) -> bool:
    """Whether a bare number is as large as the figure it takes up: `12 percent in May; it was 9 in April`."""
    value, quantity = earlier.claim.value, draft.quantity
    tied = draft.trigger != draft.token
    if quantity is None or not tied or not _is_bare(draft) or not value or earlier.claim.kind != "level":
        return False
    return 1 / _AS_LARGE <= quantity.value / value <= _AS_LARGE


def _same_unit(draft: Draft, earlier: Told) -> bool:
    return earlier.claim.kind in ("level", "change") and earlier.claim.unit == _unit(draft)


def _may_follow(draft: Draft, earlier: Told) -> bool:
    """Whether a figure may be of the metric told before: a percentage of any, an amount in its unit."""
    quantity = draft.quantity
    if quantity is None or quantity.unit == "factor":
        return True
    if quantity.type == "percent" and draft.kind == "level" and earlier.claim.kind == "level":
        known = earlier.claim.metric in table("metrics")["measured_in"]
        return earlier.claim.unit == "percent" or (known and earlier.claim.unit != "count")
    if quantity.type == "percent":
        here = earlier.draft.sentence is draft.sentence
        return here or earlier.claim.kind == "change" or earlier.claim.unit != "count"
    return earlier.claim.unit == (quantity.unit or "count")
