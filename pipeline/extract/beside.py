"""Whose a figure is where the name stands beside it: before its brackets, behind a `for`, in a list."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.extract.drafts import Draft
from pipeline.extract.sentence import Sentence
from pipeline.model import Name, Quantity
from pipeline.rules.vocabulary import origin_is_subject

_OPENS, _CLOSES = ("(", "["), (")", "]")
_HOLDS = ("for", "in", "at", "among")
_TOWARDS = ("to", "into", "towards", "with")
_REACH = 5


@dataclass(frozen=True, slots=True)
class Beside:
    """A name beside a figure, and whether it is the other party's."""

    name: Name
    other_party: bool = False


def beside(draft: Draft, metric: str | None) -> Beside | None:
    """The name that stands beside the figure of a draft and says whose it is."""
    sentence = draft.sentence
    first, last = _extent(sentence, draft.token)
    bracketed = _before_bracket(sentence, first, last)
    if bracketed is not None:
        return Beside(_name(sentence, bracketed), _is_other(sentence, bracketed, metric))
    if draft.like is None:
        return None
    behind = _behind(sentence, last)
    if behind is None:
        behind = _respective(sentence, draft)
    return Beside(behind) if behind is not None else None


def _extent(sentence: Sentence, token: int) -> tuple[int, int]:
    mention, first, last = sentence.at[token], token, token
    while first > 0 and sentence.at[first - 1] is mention:
        first -= 1
    while last + 1 < len(sentence.at) and sentence.at[last + 1] is mention:
        last += 1
    return first, last


def _before_bracket(sentence: Sentence, first: int, last: int) -> int | None:
    """The token of the name before brackets that hold a figure alone: `Saudi Arabia (3.1 million)`."""
    words = sentence.tree.words
    if (
        first < 2
        or last + 1 >= len(words)
        or words[first - 1] not in _OPENS
        or words[last + 1] not in _CLOSES
    ):
        return None
    name = sentence.name(first - 2)
    return first - 2 if name is not None and name.type != "person" else None


def _name(sentence: Sentence, token: int) -> Name:
    name = sentence.name(token)
    if name is None:
        raise ValueError("no name there")
    return name


def _is_other(sentence: Sentence, token: int, metric: str | None) -> bool:
    """Whether a preposition makes a name, or the list that it stands in, the other party of a relation."""
    roles = sentence.roles
    if not sentence.tree.parsed:
        return False
    prepositions = {roles.preposition(each) for each in (token, roles.coordinates(token)[0])}
    if "from" in prepositions:
        return not origin_is_subject(metric)
    return not prepositions.isdisjoint(_TOWARDS)


def _behind(sentence: Sentence, last: int) -> Name | None:
    """The name in the phrase right behind a figure that is set against another: `against 31.6% for Tesco`."""
    words = sentence.tree.words
    start = last + 1
    if start >= len(words) or words[start].lower() not in _HOLDS:
        return None
    for token in range(start + 1, min(start + _REACH, len(words))):
        name = sentence.name(token)
        if name is not None:
            return name if name.type != "person" else None
        if not sentence.tree.tags[token].startswith(("DT", "PRP$", "JJ", "NN", "HYPH")):
            return None
    return None


def _respective(sentence: Sentence, draft: Draft) -> Name | None:
    """The name that a figure belongs to in turn: `Ghana and Togo made up 12% and 9%, respectively`."""
    tree, roles = sentence.tree, sentence.roles
    if not tree.parsed or "respectively" not in (word.lower() for word in tree.words):
        return None
    verb = roles.clause(draft.token)
    subject = roles.subject(verb) if verb is not None else None
    if subject is None:
        return None
    names = [sentence.name(token) for token in roles.coordinates(subject)]
    figures = list(dict.fromkeys(
        id(mention) for mention in sentence.at[subject:]
        if mention is not None and isinstance(mention.value, Quantity)
    ))  # fmt: skip
    place = figures.index(id(sentence.at[draft.token])) if id(sentence.at[draft.token]) in figures else -1
    return names[place] if len(names) == len(figures) and place >= 0 else None
