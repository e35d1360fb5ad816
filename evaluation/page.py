"""The report as one self-contained page: figures, charts, errors, and articles with both sides marked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Mapping, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any

from evaluation import scoring
from evaluation.article import Article, Record
from evaluation.fields import Entry
from evaluation.study import study, warnings
from pipeline.write.charts import bars
from pipeline.write.marks import cut
from pipeline.write.templates import render

MEASURES = {
    "figures.found": "figures found",
    "figures.field": "figures, fields right",
    "figures.exact": "figures exact",
    "events.found": "events found",
    "total.found": "all claims found",
    "statements.span": "statements",
    "statements.speaker": "statements with speaker",
}


def write_page(
    path: Path, gold: Sequence[Record], predicted: Sequence[Record], texts: Mapping[str, str]
) -> None:
    """Score predictions against gold and write the page of the report."""
    path.write_text(page(gold, predicted, texts), encoding="utf-8")


def page(gold: Sequence[Record], predicted: Sequence[Record], texts: Mapping[str, str]) -> str:
    """The page, as HTML. `texts` gives the text of an article by its id; one without a text is left out."""
    articles, _ = scoring.pair_up(gold, predicted)
    report = study(gold, predicted, texts)
    keys = {article.id: f"article-{number}" for number, article in enumerate(articles)}
    rules = _rules(articles)
    generator: Record = next((record["generator"] for record in predicted if "generator" in record), {})
    problems = report["errors"]
    shown = [_article(article, texts[article.id], keys) for article in articles if article.id in texts]
    anchors = {part["anchor"] for each in shown for side in ("gold", "predicted") for part in each[side]}
    return render(
        "evaluation.html",
        title="How well the figures are put on record",
        summary=f"{len(articles):,} articles, {report['total']['found']['gold']:,} claims in gold.",
        version=generator.get("version", version("onrecord")),
        rules=generator.get("rules", "unknown"),
        warnings=list(warnings(report)),
        headline=[_measure(key, name, report) for key, name in MEASURES.items()],
        charts=[chart for chart in _charts(report, rules) if chart],
        rules_made=rules,
        classes=list(report["error_counts"]),
        rule_names=sorted({problem["rule"] for problem in problems if problem["rule"]}),
        errors=[_error(problem, keys, anchors) for problem in problems],
        articles=shown,
    )


def _measure(key: str, name: str, report: Mapping[str, Any]) -> dict[str, Any]:
    part, measure = key.split(".")
    counts = report[part][measure]
    ends = report["intervals"].get(key, {})
    cells = []
    for figure in ("precision", "recall", "f1"):
        cell = "–" if counts[figure] is None else f"{counts[figure]:.3f}"
        if figure in ends:
            low, high = ends[figure]
            cell += f" ({low:.2f} to {high:.2f})"
        cells.append(cell)
    return {
        "name": name,
        "cells": cells,
        "counts": f"{counts['right']}, {counts['predicted']}, {counts['gold']}",
    }


def _charts(report: Mapping[str, Any], rules: Sequence[Mapping[str, Any]]) -> list[Any]:
    kinds = {
        f"{kind} ({part['found']['gold']})": part["found"]["f1"] or 0.0
        for kind, part in report["by_kind"].items()
        if part["found"]["gold"] or part["found"]["predicted"]
    }
    fields = {
        f"{field} ({counts['gold']})": counts["f1"] or 0.0
        for field, counts in report["by_field"].items()
        if counts["gold"] or counts["predicted"]
    }
    made = {f"{row['rule']} ({row['made']})": float(row["precision"]) for row in rules[:25]}
    return [
        bars(kinds, "F1 of claims found, by kind (claims in gold)"),
        bars(fields, "F1 of fields, by field (filled in gold)"),
        bars(made, "Share right, by rule (claims made)"),
    ]


def _rules(articles: Sequence[Article]) -> list[dict[str, Any]]:
    """Each rule with the claims it made and those that were found in gold, the busiest first."""
    made: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for article in articles:
        for match in article.matches:
            rule = str(match.predicted.raw.get("rule"))
            made[rule] += 1
            right[rule] += match.found
        made.update(str(entry.raw.get("rule")) for entry in article.spurious)
    return [
        {"rule": rule, "made": count, "right": right[rule], "precision": f"{right[rule] / count:.2f}"}
        for rule, count in sorted(made.items(), key=lambda item: (-item[1], item[0]))
    ]


def _error(problem: Mapping[str, Any], keys: Mapping[str, str], anchors: Container[str]) -> dict[str, Any]:
    """A row of the table; its figure leads to the mark of what was predicted, else of what gold has."""
    key = keys.get(problem["article"], "")
    anchor = _anchor(key, "gold" if problem["came"] is None else "predicted", problem["span"][0])
    return {
        "place": anchor if anchor in anchors else key,
        "figure": problem["figure"] or problem["kind"],
        "error": problem["error"],
        "kind": problem["kind"],
        "wanted": _told(problem["wanted"], problem["field"]),
        "came": _told(problem["came"], problem["field"]),
        "rule": problem["rule"] or "",
        "sentence": problem["sentence"] or "",
    }


def _told(answer: Any, field: str | None) -> str:
    """One side of an error in words: the answers for a field, or the claim in short."""
    if answer is None:
        return "nothing"
    if isinstance(answer, Mapping):
        parts = (answer.get(name) for name in ("kind", "metric", "action", "value", "unit", "period"))
        return ", ".join(_told(part, None) for part in parts if part is not None)
    if isinstance(answer, list):
        answer = " or ".join("nothing" if part is None else str(part) for part in answer)
    return f"{field}: {answer}" if field else str(answer)


def _article(article: Article, text: str, keys: Mapping[str, str]) -> dict[str, Any]:
    gold = [(match.gold, "found" if match.found else "missed") for match in article.matches]
    predicted = [(match.predicted, "found" if match.found else "spurious") for match in article.matches]
    gold += [(entry, "missed") for entry in article.missed]
    predicted += [(entry, "spurious") for entry in article.spurious]
    key = keys[article.id]
    return {
        "key": key,
        "id": article.id,
        "gold": _marked(text, gold, key, "gold"),
        "predicted": _marked(text, predicted, key, "predicted"),
    }


def _anchor(key: str, side: str, start: int) -> str:
    return f"{key}-{side}-{start}"


def _marked(text: str, entries: Sequence[tuple[Entry, str]], key: str, side: str) -> list[dict[str, str]]:
    spans = [((start, end), at) for at, (entry, _) in enumerate(entries) for start, end in entry.mentions]
    parts, position = [], 0
    for part in cut(text, spans):
        entry, state = entries[part.labels[0]] if part.labels else (None, "")
        told = _told(entry.raw, None) if entry else ""
        anchor = _anchor(key, side, position) if part.begins else ""
        parts.append({"text": part.text, "state": state, "told": told, "anchor": anchor})
        position += len(part.text)
    return parts
