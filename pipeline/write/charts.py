"""Charts as SVG, drawn without a browser (altair with vl-convert, the extra `charts`)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from markupsafe import Markup

from pipeline.write.columns import flat_claim
from pipeline.write.records import Written

MOST = 24  # charts on a page
BILLIONS = "replace(format(datum.value, '~s'), 'G', 'B')"  # what newspapers call a giga-dollar
INK, FAINT, LINE, MARK = "#1c1b19", "#5f5b53", "#e4e1d9", "#0b5cad"


@dataclass(frozen=True, slots=True)
class Chart:
    caption: str
    svg: Markup


def charts_over_time(articles: Iterable[Written]) -> list[Chart]:
    """A chart for each metric of one owner and unit that has figures for several periods, the fullest first.

    Empty where the extra is not installed.
    """
    series: defaultdict[tuple[str, ...], dict[tuple[date, date, float], dict[str, Any]]] = defaultdict(dict)
    for written in articles:
        for claim in written.record.claims:
            row = flat_claim(claim, written.record.id)
            first, last, value = row["period_start"], row["period_end"], row["value"]
            if claim.kind != "level" or None in (first, last, value, claim.metric) or claim.negated:
                continue
            whose = " → ".join(party for party in (claim.subject, claim.counterpart) if party)
            series[(claim.metric or "", whose, claim.unit or "")][first, last, value] = {
                "start": first.isoformat(),
                "end": last.isoformat(),
                "value": value,
                "figure": claim.figure,
                "kind": "reported" if claim.modality == "reported" else "expected or planned",
            }
    told = [(key, list(points.values())) for key, points in series.items()]
    drawn = [(key, points) for key, points in told if len({(p["start"], p["end"]) for p in points}) > 1]
    drawn.sort(key=lambda entry: (-len(entry[1]), entry[0]))
    try:
        return [_over_time(key, points) for key, points in drawn[:MOST]]
    except ImportError:
        return []


def _over_time(key: tuple[str, ...], points: list[dict[str, Any]]) -> Chart:
    import altair as alt

    metric, whose, unit = key
    caption = f"{metric}{f', {whose}' if whose else ''} ({unit or 'number'}), {len(points)} figures"
    base = alt.Chart(alt.InlineData(values=points))
    years = {int(point[side][:4]) for point in points for side in ("start", "end")}
    ticks = alt.Axis(format="%Y" if max(years) - min(years) > 3 else "%b %Y", tickCount=4, labelFlush=False)
    when = alt.X("start:T", title=None, axis=ticks)
    height = alt.Y(
        "value:Q",
        title=unit or None,
        scale=alt.Scale(zero=True),
        axis=alt.Axis(labelExpr=BILLIONS, tickCount=4),
    )
    shade = alt.Color(
        "kind:N",
        title=None,
        scale=alt.Scale(domain=["reported", "expected or planned"], range=[MARK, "#b3541e"]),
        legend=alt.Legend(orient="top") if any(p["kind"] != "reported" for p in points) else None,
    )
    bars = base.mark_rule(strokeWidth=3).encode(x=when, x2="end:T", y=height, color=shade)
    dots = base.mark_point(filled=True, size=60).encode(x=when, y=height, color=shade)
    words = base.mark_text(align="left", dx=6, dy=-8, color=INK, fontSize=12).encode(
        x=when, y=height, text="figure:N"
    )
    return Chart(caption, to_svg(alt.layer(bars, dots, words).properties(width=320, height=180), caption))


def bars(values: dict[str, float], caption: str) -> Chart | None:
    """Horizontal bars from 0 to 1, in the order given; None where the extra is not installed."""
    try:
        import altair as alt
    except ImportError:
        return None
    rows = [{"name": name, "value": value} for name, value in values.items()]
    base = alt.Chart(alt.InlineData(values=rows)).encode(
        y=alt.Y("name:N", sort=list(values), title=None, axis=alt.Axis(labelLimit=180))
    )
    share = alt.X(
        "value:Q",
        title=None,
        scale=alt.Scale(domain=[0, 1]),
        axis=alt.Axis(format=".0%", values=[0, 0.25, 0.5, 0.75, 1]),
    )
    drawn = base.mark_bar(color="#9cc3e8", height=14).encode(x=share)
    words = base.mark_text(align="left", dx=4, color=INK, fontSize=12).encode(
        x=share, text=alt.Text("value:Q", format=".2f")
    )
    layered = alt.layer(drawn, words).properties(width=240, height=max(40, 22 * len(rows)))
    return Chart(caption, to_svg(layered, caption))


def to_svg(chart: Any, caption: str) -> Markup:
    """The chart as an SVG element that a screen reader calls by its caption."""
    import vl_convert

    look = {
        "font": "system-ui, sans-serif",
        "background": "transparent",
        "padding": {"left": 25, "top": 5, "right": 60, "bottom": 5},  # room for words at either side
        "view": {"stroke": None},
        "axis": {
            "labelColor": FAINT,
            "labelFontSize": 11,
            "titleFontSize": 11,
            "titleColor": FAINT,
            "gridColor": LINE,
            "domainColor": FAINT,
            "tickColor": FAINT,
        },
    }
    svg = vl_convert.vegalite_to_svg(chart.configure(**look).to_dict())
    label = Markup('<svg role="img" aria-label="{}" ').format(caption)
    return Markup(svg.replace("<svg ", label, 1))  # noqa: S704 - the renderer escapes the words of a chart
