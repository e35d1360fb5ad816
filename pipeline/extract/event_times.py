"""When an event takes place, by the time told behind its verb: `opened a mill in Riga in May`.

A figure takes the time nearest to it; an event that of its own clause, however far its object reaches.
"""

from __future__ import annotations

from pipeline.extract.drafts import Draft
from pipeline.extract.nearness import timed
from pipeline.extract.sentence import Sentence

_OPEN = "/.."
_MARKS = (";", ":", "(", ")", "—", "–")
_CLAUSES = ("W", "MD", "VBD", "VBZ", "VBP", "VBN")
_LENDING = ("for", "of", "'s", "’s", "than")
"""What brings in the time of a noun: `signed the plan for 2030`."""


def told_behind(draft: Draft) -> str | None:
    """The first period behind an event's verb, or behind the verb of a noun, up to the next clause."""
    sentence = draft.sentence
    if not sentence.tree.parsed or not timed(sentence):
        return None
    happening = draft.slots.get("happens")
    for anchor in (happening, draft.trigger) if happening is not None else (draft.trigger,):
        own = _behind(sentence, anchor)
        for item in timed(sentence):
            if item.first not in own or not item.period.edtf:
                continue
            if item.period.shift or sentence.tree.lowered[item.first - 1] in _LENDING:
                continue
            later = "after" in sentence.tree.lowered[item.first - 1 : item.first + 1]
            return item.period.edtf if later else _closed(draft, item.period.edtf)
    return None


def _behind(sentence: Sentence, anchor: int) -> frozenset[int]:
    """The words behind an anchor up to the next clause: up to another verb, or a mark that parts.

    An aside that begins with a participle is passed over (`opened the mill, built by a bank, in May`), and
    nothing behind it is its own.
    """
    tree = sentence.tree
    within = anchor > 0 and tree.words[anchor - 1] == "," and tree.tags[anchor] == "VBN"
    own: list[int] = []
    aside = False
    for token in range(anchor + 1, len(tree)):
        if aside:
            aside = tree.words[token] != ","
            continue
        other = sentence.roles.is_verb(token) and tree.heads[token] != anchor
        aside = tree.tags[token] == "VBN" and tree.words[token - 1] == ","
        if tree.words[token] in _MARKS or (within and tree.words[token] == ","):
            break
        if not aside and (tree.tags[token].startswith(_CLAUSES) or (tree.tags[token] == "VBG" and other)):
            break
        own.append(token)
    return frozenset(own)


def _closed(draft: Draft, period: str) -> str:
    """An open stretch only for what has gone on since: not `since it opened in May`."""
    tree = draft.sentence.tree
    helpers = {tree.lowered[at] for at in tree.children(draft.trigger, "aux", "aux:pass")}
    return period if helpers & {"has", "have"} else period.removesuffix(_OPEN)
