"""Which words of a noun phrase name what is measured: not when, how many more, nor that it moves."""

from __future__ import annotations

from functools import cache

from pipeline.rules.inflect import verb_forms
from pipeline.rules.tables import table


def cut(words: list[str]) -> list[str]:
    """A phrase's words from the first that says what is measured: `sales` of `falling full - year sales`."""
    at, dropped = 0, _dropped()
    while at + 1 < len(words):
        compound = "-".join(words[at : at + 3 : 2]) if words[at + 1] == "-" else ""
        if compound and at + 3 < len(words) and compound in dropped:
            at += 3
        elif words[at] == "-" or (words[at] in dropped and not compound):
            at += 1
        else:
            break
    return words[at:]


@cache
def _dropped() -> frozenset[str]:
    """The words that add nothing, and the participles of movement: `rising`, `increased`."""
    phrases = table("phrases")
    participles = (form for verb in phrases["moving"] for form in verb_forms(verb))
    return frozenset(phrases["added"]) | {form for form in participles if form.endswith(("ing", "ed", "en"))}
