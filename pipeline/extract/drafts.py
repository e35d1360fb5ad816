"""From matches to draft claims, and which drafts win where several claim the same words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from pipeline.extract.admit import admits, fitted
from pipeline.extract.match import Match
from pipeline.extract.sentence import Sentence
from pipeline.extract.slots import slot_tokens, trigger_token
from pipeline.model import Ordinal, Quantity, Span
from pipeline.rules.classes import WordClasses
from pipeline.rules.rule import FIELDS, WHOLE, Make, Rule
from pipeline.rules.tables import table


@dataclass(slots=True)
class Draft:
    """A claim being made: where it stands, what its rule gave, and the tokens in its slots.

    `like` is the figure whose claim lends what this one leaves open; `aligned` where their clauses are alike,
    so that its slots hold all that is its own.
    """

    kind: str
    rule: Rule
    sentence: Sentence
    span: Span
    token: int
    trigger: int
    trigger_span: Span
    size: int
    quantity: Quantity | None = None
    ordinal: Ordinal | None = None
    slots: dict[str, int] = field(default_factory=dict)
    sets: dict[str, str] = field(default_factory=dict)
    like: int | None = None
    aligned: bool = False
    at_base: bool = False
    match: Match | None = None
    added: dict[str, str] = field(default_factory=dict)

    @property
    def figure(self) -> Quantity | None:
        """The quantity, or the level that a movement without figure ends at: `rose to 9 metres`."""
        return self.quantity or self.sentence.quantity(self.slots.get("level", self.token))

    def rank(self) -> tuple[int, int, int, str]:
        """Sort key: of drafts for the same figure the smallest wins."""
        return (-self.rule.priority, abs(self.token - self.trigger), -self.size, self.rule.id)


def drafts_of(match: Match, sentence: Sentence, classes: WordClasses) -> list[Draft]:
    """The draft claims that one match makes; none where a slot holds what the rule rules out."""
    rule = match.rule
    if not rule.makes:
        return []
    tokens, trigger = slot_tokens(sentence, match), trigger_token(sentence, match)
    looked_up = [slot.name for slot in match.roles if slot.name not in match.slots]
    tokens |= fitted(rule, sentence, {name: tokens[name] for name in looked_up if name in tokens}, classes)
    if not admits(rule, sentence, tokens, trigger, classes):
        return []
    drafts = (_draft(match, sentence, make, tokens, trigger) for make in rule.makes)
    return [draft for draft in drafts if draft is not None]


def _draft(
    match: Match, sentence: Sentence, make: Make, tokens: dict[str, int], trigger: int
) -> Draft | None:
    line = match.line
    sets = {key: value for key, value in match.gives.items() if key in FIELDS} | dict(make.sets)
    renamed = dict(make.slots)
    slots = {field_: tokens[slot] for field_, slot in renamed.items() if slot in tokens}
    slots |= {name: token for name, token in tokens.items() if name not in renamed}
    trigger_span = line.span(*match.trigger)
    quantity, ordinal = None, None
    if make.value is not None:
        if make.value not in match.slots:
            return None
        first, end = match.slots[make.value]
        mention = line.elements[first].mention
        if mention is None or not isinstance(mention.value, Quantity):
            return None
        if mention.value.same_as is not None or _says_too_little(mention.text, mention.value):
            return None
        if (
            make.kind == "same"
            and make.like in tokens
            and not _alike(sentence, tokens[make.like], mention.value)
        ):
            return None
        quantity, span, token = mention.value, mention.span, tokens[make.value]
        slots.pop("value", None)
    else:
        first, end = match.trigger
        if make.mention:
            spans = {**match.slots, WHOLE: (match.start, match.end)}
            ranges = [spans[name] for name in make.mention if name in spans]
            if ranges:
                first, end = min(r[0] for r in ranges), max(r[1] for r in ranges)
        span = line.span(first, end)
        token = trigger
        for element in (*line.elements[first:end], *line.elements[match.start : match.end]):
            if element.mention is not None and isinstance(element.mention.value, Ordinal):
                ordinal = element.mention.value
                break
    like = tokens.get(make.like) if make.like else None
    return Draft(
        kind=make.kind, rule=match.rule, sentence=sentence, span=span, token=token,
        trigger=trigger, trigger_span=trigger_span, size=match.end - match.start,
        quantity=quantity, ordinal=ordinal, slots=slots, sets=sets, like=like,
        at_base=make.at == "base", match=match,
    )  # fmt: skip


def _says_too_little(text: str, quantity: Quantity) -> bool:
    """Whether it is some of a round number: `thousands`, `several hundred`."""
    first = text.split()[0].lower()
    return first in table("phrases")["vague"] or (
        quantity.value_max is not None and first in table("phrases")["round"]
    )


def contest(
    drafts: Iterable[Draft], blocked: Iterable[tuple[Span, Rule]] = ()
) -> list[tuple[Draft, Rule | None]]:
    """Every draft, the best first, with the rule that it lost to; None where it stands.

    A figure is claimed once. A draft without a figure loses its words to a better draft of any kind that is
    found by the same trigger. `blocked` are spans (with the rule that blocks them) in which nothing of lower
    priority is claimed.
    """
    barred = list(blocked)
    taken: dict[Span, Draft] = {}
    owners: dict[Span, Draft] = {}
    standing: list[Draft] = []
    settled: list[tuple[Draft, Rule | None]] = []
    for draft in sorted(drafts, key=lambda d: (*d.rank(), d.span, d.kind)):
        above = (rule for span, rule in barred if _overlap(span, draft.span))
        winner = next((rule for rule in above if draft.rule.priority < rule.priority), None)
        owner = owners.get(draft.trigger_span)
        if winner is None and draft.quantity is not None:
            winner = taken[draft.span].rule if draft.span in taken else None
        elif winner is None:
            if owner is not None and (owner.rule.id, owner.size) != (draft.rule.id, draft.size):
                winner = owner.rule
            else:
                rivals = (other for other in standing if _rival(draft, other))
                winner = next((other.rule for other in rivals if _overlap(draft.span, other.span)), None)
        settled.append((draft, winner))
        if winner is None:
            if draft.quantity is not None:
                taken[draft.span] = draft
            owners.setdefault(draft.trigger_span, draft)
            standing.append(draft)
    return settled


def _alike(sentence: Sentence, token: int, quantity: Quantity) -> bool:
    """Whether the figure at a token is in the same unit, so that one may follow the other in a list.

    A bare number may follow any: `up 8 percent, followed by Samoa at 6`.
    """
    other = sentence.quantity(token)
    if other is None:
        return False
    return quantity.bare or (other.type, other.unit) == (quantity.type, quantity.unit)


def _rival(one: Draft, other: Draft) -> bool:
    """Whether two drafts cannot both stand on the same words: the same kind, or a rank and a record."""
    return one.kind == other.kind or {one.kind, other.kind} == {"rank", "record"}


def _overlap(a: Span, b: Span) -> bool:
    return a[0] < b[1] and b[0] < a[1]
