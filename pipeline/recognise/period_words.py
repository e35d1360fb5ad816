"""Cut a text into the words that dates and periods are made of, each with its class and its meaning."""

from __future__ import annotations

import re
from functools import cache

from pipeline.recognise.cascade import OTHER, Item
from pipeline.recognise.period_doubts import is_month, is_quarter, is_season, is_weekday
from pipeline.recognise.period_figures import READERS
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
_ZONE = re.compile(r"\s(?:hours|hrs|local time|GMT|UTC|[A-Z]{1,2}[SD]?T)\b")  # `1140 GMT`
_OF_THE_DAY = re.compile(r"\b(?:at|by)\s\Z")  # `shares were down 9% by 1140 GMT`: on the document's day
_OTHER_DAY = re.compile(r"day\b|\s[A-Z][a-z]{2,8}\.? \d")
_CLOSE = 24
_GLUED = re.compile(r"(?<![^\W\d_])(?:q|h|m|fy|mfy|cy|[a-z]{3,9})$", re.IGNORECASE)
_LETTERS = re.compile(r"[^\W\d_]+")
_MONEY = frozenset("$€£¥₹₩₽₼₺₦")


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
    out |= dict.fromkeys(words["alike"], ("ALIKE", None))
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
    if kind == "SEASON" and not is_season(text, word, start, end):
        return None
    if kind == "MONTH" and not is_month(text, word, start, end):
        return None
    if kind == "QUARTER" and not is_quarter(text, end):
        return None
    if word in _abbreviations():
        if kind == "WEEKDAY" and not is_weekday(text, start, end):
            return None
        if text[end : end + 1] == ".":
            end += 1
    return Item(kind, start, end, value)


def _digits(text: str, match: re.Match[str], group: str) -> Item | None:
    start, end = match.span()
    made = READERS[group](match[0])
    if made is None:
        return None
    kind, value = made
    if start and text[start - 1] in _MONEY:
        return None
    if group == "num":
        if start and text[start - 1].isalpha() and not _GLUED.search(text[max(0, start - 10) : start]):
            return None
        if _ZONE.match(text, end):
            return Item("DAYWORD", start, end, 0) if _is_of_the_day(text, start, end) else None
        if _SCALES.match(text, end) or not _known_suffix(text, end):
            return None
        if start and text[start - 1] == "." and text[start - 2 : start - 1].isdigit():
            return None
    return Item(kind, start, end, value)


def _is_of_the_day(text: str, start: int, end: int) -> bool:
    """Whether a time of the clock tells when something stood, with no other day named beside it."""
    left, right = text[max(0, start - _CLOSE) : start], text[end : end + _CLOSE]
    return bool(_OF_THE_DAY.search(left)) and not (_OTHER_DAY.search(left) or _OTHER_DAY.search(right))


def _known_suffix(text: str, end: int) -> bool:
    """Whether a word glued to a number is one that time is told with: `5May`, `3Q25`, but not `2x`."""
    glued = _LETTERS.match(text, end)
    if not glued:
        return True
    word = glued[0].lower()
    return word in _vocabulary() or word in ("q", "h", "m", "hr", "fy", "mfy")
