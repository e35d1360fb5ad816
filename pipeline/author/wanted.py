"""What a rule is to be drafted for: a sentence, the words in it, and what is known of the claim."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pipeline.errors import InputError
from pipeline.model import Span
from pipeline.rules.problems import suggest
from pipeline.rules.rule import FIELDS, KINDS


@dataclass(frozen=True, slots=True)
class Wanted:
    """A sentence and the claim that a rule should make of it.

    `span` is the place of the figure or words in the sentence (None: the first figure that nothing claims);
    `claim` has the fields of a gold claim, each a text, a list of accepted ones, or None, as far as they are
    known.
    """

    text: str
    span: Span | None = None
    claim: Mapping[str, Any] | None = None
    published: str | None = None


def wanted_from(text: str, words: str | None, kind: str | None, published: str | None) -> Wanted:
    """What an author asks for on the command line. Raises InputError for words that the sentence lacks."""
    if kind is not None and kind not in KINDS:
        raise InputError("draft", f"`{kind}` is no kind of claim", suggest(kind, KINDS))
    start = text.find(words) if words else -1
    if words and start < 0:
        raise InputError(
            "draft", f"`{words}` does not stand in the sentence", "write the words as they stand there"
        )
    span = (start, start + len(words)) if words else None
    return Wanted(text, span, {"kind": kind} if kind else None, published)


def known_answers(claim: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    """The accepted answers of the fields of a gold claim that are filled."""
    answers = {name: claim.get(name) for name in ("kind", *FIELDS)}
    listed = {name: value if isinstance(value, list) else [value] for name, value in answers.items()}
    texts = {
        name: tuple(
            str(value).lower() if isinstance(value, bool) else str(value)
            for value in values
            if value is not None
        )
        for name, values in listed.items()
    }
    usual = {"comparator": ("=",), "modality": ("reported",), "negated": ("false",)}
    return {name: values for name, values in texts.items() if values and usual.get(name) != values}


def first_answer(value: Any) -> str | None:
    value = value[0] if isinstance(value, list) and value else value
    return value if isinstance(value, str) else None
