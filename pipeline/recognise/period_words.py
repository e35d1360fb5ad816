"""Cut a text into the words that dates and periods are made of, each with its class and its meaning."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from functools import cache

from pipeline.recognise.cascade import OTHER, Item
from pipeline.rules.tables import table

_TOKEN = re.compile(
    r"""
    (?P<word>[^\W\d_]+)
  | (?=['‘’\d])(?:
    (?P<ymd>(?<![\w.,/$€£])\d{4}([-/.])\d{1,2}\3\d{1,2}(?=T\d|(?![\w/%]|[.,]\d)))
  | (?P<dmy>(?:(?<![\w.,/$€£-])|(?<=\d-)(?=\d{1,2}/))\d{1,2}([-/.])\d{1,2}\5(?:\d{4}|\d\d)(?![\w/%]|[.,]\d))
  | (?P<ym>(?<![\w.,/$€£-])\d{4}[-–/]\d{1,2}(?![\w/%]|[-.,]\d))
  | (?P<my>(?<![\w.,/$€£-])(?:0?[1-9]|1[0-2])[-/]\d{4}(?![\w/%]|[-.,]\d))
  | (?P<compact>(?<![\w.,$€£])(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?![\w%]|[.,]\d))
  | (?P<clock>\d{1,2}(?::\d\d){1,2}(?:\s?[ap]\.?m\b)?|\d{1,2}\s?(?:[ap]m\b|[ap]\.m\.))
  | (?P<decade>(?<![\w.,$€£])(?:['‘’]?\d0|\d{3}0)\s?['‘’]?s\b)
  | (?P<ord>\d{1,2}(?:st|nd|rd|th)\b)
  | (?P<yy>(?<![^\W\d])['‘’]\d\d(?![\w.,]\d|\w))
  | (?P<num>\d+(?:,\d{3}(?!\d))+(?:\.\d+)?|\d+(?:\.\d+)?)
  | (?P<poss>['’]s\b|(?<=s)['’](?=\s))
    )
  | (?P<gap>\n\s*\n)
  | (?P<mark>[^\s\w])
    """,
    re.VERBOSE,
)
_DASHES = frozenset("-–—‐‑‒−~")
_MARKS = {",": ",", "/": "/", ".": ".", "(": "LP", ")": "RP", "'": "'", **dict.fromkeys(_DASHES, "DASH")}
_SCALES = re.compile(
    r"\s?(?:%|‰|°|percent|per cent|pct|(?:hundred|thousand|million|billion|trillion|mln|bln|bn|tn)\b|"
    r"(?:km|kg|mw|gw|kwh|m2|tons?|tonnes?|dollars?|euros?|people|points?|bps?)\b)",
    re.IGNORECASE,
)
_GLUED = re.compile(r"(?<![^\W\d_])(?:q|h|m|fy|cy|[a-z]{3,9})$", re.IGNORECASE)
_LETTERS = re.compile(r"[^\W\d_]+")
_MONEY = frozenset("$€£¥₹₩₽₼₺₦")
_AFTER_PREPOSITION = re.compile(
    r"\b(?:in|of|since|last|this|next|by|until|till|during|early|late|mid|and|for|from|between|before|after|the|\d|th|st)"
    r"[\s-]+$",
    re.IGNORECASE,
)
_MAY_LEFT = re.compile(r"\b(?:in|since|last|next|until|till|during|early|late|mid)[\s-]+$", re.IGNORECASE)
_DOUBTFUL = frozenset(("may", "march", "mar", "dec", "jan", "sep"))
_NUMBER_NEXT = re.compile(r"\.?,?[\s/-]*(?:the\s+)?(?:\d|'\d|first|second|third|twent|thirt|[a-z]+th\b)")
_CLAUSE_NEXT = re.compile(
    r"\s+(?:i|we|you|he|she|it|they|not|be|have|has|also|well|the|say|says|said|seem|need|take|help|cause|want"
    r"|require|include)\b",
    re.IGNORECASE,
)
_NAMED = re.compile(r"\b[A-Z][a-z]+\.?\s$|\b[A-Z][a-z]+ (?:and|&)\s$")
_SEASON_LEFT = re.compile(
    r"\b(?:in|this|last|next|current|the|of|by|until|till|since|before|after|during|early|late|mid|and|or|from)[\s-]+$",
    re.IGNORECASE,
)
_SEASON_LEFT_DOUBTFUL = re.compile(
    r"\b(?:in(?: the)?|this|last|next|by|until|since|during|early|late|mid|summer and|autumn and)[\s-]+$",
    re.IGNORECASE,
)
_SEASON_NEXT = re.compile(r",?\s+(?:of\s+)?(?:19|20)\d\d\b")
_WEEKDAY_SIDE = re.compile(
    r"(?:\b(?:on|next|last|this|by|until|since|of|and|or|week|from|to)|,)\s+$", re.IGNORECASE
)
_WEEKDAY_NEXT = re.compile(r"[.,]|\s+\d|\s+(?:the\s+\d|[A-Z][a-z]{2})|[/-]|\s*$")


@cache
def _vocabulary() -> dict[str, tuple[str, object]]:
    """Class and value of every word of the tables, lower-cased."""
    words = table("recognise/calendar")
    out: dict[str, tuple[str, object]] = {}
    for name, kind in (
        ("months", "MONTH"),
        ("month_abbreviations", "MONTH"),
        ("weekdays", "WEEKDAY"),
        ("weekday_abbreviations", "WEEKDAY"),
        ("seasons", "SEASON"),
        ("days", "DAYWORD"),
        ("which", "WHICH"),
        ("ordinals", "ORDW"),
        ("decades", "DECADEW"),
        ("near", "NEAR"),
    ):
        out |= {word: (kind, int(value)) for word, value in words[name].items()}
    for word, value in words["cardinals"].items():
        number = int(value)
        out[word] = ("ONES" if number < 10 else "TEENS" if number < 20 else "TENS", number)
    out |= {word: ("UNIT", (value[0], int(value[1:]))) for word, value in words["units"].items()}
    out |= {word: ("PERIODIC", (value[0], int(value[1:]))) for word, value in words["periodic"].items()}
    out |= {word: ("CLOCKUNIT", value) for word, value in words["clock_units"].items()}
    out |= {f"{word}s": ("WEEKDAYS", int(value)) for word, value in words["weekdays"].items()}
    out |= {
        "last": ("LAST", -1),
        "second": ("SECOND", 2),
        "quarter": ("QUARTER", ("M", 3)),
        "qtr": ("QUARTER", ("M", 3)),
    }
    return out


@cache
def classes() -> dict[str, str]:
    """The class of every word of the tables."""
    return {word: kind for word, (kind, _) in _vocabulary().items()}


@cache
def _abbreviations() -> frozenset[str]:
    words = table("recognise/calendar")
    return frozenset(words["month_abbreviations"]) | frozenset(words["weekday_abbreviations"])


def cut(text: str, grammar_words: frozenset[str]) -> list[Item]:
    """The words of `text` in order; neighbours in no table and no pattern make one Item of class OTHER."""
    vocabulary = _vocabulary()
    out: list[Item] = []
    other = False
    done = 0
    for match in _TOKEN.finditer(text):
        if match.start() < done:
            continue
        group = match.lastgroup or ""
        word = match[0].lower() if group == "word" else match[0]
        if group == "word":
            if found := vocabulary.get(word):
                item = _word(text, word, match, *found)
                if item and word in grammar_words:
                    item.kind = word
            elif word in grammar_words:
                item = Item(word, match.start(), match.end())
            else:
                item = None
        elif group == "mark":
            kind = _MARKS.get(word)
            item = Item(kind, match.start(), match.end()) if kind else None
        elif group == "gap":
            item = None
        else:
            if group == "clock" and ":" not in word and out and out[-1].kind == "MONTH":
                item = Item(
                    "D2", match.start(), match.start() + len(word.split()[0]), int(re.split(r"\D", word)[0])
                )
            else:
                item = _digits(text, match, group)
        if item is None:
            if not other:
                out.append(Item(OTHER, match.start(), match.end()))
            other = True
        else:
            out.append(item)
            other = False
            done = item.end
    return out


def _word(text: str, word: str, match: re.Match[str], kind: str, value: object) -> Item | None:
    start, end = match.span()
    if start and text[start - 1].isdigit() and kind not in ("MONTH", "UNIT", "CLOCKUNIT"):
        return None
    if kind == "SEASON" and not _is_season(text, word, start, end):
        return None
    if kind == "MONTH" and not _is_month(text, word, start, end):
        return None
    if word in _abbreviations():
        if kind == "WEEKDAY" and not _is_weekday(text, start, end):
            return None
        if text[end : end + 1] == ".":
            end += 1
    return Item(kind, start, end, value)


def _is_month(text: str, word: str, start: int, end: int) -> bool:
    lower = text[start].islower()
    if word in _DOUBTFUL and (lower or text[start:end].isupper()):
        if _NUMBER_NEXT.match(text, end):
            return True
        led = (_MAY_LEFT if word == "may" else _AFTER_PREPOSITION).search(text, max(0, start - 12), start)
        return bool(led)
    if word in ("may", "march", "august"):
        if _NUMBER_NEXT.match(text, end) or _AFTER_PREPOSITION.search(text, max(0, start - 12), start):
            return True
        return not (_CLAUSE_NEXT.match(text, end) or _NAMED.search(text, max(0, start - 40), start))
    return True


def _is_season(text: str, word: str, start: int, end: int) -> bool:
    left = (_SEASON_LEFT_DOUBTFUL if word in ("fall", "spring") else _SEASON_LEFT).search(
        text, max(0, start - 14), start
    )
    return bool(left or _SEASON_NEXT.match(text, end) or not text[:start].strip())


def _is_weekday(text: str, start: int, end: int) -> bool:
    if _WEEKDAY_SIDE.search(text[max(0, start - 12) : start]):
        return text[start].isupper() or bool(_WEEKDAY_NEXT.match(text, end))
    return bool(_WEEKDAY_NEXT.match(text, end)) and (text[start].isupper() or start == 0)


def _digits(text: str, match: re.Match[str], group: str) -> Item | None:
    start, end = match.span()
    made = _READERS[group](match[0])
    if made is None:
        return None
    kind, value = made
    if start and text[start - 1] in _MONEY:
        return None
    if group == "num":
        if start and text[start - 1].isalpha() and not _GLUED.search(text[max(0, start - 10) : start]):
            return None
        if _SCALES.match(text, end) or not _known_suffix(text, end):
            return None
        if start and text[start - 1] == "." and text[start - 2 : start - 1].isdigit():
            return None
    return Item(kind, start, end, value)


def _known_suffix(text: str, end: int) -> bool:
    """Whether a word glued to a number is one that time is told with: `5May`, `3Q25`, but not `2x`."""
    glued = _LETTERS.match(text, end)
    if not glued:
        return True
    word = glued[0].lower()
    return word in _vocabulary() or word in ("q", "h", "m", "hr", "fy")


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
    if "," in word or "." in word:
        return "DECIMAL", float(word.replace(",", ""))
    if len(word) > 9:
        return "INT", 10**9
    number = int(word)
    if len(word) <= 2 and 1 <= number <= 31:
        return "D2", number
    if len(word) == 4 and 1000 <= number <= 2199:
        return "Y4", number
    return "INT", number


_READERS: dict[str, Callable[[str], tuple[str, object] | None]] = {
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
