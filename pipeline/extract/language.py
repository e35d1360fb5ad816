"""The English that Onrecord's own weights are trained on: spaCy's, with word features that see figures alike.

The network knows a word by hashes of four strings: its norm, its first letters, its last letters and its
shape. Spelled as they stand, `$4.87` and `$5.31` share none of the first three, so the parser would have to
learn every figure by itself. Here every digit counts as `0` and every year as `1900`, and the first letters
are three instead of one, because a stem says more than an initial.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from spacy.attrs import NORM, ORTH, PREFIX, SUFFIX
from spacy.lang.en import English, EnglishDefaults
from spacy.util import registry

from pipeline.rules.tables import table

NAME = "onrecord_en"

_YEAR = re.compile(r"(?:1[5-9]|20)\d\d\Z")
_DIGIT = re.compile(r"\d")
_PLAIN = str.maketrans(
    {"‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "-", "\N{NO-BREAK SPACE}": " "}
)
_AFFIX = 3
_PREFIXED = re.compile(rf"(?:{'|'.join(table('lemmas/prefixes')['tied'])})-[^\W\d_]+\Z", re.IGNORECASE)
"""A word with a prefix that a hyphen ties to it; any other hyphen stands alone."""
_WHOLE = ("Wed", "Wed.", "wed", "Sat.", "al.", "No.", "Nos.", "Ft.", "Lt.")
"""Words that spaCy's exceptions would cut (`Wed` as `we would`), or whose stop it would cut off."""


def even(text: str) -> str:
    """Return `text` in lower case with plain quotes and dashes, digits as `0`, and a year as `1900`."""
    if _YEAR.match(text):
        return "1900"
    return _DIGIT.sub("0", text.translate(_PLAIN).lower())


def first(text: str) -> str:
    """Return the first three letters of the evened word."""
    return even(text)[:_AFFIX]


def last(text: str) -> str:
    """Return the last three letters of the evened word."""
    return even(text)[-_AFFIX:]


def is_blank(text: str) -> bool:
    """Say whether a tokenizer exception is one of the four that only hold white space."""
    return not text.strip()


class OnrecordDefaults(EnglishDefaults):
    """What a vocabulary and a tokenizer of this language are made of."""

    lex_attr_getters: dict[int, Callable[[str], Any]] = {  # noqa: RUF012 - spaCy reads it from the class
        **EnglishDefaults.lex_attr_getters,
        NORM: even,
        PREFIX: first,
        SUFFIX: last,
    }
    tokenizer_exceptions: dict[str, Any] = {
        text: parts for text, parts in EnglishDefaults.tokenizer_exceptions.items() if not is_blank(text)
    } | {word: [{ORTH: word}] for word in _WHOLE}
    token_match = _PREFIXED.match


@registry.languages(NAME)
class OnrecordEnglish(English):  # type: ignore[no-untyped-call]
    """spaCy's English with evened word features and without the tokenizer's white-space exceptions."""

    lang = NAME
    Defaults = OnrecordDefaults
