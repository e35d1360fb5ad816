"""Nouns that stand for a country or a whole named elsewhere: members, a government by its seat, backers."""

from __future__ import annotations

from pipeline.extract.sentence import Sentence
from pipeline.model import Name
from pipeline.rules.homelands import country_of_city
from pipeline.rules.tables import table


def whole_of(sentence: Sentence, token: int) -> Name | None:
    """The name that a noun stands for with `of`: `the members of Mercosur`, `the province of Utrecht`."""
    if sentence.tree.lowered[token] not in table("phrases")["groups"]:
        return None
    whole = sentence.roles.phrase(token, "of")
    return sentence.name(whole) if whole is not None else None


def seat_of(sentence: Sentence, token: int) -> str | None:
    """The country whose government is told by its seat: `the government in Lima`."""
    if sentence.tree.lowered[token] not in table("phrases")["at_home"]:
        return None
    seat = sentence.roles.phrase(token, "in")
    name = sentence.name(seat) if seat is not None else None
    return country_of_city(name.canonical) if name is not None else None


def backer(sentence: Sentence, token: int) -> str | None:
    """Whose money or part is in something: `firms with Korean capital`."""
    if sentence.tree.lowered[token] not in table("phrases")["backing"]:
        return None
    first, last = sentence.roles.noun_phrase(token)
    names = (sentence.name(at) for at in range(first, last))
    return next((name.canonical for name in names if name is not None and name.type == "country"), None)


def are_nations(sentence: Sentence, token: int) -> bool:
    """Whether a noun stands for a group of countries: `trade with ASEAN members`, `sales to Gulf states`."""
    return sentence.tree.lowered[token] in table("phrases")["nations"]
