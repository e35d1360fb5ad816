"""For which period a claim holds, and with which it is compared."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from functools import lru_cache

from pipeline import edtf
from pipeline.extract.asides import aside
from pipeline.extract.barred import barred, of_brackets, stands_near
from pipeline.extract.foretold import is_told_by_participle
from pipeline.extract.nearness import (
    BESIDE,
    FEW,
    TOO_FAR,
    TimedMention,
    clause_between,
    distance,
    opens_clause,
    timed,
)
from pipeline.extract.scope import tense
from pipeline.extract.sentence import Sentence
from pipeline.model import Name, Period, Quantity
from pipeline.rules.tables import table

_BEFORE = 16
_LEAD = 5
_BEHIND = 3  # words between `up` and its figure
_YEAR = 12
_PARTS = (3, 6)  # months of a quarter and a half, which follow each other as well as a year's
_OWNED = 5  # words after a period's `'s` in which its figure stands
_FROM = frozenset(
    {
        "from",
        "over",
        "on",
        "to",
        "as",
        "with",
        "versus",
        "vs",
        "since",
        "above",
        "below",
        "more",
        "less",
        "higher",
        "lower",
    }
)
_STOPS = frozenset({",", ";", ":", "(", ")", "–", "—", "and", "but", "while", "whereas"})
_PLAIN = frozenset({"in", "at", "on", "the", "a", "an", "during", "for", "with", "to", "of"})


def own_period(sentence: Sentence, token: int, without: Collection[int] = ()) -> str | None:
    """The EDTF of the period that a figure's own sentence gives it, or None.

    `without` are first tokens of periods that are not the figure's.
    """
    if not timed(sentence):
        return None
    named = _named_by_when(sentence, token) or _owner(sentence, token)
    if named is not None:
        return named.removesuffix("/..")
    launched = _since_clause(sentence, token)
    near = beside(sentence, token) if launched is not None else None
    if launched is not None and (near is None or near.shift or not near.edtf):
        return launched
    if _beside_now(sentence, token):
        return None
    now = _told_now(sentence, token) or _told_since(sentence, token)
    within = aside(sentence, token)
    bases = _base_periods(sentence)
    options = [
        (distance(sentence, token, item), item.first, item)
        for item in timed(sentence)
        if item.period.edtf
        and item.period.shift != "P0D"
        and item.first not in bases
        and item.first not in without
        and (within is None or item.first in within)
        and (now is None or sentence.roles.clause(item.first) == now)
        and not barred(sentence, token, item)
        and ";" not in sentence.tree.words[token : item.first]
    ]
    start = max((t for t in range(token) if sentence.tree.words[t] == ";"), default=-1)
    options = [option for option in options if option[1] > start] or options
    best = min(options, key=lambda option: option[:2], default=None)
    if best is None:
        return None
    alone = len(options) == 1 and best[1] - token <= TOO_FAR and _ends_clause(sentence, token, best[2])
    return best[2].period.edtf if alone or best[0] <= TOO_FAR else None


def _ends_clause(sentence: Sentence, token: int, item: TimedMention) -> bool:
    """Whether a period hangs on the verb of a figure's clause: `bought milk for 300 shops in 2016`."""
    verb = sentence.roles.clause(token) if sentence.tree.parsed else None
    same = verb is not None and verb == sentence.roles.clause(item.first)
    return same and not opens_clause(sentence, token, item)


def _told_now(sentence: Sentence, token: int) -> int | None:
    """The head of a figure's clause where it tells of now: `300 people are now out of work`."""
    tree = sentence.tree
    verb = sentence.roles.clause(token) if tree.parsed else None
    if verb is None or tense(tree, verb) != "present":
        return None
    now = table("phrases")["now"]
    return verb if any(tree.lowered[t] in now for t in tree.children(verb, "advmod")) else None


def _told_since(sentence: Sentence, token: int) -> int | None:
    """The head of a figure's clause where it tells of all since another: `has since risen to 9`."""
    tree = sentence.tree
    verb = sentence.roles.clause(token) if tree.parsed else None
    if verb is None:
        return None
    before = (tree.lowered[t] for t in tree.children(verb, "advmod") if t < verb)
    return verb if "since" in before else None


def _beside_now(sentence: Sentence, token: int) -> bool:
    """Whether a word before a figure says that it alone holds now: `a rate of now 5% will fall in May`."""
    first, _ = sentence.extent(token)
    if not sentence.tree.parsed:
        return False
    clause = sentence.roles.clause(token)
    before = range(max(0, first - 2), first)
    now = table("phrases")["now"]
    return any(
        sentence.tree.lowered[at] in now and sentence.tree.heads[at] not in (at, clause) for at in before
    )


def _named_by_when(sentence: Sentence, token: int) -> str | None:
    """The period that a clause with `when` takes up, though it bounds or compares: `since 2001, when ...`."""
    tree = sentence.tree
    for verb in (token, *tree.above(token)):
        for mark in tree.children(verb, "advmod", "mark"):
            if tree.lowered[mark] != "when" or mark > token:
                continue
            for item in timed(sentence):
                near = item.last in (mark - 1, mark - 2) and not item.period.edtf.startswith("..")
                if near and beside(sentence, token) in (None, item.period):
                    return item.period.edtf or None
    return None


def _since_clause(sentence: Sentence, token: int) -> str | None:
    """The open stretch that a clause with `since` begins: `Since it opened in 2001, it has sold 9 ships`."""
    tree = sentence.tree
    own = sentence.roles.clause(token) if tree.parsed else None
    if own is None or tense(tree, own) != "past":
        return None
    for item in timed(sentence):
        verb = sentence.roles.clause(item.first)
        while verb is not None and tree.labels[verb] == "xcomp":  # `since rain began to fall in May`
            verb = tree.heads[verb]
        marks = tree.children(verb, "mark") if verb is not None and tree.heads[verb] == own else ()
        if any(tree.lowered[mark] == "since" for mark in marks) and tree.tags[own] == "VBN":
            return f"{item.period.edtf}/.." if item.period.edtf and ".." not in item.period.edtf else None
    return None


def _owner(sentence: Sentence, token: int) -> str | None:
    """The period that owns a figure, though it is compared with: `less than last year's crop of 5 tonnes`."""
    words = sentence.tree.words
    token, _ = sentence.extent(token)
    for item in timed(sentence):
        owned = item.last < token <= item.last + _OWNED and words[item.last + 1] in ("'s", "’s", "'", "’")
        between = range(item.last + 1, token)
        other = any(words[t] == "," or sentence.quantity(t) or sentence.roles.is_verb(t) for t in between)
        if owned and not other:
            return item.period.edtf or None
    return None


def taken_up(sentence: Sentence) -> str | None:
    """The best reading of words that take up a period told before: `in the reporting period`, `that year`."""
    return next(
        (item.period.edtf for item in timed(sentence) if item.period.shift == "P0D" and item.period.edtf),
        None,
    )


def own_base(sentence: Sentence, token: int) -> Period | None:
    """The period that the sentence compares a figure with, or None."""
    bases = _base_periods(sentence)
    options = [
        (
            distance(sentence, token, item, to_base=True) + (_BEFORE if item.last < token else 0),
            item.first,
            item,
        )
        for item in timed(sentence)
        if item.first in bases
        and _told_of(sentence).get(item.first, token) == token
        and ";" not in sentence.tree.words[token : item.first]
    ]
    best = min(options, key=lambda option: option[:2], default=None)
    return best[2].period if best is not None and best[0] <= TOO_FAR else None


def beside(sentence: Sentence, token: int) -> Period | None:
    """The period that stands right after a figure: `$41.3 billion in 2022`, `1.61 a year earlier`."""
    end = sentence.extent(token)[1]
    for item in timed(sentence):
        between = range(end + 1, item.first)
        if 0 < item.first - end <= BESIDE and not any(sentence.quantity(t) for t in between):
            if of_brackets(sentence, token, item):
                return None
            start = end + 1 if is_told_by_participle(sentence, token) else end
            return None if clause_between(sentence, start, item.first) else item.period
    return None


def begun(sentence: Sentence, token: int) -> str | None:
    """When a movement behind a level began, which tells what it is compared with: `9%, up 2 since May`."""
    first, last = sentence.extent(token)
    words = sentence.tree.lowered
    led = [at for at in range(max(1, first - _BEHIND), first) if words[at] in ("up", "down")]
    if not led or words[led[-1] - 1] != ",":
        return None
    near = (item for item in timed(sentence) if 0 <= item.first - last - 1 <= 1)
    return next((i.period.edtf.removesuffix("/..") for i in near if i.period.role == "since"), None) or None


def of_earlier(sentence: Sentence, token: int) -> TimedMention | None:
    """The earlier time in which a movement was, not its start: `after a 6% rise the year before`."""
    end = sentence.extent(token)[1]
    words = sentence.tree.lowered
    for item in timed(sentence):
        between = words[end + 1 : item.first]
        role = item.period.role == "at" or _is_compared(sentence, token)
        near = 0 < item.first - end <= BESIDE + 1 and role
        if not near or not (item.period.shift or "").startswith("-"):
            continue
        if not _STOPS.isdisjoint(between) or any(sentence.quantity(t) for t in range(end + 1, item.first)):
            continue
        if any(word in _FROM or word in table("phrases")["comparing"] for word in between):
            continue
        return item
    return None


@lru_cache(maxsize=FEW)
def _told_of(sentence: Sentence) -> dict[int, int]:
    """By first token, the earlier times in which a movement was, with its figure; no other starts there."""
    return {
        item.first: token
        for token in range(len(sentence.tree.words))
        if (quantity := sentence.quantity(token)) is not None
        and quantity.type == "percent"
        and not _is_compared(sentence, token)
        and (item := of_earlier(sentence, token)) is not None
    }


def _is_compared(sentence: Sentence, token: int) -> bool:
    """Whether another figure is set against this one: `up from 5%`, `against 5%`."""
    first, _ = sentence.extent(token)
    lead = sentence.tree.lowered[max(0, first - 3) : first]
    return any(word == "from" or word in table("phrases")["comparing"] for word in lead)


def compared_at(sentence: Sentence, token: int) -> str | None:
    """The period right behind a figure that is compared with: `compared with a revised $3m in May`."""
    near = beside(sentence, token)
    words = sentence.tree.lowered
    lead = words[max(0, token - _LEAD) : token]
    if (
        near is None
        or near.shift
        or not near.edtf
        or not (any(word in table("phrases")["comparing"] for word in lead) or lead[-1:] == ("from",))
    ):
        return None
    end = sentence.extent(token)[1]
    return (
        None if any(word in table("phrases")["comparing"] for word in words[end + 1 : end + 4]) else near.edtf
    )


def at_start(sentence: Sentence, token: int, period: str) -> str:
    """When a movement over a stretch begins, for the figure it starts from: `from 5 to 9 in ten years`."""
    end = sentence.extent(token)[1]
    left = "to" in sentence.tree.lowered[end + 1 : end + 1 + BESIDE]
    return period.partition("/")[0] if left and ".." not in period else period


def of_same_time(sentence: Sentence, token: int) -> bool:
    """Whether a figure compared with is of the same time: foreseen, or another's (`against 5% for Spain`)."""
    words = sentence.tree.lowered
    end = sentence.extent(token)[1]
    phrases = table("phrases")
    if stands_near(sentence, token, phrases["forecasts"] + phrases["foreseen"]):
        return True
    if any(
        word in phrases["forecasts"] and sentence.tree.labels[at] in ("obj", "nsubj:pass")
        for at, word in enumerate(words[:token])
    ):
        return True  # `it cut its forecast for this year to 3 percent from 4`
    return words[end + 1 : end + 2] in (("for",), ("in",)) and any(
        isinstance(sentence.name(t), Name) for t in range(end + 2, min(end + 5, len(words)))
    )


def matching(base: Period, published: date | None = None) -> str | None:
    """The period that months of another year are set beside: a year after `from $5bn in January-May 2024`.

    A quarter or half may be set beside the next, if that of the year after is yet to come.
    """
    edtf_of = base.edtf
    if base.shift or ".." in edtf_of or "/" not in edtf_of or edtf.grain(edtf_of) == "day":
        return None
    lo, hi = edtf.bounds(edtf_of)
    months = 12 * (hi.year - lo.year) + hi.month - lo.month + 1
    if months >= _YEAR:
        return None
    found = edtf.shift(edtf_of, "P1Y")
    over = published is not None and edtf.bounds(found)[1] <= published
    return found if over or months not in _PARTS else None


def resolved(base: Period, period: str | None) -> str | None:
    """The EDTF of a period of comparison, given the period of its claim.

    `Last July`, set beside a figure of July, is that of the year before.
    """
    if (
        period
        and base.edtf == period
        and not base.shift
        and "/" not in period
        and edtf.grain(period) == "month"
    ):
        return edtf.shift(period, "-P1Y")
    if base.shift and base.shift != "P0D" and period and ".." not in period:
        try:
            return edtf.shift(period, base.shift)
        except ValueError:
            return base.edtf or None
    return base.edtf or None


@lru_cache(maxsize=FEW)
def _base_periods(sentence: Sentence) -> set[int]:
    """First tokens of the periods that something is compared with, by their own words or a figure's."""
    words = sentence.tree.lowered
    comparing = table("phrases")["comparing"]
    found = set()
    for item in timed(sentence):
        before = [word for word in words[max(0, item.first - 4) : item.first] if word not in _PLAIN][-1:]
        own = item.period.role == "base" or (item.period.shift or "").startswith("-")
        if own or any(word in comparing or word in ("above", "below") for word in before):
            found.add(item.first)
    for token, mention in enumerate(sentence.at):
        if mention is None or not isinstance(mention.value, Quantity) or sentence.at[token - 1] is mention:
            continue
        near = range(max(0, token - 3), token)
        verbs = [
            at + 1
            for at in near
            if sentence.quantity(at) or (sentence.roles.is_verb(at) and words[at] not in comparing)
        ]
        lead = words[max([near.start, *verbs]) : token]  # not of `sales from here reached 9`
        if mention.value.comparator in ("<", ">"):  # `more than` bounds the figure
            lead = tuple(word for word in lead if word != "than")
        if any(word in comparing or word == "from" for word in lead) and "to" not in lead:
            end = sentence.extent(token)[1]
            found |= {item.first for item in timed(sentence) if 0 < item.first - end <= BESIDE}
    return found
