"""Readings of words that depend on the figure they stand with: `a year earlier`, `the same period`."""

from __future__ import annotations

from dataclasses import replace

from pipeline.recognise.period_context import Context, resolve
from pipeline.recognise.read_lengths import Length, steps, written
from pipeline.recognise.read_relative import this_unit, which_unit, window_of
from pipeline.recognise.when import SAME_PART, SINCE_THEN, Grain, Unit, When

_GRAINS: dict[str, Grain] = {"Y": "year", "M": "month", "W": "week", "D": "day"}


def year_on_year(_: Context) -> When:
    return When("year", shift="-P1Y", role="base")


def quarter_on_quarter(c: Context) -> When | None:
    return on_unit(c, ("M", 3))


def month_on_month(c: Context) -> When | None:
    return on_unit(c, ("M", 1))


def on_unit(_: Context, a: Unit, b: Unit | None = None) -> When | None:
    if (b is not None and a != b) or (b is None and a[0] == "D"):
        return None
    return When("month", shift=f"-P{a[1]}{a[0]}", role="base")


def previous(c: Context, u: Unit) -> When | None:
    """`the previous quarter`: before that of the figure; by itself before that of the document."""
    if c.text[c.end - 1] == "s" and u[0] != "D":
        return None
    shift = f"-P{u[1]}{u[0]}"
    whole = which_unit(c, -1, u)
    return replace(whole, shift=shift) if whole else When("month", shift=shift)


def length_previous(c: Context, d: Length) -> When | None:
    """`the preceding twelve months`: before those of the figure; by themselves before the document."""
    shift, whole = _iso(d, -1), window_of(c, -1, d)
    return replace(whole, shift=shift) if whole and shift else None


def unit_ago(c: Context, u: Unit) -> When | None:
    """`$5m vs $4m yr ago`, as heads and tables put it; `years ago` is a time nobody counts."""
    unit = c.text[c.at : c.end].split()[0]
    return None if unit.endswith("s") else When(_GRAINS[u[0]], shift=f"-P{u[1]}{u[0]}")


def since_then(_: Context) -> When:
    """The time from the period told before on."""
    return When("day", shift=SINCE_THEN)


def season_before(c: Context) -> When | None:
    """`the season before`, `last season`: of clubs and crops, as long as a year, as a fiscal is."""
    return previous(c, ("Y", 1))


def following(c: Context, u: Unit) -> When | None:
    """`the next day`: after that of the story; `the next year` mostly after the document's."""
    whole = which_unit(c, 1, u)
    if c.text[c.end - 1] == "s":
        return None
    if u[0] != "D" and c.text[c.at + 4 : c.at + 5] in "nN":
        return whole
    shift = f"P{u[1]}{u[0]}"
    return replace(whole, shift=shift) if whole else When("month", shift=shift)


def earlier(_: Context, d: Length) -> When | None:
    shift = _iso(d, -1)
    return When(_GRAINS[d[-1][1]], shift=shift) if shift else None


def later(_: Context, d: Length) -> When | None:
    shift = _iso(d, 1)
    return When(_GRAINS[d[-1][1]], shift=shift) if shift else None


def periodic(_: Context, p: Unit) -> When:
    """`in annual terms`, `on a monthly basis`."""
    return When("month", shift=f"-P{p[1]}{p[0]}", role="base")


def same_period(_: Context) -> When:
    return When("month", shift="P0D")


def same_quarter(_: Context) -> When:
    return When("month", shift="P0D", months=3)


def same_half(_: Context) -> When:
    return When("month", shift="P0D", months=6)


def same_period_of(c: Context, t: When) -> When | None:
    """`the same period last year`: the figure's own months in that year."""
    if t.shift:
        return t
    year = resolve(t, c)
    if not year or not year.lo or year.grain != "year":
        return None
    return replace(year, shift=SAME_PART)


def same_unit(c: Context, u: Unit) -> When | None:
    """`the same month`: that of the figure; by itself that of the document."""
    whole = this_unit(c, u)
    return replace(whole, shift="P0D") if whole else When("month", shift="P0D")


def _iso(length: Length, sign: int) -> str | None:
    step = steps(length)
    if step is None:
        return None
    return ("-" if sign < 0 else "") + (
        f"P{step[0] // 12}Y" if step[0] % 12 == step[1] == 0 else written(length)
    )
