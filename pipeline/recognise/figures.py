"""The tokens that numbers are made of: figures of every style, and number words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from itertools import pairwise
from typing import Literal

from pipeline.rules.tables import table
from pipeline.rules.wording import any_of

TABLE = "recognise/numbers"

Kind = Literal["figure", "unit", "ten", "hundred", "scale", "dozen", "fraction", "vague"]

_MOST_DIGITS = 30
_ONE = Decimal(1)
_SMALL = Decimal(10)
_BESIDE = 5  # letters of `and` between two words of one number
_PARTS = frozenset(Decimal(n) for n in (2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 16, 20, 32, 50, 64, 100))
_HUNDRED = Decimal(100)
_COMMA = (  # before one of these a comma may be that of decimals: `1,15 manat`
    r"%|per\s?cent|[mb]illion|[mb]ln|bn|€|euro|manat|lari\b|lira\b|lev\b|lei\b|kron|z[lł]|rubl|roubl|tenge"
)
_SPACES = "\N{NO-BREAK SPACE}\N{THIN SPACE}\N{NARROW NO-BREAK SPACE}\N{FIGURE SPACE} "


@dataclass(frozen=True, slots=True)
class Token:
    """A figure, or a word that is part of a number; `whole` is False for a figure with a fraction sign."""

    start: int
    end: int
    kind: Kind
    value: Decimal
    plural: bool = False
    grouped: bool = False
    whole: bool = True


@cache
def _words() -> dict[str, tuple[Kind, Decimal, bool]]:
    """Every number word to its kind, its value and whether it is a plural."""
    data = table(TABLE)
    words: dict[str, tuple[Kind, Decimal, bool]] = {"hundred": ("hundred", _HUNDRED, False)}
    words |= {
        "hundreds": ("hundred", _HUNDRED, True),
    }
    words |= {word: ("dozen", Decimal(12), word == "dozens") for word in data["dozens"]}
    words |= {"tens": ("vague", _SMALL, True)}
    words |= {"score": ("dozen", Decimal(20), False), "scores": ("vague", Decimal(20), True)}
    words |= {word: ("unit", Decimal(value), False) for word, value in data["units"].items()}
    words |= {word: ("ten", Decimal(value), False) for word, value in data["tens"].items()}
    for word, value in data["scales"].items():
        words[word] = ("scale", Decimal(value), False)
        words[word + "s"] = ("scale", Decimal(value), True)
    for word, value in data["fractions"].items():
        words[word] = ("fraction", Decimal(value), word.endswith("s") or word == "halves")
    return words


@cache
def _twenty() -> re.Pattern[str]:
    """What makes a `score` twenty of something: `a score of miners`, not `a score of 80 points`."""
    return re.compile(
        rf"\sof\s(?!(?:{any_of(_words())})\b)(?:[a-z-]+\s){{0,2}}?(?:(?!points|goals|runs)[a-z]+s|people|men|women|children)\b"
    )


@cache
def _pattern() -> re.Pattern[str]:
    signs = "".join(table(TABLE)["signs"])
    words = any_of(_words())
    return re.compile(
        rf"""
        (?<![^\W\d_])(?P<word>{words})(?![^\W_])
        | (?<!\d)(?<!\d[.,:/])(?P<figure>
            (?: \d{{1,3}}(?:,\d{{2,3}}){{0,6}},\d{{3}}(?!\d)
              | [1-9]\d{{0,2}}(?:[{_SPACES}]\d{{3}}){{1,6}}(?!\d|,\d{{3}})
              | \d{{1,3}}(?:['’]\d{{3}}){{1,6}}(?!\d)
              | \d{{1,3}}(?:\.\d{{3}}){{2,6}}(?!\d) | \d{{1,3}}(?:\.\d{{3}}){{1,6}}(?=,\d{{1,2}}(?!\d))
              | \d+ )
            (?P<part> \.\d+ | ·\d+
              | ,\d{{1,2}}(?=\s?(?i:{_COMMA})) | (?<=\.\d\d\d),\d{{1,2}} )?
            (?P<power>[eE][+-]?\d{{1,2}}(?!\w) | \s?[xX×]\s?10\^?[+\-−]?[1-9]\d?(?![\w.,]\d)
              | \^[+-]{{0,2}}\d{{1,2}}(?!\d))? )
          (?P<over> [ \-]\ ?\d{{1,2}}[/⁄]\d{{1,3}}(?![\d/]) | [/⁄]\d{{1,4}}(?![\d/]) | \ ?[{signs}] )?
        | (?<![\w.])(?P<small>\.\d+)
        | (?P<sign>[{signs}])
        """,
        re.VERBOSE,
    )


def _figure(match: re.Match[str]) -> Token | None:
    """A figure with its decimals, power of ten and fraction; None for what no figure would be written as."""
    raw, part, power, over = match["figure"], match["part"] or "", match["power"] or "", match["over"] or ""
    if len(raw) > _MOST_DIGITS + 10 or len(raw) - len(part) > _MOST_DIGITS:
        return None
    body = raw[: len(raw) - len(part) - len(power)]
    digits = "".join(char for char in body if char.isdecimal())
    value = Decimal(digits + ("." + part[1:] if part else ""))
    if power:
        value = _raised(value, power)
    whole = not over
    if over:
        sign = over.strip(" -")
        if sign in table(TABLE)["signs"]:
            value += _ratio(table(TABLE)["signs"][sign])
        elif over[0] in "/⁄":
            below = Decimal(sign[1:])
            if below not in _PARTS or value >= below:
                return None
            value /= below
        else:
            if sign.endswith(("/0", "⁄0")):
                return None
            value += _ratio(sign.replace("⁄", "/")).scaleb(1 - len(part) if part else 0)
    return Token(match.start(), match.end(), "figure", value, False, len(digits) != len(body), whole)


def _raised(value: Decimal, power: str) -> Decimal:
    """A value times a power of ten (`1e6`, `1.3x10^6`), or to a power (`2.5^-1`)."""
    after = power.strip()[1:] if power[0] in "eE^" else power.partition("10")[2]
    exponent = int(re.sub("[-+]{2}", "+", after.strip("^").replace("−", "-")))
    if power[0] != "^":
        return value.scaleb(exponent)
    if not value or value > 10**6:
        return value
    return value**exponent


def _ratio(text: str) -> Decimal:
    above, below = text.split("/")
    return Decimal(above) / (Decimal(below) or _ONE)


def tokens(text: str) -> list[Token]:
    """Every figure and number word of the text, in order."""
    found: list[Token] = []
    words = _words()
    for match in _pattern().finditer(text):
        if word := match["word"]:
            if word.lower() == "score" and not _twenty().match(text, match.end()):
                continue
            kind, value, plural = words[word.lower()]
            found.append(Token(match.start(), match.end(), kind, value, plural))
        elif match["figure"]:
            if (token := _figure(match)) is not None:
                found.append(token)
        elif small := match["small"]:
            if len(small) <= _MOST_DIGITS:
                found.append(Token(match.start(), match.end(), "figure", Decimal("0" + small), whole=True))
        else:
            value = _ratio(table(TABLE)["signs"][match["sign"]])
            found.append(Token(match.start(), match.end(), "figure", value, whole=False))
    return found


def scale_ahead(found: list[Token], index: int) -> Decimal:
    """The scale word that closes the words from token `index` on: a million in `four million`, 0 for none."""
    for one, two in pairwise(found[index:]):
        if one.kind not in ("unit", "ten", "hundred") or two.start - one.end > _BESIDE:
            break
        if two.kind == "scale":
            return two.value
    return Decimal(0)
