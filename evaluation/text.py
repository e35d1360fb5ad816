"""When two texts name the same thing: lower case, no determiners, one name a country, words in common."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path

from pipeline.rules.tables import load, table

_WORDS = Path(__file__).with_name("words.yaml")

_WORD = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]\b\.?|\w+")
_POSSESSIVE = re.compile(r"['’]s\b|(?<=s)['’](?!\w)", re.IGNORECASE)


@cache
def words(name: str) -> frozenset[str]:
    """A list of `words.yaml`: `metrics`, `determiners` or `prepositions`."""
    return frozenset(load(_WORDS)[name])


@lru_cache(maxsize=2**16)
def normalised(text: str) -> str:
    """The text as it is compared: `the Chinese companies'` is `china companies`, `US` is `united states`."""
    return " ".join(word for word in _with_countries(_words(text)) if word not in words("determiners"))


def country(text: str) -> str | None:
    """The country that a normalised text is the name of, None for any other text."""
    return text if text in _country_names() else None


@lru_cache(maxsize=2**16)
def alike(one: str, other: str) -> bool:
    """Whether two texts are equal once normalised or share more than half of their words (Jaccard > 0.5).

    Two different countries are never alike.
    """
    left, right = normalised(one), normalised(other)
    if left == right:
        return True
    if country(left) and country(right):
        return False
    mine, theirs = _content(left), _content(right)
    return 2 * len(mine & theirs) > len(mine | theirs)


def _content(text: str) -> frozenset[str]:
    return frozenset(_singular(word) for word in text.split() if word not in words("prepositions"))


def _singular(word: str) -> str:
    return word[:-1] if len(word) > 2 and word.endswith("s") and not word.endswith("ss") else word


def _words(text: str) -> list[str]:
    return [word.replace(".", "") for word in _WORD.findall(_POSSESSIVE.sub("", text))]


def _with_countries(given: list[str]) -> Iterator[str]:
    """The words in lower case, the longest name of a country at each place replaced by the country."""
    names, longest = _names()
    at = 0
    while at < len(given):
        for size in range(min(longest, len(given) - at), 0, -1):
            taken = given[at : at + size]
            found = names.get(" ".join(taken)) or names.get(" ".join(taken).lower())
            if found:
                yield from found.split()
                at += size
                break
        else:
            yield given[at].lower()
            at += 1


@cache
def _names() -> tuple[dict[str, str], int]:
    """Every name and adjective of a country to the country, and the number of words in the longest one.

    Abbreviations keep their capitals, so that `US` is a country and `us` and `car` are words.
    """
    names: dict[str, str] = {}
    for common, entry in table("countries").items():
        canonical = " ".join(_words(common)).lower()
        for name in (common, *entry.get("aliases", ()), *entry.get("adjectives", ())):
            spelled = " ".join(_words(name))
            names.setdefault(spelled if spelled.isupper() else spelled.lower(), canonical)
    return names, max(len(name.split()) for name in names)


@cache
def _country_names() -> frozenset[str]:
    """The countries as `normalised` gives them."""
    return frozenset(normalised(name) for name in table("countries"))
