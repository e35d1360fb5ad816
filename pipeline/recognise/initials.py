"""A short name in brackets tells how far the name before it goes: `Polar and Deep Sea Office (PDSO)`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.recognise.capitals import is_acronym
from pipeline.recognise.row import Part

_SPELT = re.compile(r"[^\W\d_][\w’']*")
_SMALL = frozenset({"of", "and", "for", "the", "on", "in", "to", "de", "la", "du", "des", "et"})
_LONGEST = 90
_PARTED = re.compile(r"[.;:,()\"“”\n]")


def with_full_names(text: str, parts: Sequence[Part]) -> list[Part]:
    """The parts, those before a bracketed short name joined to the one name that it abbreviates."""
    kept: list[Part] = []
    for part in parts:
        short = text[part.start : part.end]
        bracketed = text[part.start - 1 : part.start] == "(" and text[part.end : part.end + 1] == ")"
        if bracketed and is_acronym(short) and kept:
            start = _begins(text, part.start - 1, short)
            if start is not None:
                _join(text, kept, start, part.start - 1)
        kept.append(part)
    return kept


def _join(text: str, kept: list[Part], start: int, end: int) -> None:
    """Put one name in the place of the last parts, where they fill the words from `start` to `end`."""
    first = len(kept)
    while first and kept[first - 1].start >= start:
        first -= 1
    whole = kept[first:]
    if not whole or text[whole[-1].end : end].strip() or (first and kept[first - 1].end > start):
        return
    if (len(whole) == 1 and whole[0].start == start) or any(part.kind == "person" for part in whole):
        return
    end = whole[-1].end
    words = tuple(text[start:end].split())
    name = replace(whole[-1], kind="organisation", start=start, words=words, first=whole[0].first, name=None)
    kept[first:] = [name]


def _begins(text: str, end: int, short: str) -> int | None:
    """Where the name that ends at `end` begins, if its letters, read backwards, spell the short one."""
    letters = [letter.lower() for letter in short if letter.isalpha()]
    capitals = 0
    for word in reversed(list(_SPELT.finditer(text, max(end - _LONGEST, 0), end))):
        spelt, gap = word.group(), text[word.end() : end]
        if _PARTED.search(gap) or not (spelt[0].isupper() or spelt in _SMALL):
            return None
        end = word.start()
        capitals += spelt[0].isupper()
        for at in range(len(spelt) - 1, -1, -1):
            if letters and spelt[at].lower() == letters[-1] and (len(letters) > 1 or at == 0):
                letters.pop()
        if not letters:
            return word.start() if spelt[0].isupper() and capitals > 1 else None
    return None
