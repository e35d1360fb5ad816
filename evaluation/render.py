"""A report as text for the terminal: headline, tables, errors with their sentences."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from evaluation.compare import CHANGES
from evaluation.errors import CLASSES
from evaluation.fields import FIELDS, answers
from evaluation.sets import GoldSet
from evaluation.study import warnings

Report = Mapping[str, Any]

_MEASURES = ("found", "field", "exact")
_COUNTS = ("right", "predicted", "gold")
_COLUMNS = ("precis.", "recall", "F1", "right", "came", "gold")
_HEADLINES = {
    "figures found": "figures.found",
    "figures field": "figures.field",
    "figures exact": "figures.exact",
    "events found": "events.found",
    "total found": "total.found",
    "total field": "total.field",
    "total exact": "total.exact",
    "statements": "statements.span",
    "statements with speaker": "statements.speaker",
}


def sets(reports: Mapping[str, Report], gold_sets: Sequence[GoldSet]) -> Iterator[str]:
    """The reports of the project's own gold sets, one after the other."""
    for each in gold_sets:
        yield f"### {each.name}: {each.about}"
        yield from report(reports[each.name])
        yield ""


def report(report: Report) -> Iterator[str]:
    """The headline, and the tables and errors where the report holds them."""
    yield from _headline(report)
    if "errors" in report:
        yield from _tables(report)
        yield from _errors(report)


def comparison(result: Report) -> Iterator[str]:
    """The differences of two systems, and the claims that changed sides."""
    yield _row(f"{result['articles']} articles: F1", ("OLD", "NEW", "change", "95% from", "to", "p"))
    for name, key in _HEADLINES.items():
        if key in result["differences"]:
            one = result["differences"][key]
            signed = (f"{one[bound]:+.3f}" for bound in ("difference", "low", "high"))
            yield _row(name, (_ratio(one["old"]), _ratio(one["new"]), *signed, f"{one['p']:.3f}"))
    yield "p: how often chance alone would give a difference as large (paired permutation over articles)"
    yield from warnings(result)
    yield ""
    yield f"{len(result['changed'])} claims changed sides"
    for change, meaning in CHANGES.items():
        count = sum(row["change"] == change for row in result["changed"])
        yield f"{count:>6}  {change}: {meaning}"
    for article, rows in groupby(result["changed"], key=lambda row: row["article"]):
        yield from ("", f"== {article}")
        for row in rows:
            yield f"-- {row['change']}: {_claim(row['claim'])}"
            yield from _quoted(row)


def _headline(report: Report) -> Iterator[str]:
    yield _row(f"{report['articles']} articles", (*_COLUMNS, "95% from", "to"))
    for name, key in _HEADLINES.items():
        part, measure = key.split(".")
        bounds = report["intervals"].get(key, {}).get("f1", (None, None))
        yield _row(name, (*_cells(report[part][measure]), *map(_ratio, bounds)))
    shares = (f"{field} {_ratio(share)}" for field, share in report["documents"].items())
    yield f"documents right: {', '.join(shares)}"
    if report["unscored"]:
        yield f"left out, for want of gold: {', '.join(report['unscored'])}"
    yield from warnings(report)


def _tables(report: Report) -> Iterator[str]:
    for measure in _MEASURES:
        yield from ("", _row(f"by kind: {measure}", _COLUMNS))
        for kind, measures in report["by_kind"].items():
            yield _row(kind, _cells(measures[measure]))
    yield from ("", _row("by field", _COLUMNS))
    for field, cells in report["by_field"].items():
        yield _row(field, _cells(cells))
    yield from ("", _row("by article: F1", (*_MEASURES, "right", "came", "gold")))
    for article, measures in report["by_article"].items():
        ratios = [_ratio(measures[measure]["f1"]) for measure in _MEASURES]
        yield _row(article, (*ratios, *(str(measures["found"][name]) for name in _COUNTS)))


def _errors(report: Report) -> Iterator[str]:
    yield from ("", f"{len(report['errors'])} errors")
    for name, count in report["error_counts"].items():
        yield f"{count:>6}  {name}: {CLASSES[name]}"
    for article, problems in groupby(report["errors"], key=lambda problem: problem["article"]):
        yield from ("", f"== {article}")
        for problem in problems:
            yield from _error(problem)


def _error(problem: Mapping[str, Any]) -> Iterator[str]:
    start, end = problem["span"]
    rule = f", rule {problem['rule']}" if problem["rule"] else ""
    nearest = f", nearest rule {problem['nearest']}" if problem["nearest"] else ""
    yield f"-- {problem['error']} ({problem['kind']} at {start}-{end}{rule}{nearest})"
    yield from _quoted(problem)
    if problem["field"]:
        yield f"   {problem['field']}: wanted {_answer(problem['wanted'])}, came {_answer(problem['came'])}"
        return
    if problem["wanted"]:
        yield f"   wanted {_claim(problem['wanted'])}"
    if problem["came"]:
        yield f"   came   {_claim(problem['came'])}"


def _quoted(row: Mapping[str, Any]) -> Iterator[str]:
    """The sentence on one line, the figure between two stars."""
    if row["sentence"] is None:
        return
    sentence, offset = row["sentence"], row["sentence_span"][0]
    start, end = (at - offset for at in row["span"])
    if 0 <= start < end <= len(sentence):
        sentence = f"{sentence[:start]}**{sentence[start:end]}**{sentence[end:]}"
    yield f"   {' '.join(sentence.split())}"


def _answer(given: Any) -> str:
    if isinstance(given, list | tuple):
        return " or ".join(map(_answer, given))
    return "nothing" if given is None else str(given)


def _claim(claim: Mapping[str, Any]) -> str:
    filled = (field for field in FIELDS if answers(field, claim.get(field)).texts)
    return "; ".join([str(claim.get("kind")), *(f"{field} {_answer(claim[field])}" for field in filled)])


def _row(name: str, cells: Sequence[str]) -> str:
    return f"{name:<24}" + "".join(f"{cell:>9}" for cell in cells)


def _cells(counts: Mapping[str, Any]) -> tuple[str, ...]:
    ratios = (_ratio(counts[name]) for name in ("precision", "recall", "f1"))
    return (*ratios, *(str(counts[name]) for name in _COUNTS))


def _ratio(value: float | None) -> str:
    return "-" if value is None else f"{value:.3f}"
