"""For whom a speaker says `we`: the firm whose officer speaks, the country whose minister does."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache

from pipeline.extract.salience import Salience
from pipeline.model import Document, Mention, Name
from pipeline.rules.bodies import is_public
from pipeline.rules.homelands import country_of_city
from pipeline.rules.tables import table

_REACH = 90
_OWNED = re.compile(r"(?:['’]s?)? [^.;:\"“”]*\Z")
_HEADED = re.compile(r",? [^.;:\"“”]*\b(?:of|at|for|with|from)(?: the)? \Z")


def voices(
    document: Document, mentions: Sequence[Mention], speakers: frozenset[str], salience: Salience
) -> Mapping[str, str]:
    """For each speaker whom `we` stands for, by name; speakers of whom nothing tells it are left out."""
    home = country_of_city(document.dateline or "") or salience.main.get("country")
    found: dict[str, str] = {}
    names = [mention for mention in mentions if isinstance(mention.value, Name)]
    for at, mention in enumerate(names):
        speaker = mention.value.canonical  # type: ignore[union-attr]
        if speaker in speakers and speaker not in found:
            group = _group(document.text, names, at, home)
            if group is not None:
                found[speaker] = group
    for speaker in speakers - found.keys():
        group = _named_in(speaker, salience) or (home if _is_official(speaker) else None)
        if group is not None:
            found[speaker] = group
    return found


def _group(text: str, names: Sequence[Mention], at: int, home: str | None) -> str | None:
    """Whom one mention of a speaker tells it to speak for."""
    mention = names[at]
    if _name(mention).type != "person":
        return _stands_for(mention, home)
    title = text[max(mention.start - _REACH, 0) : mention.start].rpartition(". ")[2]
    before = names[at - 1] if at and mention.start - names[at - 1].end < _REACH else None
    if before is not None and _OWNED.match(text, before.end, mention.start):
        words = text[before.end : mention.start].lower().split()
        if not _titles().isdisjoint(words):
            return _stands_for(before, home)
    after = names[at + 1] if at + 1 < len(names) and names[at + 1].start - mention.end < _REACH else None
    if after is not None and _HEADED.match(text, mention.end, after.start):
        return _stands_for(after, home)
    return home if _is_official(title) else None


def _name(mention: Mention) -> Name:
    if not isinstance(mention.value, Name):
        raise TypeError("the mention of a name is wanted")
    return mention.value


def _stands_for(mention: Mention, home: str | None) -> str | None:
    """A firm for itself, a public body for its country; no one for a place or a person."""
    name = _name(mention)
    if name.type == "organisation" and is_public(name.canonical):
        return home
    return name.canonical if name.type in ("country", "organisation") else None


def _named_in(speaker: str, salience: Salience) -> str | None:
    """The firm or country whose name a speaker without a name of his own carries: `a Harwell spokesman`."""
    fits = (
        name.canonical
        for name in salience.names.values()
        if name.type in ("country", "organisation")
        and name.canonical in speaker
        and not is_public(name.canonical)
    )
    return next(fits, None)


def _is_official(words: str) -> bool:
    """Whether words of a title tell an office of state."""
    return not _offices().isdisjoint(words.lower().replace(",", " ").split())


@cache
def _titles() -> frozenset[str]:
    return frozenset(word for role in table("names/people")["roles"] for word in role.split())


@cache
def _offices() -> frozenset[str]:
    return frozenset(table("names/people")["offices"])
