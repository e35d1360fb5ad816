"""What went wrong, each error in one class with its sentence: the second pass, which scores nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from decimal import Decimal, InvalidOperation
from typing import Any

from evaluation.align import Span, overlapping, shared
from evaluation.article import Article, Match
from evaluation.fields import FIELDS, Entry, outcome
from evaluation.places import Places

Nearest = Callable[[str, Span, str], str | None]

CLASSES = {
    "missed": "gold has a claim where nothing came",
    "spurious": "a claim came where gold has none",
    "wrong value": "the figure was read as another number",
    "scale": "the figure is right but for a power of ten",
    "kind": "the figure was taken for another kind of claim, or the event for another action",
    "unit": "the unit or what the number counts",
    "metric": "what is measured",
    "subject": "whose figure it is: subject, counterpart, place or object",
    "period": "when it holds",
    "base": "the period it is compared with",
    "comparator": "about, more than, at least and the like",
    "direction": "increase or decrease",
    "modality": "reported, expected, planned, possible, or denied",
    "speaker": "who says it, or the source that is named",
    "duplicate": "the same mention came as a second claim",
    "split": "one fact told twice came as two claims",
    "merged": "two facts came as one claim",
}
_CLASS_OF_FIELD = {field: field for field in FIELDS} | {
    "action": "kind",
    "value": "wrong value",
    "value_max": "wrong value",
    "counterpart": "subject",
    "place": "subject",
    "object": "subject",
    "negated": "modality",
    "source": "speaker",
}


@dataclass(frozen=True)
class Problem:
    """One error. `field` is set where a pair disagrees in one field: `wanted` and `came` are its answers.

    Elsewhere they are the gold and the predicted claim. `span` is the figure's place in the text, `sentence`
    and `sentence_span` what it stands in (None without a text), `rule` the rule of the claim that came.
    """

    article: str
    error: str
    kind: str
    span: Span
    wanted: Any
    came: Any
    field: str | None = None
    rule: str | None = None
    figure: str | None = None
    sentence: str | None = None
    sentence_span: Span | None = None
    nearest: str | None = None

    def as_dict(self) -> dict[str, Any]:
        return asdict(self)


def problems(
    articles: Sequence[Article], texts: Mapping[str, str], nearest: Nearest | None = None
) -> list[Problem]:
    """The errors of compared articles in reading order.

    `texts` gives the text of an article by its id. `nearest` names the rule that came closest to matching
    at a span of a text; it is asked where a claim was missed.
    """
    found: list[Problem] = []
    for article in articles:
        places = Places(texts.get(article.id))
        errors = sorted(_of_article(article), key=lambda each: (each.span, each.error, each.field or ""))
        found.extend(_placed(each, places) for each in errors)
    if nearest:
        found = [_with_nearest(each, texts.get(each.article), nearest) for each in found]
    return found


def tally(found: Sequence[Problem]) -> dict[str, int]:
    """The number of errors of each class, the most frequent first: where the next hour of work pays most."""
    counts = Counter(each.error for each in found)
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))


def _placed(problem: Problem, places: Places) -> Problem:
    return replace(
        problem,
        figure=places.figure(problem.span),
        sentence=places.sentence(problem.span),
        sentence_span=places.sentence_span(problem.span),
    )


def _with_nearest(problem: Problem, text: str | None, nearest: Nearest) -> Problem:
    if text is None or problem.came is not None or problem.field:
        return problem
    return replace(problem, nearest=nearest(text, problem.span, problem.kind))


def _of_article(article: Article) -> Iterator[Problem]:
    for match in article.matches:
        yield from _of_match(article.id, match)
    spurious, missed = list(article.spurious), list(article.missed)
    for mine, theirs in list(_rivals(spurious, missed)):
        spurious.remove(mine)
        missed.remove(theirs)
        yield _problem(article.id, _confusion(mine, theirs), mine, theirs)
    for mine in spurious:
        yield _problem(article.id, _surplus(mine, article.matches), mine, None)
    for theirs in missed:
        yield _problem(article.id, _shortfall(theirs, article.matches), None, theirs)


def _of_match(article: str, match: Match) -> Iterator[Problem]:
    for at, field in enumerate(FIELDS):
        if match.outcomes[at] in ("right", "silent"):
            continue
        mine, theirs = match.predicted.answers[at].texts, match.gold.answers[at].texts
        error = _CLASS_OF_FIELD[field]
        if error == "wrong value" and mine and any(_power_of_ten(mine[0], each) for each in theirs):
            error = "scale"
        yield Problem(
            article=article,
            error=error,
            kind=match.gold.kind,
            span=_span(match.predicted),
            wanted=match.gold.raw.get(field),
            came=match.predicted.raw.get(field),
            field=field,
            rule=match.predicted.raw.get("rule"),
        )


def _rivals(spurious: Sequence[Entry], missed: Sequence[Entry]) -> Iterator[tuple[Entry, Entry]]:
    """Unpaired claims of overlapping mentions, one to one, those that share most first."""
    candidates = overlapping([each.mentions for each in spurious], [each.mentions for each in missed])

    def closeness(pair: tuple[int, int]) -> tuple[bool, int, int, int]:
        mine, theirs = spurious[pair[0]], missed[pair[1]]
        return (mine.kind != theirs.kind, -shared(mine.mentions, theirs.mentions), *pair)

    taken_mine: set[int] = set()
    taken_theirs: set[int] = set()
    for row, column in sorted(candidates, key=closeness):
        if row not in taken_mine and column not in taken_theirs:
            taken_mine.add(row)
            taken_theirs.add(column)
            yield spurious[row], missed[column]


def _confusion(mine: Entry, theirs: Entry) -> str:
    if mine.kind != theirs.kind:
        return "kind"
    value = mine["value"].texts
    return (
        "scale"
        if value and any(_power_of_ten(value[0], each) for each in theirs["value"].texts)
        else "wrong value"
    )


def _surplus(mine: Entry, matches: Sequence[Match]) -> str:
    """Why a claim came that answers no gold claim: told already by another one, or out of nothing."""
    for match in matches:
        if not _same_fact(mine, match.gold):
            continue
        if shared(mine.mentions, match.predicted.mentions):
            return "duplicate"
        if shared(mine.mentions, match.gold.mentions):
            return "split"
    return "spurious"


def _shortfall(theirs: Entry, matches: Sequence[Match]) -> str:
    """Why no claim answers a gold claim: another claim took its mention, or nothing came."""
    taken = any(
        _same_fact(match.predicted, theirs) and shared(theirs.mentions, match.predicted.mentions)
        for match in matches
    )
    return "merged" if taken else "missed"


def _same_fact(mine: Entry, theirs: Entry) -> bool:
    return mine.kind == theirs.kind and outcome("value", mine["value"], theirs["value"]) in (
        "right",
        "silent",
    )


def _problem(article: str, error: str, mine: Entry | None, theirs: Entry | None) -> Problem:
    there = theirs or mine
    assert there is not None  # noqa: S101 - one side is always given
    return Problem(
        article=article,
        error=error,
        kind=there.kind,
        span=_span(mine or there),
        wanted=theirs.raw if theirs else None,
        came=mine.raw if mine else None,
        rule=mine.raw.get("rule") if mine else None,
    )


def _span(item: Entry) -> Span:
    return item.mentions[0] if item.mentions else (0, 0)


def _power_of_ten(one: str, other: str) -> bool:
    try:
        left, right = Decimal(one), Decimal(other)
    except InvalidOperation:
        return False
    if not (left.is_finite() and right.is_finite() and left and right):
        return False
    return left != right and left.normalize().as_tuple()[:2] == right.normalize().as_tuple()[:2]
