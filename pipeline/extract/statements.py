"""Attributed passages: who said what, with which cue, quoted or not."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.model import Recognition, Statement


def find_statements(recognition: Recognition) -> list[Statement]:
    """The statements of one document, in order of start."""
    del recognition
    return []


def speaker_at(statements: Sequence[Statement], offset: int) -> str | None:
    """The speaker of the innermost statement that covers `offset`, None where none does."""
    covering = [statement for statement in statements if statement.start <= offset < statement.end]
    return (
        max(covering, key=lambda statement: (statement.start, -statement.end)).speaker if covering else None
    )
