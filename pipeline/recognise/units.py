"""The unit that stands at a number: money, percent or a measure, by table look-up.

The tables are `units.yaml` and `currencies.yaml` (by hand, named as claims name them), then
`unit_names.yaml` and `currency_names.yaml` (compiled from quantulum3 and CLDR by `compile_units`). Only a
compound sign that none of them knows (`50 km/ms`) is put to quantulum3, once per sign.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache, lru_cache
from typing import Literal

from pipeline.rules.tables import table

UnitType = Literal["money", "percent", "quantity"]

_MOST_WORDS = 5
_PERCENTS = frozenset(("percent", "percentage_point", "basis_point"))
_ONE = Decimal(1)
_PHYSICAL = frozenset(("millisecond", "second", "minute", "hour", "century"))


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit: `name` as claims name it, or `$` for the article's own dollar.

    One of it as written is `factor` of `name` (`mbpd`: 1000000 barrel_per_day; `pence`: 0.01 GBP). A
    hundredth of a currency has its own name in `minor`, and in `choices` the currencies it may belong to;
    those of a name that several countries use are its `choices` without `minor`.
    """

    name: str
    type: UnitType
    factor: Decimal = _ONE
    minor: str | None = None
    choices: tuple[str, ...] = ()
    ambiguous: bool = False


@dataclass(frozen=True, slots=True)
class _Tables:
    words: dict[str, Unit]
    firsts: frozenset[str]
    symbols: dict[str, Unit]
    glued: dict[str, Unit]
    before: re.Pattern[str]
    prefixes: dict[str, str]
    rates: dict[str, str]
    per: frozenset[str]


_WORD = r"(?:[^\W\d_]{1,4}/[^\W\d_]{1,2}|[^\W\d_]+(?:[.'’*·][^\W\d_]+)*[²³23]?)(?![^\W_])\.?"
_SIGN = r"[%％﹪٪‰°º℃℉$€£¥₽₹₺₼₾₴₸₪₩฿₫¢￠元円′″Ω][^\W\d_]{0,2}\b|[%％﹪٪‰°º℃℉$€£¥₽₹₺₼₾₴₸₪₩฿₫¢￠元円′″Ω]"
_AFTER = re.compile(
    rf"(?P<gap>[\s\N{{NO-BREAK SPACE}}‑-]{{0,2}})(?P<first>{_SIGN}|{_WORD})"
    + "".join(
        rf"(?:[ \N{{NO-BREAK SPACE}}\n-](?P<w{n}>{_SIGN}|{_WORD}|\$)" for n in range(2, _MOST_WORDS + 1)
    )
    + ")?" * (_MOST_WORDS - 1)
)
_RATE = re.compile(
    r"(?P<of> of (?:crude oil|crude|oil equivalent|oil|natural gas|gas|water))?(?:(?P<daily> daily)\b|"
    r"(?:[ -](?:per|an?|each|every)[ -]|\s?/\s?)"
    r"(?P<noun>[^\W\d_]+(?:[ -][^\W\d_]+)?)\b(?!\s(?:ago|earlier|later|before|after)\b)"
    r"(?<!\sago)(?<!\searlier)(?<!\slater)(?<!\sbefore)(?<!\safter))",
    re.IGNORECASE,
)
_PART = re.compile(r"-\d")
_ENDED = re.compile(r"\.(?:\s+[A-Z“\"]|\s*\Z)")  # a letter's full stop that ends its sentence
_ENDED_ALL = re.compile(r"\.\s*(?:\n|\Z)")  # that of a capital, which may stand for a name
_AFTER_FEET = re.compile(r"(?:ft|feet|foot)\.?,?\s(?:and\s)?[\d./½¼¾]+\Z", re.IGNORECASE)
_BRACKETED = re.compile(r"\s?[(\[{<](?P<sign>[^\W\d_]{1,4}[²³]?)[)\]}>]")
_COMPOUND = re.compile(
    r"\s?(?P<sign>[^\W\d_]{1,4}[²³]?(?:[/·*^][^\W\d_]{1,5}[²³23]?){1,2}(?:\^[-−]?\d)?)(?!\w)"
)


def _unit(text: str) -> Unit:
    factor, _, name = text.rpartition(" ")
    kind: UnitType = "percent" if name in _PERCENTS else "quantity"
    return Unit(name, kind, Decimal(factor) if factor else _ONE)


@cache
def _tables() -> _Tables:
    own, made = table("recognise/units"), table("recognise/unit_names")
    money, names = table("recognise/currencies"), table("recognise/currency_names")
    ambiguous = frozenset(money["ambiguous"])
    words = {word.replace("-", " "): _unit(name) for word, name in {**made["words"], **own["words"]}.items()}
    for word, code in {**names["words"], **money["names"]}.items():
        words[word] = Unit(code, "money", ambiguous=word in ambiguous)
    for word, choices in money["minor"].items():
        factor = _ONE / Decimal(money["parts"].get(word, "100"))
        words[word] = Unit(choices[0], "money", factor, word, tuple(choices), word in ambiguous)
    for word, choices in money["shared"].items():
        words[word] = Unit(choices[0], "money", choices=tuple(choices), ambiguous=word in ambiguous)
    words |= {code.lower(): Unit(code, "money") for code in money["lower"]}
    symbols = {sign: _unit(name) for sign, name in {**made["symbols"], **own["symbols"]}.items()}
    symbols |= {
        sign: Unit(code, "money", choices=sharing(sign))
        for sign, code in {**names["codes"], **money["suffixes"]}.items()
    }
    symbols |= {f"M{code}": Unit(code, "money", Decimal(10**6)) for code in money["lower"]}
    glued = {sign: _unit(name) for sign, name in own["glued"].items()}
    glued |= {sign: words[name] for sign, name in money["minor_letters"].items()}
    prefixes = {**names["codes"], **{f"{code}$": code for code in names["codes"]}, **money["prefixes"]}
    prefixes |= {f"{code.lower()}{sign}": code for code in money["lower"] for sign in ("", "$")}
    apart = "|".join(
        re.escape(sign) for sign in sorted(prefixes, key=len, reverse=True) if sign not in money["glued"]
    )
    near = "|".join(re.escape(sign) for sign in money["glued"])
    before = re.compile(
        rf"(?<![^\W_])(?:(?:{apart})\s?|(?:{near}))\Z|(?:(?<=[a-zA-Z])|(?<![^\W_]))(?:[$€£¥₹₦₱₩]\s?)\Z"
        r"|(?<![^\W_.])(?:[Uu]\.?[Ss]\.?|[Cc]|[Hh][Kk]|[Nn][Zz]|[Nn][Tt]|[Cc][Aa][Nn]|[Aa][Uu])\s\$\s?\Z"
    )
    return _Tables(
        words,
        frozenset(word.split()[0] for word in words),
        symbols,
        glued,
        before,
        prefixes,
        own["rates"],
        frozenset(own["per"]),
    )


def sharing(sign: str) -> tuple[str, ...]:
    """The currencies of the countries that share a sign, the best known first; none where it is of one."""
    return tuple(table("recognise/currencies")["shared_signs"].get(sign, ()))


def singular(word: str) -> str:
    """A unit word without its plural -s: `barrels`, `degrees`."""
    return word[:-1] if word.endswith("s") and len(word) > 3 and not word.endswith("ss") else word


def unit_after(text: str, position: int) -> tuple[int, Unit] | None:
    """Where the unit that starts at `position` (white space or a hyphen aside) ends, and the unit; None for
    none.
    """
    match = _AFTER.match(text, position)
    tables = _tables()
    if match is None:
        bracketed = _BRACKETED.match(text, position)
        if bracketed is None or bracketed["sign"] not in tables.symbols:
            return None
        return bracketed.end(), tables.symbols[bracketed["sign"]]
    first, gap = match["first"], match["gap"]
    if "/" in text[match.start("first") : match.end("first") + 1] and (
        found := _compound(tables, text, match)
    ):
        return found
    if gap.count("\n") > 1:
        return None
    sign = first.rstrip(".")
    exact = tables.symbols.get(sign) if sign != sign.lower() else None
    if exact is not None and exact.type == "quantity" and sign.lower() in tables.words:
        return match.start("first") + len(sign), exact  # `Mt` is no `mt`
    lower = first.lower()
    plain = lower.rstrip(".")
    adjective = first[0].isupper() and match["w2"] is not None and match["w2"][0].islower()
    if adjective or lower in tables.firsts or plain in tables.firsts or singular(plain) in tables.firsts:
        if lower == "in" and gap and not _AFTER_FEET.search(text[max(0, position - 14) : position]):
            return None
        found = _by_words(tables.words, match)
        if found is not None:
            return found
    elif lower == "in" and gap:
        return (
            _by_sign(tables, text, match)
            if _AFTER_FEET.search(text[max(0, position - 14) : position])
            else None
        )
    return _by_sign(tables, text, match)


def _by_words(words: dict[str, Unit], match: re.Match[str]) -> tuple[int, Unit] | None:
    parts = [match["first"]] + [match[f"w{n}"] for n in range(2, _MOST_WORDS + 1) if match[f"w{n}"]]
    ends = [match.end("first")] + [match.end(f"w{n}") for n in range(2, len(parts) + 1)]
    for size in range(len(parts), 0, -1):
        lower = [part.lower() for part in parts[:size]]
        plain = [*lower[:-1], lower[-1].rstrip(".")]
        for key, cut in ((lower, 0), (plain, len(lower[-1]) - len(plain[-1]))):
            for variant in (
                key,
                [*key[:-1], singular(key[-1])],
                [singular(key[0]), *key[1:]],
                [singular(w) for w in key],
            ):
                if (unit := words.get(" ".join(variant))) is not None:
                    return ends[size - 1] - cut, unit
    national = _minor_of_country(words, parts)
    if national is not None:
        size, unit = national
        return ends[size - 1] - parts[size - 1].count("."), unit
    if len(parts) > 1 and parts[0][0].isupper():
        unit = words.get(parts[1].lower().rstrip(".")) or words.get(singular(parts[1].lower().rstrip(".")))
        if unit is not None and unit.type == "money" and unit.minor is None:
            return ends[1] - parts[1].count("."), unit
    return None


def _minor_of_country(words: dict[str, Unit], parts: list[str]) -> tuple[int, Unit] | None:
    """A hundredth of the money of a country named before it, `Hong Kong cents`; how many words name it."""
    for size in range(2, len(parts) + 1):
        country = " ".join(parts[: size - 1]).lower()
        minor = words.get(singular(parts[size - 1].lower().rstrip(".")))
        if minor is None or minor.minor is None or not parts[0][0].isupper():
            continue
        for name in table("recognise/currencies")["wholes"]:
            whole = words.get(f"{country} {name}")
            if whole is not None and (name == "dollar" or whole.name in minor.choices):
                return size, replace(minor, name=whole.name, choices=(whole.name,))
    return None


def _by_sign(tables: _Tables, text: str, match: re.Match[str]) -> tuple[int, Unit] | None:
    first, gap, start = match["first"], match["gap"], match.start("first")
    if "-" in gap and not first[0].isalpha() and first[0] not in "°º":
        return None
    if not first[0].isalpha() and gap and text[start + 1 : start + 2].isdigit():
        return None
    if first[0].isalpha() and len(first) < 3 and _PART.match(text, match.end("first")):
        return None
    for sign in (first, first.rstrip("."), first[0]):
        unit = tables.symbols.get(sign)
        whole = sign == first or not first[len(sign) :].strip(".") or not first[0].isalpha()
        ended = (_ENDED if sign.islower() else _ENDED_ALL).match(text, start + 1) and gap  # no `berth 4A`
        sure = sign == first or len(sign) > 1 or not sign.isalpha() or (ended and sign != "m")  # millions
        if unit is not None and whole and sure:
            return start + len(sign), unit
        if not gap and sign in tables.glued and whole:
            return start + len(sign), tables.glued[sign]
    return None


def _compound(tables: _Tables, text: str, match: re.Match[str]) -> tuple[int, Unit] | None:
    """A compound sign that no table holds (`A/cm2`), as quantulum3 names it."""
    compound = _COMPOUND.match(text, match.start())
    if compound is None or compound["sign"] in tables.symbols or compound["sign"].lower() in tables.words:
        return None
    head = tables.symbols.get(_head(compound["sign"]))
    tail = compound["sign"][len(_head(compound["sign"])) + 1 :]
    if head is None or head.type != "quantity" or tail in tables.per or tail.lower() in tables.words:
        return None
    name = ask(compound["sign"])
    return (compound.end(), Unit(name, "quantity")) if name else None


def _head(sign: str) -> str:
    return re.split(r"[/·*^]", sign, maxsplit=1)[0].rstrip("²³23")


@lru_cache(maxsize=4096)
def ask(sign: str) -> str | None:
    """What quantulum3 calls a sign (`km/ms`: `kilometre_per_millisecond`); None where it knows no such unit.

    Loading it takes seconds; its classifier stays off, as it guesses by trained word counts.
    """
    from quantulum3 import classifier, parser

    classifier.USE_CLF = False
    try:
        found = parser.parse(f"1 {sign}")
    except Exception:  # a unit that quantulum3 stumbles on is one that it does not know
        return None
    if (
        len(found) != 1
        or found[0].surface != f"1 {sign}"
        or found[0].unit.name in ("", "dimensionless", "unk")
    ):
        return None
    return "_".join(str(found[0].unit.name).lower().replace("-", " ").split())


def currency_before(text: str, position: int, floor: int = 0) -> tuple[int, str] | None:
    """Where the money sign before `position` starts, from `floor` on, and its currency; None for none."""
    tables = _tables()
    window = text[max(floor, position - 12) : position]
    if window[-1:] in ("-", "+", "−") and window[-2:-1] in "$€£¥":
        window = window[:-1]
        position -= 1
    if not window or not (
        window[-1] in "$€£¥₽₹₺₼₾₴₸₪₩฿₫₦₱₡₭₵₲₮₿￥.=/ \N{NO-BREAK SPACE}\N{THIN SPACE}" or window[-1].isalpha()
    ):
        return None
    match = tables.before.search(window)
    if match is None:
        return None
    sign = "".join(match.group().split())
    if sign.upper().startswith("U.S"):
        sign = "US$"
    start = position - len(window) + match.start()
    if sign in tables.prefixes:
        return start, tables.prefixes[sign]
    currency = tables.prefixes.get(sign.upper()) or tables.prefixes.get(sign[-1])
    return (start, currency) if currency else None


def rate_after(text: str, position: int, unit: str) -> tuple[int, str | None, str] | None:
    """Where a rate (`per day`, `a share`, `/kg`) ends, the joint unit if there is one, and what it is per."""
    if not text[position : position + 1] or text[position] not in " -/\N{NO-BREAK SPACE}":
        return None
    match = _RATE.match(text, position)
    if match is None:
        return None
    tables = _tables()
    of = (match["of"] or "").strip()
    if match["daily"]:
        joint = tables.rates.get(f"{unit} daily")
        return (match.end(), joint, "day") if joint else None
    noun, end = match["noun"].lower(), match.end()
    if noun not in tables.per and singular(noun) not in tables.per and singular(noun) not in _PHYSICAL:
        short = noun.split()[0].split("-")[0]
        if short not in tables.per and not ("/" in match.group() and short in tables.words):
            return None
        end = match.start("noun") + len(short)
        noun = short
    base = noun if noun in tables.per or noun in _PHYSICAL else singular(noun)
    known = tables.words.get(base)
    per = known.name if known is not None and known.type == "quantity" else base
    if of and unit != "barrel":
        return None
    joint = tables.rates.get(f"{unit} per {per}")
    if (
        joint is None
        and per in _PHYSICAL
        and (known_unit := tables.words.get(unit.replace("_", " "))) is not None
    ):
        joint = f"{unit}_per_{per}" if known_unit.type == "quantity" else None
    if joint is None and per in table("recognise/units")["yields"] and unit.replace("_", " ") in tables.words:
        joint = f"{unit}_per_{per}" if tables.words[unit.replace("_", " ")].type == "quantity" else None
    return end, joint, per


def currency_at_home(text: str, choices: Sequence[str]) -> str | None:
    """Which of the currencies that share a name is that of the countries told of, None if none of them is.

    Of two that are told of as often, the one told of first.
    """
    homes = table("recognise/currencies")["homes"]
    counts = {code: sum(text.count(stem) for stem in homes.get(code, ())) for code in choices}
    most = [code for code in choices if counts[code] == max(counts.values())]
    told = ((text.find(stem), code) for code in most for stem in homes.get(code, ()) if stem in text)
    return min(told, default=(0, None))[1]


@cache
def exponent(unit: str) -> tuple[str, int]:
    """A measure's root and power of ten: `kilowatt` is (`watt`, 3); `tonne` is itself."""
    for prefix, power in table("recognise/units")["prefixes"].items():
        if unit.startswith(prefix) and len(unit) > len(prefix) + 2:
            return unit[len(prefix) :], int(power)
    return unit, 0
