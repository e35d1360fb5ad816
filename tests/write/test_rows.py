"""CSV that is safe in a spreadsheet."""

from __future__ import annotations

import csv
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.model import Document
from pipeline.write.records import ClaimRecord, DocumentRecord, Generator, Written
from pipeline.write.rows import Csv, safe_cell


def record(**fields: object) -> DocumentRecord:
    blank: dict[str, object] = dict.fromkeys(ClaimRecord.model_fields)
    claim = ClaimRecord.model_validate(
        blank
        | {
            "id": "a:0-2:level",
            "kind": "level",
            "comparator": "=",
            "modality": "reported",
            "negated": False,
            "mentions": [(0, 2), (9, 11)],
            "figure": "5%",
            "sentence": "It rose\n5%.",
            "sentence_span": (0, 11),
            "rule": "r",
        }
        | fields
    )
    return DocumentRecord(
        id="a",
        published=None,
        publisher=None,
        dateline=None,
        title=None,
        claims=[claim],
        statements=[],
        generator=Generator(version="1", rules="r"),
    )


def rows(*records: DocumentRecord) -> list[dict[str, str]]:
    out = StringIO()
    writer = Csv(out)
    for one in records:
        writer.add(Written(Document("a", ""), one))
    return list(csv.DictReader(StringIO(out.getvalue())))


def test_one_claim_a_row() -> None:
    """Document and claim columns stand side by side, spans as start-end, a sentence on one line."""
    (row,) = rows(record(value="5", unit="percent"))
    assert (row["document"], row["id"], row["value"], row["unit"]) == ("a", "a:0-2:level", "5", "percent")
    assert (row["mentions"], row["sentence"], row["negated"]) == ("0-2 9-11", "It rose 5%.", "false")


def test_hostile_cells_are_text() -> None:
    """A formula in an article's words is an apostrophe and text; a negative number stays a number."""
    (row,) = rows(record(subject='=HYPERLINK("http://x")', value="-5", figure="-5+2", object="@SUM(A1)"))
    assert row["subject"] == '\'=HYPERLINK("http://x")'
    assert (row["value"], row["figure"], row["object"], row["comparator"]) == ("-5", "'-5+2", "'@SUM(A1)", "")


@given(st.text(alphabet="=+-@\t\r\n 1a.'＝"))
def test_no_cell_starts_a_formula(text: str) -> None:
    """Whatever the words, what a spreadsheet sees first is no formula sign unless the cell is a number."""
    cell = safe_cell(text)
    assert cell.endswith(text)
    assert not cell.lstrip().startswith(("=", "+", "@", "＝")) or cell.startswith("'")


@pytest.mark.parametrize(("value", "cell"), [(None, ""), (True, "true"), (0, "0"), ("a", "a")])
def test_plain_values(value: object, cell: str) -> None:
    """Null is an empty cell, truth is lower case."""
    assert safe_cell(value) == cell
