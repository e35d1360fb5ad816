"""Whose figure it is, towards whom and where, read end to end from short texts."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "subject", "counterpart"),
    [
        ("Chile's exports to Peru rose 5%.", "Chile", "Peru"),
        ("Trade between Chile and Peru reached $4 billion.", "Chile", "Peru"),
        ("About 300 Chilean companies operate in Peru.", "Chile", "Peru"),
        pytest.param(
            "Chile bought goods worth $4 million from Peru.",
            "Chile",
            "Peru",
            marks=pytest.mark.xfail(reason="`from` beyond a participle is not looked up"),
        ),
    ],
)
def test_two_parties(claims, text: str, subject: str, counterpart: str) -> None:
    """A flow or relation has its owner and the other party."""
    claim = claims(text)[0]
    assert (claim.subject, claim.counterpart) == (subject, counterpart)


def test_an_owner_is_inherited(claims) -> None:
    """A metric without owner is whose figures were told before."""
    first, second = claims("Chile's exports rose 5%. Imports fell 3%.")
    assert (first.subject, second.subject) == ("Chile", "Chile")


def test_a_speaker_owns_nothing(claims) -> None:
    """Who says a figure does not have it."""
    claim, *_ = claims("Chile's inflation slowed to 2.4%, Ana Ruiz said.")
    assert (claim.subject, claim.speaker) == ("Chile", "Ana Ruiz")


def test_a_fronted_place(claims) -> None:
    """A sentence that opens with a place tells of it."""
    (claim,) = claims("In Chile, unemployment reached 8%.")
    assert "Chile" in (claim.subject, claim.place)


def test_nobody_is_his_own_partner(claims) -> None:
    """The subject of a claim is never its counterpart too."""
    for claim in claims("Chile exports wine. Chile's exports to Chile's partners rose 5% in Chile."):
        assert claim.subject is None or claim.subject != claim.counterpart
