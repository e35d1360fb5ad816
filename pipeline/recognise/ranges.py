"""Two amounts that are one: ranges (`5 to 7 percent`, `between $62 and $68`) and compounds (`5 ft 2 in`, `$20
and 43c`).
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from pipeline.recognise.amounts import Amount
from pipeline.recognise.numbers import Number
from pipeline.recognise.surroundings import change_before, words_before
from pipeline.recognise.units import exponent
from pipeline.rules.tables import table

_GAP = re.compile(
    r"\s?(?P<word>-to-|- to |to-|-to |– ?|— ?|-|‑|−|~|to|through|or even|or|and|up to|& |,)\s?"
    r"(?:about |around |nearly |even |perhaps |possibly |almost "
    r"|(?:well |slightly )?(?:more than|over) |at least |as (?:much|many|high) as )?\Z"
)
_BETWEEN = re.compile(r"\bbetween\s(?:[a-z]+\s){0,2}\Z", re.IGNORECASE)
_FROM = re.compile(r"(?P<verb>[^\W\d_]+)?,?\s?\bfrom\s(?:[a-z]+\s){0,2}\Z", re.IGNORECASE)
_NEARER = re.compile(r"\A[^.;:!?\n]*\b(?:closer|nearer)(?:\sto)?\s\Z")
_END_POINT = re.compile(
    r",?\s(?:\w+\s)?(?:to|at)\s(?:(?:a|close|end|finish|stand)\s)?(?:(?:close|finish)\s)?(?:(?:at|of)\s)?"
)
_ABOUT = (
    r"(?:about|around|some|nearly|almost|only|just|roughly|over|under|the|a revised|an earlier|an average of)"
)
_ORIGIN = re.compile(
    r"\A[^.;:!?\n()]*?\b(?P<word>(?:(?:up|down) )?from|including|compared (?:with|to)|versus|vs\.?|against)\s"
    rf"(?:{_ABOUT}\s)?\Z"
)
_REACHED = re.compile(rf"\b(?:to|at|was|were|is|are|of|reached|hit|totalled|totaled)\s(?:{_ABOUT}\s)?\Z")
_LEAST_INDEX = 100
_REACH = 200
_STOP = re.compile(r"[.!?]\s|\n")
_NOON = 12
_FEW_WORDS = 60


def join(text: str, amounts: list[Amount]) -> list[Amount]:
    """The amounts with pairs joined, units and scales handed to the first of a pair, and scores left out."""
    joined: list[Amount] = []
    indexed: int | None = None
    index = 0
    while index < len(amounts):
        one = amounts[index]
        two = amounts[index + 1] if index + 1 < len(amounts) else None
        if two is not None and two.start - one.end < 24:
            gap = text[one.end : two.start]
            if _score(text, one, two, gap) or _hours(text, one, two, gap):
                index += 2
                continue
            if (whole := _compound(one, two, gap)) is not None:
                amounts[index + 1] = whole
                index += 1
                continue
            match = _GAP.match(gap)
            if match is not None and _range(text, one, two, match["word"].strip()):
                if not _age_band(one, two):
                    joined.append(_ranged(one, two))
                index += 2
                continue
            if match is not None:
                _share_unit(one, two, match["word"].strip())
                origin = _FROM.search(text[max(0, one.start - _FEW_WORDS) : one.start])
                if origin is not None and match["word"].strip() == "to":
                    _hand_on_unit(one, two)
                    _share_noun(one, two)
        if two is not None:
            _follow(text, one, two)
        if one.unit == "point" and one.united:
            indexed = one.end
        elif indexed is not None:
            _point(text, indexed, one)
        joined.append(one)
        index += 1
    _share_in_lists(text, joined)
    return joined


def _bare(amount: Amount) -> bool:
    return not amount.united and amount.noun is None


def _score(text: str, one: Amount, two: Amount, gap: str) -> bool:
    """`2-1`, `3–0`: two small figures with a dash between and nothing counted."""
    if (
        gap not in ("-", "–", "‑")
        or not _bare(one)
        or two.united
        or (two.noun is not None and one.value < two.value)
    ):
        return False
    if one.scaled or two.scaled or one.number.grouped or one.number.worded:
        return False
    return (
        one.value == int(one.value)
        and two.value == int(two.value)
        and not re.search(r"(?:between|from|of|about|~)\s\Z", text[max(0, one.start - 9) : one.start])
    )


def _hours(text: str, one: Amount, two: Amount, gap: str) -> bool:
    """`from 9 to 5`: a range whose end lies below its start is one of hours."""
    if gap not in (" to ", "-to-", "-", "–") or not (_bare(one) and _bare(two)) or one.scaled or two.scaled:
        return False
    before = text[max(0, one.start - _FEW_WORDS) : one.start]
    if not (two.value < one.value <= _NOON and one.value > 5) or _moved(before):
        return False
    return gap != " to " or change_before(words_before(text, one.start)) is None


def _age_band(one: Amount, two: Amount) -> bool:
    """`women aged 30 to 44`: the ages name a group and measure nobody."""
    return one.unit == "year_of_age" and one.number.end == one.end and _bare(two)


def _follow(text: str, one: Amount, two: Amount) -> None:
    """Give a bare figure the unit of the one that it takes up: `62 percent, closer to 80`."""
    gap = text[one.end : two.start]
    if not (one.united or one.noun) or not _bare(two) or two.number.worded or len(gap) > _FEW_WORDS:
        return
    if one.scaled != two.scaled:
        return
    if not one.united:
        if _against(text, one, gap):
            two.noun, two.counted = one.noun, one.counted
        return
    nearer = one.type == "percent" and two.value <= 100 and _NEARER.search(gap)
    if nearer or (one.unit == "point" and _END_POINT.fullmatch(gap)) or _against(text, one, gap):
        two.type, two.unit, two.united, two.minor = one.type, one.unit, True, one.minor
        two.value *= _factor(two)  # `cut to 60 cents from 80`


def _point(text: str, since: int, one: Amount) -> None:
    """An index among others in one sentence: `ended at 902.4 points, the other rose 1% to 871.06`."""
    if not _bare(one) or one.scaled or one.number.worded or one.value < _LEAST_INDEX:
        return
    if one.start - since > _REACH or _STOP.search(text, since, one.start):
        return
    reached = _REACHED.search(text[max(0, one.start - _FEW_WORDS) : one.start])
    if reached is not None and "." in text[one.start : one.end]:
        one.type, one.unit, one.united = "quantity", "point", True


def _against(text: str, one: Amount, gap: str) -> bool:
    """Whether what follows is where the first came from: `to 18 million euros from 39 million`."""
    origin = _ORIGIN.search(gap) if one.unit not in ("factor", "year_of_age") else None
    if origin is None or origin["word"] != "from":
        return origin is not None
    return _REACHED.search(text[max(0, one.start - _FEW_WORDS) : one.start]) is not None


def _compound(one: Amount, two: Amount, gap: str) -> Amount | None:
    """`5 feet 2 inches`, `20 dollars and 43 cents` as one amount in the first unit."""
    if (
        gap.strip() not in ("", "and")
        or one.most is not None
        or two.most is not None
        or one.unit is None
        or not one.united
    ):
        return None
    value: Decimal | None = None
    if one.type == "money" and one.minor is None:
        if two.minor is not None and two.value < 1:
            value = one.value + two.value
        elif _bare(two) and _cents(one, two):
            value = one.value + two.value / 100
    elif one.united and two.unit is not None:
        parts = table("recognise/units")["compounds"].get(f"{one.unit} {two.unit}")
        if parts is not None:
            value = one.value + two.value / Decimal(parts)
    if value is None:
        return None
    one.value, one.end, one.right = value, two.end, two.right
    return one


def _cents(one: Amount, two: Amount) -> bool:
    """Whether a bare number after whole money is its cents: `20 dollars and 43`."""
    if one.scaled or two.scaled or one.value >= 1000 or one.value != int(one.value) or two.number.grouped:
        return False
    return 10 <= two.value < 100 and two.value == int(two.value) and "." not in str(one.number.value)


def _range(text: str, one: Amount, two: Amount, word: str) -> bool:
    """Whether two neighbours are the ends of one range."""
    if one.most is not None or two.most is not None or one.number.fraction or one.minor != two.minor:
        return False
    if one.noun is not None and one.noun != two.noun:
        return False
    if one.unit == "year_of_age" and _bare(two):
        return word in ("to", "-", "–", "and")
    if (
        one.united
        and two.unit != one.unit
        and not (one.prefixed and _bare(two))
        and not _convertible(one, two)
    ):
        return False
    if one.unit is None and two.unit is not None and two.prefixed:
        return False
    if (two.unit == "factor" or one.unit == "factor") and word == "and":
        return False
    before = text[max(0, one.start - _FEW_WORDS) : one.start]
    if word in ("and", "&"):
        return _BETWEEN.search(before) is not None
    if word == ",":
        return False
    if word == "or even":
        return True
    if word == "or":
        if re.search(r"\beither\s\Z", before) or two.value > one.value * 2 or two.value <= one.value:
            return False
        return two.value - one.value == 1 or two.value < one.value * Decimal("1.25")
    if word in ("to", "- to", "to-", "-to", "-to-", "up to"):
        if _bare(one) and not two.united and not two.scaled and two.value < one.value:
            return False  # `320 to 140` are two sides, not the ends of one figure
        if _bare(one) and _bare(two) and one.number.worded != two.number.worded:
            return False
        origin = _FROM.search(before)
        words = words_before(text, one.start)
        if origin is not None:
            spreads = table("recognise/context")["spreads"]
            if (origin["verb"] or "").lower() in spreads:
                return True
            return not _moved(before[: origin.start("verb")] + (origin["verb"] or ""))
        own = one.united and two.united and text[one.number.end : one.end].strip() != "" and not one.prefixed
        if (own or one.prefixed) and change_before(words) is not None:
            return False
        return not (_bare(one) and _bare(two) and change_before(words) is not None)
    if word in ("–", "—", "-", "‑", "−", "~"):
        if word == "—" or (one.scaled is False and two.type == "percent" and one.value > 1000):
            return False
        if one.united and two.united and two.value < one.value:
            return False  # `3% on £12,000 – £360`
        large = (one.number.grouped or two.scaled) and not one.scaled and _coefficient(two) > one.number.value
        return not _bare(two) or not _bare(one) or large
    return False


def _moved(before: str) -> bool:
    """Whether a verb of movement stands in the words before `from`."""
    verbs = table("recognise/changes")["verbs"]
    known = (
        set(verbs["up"])
        | set(verbs["down"])
        | {"moved", "went", "goes", "changed", "revised", "shifted", "go", "came", "brought"}
    )
    cut = max(before.rfind("."), before.rfind(";"), before.rfind("\n"))
    return any(word.strip(",") in known for word in before[cut + 1 :].lower().split()[-8:])


def _convertible(one: Amount, two: Amount) -> bool:
    if one.type != "quantity" or two.type != "quantity" or not one.unit or not two.unit:
        return False
    return exponent(one.unit)[0] == exponent(two.unit)[0]


def _ranged(one: Amount, two: Amount) -> Amount:
    """One amount from the first to the second, in the first one's unit where it has one."""
    low, high = one.value, abs(two.value) if one.value >= 0 else two.value
    own = one.prefixed and two.prefixed and one.value >= _coefficient(two)
    if two.scaled and not one.scaled and not own and (one.value < _coefficient(two) or one.value < 1000):
        low *= _scale(two)
    if one.unit is not None and two.unit is not None and one.unit != two.unit and one.united and two.united:
        high = high.scaleb(exponent(two.unit)[1] - exponent(one.unit)[1])
    elif one.unit is None and two.unit is not None and two.number.value and not two.prefixed:
        low *= _factor(two)
    kind = one if one.united and not two.united else two
    return replace(
        one,
        end=two.end,
        right=two.right,
        type=kind.type,
        value=low,
        most=high,
        unit=one.unit or two.unit,
        noun=two.noun or one.noun,
        counted=two.counted or one.counted,
        per=two.per or one.per,
        minor=two.minor,
        united=True,
        scaled=two.scaled,
    )


def _coefficient(amount: Amount) -> Decimal:
    return abs(amount.value) / _scale(amount) / _factor(amount)


def _scale(amount: Amount) -> Decimal:
    """The scale of an amount, spelled or abbreviated."""
    number: Number = amount.number
    if number.scale != 1:
        return number.scale
    return abs(amount.value) / number.value / _factor(amount) if number.value else Decimal(1)


def _factor(amount: Amount) -> Decimal:
    if amount.minor is not None:
        return Decimal(1) / Decimal(table("recognise/currencies")["parts"].get(amount.minor, "100"))
    return Decimal(1)


def _share_unit(one: Amount, two: Amount, word: str) -> None:
    """`17 and 22%`, `from 5 to 7 percent`: the first end has the unit, and the scale, of the second."""
    if not _bare(one) or one.number.fraction or not two.united or two.most is not None:
        return
    if one.scaled and not (two.scaled and word == "and"):
        return
    if two.unit == "factor" or word not in ("to", "and", "or") or (two.prefixed and word == "and"):
        return
    one.type, one.unit, one.united, one.minor, one.per = two.type, two.unit, True, two.minor, two.per
    one.value *= _factor(two)
    if two.scaled and not one.scaled and one.value < _coefficient(two) * 10:
        one.value *= _scale(two)
        one.scaled = True


def _share_in_lists(text: str, amounts: list[Amount]) -> None:
    """`12,000, 8,000 and 5,000 dollars`: all figures of a list have the unit of its last."""
    listed: list[Amount] = []
    for amount in amounts:
        gap = text[listed[-1].end : amount.start] if listed else ""
        if len(listed) > 1 and gap.lstrip(",") in (" and ", " or "):
            for one in listed:
                _share_unit(one, amount, "and")
        listed = [*listed, amount] if gap == ", " and _bare(listed[0]) else [amount]


def _share_noun(one: Amount, two: Amount) -> None:
    """`from 6 to 18 million passengers`: the first end counts the same, in the same scale."""
    if not _bare(one) or two.noun is None or two.united or one.scaled or one.number.fraction:
        return
    one.noun, one.counted = two.noun, two.counted
    if two.scaled and one.value < _coefficient(two) * 10:
        one.value *= _scale(two)
        one.scaled = True


def _hand_on_unit(one: Amount, two: Amount) -> None:
    """`from 5.5 percent to 5.1`: the second end has the unit of the first."""
    if (
        one.united
        and one.unit not in (None, "factor", "year_of_age")
        and _bare(two)
        and not two.number.fraction
    ):
        two.type, two.unit, two.united, two.per = one.type, one.unit, True, one.per
