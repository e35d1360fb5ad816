"""Who could own a figure, and what speaks for each: the sentence, the article so far, the rules."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache

from pipeline.extract.antecedents import antecedent_before
from pipeline.extract.bearings import bearings, clauses
from pipeline.extract.discourse import Discourse, Told
from pipeline.extract.drafts import Draft
from pipeline.extract.phrases import Topic, party
from pipeline.extract.sentence import Sentence
from pipeline.model import Name
from pipeline.rules.bodies import is_public
from pipeline.rules.tables import table
from pipeline.rules.vocabulary import is_corporate, is_national, is_relational, metric_ids

_PRONOUNS = ("it", "its", "they", "their")
_MANY = 3
_MOST = 0.5

Claimants = dict[str | None, set[str]]
"""What speaks for and against each possible owner; None stands for nobody."""


def claimants(
    draft: Draft, topic: Topic, metric: str | None, chosen: str | None, how: str, told: Told | None,
    discourse: Discourse,
) -> Claimants:  # fmt: skip
    """The possible owners of a draft's figure, each with the set of what is true of it.

    `chosen` is whom the rules name, `how` they came to it; `told` is the claim that this one leans on.
    """
    gathered = _Gathered(discourse)
    _from_sentence(gathered, draft, topic)
    _from_pronouns(gathered, draft, topic)
    _from_article(gathered, draft)
    _from_claims(gathered, draft, metric)
    gathered.tell(told.claim.subject if told is not None else None, "lent")
    for who, what in ((topic.subject, "of the phrase"), (topic.counterpart, "other party of the phrase")):
        gathered.tell(who, what)
    gathered.mark(topic.maker, "maker")
    gathered.mark(topic.where.canonical if topic.where else None, "where")
    gathered.tell(chosen, "chosen", f"chosen {how}")
    _cross(gathered, draft, metric, how)
    if chosen is None:
        gathered.found[None] |= {"chosen", f"chosen {how}"}
    return gathered.found


class _Gathered:
    """Owners by text, whatever the case of its letters."""

    def __init__(self, discourse: Discourse) -> None:
        self.discourse = discourse
        self.found: Claimants = {None: set()}
        self._known: dict[str, str] = {}

    def tell(self, who: str | None, *what: str) -> None:
        """Add what is true of someone, who becomes an owner to choose from."""
        if who:
            key = self._known.setdefault(who.lower(), who)
            self.found.setdefault(key, set()).update(what)

    def mark(self, who: str | None, *what: str) -> None:
        """Add what is true of someone if he is among the owners."""
        key = self._known.get((who or "").lower())
        if key is not None:
            self.found[key].update(what)


def _from_sentence(gathered: _Gathered, draft: Draft, topic: Topic) -> None:
    for noun, tells in bearings(draft, topic.head):
        gathered.tell(noun.text, "here", *tells)
        if noun.name is None:
            named = gathered.discourse.resolve(noun.text)
            if named != noun.text:
                gathered.mark(noun.text, "describes")
                gathered.tell(named, "here", "described", *tells)
            else:
                gathered.mark(noun.text, "noun")


def _from_pronouns(gathered: _Gathered, draft: Draft, topic: Topic) -> None:
    sentence = draft.sentence
    if not sentence.tree.parsed:
        return
    roles = sentence.roles
    owner = roles.owner(topic.head) if topic.head >= 0 else None
    chain = clauses(draft)
    subjects = {roles.subject(verb) for verb in chain[:2]}
    for token, word in enumerate(sentence.tree.words):
        if word.lower() in _PRONOUNS:
            role = "owner" if token == owner else "subject" if token in subjects else "elsewhere"
            gathered.tell(gathered.discourse.antecedent(sentence, token), f"pronoun here as {role}")
            gathered.tell(antecedent_before(sentence, token), f"pronoun for one before as {role}")


def _from_article(gathered: _Gathered, draft: Draft) -> None:
    discourse, start = gathered.discourse, draft.sentence.span[0]
    cast, about = discourse.cast, discourse.salience
    told = cast.before(start)
    for name in told:
        gathered.tell(name)
    for name in gathered.found.keys() & cast.places.keys():
        gathered.mark(name, *cast.standing(name or "", start))
    gathered.mark(next(iter(told), None), "last told of")
    for kind in ("firm", "body", "country", "place"):
        gathered.mark(next((n for n in told if _kind(about.names.get(n)) == kind), None), f"last {kind}")
    for who, what in ((about.leading, "leading"), (about.company, "company"), (about.home, "home")):
        gathered.mark(who, what)
    for kind, who in about.main.items():
        gathered.mark(who, "main", f"main {kind}")
    for who in about.pair or ():
        gathered.mark(who, "of the pair")
    gathered.mark(discourse.we, "we")
    for speaker in discourse.speakers:
        gathered.mark(speaker, "speaker")
    for group in discourse.represents.values():
        gathered.mark(group, "spoken for")
    before = draft.sentence.before
    if before is not None and before.tree.root is not None:
        gathered.mark(_subject_of(before, discourse), "subject before")


def _subject_of(sentence: Sentence, discourse: Discourse) -> str | None:
    subject = sentence.roles.own_subject(sentence.tree.root) if sentence.tree.root is not None else None
    who = party(sentence, subject) if subject is not None else None
    return discourse.resolve(who) if who is not None else None


def _from_claims(gathered: _Gathered, draft: Draft, metric: str | None) -> None:
    sentence = draft.sentence
    told = [each for each in gathered.discourse.told if each.claim.kind != "event"]
    owners = Counter(each.claim.subject for each in told if each.claim.subject)
    for who, count in owners.items():
        gathered.tell(who, "had figures")
        if count > _MOST * len(told):
            gathered.mark(who, "had most figures")
    if owners:
        gathered.mark(owners.most_common(1)[0][0], "had more figures than others")
    here = [each for each in told if each.draft.sentence is sentence]
    near = [each for each in told if each not in here and each.draft.sentence.paragraph == sentence.paragraph]
    far = [each for each in told if each.draft.sentence.paragraph != sentence.paragraph]
    unit = (draft.quantity.unit or "count") if draft.quantity is not None else None
    same = [each for each in told if metric is not None and each.claim.metric == metric]
    alike = [each for each in told if unit is not None and each.claim.unit == unit]
    for figures, what in ((here, "here"), (near, "in the paragraph"), (far, "in another paragraph")):
        if figures:
            gathered.mark(figures[-1].claim.subject, f"had the last figure {what}")
            gathered.mark(figures[0].claim.subject, f"had the first figure {what}")
    for figures, what in ((told, "last figure"), (same, "same metric"), (alike, "same unit")):
        if figures:
            gathered.mark(figures[-1].claim.subject, f"had the {what}")


def _cross(gathered: _Gathered, draft: Draft, metric: str | None, how: str) -> None:
    """Join what is true of each owner with its kind, the metric's, and the company it is in."""
    sentence, discourse = draft.sentence, gathered.discourse
    measure, known = _measure(metric), metric if metric in metric_ids() else "open"
    company = _company(sentence, draft, discourse)
    for who, told in gathered.found.items():
        kind = "nobody" if who is None else _kind(discourse.salience.names.get(who)) or (
            "noun" if "noun" in told else "other"
        )  # fmt: skip
        where = "here" if "here" in told else "away"
        own = set(told)
        told |= {kind, where, f"{kind}: {measure}", f"{kind} {where}", f"{kind} {where}: {measure}"}
        told |= {f"{kind}: metric {known}", f"{kind}: {draft.kind}", f"{where}: rule {draft.rule.id.split('.')[0]}"}
        if draft.quantity is not None:
            told.add(f"{kind}: {draft.quantity.type}")
        told |= {f"{kind}, {what}" for what in own & _TELLING}
        told |= {f"{what}: {measure}" for what in own & _TELLING}
        told |= {f"{what}: {draft.kind}" for what in own & _TELLING}
        told |= {f"{where}, {each}" for each in company} | {f"{kind}, {each}" for each in company}
        if who is not None and not discourse.may_have(who, metric):
            told.add("may not have it")


_TELLING = frozenset({
    "own subject of its clause", "subject of its clause", "own subject of the clause above",
    "subject of the clause above", "doer in its clause", "object in its clause", "owner of the metric",
    "of phrase of the metric", "in phrase of the metric", "in phrase of its clause", "in the metric's phrase",
    "the metric itself", "nearest name before", "nearest name behind", "says", "had the last figure",
    "had the last figure in the paragraph", "had the same metric", "last told of", "chosen outright",
    "chosen in passing", "adjective", "in front",
})  # fmt: skip


def _company(sentence: Sentence, draft: Draft, discourse: Discourse) -> set[str]:
    """What else is in the sentence: its subject, its clause's, words that stand for someone told before."""
    found: set[str] = set()
    roles, chain = sentence.roles, clauses(draft)
    for verb, what in ((sentence.tree.root, "sentence"), (chain[0] if chain else None, "clause")):
        subject = roles.subject(verb) if verb is not None else None
        found.add(f"{what} of {_noun_kind(sentence, subject)}")
        if subject is not None and sentence.name(subject) is None:
            phrase = party(sentence, subject)
            described = discourse.describes(phrase) if phrase else None
            if described:
                found.add(f"{what} of a described {described}")
    found.add(f"{min(len(sentence.names), _MANY)} names")
    words = {word.lower() for word in sentence.tree.words}
    return found | {f"with {word}" for word in words.intersection(table("subjects")["standing_for"])}


def _noun_kind(sentence: Sentence, token: int | None) -> str:
    if token is None:
        return "nobody"
    if sentence.name(token) is not None:
        return "a name"
    return "a pronoun" if sentence.tree.tags[token].startswith("PRP") else "a noun"


def _measure(metric: str | None) -> str:
    """Of what kind a metric is, by who may have it."""
    if metric is None:
        return "no metric"
    if is_relational(metric):
        return "relational"
    if is_corporate(metric):
        return "corporate"
    if is_national(metric):
        return "national"
    return "listed" if metric in metric_ids() else "open"


def _kind(name: Name | None) -> str | None:
    if name is None:
        return None
    if name.type == "organisation":
        return "body" if is_public(name.canonical) else "firm"
    return name.type


@cache
def weights() -> dict[str, float]:
    """How much each thing that is true of an owner speaks for it: `patterns/subjects.yaml`."""
    return {what: float(weight) for what, weight in table("subjects")["weights"].items()}


def best(found: Claimants, weights: Mapping[str, float]) -> str | None:
    """The owner for whom most speaks, by the sum of the weights; the first of equals."""
    return max(found, key=lambda who: _score(found[who], weights))


def _score(told: Iterable[str], weights: Mapping[str, float]) -> float:
    return sum(weights.get(what, 0.0) for what in sorted(told))
