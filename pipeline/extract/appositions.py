"""Nouns and names side by side that stand for the same firm: `its operator, Acme`, `Acme, a maker`."""

from __future__ import annotations

from pipeline.extract.sentence import Sentence
from pipeline.rules.tables import table

_BESIDE = 6
_TRADES = ("er", "or")


def named_beside(sentence: Sentence, token: int) -> str | None:
    """The organisation whose name a noun stands in apposition with, before it or behind it."""
    tree = sentence.tree
    if not tree.parsed:
        return None
    behind = next(iter(tree.children(token, "appos")), None)
    if behind is not None and behind <= token + _BESIDE:
        return _organisation(sentence, behind)
    before = tree.heads[token]
    if tree.labels[token] != "appos" or not 0 < token - before <= _BESIDE or tree.tags[token] != "NN":
        return None
    word = tree.lowered[token]
    is_firm = word.endswith(_TRADES) or word in table("names/organisations")["companies"]
    return _organisation(sentence, before) if is_firm else None


def _organisation(sentence: Sentence, token: int) -> str | None:
    name = sentence.name(token)
    if name is None or name.type != "organisation" or name.adjective:
        return None
    return name.canonical
