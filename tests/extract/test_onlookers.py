"""Who only looks on what others do."""

from __future__ import annotations

import pytest

from pipeline.extract.onlookers import onlookers
from pipeline.model import Mention, Name

HARBANK = Name("organisation", "Harbank")


def told(text: str, name: Name = HARBANK) -> frozenset[str]:
    start = text.index("Harbank")
    return onlookers(text, [Mention(start, start + len("Harbank"), "Harbank", name)])


@pytest.mark.parametrize(
    "text",
    [
        "Rui Dias, an economist at Harbank, expects 9 percent.",
        "Analyst Rui Dias of Harbank sees 9 percent.",
        "Analysts at Harbank see 9 percent.",
        "Traders from the Harbank see 9 percent.",
        "Prices rose, consultancy Harbank said.",
        "Harbank's chief economist sees 9 percent.",
        "Harbank analysts see 9 percent.",
        "Harbank, a London-based research firm, sees 9 percent.",
    ],
)
def test_whose_analysts_speak(text: str) -> None:
    """Those whose economist, analyst or trader speaks, and consultancies, look on."""
    assert told(text) == {"Harbank"}


@pytest.mark.parametrize(
    "text",
    [
        "Harbank said it lost $9m. Analysts had expected less.",
        "Rui Dias, chairman of Harbank, sees 9 percent.",
        "Economists expect Harbank to lose $9m.",
        "Harbank, a lender, lost $9m.",
    ],
)
def test_who_only_has_analysts_near(text: str) -> None:
    """A firm of which others speak, or its own officers, does not look on."""
    assert told(text) == frozenset()


def test_persons_and_countries_do_not_look_on() -> None:
    """Only organisations are meant: an economist is none, and no country is that has economists."""
    assert told("Economists in Harbank see growth.", Name("country", "Harbank")) == frozenset()
    assert told("Economist Harbank sees growth.", Name("person", "Harbank")) == frozenset()
