"""What a part of one in words is: a share (`a third of exports`, `one in five people`), or no figure.

The words around it are in `patterns/recognise/shares.yaml`.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from pipeline.recognise.among import is_among
from pipeline.recognise.amounts import Amount
from pipeline.rules.tables import table

_ONE = Decimal(1)
_CENT = Decimal("0.01")
_MILLIONTH = Decimal("0.000001")
_HUNDRED = Decimal(100)
_OF_WHICH = re.compile(r"\bof (?:which|whom|them|those|these)(?: [a-z]+)?,?(?: about| only| just)?\Z")
_OF_MANY = re.compile(
    r"\s(?:of\s(?:its|their|his|her|all|the)|were|are|have|say|think|live)\b"
)  # and no `year and a third`
_NOTHING = re.compile(r"(?: of)?[.?!;]?\s*\Z")
_ENDS = r"|[.,;)]|\Z"
_STOP = re.compile(r"[.,;:?!)]|\s*\Z")
_AS_MANY = re.compile(r"\sas\s(?!of\b|a\b|an\b|the\b)[a-z]+\b(?!\sagain)[^.;:!?\n]{0,80}?\sas\b")


@cache
def _listed(key: str) -> frozenset[str]:
    return frozenset(table("recognise/shares")[key])


@cache
def _behind(key: str, ends: str = "") -> re.Pattern[str]:
    """One of the words under a key behind a part, or what `ends` it."""
    return re.compile(rf"\s(?:{_either(key)})\b{ends}")


@cache
def _of_time() -> re.Pattern[str]:
    """What makes a part a time: `of the year`, `of growth`."""
    return re.compile(
        rf"\sof\s(?:the\s|last\s|next\s|this\s)?(?:{_either('times')}|\d{{4}})\b(?!['’]s)"
        rf"|\sof\s(?!the\s|its\s|their\s|this\s|that\s|all\s)(?:\w+\s){{0,2}}?(?:{_either('movements')})\b"
        r"(?!\sin\b|\sof\b)"
    )


@cache
def _month() -> re.Pattern[str]:
    months = table("recognise/calendar")["months"]
    return re.compile(rf"\s+(?:{'|'.join(map(str.capitalize, months))})\b")


@cache
def _moved_by() -> re.Pattern[str]:
    return re.compile(rf"\bby (?:{_either('moved_by')})\Z")


def _either(key: str) -> str:
    return "|".join(map(re.escape, table("recognise/shares")[key]))


def share(text: str, amount: Amount, words: list[str], moved: bool) -> Amount | None:
    """`a third of exports`, `by half`, `one in five people`: a percentage; `two thirds` alone is a number.

    `words` stand before it in its clause, and `moved` is True where they tell of a movement.
    """
    number = amount.number
    if number.value < 1 and _AS_MANY.match(text, number.end):
        return _times_less(amount)
    surface = text[number.start : number.end].lower()
    if is_among(surface):
        return None if _month().match(text, number.end) else _percent(amount)
    last = words[-1] if words else ""
    nearly = _listed("nearly")
    if (
        last in _listed("ordered")
        or _of_time().match(text, number.end)
        or _behind("lengths").match(text, number.end)
        or text[number.end : number.end + 1] == "-"
    ):
        return None
    if last == "and" and surface != "half" and not _OF_MANY.match(text, number.end):
        return None
    by = last in ("by", "up", "down") or _moved_by().search(" ".join(words)) is not None
    part = last in _listed("almost") or _OF_WHICH.search(" ".join(words)) is not None
    if _NOTHING.match(text, number.end) and not (by or last in nearly) and surface != "half":
        return amount
    if surface in ("half", "a half", "one half", "one-half"):
        ends = last in nearly and _STOP.match(text, number.end)
        if not (ends or part or _behind("of_half").match(text, number.end) or by or (moved and last != "in")):
            return None if surface == "half" else amount
    elif " over " in surface or "/" in surface or number.value >= 1:
        return amount
    elif number.value * 4 in (1, 3) and "quarter" in surface:
        if not (by or part or last == "about" or _behind("of_quarter").match(text, number.end)):
            return None
    elif not (by or part or _behind("of_something", _ENDS).match(text, number.end) or surface.endswith("s")):
        return None if surface.startswith(("a ", "an ")) else amount
    return _percent(amount)


def _times_less(amount: Amount) -> Amount:
    """`a third as many`: three times fewer."""
    value = (_ONE / amount.value).quantize(_CENT)
    amount.value = value.normalize()
    amount.type, amount.unit, amount.united, amount.change = "number", "factor", True, "down"
    return amount


def _percent(amount: Amount) -> Amount:
    percent = amount.value * _HUNDRED
    whole = percent == percent.to_integral_value()
    amount.type, amount.unit, amount.united = "percent", "percent", True
    cents = percent.quantize(_CENT)
    amount.value = percent.quantize(_ONE) if whole else cents or percent.quantize(_MILLIONTH).normalize()
    return amount
