"""Words that multiply: `doubled`, `threefold`, `halved`, `cut in half`, and `1.7-fold`, `2.6 times` after a
number.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from pipeline.model import Change
from pipeline.recognise.figures import TABLE
from pipeline.recognise.numbers import Number
from pipeline.rules.tables import table
from pipeline.rules.wording import any_of

_FOLD = re.compile(r"[ -]?fold\b", re.IGNORECASE)
_TIMES = re.compile(r"(?:[ -]times?\b|\s?[x×](?![^\W_]))", re.IGNORECASE)
_COMPARED = re.compile(
    r"\s(?:as|more|higher|larger|bigger|greater|faster|smaller|lower|less|fewer|longer|the|its|what|their|his|our|over|above|"
    r"that(?!\s(?:day|night|week|weekend|month|season|year|decade)\b)|[a-z]+er than)\b"
)
_PART_OF_WORD = re.compile(r"-(?!dig)[^\W\d_]+")  # `double-dealing`, `triple-jump`
_OCCASIONS = re.compile(r"\s(?:a|an|per|each|every)\s(?:day|week|month|year|hour|minute|season)\b")
_FACTOR_OF = re.compile(
    r"\bfactors? of (?:about|around|some|nearly|almost|roughly|up to|more than|over|at least|between)?\s?\Z",
    re.I,
)
_HALF = re.compile(
    r"\b(?P<verb>cut|cuts|cutting|reduc\w+|slash\w*|slic\w+|split\w*|fall\w*|fell|drop\w*)\b[^.;\n]{0,60}?\sin\s(?P<half>half)\b(?![-\s]?(?:year|term|time|hour|day))",
    re.I,
)


class Factor(NamedTuple):
    """A factor word in the text, and the way it goes."""

    start: int
    end: int
    value: Decimal
    change: Change | None


@cache
def _words() -> tuple[
    dict[str, tuple[Decimal, Change | None]], re.Pattern[str], frozenset[str], frozenset[str]
]:
    data = table("recognise/factors")
    words: dict[str, tuple[Decimal, Change | None]] = {}
    for word, (value, way) in data["words"].items():
        words[word] = (Decimal(value), way or None)
    for word, value in {
        **table(TABLE)["units"],
        **table(TABLE)["tens"],
        "hundred": "100",
        "thousand": "1000",
    }.items():
        if Decimal(value) > 1:
            words.setdefault(f"{word}fold", (Decimal(value), "up"))
    pattern = re.compile(rf"(?<![\w-])(?:{any_of(words)})(?![^\W_])")
    return words, pattern, frozenset(data["not_before"]), frozenset(data["not_after"])


def factor_words(text: str) -> list[Factor]:
    """Every `double`, `halved`, `threefold`, `twice` and `cut in half` of the text, in order."""
    words, pattern, not_before, not_after = _words()
    moves = table("recognise/factors")["movements"]
    found: list[Factor] = []
    for match in pattern.finditer(text):
        word = match.group().lower()
        value, change = words[word]
        if not word.endswith("fold"):
            after = re.match(r"[ -]?([^\W\d_]+)", text[match.end() : match.end() + 20])
            before = text[max(0, match.start() - 12) : match.start()].lower().split()
            if (
                after
                and word in ("double", "triple", "treble", "doubles", "quadruple")
                and (after[1].lower() in not_before or _PART_OF_WORD.match(text, match.end()))
            ):
                continue
            if before and before[-1] in not_after and word in ("doubles", "double", "triple", "halves"):
                continue
            one = word in ("double", "triple", "treble") and before[-1:] == ["a"]
            if one and after and after[1].lower() not in moves:
                continue
            if word == "halves" and (not before or before[-1] in ("two", "both", "into", "first", "second")):
                continue
            if word in ("twice", "thrice") and not _COMPARED.match(text, match.end()):
                continue
        found.append(Factor(match.start(), match.end(), value, change))
    halves = (Factor(*match.span("half"), Decimal(2), "down") for match in _HALF.finditer(text))
    return sorted([*found, *halves])


def multiplies(text: str, number: Number, moved: bool) -> int | None:
    """Where the factor sign of a number ends: `1.7-fold`, `3x`, `a factor of 4`, `2.6 times` where
    it compares; None where it is none.
    """
    if match := _FOLD.match(text, number.end):
        return match.end()
    if _FACTOR_OF.search(text[max(0, number.start - 30) : number.start]):
        return number.end
    match = _TIMES.match(text, number.end)
    if match is None or _OCCASIONS.match(text, match.end()):
        return None
    if match.group().strip(" -")[0] in "xX×":
        return (
            match.end()
            if number.value < 1000 and text[match.end() : match.end() + 2].strip()[:1].isdigit() is False
            else None
        )
    if number.value >= 1000:
        return None
    whole = number.value == int(number.value)
    if moved or not whole or (number.value < 1000 and _COMPARED.match(text, match.end())):
        return match.end()
    return None
