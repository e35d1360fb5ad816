"""Whose figure the clause says it is: who acts, bears or undergoes it, looked up from clause to clause."""

from __future__ import annotations

from pipeline.extract.admit import is_measured
from pipeline.extract.drafts import Draft
from pipeline.extract.mood import is_judging, is_saying
from pipeline.extract.naming import is_abstract, is_counted, is_deed, party
from pipeline.extract.phrases import Topic, read_topic
from pipeline.extract.senses import sense_of
from pipeline.extract.sentence import Sentence
from pipeline.rules.bodies import is_public
from pipeline.rules.inflect import listed_verbs
from pipeline.rules.tables import table
from pipeline.rules.vocabulary import is_actor, is_goods, is_relational, metric_of_unit

_FURTHEST = 3
_GRANTED = ("loan", "aid")
_INDEFINITE = ("a", "an", "another", "each", "every", "any")
_PERSONAL = ("it", "they")
_GUESSES = ("level.judged", "level.figure_at")
_PEOPLE = ("ers", "ors", "ists")


def owner_of(draft: Draft, topic: Topic, metric: str | None) -> int | None:
    """The noun in whose hands the figure's clause puts it; that of the clause above where it names none."""
    sentence = draft.sentence
    if not sentence.tree.parsed:
        return None
    verb = sentence.roles.clause(draft.token)
    for _ in range(_FURTHEST):
        if verb is None or _only_tells(draft, topic, verb):
            return None
        doer = _actor(draft, topic, metric, verb)
        there = place_before_where(sentence, verb)
        if doer is not None:
            doer = _meant(sentence, doer) if _is_pronoun(sentence, doer) else doer
            if doer is not None and only_tells_of(draft, verb, doer):
                return None
            return None if doer is None or _only_causes(draft, topic, verb, doer) else doer
        if there is not None:
            return there
        if not _leaves_open(sentence, verb) and not _expects_of_itself(sentence, topic, verb):
            return None
        verb = sentence.roles.governor(verb)
    return None


def place_before_where(sentence: Sentence, verb: int) -> int | None:
    """The place that a clause with `where` tells of: `Porto` in `in Porto, where rents rose by 9.4%`."""
    tree = sentence.tree
    where = next((child for child in tree.children(verb) if tree.lowered[child] == "where"), 0)
    before = where - 1 if where and tree.words[where - 1] != "," else where - 2
    name = sentence.name(before) if before >= 0 else None
    return before if name is not None and name.type in ("country", "place") else None


def is_indefinite(sentence: Sentence, token: int) -> bool:
    """Whether a noun brings someone in who was not told of before: `a manufacturer`."""
    first = sentence.roles.noun_phrase(token)[0]
    return sentence.tree.lowered[first] in _INDEFINITE


def bearer(draft: Draft, topic: Topic, metric: str | None) -> str | None:
    """The thing that has a capacity, length or cost: `a 445 MW station`, `plants with a capacity of 240`."""
    sentence, head = draft.sentence, topic.head
    if head < 0 or not sentence.tree.parsed:
        return None
    if topic.metric is None and draft.quantity is not None and metric == metric_of_unit(draft.quantity.unit):
        if not metric or not topic.phrase or is_measured(sentence, head):
            return None
        beside = sentence.roles.apposition(head)
        named = beside is not None and beside < head and sentence.name(beside) is not None
        return party(sentence, beside if named and beside is not None else head)
    if sentence.roles.preposition(head) == "with" and sentence.tree.labels[head].startswith(("nmod", "obl")):
        before = _noun_with(sentence, head)
        if before is not None:
            holder = sentence.roles.own_subject(before)
            if holder is None and (is_abstract(sentence, before) or _only_measured(sentence, before)):
                return None
            return party(sentence, before if holder is None else holder)
    return None


def _only_measured(sentence: Sentence, token: int) -> bool:
    """Whether a noun is measured and counts nobody: a `price` has no capacity, `projects` have."""
    counted = read_topic(sentence, token).metric in table("metrics")["counted"]
    return is_measured(sentence, token) and not counted


def _noun_with(sentence: Sentence, token: int) -> int | None:
    """The noun that a phrase with `with` hangs on, else the one that stands before it."""
    tree = sentence.tree
    above = tree.heads[token]
    if above < token and tree.labels[token].startswith("nmod") and tree.tags[above].startswith("NN"):
        return above
    first = sentence.roles.noun_phrase(token)[0]
    before = next((t for t in range(first - 1, -1, -1) if tree.lowered[t] == "with"), 0) - 1
    while before > 0 and not tree.words[before][0].isalnum():
        before -= 1
    return before if before >= 0 and tree.tags[before].startswith("NN") else None


def _leaves_open(sentence: Sentence, verb: int) -> bool:
    """Whether a clause may share who acts with the one above: it has no subject, or only one counted."""
    subject = sentence.roles.own_subject(verb)
    return subject is not None and is_counted(sentence, subject) and sentence.quantity(subject) is None


def _expects_of_itself(sentence: Sentence, topic: Topic, verb: int) -> bool:
    """Whether the clause above judges what this one's metric does: `Acme expects sales to fall 3%`."""
    above = sentence.roles.governor(verb)
    own = sentence.roles.own_subject(verb) == topic.head
    own = own or sentence.tree.heads[verb] == topic.head  # a parser hangs `to fall` from `sales` as well
    return own and above is not None and is_judging(sentence.tree.words[above])


def _only_tells(draft: Draft, topic: Topic, verb: int) -> bool:
    """Whether the clause only tells or judges what is others'; `added 200 posts` does not."""
    words, roles = draft.sentence.tree.words, draft.sentence.roles
    if topic.metric in _GRANTED and roles.object(verb) == topic.head:
        return False  # `The bank approved a $5m loan`
    if is_judging(words[verb]):
        return not _tells_of_itself(draft.sentence, verb)
    own = (topic.head, draft.slots.get("metric"), draft.token)
    if (
        draft.sentence.tree.labels[draft.token] == "obl:unmarked"
        and draft.sentence.tree.heads[draft.token] == verb
    ):
        return False  # `silver added 0.4%`
    return is_saying(words[verb]) and roles.object(verb) not in own


def _tells_of_itself(sentence: Sentence, verb: int) -> bool:
    """Whether a firm, country or place judges, whose own figures they are: `Acme expects sales of $5m`."""
    doer = sentence.roles.doer(verb)
    name = sentence.name(doer) if doer is not None else None
    if name is None:
        return doer is not None and sentence.tree.lowered[doer] in table("phrases")["descriptions"]
    return name.type != "person" and not is_public(name.canonical)


def _actor(draft: Draft, topic: Topic, metric: str | None, verb: int) -> int | None:
    """Who does or undergoes what a clause tells, where that is no metric and nothing counted."""
    roles = draft.sentence.roles
    about_cost = metric == "cost" and topic.head >= 0
    tokens = [roles.thing(verb) if about_cost else None, roles.doer(verb)]
    if draft.kind != "event":
        tokens.append(roles.subject(verb))
    fitting = (t for t in tokens if t is not None and _is_someone(draft, topic, metric, t))
    return next(fitting, None)


def _is_someone(draft: Draft, topic: Topic, metric: str | None, token: int) -> bool:
    sentence = draft.sentence
    if token == draft.token or not sentence.tree.tags[token].startswith(("NN", "PRP")):
        return False
    if token in (topic.head, draft.slots.get("metric")) and not _measured_otherwise(draft, topic, metric):
        return _stands_for_name(sentence, token)
    if _is_pronoun(sentence, token):
        return True
    if is_abstract(sentence, token) or (draft.kind != "event" and is_deed(sentence, token)):
        return False
    if draft.kind == "event":
        return True
    goods = is_relational(metric) and is_goods([sentence.tree.lowered[token]])
    name = sentence.name(token)
    if goods or (name is not None and name.type == "person"):
        return False
    return not (is_counted(sentence, token) and not _is_described(sentence, token))


def _stands_for_name(sentence: Sentence, token: int) -> bool:
    """Whether a pronoun takes up who is named in the clause above, or acts: `Acme says it needs $5m`."""
    meant = _meant(sentence, token) if _is_pronoun(sentence, token) else None
    if meant is None:
        return False
    return sentence.name(meant) is not None or (
        sentence.tree.tags[meant] == "NNS" and is_agent(sentence, meant)
    )


def _measured_otherwise(draft: Draft, topic: Topic, metric: str | None) -> bool:
    """Whether the noun in the metric's slot is the thing that has the metric: `the plant cost $90m`."""
    if draft.sentence.roles.preposition(topic.head) is not None:
        return False
    return topic.metric is None and not topic.partial and metric != topic.phrase


def _is_described(sentence: Sentence, token: int) -> bool:
    """Whether the figure before a noun measures it and does not count it: `a 400 MW park`."""
    quantity = next((q for t in range(token - 1, -1, -1) if (q := sentence.quantity(t)) is not None), None)
    return quantity is not None and quantity.unit is not None


def _is_pronoun(sentence: Sentence, token: int) -> bool:
    return sentence.tree.lowered[token] in _PERSONAL


def _meant(sentence: Sentence, pronoun: int) -> int | None:
    """Who `it` or `they` is in the same sentence: the subject of a clause above or before."""
    tree, roles = sentence.tree, sentence.roles
    many = tree.lowered[pronoun] == "they"
    verb = roles.clause(pronoun)
    for _ in range(_FURTHEST):
        verb = roles.governor(verb) if verb is not None else None
        if verb is None:
            return None
        subject = roles.own_subject(verb)
        if (
            subject is None
            or subject >= pronoun
            or is_abstract(sentence, subject)
            or is_deed(sentence, subject)
        ):
            continue
        name = sentence.name(subject)
        if name is not None and name.type == "person":
            continue
        plural = tree.tags[subject] in ("NNS", "NNPS")
        if name is not None or (plural == many and is_agent(sentence, subject)):
            return subject
    return None


def _only_causes(draft: Draft, topic: Topic, verb: int, doer: int) -> bool:
    """Whether a thing without a name moves what is others': `a cold winter pushed demand up 9%`."""
    sentence = draft.sentence
    if draft.kind == "event" or sentence.name(doer) is not None or topic.metric is None:
        return False
    if sentence.roles.object(verb) != topic.head or draft.quantity is None:
        return False
    if draft.quantity.type not in ("percent", "factor") or is_agent(sentence, doer):
        return False
    return not sentence.tree.tags[doer].startswith("NNP")


def is_agent(sentence: Sentence, token: int) -> bool:
    """Whether a common noun names people or bodies, who own what they act on."""
    word = sentence.tree.lowered[token]
    phrases = table("phrases")
    known = word in phrases["country_holders"] or word in phrases["descriptions"]
    return known or is_actor(word) or is_actor(word.removesuffix("s")) or word.endswith(_PEOPLE)


def finds(sentence: Sentence, verb: int) -> bool:
    """Whether a verb tells that someone came upon what is not theirs: `rescuers found 12 bodies`, or that an
    outlet tells of it: `local media reported 12 arrests`.
    """
    tree = sentence.tree
    if tree.lowered[verb] in listed_verbs("holders", "finding"):
        return True
    doer, told = sentence.roles.doer(verb), sentence.roles.object(verb)
    counted = told is not None and bool(tree.children(told, "nummod"))
    return (
        tree.lemmas[verb] == "report"
        and counted
        and doer is not None
        and sense_of(tree.words[doer]) == "media"
    )


def only_tells_of(draft: Draft, verb: int, doer: int) -> bool:
    """Whether those who do it only came upon what is counted or guess at it: `Doctors put the toll at 9`."""
    sentence = draft.sentence
    guess = draft.rule.id in _GUESSES and sentence.tree.tags[doer] == "NNS"
    return sentence.name(doer) is None and (guess or finds(sentence, verb))


def owner_name(sentence: Sentence, token: int, event: bool) -> tuple[str | None, str | None]:
    """Subject and counterpart that an owner stands for: its own, where it is itself a metric of someone's."""
    below = read_topic(sentence, token)
    if (
        below.maker is not None
        and below.metric is None
        and not event
        and sentence.tree.lowered[token] in table("phrases")["papers"]
    ):
        return below.maker, below.counterpart
    if sentence.name(token) is None and below.metric is not None and not event:
        counted = below.metric in table("metrics")["counted"]
        own = party(sentence, token) if counted else None
        there = below.where.canonical if below.where is not None else None
        described = own is not None and " " in own
        return below.subject or (own if described else None) or there, below.counterpart
    return party(sentence, token), None
