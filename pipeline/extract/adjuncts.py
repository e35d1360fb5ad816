"""Rules that make no claim but add to one in reach: a period, a base, a place, how sure it is, where it comes
from.

With them, `m` rules for claims and `n` for what may stand around a claim read `m` times `n` constructions.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pipeline.extract.admit import admits
from pipeline.extract.drafts import Draft
from pipeline.extract.match import Match
from pipeline.extract.sentence import Sentence
from pipeline.extract.slots import slot_tokens, trigger_token
from pipeline.rules.classes import WordClasses
from pipeline.rules.rule import FIELDS


def add_adjuncts(
    matches: Iterable[Match], drafts: Sequence[Draft], sentence: Sentence, classes: WordClasses
) -> None:
    """Let each match of an adjunct rule add its fields to the nearest claim in its reach.

    What a claim has from its own rule stays; of two adjuncts the one of higher priority gives a field, then
    the nearer, then the longer, then the one whose id comes first.
    """
    offers = []
    for match in matches:
        found = _nearest(match, drafts) if match.rule.is_adjunct else None
        if found is not None:
            distance, draft = found
            size = match.end - match.start
            offers.append(((-match.rule.priority, distance, -size, match.rule.id, match.start), match, draft))
    for _, match, draft in sorted(offers, key=lambda offer: offer[0]):
        tokens = slot_tokens(sentence, match)
        if admits(match.rule, sentence, tokens, trigger_token(sentence, match), classes):
            _add(match, draft, tokens)


def _add(match: Match, draft: Draft, tokens: dict[str, int]) -> None:
    rule = match.rule
    for field, slot in dict(rule.adds).items():
        if slot in tokens and field not in draft.slots and field not in draft.sets:
            draft.slots[field] = tokens[slot]
            draft.added[field] = rule.id
    given = {field: value for field, value in match.gives.items() if field in FIELDS} | dict(rule.sets)
    for field, value in given.items():
        if field not in draft.slots and field not in draft.sets:
            draft.sets[field] = value
            draft.added[field] = rule.id


def _nearest(match: Match, drafts: Sequence[Draft]) -> tuple[int, Draft] | None:
    """The claim in reach whose figure or trigger stands nearest, and how far; of two the earlier."""
    first = match.line.elements[match.start].first
    last = match.line.elements[match.end - 1].last
    reach = match.rule.reach
    near = []
    for number, draft in enumerate(drafts):
        distance = max(first - draft.token, draft.token - last, 0)
        if distance and (
            (reach == "before" and draft.token > last) or (reach == "after" and draft.token < first)
        ):
            continue
        near.append((distance, number))
    if not near:
        return None
    distance, number = min(near)
    return distance, drafts[number]
