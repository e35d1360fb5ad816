"""Figures that tell of no time: a size (`the 240 MW plant`), all of some (`five of its 20 inns`)."""

from __future__ import annotations

from pipeline.extract.nearness import timed
from pipeline.extract.sentence import Sentence
from pipeline.model import Quantity
from pipeline.rules.tables import table

_NEAR = 4
_NEXT = 3
_OWNED = 3  # words before `20 inns` in `five of its 20 inns`
_LINKS = ("of", "to")
_OWN = frozenset({"its", "their", "his", "her", "our"})


def attributive(sentence: Sentence, token: int) -> bool:
    """Whether a count only qualifies a noun, at whatever time: `the 12-room inn`, `five of its 20 inns`."""
    mention = sentence.at[token]
    counts = mention is not None and isinstance(mention.value, Quantity) and unit_less(mention.value)
    following = sentence.tree.words[sentence.extent(token)[1] + 1 :][:1]
    return counts and (
        following in (("-",), ("‑",)) or _is_whole(sentence, token) or _is_owned(sentence, token)
    )


def _is_owned(sentence: Sentence, token: int) -> bool:
    """Whether a count is of all the things that someone has: `the state's 11 airports`, `its 49 vans`."""
    first, _ = sentence.extent(token)
    before = sentence.tree.lowered[first - 1] if first else ""
    noun = sentence.tree.tags[first - 2] if first > 1 else ""
    owned = before in _OWN or (
        before in ("'s", "’s") and noun.startswith("NN") and not sentence.is_period(first - 2)
    )
    return owned and not sentence.is_period(first - 1)


def _is_whole(sentence: Sentence, token: int) -> bool:
    """Whether a count is of all those that someone has, some of which are told of: `five of its 20 inns`."""
    first, _ = sentence.extent(token)
    if first < _OWNED:
        return False
    before, owner = sentence.tree.lowered[first - 2 : first]
    return before == "of" and owner in _OWN and sentence.quantity(first - 3) is not None


def unit_less(quantity: Quantity) -> bool:
    """Whether a quantity counts things."""
    return quantity.type in ("number", "quantity") and quantity.unit in (None, "count")


def reached(sentence: Sentence, token: int) -> bool:
    """Whether a movement ends at a figure: `has grown since 2011 to 5%` tells the 5% of no stretch."""
    tree = sentence.tree
    first, _ = sentence.extent(token)
    moved = any(
        item.period.role == "since"
        and item.first > 0
        and (sentence.at[item.first - 1] is not None or not tree.tags[item.first - 1].startswith("NN"))
        for item in timed(sentence)
    )
    return moved and "to" in tree.lowered[max(0, first - _NEXT) : first]


def qualifies(sentence: Sentence, token: int, metric: str | None) -> bool:
    """Whether a measure stands before the noun it describes: `the 240 MW plant`, `a 12 km road`.

    When the thing was opened or will be is not when it has its size.
    """
    quantity = sentence.quantity(token)
    if metric in table("phrases")["flows"] or not sentence.tree.parsed:
        return False
    if quantity is None or not _is_measure(quantity):
        return False
    tree, end = sentence.tree, sentence.extent(token)[1]
    following = range(end + 1, min(end + 1 + _NEAR, len(tree.words)))
    for noun in following:
        tag = tree.tags[noun]
        if tag.startswith("NN") and sentence.at[noun] is None:
            measure = {tree.lowered[noun], tree.lowered[tree.heads[noun]]}
            told = measure & set(table("phrases")["properties"])  # `a 50 GW solar capacity in 2023`
            return not told and tag != "NNP" and _determined(sentence, token)
        if not tag.startswith(("JJ", "HYPH", "NN", "VBN")) and tree.words[noun] != "-":
            return False
    return False


def _determined(sentence: Sentence, token: int) -> bool:
    """Whether a determiner or an owner opens the phrase of a figure: `the 12 km road`, `Acme's 9 MW dam`."""
    tree = sentence.tree
    first, _ = sentence.extent(token)
    before = first - 1
    while before >= 0 and tree.tags[before].startswith(("JJ", "RB", "NNP")):
        before -= 1
    owned = before > 0 and tree.tags[before] == "POS" and not sentence.is_period(before - 1)
    return owned or (before >= 0 and tree.tags[before] in ("DT", "PRP$", "WP$"))


def accompanies(sentence: Sentence, token: int, metric: str | None) -> bool:
    """Whether a figure stands in a phrase beside the clause: `with a capacity of 300`, `at a cost of 3`."""
    if metric not in table("phrases")["properties"] or not sentence.tree.parsed:
        return False
    words = sentence.tree.lowered
    first, _ = sentence.extent(token)
    for before in range(first - 1, max(-1, first - 2 - _NEAR), -1):
        if words[before] in ("with", "at"):
            ahead = words[before - 1 : first] == (",", "at")  # `The tower, at 90 metres the tallest,`
            return ahead or words[before] == "with" or any(word in _LINKS for word in words[before:first])
        if sentence.roles.is_verb(before) or words[before] in (",", ";"):
            return False
    return False


def _is_measure(quantity: Quantity) -> bool:
    return quantity.type == "quantity" and quantity.unit not in (None, "count")
