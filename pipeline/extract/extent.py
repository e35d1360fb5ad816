"""Where a passage without a clause of its own ends: before the next clause of its sentence."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extract.subjects import FINITE, STOPS
from pipeline.rules.inflect import is_past

_TURNING = frozenset({"but", "although", "though", "whereas", "while", "yet", "despite"})
_ADDING = frozenset({"and", "but"})
_ARTICLES = frozenset({"a", "an"})
_OPENING = _ARTICLES | {"and"}
_RELATIVE = frozenset({"that", "which"})
_NOUN = 6
_MOST = frozenset({"most", "least", "fewest", "worst", "best"})
_WINDOWS = frozenset(
    {"since", "record", "ever", "years", "months", "decade", "decades", "century", "history"}
)


def next_clause(words: Sequence[str], opens: int) -> int:
    """The comma, behind token `opens`, at which a clause begins that is not part of what was foreseen.

    `, but`, `, and its shares rose`, `, a target that`, `and has cut jobs`; the end of
    the sentence where there is none.
    """
    for at in range(opens, len(words) - 1):
        following = words[at + 1]
        if words[at] in _ADDING and (following in FINITE or is_past(following)):
            return at
        if words[at] != ",":
            continue
        comment = following in _ARTICLES and not _RELATIVE.isdisjoint(words[at + 2 : at + _NOUN])
        if comment or following in _TURNING or (following in _OPENING and _tells(words, at + 2)):
            return at
    return len(words)


def bounds_extreme(words: Sequence[str]) -> bool:
    """Whether a phrase tells of a record, no speaker: `the highest since 1990`, `its least in a decade`."""
    most = any(word.endswith("est") or word in _MOST for word in words[1:3])
    opens = bool(words) and words[0] in _ARTICLES | {"the", "its", "their"}
    return opens and most and not _WINDOWS.isdisjoint(words)


def _tells(words: Sequence[str], start: int) -> bool:
    """Whether a verb that tells a time stands behind its subject, before the next mark."""
    for at in range(start, len(words)):
        word = words[at]
        if word in STOPS or word == "to":
            return False
        if at > start and (word in FINITE or is_past(word)):
            return True
    return False
