"""Base forms by rule: a table of irregular forms, then the spelling rules of English endings.

The rules are those of the handbooks (Huddleston and Pullum, Cambridge Grammar of the English Language,
chapter 18): `-ies` and `-ied` stand for `-y`, a doubled consonant before `-ed` and `-ing` is single in the
base, and a silent `e` returns where the stem could not end without it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from pipeline.rules.tables import table

_KNOWN_WORDS = 1 << 16

_DOUBLED = re.compile(r"([bdgklmnprtvz])\1\Z")
_SYLLABLE = re.compile(r"[aeiouy]+")
_LONE = re.compile(r"(?:^|[^aeiou])[aeiouy][bcdfghjklmnpqrstvz]\Z")
_PAIR_THEN_E = re.compile(r"(?:[aeiou][aeiou][scvz]|[iu]at|uad|uit|iag|[iu]ar)\Z")
_CLUSTER_THEN_E = re.compile(r"(?:[cvu]|[lnrp]s|[dr]g|[bcdfgkptsz]l)\Z")
_SIBILANT = re.compile(r"(?:ss|x|zz|ch|sh|o)es\Z")
_VOWEL = re.compile(r"[aeiouy]")


@dataclass(frozen=True, slots=True)
class _Tables:
    verbs: dict[str, str]
    nouns: dict[str, str]
    degrees: dict[str, str]
    others: dict[str, str]
    silent: tuple[str, ...]
    without_e: frozenset[str]
    with_e: frozenset[str]
    single_l: frozenset[str]


@cache
def _tables() -> _Tables:
    data = table("lemmas/irregular")
    verbs, nouns, degrees, others = (
        {form: base for base, forms in data[name].items() for form in forms.split()}
        for name in ("verbs", "nouns", "degrees", "others")
    )
    lists = (frozenset(data[name]) for name in ("without_e", "with_e", "single_l"))
    return _Tables(verbs, nouns, degrees, others, tuple(data["silent"]), *lists)


@lru_cache(maxsize=_KNOWN_WORDS)
def lemma(word: str, tag: str) -> str:
    """Return the base form of `word`, whose Penn Treebank tag is `tag`; names keep their spelling."""
    if tag in ("NNP", "NNPS"):
        return word
    low = word.lower()
    tables = _tables()
    if tag in ("VBD", "VBN", "VBG", "VBZ", "VBP", "VB", "MD"):
        return tables.verbs.get(low) or _verb(low, tag, tables)
    if tag == "NNS":
        return tables.nouns.get(low) or singular(low)
    if tag in ("JJR", "JJS", "RBR", "RBS"):
        return tables.degrees.get(low) or _positive(low, tables)
    return tables.others.get(low, low)


def singular(noun: str) -> str:
    """Return the singular of a regular plural in lower case; `-s` of verbs goes by the same rules."""
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    if _SIBILANT.search(noun):
        return noun[:-2]
    if noun[0].isdigit():
        return noun
    if noun.endswith("s") and not noun.endswith(("ss", "us", "is")) and len(noun) > 2:
        return noun[:-1]
    return noun


def _verb(form: str, tag: str, tables: _Tables) -> str:
    if tag == "VBZ":
        return singular(form)
    if tag == "VBG" and form.endswith("ing") and _VOWEL.search(form[:-3]):
        return _base(form[:-3], tables)
    if tag in ("VBD", "VBN") and form.endswith("ed") and _VOWEL.search(form[:-2]):
        if form.endswith("ied") and len(form) > 4:
            return form[:-3] + "y"
        return form[:-1] if form.endswith("eed") else _base(form[:-2], tables)
    return form


def _positive(form: str, tables: _Tables) -> str:
    for ending in ("er", "est"):
        stem = form.removesuffix(ending)
        if stem != form and len(stem) > 2:
            return stem[:-1] + "y" if stem.endswith("i") else _base(stem, tables)
    return form


def _base(stem: str, tables: _Tables) -> str:
    """Return the word whose `-ing` or `-ed` form has `stem` before the ending."""
    if stem + "e" in tables.with_e:
        return stem + "e"
    if stem in tables.without_e:
        return stem
    if _DOUBLED.search(stem):
        keeps = (stem[-1] == "l" and stem[:-1] not in tables.single_l) or len(stem) < 4
        return stem if keeps else stem[:-1]
    return stem + "e" if _lost_e(stem.replace("qu", "q"), tables) else stem


def _lost_e(stem: str, tables: _Tables) -> bool:
    if _CLUSTER_THEN_E.search(stem) or _PAIR_THEN_E.search(stem):
        return True
    if not _LONE.search(stem):
        return False
    return len(_SYLLABLE.findall(stem)) == 1 or stem.endswith(tables.silent)
