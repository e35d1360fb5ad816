"""Places in an ordering: `third-largest`, `the biggest but one`, `second only to`, `No. 2`, `21st`,
`twenty-fifth`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import cache

from pipeline.model import Mention, Ordinal, Span
from pipeline.recognise.figures import TABLE
from pipeline.recognise.numbers import read_number
from pipeline.rules.tables import table
from pipeline.rules.wording import any_of

_BUT = re.compile(r"\s(?:[a-z]+\s){0,2}?but\s(one|two|three)\b", re.IGNORECASE)
_ONLY_TO = re.compile(r"\s(?:only\s)?to\b|\sbehind\b|\safter\b", re.IGNORECASE)
_HOLDER = re.compile(r"(?:['’]s?|\b(?:the|its|their|our|world))\s\Z", re.IGNORECASE)
_AT_THE = re.compile(r" at (?:the|its|their) \Z")
_NOUN_AFTER = re.compile(r"\s(?!level\b)[a-z]{4,}")
_SECONDS = re.compile(r"(?:\b(?:a|per|each|every|split|one|half a)|\d)[\s-]\Z", re.IGNORECASE)


@cache
def _pattern() -> re.Pattern[str]:
    numbers, supers = table(TABLE), table("recognise/superlatives")
    ordinals = any_of(numbers["ordinals"])
    cardinals = any_of([*numbers["units"], *numbers["tens"], *numbers["scales"], "hundred", "and", "a"])
    words, others = any_of(supers["words"]), any_of(supers["no_superlatives"])
    return re.compile(
        rf"""
        (?<![\w.,])(?:
            (?P<figure>\d{{1,3}}(?:,\d{{3}}){{1,4}}|\d{{1,15}})(?i:st|nd|rd|th)\b
          | (?P<number>(?:(?:{cardinals})[ -]+){{1,8}})?(?P<ordinal>{ordinals})\b
          | (?:[Nn](?i:o\.\s?|umber[ -])|\#)(?P<place>[1-9]\d?|(?i:one|two|three|four|five))(?![\d.,]*\d|\w)
        )(?P<join>[ -](?i:single[ -])?)?(?(join)(?P<super>{words}|(?!(?:{others})\b)[a-z]{{3,}}est)\b)?
        | (?<![\w-])(?P<alone>{words}|[a-z]{{3,}}est)(?![\w])
        """,
        re.VERBOSE,
    )


@cache
def _alone() -> tuple[frozenset[str], tuple[str, ...], tuple[str, ...]]:
    supers = table("recognise/superlatives")
    return (
        frozenset(supers["alone"]),
        tuple(f" {word} " for word in supers["not_after"]),
        tuple(supers["not_before"]),
    )


def ordinal_value(text: str) -> Decimal | None:
    """The value of an ordinal in words or figures: `twenty-first`, `two hundredth`, `31st`; None for no
    ordinal.
    """
    ordinals = table(TABLE)["ordinals"]
    lower = text.lower().strip()
    if lower[:1].isdigit():
        digits = lower.rstrip("stndrh").replace(",", "")
        return Decimal(digits) if digits.isdecimal() else None
    parts = lower.replace("-", " ").split()
    if not parts or parts[-1] not in ordinals:
        return None
    last = Decimal(ordinals[parts[-1]])
    if len(parts) == 1:
        return last
    lead = " ".join(parts[:-1])
    if last >= 100:
        head = Decimal(1) if lead in ("a", "one") else read_number(lead)
        return None if head is None else head * last
    head = read_number(lead.removesuffix(" and"))
    return None if head is None or head % (10 if last < 10 else 100) else head + last


def find_ordinals(text: str, taken: Sequence[Span] = ()) -> list[Mention]:
    """Every ordinal and superlative of place in `text`, none overlapping `taken`. Linear in the text; never
    raises.
    """
    spans = sorted(taken)
    mentions: list[Mention] = []
    index = 0
    for match in _pattern().finditer(text):
        found = _read(text, match)
        if found is None:
            continue
        start, end, ordinal = found
        while index < len(spans) and spans[index][1] <= start:
            index += 1
        if index < len(spans) and spans[index][0] < end:
            continue
        mentions.append(Mention(start, end, text[start:end], ordinal))
    return mentions


def _read(text: str, match: re.Match[str]) -> tuple[int, int, Ordinal] | None:
    if match["alone"]:
        return _superlative(text, match)
    start, end, word = match.start(), match.end(), match["super"]
    if match["join"] and not word:
        end -= len(match["join"])
    if match["place"]:
        value = read_number(match["place"])
        if value is None or (match.group()[0] == "#" and not word):
            return None
        held = _HOLDER.search(text[max(0, start - 12) : start]) is not None
        return start, end, Ordinal(value, word.lower() if word else "number" if held else None)
    core = text[start : match.end("ordinal") if match["ordinal"] else match.end("figure") + 2]
    lead = re.match(r"(?:and|a)[ -]+", core, re.IGNORECASE) if match["number"] else None
    value = ordinal_value(core)
    while value is None and lead is not None:
        start += lead.end()
        core = core[lead.end() :]
        value = ordinal_value(core)
        lead = re.match(r"(?:and|a)[ -]+", core, re.IGNORECASE)
    if value is None and match["ordinal"]:
        start = match.start("ordinal")
        value = ordinal_value(match["ordinal"])
    if value is None:
        return None
    alone = not word and core.lower() == "second"
    if alone and _SECONDS.search(text[max(0, start - 8) : start]):
        return None
    if (
        word is None
        and match["ordinal"]
        and _ONLY_TO.match(text, end)
        and value == 2
        and " only" in text[end : end + 6]
    ):
        end += len(" only to")
        word = "only to"
    return start, end, Ordinal(value, word.lower() if word else None)


def _superlative(text: str, match: re.Match[str]) -> tuple[int, int, Ordinal] | None:
    """A superlative alone is the first place, unless it is one of several or no place at all."""
    alone, not_after, not_before = _alone()
    word = match["alone"].lower()
    start, end = match.span()
    named = table("recognise/superlatives")
    unlisted = word.endswith("est") and word not in named["no_superlatives"]
    if word not in alone and not (unlisted and _HOLDER.search(text[max(0, start - 12) : start])):
        return None
    before = f" {' '.join(text[max(0, start - 24) : start].lower().split())} "
    barred = tuple(f"{phrase[:-1]} the " for phrase in not_after) + not_after
    with_noun = _AT_THE.search(before) and _NOUN_AFTER.match(text, end)
    if before.endswith(barred) and not with_noun:
        return None
    if re.search(
        r"(?:of|among)\s(?:the|its|their|our|[\w’'-]+['’]s)\s(?:world['’]s\s|[a-z]+['’]s\s)?\Z", before[-30:]
    ):
        return None
    if before.split()[-1:] and re.search(r"\bone of (?:the )?\S+(?: \S+)? $", before[-30:]):
        return None
    after = text[end : end + 16].lower()
    if word in ("top", "leading", "main", "best", "worst", "foremost"):
        led = before.endswith((" the ", "'s ", "’s ", " its ", " their "))
        if not led or any(re.match(rf" ?{re.escape(phrase)}(?![a-z])", after) for phrase in not_before):
            return None
        if re.match(r"\s(?:\d|two|three|four|five|ten|[a-z]+s\b)", after):
            return None
    but = _BUT.match(text, end)
    if but is not None:
        return start, but.end(), Ordinal(Decimal({"one": 2, "two": 3, "three": 4}[but[1].lower()]), word)
    return start, end, Ordinal(Decimal(1), word)
