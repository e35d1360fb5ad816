"""People, organisations, countries and other places, each with its fullest name in the article.

Capitalised words are chained into runs, runs divided into parts, and parts typed by what stands around them
anywhere in the article; then short forms, role words (`the ambassador`), nouns (`the ministry`), pronouns are
given the name they stand for.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.model import Mention, Region, Span
from pipeline.recognise.capitals import is_capital, runs, words
from pipeline.recognise.evidence import typed
from pipeline.recognise.families import with_families
from pipeline.recognise.gazetteer import gazetteer
from pipeline.recognise.initials import with_full_names
from pipeline.recognise.joined import joined
from pipeline.recognise.parts import divide
from pipeline.recognise.reference import Resolver
from pipeline.recognise.reference_words import trigger_words
from pipeline.recognise.row import Part

_HEADLINE_WORD = re.compile(r"[^\W\d_]{4,}")
_HEADLINE_AT_MOST = 250
_POSSESSIVE = re.compile(r"['’]s\Z")
_UNREAD = frozenset({"header", "dateline", "source_tag", "boilerplate"})


def find_names(text: str, sentences: Sequence[Span], regions: Sequence[Region] = ()) -> list[Mention]:
    """Return the names of `text` and all that refers back to them, in order of start; none overlap.

    `sentences` are spans in order. Regions other than a title's are not read for names.
    """
    unread = [(region.start, region.end) for region in regions if region.kind in _UNREAD]
    headlines = [(start, end) for start, end in sentences if _headline(text, start, end)]
    capitals, triggers = _scan(text, unread, trigger_words())
    parts: list[Part] = []
    for run in runs(text, capitals, sentences):
        parts.extend(divide(text, run))
    whole = joined(text, with_full_names(text, parts))
    named = with_families(text, typed(text, whole, headlines))
    return Resolver(text, sentences, named, triggers).mentions()


def _scan(text: str, unread: Sequence[Span], triggers: frozenset[str]) -> tuple[list[Span], list[Span]]:
    """The spans of capitalised words and of words that may refer to a name, outside `unread`."""
    capitals: list[Span] = []
    referring: list[Span] = []
    ahead = iter([*sorted(unread), (len(text) + 1, len(text) + 1)])
    skip = next(ahead)
    known = gazetteer()
    for start, end, word in words(text):
        while start >= skip[1]:
            skip = next(ahead)
        if start >= skip[0]:
            continue
        lower = _POSSESSIVE.sub("", word.lower())
        if lower in triggers:
            referring.append((start, start + len(lower)))
        if is_capital(word) or (word.split("-")[0] in known.uncapitalised and known.match(text, start)):
            capitals.append((start, end))
    return capitals, referring


def _headline(text: str, start: int, end: int) -> bool:
    """Whether a line without a final stop has most of its longer words capitalised."""
    if end - start > _HEADLINE_AT_MOST or text[end - 1] in ".!?\"”'’":
        return False
    found = _HEADLINE_WORD.findall(text, start, end)
    return len(found) >= 3 and sum(word[0].isupper() for word in found) > 0.7 * len(found)
