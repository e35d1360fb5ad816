"""Make `patterns/recognise/unit_names.yaml` from quantulum3's unit table: `python -m
pipeline.recognise.compile_units`.

The file answers the common case at no cost; quantulum3 itself (seconds to load) is asked only about a unit
that neither this file nor `patterns/recognise/units.yaml` settles. `currency_names.yaml` comes from the
CLDR names in Babel, which only this script needs.
"""

from __future__ import annotations

from pathlib import Path

import yaml

import patterns

FOLDER = Path(patterns.__file__).parent / "recognise"
HEAD = "# Made by `python -m pipeline.recognise.compile_units`; do not edit: own words go into {}.\n"

# Names and signs that are ordinary words, counted things or scales in news.
NOT_UNITS = frozenset(
    [
        "set",
        "pack",
        "piece",
        "pc",
        "pair",
        "count",
        "instance",
        "time",
        "turn",
        "revolution",
        "cycle",
        "circle",
        "barn",
        "league",
        "span",
        "drop",
        "quarter",
        "peck",
        "shake",
        "bar",
        "pond",
        "stone",
        "rad",
        "gal",
        "point",
        "degree",
        "beep",
        "bip",
        "quad",
        "tesla",
        "gray",
        "henry",
        "curie",
        "franklin",
        "langley",
        "denier",
        "tex",
        "kip",
        "cup",
        "candle",
        "dots",
        "gross",
        "mole",
        "poise",
        "stokes",
        "dozen",
        "percentage",
        "percent",
        "bit",
        "unit",
        "gal",
        "tod",
        "pace",
        "rod",
        "pole",
        "chain",
        "link",
        "hand",
        "yard",
        "second",
        "minute",
        "hour",
        "day",
        "week",
        "month",
        "year",
        "decade",
        "century",
    ]
)


def quantulum_units() -> dict[str, dict[str, str]]:
    """`words` (lower case, singular) and `symbols` (case kept) of every unit but currencies, to its name."""
    from quantulum3 import load

    words: dict[str, str] = {}
    symbols: dict[str, str] = {}
    for unit in load.units().names.values():
        if unit.entity.name in ("currency", "dimensionless"):
            continue
        name = "_".join(unit.name.lower().replace("-", " ").split())
        for surface in unit.surfaces:
            if surface.lower() not in NOT_UNITS:
                words.setdefault(surface.lower(), name)
        for symbol in unit.symbols:
            if len(symbol) > 1 and symbol.lower() not in NOT_UNITS:
                symbols.setdefault(symbol, name)
    return {"words": dict(sorted(words.items())), "symbols": dict(sorted(symbols.items()))}


def currency_names() -> dict[str, dict[str, str]]:
    """`codes` (ISO 4217 and a few coins) and `words` (English names, lower case, singular and plural) to the
    code.
    """
    from babel import Locale
    from babel.numbers import get_currency_name

    locale = Locale.parse("en")
    words: dict[str, str] = {}
    codes: list[str] = []
    for code in sorted(locale.currencies):
        if code.startswith("X") and code not in ("XAF", "XOF", "XCD", "XPF", "XDR"):
            continue
        codes.append(code)
        for count in (None, 1, 2):
            name = get_currency_name(code, count=count, locale=locale).lower()
            if name and "(" not in name and " " in name:
                words.setdefault(name, code)
    return {"codes": {code: code for code in codes}, "words": dict(sorted(words.items()))}


def main() -> None:
    """Write both files."""
    for file, data, own in (
        ("unit_names.yaml", quantulum_units(), "units.yaml"),
        ("currency_names.yaml", currency_names(), "currencies.yaml"),
    ):
        body = yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=110)
        (FOLDER / file).write_text(HEAD.format(f"`{own}`") + body, encoding="utf-8")


if __name__ == "__main__":
    main()
