"""The dateline: place, date and agency before the first words of an article.

`BAKU, Azerbaijan, June 5.`, `Baku, December 25 /Xinhua/ —`, `MOSCOW, October 5. /TASS/.`,
`LONDON (Reuters) -`, `Baku, June 12, AZERTAC`, `MUSCAT: `, `(ANSA) - Turin, July 15 -`, `15 March 2005 –`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from pipeline.ingest.dates import DAY, Day, read_day
from pipeline.ingest.places import is_place
from pipeline.model import Span
from pipeline.rules.homelands import country_of_city
from pipeline.rules.tables import table

_SHORTENED = 3
"""Letters of a word that only shortens the place's name: `ST. LOUIS`."""
_DOMAIN = re.compile(r"(?<=[A-Z])\.[A-Z]{2,3}\Z")
REACH = 200  # a dateline is short; nothing past this many characters of a paragraph is looked at


@dataclass(frozen=True, slots=True)
class Dateline:
    span: Span
    place: str | None
    day: Day | None = None
    agency: str | None = None


@cache
def _pattern() -> re.Pattern[str]:
    particles = "|".join(table("ingest/datelines")["particles"])
    word = r"[^\W\d_a-z](?:[^\W\d_]|['’.])*"
    place = rf"{word}(?:[ -](?!(?-i:{DAY}))(?:(?:{particles})[ -])?{word}){{0,4}}"
    gap = r"\s?[,.:]?[ \t\xa0]{0,2}[-–—]{0,2}[ \t\xa0]{0,2}"
    bracketed = (
        r"\((?P<round>[^\W\d_][^()\n]{1,39})\)"
        r"|/(?P<slash>[^\W\d_][^/\n]{1,39})/"
        r"|\[(?P<square>[^\W\d_][^\[\]\n]{1,39})\]"
    )
    bare = r"(?P<bare>[A-Z][A-Z]{2,14}(?:\.[A-Z]{2,3}(?=/))?)(?=\s?(?:\n|$|\.|[-–—:/]))"
    named = r",?[ ](?P<named>[A-Z][a-z]{2,14})(?=[ ][-–—])"  # `May 29 Kyodo -`
    dash = r"[ \t\xa0]*\.?[ \t\xa0]*(?:(?:[-–—_]{1,3}|:)(?=[\s\xa0]|$)|(?:--|—)(?=\w)|/(?=\s))"
    stop = r"[ \t\xa0]*\.(?=\s|$)"
    return re.compile(
        r"(?:\((?P<first>[A-Z][^\W\d_]{1,14})\)\s?[-–—]{1,2}\s?)?"
        rf"(?P<place>{place})(?P<wider>(?:,\s(?!(?i:{DAY})){place}){{0,2}})"
        rf"(?:{gap}(?P<day>(?i:{DAY}))(?:{named})?)?"
        rf"(?:{gap}(?:{bracketed}|{bare}))?"
        rf"(?:{gap}(?P<late_day>{DAY}))?"
        rf"(?:(?P<dash>{dash})|(?P<stop>{stop})|(?P<line>[ \t]*(?=\n|$))|(?=\s))"
    )


@cache
def _placeless() -> re.Pattern[str]:
    """A day and its agency before a dash, or a day with its year: `March 14 (Bloomberg) --`."""
    agency = r"\s\((?P<round>[^\W\d_][^()\n]{1,39})\)"
    return re.compile(rf"(?P<day>{DAY})(?:{agency}|(?<=\d{{4}}))\s?[-–—]{{1,2}}\s")


def find_dateline(text: str, start: int, end: int) -> Dateline | None:
    """The dateline at the head of the paragraph `text[start:end]`, or None.

    A known place alone is a dateline in capitals before a dash or colon, a city also before a colon or on a
    line of its own; else a date or an agency must follow.
    """
    if match := _placeless().match(text, start, min(end, start + REACH)):
        return Dateline((start, match.end()), None, read_day(match["day"]), match["round"])
    match = _pattern().match(text, start, min(end, start + REACH))
    if not match:
        return None
    place = match["place"]
    agency = match["round"] or match["slash"] or match["square"] or match["bare"] or match["named"]
    agency = agency or match["first"]
    day_words = match["day"] or match["late_day"]
    bracketed = bool(agency) and not (match["bare"] or match["named"])
    joined, _, last = place.rpartition(". ")
    if match["dash"] and not agency and place.isupper() and len(joined) > _SHORTENED:
        place, agency = joined, last
    if not (match["dash"] or match["stop"] or match["line"] is not None or bracketed):
        return None
    signed = bool(agency and match["dash"]) and place.isupper()
    if not day_words and not (bracketed or signed or _alone(match["dash"] or match["line"], place)):
        return None
    if bracketed and not day_words and not match["dash"]:
        return None
    if not (day_words or agency or place.isupper()) and text[match.end() : end].lstrip()[:1].islower():
        return None
    if any(word.lower().strip(".") in _no_places() for word in re.split(r"[ -]", place)[:1]):
        return None
    return Dateline(
        span=(start, match.end()),
        place=place_name(place),
        day=read_day(day_words) if day_words else None,
        agency=_DOMAIN.sub("", agency.strip()) if agency else None,
    )


def _alone(closing: str | None, place: str) -> bool:
    """Whether a place makes a dateline by itself: in capitals, or a city before a colon or a long dash.

    `closing` is the dash or colon behind it, or the empty end of a line that holds nothing else.
    """
    if closing is None:
        return False
    mark = closing.strip(" \t\xa0.")
    if place.isupper() and mark:
        return is_place(place)
    return mark in ("", ":", "–", "—") and country_of_city(place) is not None


@cache
def _no_places() -> frozenset[str]:
    return frozenset(table("ingest/datelines")["not_a_place"])


def place_name(written: str) -> str:
    """A place in ordinary capitals: `KUALA LUMPUR` is Kuala Lumpur, `RIO DE JANEIRO` Rio de Janeiro."""
    written = written.strip(" .")
    if not written.isupper():
        return written
    particles = set(table("ingest/datelines")["particles"])
    parts = re.split(r"([ -])", written)
    return "".join(
        part.lower() if index and part.lower() in particles else part.capitalize()
        for index, part in enumerate(parts)
    )
