"""Figures told in turn with what they are of: `Exports and imports rose 3% and 5%, respectively`."""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.extract.admit import is_measured
from pipeline.extract.drafts import Draft
from pipeline.extract.sentence import Sentence

_WORD = "respectively"
_JOINS = frozenset({",", "and", "&"})
_BETWEEN = _JOINS | {"by", "to", "at", "of", "about", "around", "some", "nearly", "almost", "only", "just"}
_PHRASE = ("NN", "JJ", "DT", "PRP$", "HYPH", "VBG")
_LEADING = ("of", "in", "to", "from", "with", "for", "on")
_LEAST = 2


def tell_in_turn(drafts: Iterable[Draft]) -> None:
    """Give each figure told in turn the time, the metric or the holder of its own, whichever are listed."""
    for draft in drafts:
        listed, place = _respective(draft)
        if not listed:
            continue
        if all(map(draft.sentence.is_period, listed)):
            draft.slots["period"] = listed[place]
        elif _acts_after(draft, listed[-1]):
            continue
        elif all(is_measured(draft.sentence, token) for token in listed):
            draft.slots["metric"] = listed[place]
        else:
            draft.slots["subject"] = listed[place]


def _acts_after(draft: Draft, last: int) -> bool:
    """Whether the clause of the figures has its own subject behind the list: `funds, in which I put 5`."""
    roles = draft.sentence.roles
    verb = roles.clause(draft.token) if draft.sentence.tree.parsed else None
    subject = roles.subject(verb) if verb is not None else None
    return subject is not None and last < subject < draft.token


def _respective(draft: Draft) -> tuple[list[int], int]:
    """The tokens of the list that a draft's figures belong to in turn, and the place of its own in it."""
    sentence = draft.sentence
    if draft.quantity is None or _WORD not in sentence.tree.lowered:
        return [], 0
    figures = _series(sentence, draft.token)
    listed = _listed(sentence, figures[0], len(figures)) if len(figures) >= _LEAST else []
    return listed, figures.index(sentence.extent(draft.token)[0])


def _series(sentence: Sentence, token: int) -> list[int]:
    """The first tokens of the figures that are joined to the one at a token, in order."""
    series: list[int] = []
    last, done = -1, False
    for at in range(len(sentence.tree)):
        if sentence.quantity(at) is None or sentence.extent(at)[0] != at:
            continue
        joined = series and all(word in _BETWEEN for word in sentence.tree.lowered[last + 1 : at])
        if not joined and done:
            break
        series = [*series, at] if joined else [at]
        last = sentence.extent(at)[1]
        done = done or at <= token <= last
    return series


def _listed(sentence: Sentence, end: int, count: int) -> list[int]:
    """The last tokens of `count` phrases joined to a list, the nearest such list before a token."""
    tree = sentence.tree
    lists: list[list[tuple[int, int]]] = []
    at = 0
    while at < end:
        last = _phrase_end(sentence, at, end)
        if last < at:
            at += 1
            continue
        between = tree.lowered[lists[-1][-1][1] + 1 : at] if lists else ()
        if between and all(word in _JOINS for word in between):
            lists[-1].append((at, last))
        else:
            lists.append([(at, last)])
        at = last + 1
    fitting = [found for found in lists if len(found) == count]
    if not fitting:
        return []
    heads = [_head(sentence, fitting[-1], phrase) for phrase in fitting[-1]]
    first, last = fitting[-1][-1]
    if first < last and is_measured(sentence, last) and not is_measured(sentence, heads[0]):
        heads[-1] = last - 1  # `wheat and barley prices`
    return heads


def _phrase_end(sentence: Sentence, first: int, end: int) -> int:
    """The last noun of the phrase, or token of the time, that begins at a token, before `end`."""
    if sentence.is_period(first):
        return sentence.extent(first)[1]
    last, tags = first - 1, sentence.tree.tags
    for at in range(first, end):
        named = sentence.name(at) is not None
        if not named and (sentence.is_period(at) or not tags[at].startswith(_PHRASE)):
            break
        if named or tags[at].startswith("NN"):
            last = at
    return last


def _head(sentence: Sentence, phrases: list[tuple[int, int]], phrase: tuple[int, int]) -> int:
    """The noun of a phrase; `imports` in `imports of steel and exports of wheat`, whose goods alone touch."""
    words = sentence.tree.lowered
    before, after = words[phrases[0][0] - 1], words[phrases[-1][1] + 1]
    if phrases[0][0] > 1 and before == after and before in _LEADING and phrase == phrases[0]:
        return phrase[0] - 2
    return phrase[1]
