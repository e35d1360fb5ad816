"""Places where something only passes or happens: `lifted off from Kourou, Peru`, `on its way to Malta`.

A place that an article names in no other way than behind such words has no figures of its own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.model import Mention, Name

_REACH = 40
_BEFORE = re.compile(
    r"\b(?:from|near|off|outside|towards?|via|past|to|for|into|over|through|around|bound for|between)"
    r"(?: the)?(?: \w+ (?:of|coast|port|island))? \Z"
)
_BEHIND_TOWN = ", "


def scenery(text: str, mentions: Sequence[Mention]) -> frozenset[str]:
    """The countries and other places that an article names only as where something comes from or goes."""
    seen: dict[str, bool] = {}
    towns: list[tuple[int, bool]] = []
    for mention in sorted(mentions, key=lambda each: each.start):
        name = mention.value
        if not isinstance(name, Name) or name.type not in ("country", "place"):
            continue
        passed = _BEFORE.search(text, max(mention.start - _REACH, 0), mention.start) is not None
        if towns and text[towns[-1][0] : mention.start] == _BEHIND_TOWN:
            passed = towns[-1][1]
        towns.append((mention.end, passed))
        seen[name.canonical] = seen.get(name.canonical, True) and passed and not name.adjective
    return frozenset(name for name, only in seen.items() if only)
