"""Whom an article is about: the names that it gives most often, and first."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from pipeline.model import Document, Mention, Name
from pipeline.rules.bodies import is_contest, is_public
from pipeline.rules.homelands import country_of_city, country_within

_CURRENCY = re.compile(r" (?:dollar|pound|franc|krona|krone|peso|rupee|yuan|won)s?\b")
"""What makes a country's name a currency's: `losses against the US dollar`."""
_LEAD = 3
_PAIR_LEAST, _PAIR_SHARE = 2, 0.7
_SHORT = 2


@dataclass(frozen=True, slots=True)
class Salience:
    """Names of an article and their weight.

    `names` are all names by canonical form; `main` is the weightiest of each type. Of those that weigh as
    much as one named at the head or more, `leading` is the weightiest country, organisation or place and
    `home` the weightiest country. `company` is the firm that outweighs every country; `pair` are the two
    countries of an article about the two of them, `two` those named most in any.
    """

    names: dict[str, Name] = field(default_factory=dict)
    main: dict[str, str] = field(default_factory=dict)
    leading: str | None = None
    company: str | None = None
    home: str | None = None
    pair: tuple[str, str] | None = None
    two: tuple[str, str] | None = None

    @property
    def organisations(self) -> frozenset[str]:
        """The names of organisations."""
        return frozenset(name for name, value in self.names.items() if value.type == "organisation")


def salience(document: Document, mentions: Sequence[Mention], told_by: Mapping[str, int]) -> Salience:
    """Weigh the names of an article: each mention counts once, in the first sentences and the title more.

    `told_by` tells how many statements each speaker makes, which tell of others: they weigh against a firm.
    Persons that speak, public bodies, the publisher, and names of one or two letters weigh nothing.
    """
    lead = lead_end(document)
    weights: Counter[tuple[str, str]] = Counter()
    firms: Counter[str] = Counter()
    nations: Counter[str] = Counter()
    names: dict[str, Name] = {}
    for mention in mentions:
        name = mention.value
        if not isinstance(name, Name) or len(name.canonical) <= _SHORT:
            continue
        if _CURRENCY.match(document.text, mention.end):
            continue
        names.setdefault(name.canonical, name)
        if name.canonical == document.publisher:
            continue
        weight = _LEAD if mention.start < lead else 1
        if _is_firm(name):
            firms[name.canonical] += weight
        if name.type == "country" and not name.adjective:
            nations[name.canonical] += weight
        tells = name.type in ("person", "place") and name.canonical in told_by
        if not tells and (name.type != "organisation" or _is_firm(name)):
            weights[(name.type, name.canonical)] += weight
    if document.title:
        for kind, canonical in list(weights):
            weights[(kind, canonical)] += _LEAD if canonical in document.title else 0
    firms.subtract({name: count for name, count in told_by.items() if name in firms})
    company, weight = next(iter(firms.most_common(1)), (None, 0))
    if weight <= max(nations.values(), default=0):
        company = None
    weights.update(_homes(document, mentions))
    ordered = weights.most_common()
    main = {kind: canonical for (kind, canonical), _ in reversed(ordered)}
    enough = [
        (kind, canonical)
        for (kind, canonical), weight in ordered
        if weight >= (_LEAD if canonical in names else _LEAD + 1)
    ]
    leading = next((name for kind, name in enough if kind in ("country", "organisation", "place")), None)
    home = next((name for kind, name in enough if kind == "country"), None)
    return Salience(names, main, leading, company, home, *_pairs(mentions))


def _homes(document: Document, mentions: Sequence[Mention]) -> Counter[tuple[str, str]]:
    """What speaks for a country unnamed: its cities, the names of its bodies, dateline, publisher."""
    homes: Counter[tuple[str, str]] = Counter()
    for mention in mentions:
        if isinstance(mention.value, Name):
            country = _country_of(mention.value)
            if country is not None:
                homes["country", country] += 1
    for text, weight in ((document.dateline, _LEAD), (document.publisher, _LEAD)):
        country = (country_of_city(text) or country_within(text)) if text else None
        if country is not None:
            homes["country", country] += weight
    return homes


def _country_of(name: Name) -> str | None:
    """The country of a city, or the one in the name of a body."""
    if name.type == "place":
        return country_of_city(name.canonical)
    return country_within(name.canonical) if name.type == "organisation" else None


def _is_firm(name: Name) -> bool:
    """Whether a name is an organisation's that may well tell of its own figures, no public body's."""
    return name.type == "organisation" and not (is_public(name.canonical) or is_contest(name.canonical))


def lead_end(document: Document) -> int:
    """Where the first paragraph of prose ends."""
    start = max((r.end for r in document.regions if r.kind in ("header", "dateline")), default=0)
    end = document.text.find("\n", start + 1)
    while 0 <= end < start + 40:
        end = document.text.find("\n", end + 1)
    return end if end >= 0 else len(document.text)


def _pairs(mentions: Sequence[Mention]) -> tuple[tuple[str, str] | None, tuple[str, str] | None]:
    """The two countries that an article is about, and the two named most, whatever others it names."""
    counts = Counter(
        m.value.canonical for m in mentions if isinstance(m.value, Name) and m.value.type == "country"
    )
    first = counts.most_common(2)
    if len(first) < 2 or first[1][1] < _PAIR_LEAST:
        return None, None
    two = (first[0][0], first[1][0])
    share = (first[0][1] + first[1][1]) / counts.total()
    return (two if share >= _PAIR_SHARE else None), two
