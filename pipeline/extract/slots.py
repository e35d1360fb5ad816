"""From a match to tokens: linear slots by their text, roles by grammar, with a surface fallback."""

from __future__ import annotations

from pipeline.extract.admit import is_measured
from pipeline.extract.holders import holder, owner
from pipeline.extract.match import Match
from pipeline.extract.mood import is_saying
from pipeline.extract.participles import accompanying, described
from pipeline.extract.relatives import left_out, stands_for
from pipeline.extract.sentence import Sentence
from pipeline.rules.tables import table

_PREPOSITIONS = ("of", "in", "to", "from", "with", "by", "for", "at", "on")
_FALLBACK_REACH = 12
_CLAUSE_ENDS = (",", ":", "WDT", "WP", "CC", "``", "''")
_JOINING = (*_PREPOSITIONS, "as", "between", "across", "among", "within", "under")
_AMOUNTS = frozenset({
    "total", "majority", "handful", "series", "dozens", "hundreds", "thousands", "scores", "number", "couple",
    "range", "string", "raft", "host", "record", "most", "all", "some", "part",
})  # fmt: skip
_TIMES = ("end", "beginning", "start", "middle", "time", "means", "way", "virtue")
_OF_RANKED = ("holder", "owner")


def slot_tokens(sentence: Sentence, match: Match) -> dict[str, int]:
    """The head token of whatever fills each slot of the match; slots that nothing fills are left out."""
    found: dict[str, int] = {}
    for name, (first, end) in match.slots.items():
        elements = sentence.line.elements
        found[name] = sentence.head_token(elements[first].first, elements[end - 1].last)
    if "metric" in found and match.slots["metric"][0] == match.start:
        found["metric"] = _subject_above(sentence, found["metric"])
    value = next((found[name] for name in ("value", "level", "change") if name in found), None)
    trigger = trigger_token(sentence, match)
    for slot in match.roles:
        if slot.name not in found:
            for role in slot.types:
                about = found["metric"] if role in _OF_RANKED and "metric" in match.slots else trigger
                if role == "topic" and "rank" in match.slots and sentence.tree.words[trigger] == "since":
                    about = found["rank"]  # not what has happened since
                token = _behind_particle(sentence, match) if role in ("thing", "moved") else None
                if role == "moved" and token is not None and not is_measured(sentence, token):
                    token = None  # `exports came down the coast`
                if token is None:
                    token = role_token(sentence, role, about, value)
                if token is not None:
                    found[slot.name] = token
                    break
    return found


def _behind_particle(sentence: Sentence, match: Match) -> int | None:
    """What a phrasal verb is done to, where its last word hangs as a preposition: `took part in it`."""
    elements = sentence.line.elements
    first, end = match.trigger
    last = elements[end - 1].last
    if elements[first].first == last or not sentence.tree.parsed:
        return None
    noun = sentence.tree.heads[last]
    if noun < last or not sentence.roles.has(last, "preposition") or sentence.is_period(noun):
        return None
    return stands_for(sentence, noun)


def trigger_token(sentence: Sentence, match: Match) -> int:
    """The head token of the match's trigger."""
    elements = sentence.line.elements
    first, end = match.trigger
    return sentence.head_token(elements[first].first, elements[end - 1].last)


def role_token(sentence: Sentence, role: str, trigger: int, value: int | None) -> int | None:
    """The token that plays a role for the trigger (or for the value, for `head` and `apposition`)."""
    if not sentence.tree.parsed:
        return _noun_before(sentence, trigger) if role in ("topic", "doer", "moved") else None
    if role == "here":
        return trigger
    if role == "head":
        return counted(sentence, trigger if value is None else value)
    if role == "happening":
        return _happening(sentence, trigger)
    if role == "holder":
        return holder(sentence, trigger)
    if role == "owner":
        return _meant(sentence, owner(sentence, trigger))
    if role == "apposition":
        return _beside(sentence, trigger if value is None else value)
    if role in _PREPOSITIONS:
        return _with_preposition(sentence, role, trigger)
    token = _CLAUSE_ROLES[role](sentence, trigger)
    verb = sentence.tree.tags[trigger].startswith("VB")
    if role == "moved" and verb and token is not None and value is not None and trigger < value < token:
        return _topic(sentence, trigger)
    return token


def _meant(sentence: Sentence, possessor: int | None) -> int | None:
    """A possessor, or what a relative one stands for: `the dam, whose construction began`."""
    tree = sentence.tree
    if possessor is None or tree.tags[possessor] != "WP$":
        return possessor
    verb = sentence.roles.clause(possessor)
    return tree.heads[verb] if verb is not None and sentence.roles.has(verb, "of_noun") else None


def _with_preposition(sentence: Sentence, preposition: str, trigger: int) -> int | None:
    roles = sentence.roles
    verb = roles.clause(trigger)
    for anchor in (trigger, sentence.tree.heads[trigger], verb):
        if anchor is not None:
            token = next(
                (
                    t
                    for t in roles.phrases(anchor).get(preposition, [])
                    if t > trigger and _is_thing(sentence, t)
                ),
                None,
            )
            if token is not None:
                return token
    return None


def _is_thing(sentence: Sentence, token: int) -> bool:
    return sentence.quantity(token) is None and not sentence.is_period(token)


def _topic(sentence: Sentence, trigger: int) -> int | None:
    verb = sentence.roles.clause(trigger)
    if verb is not None and verb != trigger and is_saying(sentence.tree.words[verb]):
        said = sentence.tree.children(verb, "ccomp", "parataxis")
        verb = said[0] if said else verb
    if verb is None:
        return None
    subject = sentence.roles.subject(verb)
    return stands_for(sentence, subject) if subject not in (None, trigger) else None


def _doer(sentence: Sentence, trigger: int) -> int | None:
    verb = sentence.roles.clause(trigger)
    if verb is not None and described(sentence, verb) is not None:
        return sentence.roles.phrase(verb, "by")
    partner = accompanying(sentence, trigger)
    if partner is not None:
        return partner
    doer = None if verb is None else sentence.roles.doer(verb)
    if doer is None and verb is not None and sentence.roles.passive(verb):
        doer = _agent_behind(sentence, verb)
    if doer is not None and sentence.tree.lowered[doer] in _AMOUNTS:
        doer = sentence.roles.phrase(doer, "of") or doer  # `a total of 90 firms took part`
    return doer if doer != trigger else None


def _agent_behind(sentence: Sentence, verb: int) -> int | None:
    """Who did it, where the parse hangs the phrase with `by` on a noun between: `built in Riga by a firm`."""
    tree, roles = sentence.tree, sentence.roles
    for token in range(verb + 1, min(len(tree), verb + _FALLBACK_REACH)):
        if tree.words[token] in (",", ";", ":") or tree.tags[token] in ("VBD", "VBZ", "VBP", "MD"):
            return None
        named = tree.tags[token] in ("NNP", "NNS", "NNPS") or tree.children(token, "det")
        someone = named and tree.tags[token].startswith("NN") and _is_thing(sentence, token)
        if roles.preposition(token) == "by" and someone and tree.lowered[token] not in _TIMES:
            return token
    return None


def _happening(sentence: Sentence, trigger: int) -> int | None:
    """The verb whose subject or object a noun of happening is."""
    tree = sentence.tree
    if tree.labels[trigger].split(":")[0] not in ("nsubj", "obj", "obl", "conj"):
        return None
    if sentence.roles.preposition(trigger) == "with":
        return None  # `the line opened with the launch of`: one event, told by its verb
    return sentence.roles.governor(trigger)


def _thing(sentence: Sentence, trigger: int) -> int | None:
    told = described(sentence, trigger)
    if told is not None:
        return told
    verb = sentence.roles.clause(trigger)
    token = None if verb is None else sentence.roles.thing(verb)
    if token is None and verb == trigger:
        token = left_out(sentence, verb)
    if token is None:
        return None
    token = stands_for(sentence, token)
    if sentence.quantity(token) is not None:
        return sentence.roles.phrase(token, "of")
    if sentence.tree.lowered[token] in _AMOUNTS:
        token = sentence.roles.phrase(token, "of") or token  # `carried out a number of projects`
    return token if _is_thing(sentence, token) else None


def _measured_first(sentence: Sentence, verb: int) -> int | None:
    """The first that is measured of the noun that a verb of movement describes, those above, its subject."""
    tree = sentence.tree
    thing = _thing(sentence, verb)
    aside = thing is not None and thing > verb and _word(sentence, thing) in table("happenings")["asides"]
    if thing is not None and aside and tree.labels[thing - 1] != "compound":  # `waiting times` are measured
        thing = None  # `deaths have come down thanks to cameras`
    behind = thing is not None and thing > verb and "," not in tree.words[verb:thing]
    if thing is not None and behind and tree.tags[thing].startswith("NN"):
        return thing
    options = [
        thing,
        *(_nouns_above(sentence, thing) if tree.labels[verb] == "acl" else ()),
        _topic(sentence, verb),
    ]
    found = [token for token in options if token is not None]
    measured = next((token for token in found if is_measured(sentence, token)), None)
    if measured is None and sentence.roles.is_verb(verb):
        measured = _measured_before(sentence, verb)
    return found[0] if measured is None and found else measured


def _measured_before(sentence: Sentence, verb: int) -> int | None:
    """The measured noun before a verb that the parse tied to another: `talks end and supply is set to grow`.

    A noun behind a preposition only belongs to the one before it, save where `for` brings in who does it.
    """
    tree, infinitive = sentence.tree, _word(sentence, verb - 1) == "to"
    for token in range(verb - 1, max(-1, verb - _FALLBACK_REACH), -1):
        if tree.tags[token] in _CLAUSE_ENDS or not _is_thing(sentence, token):
            return None
        if not tree.tags[token].startswith("NN") or tree.labels[token] == "compound":
            continue
        first = sentence.roles.noun_phrase(token)[0]
        before = _word(sentence, first - 1)
        if before in _JOINING and not (before == "for" and infinitive and token == verb - 2):
            continue
        return token if is_measured(sentence, token) else None
    return None


def _word(sentence: Sentence, token: int) -> str:
    return sentence.tree.lowered[token] if token >= 0 else ""


def _nouns_above(sentence: Sentence, token: int | None) -> list[int]:
    """The nouns that a noun hangs on: `trade` for `countries` in `trade between the countries`."""
    tree = sentence.tree
    found: list[int] = []
    while token is not None and tree.labels[token].startswith("nmod") and tree.heads[token] < token:
        token = tree.heads[token]
        found.append(token)
    return found


def _subject_above(sentence: Sentence, token: int) -> int:
    """The subject that a noun hangs on, else the noun: `sales` in `sales in this field were up`."""
    above = _nouns_above(sentence, token)
    if above and sentence.name(token) is None and sentence.tree.labels[above[-1]].startswith("nsubj"):
        return above[-1]
    return token


def _moved(sentence: Sentence, trigger: int) -> int | None:
    """What moves: for a verb its object, else its subject; for a noun (`growth`) what it is growth of."""
    tree, roles = sentence.tree, sentence.roles
    if tree.tags[trigger].startswith(("VB", "JJ", "RB", "IN", "RP")) or (
        roles.is_verb(trigger) and not tree.tags[trigger].startswith("NN")
    ):
        return _measured_first(sentence, trigger)
    objects = [child for child in tree.children(trigger, "obj") if _is_thing(sentence, child)]
    if objects:
        return objects[0]
    if trigger and _is_moved_in(sentence, trigger):
        return trigger - 1  # `profit growth in the steel trade`
    for preposition in ("in", "of", "to", "for"):
        for token in roles.phrases(trigger).get(preposition, []):
            if _is_thing(sentence, token):
                name = sentence.name(token)
                if name is None or preposition == "of":
                    return token
    inside = [c for c in tree.children(trigger, "compound", "amod", "nmod:poss") if _is_thing(sentence, c)]
    if any(tree.tags[c].startswith("NN") for c in inside):
        return next(c for c in reversed(inside) if tree.tags[c].startswith("NN"))
    return _topic(sentence, trigger)


def _is_moved_in(sentence: Sentence, noun: int) -> bool:
    """Whether the noun before one of movement is what moves: it is measured and no name."""
    before = noun - 1
    named = sentence.name(before) is not None or sentence.is_period(before)
    return not named and sentence.tree.heads[before] == noun and is_measured(sentence, before)


_CLAUSE_ROLES = {"topic": _topic, "doer": _doer, "thing": _thing, "moved": _moved}


def counted(sentence: Sentence, token: int) -> int | None:
    """The noun that a figure counts or qualifies: `companies` for `300`, `station` for `445 MW`."""
    tree = sentence.tree
    head = token
    for _ in range(4):
        label = tree.labels[head]
        if label.split(":")[0] in ("nummod", "compound", "amod", "det", "flat", "advmod") or (
            label.startswith("nmod") and tree.heads[head] > head
        ):
            head = tree.heads[head]
            if sentence.quantity(head) is None and tree.tags[head].startswith(("NN", "VBG", "JJ", "FW")):
                return head
        else:
            break
    following = token + 1
    while following < len(tree.words) and (
        sentence.at[following] is sentence.at[token]
        or tree.tags[following] in ("JJ", "VBG", "VBN", "HYPH", "NNP")
    ):
        following += 1
    if (
        following < len(tree.words)
        and tree.tags[following].startswith("NN")
        and _is_thing(sentence, following)
    ):
        return _phrase_end(sentence, following)
    return None


def _phrase_end(sentence: Sentence, token: int) -> int:
    tree = sentence.tree
    while (
        token + 1 < len(tree.words)
        and tree.tags[token + 1] in ("NN", "NNS")
        and tree.labels[token] == "compound"
    ):
        token += 1
    return token


def _beside(sentence: Sentence, token: int) -> int | None:
    """The noun just before a figure in brackets or between commas."""
    tree = sentence.tree
    head = sentence.roles.apposition(token)
    if head is not None and _is_thing(sentence, head) and head < token:
        return head
    for before in range(token - 1, max(-1, token - _FALLBACK_REACH), -1):
        if tree.tags[before].startswith("NN") and _is_thing(sentence, before):
            return before
    return None


def _noun_before(sentence: Sentence, token: int) -> int | None:
    """Without a parse: the nearest word before the trigger that could end a noun phrase."""
    for before in range(token - 1, max(-1, token - _FALLBACK_REACH), -1):
        word = sentence.tree.words[before]
        if word[:1].isalpha() and len(word) > 3 and _is_thing(sentence, before):
            return before
    return None
