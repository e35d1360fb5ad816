"""Datelines of many shapes, and openings that only look like one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.ingest.dateline import find_dateline, place_name
from pipeline.ingest.dates import Day

PROSE = "Exports of tea rose 5% last year."


@pytest.mark.parametrize(
    ("head", "place", "day", "agency"),
    [
        ("TIRANA, Albania, June 5.", "Tirana", Day(None, 6, 5), None),
        ("Hanoi, December 25 /VNA/ —", "Hanoi", Day(None, 12, 25), "VNA"),
        ("MINSK, October 5. /BelTA/.", "Minsk", Day(None, 10, 5), "BelTA"),
        ("PHNOM PENH, Jan 30 (AKP) --", "Phnom Penh", Day(None, 1, 30), "AKP"),
        ("LISBON (Lusa) -", "Lisbon", None, "Lusa"),
        ("Bonn (dpa) -", "Bonn", None, "dpa"),
        ("DOHA: ", "Doha", None, None),
        ("Doha: ", "Doha", None, None),
        ("DOHA\n\n", "Doha", None, None),
        ("MINSK. Oct 5 (BelTA) -", "Minsk", Day(None, 10, 5), "BelTA"),
        ("NAIROBI —", "Nairobi", None, None),
        ("Nairobi –", "Nairobi", None, None),
        ("KISUMU. KENYANEWS –", "Kisumu", None, "KENYANEWS"),
        ("Doha. June 5. PENINSULA.QA/", "Doha", Day(None, 6, 5), "PENINSULA"),
        ("Accra, Nov. 20, 2017 (GNA)", "Accra", Day(2017, 11, 20), "GNA"),
        ("Quito, Apr 6 (EFE).-", "Quito", Day(None, 4, 6), "EFE"),
        ("Riga, June 5, 2024 –", "Riga", Day(2024, 6, 5), None),
        ("Riga, 5 June 2024 –", "Riga", Day(2024, 6, 5), None),
        ("Astana, June 12, KAZINFORM\n", "Astana", Day(None, 6, 12), "KAZINFORM"),
        ("OTTAWA, Ontario, June 05, 2024 (GLOBE NEWSWIRE) --", "Ottawa", Day(2024, 6, 5), "GLOBE NEWSWIRE"),
        ("CAIRO - 5 June 2024:", "Cairo", Day(2024, 6, 5), None),
        ("RIO DE JANEIRO, July 1 (Reuters) -", "Rio de Janeiro", Day(None, 7, 1), "Reuters"),
        ("(LUSA) - Porto, June 5 -", "Porto", Day(None, 6, 5), "LUSA"),
        ("OSAKA, June 5 Jiji -", "Osaka", Day(None, 6, 5), "Jiji"),
        ("YEREVAN, JUNE 5, ARKA.", "Yerevan", Day(None, 6, 5), "ARKA"),
        ("June 5 (Lusa) --", None, Day(None, 6, 5), "Lusa"),
        ("5 June 2024 –", None, Day(2024, 6, 5), None),
        ("ST. GEORGE'S, Grenada, Tuesday, June 4, 2024 (CMC) –", "St. George's", Day(2024, 6, 4), "CMC"),
    ],
)
def test_reads_the_shapes_agencies_use(
    head: str, place: str | None, day: Day | None, agency: str | None
) -> None:
    """Place, day and agency are read from every shape, and the span ends before the prose."""
    text = f"{head} {PROSE}"
    dateline = find_dateline(text, 0, len(text))
    assert dateline is not None
    assert (dateline.place, dateline.day, dateline.agency) == (place, day, agency)
    assert text[dateline.span[1] :].strip() == PROSE


@pytest.mark.parametrize(
    "text",
    [
        "UPDATE: Exports of tea rose.",
        "On Thursday, June 5, exports rose.",
        "Exports of tea rose 5% in June.",
        "Doha — the capital of Qatar — sold more.",
        "Kenya - the largest exporter of tea - sold more.",
        "The bank (ECB) raised rates.",
        "Kenya Airways (KQ) flew 4 million people.",
        "May 5. The day of the vote.",
        "Analysts, on May 5, said so.",
        "A, B and C rose.",
        "",
    ],
)
def test_leaves_sentences_alone(text: str) -> None:
    """A sentence that begins with a name, a date or a bracket is no dateline."""
    assert find_dateline(text, 0, len(text)) is None


def test_a_dash_may_touch_the_prose() -> None:
    """Some agencies put no space behind their dash."""
    text = f"Osaka, Oct. 5 (NNN)--{PROSE}"
    dateline = find_dateline(text, 0, len(text))
    assert dateline is not None
    assert (dateline.place, text[dateline.span[1] :]) == ("Osaka", PROSE)


def test_place_names_keep_their_small_words() -> None:
    """A place in capitals gets ordinary ones; one in ordinary capitals stays as it is."""
    assert place_name("PORT-AU-PRINCE") == "Port-au-Prince"
    assert place_name("ULAN-UDE") == "Ulan-Ude"
    assert place_name("McAllen") == "McAllen"


@given(st.text(alphabet="AbC ,.-–/()[]:12June \n", max_size=300))
def test_any_text_is_met(text: str) -> None:
    """No text raises, and a dateline found lies inside the text."""
    dateline = find_dateline(text, 0, len(text))
    assert dateline is None or 0 == dateline.span[0] < dateline.span[1] <= len(text)
