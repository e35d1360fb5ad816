"""Figures and names told in one order: `the Blues and the Whites got 7 and 6 percent`."""

from __future__ import annotations

from pipeline.extract.discourse import Discourse
from pipeline.extract.drafts import Draft
from pipeline.extract.sentence import Sentence
from pipeline.extract.who import Parties
from pipeline.rules.vocabulary import is_relational

_TOWARDS = ("to", "into", "towards", "with", "from")
_JOINS = frozenset(
    {",", "and", "about", "around", "some", "nearly", "almost", "percent", "%", "respectively"}
)


def take_order(draft: Draft, metric: str | None, who: Parties, discourse: Discourse) -> Parties:
    """The parties, of whom a figure in a run belongs to the name that has its place in the run of names."""
    token = in_order(draft.sentence, draft.token) if draft.quantity is not None else None
    name = draft.sentence.name(token) if token is not None else None
    if token is None or name is None:
        return who
    if is_relational(metric) and _preposition(draft.sentence, token) in _TOWARDS:
        who.subject = None if who.subject in draft.sentence.names else who.subject
        who.counterpart = name.canonical
    else:
        who.subject = discourse.resolve(name.canonical)
        who.counterpart = None if who.counterpart in draft.sentence.names else who.counterpart
    return who


def in_order(sentence: Sentence, token: int) -> int | None:
    """The token of the name that a figure belongs to by its place in a run of as many figures as names."""
    if not sentence.tree.parsed:
        return None
    run = _run(sentence, token)
    if len(run) == 1:
        return None
    before = range(sentence.extent(run[0])[0] - 1, -1, -1)
    last = next((at for at in before if sentence.name(at) is not None), None)
    if last is None or _preposition(sentence, last) == "between":
        return None
    held = sentence.roles.coordinates(last)
    names = [name for at in held if (name := sentence.name(at)) is not None and not name.adjective]
    return held[run.index(token)] if len(names) == len(held) == len(run) else None


def _preposition(sentence: Sentence, token: int) -> str | None:
    return sentence.roles.preposition(sentence.roles.coordinates(token)[0])


def _run(sentence: Sentence, token: int) -> list[int]:
    """The figures of one sort that stand side by side around one of them, it included."""
    own = sentence.at[token]
    found = {id(each): at for at, each in enumerate(sentence.at) if sentence.quantity(at) and each is not own}
    run = [token]
    for at in sorted(found.values()):
        if at > token and _joined(sentence, run[-1], at):
            run.append(at)
    for at in sorted(found.values(), reverse=True):
        if at < token and _joined(sentence, at, run[0]):
            run.insert(0, at)
    return run


def _joined(sentence: Sentence, one: int, two: int) -> bool:
    """Whether nothing but a comma or `and` parts two figures, which count the same."""
    first, second = sentence.quantity(one), sentence.quantity(two)
    gap = range(sentence.extent(one)[1] + 1, sentence.extent(two)[0])
    if first is None or second is None or not gap:
        return False
    counted = first.noun is not None and first.noun == second.noun  # `9 ships and 7 ships`
    if not all(
        sentence.tree.lowered[at] in _JOINS or (counted and sentence.tree.tags[at].startswith("NN"))
        for at in gap
    ):
        return False
    same = (first.type, first.unit) == (second.type, second.unit) or first.noun is None
    return same and first.noun in (None, second.noun)
