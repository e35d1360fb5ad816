"""Who else has a part in an event, where it happens, and what it is done to."""

from __future__ import annotations

from pipeline.extract.drafts import Draft
from pipeline.extract.mood import is_saying
from pipeline.extract.naming import party, phrase_words
from pipeline.extract.places import is_place
from pipeline.extract.sentence import Sentence
from pipeline.extract.told_things import taken_up, told_before
from pipeline.model import Name, Ordinal
from pipeline.rules.tables import table

_WHERE = ("in", "at", "near", "outside", "across", "on", "to")
_INSIDE = ("NN", "NNS", "NNP", "NNPS", "JJ", "JJR", "HYPH", "CD", "POS", "FW", "AFX")
_PEOPLE = ("er", "ers", "or", "ors", "leaders", "ministry", "union", "unions", "counterpart")
_QUOTES = ("'", "‘", "’", '"', "“", "`", "``", "''")
_ENVOYS = ("delegation", "delegations", "representatives", "members", "envoys", "delegates")
_ANAPHORS = ("it", "they", "he", "she")
_MUTUAL = ("sign", "meet")
_PAIR = 2
_LONG_NAME = 8
_HAPPENINGS = (
    "launch",
    "construction",
    "opening",
    "inauguration",
    "commissioning",
    "implementation",
    "signing",
)


def object_of(draft: Draft) -> str | None:
    """What an event was done to, in the article's words: the noun phrase with its `of`."""
    token = draft.slots.get("object")
    if token is None and draft.sets.get("action") == "build":
        return told_before(draft.sentence, draft.trigger)
    if token is not None and draft.sentence.tree.lowered[token] == "it":
        return taken_up(draft.sentence, token)
    if token is None or draft.sentence.tree.tags[token].startswith(("PRP", "W", "DT")):
        return None
    sentence = draft.sentence
    if draft.sets.get("action") not in ("meet", "join"):
        token = _done_to(sentence, token)
    first, last = _phrase(sentence, token)
    first += sentence.tree.lowered[first] == "more" and first < token
    mention = sentence.at[token]
    if mention is not None and sentence.name(token) is not None:
        whole = phrase_words(sentence, first, last)
        return whole if mention.text in whole and "'s" not in whole and "’s" not in whole else mention.text
    for inner in sentence.roles.phrases(token).get("of", []):
        if inner > token:
            last = max(last, sentence.roles.noun_phrase(inner)[1])
    return phrase_words(sentence, first, last)


def _phrase(sentence: Sentence, token: int) -> tuple[int, int]:
    """First and last token of a noun phrase, whatever the parse makes of the words before its noun.

    Where a quotation mark stands inside, the phrase starts after it: `green city` in `its 'green city'`.
    """
    tree = sentence.tree
    first, last = sentence.roles.noun_phrase(token)
    start = token
    while start > 0 and tree.tags[start - 1] in _INSIDE and _inside(sentence, start - 1):
        start -= 1
    first = min(first, start)
    marks = [mark for mark in range(first, token) if tree.words[mark] in (*_QUOTES, "than")]
    return (marks[-1] + 1 if marks else first), last


def _inside(sentence: Sentence, token: int) -> bool:
    """Whether a word may stand in a noun phrase: a time only if joined to it (`a three-year lease`)."""
    mention = sentence.at[token]
    return not sentence.is_period(token) or (mention is not None and "-" in mention.text)


def _done_to(sentence: Sentence, token: int) -> int:
    """What an event is done to: `plant` in `the launch of the plant`, `mill` in `the largest, a mill`."""
    if sentence.tree.lowered[token] in _HAPPENINGS:
        return sentence.roles.phrase(token, "of") or token
    mention = sentence.at[token]
    if mention is not None and isinstance(mention.value, Ordinal):
        return next(iter(sentence.tree.children(token, "appos")), token)
    return token


def actor_of(draft: Draft) -> str | None:
    """Who acts, where no slot names it: the first of two between whom it is done, or who says `it will`."""
    sentence = draft.sentence
    slot = draft.slots.get("subject")
    if slot is None:
        first = next(iter(_between(draft)), None)
        return party(sentence, first) if first is not None else None
    if sentence.tree.lowered[slot] not in _ANAPHORS:
        return None
    verb = sentence.roles.clause(slot)
    above = sentence.roles.governor(verb) if verb is not None else None
    if above is None or not is_saying(sentence.tree.words[above]):
        return None
    speaker = sentence.roles.subject(above)
    return party(sentence, speaker) if speaker is not None else None


def _between(draft: Draft) -> list[int]:
    """The two between whom something is signed or held: `a pact between Malta and Spain`."""
    if draft.sets.get("action") not in _MUTUAL:
        return []
    roles = draft.sentence.roles
    found = [draft.slots.get("object"), draft.trigger, roles.clause(draft.trigger)]
    anchors = [anchor for anchor in found if anchor is not None]
    places = [place for anchor in anchors for place in roles.phrases(anchor).get("in", [])]
    for anchor in (*anchors, *places):
        token = roles.phrase(anchor, "between")
        if token is not None and not draft.sentence.is_period(token) and not draft.sentence.quantity(token):
            return [token, *_joined(draft.sentence, token)]
    return []


def _joined(sentence: Sentence, token: int) -> list[int]:
    """What is joined to a name, on whichever of its words the parse hangs it."""
    name = sentence.name(token)
    if name is None:
        return sentence.roles.coordinates(token)[1:]
    near = range(token, min(len(sentence.tree), token + _LONG_NAME))
    inside = [each for each in near if sentence.name(each) is name]
    return [other for each in inside for other in sentence.roles.children(each, "coordinate")]


def _partner(draft: Draft, subject: str | None) -> str | None:
    """The second of two who sign or meet: named after `between`, or joined to the subject."""
    sentence = draft.sentence
    slot = draft.slots.get("subject")
    pair = _between(draft)
    if not pair and slot is not None and draft.sets.get("action") == "sign":
        joined = [slot, *_joined(sentence, slot)]
        pair = joined if len(joined) == _PAIR and all(_is_party(sentence, each) for each in joined) else []
    for each in pair[1:]:
        other = party(sentence, each)
        if other is not None and other != subject:
            return other
    return None


def counterpart_of(draft: Draft, subject: str | None) -> str | None:
    """The other party of an event: whom it is done with, or the country in which a foreigner acts."""
    sentence, roles = draft.sentence, draft.sentence.roles
    named = draft.slots.get("counterpart")
    if named is not None:
        return party(sentence, named)
    target = draft.slots.get("object")
    anchors = [
        anchor for anchor in (draft.trigger, target, roles.clause(draft.trigger)) if anchor is not None
    ]
    for anchor in anchors:
        token = roles.phrase(anchor, "with")
        if token is not None and token > anchor and not sentence.is_period(token):
            partner = _whose(sentence, token)
            shared = draft.sets.get("action") in ("sign", "meet") and _is_party(sentence, token)
            if partner is not None and partner != subject and shared:
                return partner
    second = _partner(draft, subject)
    if second is not None:
        return second
    if draft.sets.get("action") == "meet":
        return _whom(draft, target)
    if subject is None or not _is_foreign(draft):
        return None
    for anchor in anchors:
        for preposition in ("in", "for", "to"):
            for token in roles.phrases(anchor).get(preposition, []):
                name = sentence.name(token)
                if name is not None and name.type == "country" and name.canonical != subject:
                    return name.canonical
    if target is not None:
        first, last = roles.noun_phrase(_done_to(sentence, target))
        for token in range(first, last + 1):
            name = sentence.name(token)
            if name is not None and name.type == "country" and name.canonical != subject:
                return name.canonical
    return None


def _is_party(sentence: Sentence, token: int) -> bool:
    """Whether a noun is someone: it has a name in it, or is a kind of body or people."""
    first, last = sentence.roles.noun_phrase(token)
    if any(sentence.name(inner) is not None for inner in range(first, last + 1)):
        return True
    phrases = table("phrases")
    word = sentence.tree.lowered[token]
    return word in phrases["country_holders"] or word in phrases["descriptions"] or word.endswith(_PEOPLE)


def _whom(draft: Draft, target: int | None) -> str | None:
    """Whom someone meets."""
    if target is None or draft.rule.id not in ("event.meet_with", "event.talks_with"):
        return None
    return _whose(draft.sentence, target)


def _whose(sentence: Sentence, token: int) -> str | None:
    """A party, or whom it speaks for: the unions for `representatives of the unions`."""
    sent = sentence.tree.lowered[token] in _ENVOYS and sentence.name(token) is None
    body = sentence.roles.phrase(token, "of") if sent else None
    return (party(sentence, body) if body is not None else None) or party(sentence, token)


def _is_foreign(draft: Draft) -> bool:
    """Whether the actor is named by its country."""
    token = draft.slots.get("subject")
    if token is None:
        return False
    first, last = draft.sentence.roles.noun_phrase(token)
    names = (draft.sentence.name(inner) for inner in range(first, last + 1))
    return any(name is not None and name.type == "country" for name in names)


def place_of(draft: Draft, taken: tuple[str | None, ...]) -> str | None:
    """Where an event happens: a place or country that its verb or its object is set in."""
    sentence, roles = draft.sentence, draft.sentence.roles
    target = draft.slots.get("object")
    for anchor in (draft.trigger, target, roles.clause(draft.trigger)):
        if anchor is None:
            continue
        for preposition in _WHERE[:-1]:
            for token in roles.phrases(anchor).get(preposition, []):
                where = _place(sentence, token) if token > anchor else None
                if where is not None and where not in taken:
                    return where
    near = _place_behind(draft, taken)
    if near is not None:
        return near
    if target is not None and draft.sets.get("action") != "meet":
        owner = roles.owner(_done_to(sentence, target))
        name = sentence.name(owner) if owner is not None else None
        if name is not None and name.type in ("country", "place") and name.canonical not in taken:
            return name.canonical
    return None


def _place_behind(draft: Draft, taken: tuple[str | None, ...]) -> str | None:
    """The place that follows in the clause, wherever the parse hangs it: `met Xi Jinping in Beijing`."""
    sentence = draft.sentence
    words, tags = sentence.tree.words, sentence.tree.tags
    for token in range(draft.trigger + 1, len(words) - 1):
        if words[token] in (",", ";", ":") or tags[token].startswith(("VB", "MD", "WDT", "WP")):
            return None
        if words[token].lower() not in ("in", "at", "near"):
            continue
        noun = token + 2 if tags[token + 1] == "DT" and token + 2 < len(words) else token + 1
        name = sentence.name(noun)
        if name is not None and is_place(name):
            return name.canonical if name.canonical not in taken else None
    return None


def _place(sentence: Sentence, token: int) -> str | None:
    name = sentence.name(token)
    if name is not None:
        return name.canonical if name.type in ("country", "place") else None
    if sentence.tree.lowered[token] not in table("happenings")["districts"]:
        return None
    first, last = sentence.roles.noun_phrase(token)
    inside = [sentence.name(inner) for inner in range(first, last + 1)]
    named = any(isinstance(each, Name) and each.type in ("country", "place") for each in inside)
    capitals = any(sentence.tree.words[inner][:1].isupper() for inner in range(first + 1, last + 1))
    return (
        phrase_words(sentence, first, last)
        if named or capitals or sentence.tree.words[first][:1].isupper()
        else None
    )
