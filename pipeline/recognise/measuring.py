"""What one number amounts to with the signs and words at it: money, percent, a measure, or what `counting`
says.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from pipeline.recognise.among import is_among
from pipeline.recognise.amounts import Amount
from pipeline.recognise.codes import is_sign
from pipeline.recognise.counting import count
from pipeline.recognise.figures import TABLE
from pipeline.recognise.labels import joined
from pipeline.recognise.marks import mark_after
from pipeline.recognise.nouns import counted_noun
from pipeline.recognise.numbers import Number
from pipeline.recognise.units import Unit, currency_at_home, currency_before, rate_after, sharing, unit_after
from pipeline.rules.tables import table
from pipeline.rules.wording import any_of

_ONE = Decimal(1)
_HUNDRED = Decimal(100)
_THOUSAND = Decimal(1000)
_A_PIECE = re.compile(
    r"\s(?:a|an|per)\s(?:share|kilo|kilogram|kg|litre|liter|tonne|ton|bag|barrel|sack|dozen|loaf|ticket|bottle)\b"
)
_SCALE = re.compile(
    r"[ \N{NO-BREAK SPACE}-]?(mln|mn|mio|mil|bln|bn|bil|mrd|trln|tln|trn|tn|cr)\b(?:\.(?=\s[a-z(]))?",
    re.IGNORECASE,
)
_LETTER = re.compile(r"([ \N{NO-BREAK SPACE}-]?)(MM|[kKmMbBtT])(?![^\W_²³]|/)")
_MILLIONS = re.compile(r"\s[a-z]{2,}|-strong\b|\s?[-–—:=]\s?(?:[A-Za-z]+\s){0,2}[Nn]umber\b")
_RATE = re.compile(r"\s(?:an?|per|each|every)\s(?:day|week|month|quarter|year|annum|season)\b")
_FEW = 30
_PEOPLE = re.compile(
    r"\b(?:population|viewers|users|subscribers|followers|audience|readers|turnover|circulation|visitors|arrivals|"
    r"passengers|deliveries|sales)\b[^.;\n\d]*\Z",
    re.IGNORECASE,
)
_LENGTHS = re.compile(
    r"\s(?:long|wide|tall|high|deep|thick|away|apart|above|below|race|sprint|dash|hurdles|final|relay|freestyle|butterfly|breaststroke|"
    r"backstroke|medley|swim|run|by|x|times|or|and|to|is|was|are|diameter|height|length|radius)\b"
)
_ARTICLE = re.compile(r"\b(?:an?|the)\s\Z", re.IGNORECASE)
_SCALE_AFTER = re.compile(r"\s(thousand|million|billion|trillion|mln|mn|bn|bln)\b", re.IGNORECASE)
_AGE = re.compile(r"[ -]+(?:olds?|of age)\b(?!-fashioned)", re.IGNORECASE)
_MARKED = re.compile(r"\s(U\.S\.|US|USD|Canadian|Australian|CAD|AUD|NZD|SGD|HKD)(?=[\s.,;)]|\Z)")
_OF = re.compile(r"\sof\s", re.IGNORECASE)
_OF_A = re.compile(r"\s(?:of\s)?an?\s", re.IGNORECASE)
_DASHES = ("-", "–", "‑", " - ", " – ", " to ", "-to-")
_WEIGHED = re.compile(r"\s\d+[ -]?(?:kg|kilo|kilogram|kilogramme|pound|lb)s?(?=[ -](?:bag|sack|bale)s?\b)")
_POINTS_MADE = re.compile(  # of a list, not of an index
    r"\s(?:(?:at|on|in) which|where"
    r"|of (?:agreement|difference|contention|dispute|discussion|law|order|view|interest))\b"
)
_LABELLED = re.compile(r"\b[A-Z]{2,}\s-\Z")
_ALIKE = re.compile(r",?\s(?:up |down )?(?:from|to|versus|against|compared (?:with|to))\s")
_SIGN = re.compile(
    r"(?:(?<=[\s(\[,;:/])|\A|(?<=[$€£¥]))(?P<sign>[-−‒–+±]|(?:minus|negative|plus)[ -])(?P<gap>\s?)\Z",
    re.IGNORECASE,
)
_HYPHENED = frozenset(
    (
        "sub",
        "minus",
        "plus",
        "now",
        "then",
        "to",
        "and",
        "a",
        "some",
        "over",
        "under",
        "near",
        "roughly",
        "about",
    )
)
_NEAR = _OPENING = 2000
_HOUSE = re.compile(
    r" [A-Z][a-z]+ (?:Street|Road|Lane|Avenue|Drive|Square|Court|Way)\b"
)  # `221B Baker Street`
_OF_WHAT = re.compile(r"\sof(?:\s[a-z-]+){1,2}?(?=\s(?:per|an?|each|every|daily)\b)")
_DURATIONS = frozenset(
    ("day", "week", "month", "year", "hour", "minute", "second", "decade", "century", "fortnight")
)
_BUYS = re.compile(  # `one dollar bought 97 yen`
    r"\s(?:buys|bought|(?:is|was) (?:worth|quoted|trading)|equals|equal+ed|stood|traded|fetched)\b"
)


def amount_of(text: str, number: Number, dollar: str, previous: Amount | None = None) -> Amount | None:
    """The amount that a number makes with the signs and words at it; None where it counts nothing.

    No sign or word of the `previous` amount is read again.
    """
    floor = previous.end if previous is not None else 0
    before = currency_before(text, number.start, floor)
    left = number.start if before is None else before[0]
    if not _free(text, left, floor) or (before is None and joined(text, number)):
        return None
    ranged = previous is not None and previous.prefixed and text[floor : number.start] in _DASHES
    ranged = ranged or (previous is not None and _money_too(text[floor : number.start], previous))
    end, scale = _scale(text, number, before is not None or ranged)
    if (
        before is not None
        and end == number.end
        and is_sign(text, number.start, end, text[left : number.start])
    ):
        return None
    value = number.value * scale
    if abs(value) > Decimal(10) ** 40:
        return None
    if before is None and _LABELLED.search(text[max(0, left - 12) : left]):
        return None
    sign, left = _signed(text, left)
    if before is not None and not sign and left == before[0]:
        inner = _SIGN.search(text[max(0, number.start - 2) : number.start])
        sign = inner["sign"] if inner else ""
    amount = Amount(left, end, left, end, number, "number", -value if sign in ("-", "−") else value)
    amount.scaled = number.scale != 1 or scale != 1
    if sign and sign != "±" and (before is not None or text[end : end + 2].strip()[:1] in ("%", "p", "b")):
        amount.change = "up" if sign == "+" else "down"
    if before is not None:
        unit = Unit(before[1], "money", choices=sharing(text[before[0] : number.start].strip()))
        return _money(text, amount, _currency(text, left, unit, dollar), dollar)
    of = None
    if number.fraction and number.worded and is_among(text[number.start : number.end]):
        return count(text, amount)  # `nine in ten acres` are a share of them
    if number.most is not None or (number.fraction and number.worded) or 0 < number.value < 1:
        of = (_OF if number.most is not None else _OF_A).match(text, end)
    led = _WEIGHED.match(text, end) or _filled().match(text, end)  # `60-kg bags` are bags
    after = of.end() - 1 if of is not None else led.end() if led is not None else end
    found = unit_after(text, after) or mark_after(text, number.start, end)
    if found is not None and not _misread(text, amount, found[1], found[0]):
        return _measure(text, amount, *found, dollar)
    return count(text, amount)


@cache
def _filled() -> re.Pattern[str]:
    """What stands between a number and its unit of time: `two whole years`."""
    data = table("recognise/measured_time")
    return re.compile(rf"\s(?:{any_of(data['filled'])})(?=\s(?:{any_of(data['units'])})s\b)")


def _money_too(gap: str, previous: Amount) -> bool:
    """Whether a figure is millions like the money before it: `$5m from 39.9m`."""
    return previous.type == "money" and previous.scaled and _ALIKE.fullmatch(gap) is not None


def _free(text: str, left: int, floor: int) -> bool:
    """Whether nothing is glued to the left of a number but an opening, a sign, or a word that may be.

    `floor` is where the amount before it ends, which a dash may join.
    """
    if not left or (floor == left - 1 and text[floor] in "-–‑"):
        return True
    char = text[left - 1]
    if char.isalnum() or char in "_":
        return False
    if char in "-–—‑" and left > 1 and text[left - 2].isalpha():
        word = re.search(r"[^\W\d_]+(?=.\Z)", text[max(0, left - 14) : left])
        if char in "–—":
            return True
        return word is not None and word.group() in _HYPHENED
    if char in "-–‑" and left > 1 and text[left - 2].isdigit() and floor != left - 1:
        return False
    return not (char == "." and left > 1 and text[left - 2].isalnum() and not text[left : left + 1].isalpha())


def _scale(text: str, number: Number, money: bool) -> tuple[int, Decimal]:
    """The end of a number and its abbreviated scale: `$2.5bn`, `60 mln`, `3k`."""
    if number.worded or number.scale != 1:
        return number.end, _ONE
    if match := _SCALE.match(text, number.end):
        return match.end(), Decimal(table(TABLE)["abbreviated"][match[1].lower()])
    match = _LETTER.match(text, number.end)
    if match is None:
        return number.end, _ONE
    gap, letter = match.groups()
    scale = Decimal(table(TABLE)["letters"][letter.lower()])
    if letter == "MM" and not money:
        return number.end, _ONE
    if money:
        return (match.end(), scale) if not gap or letter in "mMbBkKMM" else (number.end, _ONE)
    if letter in "kK" and gap in ("", " "):
        return match.end(), scale
    many = _PEOPLE.search(text[max(0, number.start - _FEW) : number.start]) is not None
    if letter in "mM" and not gap and (many or _RATE.match(text, match.end())):
        return match.end(), scale
    if letter in "tT" or (gap and (gap != " " or letter not in "MB")):
        return number.end, _ONE
    if not gap and letter in "MBb":
        return (number.end, _ONE) if _HOUSE.match(text, match.end()) else (match.end(), scale)
    if gap and re.match(r"\s*(?:[.?!;,)]|\Z)", text[match.end() : match.end() + 3]):
        return match.end(), scale
    following = unit_after(text, match.end())
    if (following is not None and following[1].type == "money") or counted_noun(
        text, match.end()
    ) is not None:
        return match.end(), scale
    millions = not gap and _MILLIONS.match(text, match.end()) and not _LENGTHS.match(text, match.end())
    if millions and not _ARTICLE.search(text[max(0, number.start - 5) : number.start]):
        return match.end(), scale
    return number.end, _ONE


def _signed(text: str, left: int) -> tuple[str, int]:
    """A sign before the amount and where it starts; a dash after a space and before one is no sign."""
    match = _SIGN.search(text[max(0, left - 10) : left])
    if match is None:
        return "", left
    sign = match["sign"].lower().strip(" -")
    start = left - len(match.group())
    if text[max(0, start - 2) : start].strip()[-1:].isdigit():
        return "", left
    if match["sign"] in "-−‒–" and text[max(0, start - 2) : start] in ("+/", "+ /"):
        return "", left
    if match["gap"] and match["sign"] in "-−‒–":
        return ("-", start) if start < 3 and not text[:start].strip() else ("", left)
    if (
        match["sign"] in "‒–"
        and start
        and text[start - 1].isspace()
        and text[max(0, start - 2) : start - 1].isalnum()
    ):
        return "", left
    if sign in ("minus", "negative", "") or match["sign"] in "-−‒–":
        return "-", start
    if sign == "plus":
        return "", left
    return sign, start if sign == "+" else left


def _money(text: str, amount: Amount, code: str, dollar: str) -> Amount:
    marked = (
        _MARKED.match(text, amount.end) if code == "USD" and text[amount.number.start - 1] in "$ " else None
    )
    bare = code == "USD" and _bare(text, amount.number.start)
    if marked is not None and bare:
        code = {"Canadian": "CAD", "Australian": "AUD", "U.S.": "USD", "US": "USD"}.get(marked[1], marked[1])
        amount.end = amount.right = marked.end()
    elif bare:
        code = dollar
    else:
        after = unit_after(text, amount.end)
        if (
            after is not None
            and after[1].type == "money"
            and after[1].name == code
            and after[1].minor is None
        ):
            amount.end = amount.right = after[0]
    amount.type, amount.unit, amount.prefixed, amount.united = "money", code, True, True
    return _per(text, amount)


def _bare(text: str, start: int) -> bool:
    """Whether a `$` with nothing before it stands before `start`."""
    sign = text[:start].rstrip(" -") if start < 8 else text[start - 8 : start].rstrip(" -")
    return (
        sign.endswith("$")
        and not sign[-2:-1].isalpha()
        and not sign.upper().endswith(("U.S.$", "US $", "C $", "A $", "HK $"))
    )


def _misread(text: str, amount: Amount, unit: Unit, end: int) -> bool:
    """Whether the word at a number is its unit by look only: `3 won medals`, `20 marks`, `one second`."""
    word = text[amount.end : end].strip(" -")
    if unit.ambiguous:
        if unit.minor is not None:
            signs = table("recognise/currencies")["uses"]
            near = _near(text, amount.start)
            return not any(sign in near for code in unit.choices for sign in signs.get(code, ()))
        if unit.type == "money" and _A_PIECE.match(text, end):
            return False
        if unit.choices and currency_at_home(_told(text, amount.start), unit.choices) is not None:
            return False
        return not (amount.scaled or amount.number.grouped or abs(amount.value) >= _HUNDRED)
    if unit.name in table("recognise/units")["packed"]:
        return abs(amount.value) < _THOUSAND or not _of_goods(text, amount.start)
    if unit.name == "bit":
        return text[amount.end : amount.end + 1] != "-" and not word.endswith("s")
    if amount.number.fraction and amount.number.worded and unit.name in _DURATIONS:
        spell = _OF_A.match(text, amount.end) or amount.value * 4 in (1, 2)  # `half an hour`, `a half hour`
        return not spell or unit.name in ("year", "month", "week", "day")
    return unit.name == "point" and (
        amount.number.most is not None or _POINTS_MADE.match(text, end) is not None
    )


def _measure(text: str, amount: Amount, end: int, unit: Unit, dollar: str) -> Amount | None:
    number = amount.number
    amount.end = amount.right = end
    amount.united = True
    amount.value *= unit.factor
    if number.most is not None:
        amount.most = number.most * unit.factor
    amount.type, amount.unit, amount.minor = unit.type, unit.name, unit.minor
    if unit.type == "money":
        if number.worded and number.value == 1 and _BUYS.match(text, end):
            return None
        amount.unit = _currency(text, amount.start, unit, dollar)
        amount.minor = {"¢": "cent"}.get(unit.minor or "", unit.minor)
        if (
            unit.name == "GBP"
            and text[number.end : end].strip(" -").lower() in ("pound", "pounds")
            and _weighs(text, amount)
        ):
            amount.type, amount.unit = "quantity", "pound_mass"
        late = _SCALE_AFTER.match(text, end)
        if late is not None and not amount.scaled and unit.minor is None:
            words = {**table(TABLE)["scales"], **table(TABLE)["abbreviated"]}
            amount.value *= Decimal(words[late[1].lower()])
            amount.end = amount.right = late.end()
            amount.scaled = True
    if unit.name == "point" and number.value == 1 and text[amount.start - 3 : amount.start].lower() == "at ":
        return None  # `at one point`
    if unit.name in _DURATIONS:
        if age := _AGE.match(text, end):
            amount.end = amount.right = age.end()
            amount.unit = f"{unit.name}_of_age"
        elif (
            unit.name == "day" and number.value == 1 and text[number.start : number.end + 1].lower() == "one "
        ):
            return None
    return _per(text, amount)


def _per(text: str, amount: Amount) -> Amount:
    rate = rate_after(text, amount.end, amount.unit or "")
    if rate is None and amount.type == "quantity" and (of_what := _OF_WHAT.match(text, amount.end)):
        parted = rate_after(text, of_what.end(), amount.unit or "")
        if parted is not None and parted[1] is not None:
            amount.unit = parted[1]  # `9 tonnes of rice per hectare`
    if rate is not None:
        end, joint, per = rate
        if joint is not None:
            amount.unit, amount.end = joint, end
        else:
            amount.per = per
        amount.right = end
    return amount


def _of_goods(text: str, position: int) -> bool:
    """Whether goods that are counted by the bag are told of around a position."""
    near = _near(text, position).lower()
    return any(word in near for word in table("recognise/units")["goods"])


def _near(text: str, position: int) -> str:
    """What stands around a position, far enough to show which currency the article writes about."""
    return text[max(0, position - _NEAR) : position + _NEAR]


def _told(text: str, position: int) -> str:
    """The opening of the article and what stands around a position: enough to show whose money is meant."""
    return text[: min(_OPENING, max(0, position - _NEAR))] + _near(text, position)


def _currency(text: str, position: int, unit: Unit, dollar: str) -> str:
    """Which currency a name means here: the article's dollar, the one of a minor unit's that the text uses
    nearby, or that of the country told of.
    """
    choices = [dollar if code == "$" else code for code in (unit.choices or (unit.name,))]
    if len(choices) == 1:
        return choices[0]
    if unit.minor is None:
        return currency_at_home(_told(text, position), choices) or choices[0]
    near, signs = _near(text, position), table("recognise/currencies")["uses"]
    used = (code for code in choices if any(_stands(sign, near) for sign in signs.get(code, ())))
    home = None if "$" in near else currency_at_home(_told(text, position), choices)
    return next(used, home or choices[0])


def _stands(sign: str, text: str) -> bool:
    """Whether a currency's sign or name stands in a text by itself, not as the end of another: `US$`."""
    return re.search(rf"(?<!\w){re.escape(sign)}", text) is not None


def _weighs(text: str, amount: Amount) -> bool:
    """Whether `pounds` are a weight: `25 pounds of butter`, `weighs ten pounds`, `a 10-pound bag`."""
    if amount.scaled or amount.number.grouped:
        return False
    after = text[amount.end : amount.end + 24].lower()
    if after.startswith((" of ", " per ", "-")) or text[amount.number.end : amount.number.end + 1] == "-":
        return True
    weights = table("recognise/currencies")["weights"]
    near = (
        text[max(0, amount.start - 50) : amount.start].lower().split() + after.replace(".", " ").split()[:2]
    )
    return any(word.strip(",.") in weights for word in near)
