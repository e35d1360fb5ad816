"""What a part of one in words is: a share (`a third of exports`, `one in five people`), or no figure."""

from __future__ import annotations

import re
from decimal import Decimal

from pipeline.recognise.among import is_among
from pipeline.recognise.amounts import Amount

_ONE = Decimal(1)
_CENT = Decimal("0.01")
_HUNDRED = Decimal(100)
_ORDERED = frozenset(
    (
        "first",
        "second",
        "third",
        "fourth",
        "last",
        "latter",
        "other",
        "previous",
        "final",
        "next",
        "this",
        "same",
    )
)
_ALMOST = frozenset(("than", "nearly", "almost", "around", "roughly", "barely", "least"))
_OF_WHICH = re.compile(r"\bof (?:which|whom|them|those|these)(?: [a-z]+)?,?(?: about| only| just)?\Z")
_PART = re.compile(r"\s(?:of|below|above|lower|higher|less|fewer|more|full|empty|complete)\b")
_MONTH = re.compile(
    r"\s+(?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
)
_SHARE = re.compile(
    r"\s(?:of|more|less|higher|lower|fewer|larger|smaller|bigger|faster|cheaper|owned|the|its|their|all|those|that|our|his|her|"
    r"this|these|as|on|since|from|in|to|were|are|have|say|think|want|plan|live|expect|come|go|do|drop|fall|rise|cut|increase|reduction|decline|stake|share|majority|interest|below|above|short|under|over|up|down|ahead|behind|worse|better|full|empty|complete|weaker|stronger|dearer|slower|"
    r"shorter|longer|lighter|heavier|costlier|wider|poorer|richer|older|younger)\b|[.,;)]|\Z"
)
_HALVES = re.compile(
    r"\s(?:of|the|its|their|all|those|that|our|his|her|these|as|were|was|are|is|have|had|said|say"
    r"|came|come|comes|went|go|goes|took|take|think|thought|want|wanted|plan|planned|expect|live|lived|believe|work|worked"
    r"|vote|voted|speak|do|did|will|would|could|can|may|might|need|use|used|oppose|opposed|favour|favor|belong|belongs"
    r"|belonged|stem|stems|told|died|from|in)\b",
    re.IGNORECASE,
)
_NEARLY = ("of", "than", "nearly", "almost", "about", "around", "roughly", "over", "under", "least", "to")
_OF_MANY = re.compile(
    r"\s(?:of\s(?:its|their|his|her|all|the)|were|are|have|say|think|live)\b"
)  # and no `year and a third`
_NOTHING = re.compile(r"(?: of)?[.?!;]?\s*\Z")
_STOP = re.compile(r"[.,;:?!)]|\s*\Z")
_OF_TIME = re.compile(
    r"\sof\s(?:the\s|last\s|next\s|this\s)?(?:year|month|week|decade|century|season|game|match|\d{4})\b(?!['’]s)"
    r"|\sof\s(?!the\s|its\s|their\s|this\s|that\s|all\s)(?:\w+\s){0,2}?(?:growth|decline|contraction|recession|expansion|shrinkage|losses|declines|gains|falls)\b"
    r"(?!\sin\b|\sof\b)"
)
_BY = re.compile(
    r"\bby (?:more than|less than|just over|just under|over|about|almost|nearly|around|roughly|close to|some"
    r"|as much as|at least|up to|well over)\Z"
)


def share(text: str, amount: Amount, words: list[str], moved: bool) -> Amount | None:
    """`a third of exports`, `by half`, `one in five people`: a percentage; `two thirds` alone is a number.

    `words` stand before it in its clause, and `moved` is True where they tell of a movement.
    """
    number = amount.number
    surface = text[number.start : number.end].lower()
    if is_among(surface):
        return None if _MONTH.match(text, number.end) else _percent(amount)
    last = words[-1] if words else ""
    if last in _ORDERED or _OF_TIME.match(text, number.end) or text[number.end : number.end + 1] == "-":
        return None
    if last == "and" and surface != "half" and not _OF_MANY.match(text, number.end):
        return None
    by = last in ("by", "up", "down") or _BY.search(" ".join(words)) is not None
    part = last in _ALMOST or _OF_WHICH.search(" ".join(words)) is not None
    if _NOTHING.match(text, number.end) and not (by or last in _NEARLY) and surface != "half":
        return amount
    if surface in ("half", "a half", "one half", "one-half"):
        ends = last in _NEARLY and _STOP.match(text, number.end)
        if not (ends or part or _HALVES.match(text, number.end) or by or (moved and last != "in")):
            return None if surface == "half" else amount
    elif " over " in surface or "/" in surface or number.value >= 1:
        return amount
    elif number.value * 4 in (1, 3) and "quarter" in surface:
        if not (by or part or last == "about" or _PART.match(text, number.end)):
            return None
    elif not (by or part or _SHARE.match(text, number.end) or surface.endswith("s")):
        return None if surface.startswith(("a ", "an ")) else amount
    return _percent(amount)


def _percent(amount: Amount) -> Amount:
    percent = amount.value * _HUNDRED
    whole = percent == percent.to_integral_value()
    amount.type, amount.unit, amount.united = "percent", "percent", True
    amount.value = percent.quantize(_ONE if whole else _CENT)
    return amount
