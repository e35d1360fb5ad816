"""What a rank ranks, in the article's words."""

from __future__ import annotations

from pipeline.extract.admit import is_measured
from pipeline.extract.discourse import Discourse
from pipeline.extract.drafts import Draft
from pipeline.extract.phrases import Topic, read_topic
from pipeline.extract.rank_scope import after_ordinal, is_scope, linear_phrase
from pipeline.extract.sentence import Sentence
from pipeline.model import Ordinal
from pipeline.rules.tables import table

_MEASURES = ("by", "in terms of")
_AMONG_WITHIN = 2
_DEGREES = ("most", "least")
_GRADED_WITHIN = 6
_DROPPED = ("DT", "PRP$", "POS", "CD", ",", "``", "''", "PDT", "IN")


def ranked(draft: Draft, topic: Topic, discourse: Discourse) -> str | None:
    """What is ranked, in the article's words: the nouns after the ordering word with their `of`.

    One without such words (`came second`, `had the highest`) ranks what was ranked last, or its subject.
    """
    sentence = draft.sentence
    head = draft.slots.get("metric")
    if head is not None and head > draft.token and is_scope(sentence, head):
        head = None
        by = _measured_by(sentence, draft.trigger, (*_MEASURES, "in"))
    else:
        by = _measured_by(sentence, draft.trigger, _MEASURES)
    if head is None and by is not None:
        topic = read_topic(sentence, by)
        return topic.metric or topic.phrase
    if head is None:
        return (
            _of_list(draft)
            or (_just_told(draft, discourse) if not _of_these(draft) else None)
            or _last_metric(discourse)
            or _holder_noun(draft)
            or _told_here(draft, discourse)
        )
    if not any(isinstance(m.value, Ordinal) for m in _mentions(draft)):
        return topic.metric or _graded(sentence, head) or _bare(_without_rivals(sentence, head, topic.phrase))
    first = _after_degree(sentence, after_ordinal(draft), head)
    own = _words(sentence, first, head) if first <= head else []
    if not own:
        return _last_metric(discourse) or _holder_noun(draft)
    own += _of_phrases(sentence, head)
    return " ".join(own).replace(" - ", "-")


def _graded(sentence: Sentence, head: int) -> str | None:
    """What `most` or `least` ranks by a quality before a noun: `cause` in `the most common cause`."""
    words = sentence.tree.lowered
    before = range(head - 1, max(head - _GRADED_WITHIN, -1), -1)
    degree = next((at for at in before if words[at] in _DEGREES), None)
    first = None if degree is None else _after_degree(sentence, degree + 1, head)
    if degree is None or first is None or first == degree + 1:
        return None
    return " ".join(_words(sentence, first, head) + _of_phrases(sentence, head)).replace(" - ", "-") or None


def _after_degree(sentence: Sentence, first: int, head: int) -> int:
    """The token after the quality that `most` or `least` grades: `cause` in `the most common cause`."""
    tree = sentence.tree
    if first and tree.lowered[first - 1] not in _DEGREES:
        return first
    quality = first
    while quality < head and tree.tags[quality].startswith("RB"):
        quality += 1
    graded = quality < head and tree.tags[quality].startswith(("JJ", "VBN", "VBD", "VBG"))
    return quality + 1 if graded else first


def _measured_by(sentence: Sentence, token: int, prepositions: tuple[str, ...]) -> int | None:
    """What the ordering goes by, wherever that was hung: `reserves` in `eighth in the world by reserves`."""
    after = range(token + 1, len(sentence.tree))
    return next(
        (
            t
            for t in after
            if sentence.roles.preposition(t) in prepositions
            and is_measured(sentence, t)
            and sentence.quantity(t) is None
            and not is_scope(sentence, t)
        ),
        None,
    )


def _of_list(draft: Draft) -> str | None:
    """What stands in the list that a place is told in: `7th among the world's cocoa producers`."""
    sentence = draft.sentence
    words = sentence.tree.lowered
    start = max(draft.token + 1, after_ordinal(draft))
    among = next((at for at in range(start, len(words)) if words[at] in ("among", "of")), None)
    if among is None or among - start >= _AMONG_WITHIN or among + 1 >= len(words):
        return None
    if words[among + 1] == "any":
        return None  # `the worst of any country`: of the holder's kind, not what is ranked
    first, last = linear_phrase(sentence, among + 1)
    owners = [at for at in range(first, last + 1) if sentence.tree.tags[at] == "POS"]
    first = owners[-1] + 1 if owners else first
    if any(sentence.is_period(at) or sentence.quantity(at) for at in range(first, last + 1)):
        return None
    listed = _words(sentence, first, last)
    if listed[-1:] and listed[-1] in table("ranks")["lists"]:
        return " ".join(_of_phrases(sentence, last)[1:]) or None  # `at the top of the list of exporters`
    return " ".join(listed + _of_phrases(sentence, last)).replace(" - ", "-") if listed else None


def _of_phrases(sentence: Sentence, last: int) -> list[str]:
    """The words of the phrases with `of` that follow a noun: `of grain`."""
    own: list[str] = []
    while last + 2 < len(sentence.tree.words) and sentence.tree.lowered[last + 1] == "of":
        start, end = linear_phrase(sentence, last + 2)
        if sentence.tree.lowered[start] == "any":
            break  # `the highest wages of any club`: of the holder's kind
        inner = _words(sentence, start, end)
        if not inner:
            break
        own += ["of", *inner]
        last = end
    return own


def _told_here(draft: Draft, discourse: Discourse) -> str | None:
    """What the figures just told are of, where a list is topped that has no name."""
    near = discourse.told[-1] if discourse.told else None
    return near.claim.metric if near is not None and draft.kind == "rank" else None


def _bare(phrase: str | None) -> str | None:
    """A phrase without the word that compares: `lithium` for `more lithium`."""
    first, _, rest = (phrase or "").partition(" ")
    return rest if rest and first in table("ranks")["comparing"] else phrase


def _without_rivals(sentence: Sentence, head: int, phrase: str | None) -> str | None:
    """A phrase without those who have less: `complaints` for `the most complaints of any port`."""
    rivals = tuple(sentence.tree.lowered[head + 1 : head + 3]) == ("of", "any")
    return phrase.partition(" of ")[0] if phrase and rivals else phrase


def _mentions(draft: Draft) -> list:  # type: ignore[type-arg]
    return [m for m in draft.sentence.at if m is not None and draft.span[0] <= m.start < draft.span[1]]


def _words(sentence: Sentence, first: int, last: int) -> list[str]:
    """Lower-case words without names, determiners and possessives."""
    tree = sentence.tree
    words = [
        tree.lowered[token]
        for token in range(first, last + 1)
        if tree.tags[token] not in _DROPPED and sentence.name(token) is None and not sentence.is_period(token)
    ]
    while words and words[0] == "-":
        words.pop(0)
    return words


def _last_metric(discourse: Discourse) -> str | None:
    return next((each.claim.metric for each in reversed(discourse.told) if each.claim.kind == "rank"), None)


def _of_these(draft: Draft) -> bool:
    """Whether a place is among a few things that were named: `the largest of the three`."""
    after = after_ordinal(draft)
    return draft.sentence.tree.lowered[after : after + 2] in (("of", "the"), ("of", "these"))


def _just_told(draft: Draft, discourse: Discourse) -> str | None:
    """What a list without a name is of: ranked in its paragraph, else what the figures told last are of."""
    told = [each for each in discourse.told if each.claim.kind == "rank"]
    near = told[-1] if told else None
    same = near is not None and near.draft.sentence.paragraph == draft.sentence.paragraph
    return near.claim.metric if near is not None and same else _told_here(draft, discourse)


def _holder_noun(draft: Draft) -> str | None:
    """What the holder is or has: `dam` in `the dam is the largest`, `rate` where a rate is the lowest."""
    token = draft.slots.get("subject")
    if token is None or draft.sentence.name(token) is not None:
        return None
    topic = read_topic(draft.sentence, token)
    return topic.metric or topic.phrase
