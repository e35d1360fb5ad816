"""For which country something leaves: `sent 300 troops to Mali`, `half goes to Peru`."""

from __future__ import annotations

from pipeline.extract.drafts import Draft
from pipeline.extract.sentence import Sentence
from pipeline.extract.tree import FINITE
from pipeline.model import Name
from pipeline.rules.inflect import listed_verbs
from pipeline.rules.tables import table

_TOWARDS = ("to", "into")
_REACH = 12
_STOPS = (";", ":", "(")
_CARRIED = frozenset({"flights", "passengers", "cargo", "containers"})
_UNCHANGED = ("price", "exchange rate", "index")


def bound_for(draft: Draft, subject: str | None, metric: str | None) -> str | None:
    """The country that the figure's verb, or a phrase behind the figure, brings in with `to`."""
    if subject is None or metric in _UNCHANGED or draft.kind not in ("level", "change"):
        return None
    found = _of_verb(draft) or _behind(draft)
    if found is None or found.canonical == subject or found.adjective:
        return None
    towns = metric in _CARRIED
    return found.canonical if found.type == "country" or (towns and found.type == "place") else None


def _of_verb(draft: Draft) -> Name | None:
    """Where the clause's verb leads: `went to Peru`, `left for Peru`."""
    sentence = draft.sentence
    verb = sentence.roles.clause(draft.token)
    if verb is None:
        return None
    leaves = sentence.tree.lowered[verb] in listed_verbs("holders", "leaving")
    phrases = sentence.roles.phrases(verb)
    for preposition in (*_TOWARDS, "for") if leaves else _TOWARDS:
        for token in phrases.get(preposition, ()):
            if leads(sentence, token, preposition):
                return sentence.name(token)
    return None


def _behind(draft: Draft) -> Name | None:
    """What `to` or `bound for` brings in behind the figure, before the next verb or figure."""
    sentence = draft.sentence
    words, tags = sentence.tree.lowered, sentence.tree.tags
    end = sentence.extent(draft.token)[1] + 1
    held = False
    for token in range(end, min(end + _REACH, len(words))):
        name = sentence.name(token)
        if held and name is not None and not name.adjective:
            return name
        figure = sentence.quantity(token) is not None or sentence.is_period(token)
        if words[token] in _STOPS or tags[token] in FINITE or figure:
            return None
        aimed = words[token] == "for" and words[token - 1] in table("holders")["aimed_for"]
        held = (
            aimed
            or (words[token] in _TOWARDS and words[token - 1] not in table("holders")["not_towards"])
            or (held and tags[token] in ("DT", "JJ", "NN"))
        )
    return None


def leads(sentence: Sentence, token: int, preposition: str) -> bool:
    """Whether a phrase tells where to, and not `according to`, `close to`, `thanks to`."""
    words = sentence.tree.lowered
    at = next((at for at in range(token, -1, -1) if words[at] == preposition), None)
    return (
        sentence.name(token) is not None
        and at is not None
        and (at == 0 or words[at - 1] not in table("holders")["not_towards"])
    )
