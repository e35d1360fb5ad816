"""What a clause opens with: whose or where its figures are, apart from whom the text told of before."""

from __future__ import annotations

from pipeline.extract.sentence import Sentence
from pipeline.model import Name
from pipeline.rules.tables import table

_REACH = 7
_FRONTING = ("in", "across", "throughout", "at", "for")
_QUARTERS = frozenset({
    "north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest", "midwest",
})  # fmt: skip
_JOINTS = ("and", "while", "but", "whereas", ";", '"', "“", "–", "—")


def fronted(sentence: Sentence, figure: int) -> Name | None:
    """Who stands in front: `In India, poverty fell`, `and in Oslo rents doubled`, `At Acme, sales rose`."""
    words = sentence.tree.lowered
    for opener in range(figure - 1, -1, -1):
        if words[opener] not in _FRONTING or not (opener == 0 or words[opener - 1] in _JOINTS):
            continue
        for token in range(opener + 1, min(opener + _REACH, figure)):
            name = sentence.name(token)
            if name is not None and not name.adjective and sentence.at[token + 1] is not sentence.at[token]:
                return name if _sets_scene(sentence, token, name, words[opener]) else None
            if words[token] in (",", *_JOINTS):
                break
    return None


def quarter(sentence: Sentence, figure: int) -> str | None:
    """The part of the country in front: `In the South, prices rose`, `while in the North it was $340`."""
    words, tags = sentence.tree.words, sentence.tree.tags
    for opener in range(figure - 3, -1, -1):
        opens = words[opener].lower() == "in" and (opener == 0 or words[opener - 1].lower() in _JOINTS)
        if opens and words[opener + 1].lower() == "the":
            named = words[opener + 2].lower() in _QUARTERS and words[opener + 2][0].isupper()
            return words[opener + 2] if named and not tags[opener + 3].startswith("NN") else None
    return None


def _sets_scene(sentence: Sentence, token: int, name: Name, opener: str) -> bool:
    """Whether a name is itself what a clause is set in: no part of `Lisbon airport`, and a firm with `at`."""
    if name.type == "organisation":
        return opener == "at"
    tags, words = sentence.tree.tags, sentence.tree.words
    of_site = token + 1 < len(tags) and tags[token + 1].startswith("NN")
    of_site = of_site and words[token + 1].lower() not in table("phrases")["groups"]  # `in Clare county`
    return name.type in ("country", "place") and not of_site


def scope_of(sentence: Sentence, figure: int) -> str | None:
    """How far a clause sets itself apart: `home` with `Nationwide, ...`, `others` with `Worldwide, ...`."""
    scopes = table("phrases")["scopes"]
    words = sentence.tree.lowered
    for token in range(figure - 1, -1, -1):
        opens = token == 0 or words[token - 1] in _JOINTS
        if opens and words[token] in scopes:
            return str(scopes[words[token]])
    return None
