"""Claims as a pandas table (the extra `pandas`)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from pipeline.model import Extraction

if TYPE_CHECKING:
    import pandas as pd


def to_pandas(extractions: Iterable[Extraction]) -> pd.DataFrame:
    """One row a claim: the columns of `columns.COLUMNS`, the document's `published`, `publisher` and `url`.

    `value` is float64, the days are datetime64; rows are in the order of the documents. Raises ImportError
    where pandas is not installed.
    """
    import pandas as pd

    from pipeline.write.columns import COLUMNS, flat_claim
    from pipeline.write.records import Generator, record_of

    made_by = Generator(version="", rules="")
    rows: list[dict[str, Any]] = []
    for extraction in extractions:
        record = record_of(extraction, made_by)
        about = {"published": record.published, "publisher": record.publisher, "url": record.url}
        rows.extend(flat_claim(claim, record.id) | about for claim in record.claims)
    frame = pd.DataFrame(rows, columns=[*COLUMNS, "published", "publisher", "url"])
    for name in ("period_start", "period_end", "base_start", "base_end", "published"):
        frame[name] = pd.to_datetime(frame[name])
    return frame.astype({"value": "float64", "value_max": "float64"})
