"""What a rule is: the value that a rule file is read into."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from pipeline.rules.grammar import Node

KINDS = ("level", "change", "rank", "record", "trend", "event")
FIELDS = (
    "action", "metric", "subject", "counterpart", "place", "object", "value", "value_max", "unit",
    "comparator", "direction", "period", "base", "modality", "negated", "speaker", "source",
)  # fmt: skip
DEFAULT_PRIORITY = 50
REACHES = ("before", "after", "sentence")

WHOLE = "match"  # in place of a slot: all that the pattern matches


@dataclass(frozen=True, slots=True)
class Make:
    """One claim that a match gives.

    `value` names the slot whose figure is claimed (None: the claim has no figure); `mention` the slots that
    its mention spans, first to last, none for the trigger; `sets` fields that are fixed; `slots` maps fields
    to slots where their names differ; `like` names the slot of a figure whose claim lends all that this one
    leaves open.
    """

    kind: str
    value: str | None = None
    mention: tuple[str, ...] = ()
    sets: Mapping[str, str] = ()  # type: ignore[assignment]
    slots: Mapping[str, str] = ()  # type: ignore[assignment]
    like: str | None = None
    at: Literal["period", "base"] = "period"


@dataclass(frozen=True, slots=True)
class Example:
    """A text that a rule must match, and fields that claims it makes there must have (one dict a claim)."""

    text: str
    claims: tuple[Mapping[str, str], ...]
    published: str | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: claims to make (`makes`), or fields to add (`adds` from slots, `sets` fixed) to the nearest
    claim in `reach`, where `tree` matches.

    `needs` are slots that must be filled, `where` names word classes that slots' nouns must (`not` ...: must
    not) belong to, `known` slots that must hold something the vocabulary knows, `blocks` a slot in which no
    rule of lower priority claims anything. Of two rules that claim the same figure the one with the higher
    `priority` wins, then the one whose trigger stands nearer to the figure, then the one whose match is
    longer, then the one whose id comes first.
    """

    id: str
    pattern: str
    tree: Node
    priority: int = DEFAULT_PRIORITY
    makes: tuple[Make, ...] = ()
    adds: Mapping[str, str] = ()  # type: ignore[assignment]
    sets: Mapping[str, str] = ()  # type: ignore[assignment]
    reach: Literal["before", "after", "sentence"] = "before"
    blocks: str | None = None
    known: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    where: Mapping[str, str] = ()  # type: ignore[assignment]
    examples: tuple[Example, ...] = ()
    counter_examples: tuple[str, ...] = ()
    known_misses: tuple[Example, ...] = ()
    file: str = ""
    place: tuple[str | int, ...] = ()
    pattern_place: tuple[str | int, ...] = ()

    @property
    def is_adjunct(self) -> bool:
        """Whether the rule adds to claims that others make."""
        return bool(self.adds or self.sets)
