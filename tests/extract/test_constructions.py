"""Constructions of attribution in the news of the world, each with the speaker and passage it gives."""

from __future__ import annotations

import pytest

from pipeline.extract.statements import find_statements
from pipeline.model import Document
from pipeline.recognise.recogniser import Recogniser


def said(text: str) -> list[tuple[str | None, str, str]]:
    """Speaker, first letter of the mode, and words of each statement, with names recognised."""
    found = find_statements(Recogniser()(Document("d", text)))
    return [(one.speaker, one.mode[0], text[one.start : one.end]) for one in found]


@pytest.mark.parametrize(
    ("text", "speaker", "words"),
    [
        (
            "Pay rose, two people familiar with the matter said.",
            "two people familiar with the matter",
            "Pay rose",
        ),
        ("Half of those surveyed said pay rose.", "Half of those surveyed", "pay rose"),
        ("Three in four managers expect pay to rise.", "Three in four managers", "pay to rise"),
        ("Harbour and Marine Resources Agency head Anil Perera said pay rose.", "Anil Perera", "pay rose"),
        ("Pay rose, Harbour and Marine Agency director Anil Perera said.", "Anil Perera", "Pay rose"),
        ("Then-president Ruth Mbeki said pay rose.", "Ruth Mbeki", "pay rose"),
        ("Mum-of-two Beth Ogden said pay rose.", "Beth Ogden", "pay rose"),
        ('Pay rose, according to the secret "Lin memo".', "Lin memo", "Pay rose"),
        ("Analyst Jun Sasaki of Mirai Securities said pay rose.", "Jun Sasaki", "pay rose"),
        ("Pay rose, said Sun Ping, an official with the ministry.", "Sun Ping", "Pay rose"),
        (
            "Head of the Department of Economic Cooperation Farid Osman noted that pay rose.",
            "Farid Osman",
            "pay rose",
        ),
        (
            "Pay rose, Deputy Prime Minister – Minister of Transport Roman Marat said.",
            "Roman Marat",
            "Pay rose",
        ),
        ("The group's owner, the fund Folksam-Liv, said pay rose.", "Folksam-Liv", "pay rose"),
        (
            "Nexara Inc. (NASDAQ: NXR) today announced revenue of $12 million.",
            "Nexara",
            "revenue of $12 million",
        ),
        ("Carmaker Zentra AG said pay rose.", "Zentra", "pay rose"),
        ("Moody's said pay rose.", "Moody's", "pay rose"),
        ("As noted by the minister, pay rose.", "minister", "pay rose"),
        ("Pay rose 5% last year, as noted by the minister.", "minister", "Pay rose 5% last year"),
        ("The Kremlin said about 4,000 people would come.", "Kremlin", "about 4,000 people would come"),
        ("Ann Lee told the Valor newspaper pay rose.", "Ann Lee", "pay rose"),
        ("Ann Lee told the paper pay rose.", "Ann Lee", "pay rose"),
        ("Ann Lee acknowledged the bank had lost 12%.", "Ann Lee", "the bank had lost 12%"),
        (
            "In a briefing yesterday, Ann Lee said there were 3,000 cases.",
            "Ann Lee",
            "there were 3,000 cases",
        ),
        (
            "Turkish Airlines flew 8 million people, it said.",
            "Turkish Airlines",
            "Turkish Airlines flew 8 million people",
        ),
        ("Pay rose 6%, the company said, citing demand in Asia.", "company", "Pay rose 6%"),
        ("The head of state stressed that pay rose.", "head of state", "pay rose"),
        (
            "A new report by the charity Open Doors finds 5,000 sleep rough.",
            "Open Doors",
            "5,000 sleep rough",
        ),
        ("The fee, which the office estimates would be $40, is new.", "office", "would be $40"),
    ],
)
def test_reported_speech(text: str, speaker: str, words: str) -> None:
    """Each way of naming who speaks gives one statement with its speaker."""
    assert said(text) == [(speaker, "i", words)]


@pytest.mark.parametrize(
    ("text", "speaker", "words"),
    [
        ('Anna Kowalska, chief executive of Zenika: "Sales are up."', "Anna Kowalska", "Sales are up."),
        ('Ann Lee said on Telegram: "Sales are up."', "Ann Lee", "Sales are up."),
        (
            'Grower Hans Mair is worried. "Sales have never been lower."',
            "Hans Mair",
            "Sales have never been lower.",
        ),
        (
            'Ann Lee commented:\n\n"Sales are up, and costs are down."',
            "Ann Lee",
            "Sales are up, and costs are down.",
        ),
        ("„Sales are up“, said union boss Uwe Kern.", "Uwe Kern", "Sales are up"),
        ('"Sales are up," grins Ann Lee.', "Ann Lee", "Sales are up"),
        ('"Sales are up," recalled one survivor.', "one survivor", "Sales are up"),
    ],
)
def test_quotations(text: str, speaker: str, words: str) -> None:
    """Each way of bringing in a quotation gives its speaker."""
    assert said(text) == [(speaker, "d", words)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "One trader said prices could fall, while another said $70 was likely.",
            [("One trader", "prices could fall"), ("another", "$70 was likely")],
        ),
        (
            "Orders were up, the company said, adding that it had hired 300 people.",
            [("company", "Orders were up"), ("company", "it had hired 300 people")],
        ),
        (
            "Exports rose 5% in May, the ministry said, up from 3% in April.",
            [("ministry", "Exports rose 5% in May"), ("ministry", "up from 3% in April")],
        ),
        (
            "Omar Haddad, an analyst, said he expected oil at $90.",
            [("Omar Haddad", "he expected oil at $90")],
        ),
        (
            "Kemal Soylu became energy minister in 2019. The 54-year-old said output would double.",
            [("Kemal Soylu", "output would double")],
        ),
    ],
)
def test_several_passages(text: str, expected: list[tuple[str, str]]) -> None:
    """Passages of one sentence keep apart, and what follows refers back to who spoke."""
    assert [(speaker, words) for speaker, _, words in said(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Industry estimates suggest the market is worth $4bn.",
        "Consensus estimates called for earnings of $1.20 a share.",
        "Energy Minister Parviz Aliyar said this at the forum in Baku.",
        "The ministry did not say how many people were hurt.",
        "Neither company would say how much the deal was worth.",
        "Shadow chancellor Lena Price accused the government of wasting £4bn.",
    ],
)
def test_no_statement(text: str) -> None:
    """Estimates that suggest, silence and accusations without a clause say nothing."""
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hotel owners are worried that the season is lost.", [("Hotel owners", "the season is lost")]),
        ("The board remains quite confident that fares will fall.", [("board", "fares will fall")]),
        ("The union did not rule out that miners would strike.", [("union", "miners would strike")]),
        (
            "The senator said she knew of the plan but that it was too late.",
            [("senator", "she knew of the plan but that it was too late")],
        ),
        ("The worried owners left.", []),
    ],
)
def test_what_somebody_feels(text: str, expected: list[tuple[str, str]]) -> None:
    """A feeling with a clause tells what somebody thinks; a `but that` goes on with the clause before."""
    assert [(speaker, words) for speaker, _, words in said(text)] == expected
