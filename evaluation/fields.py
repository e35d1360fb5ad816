"""When the fields of a predicted and a gold claim agree, and what each field of a pair counts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import cached_property, lru_cache
from typing import Any, Literal

from evaluation.text import alike, normalised, words

Outcome = Literal["right", "wrong", "excused", "extra", "absent", "silent"]

FIELDS = (
    "action", "metric", "subject", "counterpart", "place", "object", "value", "value_max", "unit",
    "comparator", "direction", "period", "base", "modality", "negated", "speaker", "source",
)  # fmt: skip
FOUND = ("action", "value", "value_max", "unit", "direction")
DEFAULTS = {"comparator": "=", "modality": "reported", "negated": "false"}
_TEXTS = frozenset(("metric", "subject", "counterpart", "place", "object", "speaker", "source"))
_NUMBERS = frozenset(("value", "value_max"))
_EITHER_WAY = frozenset(("level", "change", "record", "trend"))


@dataclass(frozen=True)
class Answers:
    """The accepted answers of one field, best first; `silence` where leaving it unfilled is accepted too."""

    texts: tuple[str, ...]
    silence: bool


@dataclass(frozen=True, eq=False)
class Entry:
    """One claim, predicted or gold, read for comparison. `raw` is the claim as it came."""

    raw: Mapping[str, Any]
    kind: str
    mentions: tuple[tuple[int, int], ...]
    answers: tuple[Answers, ...]

    @cached_property
    def filled(self) -> int:
        """How many fields are filled."""
        return sum(bool(each.texts) for each in self.answers)

    def __getitem__(self, field: str) -> Answers:
        return self.answers[FIELDS.index(field)]


def entry(claim: Mapping[str, Any]) -> Entry:
    """Read a claim given as a dict: one string, a list of accepted answers, or null a field."""
    mentions = tuple(sorted((int(start), int(end)) for start, end in claim.get("mentions") or ()))
    given = tuple(answers(field, claim.get(field)) for field in FIELDS)
    return Entry(claim, str(claim.get("kind")), mentions, given)


def outcomes(predicted: Entry, gold: Entry) -> tuple[Outcome, ...]:
    """What each field of a pair counts, in the order of FIELDS.

    `right` is a true positive; `wrong` a false positive and a false negative; `excused` a wrong one where
    gold accepts silence, a false positive; `extra` filled in the prediction only, a false positive; `absent`
    filled in gold only, a false negative; `silent` counts nothing. Subject and counterpart of bilateral trade
    stand either way round.
    """
    mine, theirs = predicted.answers, gold.answers
    straight = tuple(map(outcome, FIELDS, mine, theirs))
    if gold.kind not in _EITHER_WAY or "trade" not in gold["metric"].texts:
        return straight
    one, other = FIELDS.index("subject"), FIELDS.index("counterpart")
    turned = list(straight)
    turned[one] = outcome("subject", mine[other], theirs[one])
    turned[other] = outcome("counterpart", mine[one], theirs[other])
    return max(straight, tuple(turned), key=_merit)


@lru_cache(maxsize=2**17)
def outcome(field: str, predicted: Answers, gold: Answers) -> Outcome:
    """What one field of a pair counts; of several predicted answers the first is taken."""
    if not predicted.texts:
        return "silent" if gold.silence or not gold.texts else "absent"
    if not gold.texts:
        return "extra"
    if any(agrees(field, predicted.texts[0], accepted) for accepted in gold.texts):
        return "right"
    return "excused" if gold.silence else "wrong"


def agrees(field: str, predicted: str, accepted: str) -> bool:
    """Whether a predicted answer agrees with an accepted one, by the rule of its field."""
    if field in _NUMBERS:
        return same_number(predicted, accepted)
    if field == "metric" and (is_metric_id(predicted) or is_metric_id(accepted)):
        return normalised(predicted) == normalised(accepted)
    if field in _TEXTS:
        return alike(predicted, accepted)
    return predicted == accepted


def is_metric_id(text: str) -> bool:
    """Whether a text is an id of the metric vocabulary, such as `exports`."""
    return normalised(text) in words("metrics")


def same_number(one: str, other: str) -> bool:
    """Equal as decimals, or the one with more decimals rounds to the other (33.333 and 33.33)."""
    try:
        left, right = Decimal(one), Decimal(other)
    except InvalidOperation:
        return one == other
    if not (left.is_finite() and right.is_finite()):
        return one == other
    if left == right:
        return True
    places = max(_exponent(left), _exponent(right))
    return places < 0 and abs(left - right) <= Decimal((0, (5,), places - 1))


def _exponent(number: Decimal) -> int:
    exponent = number.as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0


def answers(field: str, given: Any) -> Answers:
    """Read one field as it came: a string or null, in gold also a list of accepted answers."""
    if given is None or isinstance(given, str):
        return _answers(field, (given,))
    options = given if isinstance(given, list | tuple) else (given,)
    return _answers(field, tuple(map(_text, options)))


@lru_cache(maxsize=2**16)
def _answers(field: str, texts: tuple[str | None, ...]) -> Answers:
    default = DEFAULTS.get(field)
    filled = tuple(dict.fromkeys(text for text in texts if text is not None and text != default))
    return Answers(filled, silence=None in texts or default in texts)


def _text(value: Any) -> str | None:
    if isinstance(value, bool):
        return str(value).lower()
    return None if value is None else str(value)


def _merit(given: tuple[Outcome, ...]) -> tuple[int, int]:
    """How well a way of reading a pair does: fields not in disagreement, then fields right."""
    return sum(item in ("right", "silent") for item in given), given.count("right")
