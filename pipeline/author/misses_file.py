"""The misses that an evaluation or a score reported, as sentences to draft rules from."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from pipeline.author.wanted import Wanted
from pipeline.errors import InputError

_REMEDY = "give what `onrecord evaluate --format json` or `onrecord rules score --format json` printed"


def misses_of(path: Path) -> list[Wanted]:
    """The sentences of a report in which a gold claim was missed. Raises InputError where it is no report."""
    try:
        report = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise InputError(str(path), f"cannot be read: {error}", _REMEDY) from error
    if not isinstance(report, dict) or not {"errors", "unclaimed", "sets"} & set(report):
        raise InputError(str(path), "is no report of misses", _REMEDY)
    return list(_misses(report))


def _misses(report: Mapping[str, Any]) -> Iterator[Wanted]:
    for each in report.get("sets", {}).values():
        yield from _misses(each)
    if report.get("sets"):
        return
    for each in report.get("errors", ()):
        if each.get("error") == "missed" and each.get("sentence") and each.get("sentence_span"):
            first = each["sentence_span"][0]
            yield _wanted(each["sentence"], each["span"], first, each["wanted"])
    for group in report.get("unclaimed", ()):
        for each in group["figures"]:
            if each.get("sentence") and each.get("sentence_span"):
                yield _wanted(each["sentence"], each["span"], each["sentence_span"][0], each["claim"])


def _wanted(sentence: str, span: list[int], first: int, claim: Mapping[str, Any]) -> Wanted:
    text = " ".join(sentence.split())
    start, end = span[0] - first, span[1] - first
    if (
        text != sentence
    ):  # line breaks of the article are spaces in the example, which moves what stands behind
        start, end = (len(" ".join((sentence[:at] + "|").split())) - 1 for at in (start, end))
    return Wanted(text, (start, end), claim)
