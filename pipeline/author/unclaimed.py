"""Gold figures that no claim touches, grouped by the words that stand around them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from evaluation.align import shared
from evaluation.article import Article
from evaluation.places import Places

_WORD = re.compile(r"[^\W\d_]{2,}")
_BEFORE, _AFTER = 60, 40  # characters around a figure in which its words are looked for


def unclaimed(articles: Sequence[Article], texts: Mapping[str, str]) -> list[dict[str, Any]]:
    """Groups of missed figures, the largest first: `{"word", "figures": [{"article", "kind", "span",
    "figure", "sentence", "sentence_span", "claim"}]}`, where `claim` is the gold claim.

    A word names a group where it stands near many of the figures and is rare elsewhere, so that what is
    common to all texts names none.
    """
    found: list[tuple[dict[str, Any], frozenset[str]]] = []
    usual: Counter[str] = Counter()
    for article in articles:
        text = texts.get(article.id, "")
        usual.update(word.lower() for word in _WORD.findall(text))
        places = Places(text)
        made = [*(match.predicted for match in article.matches), *article.spurious]
        for gold in article.missed:
            if any(shared(gold.mentions, claim.mentions) for claim in made) or not gold.mentions:
                continue
            span = gold.mentions[0]
            row = {
                "article": article.id,
                "kind": gold.kind,
                "span": span,
                "figure": places.figure(span),
                "sentence": places.sentence(span),
                "sentence_span": places.sentence_span(span),
                "claim": gold.raw,
            }
            found.append((row, _around(text, span, places)))
    return _grouped(found, usual)


def _around(text: str, span: tuple[int, int], places: Places) -> frozenset[str]:
    first, last = places.sentence_span(span) or span
    start, end = span
    near = f"{text[max(first, start - _BEFORE) : start]} {text[end : min(last, end + _AFTER)]}"
    return frozenset(word.lower() for word in _WORD.findall(near))


def _grouped(
    found: list[tuple[dict[str, Any], frozenset[str]]], usual: Mapping[str, int]
) -> list[dict[str, Any]]:
    groups: list[dict[str, Any]] = []
    left = found
    while left:
        counts = Counter(word for _, words in left for word in words)
        if not counts:
            groups.append({"word": "", "figures": [row for row, _ in left]})
            break
        word = min(counts, key=lambda each: (-(counts[each] ** 2) / max(usual[each], 1), each))
        groups.append({"word": word, "figures": [row for row, words in left if word in words]})
        left = [(row, words) for row, words in left if word not in words]
    return sorted(groups, key=lambda group: (-len(group["figures"]), group["word"]))
