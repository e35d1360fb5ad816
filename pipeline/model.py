"""The plain values that the stages hand to each other.

Every offset is a character offset into `Document.text` (0-based, end exclusive).
Amounts are exact `Decimal`s; calendar values are EDTF strings (ISO 8601-2).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal

Span = tuple[int, int]

RegionKind = Literal["header", "dateline", "source_tag", "boilerplate", "title"]
QuantityType = Literal["money", "percent", "quantity", "number"]
Comparator = Literal["=", "~", ">", "<", ">=", "<="]
Change = Literal["up", "down"]
NameType = Literal["person", "organisation", "country", "place"]
Kind = Literal["level", "change", "rank", "record", "trend", "event"]


@dataclass(frozen=True, slots=True)
class Region:
    """A stretch of text that is not the article's own prose: marked, never cut."""

    start: int
    end: int
    kind: RegionKind


@dataclass(frozen=True, slots=True)
class Document:
    """One article as read. `origins` says where each metadata field was found."""

    id: str
    text: str
    title: str | None = None
    published: date | None = None
    publisher: str | None = None
    dateline: str | None = None
    author: str | None = None
    url: str | None = None
    regions: tuple[Region, ...] = ()
    origins: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Quantity:
    """An amount: `$4.87 billion` is value 4870000000, unit USD, type money.

    `unit` is an ISO 4217 code, `percent`, `percentage_point`, `basis_point`, `factor`, or the singular name
    of a measure joined by underscores (`megawatt`, `barrel_per_day`); None for a bare number or a count of
    things, whose counted noun is `noun` (`300 Chinese companies`: `company`). `value_max` is the upper end
    of a range. `change` is the movement that the words at the number tell (`fell by 2 percent`: down;
    `-4%`: value -4, down). `per` is what a rate is per, where the unit does not say it (`$98 a share`:
    `share`). `minor` is the part of the currency that the text names (`16 centavos`: value 0.16, unit BRL,
    minor `centavo`). `counted` is the noun with its kind (`300 Chinese companies`: `chinese company`).
    `same_as` is the span of the figure that this one repeats in another unit (`500 million yuan ($70.61
    million)`).
    """

    type: QuantityType
    value: Decimal
    value_max: Decimal | None = None
    unit: str | None = None
    noun: str | None = None
    comparator: Comparator = "="
    change: Change | None = None
    same_as: Span | None = None
    per: str | None = None
    minor: str | None = None
    counted: str | None = None

    @property
    def bare(self) -> bool:
        """Whether it is a number alone, without unit and counted noun."""
        return self.type == "number" and self.unit is None and self.noun is None


@dataclass(frozen=True, slots=True)
class Ordinal:
    """A place in an ordering: `third-largest` is 3, `largest` 1; `superlative` is the word of size."""

    value: Decimal
    superlative: str | None = None


@dataclass(frozen=True, slots=True)
class Period:
    """A date or stretch of time as EDTF, resolved against the document's date.

    `shift` marks words that depend on the figure they stand with: an ISO 8601 duration to add to that
    figure's own period (`a year earlier`: `-P1Y`; `the same period`: `P0D`; `the previous quarter`:
    `-P3M`); `edtf` is then the best reading without it, or "" where there is none. `duration` is True for
    lengths of time (`for three years`: edtf `P3Y`). `role` is what the words around say of it: `base` where
    a comparison brings it in (`than in May`, `against $4bn in 2022`), `since`, `by` and `until` where it
    bounds, else `at`.
    """

    edtf: str
    shift: str | None = None
    duration: bool = False
    role: Literal["at", "since", "by", "until", "base"] = "at"


@dataclass(frozen=True, slots=True)
class Name:
    """A person, organisation, country or other place; `canonical` is its fullest name in the article.

    A country's adjective (`Chinese`) has the country as canonical name and `adjective` True. Short forms,
    titles and pronouns (`the diplomat`, `she`) carry the canonical name of whom they refer to.
    """

    type: NameType
    canonical: str
    adjective: bool = False


@dataclass(frozen=True, slots=True)
class Term:
    """A word or phrase of a vocabulary: a metric (`turnover`: id `trade`) or a cue (`due to`: `expected`)."""

    type: Literal["metric", "cue"]
    id: str


@dataclass(frozen=True, slots=True)
class Mention:
    """A typed span of the text: what the recognise stage finds."""

    start: int
    end: int
    text: str
    value: Quantity | Ordinal | Period | Name | Term

    @property
    def span(self) -> Span:
        return (self.start, self.end)


@dataclass(frozen=True, slots=True)
class Recognition:
    """What the recognise stage knows of one document: sentence spans and mentions, both in order of start."""

    document: Document
    sentences: tuple[Span, ...]
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class Claim:
    """One checkable fact; the fields are those of the annotation guide, a null is None.

    `mentions` are the spans that state it, the first one first; `sentence` is the span of the sentence of
    the first mention; `rule` is the id of the rule that made it; `confidence` is the share of that rule's
    claims that proved right on gold, smoothed, and `measured_on` the number of claims behind it.
    """

    kind: Kind
    mentions: tuple[Span, ...]
    sentence: Span
    rule: str
    action: str | None = None
    metric: str | None = None
    subject: str | None = None
    counterpart: str | None = None
    place: str | None = None
    object: str | None = None
    value: Decimal | None = None
    value_max: Decimal | None = None
    unit: str | None = None
    comparator: Comparator = "="
    direction: Literal["increase", "decrease"] | None = None
    period: str | None = None
    base: str | None = None
    modality: Literal["reported", "expected", "planned", "possible"] = "reported"
    negated: bool = False
    speaker: str | None = None
    source: str | None = None
    confidence: float | None = None
    measured_on: int | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """An attributed passage: who said it, with which cue, quoted (`direct`) or not (`indirect`)."""

    speaker: str | None
    cue: str
    mode: Literal["direct", "indirect"]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that was found in one document, as written out."""

    document: Document
    claims: tuple[Claim, ...] = ()
    statements: tuple[Statement, ...] = ()
    notes: tuple[str, ...] = field(default=())

    def __iter__(self) -> Iterator[Claim]:
        return iter(self.claims)
