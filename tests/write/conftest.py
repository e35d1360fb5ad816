"""One article with its claims, as the writers take it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from pipeline.model import Claim, Document, Extraction, Statement
from pipeline.write.records import Written, generator, record_of

TEXT = (
    "Kenya sold tea worth about $1.50 billion to Egypt in 2025, he said. "
    "The <b>$1.5 billion</b> was =more than expected."
)


@pytest.fixture
def written() -> Written:
    """An article whose one figure is told twice, and one event."""
    first, again = TEXT.index("$1.50"), TEXT.index("$1.5 ")
    sentence = (0, TEXT.index(" The <b>"))
    level = Claim(
        kind="level",
        mentions=((first, first + 13), (again, again + 12)),
        sentence=sentence,
        rule="level.worth",
        metric="exports",
        subject="Kenya",
        counterpart="Egypt",
        value=Decimal("1.50E+9"),
        unit="USD",
        comparator="~",
        period="2025",
        speaker="Amina Otieno",
    )
    sold = Claim(kind="event", mentions=((6, 10),), sentence=sentence, rule="event.sell", action="sign")
    document = Document(
        "tea", TEXT, title="Tea", published=date(2026, 3, 13), publisher="Daily", url="http://x.org"
    )
    extraction = Extraction(document, (level, sold), (Statement("Amina Otieno", "said", "indirect", 0, 57),))
    return Written(document, record_of(extraction, generator("abc")))
