"""The table for the terminal."""

from __future__ import annotations

from io import StringIO
from typing import Any

from rich.console import Console

from pipeline.model import Document
from pipeline.write.records import ClaimRecord, DocumentRecord, Generator, Written
from pipeline.write.table import ClaimTable


def printed(*claims: dict[str, Any]) -> str:
    blank: dict[str, Any] = dict.fromkeys(ClaimRecord.model_fields) | {
        "id": "a", "kind": "level", "comparator": "=", "modality": "reported", "negated": False,
        "mentions": [], "figure": "$2 billion", "sentence": "", "sentence_span": (0, 0), "rule": "r",
    }  # fmt: skip
    record = DocumentRecord(
        id="a",
        published=None,
        publisher="Daily",
        dateline="Riga",
        title="Tea [red]sells[/red]",
        claims=[ClaimRecord.model_validate(blank | claim) for claim in claims],
        statements=[],
        generator=Generator(version="1", rules="r"),
    )
    out = StringIO()
    ClaimTable(Console(file=out, width=100)).add(Written(Document("a", ""), record))
    return out.getvalue()


def test_it_fits_a_hundred_columns_and_says_who_what_when() -> None:
    """A claim's figure, metric, parties, period and speaker stand in one row of at most 100 columns."""
    text = printed(
        {
            "metric": "exports",
            "subject": "Kenya",
            "counterpart": "Uganda",
            "period": "2025",
            "comparator": ">=",
        },
        {
            "kind": "change",
            "figure": "5%",
            "direction": "decrease",
            "modality": "expected",
            "speaker": "Lena " * 30,
        },
    )
    assert all(len(line) <= 100 for line in text.splitlines())
    row = next(line for line in text.splitlines() if "exports" in line)
    assert all(part in row for part in ("≥$2 billion", "Kenya → Uganda", "2025"))
    assert "↓ 5%" in text
    assert "expected" in text


def test_an_articles_words_are_not_markup() -> None:
    """Square brackets of a title are printed as they are."""
    assert "Tea [red]sells[/red]  Daily, Riga" in printed({})


def test_no_claims_is_said() -> None:
    """An article without figures says so in place of an empty table."""
    assert "no claims found" in printed()
