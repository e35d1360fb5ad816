"""Claims as Parquet, one row a claim."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from pipeline.write.columns import COLUMNS, flat_claim
from pipeline.write.records import Written

ROWS = 10_000  # in a row group
ABOUT = {"published": date, "publisher": str, "dateline": str, "title": str, "url": str}

_ARROW = {str: pa.string(), float: pa.float64(), int: pa.int64(), bool: pa.bool_(), date: pa.date32()}


class Parquet:
    """Gathers rows and writes them in groups, with the articles' text where that is wanted; the file is whole
    once it is closed.
    """

    def __init__(self, path: Path, with_text: bool = False) -> None:
        self._with_text = with_text
        columns = COLUMNS | ABOUT | ({"text": str} if with_text else {})
        self._schema = pa.schema([(name, _ARROW[kind]) for name, kind in columns.items()])
        self._writer = pq.ParquetWriter(path, self._schema)
        self._rows: list[dict[str, Any]] = []

    def add(self, written: Written) -> None:
        record = written.record
        about = {name: getattr(record, name) for name in ABOUT}
        if self._with_text:
            about["text"] = written.document.text
        self._rows.extend(flat_claim(claim, record.id) | about for claim in record.claims)
        if len(self._rows) >= ROWS:
            self._flush()

    def close(self) -> None:
        self._flush()
        self._writer.close()

    def _flush(self) -> None:
        self._writer.write_table(pa.Table.from_pylist(self._rows, schema=self._schema))
        self._rows.clear()
