"""Charts of a metric over time."""

from __future__ import annotations

from pipeline.write.charts import bars, charts_over_time
from pipeline.write.records import Written


def in_year(written: Written, year: int, **fields: object) -> Written:
    claims = [claim.model_copy(update={"period": str(year)} | fields) for claim in written.record.claims]
    return Written(written.document, written.record.model_copy(update={"claims": claims}))


def test_a_metric_with_several_periods_is_drawn(written: Written) -> None:
    """Two years of one owner's exports make a chart; one year makes none."""
    assert charts_over_time([written]) == []
    (chart,) = charts_over_time([written, in_year(written, 2023)])
    assert chart.caption == "exports, Kenya → Egypt (USD), 2 figures"
    assert 'role="img"' in chart.svg


def test_another_owner_is_another_chart(written: Written) -> None:
    """Figures of different owners are never joined."""
    assert charts_over_time([written, in_year(written, 2023, subject="Peru")]) == []


def test_words_in_a_chart_are_escaped(written: Written) -> None:
    """Markup in a metric's name is text in the picture."""
    hostile = [in_year(written, year, metric="<script>alert(1)</script>") for year in (2023, 2024)]
    (chart,) = charts_over_time(hostile)
    assert "<script" not in chart.svg


def test_bars() -> None:
    """A share is drawn with its name and figure."""
    chart = bars({"level (11)": 0.915}, "F1")
    assert chart
    assert "level (11)" in chart.svg
    assert "0.92" in chart.svg
