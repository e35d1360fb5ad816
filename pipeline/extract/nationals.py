"""A firm behind its nation's adjective heads their phrase: `Turkish Acme` is Acme, not Turkey.

A parser that takes both for one name lets the adjective be its head.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.extract.tree import Tree
from pipeline.model import Mention, Name

_ONE_NAME = ("flat", "compound")


def under_firms(tree: Tree, at: Sequence[Mention | None]) -> Tree:
    """The tree with each adjective that heads the name of a firm right behind it put under that firm."""
    for token in range(len(tree.words) - 1) if tree.parsed else ():
        one, other = at[token], at[token + 1]
        if one is not None and other is not None and _is_national(one) and _is_firm(other):
            inside = [where for where in range(token + 1, len(at)) if at[where] is other]
            below = [
                where for where in inside if tree.heads[where] == token and tree.labels[where] in _ONE_NAME
            ]
            if below:
                tree = _swapped(tree, token, below[-1])
    return tree


def _is_national(mention: Mention) -> bool:
    return isinstance(mention.value, Name) and mention.value.adjective


def _is_firm(mention: Mention) -> bool:
    name = mention.value
    return isinstance(name, Name) and name.type == "organisation" and not name.adjective


def _swapped(tree: Tree, adjective: int, firm: int) -> Tree:
    """The tree with the firm in the adjective's place, and all that hung on the adjective under it."""
    above = tree.heads[adjective]
    heads = [firm if head == adjective else head for head in tree.heads]
    labels = list(tree.labels)
    heads[firm] = firm if above == adjective else above
    heads[adjective] = firm
    labels[firm], labels[adjective] = tree.labels[adjective], "amod"
    return replace(tree, heads=tuple(heads), labels=tuple(labels))
