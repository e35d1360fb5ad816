"""Why a sentence gives the claims that it gives, and which rules came near."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from evaluation.files import read
from pipeline.author.examples import fields_of
from pipeline.author.places import place_of
from pipeline.author.reading import Reading
from pipeline.errors import InputError
from pipeline.extract.admit import refusal
from pipeline.extract.drafts import Draft
from pipeline.extract.match import Match
from pipeline.extract.misses import Miss, nearest_misses
from pipeline.extract.sentence import Sentence
from pipeline.extract.slots import slot_tokens, trigger_token
from pipeline.extract.sources import find_sources
from pipeline.extract.statements import find_statements
from pipeline.model import Claim, Quantity, Recognition, Span
from pipeline.reconcile.merge import merge
from pipeline.rules.rule import Rule
from pipeline.write.mentions import recognition_record

Record = dict[str, Any]


def explain(reading: Reading, text: str, published: str | None = None) -> Record:
    """What the rules make of a text::

        {"text", "recognised": {"quantities" | "ordinals" | "dates" | "names" | "terms": [mention]},
         "claims": [{"rule", "kind", "figure", "fields": {field: text}}],
         "weighed": [{"figure", "field", "candidates": [{"text", "weight", "because": {what: hundredths}}]}],
         "sentences": [{"text", "fired": [Fired], "misses": [Miss]}]}

    Weighed are the fields that were chosen among candidates, the best of these first. Fired is
    `{"rule","file","line","pattern","priority","matched","trigger", "slots": {slot: text}, "gives":
    {field: text}, "outcome", "lost_to"}`, where `outcome` says what became of the match; Miss is
    `{"rule","file","line","pattern","element","column","how","stood","matched"}`.
    """
    recognition = reading.recognition(text, published)
    claims = merge(reading.extractor(recognition)).claims
    record = recognition_record(recognition)
    record.pop("id")
    return {
        "text": text,
        "recognised": record,
        "claims": [_claim(claim, text) for claim in claims],
        "weighed": _weighed(reading, recognition),
        "sentences": [
            _sentence(reading, sentence, claims)
            for sentence in reading.extractor.sentences(recognition, every=True)
        ],
    }


def explain_claim(reading: Reading, claim: str, file: Path) -> Record:
    """As `explain` for the sentence of a claim in a file that `onrecord extract` wrote, with the claim as
    `asked`.

    The sentence is read alone here: what the article lent to the claim is missing. Raises InputError where
    the file holds no such claim.
    """
    for document in read(file):
        for record in document.get("claims", ()):
            if record.get("id") == claim:
                return {"asked": record} | explain(reading, record["sentence"], document.get("published"))
    raise InputError(str(file), f"holds no claim `{claim}`", "ids stand under claims[].id")


def _claim(claim: Claim, text: str) -> Record:
    start, end = claim.mentions[0]
    return {"rule": claim.rule, "kind": claim.kind, "figure": text[start:end], "fields": fields_of(claim)}


def _weighed(reading: Reading, recognition: Recognition) -> list[Record]:
    extractor, text = reading.extractor, recognition.document.text
    drafts = [
        draft
        for sentence in extractor.sentences(recognition)
        for draft in extractor.drafts(sentence, extractor.matches(sentence))
    ]
    return [
        {
            "figure": text[slice(*told.draft.span)],
            "field": field,
            "candidates": [
                {"text": candidate, "weight": sum(reasons.values()), "because": reasons}
                for candidate, reasons in found.reasons(field).items()
            ],
        }
        for told in extractor.told(
            recognition, drafts, find_statements(recognition), find_sources(recognition)
        )
        for field, found in told.weighed.items()
    ]


def _sentence(reading: Reading, sentence: Sentence, claims: Sequence[Claim]) -> Record:
    extractor = reading.extractor
    matches = extractor.matches(sentence)
    settled = extractor.contest(sentence, matches)
    told = {span for claim in claims for span in claim.mentions}
    standing = extractor.drafts(sentence, matches)
    fired = [_fired(reading, sentence, match, settled, standing, told) for match in matches]
    fired.sort(key=lambda each: (each["outcome"] != "claims", -each["priority"], each["rule"]))
    best = {draft.span: draft.rule.priority for draft in standing}
    figures = {
        token: best.get(mention.span, -1)
        for token, mention in enumerate(sentence.at)
        if mention is not None and isinstance(mention.value, Quantity)
    }
    misses = nearest_misses(extractor.library.compiled, sentence, matches, figures)
    return {"text": sentence.text, "fired": fired, "misses": [_miss(miss) for miss in misses]}


def _fired(
    reading: Reading,
    sentence: Sentence,
    match: Match,
    settled: Sequence[tuple[Draft, Rule | None]],
    standing: Sequence[Draft],
    told: set[Span],
) -> Record:
    rule = match.rule
    tokens = slot_tokens(sentence, match)
    outcome, winner = _outcome(reading, sentence, match, settled, standing, told, tokens)
    return place_of(rule) | {
        "priority": rule.priority,
        "matched": _words(sentence, match.start, match.end),
        "trigger": _words(sentence, *match.trigger),
        "slots": {name: _slot(sentence, match, name, token) for name, token in tokens.items()},
        "gives": dict(match.gives),
        "outcome": outcome,
        "lost_to": winner,
    }


def _outcome(
    reading: Reading,
    sentence: Sentence,
    match: Match,
    settled: Sequence[tuple[Draft, Rule | None]],
    standing: Sequence[Draft],
    told: set[Span],
    tokens: Mapping[str, int],
) -> tuple[str, str | None]:
    """What became of a match in a word or two, and the rule that it lost to."""
    rule = match.rule
    refused = refusal(rule, sentence, dict(tokens), trigger_token(sentence, match), reading.library.classes)
    if refused is not None:
        return f"refused: {refused}", None
    if rule.is_adjunct:
        added = [field for draft in standing for field, by in draft.added.items() if by == rule.id]
        return (
            f"adds {', '.join(added)}" if added else "adds nothing: no claim in reach leaves it open"
        ), None
    if rule.blocks is not None:
        return "blocks rules of lower priority here", None
    own = [(draft, winner) for draft, winner in settled if draft.match == match]
    if not own:
        return "refused: its figure repeats another, or is not of the same unit", None
    if any(winner is None and draft.span in told for draft, winner in own):
        return "claims", None
    lost = next((winner.id for _, winner in own if winner is not None), None)
    return ("lost", lost) if lost else ("told by another claim already", None)


def _slot(sentence: Sentence, match: Match, name: str, token: int) -> str:
    if name in match.slots:
        return _words(sentence, *match.slots[name])
    return (
        sentence.words(*sentence.roles.noun_phrase(token))
        if sentence.tree.parsed
        else sentence.tree.words[token]
    )


def _words(sentence: Sentence, first: int, end: int) -> str:
    elements = sentence.line.elements
    return sentence.words(elements[first].first, elements[end - 1].last)


def _miss(miss: Miss) -> Record:
    return place_of(miss.rule) | {
        "element": miss.element,
        "column": miss.column,
        "how": miss.how,
        "stood": miss.stood,
        "matched": miss.matched,
    }
