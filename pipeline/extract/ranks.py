"""Parties of a rank: who holds the place, in whose list, within what scope."""

from __future__ import annotations

from pipeline.extract.admit import is_measured
from pipeline.extract.discourse import Discourse
from pipeline.extract.drafts import Draft
from pipeline.extract.naming import party, phrase_words
from pipeline.extract.phrases import Topic, read_topic
from pipeline.extract.rank_scope import after_ordinal, linear_phrase, named_scope
from pipeline.extract.sentence import Sentence
from pipeline.rules.tables import table

_SCOPE = ("in", "among", "within", "across", "outside", "on", "at", "worldwide")
_NEAR = 1
_BEHIND = 9
_PROCESSES = ("construction", "opening", "launch", "completion", "inauguration", "sale", "closure")
_MADE = ("making", "makes", "made")
_RELATING = ("of", "for", "to", "from")


def rank_parties(
    draft: Draft, topic: Topic, discourse: Discourse
) -> tuple[str | None, str | None, str | None]:
    """Subject, counterpart and place of a rank."""
    sentence = draft.sentence
    subject = _subject(draft, discourse)
    place = _scope(draft, subject)
    counterpart, owned = _list_of(draft, topic, discourse, subject)
    held = _owned_part(draft)
    if held is not None and held != subject:
        counterpart, place = held, None if place == held else place
    if owned is not None:
        place = place or owned
    if place == counterpart:
        counterpart = None
    if subject is not None and subject == counterpart:
        subject = _owner_told(discourse, counterpart)
    if place is not None and place == subject:
        place = None
    named = sentence.names
    if place is None and counterpart is None and subject is None and len(named) == 1:
        subject = next(iter(named))
    return subject, counterpart if counterpart != subject else None, place


def _subject(draft: Draft, discourse: Discourse) -> str | None:
    sentence = draft.sentence
    slot = draft.slots.get("subject")
    if slot is None:
        return _opening_name(draft)
    token = _this_side(draft, slot)
    if sentence.tree.lowered[token] in _PROCESSES:
        token = sentence.roles.phrase(token, "of") or token  # `construction of the dam, the largest`
    if sentence.tree.tags[token].startswith(("PRP", "DT", "WP", "WDT")) and sentence.name(token) is None:
        told = _just_named(sentence, token)
        if told is not None:
            return told
        return discourse.antecedent(sentence, token) or _talked_of(draft, discourse)
    if sentence.name(token) is None and is_measured(sentence, token):
        below = read_topic(sentence, token)
        named = below.subject or below.counterpart or _where_measured(sentence, token)
        if named is not None:
            return named
    found = party(sentence, token)
    return discourse.resolve(found) if found else None


def _where_measured(sentence: Sentence, token: int) -> str | None:
    """Who has what is measured there: `Greece` in `the jobless rate in Greece`."""
    for preposition in ("in", "for", "at"):
        for where in sentence.roles.phrases(token).get(preposition, []):
            name = sentence.name(where)
            if name is not None:
                return name.canonical
    return None


def _just_named(sentence: Sentence, pronoun: int) -> str | None:
    """The name that stands right before `, making it`: what was told of it makes it hold its place."""
    words = sentence.tree.words
    comma = pronoun - 2
    if comma < 1 or words[comma] not in (",", "which") or words[pronoun - 1].lower() not in _MADE:
        return None
    before = comma - 1 if words[comma] == "," else comma - 2
    name = sentence.name(before)
    return name.canonical if name is not None and not name.adjective else None


def _this_side(draft: Draft, token: int) -> int:
    """The holder, or where a semicolon parts it from the ordering word, the name that follows that."""
    sentence = draft.sentence
    parts = [mark for mark in range(token, draft.token) if sentence.tree.words[mark] == ";"]
    if not parts:
        return token
    names = (place for place in range(parts[-1], draft.token) if sentence.name(place) is not None)
    return next(names, token)


def _opening_name(draft: Draft) -> str | None:
    """The name just before the ordering word, where the parse tells no holder."""
    name = draft.sentence.name(draft.token - 1) if draft.token else None
    return name.canonical if name is not None and not name.adjective else None


def _talked_of(draft: Draft, discourse: Discourse) -> str | None:
    """What `it` or `this` stands for: the thing of the event told just before, else whose facts are told."""
    near = [
        each for each in discourse.told if draft.sentence.paragraph - each.draft.sentence.paragraph <= _NEAR
    ]
    for each in reversed(near):
        if each.claim.kind == "event" and each.claim.object and each.claim.action in ("build", "launch"):
            return each.claim.object
    return next((each.claim.subject for each in reversed(discourse.told) if each.claim.subject), None)


def _list_of(
    draft: Draft, topic: Topic, discourse: Discourse, subject: str | None
) -> tuple[str | None, str | None]:
    """Whose list it is, as counterpart or, for a region, as place."""
    sentence = draft.sentence
    token = draft.slots.get("counterpart")
    if token is not None:
        name = sentence.name(token)
        if name is not None:
            return (None, name.canonical) if name.type == "place" else (name.canonical, None)
        word = sentence.tree.lowered[token]
        if word in table("ranks")["scopes"]:
            return None, party(sentence, token)
        if sentence.tree.tags[token] == "PRP$" or word in table("phrases")["descriptions"]:
            return _other_country(draft, token, subject) or _owner_told(discourse, subject), None
        return party(sentence, token), None
    inside = [topic.counterpart, topic.subject]
    first = after_ordinal(draft)
    for place in range(first, min(len(sentence.at), first + 8)):
        name = sentence.name(place)
        if name is not None and name.adjective:
            inside.insert(0, name.canonical)
        if sentence.tree.words[place] in (",", ";"):
            break
    named = sentence.roles.phrases(draft.slots["metric"]) if "metric" in draft.slots else {}
    for preposition in ("of", "for", "to"):
        for token in named.get(preposition, []):
            name = sentence.name(token)
            if name is not None and name.type == "country":
                inside.append(name.canonical)
    inside += _related(draft)
    told = next((name for name in inside if name and name != subject and name in sentence.names), None)
    return told or _whose_partner(draft, discourse, subject), None


def _owned_part(draft: Draft) -> str | None:
    """What a part-owner has a part of: `the biggest shareholder in the target`."""
    head, sentence = draft.slots.get("metric"), draft.sentence
    if head is None or sentence.tree.lowered[head] not in table("ranks")["part_owners"]:
        return None
    token = sentence.roles.phrase(head, "in")
    return party(sentence, token) if token is not None and token > head else None


def _related(draft: Draft) -> list[str]:
    """Countries that prepositions bring in behind the noun, wherever the parse hangs them: `oil to India`."""
    sentence = draft.sentence
    words, tags = sentence.tree.words, sentence.tree.tags
    head = draft.slots.get("metric")
    start = draft.token if head is None else head
    found = []
    for token in range(start + 1, min(len(words), start + _BEHIND)):
        if words[token] in (",", ";", ":", "(") or tags[token].startswith(("VB", "MD")):
            break
        name = sentence.name(token)
        before = token - 2 if tags[token - 1] == "DT" else token - 1
        if name is not None and name.type == "country" and words[before].lower() in _RELATING:
            found.append(name.canonical)
    return found


def _whose_partner(draft: Draft, discourse: Discourse, subject: str | None) -> str | None:
    """Whose a partner is that no owner is named of: `Shipments to China, the largest buyer, rose`."""
    head = draft.slots.get("metric")
    if head is None or draft.sentence.tree.lowered[head] not in table("ranks")["partners"]:
        return None
    if subject not in discourse.salience.names or draft.sentence.roles.phrases(head):
        return None
    owner = _owner_told(discourse, subject) or discourse.salience.main.get("country")
    return owner if owner != subject else None


def _other_country(draft: Draft, token: int, subject: str | None) -> str | None:
    sentence = draft.sentence
    for before in range(token - 1, -1, -1):
        name = sentence.name(before)
        if name is not None and name.type == "country" and name.canonical != subject:
            return name.canonical
    return None


def _owner_told(discourse: Discourse, subject: str | None) -> str | None:
    for each in reversed(discourse.told):
        for name in (each.claim.counterpart, each.claim.subject):
            if name and name != subject and name in discourse.salience.names:
                return name
    return None


def _scope(draft: Draft, subject: str | None) -> str | None:
    """The scope in which the place is held: a name, or a word such as world, after `in` or `among`."""
    sentence = draft.sentence
    tree, roles = sentence.tree, sentence.roles
    anchors = [
        t for t in (draft.slots.get("metric"), draft.trigger, draft.slots.get("place")) if t is not None
    ]
    for anchor in anchors:
        for preposition in _SCOPE:
            for token in roles.phrases(anchor).get(preposition, []):
                where = named_scope(sentence, token)
                if token > anchor and where is not None and where != subject:
                    return where
    slot = draft.slots.get("place")
    if slot is not None and slot > draft.token:
        where = named_scope(sentence, slot)
        if where is not None and where != subject:
            return where
    end = after_ordinal(draft)
    for token in range(end, min(len(tree.words), end + 9)):
        if tree.words[token] in (",", ";", ":", "."):
            break
        if tree.lowered[token] == "outside" and token + 1 < len(tree.words):
            first, last = linear_phrase(sentence, token + 1)
            return "outside " + phrase_words(sentence, first, last) if last >= first else None
    return None
