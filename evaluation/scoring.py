"""Score extracted claims against gold: `score(gold, predicted)` on plain dicts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from evaluation.article import FIGURES, KINDS, METADATA, Article, Record, compare
from evaluation.counts import Counts
from evaluation.fields import FIELDS

MEASURES = ("found", "field", "exact")


def score(gold: Iterable[Record], predicted: Iterable[Record]) -> dict[str, Any]:
    """The report on predicted documents against gold ones, as plain dicts and numbers.

    `gold` and `predicted` are documents of the shape that `onrecord extract` writes::

    {"id": str, "published": str | None, "publisher": str | None, "dateline": str | None,
         "claims": [{"kind": str, <field>: str | None, "negated": bool,
                     "mentions": [[start, end], ...]}, ...],
         "statements": [{"speaker": str | None, "start": int, "end": int}, ...]}

    In gold a field may be a list of accepted answers, best first, with None for accepted silence. Offsets are
    characters. A gold document without a prediction counts as missed; a prediction without gold is left out
    and named under `unscored`.

    The report::

    {"articles": int, "unscored": [id, ...],
         "total" | "figures" | "events": {"found" | "field" | "exact": PRF},
         "by_kind": {kind: {"found" | "field" | "exact": PRF}}, "by_field": {field: PRF},
         "by_article": {id: {"found" | "field" | "exact": PRF}},
         "statements": {"span": PRF, "speaker": PRF},
         "documents": {"published" | "publisher" | "dateline": share of articles right or None}}

    where PRF is `{"precision","recall","f1","right","predicted","gold"}`; a ratio of nothing to nothing is
    None.
    """
    return report(*pair_up(gold, predicted))


def pair_up(gold: Iterable[Record], predicted: Iterable[Record]) -> tuple[list[Article], list[str]]:
    """Each gold document against its prediction, in order of id; the ids of predictions without gold."""
    answers = {str(record["id"]): record for record in predicted}
    wanted = {str(record["id"]): record for record in gold}
    articles = [compare(wanted[name], answers.get(name, {})) for name in sorted(wanted)]
    return articles, sorted(answers.keys() - wanted.keys())


def report(articles: list[Article], unscored: list[str]) -> dict[str, Any]:
    """The figures over compared articles, of the shape told at `score`."""
    return {
        "articles": len(articles),
        "unscored": unscored,
        "total": _measures(articles),
        "figures": _measures(articles, FIGURES),
        "events": _measures(articles, ("event",)),
        "by_kind": {kind: _measures(articles, (kind,)) for kind in KINDS},
        "by_field": {
            field: total(article.by_field[field] for article in articles).as_dict() for field in FIELDS
        },
        "by_article": {article.id: _measures([article]) for article in articles},
        "statements": {
            "span": total(article.statements for article in articles).as_dict(),
            "speaker": total(article.speakers for article in articles).as_dict(),
        },
        "documents": {field: _share(articles, field) for field in METADATA},
    }


def total(counts: Iterable[Counts]) -> Counts:
    """The sum of counts."""
    result = Counts()
    for each in counts:
        result = result.plus(each)
    return result


def _measures(articles: list[Article], kinds: Sequence[str] | None = None) -> dict[str, Any]:
    parts = [article.counts(kinds) for article in articles]
    return {measure: total(part[measure] for part in parts).as_dict() for measure in MEASURES}


def _share(articles: list[Article], field: str) -> float | None:
    return sum(article.metadata[field] for article in articles) / len(articles) if articles else None
