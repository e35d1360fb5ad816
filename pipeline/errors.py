"""Errors that a user can act on: what is wrong, where, and what to do about it."""

from __future__ import annotations


class OnrecordError(Exception):
    """Base of every error whose message is meant for the user."""


class InputError(OnrecordError):
    """One document or input file could not be read; the rest of a batch goes on."""

    def __init__(self, where: str, problem: str, remedy: str = "") -> None:
        self.where, self.problem, self.remedy = where, problem, remedy
        super().__init__(f"{where}: {problem}" + (f" ({remedy})" if remedy else ""))

    def __reduce__(self) -> tuple[type[InputError], tuple[str, str, str]]:
        return InputError, (self.where, self.problem, self.remedy)


class PatternError(OnrecordError):
    """A file under `patterns/`, or a user's own, is broken; nothing is run with it."""

    def __init__(self, file: str, line: int, column: int, problem: str, remedy: str = "") -> None:
        self.file, self.line, self.column, self.problem, self.remedy = file, line, column, problem, remedy
        super().__init__(f"{file}:{line}:{column}: {problem}" + (f" ({remedy})" if remedy else ""))


class ModelError(OnrecordError):
    """A spaCy pipeline that the user asked for cannot be used."""
