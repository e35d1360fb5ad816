"""A report as text for the terminal: headline, tables, errors with their sentences."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from evaluation.errors import CLASSES, Problem, tally

HEADLINES = {
    "figures found": ("figures", "found"),
    "figures field": ("figures", "field"),
    "figures exact": ("figures", "exact"),
    "events found": ("events", "found"),
    "total found": ("total", "found"),
    "total field": ("total", "field"),
    "total exact": ("total", "exact"),
    "statements": ("statements", "span"),
    "statements with speaker": ("statements", "speaker"),
}


def headline(report: Mapping[str, Any]) -> Iterator[str]:
    """The lines that a reader needs first: found, field and exact, events, statements, document fields."""
    yield _row(f"{report['articles']} articles", ("precision", "recall", "F1", "right", "came", "gold"))
    for name, (part, measure) in HEADLINES.items():
        yield _row(name, _cells(report[part][measure]))
    shares = (f"{field} {_ratio(share)}" for field, share in report["documents"].items())
    yield f"documents right: {', '.join(shares)}"
    if report["unscored"]:
        yield f"left out, for want of gold: {', '.join(report['unscored'])}"


def tables(report: Mapping[str, Any]) -> Iterator[str]:
    """By kind, by field and by article."""
    columns = ("precision", "recall", "F1", "right", "came", "gold")
    for measure in ("found", "field", "exact"):
        yield ""
        yield _row(f"by kind: {measure}", columns)
        for kind, measures in report["by_kind"].items():
            yield _row(kind, _cells(measures[measure]))
    yield ""
    yield _row("by field", columns)
    for field, cells in report["by_field"].items():
        yield _row(field, _cells(cells))
    yield ""
    yield _row("by article: F1", ("found", "field", "exact", "right", "came", "gold"))
    for article, measures in report["by_article"].items():
        found = measures["found"]
        ratios = [_ratio(measures[measure]["f1"]) for measure in ("found", "field", "exact")]
        counts = [str(found[name]) for name in ("right", "predicted", "gold")]
        yield _row(article, (*ratios, *counts))


def errors(found: Sequence[Problem]) -> Iterator[str]:
    """The number of errors by class, then each with its sentence, the figure between two stars."""
    yield ""
    yield f"{len(found)} errors"
    for name, count in tally(found).items():
        yield f"{count:>6}  {name}: {CLASSES[name]}"
    article = None
    for problem in found:
        if problem.article != article:
            article = problem.article
            yield ""
            yield f"== {article}"
        yield from _error(problem)


def _error(problem: Problem) -> Iterator[str]:
    where = f"{problem.kind} at {problem.span[0]}-{problem.span[1]}"
    rule = f", rule {problem.rule}" if problem.rule else ""
    nearest = f", nearest rule {problem.nearest}" if problem.nearest else ""
    yield f"-- {problem.error} ({where}{rule}{nearest})"
    if problem.sentence and problem.sentence_span:
        yield f"   {_marked(problem.sentence, problem.sentence_span[0], problem.span)}"
    if problem.field:
        yield f"   {problem.field}: wanted {_answer(problem.wanted)}, came {_answer(problem.came)}"
        return
    if problem.wanted:
        yield f"   wanted {_claim(problem.wanted)}"
    if problem.came:
        yield f"   came   {_claim(problem.came)}"


def _marked(sentence: str, offset: int, span: tuple[int, int]) -> str:
    start, end = span[0] - offset, span[1] - offset
    if not 0 <= start < end <= len(sentence):
        return " ".join(sentence.split())
    return " ".join(f"{sentence[:start]}**{sentence[start:end]}**{sentence[end:]}".split())


def _answer(given: Any) -> str:
    if isinstance(given, list | tuple):
        return " or ".join(map(_answer, given))
    return "nothing" if given is None else str(given)


def _claim(claim: Mapping[str, Any]) -> str:
    from evaluation.fields import FIELDS, answers

    filled = (field for field in FIELDS if answers(field, claim.get(field)).texts)
    return "; ".join([str(claim.get("kind")), *(f"{field} {_answer(claim[field])}" for field in filled)])


def _row(name: str, cells: Sequence[str]) -> str:
    return f"{name:<28}" + "".join(f"{cell:>11}" for cell in cells)


def _cells(counts: Mapping[str, Any]) -> tuple[str, ...]:
    ratios = [_ratio(counts[name]) for name in ("precision", "recall", "f1")]
    return (*ratios, *(str(counts[name]) for name in ("right", "predicted", "gold")))


def _ratio(value: float | None) -> str:
    return "-" if value is None else f"{value:.3f}"
