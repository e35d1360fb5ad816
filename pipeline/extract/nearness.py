"""The periods that a sentence names, and how near each of them stands to a figure."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from pipeline import edtf
from pipeline.extract.mood import trails
from pipeline.extract.scope import compares, describes, out_of_reach
from pipeline.extract.sentence import Sentence
from pipeline.model import Period
from pipeline.rules.tables import table

TOO_FAR = 30
BESIDE = 4
FEW = 4
"""Sentences whose periods are kept: each is asked for all its figures in turn."""
_ACROSS_FIGURE = 7
_ACROSS_CLAUSE = 5
_OTHER_CLAUSE = 31
_AFTER = 2  # nearer by, where it stands behind the figure
_FRONT = 4
_OPENING = frozenset({";", ":", "when", "where", "which", "who", "while", "whereas", "but"})
_JOINING = frozenset({"and", "but"})
_WHOLES = frozenset({"of", "out", "among"})


@dataclass(frozen=True, slots=True)
class TimedMention:
    """A period mention with the tokens it covers."""

    first: int
    last: int
    period: Period


@lru_cache(maxsize=FEW)
def timed(sentence: Sentence) -> list[TimedMention]:
    """The calendar periods named in a sentence, in order; durations are none, nor is when something was only
    foreseen (`a May estimate of 9 million`).
    """
    found = []
    for element in sentence.line.elements:
        value = element.mention.value if element.mention is not None else None
        if isinstance(value, Period) and not value.duration:
            behind = sentence.tree.lowered[element.last + 1 : element.last + 2]
            month = edtf.grain(value.edtf or "2000") == "month" and "/" not in value.edtf
            if month and behind and behind[0] in table("phrases")["forecasts"]:
                continue
            found.append(TimedMention(element.first, element.last, value))
    return found


def distance(sentence: Sentence, token: int, item: TimedMention, to_base: bool = False) -> int:
    """How far a period stands from a figure: words between, dearer across another figure or a clause end.

    A period of comparison may stand in a clause below the figure's: `triple what it made in 2020`.
    """
    tree = sentence.tree
    low, high = (item.last, token) if item.last < token else (token, item.first)
    cost = high - low
    if cost > TOO_FAR + _AFTER and item.first > _FRONT:
        return cost
    if tree.parsed and low == token and describes(sentence, token, item.first):
        return 1
    others = set()
    for between in range(low + 1, high):
        mention = sentence.at[between]
        if sentence.quantity(between) is not None and mention is not sentence.at[token]:
            others.add(id(mention))
        if tree.words[between] in (";", ":", "–", "—") or tree.lowered[between] in (
            "while",
            "but",
            "whereas",
        ):
            cost += _ACROSS_CLAUSE
    cost += _ACROSS_FIGURE * len(others)
    if item.first > token:
        cost -= _AFTER
    if token < item.first and opens_clause(sentence, token, item):
        return cost + _OTHER_CLAUSE
    fronted = (
        item.last < token
        and sentence.roles.clause(token) == item.last + 1  # `last spring sold six`
        and not tree.children(item.first, "case")
    )
    parts = clause_between(sentence, low, high) or not _trails(sentence, token, item)
    apart = parts and not fronted and out_of_reach(sentence, token, item.first)
    if apart and not (to_base and token < item.first and compares(sentence, token, item.first)):
        return cost + _OTHER_CLAUSE
    parted = any(tree.words[t] in (";", ":") for t in range(low + 1, high))
    if item.first <= _FRONT and item.last < token and not parted:
        cost = min(cost, 6 + 2 * len(others))
    return cost


def _trails(sentence: Sentence, token: int, item: TimedMention) -> bool:
    """Whether a figure is an afterthought to the clause of a period, wherever the parser hangs it.

    `told reporters that 900 had come in May, 80 of them by sea`; not `a deal made in May gives it 80 ships`.
    So is one of a whole told of before it: `Of 90 calves born in May, 8 died`.
    """
    verb = sentence.roles.clause(token) if sentence.tree.parsed else None
    behind = verb is None or verb < item.first
    part = sentence.tree.lowered[0] in _WHOLES
    return item.first < token and (behind or part or trails(sentence, token))


def opens_clause(sentence: Sentence, token: int, item: TimedMention) -> bool:
    """Whether a period stands before the verb of a clause that is joined on behind a figure.

    `it runs 40 ships and last spring sold six`; `sales fell 5%, and the owner in June left the board`.
    """
    tree = sentence.tree
    if not tree.parsed:
        return False
    behind = item.last + 1 + (tree.words[item.last + 1 : item.last + 2] == (",",))
    if behind >= len(tree.words):
        return False
    verb = behind if sentence.roles.is_verb(behind) else sentence.roles.clause(item.first)
    if verb is None or verb < item.first or tree.tags[verb] not in ("VBD", "VBZ", "VBP", "MD"):
        return False
    return any(
        tree.lowered[t] in _JOINING and (verb == behind or tree.heads[t] == verb)
        for t in range(max(token + 1, item.first - BESIDE), item.first)
    )


def clause_between(sentence: Sentence, low: int, high: int) -> bool:
    """Whether a clause has its head or its beginning between two tokens."""
    tree = sentence.tree
    return any(
        sentence.roles.is_verb(token)
        or tree.lowered[token] in _OPENING
        or (tree.labels[token] == "mark" and tree.heads[token] > token)
        for token in range(low + 1, high)
    )
