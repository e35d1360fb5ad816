"""Whose dollar a bare `$` is in an article."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from pipeline.rules.tables import table

_AMERICAN = re.compile(
    r"\b(?:US\s?\$|U\.S\.\s?\$)\s?\d|(?<!\w)\$\s?\d[\d.,]*(?:\s?[mb]illion)?\s(?:US|U\.S\.)(?!\w)"
)
_UNMARKED = re.compile(r"(?<![\w.])\$\s?\d[\d.,]*(?:\s?[mb]illion)?(?!\s?(?:US|U\.S\.)\b)")
_OFTEN = 3  # times that an article names places of a country to be at home there
_OPENING = 1000  # characters in which an article tells what country it is about


def dollar_of(text: str, publisher: str | None = None, abroad: Mapping[str, int] | None = None) -> str:
    """What a bare `$` means in this article: another country's dollar only where the text says so, else USD.

    It says so in words (`all figures in Canadian dollars`), by giving a bare amount again in US dollars
    beside another country's name for its own, or by marking only the American ones in an article about a
    country that has dollars. An outlet of such a country writes for those who pay in them, and so does
    whoever tells of hardly any place but those of such a country. `abroad` tells how often each country is
    named.
    """
    dollars = table("recognise/currencies")["dollars"]
    names = "|".join(sorted(dollars, key=len, reverse=True))
    stated = re.search(rf"\b(?:in|are|all) ({names}) (?:dollars|currency)\b", text, re.IGNORECASE)
    if stated and re.search(
        r"\b(?:figures|amounts|prices|values|currency|monetary)\b[^.\n]{0,60}\Z",
        text[: stated.start()][-90:],
        re.I,
    ):
        return str(dollars[stated[1].lower()])
    if re.search(r"(?<![A-Za-z])\$\s?\d[\d.,]*(?:\s?[a-z]+)?\s?\((?:US\$|U\.S\.\s?\$|USD\s?)", text):
        counts = {
            name: len(re.findall(rf"\b{name}\b", text, re.IGNORECASE))
            for name in dollars
            if name != "american"
        }
        best = max(counts, key=lambda name: counts[name])
        if counts[best]:
            return str(dollars[best])
    found = _dollar_at_home(text) or _dollar_of_outlet(text, publisher) or _dollar_in_words(text)
    return found or _dollar_of_places(text, publisher, abroad or {}) or "USD"


def _dollar_of_places(text: str, publisher: str | None, named: Mapping[str, int]) -> str | None:
    """The dollar of the one country whose places an article tells of, which marks none and is no agency's."""
    homes = table("recognise/currencies")["dollar_homes"]
    if publisher in table("recognise/currencies")["world_agencies"] or _AMERICAN.search(text):
        return None
    if any(_is_marked(text, home) for home in homes.values()) or not _UNMARKED.search(text):
        return None
    counts: Counter[str] = Counter()
    for code, home in homes.items():
        counts[code] = len(re.findall(rf"\b(?:{'|'.join(home['names'])})", f"{publisher or ''}\n{text}"))
    (best, most), (_, second) = counts.most_common(2)
    foreign = sum(
        times for name, times in named.items() if not re.match("|".join(homes[best]["names"]), name)
    )
    return best if most >= _OFTEN and most > 2 * max(second, foreign) else None


def _dollar_in_words(text: str) -> str | None:
    """The one dollar that amounts name (`nine million Canadian dollars`), where they name no other."""
    dollars = table("recognise/currencies")["dollars"]
    named = rf"(?:\d|[a-z]) ({'|'.join(sorted(dollars, key=len, reverse=True))}) dollars\b"
    found = {dollars[each.lower()] for each in re.findall(named, text, re.IGNORECASE)}
    return str(found.pop()) if len(found) == 1 and not _AMERICAN.search(text) else None


def _dollar_of_outlet(text: str, publisher: str | None) -> str | None:
    """The dollar of an outlet's own country, in an article about it that does not mark it (`A$`) as one of
    several.
    """
    for code, home in table("recognise/currencies")["dollar_homes"].items() if publisher else ():
        ours = "|".join((*home.get("outlets", ()), *home["names"]))
        if not re.search(rf"\b(?:{ours})", publisher or ""):
            continue
        told = re.search(rf"\b(?:{'|'.join(home['names'])})", text, re.IGNORECASE)
        return str(code) if told and not _is_marked(text, home) else None
    return None


def _is_marked(text: str, home: Mapping[str, Sequence[str]]) -> bool:
    """Whether an article marks a country's dollar as one of several: `A$`."""
    return any(re.search(rf"(?<!\w){re.escape(sign)}", text) for sign in home["signs"])


def _dollar_at_home(text: str) -> str | None:
    """The dollar of the country an article is about, where it marks the American one or its own, not both."""
    if not _UNMARKED.search(text):
        return None
    abroad = bool(_AMERICAN.search(text))
    counts: Counter[str] = Counter()
    for code, home in table("recognise/currencies")["dollar_homes"].items():
        stems = "|".join(home["names"])
        if not re.search(rf"\b(?:{stems})", text[:_OPENING]):
            continue
        marked = _is_marked(text, home)
        if abroad != marked and not (marked and "($" in text):
            counts[code] = len(re.findall(rf"\b(?:{stems})", text))
    best = max(counts, key=lambda code: counts[code], default=None)
    return best if best is not None and counts[best] > 1 else None
