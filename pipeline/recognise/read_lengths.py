"""Readings of lengths of time: `three years`, `an hour and a half`, `18-month`."""

from __future__ import annotations

import re

from pipeline.recognise.period_context import Context
from pipeline.recognise.when import Unit

Length = tuple[tuple[float, str], ...]  # (number, ISO letter); clock units in lower case

_MONTHS_OF = {"Y": 12, "M": 1}
_DAYS_OF = {"W": 7, "D": 1}
_COUNTED = re.compile(r"\b(?:first|last|past|next|same|final)\s+$", re.IGNORECASE)
_AGO = re.compile(r"\s+(?:ago|earlier|before)\b", re.IGNORECASE)
_OF = re.compile(r"\s+of\b")


def length(c: Context, n: float, u: Unit | str | int) -> Length | None:
    if isinstance(u, tuple):
        part = not _COUNTED.search(c.text, max(0, c.at - 9), c.at)
        if (
            part
            and u == ("M", 3)
            and n in (1, 3)
            and (_OF.match(c.text, c.end) or "-" in c.text[c.at : c.end])
        ):
            return None  # three quarters of something
        return ((n * u[1], u[0]),)
    return ((n, u.lower() if isinstance(u, str) else "s"),)


def one(c: Context, u: Unit | str | int) -> Length | None:
    return length(c, 1, u)


def hours(c: Context, n: float) -> Length | None:
    """`3h`; `1H` and `2H` are halves of a year."""
    if c.text[c.end - 1] == "H" and n in (1, 2):
        return None
    return length(c, n, "H")


def seconds(c: Context, n: float) -> Length | None:
    return length(c, n, "S")


def half_of(c: Context, u: Unit | str | int) -> Length | None:
    if u == ("Y", 1):
        return ((6, "M"),)
    if u == ("D", 1):
        return ((12, "h"),)
    if u == "H":
        return ((30, "m"),)
    return length(c, 0.5, u)


def and_half(_: Context, d: Length) -> Length | None:
    (number, letter), *rest = d
    return None if rest else ((number + 0.5, letter),)


def quarter_more(c: Context, n: int, u: str, q: int = 1) -> Length | None:
    return length(c, n + q / 4, u) if q < 4 else None


def minutes_more(_: Context, d: Length, n: int) -> Length | None:
    """`2 hours ten`."""
    return (*d, (n, "m")) if d[-1][1] == "h" and n < 60 and n % 5 == 0 else None


def joined(c: Context, a: Length, b: Length) -> Length | None:
    """`two years and a month`; in `for the last year and two days ago` the second is another time."""
    if _AGO.match(c.text, c.end) and _COUNTED.search(c.text, max(0, c.at - 9), c.at):
        return None
    order = "YMWDhms"
    return a + b if order.index(a[-1][1]) < order.index(b[0][1]) else None


def mixed(_: Context, n: float) -> float:
    return n + 0.5


def two(_: Context) -> int:
    return 2


def written(length: Length) -> str:
    """A length as an ISO 8601 duration: `P1Y6M`, `PT90M`."""
    (number, letter), *rest = length
    if number % 1 and not rest:
        if letter == "Y" and (number * 12) % 1 == 0:
            length = ((number * 12, "M"),)
        elif letter == "M" and (number * 30) % 1 == 0:
            length = ((number * 30, "D"),)
        elif letter == "h":
            length = ((number * 60, "m"),)
        elif letter == "m":
            length = ((number * 60, "s"),)
        elif letter == "D":
            length = ((number * 24, "h"),)
    calendar = "".join(f"{_plain(n)}{unit}" for n, unit in length if unit.isupper())
    clock = "".join(f"{_plain(n)}{unit.upper()}" for n, unit in length if unit.islower())
    return f"P{calendar}" + (f"T{clock}" if clock else "")


def _plain(number: float) -> str:
    rounded = round(number, 6)
    return str(int(rounded)) if rounded % 1 == 0 else str(rounded)


def steps(length: Length) -> tuple[int, int] | None:
    """(months, days) of a length of whole calendar units, None for another."""
    months = days = 0.0
    for number, letter in length:
        months += number * _MONTHS_OF.get(letter, 0)
        days += number * _DAYS_OF.get(letter, 0)
        if letter.islower():
            return None
    return (
        (int(months), int(days)) if months % 1 == days % 1 == 0 and months < 12000 and days < 99999 else None
    )
