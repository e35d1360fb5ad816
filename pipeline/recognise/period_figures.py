"""What the figures in dates mean: the class and value of each form that `period_words` cuts out."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

_LONGEST = 12  # characters of a number that may still count units of time


def _full_year(short: int) -> int:
    return short + (2000 if short < 40 else 1900)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _ymd(word: str) -> tuple[str, object] | None:
    year, a, b = (int(part) for part in re.split(r"[-/.]", word))
    found = _day(year, a, b) or _day(year, b, a)
    return ("DATE", found) if found else None


def _dmy(word: str) -> tuple[str, object] | None:
    """Month first where that can be, as the agencies of the United States write; else day first."""
    parts = re.split(r"[-/.]", word)
    a, b = int(parts[0]), int(parts[1])
    year = int(parts[2]) if len(parts[2]) == 4 else _full_year(int(parts[2]))
    dotted = "." in word
    found = (_day(year, b, a) or _day(year, a, b)) if dotted else (_day(year, a, b) or _day(year, b, a))
    return ("DATE", found) if found else None


def _ym(word: str) -> tuple[str, object] | None:
    first, second = re.split(r"[-–/]", word)
    year, other = int(first), int(second)
    if len(second) == 2 and (other == (year + 1) % 100 or (other > 12 and 0 < other - year % 100 <= 20)):
        return "YEARS", (year, year // 100 * 100 + other + (100 if other < year % 100 else 0))
    return ("YEARMONTH", (year, other)) if 1 <= other <= 12 else None


def _my(word: str) -> tuple[str, object] | None:
    month, year = (int(part) for part in re.split(r"[-/]", word))
    return ("YEARMONTH", (year, month)) if 1 <= month <= 12 else None


def _compact(word: str) -> tuple[str, object] | None:
    found = _day(int(word[:4]), int(word[4:6]), int(word[6:]))
    return ("DATE", found) if found else None


def _decade(word: str) -> tuple[str, object]:
    number = int(re.sub(r"\D", "", word))
    return "DECADE", number


def _number(word: str) -> tuple[str, object]:
    if len(word) > _LONGEST:
        return "INT", 10**_LONGEST
    if "," in word or "." in word:
        return "DECIMAL", float(word.replace(",", ""))
    number = int(word)
    if len(word) <= 2 and 1 <= number <= 31:
        return "D2", number
    if len(word) == 4 and 1000 <= number <= 2199:
        return "Y4", number
    return "INT", number


READERS: dict[str, Callable[[str], tuple[str, object] | None]] = {
    "ymd": _ymd,
    "dmy": _dmy,
    "ym": _ym,
    "my": _my,
    "compact": _compact,
    "clock": lambda _: ("CLOCK", None),
    "decade": _decade,
    "ord": lambda word: ("ORD", int(word[:-2])),
    "yy": lambda word: ("YY", _full_year(int(word[1:]))),
    "num": _number,
    "poss": lambda _: ("POSS", None),
}
