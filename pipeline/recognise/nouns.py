"""The noun that a number counts, by the words after it: `300 Chinese companies` counts a `company`."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from pipeline.rules.tables import table

_MOST_WORDS = 6
_WORD = re.compile(r"(?P<gap>[ \N{NO-BREAK SPACE}\n][“\"‘]?|-)(?P<word>[^\W\d_]+(?:[.&'’][^\W\d_]+)*['’]?)")
_OR_MORE = re.compile(r" (\()?or (?:more|so|fewer)(?(1)\))(?= )|-?\+(?= )|-plus(?= )|-odd(?= )")
_COMPARED = re.compile(r"(?!(?:ov|und|aft|p|oth|wheth|eith|neith|numb|ev|anoth|togeth)er)\w{2,}er|\w{3,}est")
_OF_NATIONS = ("ian", "ese", "ish")  # `the Belgian one`
_SHORT = 5  # letters: `women` is listed, `omen` no plural
_ADJECTIVES = ("al", "ic", "ive", "ous", "ary", "ble", "ian", "ese", "ful", "ish")


@cache
def _stops() -> frozenset[str]:
    return frozenset(table("recognise/context")["stops"])


@cache
def _not_nouns() -> frozenset[str]:
    return frozenset(table("recognise/context")["not_nouns"])


@lru_cache(maxsize=1 << 16)
def singular(word: str) -> str | None:
    """The singular of a plural noun in lower case (`companies`: `company`); None for any other word."""
    context = table("recognise/context")
    if word in context["plurals"]:
        return str(context["plurals"][word])
    if word.endswith("men") and len(word) > _SHORT and word not in context["not_of_man"]:
        return word[:-2] + "an"
    if word in _not_nouns() or len(word) < 3 or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return None
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("xes", "ches", "shes", "sses", "zes")):
        return word[:-2]
    return word[:-1]


def counted_noun(text: str, position: int, vague: bool = False) -> tuple[str, int] | None:
    """The singular of the noun counted by the number before `position`, and where it ends; None for none.

    The first plural in the noun phrase after the number is the noun; `vague` numbers (`dozens of`) may have
    an `of`.
    """
    stops = _stops()
    last_words = table("recognise/context")["last_words"]
    fallback: tuple[str, int] | None = None
    if (or_more := _OR_MORE.match(text, position)) is not None:
        position = or_more.end()
    for number in range(_MOST_WORDS):
        match = _WORD.match(text, position)
        if match is None:
            return fallback
        word, hyphen = match["word"].lower(), match["gap"] == "-"
        position = match.end()
        if hyphen and not number:
            if word in stops or word in ("plus", "odd", "fold", "some", "ish", "strong"):
                return None
            return singular(word) or word, position
        if word in ("of", "more", "fewer", "other") and number == 0 and (vague or word != "of"):
            continue
        if word in ("and", "or") and number:
            continue
        if word in stops:
            return fallback
        fallback = (last_words[word], position) if word in last_words else None
        if word.endswith(("'s", "’s")):
            continue
        noun = singular(word.rstrip("'’"))
        if noun is not None and text[position : position + 1] != "-":
            return noun, position
    return fallback


def counted_phrase(text: str, noun: str) -> str:
    """The noun with the words before it that say what kind it is, participles aside: `public housing
    property`.
    """
    words = [word.strip("\"'“”‘’,.-").lower() for word in text.replace("-", " ").split()[:-1]]
    lists = table("recognise/context")
    ing, no_kinds = lists["kinds_in_ing"], lists["no_kinds"]
    kept = [
        word
        for word in words
        if word and word not in no_kinds and (not word.endswith(("ed", "ing")) or word in ing)
    ]
    return " ".join([*kept, noun])


def one_noun(text: str, position: int, before: str) -> str | None:
    """The noun after the word `one` that ends at `position` (`one worker died`: `worker`); None for the
    pronoun.

    `before` is the word before it, in lower case.
    """
    lists = table("recognise/context")
    if before in lists["pronoun_after"] or _COMPARED.fullmatch(before) or before.endswith(_OF_NATIONS):
        return None
    for number in range(3):
        match = _WORD.match(text, position)
        if match is None or match["gap"] == "-":
            return None
        word = match["word"]
        lower = word.lower()
        if (
            lower in _stops()
            or (not number and lower in lists["pronoun_before"])
            or lower.endswith(("ing", "ly", "ed", "'s", "’s"))
        ):
            return None
        position = match.end()
        if not (lower in lists["between_one"] or word[0].isupper() or lower.endswith(_ADJECTIVES)):
            return None if singular(lower) is not None else lower
    return None
