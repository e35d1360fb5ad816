"""With whom a figure is compared: `twice as much as Japan's Acme`, `30 percent more than in Norway`."""

from __future__ import annotations

from pipeline.extract.drafts import Draft

_MARKS = ("as", "than", "of")
_REACH = 10
_BETWEEN = 4
_PASSED = ("DT", "IN", "JJ", "RB", "NN", "NNS", "POS", "HYPH", "PRP$")
_TYPES = ("country", "organisation")


def compared_with(draft: Draft) -> str | None:
    """The country or firm behind the `as` or `than` of a change, or behind `of` in `twice the size of`."""
    sentence = draft.sentence
    words, tags = sentence.tree.words, sentence.tree.tags
    if draft.kind != "change" or draft.quantity is None:
        return None
    end = sentence.extent(draft.token)[1]
    since: int | None = None
    for token in range(end + 1, min(len(words), end + _REACH)):
        word = words[token].lower()
        if words[token] in (",", ";", ":", "(", "—", "–") or tags[token].startswith(("VB", "MD", "CC", "W")):
            return None
        name = sentence.name(token)
        if since is not None and name is not None and not name.adjective:
            return _last_owned(draft, token) if name.type in _TYPES else None
        if sentence.is_period(token) or sentence.quantity(token) is not None:
            return None
        if word in _MARKS and (word != "of" or draft.quantity.unit == "factor"):
            since = token
        elif since is not None and (token - since > _BETWEEN or not tags[token].startswith(_PASSED)):
            return None
    return None


def _last_owned(draft: Draft, token: int) -> str:
    """The name itself, or the one that it owns: `Acme` in `Japan's Acme`."""
    sentence = draft.sentence
    name = sentence.name(token)
    behind = sentence.extent(token)[1] + 1
    owns = sentence.tree.tags[behind : behind + 1] == ("POS",) and behind + 1 < len(sentence.tree)
    owned = sentence.name(behind + 1) if owns else None
    found = owned if owned is not None and owned.type in _TYPES else name
    return found.canonical if found is not None else ""
