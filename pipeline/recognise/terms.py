"""Metrics and cue words: the vocabulary's phrases where they stand in the text."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from pipeline.model import Mention, Term
from pipeline.rules.inflect import phrase_forms
from pipeline.rules.tables import table
from pipeline.rules.vocabulary import metric_phrases

_WORD = re.compile(r"[^\W_]+")
_Entry = tuple[tuple[str, ...], Literal["metric", "cue"], str]


def find_terms(text: str) -> list[Mention]:
    """Mentions of metrics and of words of modality, the longest phrase at each place, in order."""
    first_words = _by_first_word()
    words = [(match.start(), match.end(), match[0].lower()) for match in _WORD.finditer(text)]
    found = []
    free_from = 0
    for number, (start, _, word) in enumerate(words):
        entries = first_words.get(word)
        if entries is None or number < free_from:
            continue
        for phrase, kind, name in entries:
            last = number + len(phrase) - 1
            if last < len(words) and all(words[number + i][2] == part for i, part in enumerate(phrase)):
                end = words[last][1]
                found.append(Mention(start, end, text[start:end], Term(kind, name)))
                free_from = last + 1
                break
    return found


@cache
def _by_first_word() -> dict[str, list[_Entry]]:
    entries: list[_Entry] = [(words, "metric", name) for words, name in metric_phrases().items()]
    for modality, parts in table("modality").items():
        for part, phrases in parts.items():
            for phrase in phrases:
                forms = phrase_forms(phrase, part)
                entries.extend((tuple(_WORD.findall(form)), "cue", modality) for form in forms)
    found: dict[str, list[_Entry]] = {}
    for entry in sorted(set(entries), key=lambda e: (-len(e[0]), e)):
        found.setdefault(entry[0][0], []).append(entry)
    return found
