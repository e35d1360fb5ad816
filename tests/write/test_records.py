"""The exchange format."""

from __future__ import annotations

import csv
import json
from datetime import date
from decimal import Decimal
from io import StringIO
from pathlib import Path

import jsonschema
import pyarrow.parquet as pq
import pytest

from pipeline.model import Claim, Document, Extraction, Statement
from pipeline.write.jsonl import JsonLines
from pipeline.write.jsonld import JsonLd
from pipeline.write.parquet import Parquet
from pipeline.write.records import DocumentRecord, Written, generator, plain, record_of
from pipeline.write.rows import Csv

TEXT = "Kenya sold tea worth about $1.50 billion in 2025, he said."
FIGURE = (TEXT.index("$"), TEXT.index(" in 2025"))


def extraction() -> Extraction:
    claim = Claim(
        kind="level",
        mentions=(FIGURE,),
        sentence=(0, len(TEXT)),
        rule="level.worth",
        metric="exports",
        value=Decimal("1.50E+9"),
        unit="USD",
        comparator="~",
        period="2025",
    )
    return Extraction(
        Document("a", TEXT, published=date(2026, 3, 13), publisher="Daily"),
        (claim, claim),
        (Statement("he", "said", "indirect", 0, 49),),
    )


def test_a_record_is_the_issue_s_shape() -> None:
    """Every field stands, nulls included; figure and sentence are as written; offsets point into the text."""
    out = StringIO()
    JsonLines(out).add(Written(extraction().document, record_of(extraction(), generator("abc"))))
    record = json.loads(out.getvalue())
    assert list(record) == [
        "id", "published", "publisher", "dateline", "title", "claims", "statements", "generator",
    ]  # fmt: skip
    claim = record["claims"][0]
    assert list(claim) == [
        "id", "kind", "action", "metric", "subject", "counterpart", "place", "object", "value", "value_max",
        "unit", "comparator", "direction", "period", "base", "modality", "negated", "speaker", "source",
        "mentions", "figure", "sentence", "sentence_span", "rule", "confidence", "measured_on",
    ]  # fmt: skip
    assert (claim["value"], claim["figure"], claim["sentence"]) == ("1500000000", "$1.50 billion", TEXT)
    assert claim["mentions"] == [list(FIGURE)]
    assert record["published"] == "2026-03-13"
    assert record["statements"] == [
        {"speaker": "he", "cue": "said", "mode": "indirect", "start": 0, "end": 49}
    ]
    assert record["generator"]["rules"] == "abc"


def test_claim_ids_are_stable_and_distinct() -> None:
    """Two runs give the same ids; two claims of one mention are told apart."""
    first, again = (record_of(extraction(), generator("abc")) for _ in range(2))
    ids = [claim.id for claim in first.claims]
    assert ids == [claim.id for claim in again.claims]
    assert ids == ["a:27-40:level", "a:27-40:level.2"]


def test_the_schema_describes_the_output() -> None:
    """The printed JSON Schema accepts a record and rejects one with a field of another name."""
    schema = DocumentRecord.model_json_schema()
    record = json.loads(record_of(extraction(), generator("abc")).model_dump_json())
    jsonschema.validate(record, schema)
    record["claims"][0]["colour"] = "red"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(record, schema)


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("4.870E+9", "4870000000"),
        ("30.20", "30.2"),
        ("100", "100"),
        ("0", "0"),
        ("0.00", "0"),
        ("-1.0", "-1"),
    ],
)
def test_numbers_are_plain(value: str, written: str) -> None:
    """No exponent and no idle zeros."""
    assert plain(Decimal(value)) == written


def test_text_is_carried_where_it_is_wanted(tmp_path: Path, written: Written) -> None:
    """JSONL, CSV, Parquet and JSON-LD hold the text into which offsets point, and no text otherwise."""
    for wanted in (True, False):
        lines, rows, graph = StringIO(), StringIO(), StringIO()
        parquet = Parquet(tmp_path / "c.parquet", wanted)
        for writer in (JsonLines(lines, wanted), Csv(rows, with_text=wanted), JsonLd(graph, wanted), parquet):
            writer.add(written)
        parquet.close()
        (row, *_) = csv.DictReader(StringIO(rows.getvalue()))
        (table_row, *_) = pq.read_table(tmp_path / "c.parquet").to_pylist()
        text = written.document.text if wanted else None
        assert json.loads(lines.getvalue()).get("text") == text
        assert (row.get("text"), row["url"]) == (text, "http://x.org")
        assert (table_row.get("text"), table_row["url"]) == (text, "http://x.org")
        assert ("articleBody" in graph.getvalue()) is wanted
