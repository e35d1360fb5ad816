"""Parts of a text that are one name: held together by a small word, a dash, or by never standing apart."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise

from pipeline.recognise.part_words import part_words
from pipeline.recognise.row import Part
from pipeline.rules.tables import table

_DASH = " - "
_OFTEN = 2


@cache
def _whole() -> re.Pattern[str]:
    whole = table("names/organisations")["whole"]
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, whole))})\b")


@cache
def _area_heads() -> frozenset[str]:
    return frozenset(table("names/organisations")["of_areas"])


def joined(text: str, parts: Sequence[Part]) -> list[Part]:
    """The parts, those of one name put together."""
    return _of_areas(text, _seated(text, _national(text, _known(text, parts))))


def _known(text: str, parts: Sequence[Part]) -> list[Part]:
    """Names with a small word inside that are known (`Law and Justice`), with what belongs to them."""
    kept: list[Part] = []
    at = 0
    for found in _whole().finditer(text):
        start, end = found.span()
        while at < len(parts) and parts[at].end <= start:
            kept.append(parts[at])
            at += 1
        if at < len(parts) and parts[at].start <= start and parts[at].end >= end:
            continue
        while at < len(parts) and parts[at].start < end:
            end = max(end, parts[at].end)
            at += 1
        possessive = text.startswith(("'s", "’s"), end)
        kept.append(Part("organisation", start, end, tuple(text[start:end].split()), possessive=possessive))
    return [*kept, *parts[at:]]


def _national(text: str, parts: Sequence[Part]) -> list[Part]:
    """A nation's adjective and a name that this article never has apart (`Danish Crown`), as one name.

    Named once, the adjective only tells where the other is from (`Russian Gazprom`).
    """
    pairs = [(one, other) for one, other in pairwise(parts) if _is_national(text, one, other)]
    together = Counter(other.words for _, other in pairs)
    alone = Counter(part.words for part in parts if part.words in together)
    one_name = {
        one.start: other
        for one, other in pairs
        if together[other.words] >= _OFTEN and together[other.words] == alone[other.words]
    }
    return list(_merged(parts, one_name))


def _is_national(text: str, one: Part, other: Part) -> bool:
    adjective = one.kind == "geo" and one.name is not None and one.name.adjective
    return adjective and other.kind == "unknown" and text[one.end : other.start] == " "


def _of_areas(text: str, parts: Sequence[Part]) -> list[Part]:
    """The police or council of two areas that this article never has apart (`Avon and Somerset Police`)."""
    heads = _area_heads()
    pairs = [
        (one, other)
        for one, other in pairwise(parts)
        if one.kind in {"unknown", "geo", "place"}
        and other.kind == "organisation"
        and heads & {other.words[-1]}
        and len(other.words) > 1
        and text[one.end : other.start] == " and "
        and not (one.possessive or one.words[0].isupper())
        and (one.name is None or one.name.type == "place")
    ]
    together = Counter((one.words, other.words) for one, other in pairs)
    wanted = {words for pair in together for words in pair}
    alone = Counter(part.words for part in parts if part.words in wanted)
    one_name = {
        one.start: other
        for one, other in pairs
        if together[one.words, other.words] == alone[one.words] == alone[other.words]
    }
    return list(_merged(parts, one_name))


def _seated(text: str, parts: Sequence[Part]) -> list[Part]:
    """A body's name that ends in its emirate or city behind a dash (`Department of Health - Dubai`)."""
    openers = part_words().openers
    one_name = {
        one.start: other
        for one, other in pairwise(parts)
        if one.kind == "organisation"
        and other.kind == "geo"
        and text[one.end : other.start] == _DASH
        and not openers.isdisjoint(one.words)
    }
    return list(_merged(parts, one_name))


def _merged(parts: Sequence[Part], one_name: dict[int, Part]) -> Iterator[Part]:
    """The parts, each at a start in `one_name` as one with the part behind it."""
    behind = iter(parts)
    for part in behind:
        other = one_name.get(part.start)
        if other is None:
            yield part
            continue
        next(behind)
        words = (*part.words, *other.words)
        yield replace(other, kind="organisation", start=part.start, words=words, first=part.first, name=None)
