"""What a number without a unit is: a factor, a share, a count, an age, a bare number, or nothing."""

from __future__ import annotations

import re
from functools import cache

from pipeline.recognise.amounts import Amount
from pipeline.recognise.codes import is_hour
from pipeline.recognise.factors import multiplies
from pipeline.recognise.labels import is_label, is_year
from pipeline.recognise.nouns import counted_noun, counted_phrase, one_noun, singular
from pipeline.recognise.numbers import Number
from pipeline.recognise.shares import share
from pipeline.recognise.surroundings import change_before, comparator_of, words_before
from pipeline.recognise.units import rate_after, unit_after
from pipeline.rules.tables import table

_AGE_ASIDE = re.compile(r"[A-Z][\w.’'-]+,\s(?:(?:aged|now|then|just|only|still|already|barely)\s)?\Z")
_AT_AGE = re.compile(r"\b[Aa]t\s(?:just\s|only\s|barely\s|almost\s|nearly\s)?\Z")
_ONE_OF_AGE = re.compile(r",\s(?:he|she|I)\b")
_ROLE = re.compile(
    r"\b(?:[Tt]he|[Aa]n?|[Oo]ne|[Aa]nother|[Hh]is|[Hh]er|[Tt]heir)\s(?:[a-z-]+\s){0,2}([a-z-]+),\s\Z"
)
_TOO = r"(?:\d{1,2},?\s(?:and|or)\s)?"  # the other of two ages: `who were 15 and 17`
_AGED = re.compile(
    rf"\b(?:(?:aged?|of age)\s(?:between\s|over\s|under\s|about\s|of\s)?|as (?:young|old) as\s{_TOO})\Z",
    re.IGNORECASE,
)
_IS_OLD = re.compile(
    r"\b(?:(?:he|she|who|I|we|you|they)(?:['’](?:s|m|re)|"
    r"\s(?:is|am|are|was|were|will be|would be|would have been|will turn))|turns|turned)"
    rf"\s(?:only\s|just\s|now\s)?{_TOO}\Z",
    re.IGNORECASE,
)
_MARGIN = (
    r"(?!percent|per|points?|on the|in the|ahead|behind|clear|down|up|short|under|over|feet|foot|of|in all)"
)
_OLD_AT = re.compile(rf"[.,;!?]?(?:\s*\Z|[.,;!?][”\"]|[\s”\"]{_MARGIN})")
_OLDEST = 120
_OLDER = re.compile(r"(?P<who>[^\W\d_][\w’'-]*)\s(?:aged\s)?(?:over|under|above|below)\s\Z")
_PARTS_OLDER = re.compile(
    r"(?:%|percent|per cent|\bof (?:the|them|those|whom)\b|quarters|half|third)[^.;:\n]*"
    r"\s(?:is|are|was|were)\s(?:all\s|aged\s)?(?:over|under)\s\Z"
)
_ANYBODY = frozenset({"those", "anyone", "everyone", "all", "them", "group", "groups"})
_AGE_ENDS = re.compile(
    r"[.,;:)](?!\d)|\s(?:and|or|are|is|were|was|the|have|had|who|must|can|will|in|at)\b|\s*\Z"
)
_HYPHENED = re.compile(r"-(?P<word>[^\W\d_]+)")
_HEAT = re.compile(r"\s([CF])\b(?![-.]\w)")
_DEGREES = {"C": "degree_celsius", "F": "degree_fahrenheit"}
_CLAUSE = 80
_WARMTH = re.compile(
    r"\b(?:temperatures?|degrees?|warm\w*|hot\w*|cold\w*|heat\w*|cool\w*|Celsius|Fahrenheit|melt\w*|boil\w*|freez\w*|thermo\w*)\b",
    re.IGNORECASE,
)
_END = re.compile(r"[\s.?!]*\Z")
_BODY = re.compile(r"\b(?:Committee|Council|Gang|Club|Class|Circle|Board|Commission|Band)\sof\s\Z")
_SCORE = re.compile(r"score\b", re.IGNORECASE)
_TIMES = re.compile(r"\stimes\b")
_PADDED = re.compile(r"0\d")  # a telephone number, a code, the time of day
_CLOCK = re.compile(r"(?:\A|\n)(?:1\d|2[0-3])\.[0-5]\d\Z")  # at the head of a line
_QUARTERS = re.compile(r"quarters\Z", re.IGNORECASE)
_HEADING = re.compile(r"per ?cents? of")
_TALLIED = re.compile(  # `26 - Percentage of Britons who own a dog`
    r"\s?[-–—:=]\s?(?:(?:the|estimated|approximate|average|minimum|maximum|total)\s)*(?P<what>number|percentage)\s",
    re.IGNORECASE,
)
_ONE_TO = re.compile(
    r"(?:\s(?:to|or)\s|-(?:to-)?)(?:\d|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fifteen|eighteen|twenty|"
    r"thirty|forty|fifty|half)",
    re.IGNORECASE,
)
_ZERO = re.compile(r"\s(?:is|was|and|or|to|percent|in|by|at|for|from)\b|[.,;?!)]|\s*\Z")
_TELLERS = re.compile(  # who tells the story is no part of it
    r"\s(?:[a-z]+\s)?sources\s(?:said|told|with|familiar|close|briefed|who|involved)\b"
)
_SPEAKS = re.compile(
    r"\s(?:[a-z]+\s){1,2}(?:(?:of|from|at|in|near|on|for|with)\s(?:[\w’'-]+\s){1,4}?)?(?:said|says|told|put|puts|estimated|reckons|recalled|complained)\b"
)
_OPENING = re.compile(r"(?:\A|\n|[.?!;:]\s|[\s.][\"“‘])\Z")
_SUFFERS = re.compile(  # what befell one is told of it as a figure: `One person died`, `One man, 40, died`
    r"[^.;:,\n]*?(?:,[^.;:,\n]+,)?[^.;:,\n]*?\s(?:died|dies|dead|killed|injured|wounded|hurt|missing|arrested|confirmed|remains?|detained|destroyed|closed)\b"
)
_IN_A_ROW = re.compile(r"\s(?:consecutive|straight|successive)\s(?:day|week|month|quarter|year|season)s?\b")
_NAME = re.compile(r"(?<![^\W_])(?P<name>[^\W\d_]+)\s\Z")


def count(text: str, amount: Amount) -> Amount | None:
    """A factor, a share, a count of things or a bare number; None for what counts nothing."""
    number = amount.number
    words = words_before(text, amount.left)
    moved = change_before(words) is not None
    if (end := multiplies(text, number, moved)) is not None:
        amount.unit, amount.united = "factor", True
        amount.end = amount.right = end
        return amount
    if number.fraction and number.value * 4 not in (1, 3) and _QUARTERS.search(text[: number.end][-9:]):
        return None  # two quarters of decline: half a year
    if _PADDED.match(text, number.start) or _CLOCK.search(text[max(0, number.start - 1) : number.end]):
        return None
    if number.fraction and number.worded:
        return share(text, amount, words, moved)
    if (percent := _HEADING.fullmatch(" ".join(words))) and not text[amount.end : amount.end + 1].strip():
        amount.type, amount.unit, amount.united = "percent", "percent", True
        amount.start = amount.left - len(percent.group()) - 1
        return amount
    if (tallied := _TALLIED.match(text, amount.end)) and not number.worded:
        if tallied["what"].lower() == "percentage":
            amount.type, amount.unit, amount.united = "percent", "percent", True
        return amount
    if (named := _named(text, amount)) is not None:
        return named
    if text.startswith("-for-", amount.end) or _IN_A_ROW.match(text, amount.end):
        return None
    if (heat := _HEAT.match(text, amount.end)) and not number.worded and _warm(text, amount):
        amount.type, amount.unit, amount.united = "quantity", _DEGREES[heat[1]], True
        amount.end = amount.right = heat.end()
        return amount
    found = counted_noun(
        text,
        amount.end,
        vague=number.most is not None
        or amount.scaled
        or number.value == 12
        or _SCORE.match(text, number.end - 5) is not None,
    )
    noun = found[0] if found else ("time" if _TIMES.match(text, amount.end) else None)
    before = " ".join(words[-2:])
    if noun is None and (
        before in ("group of", "league of") or _BODY.search(text[max(0, amount.start - 14) : amount.start])
    ):
        return None
    if _hyphened(text, amount.end) in table("recognise/context")["sorts"]:
        return None
    compared = comparator_of(text, amount.left, amount.right, words) != "="
    if is_year(number, text, words, noun, compared) or is_label(number, text, noun):
        return None
    if number.worded and number.most is None and not amount.scaled and _idle(text, amount, words, noun):
        return None
    if noun is None and words[-1:] == ["top"]:
        return None  # `the top 40`, `a top ten song`
    if noun is not None and _grouped_by_dot(text, number):
        amount.value *= 1000
    if noun is None and _aged_in_passing(text, number):
        return None
    if noun is None and (_of_age(text, amount) or _older(text, amount)):
        amount.type, amount.unit, amount.united = "quantity", "year_of_age", True
        return amount
    if _AGED.search(text[max(0, amount.left - 16) : amount.left]):
        amount.type, amount.unit, amount.united = "quantity", "year_of_age", True
        return amount
    if number.most is not None:
        amount.most = number.most
        if noun is None and number.value < 1000:
            return None
    amount.noun = noun or amount.noun
    if found and noun and number.most is None:
        rate = rate_after(text, found[1], "")
        amount.per = rate[2] if rate is not None else None
    amount.counted = counted_phrase(text[amount.end : found[1]], noun) if found and noun else amount.noun
    return amount


@cache
def _persons() -> frozenset[str]:
    """The words for people by what they do or are, whose age may stand behind them."""
    senses = table("senses")
    return frozenset(f"{senses['person']} {senses['people']}".split())


@cache
def _things() -> frozenset[str]:
    """The nouns that news is known to use for anything but people."""
    return frozenset(" ".join(table("senses").values()).split()) - _persons()


def _aged_in_passing(text: str, number: Number) -> bool:
    """`Maria Silva, now 35, said`, `the chairman, 61, will`, `At just 20, she`: how old somebody is."""
    raw = text[number.start : number.end]
    if number.value < _OLDEST and _ONE_OF_AGE.match(text, number.end):
        return _AT_AGE.search(text[max(0, number.start - 16) : number.start]) is not None
    between = raw.isdecimal() and 9 < number.value < 110 and text[number.end : number.end + 2] == ", "
    if between and (role := _ROLE.search(text[max(0, number.start - 40) : number.start])):
        return role[1] in _persons()
    return between and _AGE_ASIDE.search(text[max(0, number.start - 30) : number.start]) is not None


def _warm(text: str, amount: Amount) -> bool:
    """Whether the words around tell of heat, so that `38 C` are degrees."""
    around = text[max(0, amount.start - _CLAUSE) : amount.end + _CLAUSE]
    return _WARMTH.search(around) is not None


def _of_age(text: str, amount: Amount) -> bool:
    """`He was 89.`, `She turns 40 in May`: a person is as old as a bare figure."""
    raw = text[amount.start : amount.end]
    if not raw.isdecimal() or not 0 < amount.value < _OLDEST or not _OLD_AT.match(text, amount.end):
        return False
    return _IS_OLD.search(text[max(0, amount.start - 30) : amount.start]) is not None


def _older(text: str, amount: Amount) -> bool:
    """`women over 65`, `Berliners under 30`, `three of the dead were under 12`: people told apart by age."""
    if amount.scaled or amount.number.fraction or not 0 < amount.value < _OLDEST:
        return False
    before = text[max(0, amount.start - _CLAUSE) : amount.start]
    who = _OLDER.search(before)
    if who is not None and _are_people(who["who"]) and text[amount.end : amount.end + 1] not in ("-", ":"):
        return True
    return _AGE_ENDS.match(text, amount.end) is not None and _PARTS_OLDER.search(before) is not None


def _are_people(word: str) -> bool:
    """Whether a plural names people: by what they are, or, in a capital, by where they are from."""
    lower = word.lower()
    noun = singular(lower)
    if lower in _ANYBODY:
        return True
    if noun is None:
        return False
    return noun in _persons() or lower in _persons() or (word[0].isupper() and noun not in _things())


def _hyphened(text: str, end: int) -> str:
    """The word in lower case that a hyphen joins to a figure; empty for none."""
    match = _HYPHENED.match(text, end)
    return match["word"].lower() if match else ""


def _named(text: str, amount: Amount) -> Amount | None:
    """`ringgit 42`, `dollar 22.5 million`: a currency's name before the figure; None for none."""
    match = _NAME.search(text[max(0, amount.left - 16) : amount.left])
    if match is None or amount.number.worded or counted_noun(text, amount.end) is not None:
        return None
    found = unit_after(f" {match['name']}", 0)
    if (
        found is None
        or found[1].type != "money"
        or found[1].ambiguous
        or found[1].minor
        or "$" in match["name"]
    ):
        return None
    if re.search(
        r"\d\s\Z", text[max(0, amount.left - 3 - len(match["name"])) : amount.left - len(match["name"]) - 1]
    ):
        return None
    amount.start -= len(match.group())
    amount.type, amount.unit, amount.united, amount.prefixed = (
        "money",
        found[1].name.replace("$", "USD"),
        True,
        True,
    )
    return amount


def _grouped_by_dot(text: str, number: Number) -> bool:
    """`136.069 units`: things come whole, so three decimals are thousands."""
    return re.fullmatch(r"[1-9]\d{0,2}\.\d{3}", text[number.start : number.end]) is not None


def _unnamed(text: str, amount: Amount, last: str) -> bool:
    """Whether `one` brings in somebody or something unnamed: `One dealer sold 40`, `by one estimate`."""
    if last in table("recognise/context")["one_of_some_after"] or _SPEAKS.match(text, amount.end):
        return True
    opens = _OPENING.search(text[max(0, amount.start - 3) : amount.start]) is not None
    return opens and not _SUFFERS.match(text, amount.end)


def _idle(text: str, amount: Amount, words: list[str], noun: str | None) -> bool:
    """Whether a number word counts nothing new: `one` as a pronoun, `the two countries`."""
    number = amount.number
    last = words[-1] if words else ""
    if _ONE_TO.match(text, number.end) is not None or amount.value < 0:
        return False
    if number.value == 1:
        if not text[max(0, amount.start - 9) : amount.start].strip() and _END.match(text, amount.end):
            return False
        amount.noun = one_noun(text, amount.end, last)
        return amount.noun is None or _unnamed(text, amount, last) or words[-2:] == ["at", "least"]
    if _TELLERS.match(text, number.end) or (noun is None and is_hour(text, amount.start, amount.end)):
        return True
    if noun is None and number.value == 0:
        return last in ("net", "ground", "absolute", "day") or not _ZERO.match(text, number.end)
    if last in ("the", "these", "those", "both", "other") and number.value < 10 and noun is not None:
        plural = re.match(r"[\s-]([^\W\d_]+)(?:[\s]([^\W\d_]+))?", text[amount.end : amount.end + 40])
        groups = table("recognise/context")["known_groups"]
        return plural is not None and (plural[1].lower() in groups or (plural[2] or "").lower() in groups)
    if words[-2:] == ["of", "these"]:
        return False  # `of these, three are new`
    return (
        noun is None
        and last in ("the", "these", "those", "or", "day", "part", "phase", "big", "next", "in")
        and number.value <= 10
    )
