"""What the words beside a time expression make of it: a base of comparison, a habit, an age, a rate."""

from __future__ import annotations

import re
from functools import cache

from pipeline.rules.tables import table
from pipeline.rules.wording import any_of

_AT = r"(?:in|for|of|at|during|on)\s+(?:the\s+)?$"
_NEAR = r"(?:[^.,;:!?\n]|[.,]\d)"  # within a clause, figures included
_FROM = rf"(?:(?!\bto\s){_NEAR})"
_TURN = r"(?!,\s(?:while|but|and|whereas|which|who|as)\b)"  # where another clause begins
_AMOUNT = (  # `more than half in May` bounds a figure
    r"(?!(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty|half|double|triple|twice|doubl\w+|tripl\w+|trebl\w+"
    r"|quadrupl\w+|quintupl\w+|halv\w+|\w+fold"
    r"|an?\s+(?:half|third|quarter|fifth|sixth|tenth|dozen|hundred|thousand|million|billion|year|month|week|decade))\b)"
)
_NO_VERB = (  # `sales from here reached 9 in May` are those of May
    r"(?![^\d]{0,60}?\s(?:was|were|is|are|be|has|have|had|will|stood|rose|fell|came|grew|hit|made|sold|brought|took|"
    r"(?!revis|adjust|estimat|restat|expect|record)\w{2,}ed)\s)"
)
_THAN = rf"\b(?<!earlier )(?<!later )than\s+{_AMOUNT}"
_COMPARED = re.compile(
    rf"{_THAN}(?:the\s+{_NEAR}{{0,60}}?|[^\d.,;:!?\n]{{0,60}}?)\b{_AT}"
    rf"|{_THAN}(?:the\s+)?$"
    rf"|\bas\s+(?!recent|earl|late|far|soon|long|well)\w+\s+(?:\w+\s+){{0,2}}?as\s+(?![$€£\d])(?:{_NEAR}{{0,40}}?\s)?{_AT}"
    rf"|\b(?:above|below|than|times|twice|thrice|double|triple|half|of|from|on)\s+what\s+{_NEAR}{{0,50}}?\s{_AT}"
    r"|\b(?:compar\w+ (?:to|with)|versus|vs\.?|against|relative to|unlike)\s+"
    rf"(?:(?:(?:{_TURN}[^.;:!?\n]|\.\d){{0,60}}?\s)?{_AT}|(?:the\s+)?$)"
    r"|\b(?:up|down|unchanged|higher|lower|rise|rose|fall|fell|increase|decrease|drop|growth|decline|gain"
    r"|change\w*)\s+(?:from|over)\s+(?:the\s+)?$"
    rf"|\bfrom\s+{_NO_VERB}{_FROM}{{0,60}}?\d{_FROM}{{0,40}}?\s{_AT}",
    re.IGNORECASE,
)
_DEPENDS = re.compile(
    r"\b(?:from|than|over|on|above|below|short of|versus|vs\.?|against|compar\w+ (?:to|with))\s+"
    rf"(?:{_NEAR}{{0,60}}?\s)?(?:the\s+)?$",
    re.IGNORECASE,
)
_THEN = re.compile(
    rf"\b(?:from|than|against|compar\w+ (?:to|with))\s+(?:{_FROM}{{0,60}}?\s)?$", re.IGNORECASE
)
_AS_MANY = re.compile(
    r"\bas\s+(?:many|much|high|low|large|big|fast|long)\s+(?:\w+\s+){0,2}?as\s+$", re.IGNORECASE
)
_ABOVE = re.compile(  # `above the record set in 2012`, `twice the rate of 2012`, `9 percent short of 2012`
    r"\b(?:above|below|beyond|short of|times|twice|double|triple|half|over|on|exceed\w*|than|against)\s+"
    r"(?:the|its|their|that|those|a)\s+(?:[\w-]+\s+){0,2}?"
    r"(?:record|peak|high|low|levels?|total|mark|figure|tally|result|trough|maximum|minimum|rate|number|toll|average|"
    r"volume|amount|value|sum|those|that),?\s"
    r"(?:(?:set|reached|hit|seen|recorded|registered|posted|achieved|booked|touched|reported)\s)?(?:back\s)?"
    r"(?:in|of|from|on|for)\s+(?:the\s+)?(?:whole\s+(?:of\s+)?)?$"
    r"|\b(?:above|below|short of)\s+(?:(?:the|its|their)\s+)?$"
    r"|\b(?:twice|times|double|triple)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_SAME_DATE = re.compile(  # `up 9 percent on the same weekend of 2012`, `against 9 at this point last year`
    rf"\b(?:than|against|versus|compar\w+ (?:to|with)|on|from)\s+(?:{_NEAR}{{0,40}}?\s)?(?:(?:at|on|by)\s)?"
    r"(?:the (?:same|corresponding)|this)\s(?:date|time|day|week|weekend|point|stage|part)\s(?:of\s|in\s)?$",
    re.IGNORECASE,
)
_OF_YEAR_BEFORE = re.compile(  # `an increase of 9 percent over 2016`
    r"\b(?:increase|rise|gain|growth|improvement|decrease|decline|drop|fall|jump|advance)\w*\s"
    rf"{_NEAR}{{0,40}}?\b(?:over|from|against)\s+$",
    re.IGNORECASE,
)
_DELIVERED = re.compile(r"[\s-](?:deliver(?:y|ies)|futures|settlement|expiry|contracts?)\b")
_COMPOUND = re.compile(r"[-‐–](?:long|old)\b")  # `the week-long feast`
_FUTURES = re.compile(
    r"\s(?:[\w-]+\s){1,2}?futures\b"
)  # `July arabica futures`, `in July copper futures fell`
_WITHIN = re.compile(r"\b(?:in|since|by|until|during|through|from|last|this|next)\s$", re.IGNORECASE)
_GOODS_FOR = re.compile(  # `Brent crude for November rose`
    r"\b(?:crude|brent|wti|oil|gas|gasoline|diesel|naphtha|wheat|corn|maize|soybeans?|soyoil|soymeal|rapeseed|canola|rice|oats"
    r"|sugar|coffee|arabica|robusta|cocoa|cotton|rubber|copper|gold|silver|platinum|palladium|aluminium|aluminum|ore|coal|hogs"
    r"|cattle|lumber|contract|futures)\sfor\s$",
    re.IGNORECASE,
)
_TRADED = re.compile(
    r"\s(?:rose|fell|gained|lost|added|climbed|dropped|slid|slipped|jumped|advanced|eased|edged|declined|shed|sank|surged|settled"
    r"|closed|ended|finished|traded|is|was|were|are|stood|hit|ticked|dipped|tumbled|soared|rallied)\b"
)
_FOR = re.compile(r"\bfor\s+(?:the\s+)?$")
_TO_DELIVER = re.compile(r"\b(?:for|with)\s(?:first\s)?deliver(?:y|ies)\s(?:(?!of\b)[a-z]+\s){0,3}$")
_SINCE = re.compile(  # `since its launch in 2021`
    r"\bsince\s(?:its|the|their|his|her|an?)\s(?:$|(?:(?!\w+(?:ed|an)\b)[\w-]+\s){1,4}?(?:in|on|of)\s+(?:the\s+)?$)",
    re.IGNORECASE,
)
_MOVED_ON = re.compile(
    r"\b(?:up|down|unchanged|flat|higher|lower|more|less|fewer|better|worse|rose|fell|grew|climbed|jumped|rise|fall|growth"
    rf"|(?:increase|decrease|decline|drop|gain|improvement)\w*)\b\s?{_NEAR}{{0,40}}?\bon\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_AGE = re.compile(r"[-\s]{0,2}(?:olds?\b|of age)")
_RECURRING = re.compile(r"\b(?:every|each)\s+$", re.IGNORECASE)
_YEARLY = re.compile(
    r",?\s(?:(?:every|each)\s(?:single\s)?(?:year|month|week)|annually|of (?:every|each) year)\b",
    re.IGNORECASE,
)
_LASTS = re.compile(
    r"(?:\b(?:for|in|within|over|after|about|around|nearly|almost|took|takes?|lasts?|lasted|under|than|next|last|past|of)\s+|^\s*)$",
    re.IGNORECASE,
)
_LEFT = 130  # characters before a period in which a comparison may bring it in


def compared(text: str, start: int, end: int, *, depends: bool, day: bool) -> bool:
    """Whether a comparison brings the period in: `than in May`, `against $4bn in 2022`, `up 5% on 2022`.

    `depends` is True for words such as `a year earlier`, which need less to be one; `day` for a single day,
    `on` which things are done.
    """
    patterns = [_DEPENDS if depends else _COMPARED, _AS_MANY, _ABOVE, _SAME_DATE]
    if text.endswith("ago", start, end):
        patterns.append(_THEN)
    if not day:
        patterns.append(_MOVED_ON)
    if text[start:end].isdigit():
        patterns.append(_OF_YEAR_BEFORE)
    left = max(0, start - _LEFT)
    if any(pattern.search(text, left, start) for pattern in patterns):
        return True
    return not day and _moved_from(text[left:start])


def _moved_from(before: str) -> bool:
    """Whether a movement gone by starts from what follows: `doubled from 2019`, not `doubles from May`."""
    return bool(_moved().search(before))


@cache
def _moved() -> re.Pattern[str]:
    """A word for a movement in the past, or its noun, then `from` with no `to` between."""
    changes, factors = table("recognise/changes"), table("recognise/factors")
    words = {word for way in ("up", "down") for word in changes["verbs"][way] + changes["after"][way]}
    base = {word for word in words if f"{word}s" in words or f"{word}es" in words}
    nouns = {word for way in ("up", "down") for word in changes["after"][way]}
    told = {word for word in words - base | nouns if not word.endswith("s")}
    told |= {word for word in factors["words"] if word.endswith(("d", "ing"))}
    return re.compile(
        rf"(?<!\bto\s)\b(?:{any_of(told)})\b{_FROM}{{0,50}}?\bfrom\s+(?:the\s+)?$",
        re.IGNORECASE,
    )


def timeless(text: str, start: int, end: int) -> bool:
    """`every Monday`, `4 May each year`; `crude for July delivery`, which is sold before."""
    before = _RECURRING.search(text, max(0, start - 8), start)
    ahead = text[start:end].isalpha() or _FOR.search(text, max(0, start - 9), start)
    goods = bool(
        (ahead and _DELIVERED.match(text, end)) or _TO_DELIVER.search(text, max(0, start - 50), start)
    )
    if ahead and not goods:
        sold_for = _GOODS_FOR.search(text, max(0, start - 20), start) and _TRADED.match(text, end)
        within = _WITHIN.search(text, max(0, start - 8), start)
        goods = bool(sold_for or (_FUTURES.match(text, end) and not within))
    return bool(before or _YEARLY.match(text, end) or _COMPOUND.match(text, end) or goods)


def since(text: str, start: int) -> bool:
    """Whether a stretch begins with what happened in the period: `since its launch in 2021`."""
    return bool(_SINCE.search(text, max(0, start - 60), start))


def lasting(text: str, start: int, end: int) -> bool:
    """Whether a length of time is meant, not an age (`65-year-old`) or a rate (`$5 a day`)."""
    if _AGE.match(text, end):
        return False
    return text[start] not in "aA" or bool(_LASTS.search(text, max(0, start - 9), start))
