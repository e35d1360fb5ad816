"""What each rule is worth: its claims right and wrong, those that no other rule would make, F1 without it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from evaluation.article import KINDS, Article, compare
from evaluation.counts import Counts
from evaluation.fields import Entry
from evaluation.scoring import total
from pipeline.author.material import Material
from pipeline.author.places import near
from pipeline.author.reading import Reading
from pipeline.author.unclaimed import unclaimed
from pipeline.extract.drafts import Draft
from pipeline.extract.match import Match
from pipeline.extract.sentence import Sentence
from pipeline.model import Document, Recognition
from pipeline.reconcile.merge import merge
from pipeline.write.records import Generator, record_of

_MADE_BY = Generator(version="", rules="")


@dataclass
class _Read:
    """One article, read once: its sentences with all matches and the drafts that stand, and how it scores."""

    recognition: Recognition
    gold: dict[str, Any]
    matches: list[tuple[Sentence, list[Match]]]
    drafts: list[list[Draft]] = field(default_factory=list)
    article: Article | None = None


def score_rules(reading: Reading, material: Material, ids: Sequence[str] = ()) -> dict[str, Any]:
    """Every rule against gold::

        {"articles": int, "found": PRF, "rules": [{"rule", "file", "fires", "made", "right", "wrong", "sole",
         "f1_without", "gain"}], "silent": [rule], "missed": int, "unclaimed": [Group]}

    `fires` counts matches, `made` the claims of scored articles that carry the rule, `right` those that pair
    with gold and agree in action, value, upper value, unit and direction; `sole` the right ones that are lost
    without the rule; `gain` is F1 (found) less F1 without the rule. `silent` are rules that never match.
    `unclaimed` groups gold figures that no claim touches, see `unclaimed`. With `ids` (beginnings) only these
    rules are weighed.
    """
    read = [
        _read(reading, each, material.gold[each.id])
        for each in material.documents
        if each.id in material.gold
    ]
    for each in read:
        each.article = _scored(reading, each, each.drafts)
    articles = [each.article for each in read if each.article is not None]
    whole = _found(articles)
    fires = Counter(match.rule.id for each in read for _, matches in each.matches for match in matches)
    right, made = _claims(articles)
    rows = []
    files = {rule.id: near(rule.file) for rule in reading.library.rules}
    for rule in sorted(files):
        if not rule.startswith(tuple(ids) or ""):
            continue
        without = [_without(reading, each, rule) for each in read]
        f1 = _found(without)
        rows.append(
            {
                "rule": rule,
                "file": files[rule],
                "fires": fires[rule],
                "made": made[rule],
                "right": right[rule],
                "wrong": made[rule] - right[rule],
                "sole": _sole(articles, without, rule),
                "f1_without": f1.as_dict()["f1"],
                "gain": (whole.as_dict()["f1"] or 0.0) - (f1.as_dict()["f1"] or 0.0),
            }
        )
    return {
        "articles": len(read),
        "found": whole.as_dict(),
        "rules": sorted(rows, key=lambda row: (-row["gain"], row["rule"])),
        "silent": [rule for rule in sorted(files) if not fires[rule]],
        "missed": sum(len(article.missed) for article in articles),
        "unclaimed": unclaimed(articles, material.texts),
    }


def _read(reading: Reading, document: Document, gold: dict[str, Any]) -> _Read:
    extractor = reading.extractor
    recognition = reading.recogniser(document)
    matches = [(sentence, extractor.matches(sentence)) for sentence in extractor.sentences(recognition)]
    drafts = [extractor.drafts(sentence, found) for sentence, found in matches]
    return _Read(recognition, gold, matches, drafts)


def _without(reading: Reading, read: _Read, rule: str) -> Article:
    """The article as it scores without a rule; only sentences in which it matches are weighed anew."""
    drafts = []
    touched = False
    for (sentence, matches), standing in zip(read.matches, read.drafts, strict=True):
        others = [match for match in matches if match.rule.id != rule]
        if len(others) < len(matches):
            touched = True
            standing = reading.extractor.drafts(sentence, others)
        drafts.append(standing)
    if not touched and read.article is not None:
        return read.article
    return _scored(reading, read, drafts)


def _scored(reading: Reading, read: _Read, drafts: Iterable[Sequence[Draft]]) -> Article:
    made = reading.extractor.extraction(read.recognition, [draft for each in drafts for draft in each])
    return compare(read.gold, record_of(merge(made), _MADE_BY).model_dump(mode="json"))


def _found(articles: Sequence[Article]) -> Counts:
    return total(article.counts(KINDS)["found"] for article in articles)


def _claims(articles: Sequence[Article]) -> tuple[Counter[str], Counter[str]]:
    """The right claims and all claims of each rule."""
    right: Counter[str] = Counter()
    made: Counter[str] = Counter()
    for article in articles:
        for match in article.matches:
            made[_rule(match.predicted)] += 1
            right[_rule(match.predicted)] += match.found
        made.update(_rule(entry) for entry in article.spurious)
    return right, made


def _sole(articles: Sequence[Article], without: Sequence[Article], rule: str) -> int:
    """Gold claims that the rule gets right and that nothing gets right without it."""
    kept = {id(match.gold.raw) for article in without for match in article.matches if match.found}
    return sum(
        match.found and _rule(match.predicted) == rule and id(match.gold.raw) not in kept
        for article in articles
        for match in article.matches
    )


def _rule(entry: Entry) -> str:
    return str(entry.raw.get("rule"))
