"""Figures that count nothing: years, clock times, scores, labels, parts of names and of addresses."""

from __future__ import annotations

import re
from functools import cache

from pipeline.recognise.codes import is_clock
from pipeline.recognise.numbers import Number
from pipeline.rules.inflect import listed_verbs
from pipeline.rules.tables import table

_CLOCK = re.compile(
    r"(?:\s?[-–]\s?\d\d?(?:[.:]\d\d)?)?\s?(?:[ap]\.?m\b\.?|o['’]clock|hrs\b|hours?\s(?:GMT|local)|GMT\b|UTC\b)"
    r"|:\d\d\b|h\d\d\b",
    re.IGNORECASE,
)
_JOINED = re.compile(r"[/:.]\d|[/@#_&=]\w|(?:st|nd|rd|th|s|ers)\b|['’]s\b", re.IGNORECASE)
_BEFORE = re.compile(r"(?P<word>[^\s\"“”()\[\]]+)(?P<gap>\s?)\Z")
_CODE = re.compile(r"(?!k?m[23]\b)[A-Z]{2,}\d")
"""Letters and figures glued behind: `5GX20`."""
_SUM = re.compile(r"\+\d")
_ADDED = re.compile(r"[^\W_]\+\Z")
"""Signs of a format: `the P5+1 talks`, `a 2+2 meeting`."""
_INDEX = re.compile(r"\b(?:BEL|CAC|DAX|SMI|PSI|OMX|AEX|IBEX|ATX|WIG|MIB|MDAX|FTSE)[ -]?\Z")
_GENERATION = re.compile(r"(?:[GD]|K(?=\s(?!people|jobs|euro|dollar)))\b")
_ERA = re.compile(r"\b(?:A\.D\.|AD|B\.C\.|BC|BCE|CE)\s(?:\d{1,4}\s?(?:and|to|-|–)\s?)?\Z")
_ERA_BEHIND = re.compile(
    r"(?:\s?(?:[-–]|to|and|or)\s?\d{1,4})?\s?(?:B\.\s?C\.(?:\s?E\.)?|BCE\b|C\.E\.|A\.D\."
    r"|(?:BC|AD|CE)(?=[-–.,;:)]|\s*\Z|\s(?:and|or|to|until|by|in|at|as|when|but|with|the|was|were|is|are)\b))"
)
"""Behind a year: `700 BC`, `between 1200 and 800 B.C.E.`; `300 BC firefighters` are of British Columbia."""
_ADDRESS = re.compile(r"\S*(?:://|www\.|@|%2|\.com|\.org|\.net)\S*\Z")
_STREET = re.compile(
    r"[A-Za-z]? (?:[A-Z][\w'’]+ ){1,3}"
    r"(?:Street|St|Road|Rd|Lane|Avenue|Ave|Drive|Square|Boulevard|Crescent|Terrace|Court|Way|Close|Row|Mews|Hill|Quay"
    r"|Plaza|Parade|Embankment|Highway|Freeway|Parkway|Place|Gardens|Gate|Grove|Circle|Strasse|straat|plein|gata|gatan)\b"
    r"|,? (?:[Rr]ue|[Vv]ia|[Cc]alle|Avenida|Avenue|Rua|[Bb]oulevard|Plaza|Piazza|Place|Jalan|Ulitsa|Carrer"
    r"|Paseo|Corso) (?:de |du |des |la |del |della |da |do |le )*[A-Z]"
    r"| [A-Z]\w+(?:strasse|straße|straat|gatan|gata|plein|gasse|vej)\b"
)
_PLACED = re.compile(r"\b(?:[Ii]n|[Aa]t|[Aa]cross|[Nn]ear|[Aa]round)\s(?:[A-Z]\w+\s){1,3}\Z")
_BY_NAME = re.compile(r"\b[Tt]he\s\Z")  # `the Three Gorges`
_NAMED = re.compile(r" ([A-Z]\w*)\b")
_QUOTED = re.compile(r"[\"“‘](?:The\s)?\Z")  # `"The 19 Martyrs"`: in a title all words have capitals
_TITLE = re.compile(r"(?:\s(?:[A-Z][\w'’-]*|a|an|and|at|for|from|in|of|on|the|to|with))+[,.!?]?[\"”’]")
_LIST = 120
_FIGURE = r"(?:\d(?:%|\s[a-z])|[$€£¥]\s?\d[\d,.]*)"
MEMBER = (
    r"[^.;:\n\d]*?(?:[,;(]\s?|\b(?:and|while|but|than|against|with|of|behind)\s)"
    r"(?:(?:in|at|its rival)\s)?(?:(?:the|an?)\s)?(?:[A-Z][\w'’-]+\s\(?){1,3}(?:one\s)?"
)
"""What stands between the figures of a series: ` flats, Paris `, ` percent and in Rome `."""
_SERIES = re.compile(rf"{_FIGURE}(?:{MEMBER}\d[\d,.]*(?=[,;)]|\s))*{MEMBER}\Z")
"""One more of a series: `Oslo sold 320 flats, Paris 285 and in Rome 190`, `Oslo fell 4% and Paris 5.1`."""
_MEMBER_ENDS = re.compile(
    r"[.,;)](?!\d)|\Z|\s(?:and|while|but)\s(?:(?:in|at)\s)?(?:(?:the|an?)\s)?(?:[A-Z][\w'’-]+\s){1,3}\d"
)
_NUMBERS = re.compile(  # the verb: `guards who number 40`, not `the number 40 bus`
    r"(?:(?<!is )(?<!are )(?<!was )(?<!were )\bnow"
    r"|\b(?:who|which|that|to|will|would|could|may|might|should|must|already)"
    r"|,|\b[a-z]+[^\Ws'’]s)\snumber\s\Z"
)
_SHORT = re.compile(r"(?:(?<![^\W_])['‘’]\d\d,?\s(?:and|or|to)\s)?(?<![^\W_])['‘’]\Z")  # `in '72 or '73`
_LABELLED_ROW = re.compile(  # `Articles 5, 6 and`
    r"\b(?P<word>[A-Za-z]{3,}s)\s\d+(?:,\s\d+)*(?:,?\s(?:and|or|to|through)\s|,\s)\Z"
)
_BULLETED = re.compile(r"(?:\A|\n)[*•·–—-]+\s?\Z")
_POINT = re.compile(r"\)\s|\.\s[A-Z]")
_OPENED = re.compile(r"[(\[][^)\]\n]*\Z")
_LISTED_AS = re.compile(r"[.)]\s+[\"“‘]?[A-Z]")  # `1. Taxes. 2. Roads.`
_DATED = re.compile(r"(?:\s?(?P<mark>[-–—:])\s?|\s)(?=[A-Z\"“‘])")  # `1812: Napoleon marches on Moscow.`
_MOST_UNGROUPED = 6  # digits in a row that may count; with more they are a number of an account
_YEARS = range(1000, 2200)
_SURE_YEARS = range(1900, 2100)
_EARLY = re.compile(r"[1-9]\d\d")  # `killed in 363.`, `By 352, he`
_EARLY_BEFORE = re.compile(
    r"\b(?:[Ii]n|[Ss]ince)\s\Z|(?:(?:\A|[.;,]\s|\band\s)(?:[Bb]y|[Uu]ntil|[Ff]rom|[Aa]fter|[Bb]efore)\s)\Z"
)
_EARLY_AFTER = re.compile(r"[,.;)](?!\d)|\Z|\s(?:and|but|when|after|by|under|as|the|he|she|they|it)\b")


@cache
def _lists() -> tuple[frozenset[str], frozenset[str]]:
    data = table("recognise/context")
    return frozenset(data["labels"]), frozenset(data["openers"])


@cache
def _months() -> frozenset[str]:
    calendar = table("recognise/calendar")
    return frozenset((*calendar["months"], *calendar["month_abbreviations"]))


@cache
def _given() -> re.Pattern[str]:
    """To whom things are given or sold: `gave Malawi 40 ambulances`."""
    verbs = "|".join(sorted(listed_verbs("holders", "giving")))
    return re.compile(rf"\b(?:{verbs})\s(?:the\s)?(?:[A-Z]\w+\s){{1,3}}\Z")


def joined(text: str, number: Number) -> bool:
    """Whether the figure is a piece of an ordinal, a decade, a time, a version, an address."""
    end = number.end
    if number.worded:
        return False
    if _GENERATION.match(text, end) and number.value < 10:
        return True
    if _CODE.match(text, end):
        return True
    if text[number.start : end].isdecimal() and _INDEX.search(text[max(0, number.start - 6) : number.start]):
        return True
    if _SUM.match(text, end) or _ADDED.search(text[max(0, number.start - 2) : number.start]):
        return True
    if text[end : end + 1] in ":/.@#_&='’stnreSTNR" and _JOINED.match(text, end):
        return True
    if (
        text[number.start - 1 : number.start] in ("/", "@", "#", "_", "&", "=", ":", "\\", "^")
        and number.start
    ):
        return text[number.start - 1] not in "/:=" or not text[number.start - 2 : number.start - 1].isspace()
    if not number.grouped and (_CLOCK.match(text, end) or _ERA_BEHIND.match(text, end)):
        return True
    return _ADDRESS.search(text[max(0, number.start - 60) : number.start]) is not None


def is_year(number: Number, text: str, words: list[str], noun: str | None, compared: bool) -> bool:
    """Whether a bare figure is a year: `in 2019`, `the 2019 elections`, `'98 or '99`, no `1000 goats`."""
    raw = text[number.start : number.end]
    short = _SHORT.search(text[max(0, number.start - 10) : number.start])
    if short is not None and len(raw) == 2 and raw.isdecimal():
        return noun is None or len(short[0]) > 1
    if _EARLY.fullmatch(raw) and noun is None and not compared:
        before = text[max(0, number.start - 12) : number.start]
        return _EARLY_BEFORE.search(before) is not None and _EARLY_AFTER.match(text, number.end) is not None
    if len(raw) != 4 or not raw.isdecimal() or int(raw) not in _YEARS:
        return False
    last = words[-1].strip("(,'\"") if words else ""
    dated = _DATED.match(text, number.end)
    if dated and _opens_sentence(text, number.start) and (noun is None or dated["mark"]):
        return True
    if compared and noun is not None and noun not in table("recognise/context")["of_a_year"]:
        return False
    if int(raw) in _SURE_YEARS:
        return True
    if _ERA.search(text[max(0, number.start - 20) : number.start]):
        return True
    return noun is None and last in table("recognise/context")["time_words"]


def is_label(number: Number, text: str, noun: str | None) -> bool:
    """Whether a bare figure names something: `Section 5`, `iPhone 14`, `the S&P 500`, `(3)`, `2.` at a line's
    start.
    """
    start = number.start
    if number.worded and _BY_NAME.search(text[max(0, start - 4) : start]) and _NAMED.match(text, number.end):
        return text[start].isupper()
    if _QUOTED.search(text[max(0, start - 5) : start]) and _TITLE.match(text, number.end):
        return True
    if number.worded and number.value > 10:
        return False
    if not number.worded and _is_code(text, start, number.end, noun):
        return True
    month = re.match(r"(?:\s|-)(?:of\s)?([A-Z][a-z]{2,8})\b", text[number.end : number.end + 13])
    if number.value < 32 and month is not None and month[1].lower() in _months():
        return number.value == int(number.value)
    if _is_point(number, text):
        return True
    before = _BEFORE.search(text[max(0, start - 24) : start])
    labels, openers = _lists()
    if before is None:
        after = text[number.end : number.end + 2]
        opening = text[start - 1 : start]
        small = number.value < 1000 and text[start : number.end].isdecimal()
        if opening in "([" and opening and after[:1] in ")]":
            return small and number.value < 100 and not _in_series(text, number)
        return (
            small
            and after[:1] != ""
            and after[:1] in ").]"
            and after[1:] in ("", " ")
            and (start == 0 or text[start - 1] == "\n")
        )
    word = before["word"]
    plain = word.strip("“”\"'’,").lower()
    if word[-1] in (".!?:;" if number.value == 1 else ".!?;") and _LISTED_AS.match(text, number.end):
        return number.value < 100 and text[start : number.end].isdecimal()
    if before["gap"] == "\n" or (not before["gap"] and word[-1] not in "-."):
        after = text[number.end : number.end + 2]
        return before["gap"] == "\n" and after in (". ", ") ") and number.value < 100
    if number.value < 32 and plain.rstrip(".") in _months():
        counts = noun is not None and (number.worded or word.endswith(","))
        return not counts and number.value == int(number.value)
    if plain == "number" and _NUMBERS.search(text[max(0, start - 24) : start]):
        return False
    if noun is None and _in_labelled_row(text, start, labels):
        return True
    if (plain in labels or plain.removesuffix("s") in labels) and not word.endswith((",", ";", ":")):
        return (
            noun is None
            or word[0].isupper()
            or plain.rstrip(".") in ("no", "nos", "section", "article", "page", "chapter")
        )
    if (
        number.worded
        and text[start].isupper()
        and word[0].isupper()
        and plain not in openers
        and number.scale == 1
    ):
        return not _opens_sentence(text, start - 1 - len(word)) and word[-1].isalnum()
    if number.worded or number.grouped or number.scale != 1 or word[-1] in ",;:.!?)%-–—":
        return False
    if len(word) > 1 and word[0].islower() and word[1].isupper():
        return True
    if _in_series(text, number):
        return False
    if word.isupper() and len(word) > 1 and plain not in openers:
        return True
    if noun is not None and word.endswith(("'s", "’s", "s'", "s’")):
        return False  # `in Spain's 17 regions`
    if noun is not None and word.isalpha() and _PLACED.search(text[max(0, start - 30) : start]):
        return False
    if noun is not None and word.isalpha() and _given().search(text[max(0, start - 40) : start]):
        return False
    return word[0].isupper() and plain not in openers and not _opens_sentence(text, start - 1 - len(word))


def _in_series(text: str, number: Number) -> bool:
    """Whether a bare figure behind a name is one more of a series of figures."""
    before = text[max(0, number.start - _LIST) : number.start]
    return _MEMBER_ENDS.match(text, number.end) is not None and _SERIES.search(before) is not None


def _is_point(number: Number, text: str) -> bool:
    """`The aims are 1) to save`, `*2. The rest`: the number of a point, in a line or behind a bullet."""
    mark = _POINT.match(text, number.end) if number.value < 100 else None
    if mark is None or not text[number.start : number.end].isdecimal():
        return False
    before = text[max(0, number.start - _LIST) : number.start]
    if mark[0][0] == ".":
        return _BULLETED.search(before) is not None
    return before[-1:] in ("", " ", "\n") and _OPENED.search(before) is None


def _in_labelled_row(text: str, start: int, labels: frozenset[str]) -> bool:
    """`Bills 21, 22 and 23`: one more of a row of numbers behind the plural of a label or of a name."""
    row = _LABELLED_ROW.search(text[max(0, start - _LIST) : start])
    return row is not None and (row["word"][0].isupper() or row["word"][:-1] in labels)


def _is_code(text: str, start: int, end: int, noun: str | None) -> bool:
    """`0958`, `08.40`, `the 737 MAX`, `12 Park Lane`: figures that are told or named, not counted."""
    if end - start == len(text.strip()):
        return False
    if is_clock(text, start, end):
        return True
    if noun is not None:
        return False
    if text[start:end].isdecimal() and (
        (text[start] == "0" and end - start > 1)
        or (end - start > _MOST_UNGROUPED and not text.endswith("000", start, end))
    ):
        return True
    named = _NAMED.match(text, end)
    if named is not None and named[1].lower() in table("recognise/context")["editions"]:
        return True
    return _STREET.match(text, end) is not None and text[start:end].isdecimal()


def _opens_sentence(text: str, position: int) -> bool:
    before = text[max(0, position - 3) : position].rstrip(" \"“'(")
    return not before or before[-1] in ".!?\n"
