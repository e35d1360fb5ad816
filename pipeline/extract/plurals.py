"""How a counted noun is written as a metric: in the plural, with what is counted together with it."""

from __future__ import annotations

from pipeline.extract.drafts import Draft
from pipeline.rules.inflect import plural_of
from pipeline.rules.tables import table


def _joined(draft: Draft, token: int) -> str:
    """What is counted together with a noun: `and flats` in `4,100 houses and flats were built`."""
    tree, at = draft.sentence.tree, token + 2
    if tree.words[token + 1 : at] != ("and",) or not tree.parsed or at >= len(tree.words):
        return ""
    alone = tree.heads[at] == token and tree.tags[at] == "NNS" and draft.sentence.at[at] is None
    return f" and {tree.lowered[at]}" if alone else ""


def plural(draft: Draft, phrase: str) -> str:
    """A counted noun in the plural, though a compound has it in the singular: `30-member` counts members."""
    quantity = draft.quantity
    if quantity is None or quantity.unit is not None or quantity.value == 1 or " of " in phrase:
        return phrase
    words, token, tree = phrase.split(), draft.slots["metric"], draft.sentence.tree
    in_plural = words[-1].endswith("s") or (tree.parsed and tree.tags[token] == "NNS")
    if token < draft.token or words[-1] in table("metrics")["unchanged"]:
        return phrase
    if in_plural:
        return phrase + _joined(draft, token)
    return " ".join([*words[:-1], plural_of(words[-1])])
