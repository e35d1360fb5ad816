"""Public bodies by their names."""

from __future__ import annotations

from pipeline.rules.bodies import is_public


def test_public_bodies() -> None:
    """A ministry or an agency is a public body, a firm or a bank that does business is none."""
    assert is_public("Ministry of Roads")
    assert is_public("Federal Labour Agency")
    assert not is_public("Andes Cable")
