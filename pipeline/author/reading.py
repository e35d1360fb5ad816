"""Single sentences read with a rule set, loaded once; claims are made as the program would make them."""

from __future__ import annotations

from collections.abc import Sequence
from copy import copy
from dataclasses import replace
from datetime import date
from pathlib import Path

from pipeline.extract.extractor import Extractor
from pipeline.model import Claim, Document, Recognition
from pipeline.recognise.recogniser import Recogniser
from pipeline.reconcile.merge import merge
from pipeline.rules.library import RuleLibrary, class_names
from pipeline.rules.rule import Rule

PUBLISHED = date(
    2026, 6, 15
)  # of a sentence that tells no date, so that `last year` is the same year every year


class Reading:
    """Recogniser and rules, ready. Raises PatternError for broken rules."""

    def __init__(self, folders: Sequence[Path] = ()) -> None:
        self.extractor = Extractor(tuple(folders))
        self.recogniser = Recogniser()

    def with_rules(self, rules: Sequence[Rule]) -> Reading:
        """The same with more rules."""
        library = replace(
            self.library, rules=tuple(sorted((*self.library.rules, *rules), key=lambda rule: rule.id))
        )
        for name in class_names(rules):
            library.classes.add_single(name)
        other = copy(self)
        other.extractor = self.extractor.with_rules(library)
        return other

    @property
    def library(self) -> RuleLibrary:
        """The rules in force."""
        return self.extractor.library

    def recognition(self, text: str, published: str | None = None) -> Recognition:
        """The mentions of a text that was published on an ISO date (mid-2026 where none is given)."""
        day = date.fromisoformat(published) if published else PUBLISHED
        return self.recogniser(Document("example", text, published=day))

    def claims(self, text: str, published: str | None = None) -> tuple[Claim, ...]:
        """The claims of a text."""
        return merge(self.extractor(self.recognition(text, published))).claims
