"""Sources: data named besides the speaker."""

from __future__ import annotations

import pytest

from pipeline.extract.sources import find_sources, source_at
from pipeline.model import Document, Recognition


def sources(text: str) -> list[str]:
    return [one.text for one in find_sources(Recognition(Document("d", text), ((0, len(text)),), ()))]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Statistics from the Peruvian side show that sales fell.", "Statistics from the Peruvian side"),
        ("Sales fell, figures released by the bank show.", "figures released by the bank"),
        ("Sales fell as prices rose, customs figures showed on Friday.", "customs figures"),
        ("According to official data, sales fell.", "official data"),
        ("Separate customs data put sales at 9 tonnes.", "Separate customs data"),
        ("The figures, released on Monday by the bank, showed sales falling.", "figures"),
        ("According to Orvo figures for the year to May they sold less.", "Orvo figures"),
        ("Rents rose, accounts filed with the registry show.", "accounts filed with the registry"),
        ("Sales fell, according to the ministry's preliminary figures.", "ministry's preliminary figures"),
        ("On the bank's own statistics, sales fell.", "bank's own statistics"),
        ("Sales fell, a separate ministry survey showed.", "separate ministry survey"),
    ],
)
def test_data_are_sources(text: str, source: str) -> None:
    """Data that show something, or according to which something is so, are named without their article."""
    assert sources(text) == [source]


@pytest.mark.parametrize(
    "text",
    [
        "The bank studied the data at hand and put sales at 9.",
        "The ministry said sales fell.",
        "The figure rose to 40.",
        "According to the minister, sales fell.",
    ],
)
def test_speakers_are_no_sources(text: str) -> None:
    """Whoever speaks, and figures that show nothing, are no source."""
    assert sources(text) == []


def test_a_source_covers_its_sentence() -> None:
    """A source holds for the sentence that names it and no further."""
    text = "Customs data show that sales fell. Prices rose."
    found = find_sources(Recognition(Document("d", text), ((0, 34), (35, 47)), ()))
    assert source_at(found, text.index("sales")) == "Customs data"
    assert source_at(found, text.index("Prices")) is None
