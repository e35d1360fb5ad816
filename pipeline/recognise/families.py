"""Surnames that places have too: `Lincoln said`, in an article that has told of John Lincoln."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.recognise.reference_words import speech_behind
from pipeline.recognise.row import Part

_THERE = re.compile(
    r"\b(?:[Ii]n|[Aa]t|[Ff]rom|[Tt]o|[Nn]ear|[Oo]utside|[Aa]round|[Ii]nto|[Aa]cross|[Tt]hroughout|of) \Z"
)
_LONGEST = 12


def with_families(text: str, parts: Sequence[Part]) -> list[Part]:
    """The parts, a place's name being that of a person who was told of in full, where it may be.

    It is where a verb of saying follows, and anywhere but behind `in` and the like in an article that never
    puts it there, as it would a place. A country's is only where it speaks.
    """
    families = {part.words[-1] for part in parts if part.kind == "person" and len(part.words) > 1}
    shared = [part for part in parts if part.kind == "geo" and _surface(text, part) in families]
    at_home = {_surface(text, part) for part in shared if _is_there(text, part)}
    persons = {part.start for part in shared if _is_person(text, part, at_home)}
    return [
        replace(part, kind="person", words=(_surface(text, part),), name=None)
        if part.start in persons
        else part
        for part in parts
    ]


def _is_person(text: str, part: Part, at_home: set[str]) -> bool:
    if part.name is None or part.name.adjective:
        return False
    if speech_behind(text, part.end):
        return True
    return part.name.type == "place" and _surface(text, part) not in at_home


def _is_there(text: str, part: Part) -> bool:
    return _THERE.search(text, max(part.start - _LONGEST, 0), part.start) is not None


def _surface(text: str, part: Part) -> str:
    return text[part.start : part.end]
