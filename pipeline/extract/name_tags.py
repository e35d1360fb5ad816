"""Names keep their nouns' tags: a tagger reads `UNICEF flew` or `Booking said` as two verbs."""

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
