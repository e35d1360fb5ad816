"""Names keep their nouns' tags, and lead the words that describe them.

A tagger reads `UNICEF flew` or `Booking said` as two verbs; a parser hangs a name flat from the capitalised
word that opens its sentence (`Carmaker Skoda`, `Rival Acme`), as if both were one name.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.extract.tree import Tree
from pipeline.model import Mention, Name

_NEVER_NAMES = ("VB", "RB", "UH", "FW", "LS", "MD", "WRB")


def with_names(tree: Tree, mentions: Sequence[Mention]) -> Tree:
    """The tree with the tag of a proper noun on every word of a name that it takes for a verb or adverb."""
    tags = list(tree.tags)
    at = 0
    for mention in mentions:
        if not isinstance(mention.value, Name) or mention.value.adjective:
            continue
        while at < len(tags) and tree.ends[at] <= mention.start:
            at += 1
        for token in range(at, len(tags)):
            if tree.starts[token] >= mention.end:
                break
            if tree.words[token][:1].isupper() and tags[token].startswith(_NEVER_NAMES):
                tags[token] = "NNP"
    return tree if tuple(tags) == tree.tags else replace(tree, tags=tuple(tags))


def with_leading_names(tree: Tree, mentions: Sequence[Mention]) -> Tree:
    """The tree with a name as head of the words of the same noun phrase before it that are no part of it."""
    heads, labels = list(tree.heads), list(tree.labels)
    named = {mention.start for mention in mentions if isinstance(mention.value, Name)}
    for mention in mentions:
        if not isinstance(mention.value, Name) or mention.value.adjective:
            continue
        first = next((at for at in range(len(tree)) if tree.starts[at] >= mention.start), len(tree))
        if first == 0 or first == len(tree) or tree.starts[first] >= mention.end:
            continue
        top = _flat_from(tree, first)
        if (
            top == first
            or heads[top] == first
            or heads[first] != tree.heads[first]
            or tree.starts[top] in named
        ):
            continue
        above = heads[top]
        for at in range(len(tree)):
            if heads[at] == top and at != top:
                heads[at] = first if at > first or labels[at] != "flat" else top
        heads[first], labels[first] = (first if above == top else above), labels[top]
        heads[top], labels[top] = first, "nmod:desc"
    return tree if tuple(heads) == tree.heads else replace(tree, heads=tuple(heads), labels=tuple(labels))


def _flat_from(tree: Tree, token: int) -> int:
    """The word that a token hangs flat from, over others before it, with nothing but words between them."""
    top = token
    while tree.labels[top] == "flat" and tree.heads[top] < top:
        top = tree.heads[top]
    return top if all(word[0].isalnum() for word in tree.words[top:token]) else token
