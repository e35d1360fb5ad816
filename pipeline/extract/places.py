"""Where a figure is told of: the place named beside it that is none of its parties."""

from __future__ import annotations

from collections.abc import Collection

from pipeline.extract.sentence import Sentence
from pipeline.model import Name
from pipeline.rules.tables import table

_PREPOSITIONS = ("in", "near", "at", "across", "outside", "inside", "around", "off")
_ARTICLES = ("the", "its", "their", "a", "an")
_STOPS = frozenset({
    ",", ";", ":", "(", ")", "—", "–", "and", "or", "but", "while", "which", "who", "that", "as", "even",
    "if", "though", "although", "amid", "because", "after", "before", "despite", "when", "since", "against",
    "than", "account",
})  # fmt: skip
_REACH = 9
_BETWEEN = 4


def place_beside(sentence: Sentence, token: int, parties: Collection[str | None]) -> str | None:
    """The place named behind a figure in its clause; None where there is none but its parties."""
    tree = sentence.tree
    last = sentence.extent(token)[1]
    for at in range(last, min(last + _REACH, len(tree.words))):
        if at > last and (tree.lowered[at] in _STOPS or tree.tags[at] in ("MD", "VBD", "VBZ", "VBP")):
            break
        if sentence.quantity(at) is not None and sentence.at[at] is not sentence.at[token]:
            break
        found = _placed(sentence, at) if tree.lowered[at] in _PREPOSITIONS else None
        if found is not None and found not in parties:
            return found
    return None


def _placed(sentence: Sentence, preposition: int) -> str | None:
    """The place that a preposition brings in: `in Lund`, `in the town of Lund`, `in the capital, Lund`."""
    words = sentence.tree.lowered
    for at in range(preposition + 1, min(preposition + 2 + _BETWEEN, len(words))):
        name = sentence.name(at)
        if name is not None:
            return name.canonical if is_place(name) and _ends(sentence, at) else None
        if words[at] not in (*_ARTICLES, "of", ",") and words[at] not in table("names/places")["before"]:
            return None
    return None


def _ends(sentence: Sentence, token: int) -> bool:
    """Whether a name ends its phrase: no `in Lund's favour`, `in a Lund survey`."""
    end = sentence.extent(token)[1] + 1
    return end >= len(sentence.tree.words) or not sentence.tree.tags[end].startswith(("NN", "POS"))


def is_place(name: Name) -> bool:
    """Whether a name is that of a place or country, and no adjective of one."""
    return name.type in ("place", "country") and not name.adjective
