"""What a noun phrase says: which metric, whose, towards whom, where."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from pipeline.extract.groups import are_nations, backer, whole_of
from pipeline.extract.naming import (
    PRONOUNS,
    is_abstract,
    is_counted,
    is_deed,
    is_the_firm,
    party,
)
from pipeline.extract.sentence import Sentence
from pipeline.extract.wording import cut
from pipeline.model import Name, Ordinal
from pipeline.rules.tables import table
from pipeline.rules.vocabulary import (
    is_light,
    is_owned,
    is_relational,
    metric_of_tail,
    metric_of_words,
    origin_is_subject,
    says_too_little,
)

_FLOWS = ("to", "from", "into")
_ONWARD = ("to", "into")
_DEEPEST = 20
_AIM = 12
_EACH_WITHIN = 3
_OUTSIDE = ("IN", "TO", "DT", "PRP", "WP", "WDT", "WRB", "MD")
_NOUNS = ("NN", "PRP", "VBG", "JJ", "DT", "WP", "FW")
_LANDS = ("country", "nation", "state", "republic", "kingdom", "island")
"""Nouns that a region's adjective only describes: `in the southern African country`."""
_AT_HAND = 256


@dataclass(slots=True)
class Topic:
    """A noun phrase read as metric and parties; `head` is the token of the noun that decided the metric."""

    head: int
    metric: str | None = None
    phrase: str | None = None
    subject: str | None = None
    counterpart: str | None = None
    place: str | None = None
    where: Name | None = None
    maker: str | None = None
    both: bool = False
    ends: bool = False
    adjective: str | None = None
    anaphoric: bool = False
    partial: bool = False


@lru_cache(maxsize=_AT_HAND)
def read_topic(sentence: Sentence, head: int, depth: int = 0) -> Topic:
    """Read the noun phrase that `head` heads, `depth` nouns of measure (`the volume of`) below the first.

    It is read once for all who ask; whoever changes it takes a copy.
    """
    tree, roles = sentence.tree, sentence.roles
    topic = Topic(head)
    words = _own_words(sentence, head, topic)
    lemma = tree.lowered[head]
    if lemma in PRONOUNS:
        topic.anaphoric = True
        _read_phrases(sentence, topic, roles.phrases(head), skip={"of"})
        return topic
    name = sentence.name(head)
    if name is not None:
        if name.type in ("country", "place") and roles.preposition(head) in ("in", "at"):
            topic.where, topic.partial = name, True
        else:
            topic.subject = name.canonical
        return topic
    tail = metric_of_tail(tree.words[head + 1 : head + 4])
    metric = tail or metric_of_words(words)
    words = cut(words)
    phrases = roles.phrases(head)
    aimed = lemma in table("metrics")["aimed"]
    light = (is_light(lemma) or aimed) and depth < _DEEPEST
    if light and (metric is None or len(words) == 1 or lemma in ("number", "volume", "value", "total")):
        behind = _aimed_at(sentence, head) if aimed else []
        for inner in (*phrases.get("of", []), *behind):
            if (
                sentence.quantity(inner) is None
                and not sentence.is_period(inner)
                and sentence.name(inner) is None
                and tree.tags[inner].startswith(_NOUNS)
            ):
                below = read_topic(sentence, inner, depth + 1)
                topic.metric, topic.phrase, topic.head = below.metric, below.phrase, below.head
                topic.subject = topic.subject or below.subject
                topic.adjective = topic.adjective or below.adjective
                topic.counterpart = topic.counterpart or below.counterpart
                topic.place = topic.place or below.place
                topic.where, topic.both = topic.where or below.where, below.both
                topic.maker = topic.maker or below.maker
                _read_phrases(sentence, topic, phrases, skip={"of"})
                return topic
    topic.metric = metric
    of_words = ""
    for inner in phrases.get("of", []):
        if metric is None and sentence.name(inner) is None and sentence.quantity(inner) is None:
            if is_counted(sentence, inner):
                break
            if not sentence.is_period(inner):
                below = Topic(inner)
                inner_words = _own_words(sentence, inner, below)
                topic.counterpart = topic.counterpart or below.subject
                of_words = " of " + " ".join(cut(inner_words)) if inner_words else ""
            break
    text = " ".join(words)
    if says_too_little(text):
        topic.partial = True
    topic.phrase = (text + of_words).replace(" - ", "-") or None
    _read_phrases(sentence, topic, phrases, skip={"of"} if tail else set())
    if topic.metric == "revenue" and "between" in phrases:
        topic.metric = "trade"  # `turnover between the two countries`
    return topic


def _aimed_at(sentence: Sentence, head: int) -> list[int]:
    """What a goal with a figure of its own is for: `exports` in `the goal of $264bn for exports`.

    The phrase is told by its place: a parser hangs it on the figure or on the verb as well.
    """
    tree = sentence.tree
    for token in range(head + 1, min(head + _AIM, len(tree.words))):
        if tree.tags[token] in (",", ":") or tree.tags[token].startswith("VB"):
            return []
        if sentence.roles.preposition(token) == "for" and read_topic(sentence, token, _DEEPEST).metric:
            return [token]
    return []


def _own_words(sentence: Sentence, head: int, topic: Topic) -> list[str]:
    """Lower-case words of the phrase that name the thing measured; names among them become parties."""
    tree, roles = sentence.tree, sentence.roles
    first, last = roles.noun_phrase(head)
    words: list[str] = []
    owner = roles.owner(head)
    owned = tree.subtree(owner)[1] if owner is not None else -1
    if owner is not None:
        whose = party(sentence, owner)
        if whose is None and tree.lowered[owner] in PRONOUNS:
            topic.anaphoric = True
        if not _is_ranking(sentence, owned + 1, head):
            topic.subject = topic.subject or whose
    for token in range(first, last + 1):
        if token <= owned and token != head:
            continue
        name = sentence.name(token)
        if name is not None and token != head:
            if name.type == "person" or (name.adjective and is_the_firm(sentence, first, head)):
                continue
            if topic.anaphoric and name.adjective and owner is not None:
                topic.counterpart = topic.counterpart or name.canonical  # `its Irish sales`
            elif topic.subject is None and topic.maker is None and not name.adjective:
                topic.maker = name.canonical
            elif topic.subject is None:
                topic.subject = name.canonical
                topic.adjective = name.canonical if name.adjective else None
            elif name.canonical != topic.subject and topic.counterpart is None:
                topic.counterpart = name.canonical
            continue
        word = tree.lowered[token]
        joined = token + 1 < head and tree.words[token + 1] == "-" and tree.lowered[token + 2] != "ever"
        if joined and (isinstance(_value(sentence, token), Ordinal) or tree.tags[token] == "DT"):
            words.append(word)  # `first-time applicants`, `an all-time high`
            continue
        if sentence.at[token] is not None and token != head:
            if sentence.quantity(token) is not None:
                words.clear()
            continue
        if token != head and tree.tags[token] in _OUTSIDE and tree.words[token - 1] != "-":
            words.clear()
            continue
        if token != head and (
            tree.tags[token] in ("DT", "PDT", "PRP$", "POS", "CD", "RB", ",", "``", "''", "WP$")
        ):
            continue
        if not word[:1].isalnum() and (word != "-" or not words):
            continue
        if not words and tree.tags[token] == "CC":
            continue  # `20 or so stations`
        words.append(word)
    return words[words[:1] == ["and"] :]  # `US and civilian casualties` without the first


def _value(sentence: Sentence, token: int) -> object:
    mention = sentence.at[token]
    return mention.value if mention is not None else None


def _is_ranking(sentence: Sentence, first: int, last: int) -> bool:
    """Whether a noun is ranked, so that its owner only says among whom: `Asia's second-largest economy`."""
    mentions = (sentence.at[token] for token in range(first, last))
    return any(mention is not None and isinstance(mention.value, Ordinal) for mention in mentions)


def _read_phrases(sentence: Sentence, topic: Topic, phrases: dict[str, list[int]], skip: set[str]) -> None:
    """Parties in the prepositional phrases of the noun."""
    tree, roles = sentence.tree, sentence.roles
    for preposition, tokens in phrases.items():
        if preposition in skip:
            continue
        for token in tokens:
            if preposition != "between" and (
                sentence.is_period(token) or sentence.quantity(token) is not None
            ):
                continue
            if preposition != "between" and not tree.tags[token].startswith(("NN", "PRP")):
                continue
            named = sentence.name(token) or whole_of(sentence, token)
            who = party(sentence, token)
            if (who is None or _is_each(sentence, token)) and preposition != "between":
                continue
            if preposition == "between":
                parties = [
                    party(sentence, joined) for joined in roles.coordinates(token) if sentence.name(joined)
                ]
                topic.both = not parties
                topic.ends = topic.subject is None
                topic.subject = topic.subject or (parties[0] if parties else None)
                if len(parties) > 1:
                    topic.counterpart = topic.counterpart or parties[1]
            elif preposition == "of":
                if named is None and is_relational(topic.metric):
                    flows = {word: found for word, found in roles.phrases(token).items() if word in _FLOWS}
                    _read_phrases(sentence, topic, flows, skip=set())  # `exports of gas to Peru`
                if is_counted(sentence, token) or (named is None and is_abstract(sentence, token)):
                    continue
                whole = topic.metric == "share" and "in" not in phrases and named is None
                if whole and topic.subject is not None:
                    topic.counterpart = topic.counterpart or _trader(sentence, token)
                if (named is not None or is_owned(topic.metric)) and not whole:
                    topic.subject = topic.subject or who
            elif preposition == "from":
                onward = {word: to for word, to in roles.phrases(token).items() if word in _ONWARD}
                if (onward or origin_is_subject(topic.metric)) and (
                    named is not None or topic.metric != "exports"
                ):
                    if topic.subject is not None and topic.counterpart is None:
                        topic.counterpart = topic.subject
                    topic.subject = who
                    if named is not None:
                        _read_phrases(sentence, topic, onward, skip=set())  # `exports from Chad to Togo`
                elif named is not None:
                    topic.counterpart = topic.counterpart or who
            elif preposition == "by":
                if named is not None or not is_abstract(sentence, token):
                    topic.subject = topic.subject or _of_group(sentence, token) or who
            elif preposition in ("to", "with", "into"):
                behind = backer(sentence, token) if preposition == "with" else None
                if behind is not None:
                    topic.subject = topic.subject or behind
                elif named is not None or are_nations(sentence, token):
                    topic.counterpart = topic.counterpart or who
                else:
                    topic.counterpart = topic.counterpart or _country_of(sentence, token)
            elif preposition in ("in", "at", "within", "across", "on", "for", "among"):
                if named is None and preposition not in ("at", "for", "among"):
                    first, last = roles.noun_phrase(token)
                    for inner in range(first, last + 1):
                        country = sentence.name(inner)
                        told_of = country is not None and country.adjective and tree.lowered[token] in _LANDS
                        if country is not None and country.type in ("country", "place") and not told_of:
                            named, who = country, country.canonical
                if named is not None and named.type in ("country", "place"):
                    topic.where = topic.where or named
                elif named is not None and named.type == "organisation" and preposition == "in":
                    if topic.metric == "price":
                        topic.subject = topic.subject or who
                    else:
                        topic.counterpart = topic.counterpart or who
                elif preposition in ("at", "for", "among") and not is_deed(sentence, token):
                    topic.subject = topic.subject or who
    for child in tree.children(topic.head, "acl", "acl:relcl"):
        target = roles.object(child) or roles.phrase(child, "in") or roles.phrase(child, "to")
        if target is not None:
            place = sentence.name(target)
            if place is not None and place.type == "country" and place.canonical != topic.subject:
                if topic.subject is None and roles.phrase(child, "to") != target:
                    topic.place = topic.place or place.canonical
                else:
                    topic.counterpart = topic.counterpart or place.canonical


def _of_group(sentence: Sentence, token: int) -> str | None:
    """Where those who do it come from, if they are counted elsewhere: `spending by tourists from China`."""
    return read_topic(sentence, token).subject if sentence.name(token) is None else None


def _country_of(sentence: Sentence, token: int) -> str | None:
    """The country of those a noun is for: `debt to Chinese banks`."""
    if sentence.tree.tags[token] != "NNS":
        return None
    first, last = sentence.roles.noun_phrase(token)
    names = (sentence.name(at) for at in range(first, last))
    found = (n.canonical for n in names if n is not None and n.adjective and n.type == "country")
    return next(found, None)


def _trader(sentence: Sentence, token: int) -> str | None:
    """Of whose trade somebody has a part: `Russia's share of Serbia's gas imports`."""
    traded = read_topic(sentence, token)
    return traded.subject if is_relational(traded.metric) else None


def _is_each(sentence: Sentence, token: int) -> bool:
    """Whether a noun only says per what a figure is told: `for every thousand residents`."""
    words = sentence.tree.words[max(0, token - _EACH_WITHIN) : token]
    return "every" in words or "each" in words
