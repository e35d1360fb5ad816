"""CSV: one claim a row, safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import re
from typing import Any, TextIO

from pipeline.write.records import ClaimRecord, DocumentRecord, Written

DOCUMENT_COLUMNS = ("document", "published", "publisher", "dateline", "title", "url")
CLAIM_COLUMNS = tuple(ClaimRecord.model_fields)

_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
_FORMULA_STARTS = (
    "=",
    "+",
    "-",
    "@",
    "\t",
    "\r",
    "＝",
    "＋",
    "－",
    "＠",
)  # spreadsheets read the wide ones too


class Csv:
    """Writes each claim as one row under a header, which a file that is continued has already.

    The last column is the article's text, where that is wanted.
    """

    def __init__(self, out: TextIO, header: bool = True, with_text: bool = False) -> None:
        self._rows, self._with_text = csv.writer(out, lineterminator="\n"), with_text
        if header:
            self._rows.writerow((*DOCUMENT_COLUMNS, *CLAIM_COLUMNS, *(["text"] if with_text else [])))

    def add(self, written: Written) -> None:
        record = written.record
        for claim in record.claims:
            text = [written.document.text] if self._with_text else []
            self._rows.writerow([safe_cell(value) for value in (*row_of(record, claim), *text)])


def row_of(record: DocumentRecord, claim: ClaimRecord) -> list[Any]:
    """The cells of one claim. The comparator `=`, which every plain figure has, is left empty."""
    fields = claim.model_dump()
    fields["comparator"] = "" if claim.comparator == "=" else claim.comparator
    fields["mentions"] = " ".join(f"{start}-{end}" for start, end in claim.mentions)
    fields["sentence_span"] = "{}-{}".format(*claim.sentence_span)
    fields["sentence"] = " ".join(claim.sentence.split())
    return [
        *(record.id if name == "document" else getattr(record, name) for name in DOCUMENT_COLUMNS),
        *fields.values(),
    ]


def safe_cell(value: Any) -> str:
    """The cell's text; one that a spreadsheet would run as a formula gets an apostrophe in front."""
    text = "" if value is None else str(value).lower() if isinstance(value, bool) else str(value)
    risky = text.lstrip(" \n").startswith(_FORMULA_STARTS) or text.startswith(_FORMULA_STARTS)
    return f"'{text}" if risky and not _NUMBER.fullmatch(text) else text
