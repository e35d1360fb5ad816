"""Cut a text into the word pieces that the encoder knows, each with its place in the text.

The WordPiece way of BERT (Devlin et al. 2019, https://arxiv.org/abs/1810.04805): words in lower case without
accents, marks by themselves, of each word the longest piece that is known, and so on with the rest of it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

_WORD = re.compile(
    r"(?:[^\W_]|[^\w\s!-/:-@\[-`{-~\u00a1\u00a7\u00ab\u00b6\u00b7\u00bb\u00bf\u2010-\u2027\u2030-\u205e])+|\S"
)
"""What stands between spaces and marks; signs of money are no marks."""
_LONGEST = 100
"""Characters; longer words are unknown, as where the vocabulary was learned."""
_MOST = 50_000


@dataclass(frozen=True)
class Pieces:
    """The numbers of the pieces of a text, and where each begins and ends in it, in characters."""

    ids: list[int]
    starts: list[int]
    ends: list[int]


class WordPieces:
    """Cuts texts by a vocabulary: pieces in the order of their numbers, `##` before those within a word."""

    def __init__(self, vocabulary: Iterable[str]) -> None:
        self._numbers = {piece: number for number, piece in enumerate(vocabulary)}
        self._unknown = self._numbers["[UNK]"]
        self._cut = lru_cache(_MOST)(self._pieces)

    def __call__(self, text: str) -> Pieces:
        """The pieces of a text, in order."""
        found = Pieces([], [], [])
        for word in _WORD.finditer(text):
            begin = word.start()
            for number, start, end in self._cut(word[0]):
                found.ids.append(number)
                found.starts.append(begin + start)
                found.ends.append(begin + end)
        return found

    def _pieces(self, word: str) -> tuple[tuple[int, int, int], ...]:
        plain = _plain(word)
        pieces: list[tuple[int, int, int]] = []
        at = 0
        while at < len(plain) <= _LONGEST:
            lead = "##" if at else ""
            fits = (end for end in range(len(plain), at, -1) if lead + plain[at:end] in self._numbers)
            end = next(fits, None)
            if end is None:
                break
            pieces.append((self._numbers[lead + plain[at:end]], min(at, len(word) - 1), min(end, len(word))))
            at = end
        return tuple(pieces) if at == len(plain) else ((self._unknown, 0, len(word)),)


def _plain(word: str) -> str:
    if word.isascii():
        return word.lower()
    parted = unicodedata.normalize("NFD", word.lower())
    return "".join(letter for letter in parted if unicodedata.category(letter) != "Mn")
