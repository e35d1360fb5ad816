"""What leads a round number in words as `a` does: `another dozen`, `a couple of hundred`, `every third`."""

from __future__ import annotations

import re

_REACH = 24
_ANOTHER = re.compile(
    r"\b(?:another|an?\s(?:further|good|full|round|mere|extra|additional|estimated|whopping|staggering|cool|bare"
    r"|whole|possible))\s\Z",
    re.IGNORECASE,
)
_SEVERAL = re.compile(r"\b(?:few|several|many)\s\Z", re.IGNORECASE)
_COUPLE = re.compile(r"\b(?:an?\s)?couple\sof\s\Z", re.IGNORECASE)
_STRONG = re.compile(r"\w+-strong\b")
_EVERY = re.compile(r"\bevery\s\Z", re.IGNORECASE)
_TIME = re.compile(
    r"\s(?:hour|day|night|week|weekend|month|quarter|year|decade|time|season|minute|game|match|round|summer|winter"
    r"|spring|autumn|[A-Z])"
)


def led(text: str, start: int) -> bool:
    """Whether what stands before `start` does for an article: `another dozen`, its `million-strong` army."""
    return (
        _ANOTHER.search(text[max(0, start - _REACH) : start]) is not None
        or _STRONG.match(text, start) is not None
    )


def several(text: str, start: int) -> bool:
    """Whether there are some of the round number at `start`: `several hundred`."""
    return _SEVERAL.search(text[max(0, start - _REACH) : start]) is not None


def couple(text: str, start: int) -> int | None:
    """Where `a couple of` before `start` begins; None where there is none."""
    match = _COUPLE.search(text[max(0, start - _REACH) : start])
    return None if match is None else start - len(match.group())


def every(text: str, start: int, end: int) -> bool:
    """Whether an ordinal picks one of so many: `every third house`, not `every third day`."""
    return _EVERY.search(text[max(0, start - _REACH) : start]) is not None and not _TIME.match(text, end)
