"""Where in a sentence a rank's own words end, and within what scope its place is held."""

from __future__ import annotations

from pipeline.extract.drafts import Draft
from pipeline.extract.naming import phrase_words
from pipeline.extract.sentence import Sentence
from pipeline.model import Name, Ordinal
from pipeline.rules.tables import table

_SCOPE = ("in", "among", "within", "across", "outside", "on", "at", "worldwide")


def is_scope(sentence: Sentence, token: int) -> bool:
    """Whether a phrase tells where a place is held: `world` in `eighth in the world`."""
    return sentence.roles.preposition(token) in _SCOPE and named_scope(sentence, token) is not None


def named_scope(sentence: Sentence, token: int) -> str | None:
    """The scope that a noun names: a place, an organisation, or a word such as `world`."""
    name = sentence.name(token)
    if isinstance(name, Name):
        return name.canonical if name.type in ("place", "country", "organisation") else None
    if sentence.tree.lowered[token] in table("ranks")["scopes"]:
        first, last = sentence.roles.noun_phrase(token)
        return phrase_words(sentence, first, last)
    possessor = sentence.roles.owner(token)
    return named_scope(sentence, possessor) if possessor is not None and possessor < token else None


def after_ordinal(draft: Draft) -> int:
    """The token after the ordering word."""
    sentence = draft.sentence
    inside = [
        token
        for token, mention in enumerate(sentence.at)
        if mention is not None
        and isinstance(mention.value, Ordinal)
        and draft.span[0] <= mention.start < draft.span[1]
    ]
    return max(inside) + 1 if inside else draft.token


def linear_phrase(sentence: Sentence, first: int) -> tuple[int, int]:
    """First and last token of the noun phrase that starts at a token, as its tags tell."""
    tree = sentence.tree
    last = first - 1
    for token in range(first, len(tree.words)):
        if not tree.tags[token].startswith(("NN", "JJ", "VBG", "HYPH", "DT", "PRP$", "POS", "VBN")):
            break
        last = token
    while last >= first and not tree.tags[last].startswith(("NN", "VBG")):
        last -= 1
    return first, last
