"""Sentence spans by rule, on the cases that news brings."""

from __future__ import annotations

import itertools
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.recognise.sentences import split


def cut(text: str, *regions: tuple[int, int]) -> list[str]:
    return [text[start:end] for start, end in split(text, regions)]


@pytest.mark.parametrize(
    "text",
    [
        "The U.S. economy grew 2.1 percent.",
        "Officials of the U.S. Treasury met in Rome.",
        "Orvane Co. Chairman Li Na bought Delmar Inc. for $3 million.",
        "Deliveries begin on Jan. 21 in Lagos.",
        "Earnings were $.05 a share against $.03.",
        "The No. 2 producer, after Chile, is Peru.",
        "J. K. Okafor and Mr. Silva spoke to Dr. A. Novak of St. Helena.",
        "It rose to approx. 4.5 bn. euros, i.e. Europe's share, vs. Asia's third.",
        "Doors open at 9 a.m. Monday, local time.",
        "“Why now?” Anna Silva asked.",
        '"Will it rain?" he wondered.',
        "Yahoo! Japan sold its stake.",
        "He paid 3.5 million (about U.S. $2 million) for it.",
        "The share price ... fell again.",
        "Visit onrecord.example.com for v. 2.0 of the file.",
        "1. Open the account.",
        "Prices fell (see Fig. 3) in May.",
        "Gen. Omar Hassan left Washington, D.C. Friday.",
        "The plant at 5 Main St. Louis closed.",
    ],
)
def test_one_sentence_stays_one(text: str) -> None:
    """Abbreviations, initials, decimals, clock times and spoken questions do not end a sentence."""
    assert cut(text) == [text]


@pytest.mark.parametrize(
    "text",
    [
        "They export to the U.S.| The dollar rose.",
        "She works for Delmar Inc.| He does not.",
        "It closed at 5 p.m.| Ships waited.",
        "Growth was 3.5%.| In 2024 it was 2%.",
        "Sales fell in 2025.| 30 shops closed.",
        "“Trade grew.| Exports doubled,” Lu Mei said.",
        "“Trade grew.”| Lu Mei was pleased.",
        '"Trade grew." |"Exports doubled."',
        "Is it over?| Nobody knows!| We wait…| Then we go.",
        "He left.[12]| She stayed.",
        "Prices rose (by a tenth).| Wages did not.",
        "It was 3 km. away.| It was hot.".replace("km. away", "km away"),
        "The end.|The beginning of it all.",
        "Output fell in 2025.|In 2026 it rose.",
        'He said "no."|She agreed at once.',
        "BAKU, Azerbaijan, June 5.| China-Azerbaijan trade grew.",
        "MOSCOW, October 5. /TASS/.| Russia exported grain.",
        "We came.\N{NO-BREAK SPACE}|They went.",
        "iPhone sales fell.| iPad sales rose.",
        "増えた。|減った。",
    ],
)
def test_two_sentences_are_cut(text: str) -> None:
    """A mark that ends a sentence does so after abbreviations, closing quotes, notes and without a space."""
    assert cut(text.replace("|", "")) == [part.strip() for part in text.split("|")]


def test_a_paragraph_break_always_ends_a_sentence() -> None:
    """A headline without a full stop is a sentence of its own, whatever its line ends are."""
    parts = ["Exports hit record", "Exports rose", "and fell"]
    assert cut("Exports hit record\n\nExports rose\r\n\r\nand fell") == parts
    assert cut("Exports hit record\n \t\nExports rose\u2029and fell") == parts


def test_a_line_break_wraps_or_ends() -> None:
    """A break before lower case or at the edge of the column only wraps; one after a short line ends."""
    assert cut("Exports of the country\nrose again.") == ["Exports of the country\nrose again."]
    wrapped = (
        "Exports rose in the first three months of the year, the\n"
        "Ministry of Trade said in Lagos on Monday, and they will\nFall later."
    )
    assert cut(wrapped) == [wrapped]
    assert cut(
        "Exports hit record\nExports rose in May. They had fallen in March, by a tenth, and in April."
    ) == [
        "Exports hit record",
        "Exports rose in May.",
        "They had fallen in March, by a tenth, and in April.",
    ]


def test_list_items_are_sentences() -> None:
    """Bullets and numbers begin an item, on a line of their own or in it."""
    assert cut("Results:\n- oil 5%\n- gas 3%") == ["Results:", "- oil 5%", "- gas 3%"]
    assert cut("Results: • oil 5% • gas 3%") == ["Results:", "• oil 5%", "• gas 3%"]
    assert cut("1. Oil rose.\n2. Gas fell.") == ["1. Oil rose.", "2. Gas fell."]


def test_region_boundaries_end_sentences() -> None:
    """Where a region starts or ends a sentence does too, even in the middle of one."""
    text = "date 2026-03-13 Trade turnover grew. It did."
    assert cut(text, (0, 15)) == ["date 2026-03-13", "Trade turnover grew.", "It did."]
    assert cut(text, (0, 1000)) == ["date 2026-03-13 Trade turnover grew.", "It did."]


def test_nothing_in_nothing_out() -> None:
    """Empty and blank texts have no sentences."""
    assert split("") == []
    assert split(" \n\n\t ") == []


@given(st.text(alphabet=" \n\t.?!\"'“”()aA1Co.U.S•-。…", max_size=60))
def test_every_character_is_in_one_sentence(text: str) -> None:
    """Spans are in order, do not overlap, start and end in a character, and cover all but white space."""
    spans = split(text)
    assert all(first[1] <= second[0] for first, second in itertools.pairwise(spans))
    assert all(text[start:end] == text[start:end].strip() and start < end for start, end in spans)
    assert "".join("".join(text[start:end].split()) for start, end in spans) == "".join(text.split())


@pytest.mark.parametrize(
    "piece", ["a. ", "No. ", '." ', "U.S. ", "a\n", "a\n\n", "• ", ". . ", "((((", "[1] ", " "]
)
def test_time_grows_with_length_only(piece: str) -> None:
    """A text ten times as long takes about ten times as long, whatever it repeats."""

    def seconds(times: int) -> float:
        text = piece * times
        started = time.process_time()
        split(text)
        return time.process_time() - started

    seconds(100)
    small = min(seconds(2_000) for _ in range(3))
    assert seconds(20_000) < 40 * small + 0.05
