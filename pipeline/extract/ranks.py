"""Metric and parties of a rank: what is ranked, who holds the place, in whose list, within what scope."""

from __future__ import annotations

from pipeline.extract.admit import is_measured
from pipeline.extract.discourse import Discourse
from pipeline.extract.drafts import Draft
from pipeline.extract.phrases import Topic, party, phrase_words, read_topic
from pipeline.extract.sentence import Sentence
from pipeline.model import Name, Ordinal
from pipeline.rules.tables import table

_SCOPE = ("in", "among", "within", "across", "outside", "on", "at", "worldwide")
_MEASURES = ("by", "in terms of")
_NEAR = 1
_BEHIND = 9
_MADE = ("making", "makes", "made")
_RELATING = ("of", "for", "to", "from")
_AMONG_WITHIN = 2
_DROPPED = ("DT", "PRP$", "POS", "CD", ",", "``", "''", "PDT", "IN")


def ranked(draft: Draft, topic: Topic, discourse: Discourse) -> str | None:
    """What is ranked, in the article's words: the nouns after the ordering word with their `of`.

    One without such words (`came second`, `had the highest`) ranks what was ranked last, or its subject.
    """
    sentence = draft.sentence
    head = draft.slots.get("metric")
    if head is not None and head > draft.token and _is_scope(sentence, head):
        head = None
        by = _measured_by(sentence, draft.trigger, (*_MEASURES, "in"))
    else:
        by = _measured_by(sentence, draft.trigger, _MEASURES)
    if head is None and by is not None:
        topic = read_topic(sentence, by)
        return topic.metric or topic.phrase
    if head is None:
        return (
            _of_list(draft)
            or (_just_told(draft, discourse) if not _of_these(draft) else None)
            or _last_metric(discourse)
            or _holder_noun(draft)
            or _told_here(draft, discourse)
        )
    if not any(isinstance(m.value, Ordinal) for m in _mentions(draft)):
        return topic.metric or _bare(topic.phrase)
    first = _after_ordinal(draft)
    own = _words(sentence, first, head) if first <= head else []
    if not own:
        return _last_metric(discourse) or _holder_noun(draft)
    own += _of_phrases(sentence, head)
    return " ".join(own).replace(" - ", "-")


def _is_scope(sentence: Sentence, token: int) -> bool:
    """Whether a phrase tells where a place is held: `world` in `eighth in the world`."""
    return sentence.roles.preposition(token) in _SCOPE and _named_scope(sentence, token) is not None


def _measured_by(sentence: Sentence, token: int, prepositions: tuple[str, ...]) -> int | None:
    """What the ordering goes by, wherever that was hung: `reserves` in `eighth in the world by reserves`."""
    after = range(token + 1, len(sentence.tree))
    return next(
        (
            t
            for t in after
            if sentence.roles.preposition(t) in prepositions
            and is_measured(sentence, t)
            and sentence.quantity(t) is None
            and not _is_scope(sentence, t)
        ),
        None,
    )


def _of_list(draft: Draft) -> str | None:
    """What stands in the list that a place is told in: `7th among the world's cocoa producers`."""
    sentence = draft.sentence
    words = [word.lower() for word in sentence.tree.words]
    start = max(draft.token + 1, _after_ordinal(draft))
    among = next((at for at in range(start, len(words)) if words[at] in ("among", "of")), None)
    if among is None or among - start >= _AMONG_WITHIN or among + 1 >= len(words):
        return None
    if words[among + 1] == "any":
        return None  # `the worst of any country`: of the holder's kind, not what is ranked
    first, last = _linear_phrase(sentence, among + 1)
    owners = [at for at in range(first, last + 1) if sentence.tree.tags[at] == "POS"]
    first = owners[-1] + 1 if owners else first
    if any(sentence.is_period(at) or sentence.quantity(at) for at in range(first, last + 1)):
        return None
    listed = _words(sentence, first, last)
    if listed[-1:] and listed[-1] in table("ranks")["lists"]:
        return " ".join(_of_phrases(sentence, last)[1:]) or None  # `at the top of the list of exporters`
    return " ".join(listed + _of_phrases(sentence, last)).replace(" - ", "-") if listed else None


def _of_phrases(sentence: Sentence, last: int) -> list[str]:
    """The words of the phrases with `of` that follow a noun: `of grain`."""
    own: list[str] = []
    while last + 2 < len(sentence.tree.words) and sentence.tree.words[last + 1].lower() == "of":
        start, end = _linear_phrase(sentence, last + 2)
        inner = _words(sentence, start, end)
        if not inner:
            break
        own += ["of", *inner]
        last = end
    return own


def _told_here(draft: Draft, discourse: Discourse) -> str | None:
    """What the figures just told are of, where a list is topped that has no name."""
    near = discourse.told[-1] if discourse.told else None
    return near.claim.metric if near is not None and draft.kind == "rank" else None


def _bare(phrase: str | None) -> str | None:
    """A phrase without the word that compares: `lithium` for `more lithium`."""
    first, _, rest = (phrase or "").partition(" ")
    return rest if rest and first in table("ranks")["comparing"] else phrase


def _mentions(draft: Draft) -> list:  # type: ignore[type-arg]
    return [m for m in draft.sentence.at if m is not None and draft.span[0] <= m.start < draft.span[1]]


def _after_ordinal(draft: Draft) -> int:
    sentence = draft.sentence
    inside = [
        token
        for token, mention in enumerate(sentence.at)
        if mention is not None
        and isinstance(mention.value, Ordinal)
        and draft.span[0] <= mention.start < draft.span[1]
    ]
    return max(inside) + 1 if inside else draft.token


def _linear_phrase(sentence: Sentence, first: int) -> tuple[int, int]:
    tree = sentence.tree
    last = first - 1
    for token in range(first, len(tree.words)):
        if not tree.tags[token].startswith(("NN", "JJ", "VBG", "HYPH", "DT", "PRP$", "POS", "VBN")):
            break
        last = token
    while last >= first and not tree.tags[last].startswith(("NN", "VBG")):
        last -= 1
    return first, last


def _words(sentence: Sentence, first: int, last: int) -> list[str]:
    """Lower-case words without names, determiners and possessives."""
    tree = sentence.tree
    words = [
        tree.words[token].lower()
        for token in range(first, last + 1)
        if tree.tags[token] not in _DROPPED and sentence.name(token) is None and not sentence.is_period(token)
    ]
    while words and words[0] == "-":
        words.pop(0)
    return words


def _last_metric(discourse: Discourse) -> str | None:
    return next((each.claim.metric for each in reversed(discourse.told) if each.claim.kind == "rank"), None)


def _of_these(draft: Draft) -> bool:
    """Whether a place is among a few things that were named: `the largest of the three`."""
    words, after = draft.sentence.tree.words, _after_ordinal(draft)
    return [word.lower() for word in words[after : after + 2]] in (["of", "the"], ["of", "these"])


def _just_told(draft: Draft, discourse: Discourse) -> str | None:
    """What a list without a name is of: ranked in its paragraph, else what the figures told last are of."""
    told = [each for each in discourse.told if each.claim.kind == "rank"]
    near = told[-1] if told else None
    same = near is not None and near.draft.sentence.paragraph == draft.sentence.paragraph
    return near.claim.metric if near is not None and same else _told_here(draft, discourse)


def _holder_noun(draft: Draft) -> str | None:
    """What the holder is or has: `dam` in `the dam is the largest`, `rate` where a rate is the lowest."""
    token = draft.slots.get("subject")
    if token is None or draft.sentence.name(token) is not None:
        return None
    topic = read_topic(draft.sentence, token)
    return topic.metric or topic.phrase


def rank_parties(
    draft: Draft, topic: Topic, discourse: Discourse
) -> tuple[str | None, str | None, str | None]:
    """Subject, counterpart and place of a rank."""
    sentence = draft.sentence
    subject = _subject(draft, discourse)
    place = _scope(draft, subject)
    counterpart, owned = _list_of(draft, topic, discourse, subject)
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
        word = sentence.tree.words[token].lower()
        if word in table("ranks")["scopes"]:
            return None, party(sentence, token)
        if sentence.tree.tags[token] == "PRP$" or word in table("phrases")["descriptions"]:
            return _other_country(draft, token, subject) or _owner_told(discourse, subject), None
        return party(sentence, token), None
    inside = [topic.counterpart, topic.subject]
    first = _after_ordinal(draft)
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
    if head is None or draft.sentence.tree.words[head].lower() not in table("ranks")["partners"]:
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
                where = _named_scope(sentence, token)
                if token > anchor and where is not None and where != subject:
                    return where
    slot = draft.slots.get("place")
    if slot is not None and slot > draft.token:
        where = _named_scope(sentence, slot)
        if where is not None and where != subject:
            return where
    end = _after_ordinal(draft)
    for token in range(end, min(len(tree.words), end + 9)):
        if tree.words[token] in (",", ";", ":", "."):
            break
        if tree.words[token].lower() == "outside" and token + 1 < len(tree.words):
            first, last = _linear_phrase(sentence, token + 1)
            return "outside " + phrase_words(sentence, first, last) if last >= first else None
    return None


def _named_scope(sentence: Sentence, token: int) -> str | None:
    name = sentence.name(token)
    if isinstance(name, Name):
        return name.canonical if name.type in ("place", "country", "organisation") else None
    if sentence.tree.words[token].lower() in table("ranks")["scopes"]:
        first, last = sentence.roles.noun_phrase(token)
        return phrase_words(sentence, first, last)
    possessor = sentence.roles.owner(token)
    return _named_scope(sentence, possessor) if possessor is not None and possessor < token else None
