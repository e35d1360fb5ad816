"""Who could own a figure, and what speaks for each: the sentence, the article so far, the rules."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from pipeline.extract.antecedents import antecedent_before
from pipeline.extract.bearings import bearings, clauses
from pipeline.extract.choice import Candidates
from pipeline.extract.discourse import Discourse, Told
from pipeline.extract.drafts import Draft
from pipeline.extract.naming import is_worldwide, party
from pipeline.extract.nouns import nouns
from pipeline.extract.owners import only_tells_of
from pipeline.extract.phrases import Topic
from pipeline.extract.senses import sense_counted, sense_of
from pipeline.extract.sentence import Sentence
from pipeline.extract.whereabouts import whereabouts
from pipeline.model import Name
from pipeline.rules.bodies import is_public, is_writing
from pipeline.rules.tables import table
from pipeline.rules.vocabulary import is_corporate, is_national, is_relational, metric_ids

_NO_THINGS = frozenset({"abstract", "deed", "measured"})
_AMOUNTS = (" numbers", " figures", " totals")
"""How phrases end that name how many there are of something, and own nothing: `passenger numbers`."""
_NO_OWNERS = _NO_THINGS | {"says", "counted", "goods", "the metric itself"}
_OF_METRIC = frozenset({
    "owner of the metric", "of phrase of the metric", "in phrase of the metric", "by phrase of the metric",
    "in the metric's phrase",
})  # fmt: skip
_NUMBERS = frozenset({"one", "several"})
_PRONOUNS = ("it", "its", "they", "their")
_ONE_ALONE = frozenset({"he", "she", "it", "his", "her", "its"})
_OWNING = frozenset({"its", "their", "his", "her", "our", "my"})
_SUBJECTS = 2
_MANY = 3
_LOWEST = 4
_MOST = 0.5
_SPELLED = 4096
_JOINED = frozenset({
    "own subject of its clause", "subject of its clause", "own subject of the clause above",
    "subject of the clause above", "doer in its clause", "object in its clause", "owner of the metric",
    "of phrase of the metric", "in phrase of the metric", "in phrase of its clause", "in the metric's phrase",
    "the metric itself", "nearest name before", "nearest name behind", "says", "had the last figure",
    "had the last figure in the paragraph", "had the same metric", "last told of", "chosen", "adjective",
    "in front", "tells it", "in the source", "an onlooker", "foretells",
    "hyphened",
})  # fmt: skip
"""What speaks differently for a firm than for a country, or for a price than for exports."""
_ROLES = frozenset({
    "own subject of its clause", "subject of its clause", "own subject of the clause above",
    "subject of the clause above", "doer in its clause", "object in its clause", "owner of the metric",
    "of phrase of the metric", "in phrase of the metric", "by phrase of its clause", "nearest name before",
    "nearest name behind",
})  # fmt: skip
"""What speaks differently behind one word (`at 5%`) than behind another (`with 5%`)."""
_STANDING = frozenset({
    "leading", "company", "main", "home", "speaker", "lent", "last told of", "last firm", "last country",
    "subject before", "in the sentence before", "opens the paragraph", "first of all", "in the lead",
    "in the title", "had the last figure", "had the last figure here", "had the same metric",
    "had more figures than others", "had the first figure in the paragraph", "describes", "described",
    "just before", "just before, label nsubj",
})  # fmt: skip
"""What speaks differently for one metric than for another, and for a pronoun than for a description."""


def claimants(
    draft: Draft, topic: Topic, metric: str | None, chosen: str | None, how: str, lent: Told | None,
    discourse: Discourse,
) -> Candidates:  # fmt: skip
    """The possible owners of a draft's figure.

    `chosen` is whom the rules name and `how` they came to it; `lent` is the claim that this one leans on.
    """
    found = Candidates()
    _from_sentence(found, draft, topic, discourse)
    _from_pronouns(found, draft, topic, discourse)
    _from_before(found, draft.sentence)
    _from_article(found, draft, discourse)
    _from_claims(found, draft, metric, discourse)
    found.tell(lent.claim.subject if lent is not None else None, ("lent",))
    found.tell(topic.subject, ("of the phrase",))
    found.tell(topic.counterpart, ("other party of the phrase",))
    found.mark(topic.maker, "maker")
    found.mark(topic.where.canonical if topic.where else None, "where")
    found.tell(chosen, ("chosen", f"chosen {how}"))
    if chosen is None:
        found.found[None] |= {"chosen", f"chosen {how}"}
    kept = (chosen or "").lower()
    finder = _finder(draft)

    things = _things_with(found, draft, metric)
    owned = _owned(draft.sentence)
    if is_worldwide(draft.sentence, topic.head):
        _set_against_world(found, discourse)

    beside = whereabouts(draft.sentence)
    may_be_anyones = is_national(metric) or is_relational(metric)
    passed = frozenset[str]() if may_be_anyones else discourse.cast.scenery

    def unfit(who: str) -> bool:
        barred = not discourse.may_have(who, metric) and who not in things
        itself = draft.quantity is not None and draft.quantity.unit is not None and who.lower() == metric
        named = itself or is_writing(who) or who.endswith(_AMOUNTS)
        return who == finder or who in owned or named or barred

    def out_of_play(who: str) -> bool:
        return who in beside or (who in passed and "owner of the metric" not in found.found[who])

    found.drop(lambda who: out_of_play(who) or (who.lower() != kept and unfit(who)))
    _join(found, draft, metric, discourse)
    return found


def _owned(sentence: Sentence) -> set[str]:
    """What is measured of someone told of before, and owns nothing: `Its budget rose and it has 40 staff`."""
    words, roles = sentence.tree.lowered, sentence.roles
    return {
        noun.text
        for noun in (nouns(sentence) if not _OWNING.isdisjoint(words) else ())
        if "measured" in noun.nature and words[roles.noun_phrase(noun.token)[0]] in _OWNING
    }


def _set_against_world(found: Candidates, discourse: Discourse) -> None:
    """Tell which places are not named in a phrase that tells of the world: `World trade grew 3 percent`."""
    found.found[None].add("of the world")
    for who, tells in found.found.items():
        if who is not None and tells.isdisjoint(_OF_METRIC) and discourse.is_place(who):
            tells.add("place beside the world")


def _things_with(found: Candidates, draft: Draft, metric: str | None) -> set[str]:
    """The things that do what is otherwise told of nations: `The mine exports 40 tonnes`."""
    if not is_national(metric) or metric in table("metrics")["nations_only"]:
        return set()
    does = draft.kind == "level" and draft.sentence.roles.preposition(draft.token) in (None, "of")
    roles = {"owner of the metric", *(("own subject of its clause",) if does else ())}
    return {
        who
        for who, tells in found.found.items()
        if who is not None and "noun" in tells and roles & tells and _NO_OWNERS.isdisjoint(tells)
    }


def _finder(draft: Draft) -> str | None:
    """Who only came upon what is counted or guesses at it: `Rescuers found 12 bodies`."""
    verb = next(iter(clauses(draft)), None)
    doer = draft.sentence.roles.doer(verb) if verb is not None else None
    if verb is None or doer is None or not only_tells_of(draft, verb, doer):
        return None
    return party(draft.sentence, doer)


def _from_sentence(found: Candidates, draft: Draft, topic: Topic, discourse: Discourse) -> None:
    """The nouns of the sentence, and the names that they describe."""
    for noun, tells in bearings(draft, topic.head):
        found.tell(noun.text, {"here", *tells})
        if noun.name is None:
            named = discourse.resolve(noun.text)
            if named == noun.text:
                found.mark(noun.text, "noun")
            else:
                found.mark(noun.text, "describes")
                found.tell(named, {"here", "described", *tells})


def _from_pronouns(found: Candidates, draft: Draft, topic: Topic, discourse: Discourse) -> None:
    """Those whom the sentence's pronouns stand for."""
    sentence, roles = draft.sentence, draft.sentence.roles
    if not sentence.tree.parsed:
        return
    owner = roles.owner(topic.head) if topic.head >= 0 else None
    subjects = {roles.subject(verb) for verb in clauses(draft)[:_SUBJECTS]}
    for token, word in enumerate(sentence.tree.words):
        if word.lower() in _PRONOUNS:
            role = "owner" if token == owner else "subject" if token in subjects else "elsewhere"
            found.tell(discourse.antecedent(sentence, token), (f"pronoun here as {role}",))
            found.tell(antecedent_before(sentence, token), (f"pronoun for one before as {role}",))


def _from_before(found: Candidates, sentence: Sentence) -> None:
    """The things that the sentence before tells of: `A tanker ran aground. It holds 900 tonnes of oil`."""
    barred = _NO_THINGS | {"several"} if sentence.tree.lowered[0] in _ONE_ALONE else _NO_THINGS
    for noun in nouns(sentence.before) if sentence.before is not None else ():
        if noun.nature.isdisjoint(barred):
            label = next((each for each in noun.nature if each.startswith("label ")), "label none")
            found.tell(noun.text, ("just before", f"just before, {label}", *_NUMBERS & noun.nature))
            if noun.name is None:
                found.mark(noun.text, "noun")


def _from_article(found: Candidates, draft: Draft, discourse: Discourse) -> None:
    """The names that the article has told of, and how they stand in it."""
    cast, about, start = discourse.cast, discourse.salience, draft.sentence.span[0]
    told = cast.before(start)
    ranks: Counter[str | None] = Counter()
    for rank, name in enumerate(told):
        kind = _kind(about.names.get(name))
        found.tell(name, (f"rank {min(rank, _LOWEST)}", f"{kind} of rank {min(ranks[kind], _LOWEST)}"))
        ranks[kind] += 1
    for candidate in [each for each in found.found if each in cast.places]:
        found.mark(candidate, *cast.standing(candidate or "", start))
    found.mark(next(iter(told), None), "last told of")
    for kind in ("firm", "body", "country", "place"):
        found.mark(
            next((name for name in told if _kind(about.names.get(name)) == kind), None), f"last {kind}"
        )
    found.mark(about.leading, "leading")
    found.mark(about.company, "company")
    found.tell(about.main.get("country"), ("the country by all signs",))
    found.mark(about.home, "home")
    for kind, main in about.main.items():
        found.mark(main, "main", f"main {kind}")
    for one in about.pair or ():
        found.mark(one, "of the pair")
    found.mark(discourse.we, "we")
    for speaker in discourse.speakers:
        found.mark(speaker, "speaker")
    found.mark(discourse.speaker, "tells it")
    for candidate in [each for each in found.found if each and each in (discourse.source or "")]:
        found.mark(candidate, "in the source")
    for group in discourse.represents.values():
        found.mark(group, "spoken for")
    found.mark(_subject_before(draft.sentence, discourse), "subject before")


def _subject_before(sentence: Sentence, discourse: Discourse) -> str | None:
    """Of whom the sentence before tells."""
    before = sentence.before
    root = before.tree.root if before is not None else None
    if before is None or root is None:
        return None
    subject = before.roles.own_subject(root)
    who = party(before, subject) if subject is not None else None
    return discourse.resolve(who) if who is not None else None


def _from_claims(found: Candidates, draft: Draft, metric: str | None, discourse: Discourse) -> None:
    """Those who had figures before."""
    told = discourse.recent
    owners = Counter(each.claim.subject for each in told if each.claim.subject)
    for who, count in owners.items():
        found.tell(
            who, ("had figures", "had most figures") if count > _MOST * len(told) else ("had figures",)
        )
    if owners:
        found.mark(owners.most_common(1)[0][0], "had more figures than others")
    for what, figures in _groups(draft, metric, told):
        if figures:
            found.mark(figures[-1].claim.subject, f"had the {what}")
            if what.startswith("last figure "):
                found.mark(figures[0].claim.subject, f"had the {what.replace('last', 'first')}")


def _groups(draft: Draft, metric: str | None, told: list[Told]) -> Iterator[tuple[str, list[Told]]]:
    """The claims before by where they stand and what they share with this one."""
    sentence, paragraph = draft.sentence, draft.sentence.paragraph
    unit = (draft.quantity.unit or "count") if draft.quantity is not None else None
    near = [each for each in told if each.draft.sentence.paragraph == paragraph]
    far = [each for each in told if each.draft.sentence.paragraph != paragraph]
    yield "last figure", told
    yield "last figure here", [each for each in near if each.draft.sentence is sentence]
    yield "last figure in the paragraph", [each for each in near if each.draft.sentence is not sentence]
    yield "last figure in another paragraph", far
    yield "same metric", [each for each in told if metric is not None and each.claim.metric == metric]
    yield "same unit", [each for each in told if unit is not None and each.claim.unit == unit]


def _join(found: Candidates, draft: Draft, metric: str | None, discourse: Discourse) -> None:
    """Join what is true of each candidate with its kind, the metric's and the company it is in."""
    measure, known = _measure(metric), metric if metric in metric_ids() else "open"
    family = draft.rule.id.split(".")[0]
    company = _company(draft, discourse)
    stands = [what for what in company if " of " in what]
    quantity = draft.quantity
    unit = quantity.unit if quantity is not None else None
    counted = sense_counted(quantity) if quantity is not None else None
    behind = draft.sentence.word_before(draft.token)
    for who, told in found.found.items():
        named = _kind(discourse.salience.names.get(who or "")) or ("country" if "home" in told else None)
        kind = "nobody" if who is None else named or ("noun" if "noun" in told else "other")
        where = "here" if "here" in told else "just before" if "just before" in told else "away"
        joined, roles, standing = _JOINED & told, _ROLES & told, _STANDING & told
        told.update(_of_kind(kind, where, measure, known, draft.kind, family))
        if quantity is not None:
            told.add(f"{kind}: {quantity.type}")
        for what in joined:
            told.update(_of_one(what, kind, measure, draft.kind))
        for what in company:
            told |= {f"{where}, {what}", f"{kind}, {what}"}
        for what in standing:
            told |= {f"{what}: metric {known}", *(f"{what}, {stand}" for stand in stands)}
        told |= {f"{role} behind {behind}" for role in roles}
        told.add(f"{kind}: {unit}")
        if who is not None:
            told.add(f"word {who.split()[-1].lower()}")
            told.add(f"{kind}: counted {counted}")
            if named is None:
                told.update(_of_sense(sense_of(who), unit, draft.kind, counted))


@lru_cache(maxsize=_SPELLED)
def _of_kind(kind: str, where: str, measure: str, metric: str, told: str, family: str) -> tuple[str, ...]:
    """What a candidate's kind and place say with the metric, the kind of claim told and its rules."""
    of_place = (kind, where, f"{kind} {where}", f"{kind} {where}: {measure}", f"{where}: rule {family}")
    return *of_place, f"{kind}: {measure}", f"{kind}: metric {metric}", f"{kind}: {told}"


@lru_cache(maxsize=_SPELLED)
def _of_one(what: str, kind: str, measure: str, told: str) -> tuple[str, ...]:
    """What one thing that is true of a candidate says with its kind, the metric and the kind of claim."""
    return f"{kind}, {what}", f"{what}: {measure}", f"{what}: {told}"


@lru_cache(maxsize=_SPELLED)
def _of_sense(sense: str, unit: str | None, told: str, counted: str | None) -> tuple[str, ...]:
    """What the sort of thing that a noun names says with the unit, the kind of claim and what is counted."""
    thing = f"sense {sense}"
    return thing, f"{thing}: {unit}", f"{thing}: {told}", f"{thing}: counted {counted}"


def _company(draft: Draft, discourse: Discourse) -> set[str]:
    """What else is in the sentence: its subject, its clause's, words that stand for someone told before."""
    sentence = draft.sentence
    found = {f"{min(len(sentence.names), _MANY)} names"}
    heads = {"sentence": sentence.tree.root, "clause": next(iter(clauses(draft)), None)}
    for what, verb in heads.items():
        subject = sentence.roles.subject(verb) if verb is not None else None
        found.add(f"{what} of {_noun_kind(sentence, subject)}")
        phrase = party(sentence, subject) if subject is not None and not sentence.name(subject) else None
        described = discourse.describes(phrase) if phrase else None
        if described is not None:
            found.add(f"{what} of a described {described}")
    words = set(sentence.tree.lowered)
    return found | {f"with {word}" for word in words.intersection(table("phrases")["standing_for"])}


def _noun_kind(sentence: Sentence, token: int | None) -> str:
    if token is None:
        return "nobody"
    if sentence.name(token) is not None:
        return "a name"
    if sentence.quantity(token) is not None:
        return "a figure"
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
    """Of what kind a name's bearer is: a `firm`, a public `body`, a country, place or person."""
    if name is None or name.type != "organisation":
        return None if name is None else name.type
    return "body" if is_public(name.canonical) else "firm"
