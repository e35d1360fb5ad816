"""What an article has told so far: what later claims lean on where they leave something open."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from itertools import takewhile
from typing import Literal

from pipeline import edtf
from pipeline.extract.asides import told_aside
from pipeline.extract.cast import Cast
from pipeline.extract.choice import Candidates, weights
from pipeline.extract.drafts import Draft
from pipeline.extract.pointer import Pointer
from pipeline.extract.salience import Salience
from pipeline.extract.sentence import Sentence
from pipeline.model import Claim, Quantity
from pipeline.rules.bodies import is_public
from pipeline.rules.homelands import is_of_country
from pipeline.rules.tables import table
from pipeline.rules.vocabulary import is_corporate, is_national, is_relational

FIGURES = ("level", "change", "trend", "record")
_AS_LARGE = Decimal(10)
_RECENT = 200
_MUTUAL = ("trade", "trade_balance", "exports", "imports")


@dataclass(frozen=True, slots=True)
class Told:
    """A finished claim and its draft; whether its own words tell the subject, and as a name.

    `weighed` are the candidates of each field that was chosen by weight.
    """

    draft: Draft
    claim: Claim
    explicit: bool
    named: bool
    weighed: Mapping[str, Candidates] = field(default_factory=dict)


@dataclass(slots=True)
class Discourse:
    """The claims told so far, in order, and whom the article is mostly about.

    `speakers` are those whose words it tells, `represents` for whom each of them speaks. `speaker` and
    `source` are those of the words being read, `we` is for whom that speaker speaks.
    """

    salience: Salience = field(default_factory=Salience)
    cast: Cast = field(default_factory=Cast)
    speakers: frozenset[str] = frozenset()
    represents: Mapping[str, str] = field(default_factory=dict)
    told: list[Told] = field(default_factory=list)
    published: date | None = None
    pointer: Pointer | None = None
    speaker: str | None = None
    source: str | None = None
    we: str | None = None

    def weigh(self, field: str, draft: Draft, found: Candidates) -> str | None:
        """The candidate for which most speaks, with what the network says that reads the article."""
        if self.pointer is not None and weights(field).pointed and len(found.found) > 1:
            names = list(found.found)
            found.odds = dict(zip(names, self.pointer.odds(field, draft.span, names), strict=True))
        return found.best(field)

    def tense(self, period: str | None) -> Literal["over", "open", "to come"]:
        """Whether a period lies wholly before or after the day of the article."""
        if period is None or self.published is None:
            return "open"
        first, last = edtf.bounds(period)
        if last < self.published:
            return "over"
        return "to come" if first > self.published else "open"

    def resolve(self, subject: str) -> str:
        """The name that a description stands for: `the country` for a country's, `the shipyard` likewise.

        A subject that describes no name told of in the article is returned as it is.
        """
        if subject in self.salience.names:
            return subject
        noun = subject.lower()
        if noun in table("phrases")["both"] and self.salience.pair is not None:
            return self.salience.pair[0]
        wanted = self.describes(subject)
        for canonical, name in reversed(self.salience.names.items()):
            lowered = canonical.lower()
            if noun in lowered and name.type != "person" and lowered != noun:
                words = lowered.split()
                if noun in (words[0], words[-1]):
                    return canonical
        if wanted == "organisation" and self.salience.company is not None:
            return self.salience.company
        if wanted == "country" and self.salience.home is not None and noun in table("phrases")["at_home"]:
            return self.salience.home
        if wanted is not None:
            for each in reversed(self.told):
                known = self.salience.names.get(each.claim.subject or "")
                if (
                    each.named
                    and known is not None
                    and known.type == wanted
                    and each.claim.subject not in self.speakers - {self.salience.company}
                ):
                    return each.claim.subject or subject
            return self.salience.main.get(wanted, subject)
        return subject

    def describes(self, phrase: str) -> str | None:
        """What type of name a description stands for: a firm's also with `listed` or its town before it."""
        phrases = table("phrases")
        *before, last = phrase.split()
        noun = last.lower()
        for word in before:
            name = self.salience.names.get(word)
            place = (name is not None and name.type == "place") or is_of_country(word)
            if not (place or word.endswith("based") or word in phrases["describing"]):
                return None
        known: str | None = phrases["descriptions"].get(noun)
        return known or ("organisation" if noun in table("names/organisations")["companies"] else None)

    def named(self, subject: str | None) -> str | None:
        """A subject's name, where it has one or describes one; None for any other."""
        found = self.resolve(subject) if subject is not None else None
        return found if found in self.salience.names else None

    def is_organisation(self, subject: str | None) -> bool:
        """Whether a subject is the name of an organisation."""
        return self._type(subject) == "organisation"

    def is_country(self, subject: str | None) -> bool:
        """Whether a subject is the name of a country."""
        return self._type(subject) == "country"

    def is_person(self, subject: str | None) -> bool:
        """Whether a subject is the name of a person."""
        return self._type(subject) == "person"

    def _type(self, subject: str | None) -> str | None:
        name = self.salience.names.get(subject or "")
        return None if name is None else name.type

    def stands_for(self, person: str) -> str | None:
        """Whose the figures are that a person tells of or acts on: of whom he speaks for, if not outside."""
        group = self.represents.get(person)
        return person if group is None else None if group in self.speakers else group

    def is_place(self, subject: str | None) -> bool:
        """Whether someone is a country or another place."""
        return self._type(subject) in ("country", "place")

    def may_have(self, subject: str | None, metric: str | None) -> bool:
        """Whether someone may have a metric: what is left over has none; a nation's figures are no person's
        and no public body's, and only some are a firm's.
        """
        if subject in table("phrases")["left_over"] and metric != "share":
            return False
        if subject is None or not is_national(metric):
            return subject is not None
        if self._type(subject) in (None, "person") or self._reports(subject):
            return False
        return not self.is_organisation(subject) or metric not in table("metrics")["economywide"]

    def antecedent(self, sentence: Sentence, token: int) -> str | None:
        """The name that a pronoun stands for: the last subject before it in the sentence that has a name."""
        tree = sentence.tree
        for before in range(token - 1, -1, -1) if tree.parsed else ():
            name = sentence.name(before)
            if name is not None and tree.labels[before].startswith("nsubj") and name.type != "person":
                return name.canonical
        return None

    @property
    def recent(self) -> list[Told]:
        """The claims told last, events apart; no more of them, so that the costs of a book stay linear."""
        return [each for each in self.told[-_RECENT:] if each.claim.kind != "event"]

    def last(self, like: Quantity | None = None) -> Told | None:
        """The figure told last, in the unit of `like` if there is one; percentages tell of anything."""
        figures = [each for each in reversed(self.told) if each.claim.kind in FIGURES]
        if like is not None and like.type in ("number", "quantity") and like.unit is None:
            figures = [each for each in figures if each.claim.unit == "count"] or figures
        if like is not None and like.unit not in ("percent", "percentage_point", "factor", None):
            figures = [each for each in figures if each.claim.unit == like.unit] or figures
        return figures[0] if figures else None

    def meant(self, sentence: Sentence, plural: bool = False) -> Told | None:
        """What `it` or `this` takes up: the figure told last here, else first in the sentence before.

        `they` takes up there what is told in the plural, if anything: exports rather than trade.
        """
        figures = [each for each in self.told if each.claim.kind in FIGURES]
        if not figures or figures[-1].draft.sentence is sentence:
            return figures[-1] if figures else None
        before = figures[-1].draft.sentence
        there = [each for each in figures if each.draft.sentence is before]
        many = (each for each in there if plural and (each.claim.metric or "").endswith("s"))
        return next(many, there[0])

    def told_in(self, sentence: Sentence) -> Iterator[Told]:
        """The claims told so far in the sentence that is being read, the last one first."""
        return takewhile(lambda each: each.draft.sentence is sentence, reversed(self.told))

    def of_figure(self, sentence: Sentence, token: int) -> Told | None:
        """The claim made of the figure at a token of a sentence."""
        for each in self.told_in(sentence):
            if each.draft.quantity is not None and sentence.at[each.draft.token] is sentence.at[token]:
                return each
        return None

    def ranked(self, sentence: Sentence, token: int) -> str | None:
        """Who was just said to be what a noun names: `This is the largest plant here, which supplies ...`."""
        start = sentence.tree.starts[token]
        for each in self.told_in(sentence):
            if each.claim.kind == "rank" and each.draft.span[0] <= start < each.draft.span[1]:
                return each.claim.subject
        return None

    def subject_for(self, sentence: Sentence, metric: str | None, other: str | None = None) -> str | None:
        """Whose figure a metric without owner is, where not the `other` party's.

        Who had the same metric last, else whom the paragraph tells of; else the company, for what companies
        have, or the country that the article is about.
        """
        company, country = self.salience.company, self.salience.home
        figures = [
            each
            for each in reversed(self.told)
            if (each.claim.kind in FIGURES or _ranked_here(each, sentence))
            and each.explicit
            and each.claim.subject != other
            and self.may_have(each.claim.subject, metric)
        ]
        same = (each for each in figures if metric is not None and each.claim.metric == metric)
        named = [
            each
            for each in figures
            if each.named
            and each.claim.subject not in self.speakers
            and not self._reports(each.claim.subject)
        ]
        if country is not None and country == other:
            country = next((each.claim.subject for each in named if is_relational(each.claim.metric)), None)
        if is_national(metric) and country is not None:
            near = next((each for each in same if _together(each, sentence)), None)
            return near.claim.subject if near is not None else country
        found = next((each for each in same if each.named or _together(each, sentence)), None)
        found = found or next((each for each in named if _together(each, sentence)), None)
        if found is not None:
            return found.claim.subject
        if is_corporate(metric) and company is not None:
            return company
        if is_national(metric) or self.salience.leading != company:
            company = None
        return company or country or self.salience.leading

    def _reports(self, subject: str | None) -> bool:
        """Whether someone is a public body, which tells of others' figures."""
        return self.is_organisation(subject) and is_public(subject or "")

    def unit_of(self, metric: str | None, value: Decimal) -> str | None:
        """The unit of a bare number: that of its metric's level told last, where as large."""
        figures = (each.claim for each in reversed(self.told) if each.claim.kind in ("level", "change"))
        last = next(figures, None)
        if last is None or not last.value or metric is None or (last.kind, last.metric) != ("level", metric):
            return None
        return last.unit if 1 / _AS_LARGE <= value / last.value <= _AS_LARGE else None

    def seller(self, buyer: str | None) -> str | None:
        """Whose exports have been told of, other than the buyer's, else the article's own country."""
        sold = (each.claim.subject for each in reversed(self.told) if each.claim.metric == "exports")
        country = self.salience.main.get("country")
        told = next((name for name in sold if name and name != buyer), None)
        return told or (country if country != buyer else None)

    def counterpart_for(self, metric: str | None, subject: str | None) -> str | None:
        """The other party of a relation in an article about two countries, or about one in which others deal.

        What was told of one partner holds for no later figure: that may be of all partners. So it does of a
        partner whom the article brings in after its head.
        """
        if not is_relational(metric) or subject is None:
            return None
        name, home, pair = self.salience.names.get(subject), self.salience.home, self.salience.pair
        other = None
        if pair is not None and subject in pair:
            other = pair[1] if subject == pair[0] else pair[0]
        elif name is not None and name.type == "country" and subject != home:
            other = home
        return other if other is not None and self.cast.opens_with(other) else None

    def other_of_two(self, country: str | None) -> str | None:
        """The other of the two countries named most: the partner in what is `mutual` or `bilateral`."""
        two = self.salience.two
        if two is None or country not in two:
            return None
        return two[1] if country == two[0] else two[0]

    def held(self, sentence: Sentence) -> str | None:
        """What a part that somebody holds is of: what the last such part in the paragraph was told of."""
        for each in reversed(self.told):
            if not _together(each, sentence):
                return None
            if each.claim.metric == "share" and self.is_organisation(each.claim.counterpart):
                return each.claim.counterpart
        return None

    def period_here(self, sentence: Sentence, metric: str | None) -> str | None:
        """The period of a figure of the same metric told before in a sentence: a record is of its time."""
        here = (each.claim for each in self.told_in(sentence))
        return next((claim.period for claim in here if claim.metric == metric), None)

    def period_for(self, sentence: Sentence, metric: str | None, named: str | None = None) -> str | None:
        """The period of figures told before in the same paragraph, or of the same metric.

        Else `named`, the best reading of words that take one up, else the stretch the article opens with.
        """
        for each in reversed(self.told):
            near = each.draft.sentence.paragraph == sentence.paragraph
            if each.claim.kind in ("level", "change", "trend") and _lends(each):
                if near or each.claim.metric == metric:
                    return each.claim.period
                break
        return named or self._lead_period()

    def period_kept(self, sentence: Sentence, metric: str | None) -> str | None:
        """The period of `period_for` where more than its nearness speaks for it.

        It is that of the figure told last in the same sentence, or of the same metric in the same paragraph.
        One that only stands near is too often another figure's own.
        """
        period = self.period_for(sentence, metric)
        near = [each for each in self.told if _together(each, sentence)]
        same = [each for each in near if metric is not None and each.claim.metric == metric]
        here = [each for each in near if each.draft.sentence is sentence]
        return period if period in {each.claim.period for each in (*same[-1:], *here[-1:])} else None

    def _lead_period(self) -> str | None:
        """The stretch of time that the article opens with (`in the first quarter`), no day or open end."""
        facts = (
            each for each in self.told if each.claim.kind in FIGURES and each.claim.modality == "reported"
        )
        first = next(facts, None)
        return first.claim.period if first is not None and _lends(first) else None


def _ranked_here(told: Told, sentence: Sentence) -> bool:
    """Whether a claim ranks someone in this very sentence: `the Alma dam, the highest of all: 300 metres`."""
    return told.claim.kind == "rank" and told.draft.sentence is sentence


def _together(told: Told, sentence: Sentence) -> bool:
    """Whether a claim stands in the paragraph of a sentence."""
    return told.draft.sentence.paragraph == sentence.paragraph


def _lends(told: Told) -> bool:
    """Whether a period may hold for later figures: not one of comparison, nor to come, nor a single day, nor
    what an aside is told of.
    """
    period = told.claim.period
    told_of_fact = told.claim.modality == "reported" and not told.draft.at_base
    told_of_fact = told_of_fact and not told_aside(told.draft.sentence, told.draft.token)
    return period is not None and told_of_fact and _is_stretch(period)


def _is_stretch(period: str) -> bool:
    """Whether a period is longer than a day and closed on both sides."""
    return ".." not in period and ("/" in period or edtf.grain(period) != "day")
