"""The extract stage: mentions and words in, claims and statements out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from copy import copy
from dataclasses import replace
from pathlib import Path

from pipeline.extract.adjuncts import add_adjuncts
from pipeline.extract.cast import cast_of
from pipeline.extract.discourse import Discourse, Told
from pipeline.extract.drafts import Draft, contest, drafts_of
from pipeline.extract.fields import complete
from pipeline.extract.line import held, make_line
from pipeline.extract.lost_subjects import with_subjects
from pipeline.extract.match import Match, find_matches
from pipeline.extract.name_tags import with_leading_names, with_names
from pipeline.extract.outer_times import with_outer_times
from pipeline.extract.parse import Parser
from pipeline.extract.pointer import Pointer
from pipeline.extract.respective import tell_in_turn
from pipeline.extract.salience import lead_end, salience
from pipeline.extract.sentence import Sentence, make_sentence, mentions_within
from pipeline.extract.sources import Source, find_sources, source_at
from pipeline.extract.statements import find_statements, speaker_at
from pipeline.extract.trends import without_told_magnitude
from pipeline.extract.voices import voices
from pipeline.model import Claim, Document, Extraction, Mention, Quantity, Recognition, Span, Statement
from pipeline.rules.library import RuleLibrary, checked_library
from pipeline.rules.rule import Rule

_UNREAD = ("header", "dateline", "source_tag", "boilerplate")


class Extractor:
    """Runs the rules over recognised documents.

    `patterns` are folders laid over the shipped rules; `spacy_model` names an installed spaCy pipeline to
    parse with instead of the one that ships; `quick` leaves out the network that reads the whole article.
    Raises PatternError for broken rules and ModelError for a missing model.
    """

    def __init__(
        self, patterns: Sequence[Path] = (), spacy_model: str | None = None, quick: bool = False
    ) -> None:
        self._quick = quick
        self.library: RuleLibrary = checked_library(tuple(patterns))
        self._parser = Parser(spacy_model) if spacy_model else Parser()

    def with_rules(self, library: RuleLibrary) -> Extractor:
        """The same parser with other rules."""
        other = copy(self)
        other.library = library
        return other

    def __call__(self, recognition: Recognition) -> Extraction:
        """Claims and statements of one document, in order of the text."""
        pointer = self._pointer(recognition.document)
        if pointer is not None:
            pointer.read_ahead(each.span for each in recognition.mentions if isinstance(each.value, Quantity))
        sentences = self.sentences(recognition)
        drafts = [draft for sentence in sentences for draft in self.drafts(sentence, self.matches(sentence))]
        return self.extraction(recognition, drafts, pointer)

    def _pointer(self, document: Document) -> Pointer | None:
        return None if self._quick else Pointer(document)

    def extraction(
        self, recognition: Recognition, drafts: Iterable[Draft], pointer: Pointer | None = None
    ) -> Extraction:
        """The drafts of one document, in order of the text, made into claims, and its statements.

        `pointer` is the one that has begun to read it, if any.
        """
        statements = find_statements(recognition)
        sources = find_sources(recognition)
        claims = tuple(
            _spoken(
                claim, speaker_at(statements, claim.mentions[0][0]), source_at(sources, claim.mentions[0][0])
            )
            for claim in without_told_magnitude(self.told(recognition, drafts, statements, sources, pointer))
        )
        return Extraction(recognition.document, claims, tuple(statements))

    def told(
        self,
        recognition: Recognition,
        drafts: Iterable[Draft],
        statements: Sequence[Statement],
        sources: Sequence[Source],
        pointer: Pointer | None = None,
    ) -> list[Told]:
        """The claims that the drafts of one document make, each with what it was made of."""
        told_by = Counter(each.speaker for each in statements if each.speaker)
        speakers = frozenset(told_by)
        document = recognition.document
        about = salience(document, recognition.mentions, told_by)
        spoken_for = voices(document, recognition.mentions, speakers, about)
        outside = frozenset(spoken_for.values()) & about.organisations - {about.company}
        cast = cast_of(document, recognition.mentions, recognition.sentences, lead_end(document))
        discourse = Discourse(
            about,
            cast,
            speakers | outside,
            spoken_for,
            published=document.published,
            pointer=pointer or self._pointer(document),
        )
        for draft in drafts:
            discourse.speaker = speaker_at(statements, draft.span[0])
            discourse.source = source_at(sources, draft.span[0])
            discourse.we = spoken_for.get(discourse.speaker or "")
            discourse.told.append(complete(draft, discourse))
        return discourse.told

    def sentences(self, recognition: Recognition, every: bool = False) -> list[Sentence]:
        """The sentences that a rule could make a claim of, or `every` one, parsed, with their mentions."""
        document = recognition.document
        shut = [(r.start, r.end) for r in document.regions if r.kind in _UNREAD]
        spans = [span for span in recognition.sentences if not _inside(span, shut)]
        grouped: list[list[Mention]] = []
        position = 0
        for span in spans:
            found, position = mentions_within(recognition.mentions, span, position)
            grouped.append(found)
        rules = self.library.compiled
        chosen: set[int] = set()

        def wanted(number: int, words: Sequence[str]) -> bool:
            could = every or any(
                each.rule.makes for each in rules.candidates(held(words, grouped[number], rules.alphabet))
            )
            if could:
                chosen.add(number)
            return could

        trees = self._parser.trees(document.text, spans, wanted)
        sentences: list[Sentence] = []
        paragraph, previous = 0, 0
        for number, (span, found, tree) in enumerate(zip(spans, grouped, trees, strict=True)):
            paragraph += "\n" in document.text[previous : span[0]]
            previous = span[1]
            if number in chosen:
                if tree.parsed:
                    tree = with_subjects(with_leading_names(with_names(tree, found), found))
                    tree = with_outer_times(tree, found)
                line = make_line(tree, found, rules.alphabet)
                text = document.text[span[0] : span[1]]
                before = sentences[-1] if sentences and number - 1 in chosen else None
                sentences.append(make_sentence(span, paragraph, text, line, before))
        return sentences

    def matches(self, sentence: Sentence) -> list[Match]:
        """All matches of all rules in one sentence."""
        return list(find_matches(self.library.compiled, sentence.line))

    def drafts(self, sentence: Sentence, matches: Sequence[Match]) -> list[Draft]:
        """The drafts that stand in one sentence, of the matches in it."""
        standing = [draft for draft, winner in self.contest(sentence, matches) if winner is None]
        standing.sort(key=lambda draft: (draft.span, draft.kind))
        add_adjuncts(matches, standing, sentence, self.library.classes)
        tell_in_turn(standing)
        return standing

    def contest(self, sentence: Sentence, matches: Sequence[Match]) -> list[tuple[Draft, Rule | None]]:
        """Every draft that the matches make in a sentence, with the rule that it lost to if it did."""
        drafts: list[Draft] = []
        blocked: list[tuple[Span, Rule]] = []
        for match in matches:
            if match.rule.blocks is not None:
                place = match.slots.get(match.rule.blocks, (match.start, match.end))
                blocked.append((sentence.line.span(*place), match.rule))
            drafts.extend(drafts_of(match, sentence, self.library.classes))
        return contest(drafts, blocked)


def _spoken(claim: Claim, speaker: str | None, source: str | None) -> Claim:
    if not speaker and not source:
        return claim
    return replace(claim, speaker=speaker or claim.speaker, source=source or claim.source)


def _inside(span: Span, regions: Sequence[Span]) -> bool:
    return any(start <= span[0] and span[1] <= end for start, end in regions)
