"""Which trends stand: those whose magnitude or end points their sentence tells are no claims of their own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from pipeline.extract.discourse import Told
from pipeline.extract.mood import is_saying
from pipeline.extract.sentence import Sentence
from pipeline.model import Claim, Span
from pipeline.rules.tables import table

_DENIALS = ("no", "not", "n't", "n’t", "never", "without", "neither", "nor")
_BOUNDS = ("less", "more", "fewer", "lower", "higher")
_REACH = 5
_BEHIND = 2
_CLAUSE_MARKS = (",", ";", ":", "and", "but")
# What stands behind these is given, whatever is denied before: `never recovered after the fare increase`.
_NOT_DENIED = frozenset({
    ",", ";", ":", "but", "and", "after", "despite", "amid", "because", "due", "following", "since", "thanks",
    "given", "before", "over",
})  # fmt: skip
_TOO = {(word, verb) for word in ("as", "so") for verb in ("did", "have", "has", "are")}


def without_told_magnitude(told: Sequence[Told]) -> list[Claim]:
    """The claims of an article without the trends that a change or two levels in their sentence tell in full.

    A movement to a level (`rose to $5bn`) is a trend beside the level, unless it is only planned or expected.
    """
    levels = {(t.claim.sentence, t.draft.token): t.claim for t in told if t.claim.kind == "level"}
    told = [_with_its_level(each, levels) for each in told]
    changes: dict[tuple[object, ...], list[Told]] = defaultdict(list)
    starts: dict[tuple[object, ...], int] = {}
    for each in told:
        if each.claim.kind == "change":
            changes[each.claim.sentence, each.claim.metric, each.claim.direction].append(each)
        if each.claim.kind in ("level", "change") and each.draft.at_base:
            starts[each.claim.sentence, each.claim.metric] = each.draft.token
    moved = {(t.claim.sentence, t.draft.trigger) for t in told if t.claim.kind == "change"}
    figured = {t.claim.sentence for t in told if t.draft.quantity is not None}
    return [
        each.claim
        for each in told
        if each.claim.kind != "trend"
        or (
            each.claim.metric is not None
            and all(
                _is_of_other(each, change)
                for change in changes.get((each.claim.sentence, each.claim.metric, each.claim.direction), ())
            )
            and not moved & {(each.claim.sentence, each.draft.trigger + step) for step in (0, 1)}
            and not (_is_forecast(each) and each.claim.sentence in figured)
            and not (
                _is_verb(each)
                and starts.get((each.claim.sentence, each.claim.metric), -1) > each.draft.trigger
            )
            and not _spans_levels(each)
            and not ("level" in each.draft.slots and (each.claim.modality != "reported" or _compares(each)))
        )
    ]


def _with_its_level(told: Told, levels: Mapping[tuple[Span, int], Claim]) -> Told:
    """A trend that ends at a level (`the Greens fell to 8 percent`) moves what the level measures."""
    end = told.draft.slots.get("level")
    level = levels.get((told.claim.sentence, end)) if end is not None else None
    if told.claim.kind != "trend" or level is None or level.metric is None:
        return told
    claim = replace(told.claim, metric=level.metric, subject=level.subject)
    return replace(told, claim=claim)


def _spans_levels(told: Told) -> bool:
    """Whether the verb of a trend has both ends of its movement behind it, whatever their figures count.

    `Will raise the capacity from 28 trains to 35`.
    """
    sentence, verb = told.draft.sentence, told.draft.trigger
    if not _is_verb(told):
        return False
    words, ends = sentence.tree.words, []
    for at in range(verb + 1, len(words)):
        if words[at] in _CLAUSE_MARKS:
            break
        if sentence.quantity(at) is not None and {"from", "to"} & set(words[at - _BEHIND : at]):
            ends.append("from" if "from" in words[at - _BEHIND : at] else "to")
    return {"from", "to"} <= set(ends)


def _is_of_other(trend: Told, change: Told) -> bool:
    """Whether a trend and a change of a like metric are told of two things, each the subject of its verb.

    `Coffee exports shrank again and the sale of tea fell by 4 percent`.
    """
    sentence, token = trend.draft.sentence, trend.draft.slots.get("metric")
    if trend.draft.slots.get("subject", -1) > change.draft.token:
        return True  # `fell 2 percent, driven by decreases in Galicia`
    words = sentence.tree.lowered[trend.draft.trigger : change.draft.token]
    if any(pair in _TOO for pair in pairwise(words)):
        return True  # `thefts rose, as did fraud, after a jump of 9 percent`
    verb, other = sentence.roles.clause(trend.draft.trigger), sentence.roles.clause(change.draft.token)
    if verb is None or other is None or verb == other or token is None:
        return False
    second = sentence.roles.own_subject(other)
    if (
        second is None
        or second in (token, change.draft.token)
        or sentence.tree.tags[second].startswith("PRP")
    ):
        return False
    return sentence.roles.own_subject(verb) == token


def _is_forecast(told: Told) -> bool:
    """Whether what moves is a forecast, whose own figures say how far: `cut its forecast to 2 percent`."""
    token = told.draft.slots.get("metric")
    return token is not None and told.draft.sentence.tree.lowered[token] in table("phrases")["forecasts"]


def _is_verb(told: Told) -> bool:
    tags = told.draft.sentence.tree.tags
    return bool(tags) and tags[told.draft.trigger].startswith("VB")


def _compares(told: Told) -> bool:
    """Whether the sentence sets the level that a metric moved to against another."""
    sentence, first = told.draft.sentence, told.draft.trigger
    words = sentence.tree.lowered
    comparing = ("compared", *table("phrases")["comparing"])
    if any(
        words[at] in comparing and not _foreseen(words[at + 1 :]) and not _bounds(sentence, at)
        for at in range(first, len(words))
    ):
        return True
    starts = (at for at in range(first, len(words)) if words[at] == "from")
    return any(
        sentence.quantity(near) is not None or sentence.is_period(near)
        for at in starts
        for near in range(at, min(len(words), at + _REACH))
    )


def _bounds(sentence: Sentence, at: int) -> bool:
    """Whether a word of comparing is a part of a figure: `fell to less than $50 million`."""
    words = sentence.tree.lowered
    return (
        words[at] == "than"
        and words[at - 1] in _BOUNDS
        and at + 1 < len(words)
        and sentence.quantity(at + 1) is not None
    )


def _foreseen(words: Sequence[str]) -> bool:
    """Whether what follows `than` is no level but what was foreseen: `rose more than expected to 6`."""
    return bool(words) and words[0] in table("phrases")["foreseen"]


def local_subject(sentence: Sentence, token: int) -> str | None:
    """The last country, place or body before a token that is the subject of a verb, of saying excepted."""
    tree = sentence.tree
    for before in range(token - 1, -1, -1):
        name = sentence.name(before)
        if name is None or name.type == "person" or not tree.labels[before].startswith("nsubj"):
            continue
        if not is_saying(tree.words[tree.heads[before]]):
            return name.canonical
    return None


def noun_denied(sentence: Sentence, token: int) -> bool:
    """Whether a noun of movement is denied by a word before it: `not seen any rise`, `no rise in prices`."""
    words = sentence.tree.lowered[max(0, token - _REACH) : token + 1]
    for before in range(len(words) - 2, -1, -1):
        if words[before] in _NOT_DENIED:
            return False
        if words[before] in _DENIALS:
            return words[before + 1] not in ("only", "just", "least")
    return False
