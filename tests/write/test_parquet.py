"""Claims as Parquet."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pyarrow.parquet as pq

from pipeline.write.columns import COLUMNS
from pipeline.write.parquet import ABOUT, Parquet
from pipeline.write.records import Written


def test_one_typed_row_a_claim(tmp_path: Path, written: Written) -> None:
    """Numbers are numbers and days are days; the columns are the declared ones."""
    writer = Parquet(tmp_path / "c.parquet")
    writer.add(written)
    writer.close()
    table = pq.read_table(tmp_path / "c.parquet")
    assert table.column_names == [*COLUMNS, *ABOUT]
    level, event = table.to_pylist()
    assert (level["value"], level["period_start"], level["published"]) == (
        1.5e9,
        date(2025, 1, 1),
        date(2026, 3, 13),
    )
    assert (event["kind"], event["value"], event["negated"]) == ("event", None, False)


def test_a_run_without_claims_gives_an_empty_table(tmp_path: Path) -> None:
    """The file is whole even where nothing was found."""
    Parquet(tmp_path / "c.parquet").close()
    assert pq.read_table(tmp_path / "c.parquet").num_rows == 0
