"""Public bodies by their names."""

from __future__ import annotations

from pipeline.rules.bodies import is_contest, is_public, is_writing


def test_public_bodies() -> None:
    """A ministry or an agency is a public body, a firm or a bank that does business is none."""
    assert is_public("Ministry of Roads")
    assert is_public("Federal Labour Agency")
    assert not is_public("Andes Cable")


def test_banks() -> None:
    """A central bank or one of several states is a public body, any other bank is a firm."""
    assert is_public("Bank of Ghana")
    assert is_public("Andean Development Bank")
    assert not is_public("Nordea Bank")
    assert not is_public("Andes Mining Company")


def test_bodies_without_a_telling_word() -> None:
    """Statistics offices and agencies of the United Nations are known by name."""
    assert is_public("Eurostat")
    assert is_public("UNICEF")


def test_writings() -> None:
    """A name that ends in a word for a report is a writing; the word alone is not."""
    assert is_writing("World Lowen Outlook")
    assert not is_writing("Outlook")
    assert not is_writing("Lowen Review Board")


def test_contests() -> None:
    """Games, cups and prizes are told by their words, a firm is none."""
    assert is_contest("World Cup")
    assert is_contest("Olympic Games")
    assert not is_contest("Andes Cable")
