"""What changes between two rule sets, claim by claim, and by how much."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from evaluation.compare import compare_systems
from evaluation.predict import extracted
from evaluation.scoring import pair_up
from pipeline.author.material import Material
from pipeline.rules.rule import FIELDS

Record = dict[str, Any]


def diff(old: Sequence[Path], new: Sequence[Path], material: Material) -> Record:
    """The changes from one rule set (folders over the shipped rules) to another::

        {"articles": int, "claims": [int, int], "differences": {headline: {"old", "new", "difference", "low",
         "high", "p"}}, "changes": [{"article", "change", "figure", "kind", "rules": [old, new], "fields":
         {field: [old, new]}, "right": [old, new], "sentence"}]}

    `change` is gained, lost or changed; claims of one kind at one place are the same claim. `right` says of
    either side whether gold agrees, None where there is no claim or no gold. Raises PatternError.
    """
    before, after = extracted(material.documents, old), extracted(material.documents, new)
    gold = list(material.gold.values())
    verdicts = [_right(gold, before), _right(gold, after)]
    changes = [
        change
        | {"article": one["id"], "right": [_verdict(change["claims"][at], verdicts[at]) for at in (0, 1)]}
        for one, other in zip(before, after, strict=True)
        for change in _changes(one["claims"], other["claims"])
    ]
    for change in changes:
        del change["claims"]
    return {
        "articles": len(material.documents),
        "claims": [sum(len(record["claims"]) for record in records) for records in (before, after)],
        "differences": compare_systems(gold, before, after, material.texts)["differences"] if gold else {},
        "changes": changes,
    }


def _changes(old: Iterable[Record], new: Iterable[Record]) -> Iterator[Record]:
    """The claims of one article that are on one side only, or differ, in order of the text."""
    before, after = _by_place(old), _by_place(new)
    for place in sorted(before.keys() | after.keys()):
        one, other = before.get(place), after.get(place)
        there = other or one
        assert there is not None  # noqa: S101 - the place comes from one of the two
        fields = {
            field: [one and one[field], other and other[field]]
            for field in FIELDS
            if (one or {}).get(field) != (other or {}).get(field)
        }
        if one and other and not fields:
            continue
        yield {
            "change": "changed" if one and other else "gained" if other else "lost",
            "figure": there["figure"],
            "kind": there["kind"],
            "rules": [one and one["rule"], other and other["rule"]],
            "fields": fields,
            "sentence": there["sentence"],
            "claims": [one, other],
        }


def _by_place(claims: Iterable[Record]) -> dict[tuple[int, int, str, int], Record]:
    found: dict[tuple[int, int, str, int], Record] = {}
    for claim in claims:
        start, end = claim["mentions"][0]
        number = sum(key[:3] == (start, end, claim["kind"]) for key in found)
        found[start, end, claim["kind"], number] = claim
    return found


def _right(gold: Sequence[Record], records: Sequence[Record]) -> dict[int, bool]:
    """Whether gold agrees, for each claim (by identity) of an article that has gold."""
    verdicts: dict[int, bool] = {}
    for article in pair_up(gold, records)[0]:
        verdicts |= {id(match.predicted.raw): match.found for match in article.matches}
        verdicts |= {id(entry.raw): False for entry in article.spurious}
    return verdicts


def _verdict(claim: Mapping[str, Any] | None, verdicts: Mapping[int, bool]) -> bool | None:
    return None if claim is None else verdicts.get(id(claim))
