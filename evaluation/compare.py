"""Two systems on the same gold: is the difference more than chance, and which claims changed sides."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from evaluation import intervals, scoring
from evaluation.article import Article, Record
from evaluation.fields import Entry
from evaluation.places import Places
from evaluation.sets import fitted_ids

CHANGES = {
    "gained": "gold claims that only NEW finds",
    "lost": "gold claims that only OLD finds",
    "spurious": "false claims that only NEW makes",
    "mended": "false claims that only OLD makes",
}


def compare_systems(
    gold: Sequence[Record], old: Iterable[Record], new: Iterable[Record], texts: Mapping[str, str]
) -> dict[str, Any]:
    """The difference that NEW makes to OLD.

    `{"articles": int, "caution": str | None, "fitted": [id], "differences": {headline:
    {"old","new","difference", "low","high","p"}}, "changed":
    [{"article","change","claim","span","figure","sentence","sentence_span"}]}`, where `change` is one of
    CHANGES, and `claim` the gold claim, or the predicted one of false claims.
    """
    before, _ = scoring.pair_up(gold, old)
    after, _ = scoring.pair_up(gold, new)
    fitted = fitted_ids()
    return {
        "articles": len(before),
        "caution": intervals.caution(len(before)),
        "fitted": [article.id for article in before if article.id in fitted],
        "differences": {name: each.as_dict() for name, each in intervals.differences(before, after).items()},
        "changed": [
            change
            for one, other in zip(before, after, strict=True)
            for change in _changed(one, other, Places(texts.get(one.id)))
        ],
    }


def _changed(before: Article, after: Article, places: Places) -> list[dict[str, Any]]:
    """The claims of one article that changed sides, in reading order."""
    changes = [
        *(("gained", claim) for claim in _only(_found(after), _found(before))),
        *(("lost", claim) for claim in _only(_found(before), _found(after))),
        *(("spurious", claim) for claim in _only(after.spurious, before.spurious)),
        *(("mended", claim) for claim in _only(before.spurious, after.spurious)),
    ]
    rows = [
        {
            "article": before.id,
            "change": change,
            "claim": claim.raw,
            "span": claim.mentions[0],
            "figure": places.figure(claim.mentions[0]),
            "sentence": places.sentence(claim.mentions[0]),
            "sentence_span": places.sentence_span(claim.mentions[0]),
        }
        for change, claim in changes
        if claim.mentions
    ]
    return sorted(rows, key=lambda row: (row["span"], row["change"]))


def _found(article: Article) -> list[Entry]:
    return [match.gold for match in article.matches if match.found]


def _only(claims: Iterable[Entry], others: Iterable[Entry]) -> Iterator[Entry]:
    """The claims that the others do not hold, by kind, mentions and value."""
    known = {_identity(claim) for claim in others}
    return (claim for claim in claims if _identity(claim) not in known)


def _identity(claim: Entry) -> str:
    return json.dumps([claim.kind, claim.mentions, claim["action"].texts, claim["value"].texts])
