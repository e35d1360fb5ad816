"""How the periods of a sentence bear on one figure in it, and what is true of it whatever its period."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.extract import mood, properties
from pipeline.extract.asides import aside, peoples
from pipeline.extract.bearings import clauses
from pipeline.extract.drafts import Draft
from pipeline.extract.nearness import TimedMention, clause_between, opens_clause, timed
from pipeline.extract.nouns import known
from pipeline.extract.scope import tense
from pipeline.extract.sentence import Sentence
from pipeline.extract.standing import stands_apart
from pipeline.rules.tables import table
from pipeline.rules.vocabulary import metric_ids

_STEPS = (1, 3, 6, 10, 18, 30)
_MANY = 3
_FRONT = 4
_CONTENT = ("NN", "VB", "JJ", "CD")
_BREAKS = frozenset({";", ":", "–", "—", "(", ")"})
_JOINTS = frozenset({"and", "but", "while", "whereas"})


def bearing(draft: Draft, item: TimedMention) -> Iterator[str]:
    """How a period bears on a figure: by role, place, what stands in between, clause."""
    sentence = draft.sentence
    words, tags = sentence.tree.words, sentence.tree.tags
    first, last = sentence.extent(draft.token)
    side = "before" if item.last < first else "behind"
    low, high = (item.last, first) if item.last < first else (last, item.first)
    yield side
    yield f"{side} by {sum(high - low > step for step in _STEPS)}"
    yield f"role {item.period.role}"
    yield f"{side}, role {item.period.role}"
    lead = words[item.first - 1].lower() if item.first else "nothing"
    yield f"after {'a word' if item.first and tags[item.first - 1].startswith(_CONTENT) else lead}"
    opening = words[item.first]
    yield f"opens with a {'number' if opening[:1].isdigit() else 'name' if opening[:1].isupper() else 'word'}"
    if words[item.last + 1 : item.last + 2] in (("'s",), ("’s",), ("'",)):
        yield "owner"
    if item.first <= _FRONT:
        yield "in front"
        if words[item.last + 1 : item.last + 2] == (",",):
            yield "in front, comma"
    yield from (f"{side}, {what} between" for what in _between(sentence, low, high))
    if sentence.tree.parsed:
        yield from _by_clause(draft, item, side)


def _between(sentence: Sentence, low: int, high: int) -> Iterator[str]:
    """What stands between a period and a figure."""
    between = range(low + 1, high)
    words = {sentence.tree.words[at].lower() for at in between}
    figures = {id(sentence.at[at]) for at in between if sentence.quantity(at) is not None}
    yield f"{min(len(figures), 2)} figures"
    if "," in words:
        yield "comma"
    if words & _BREAKS:
        yield "break"
    if words & _JOINTS:
        yield "joint"
    if any(other.first in between for other in timed(sentence)):
        yield "period"
    if clause_between(sentence, low, high):
        yield "clause"


def _by_clause(draft: Draft, item: TimedMention, side: str) -> Iterator[str]:
    """In which clause a period stands as seen from the figure's, and on what it hangs."""
    sentence, token, chain = draft.sentence, draft.token, clauses(draft)
    tree, roles = sentence.tree, sentence.roles
    if opens_clause(sentence, token, item):
        yield "opens clause"
    theirs = roles.clause(item.first)
    if theirs is None:
        relation = "no clause"
    elif theirs in chain:
        relation = "same clause" if theirs == chain[0] else "clause above"
    else:
        relation = "clause below" if roles.governor(theirs) in chain[:1] else "other clause"
        yield f"{relation} {tree.labels[theirs]}"
    yield relation
    yield f"{side}, {relation}"
    if theirs is not None:
        ours = tense(tree, chain[0]) if chain else None
        yield f"{relation}, tense {tense(tree, theirs)}, ours {ours}"
        if mood.is_saying(tree.words[theirs]):
            yield "of saying"
    head = sentence.head_token(item.first, item.last)
    on = _anchor(draft, tree.heads[head], chain)
    yield f"hangs on {on}"
    yield f"hangs on {on} as {tree.labels[head]}"


def _anchor(draft: Draft, token: int, chain: tuple[int, ...]) -> str:
    """What a word is, as seen from the figure."""
    sentence = draft.sentence
    if sentence.quantity(token) is not None:
        return "the figure" if sentence.at[token] is sentence.at[draft.token] else "another figure"
    if sentence.tree.heads[draft.token] == token:
        return "the figure's head"
    if draft.slots.get("metric") == token:
        return "the metric"
    if token in chain:
        return "the clause" if token == chain[0] else "a clause above"
    return "a verb" if sentence.roles.is_verb(token) else "a noun"


def around(draft: Draft, kind: str, metric: str | None) -> Iterator[str]:
    """What is true of a figure whatever its period: what it measures, where it stands, in which clause."""
    sentence, token = draft.sentence, draft.token
    yield kind
    yield f"metric {metric if metric in metric_ids() else 'open' if metric else 'none'}"
    if draft.quantity is not None:
        yield draft.quantity.type
        yield f"{kind} of {draft.quantity.type}"
    yield f"rule {draft.rule.id.split('.')[0]}"
    yield f"mood {mood.modality(sentence, token)}"
    yield f"{min(len([item for item in timed(sentence) if item.period.edtf]), _MANY)} periods"
    opens = sentence.before is None or sentence.before.paragraph != sentence.paragraph
    yield "opens a paragraph" if opens else "goes on"
    yield f"paragraph {min(sentence.paragraph, 2)}"
    checks = {
        "a flow": metric in table("phrases")["flows"],
        "compared with": draft.at_base,
        "like another": draft.like is not None,
        "apart": stands_apart(draft),
        "aside": aside(sentence, token) is not None,
        "peoples": peoples(sentence, token),
        "attributive": properties.attributive(sentence, token),
        "qualifies": properties.qualifies(sentence, token, metric),
        "accompanies": properties.accompanies(sentence, token, metric),
        "now": not {word.lower() for word in sentence.tree.words}.isdisjoint(table("phrases")["now"]),
    }
    yield from (what for what, holds in checks.items() if holds)
    if sentence.tree.parsed:
        yield from _clause_around(draft, kind)


def _clause_around(draft: Draft, kind: str) -> Iterator[str]:
    """What is true of a figure's clause, and how the figure stands in it."""
    sentence, token = draft.sentence, draft.token
    tree = sentence.tree
    for verb in clauses(draft)[:1]:
        yield f"tense {tense(tree, verb)}"
        yield f"{kind}, tense {tense(tree, verb)}"
        yield f"tag {tree.tags[verb]}"
        yield f"clause {tree.labels[verb]}"
        if any(tree.words[at].lower() in ("has", "have", "'ve", "’ve") for at in tree.children(verb, "aux")):
            yield "perfect"
        if tree.children(verb, "cop"):
            yield "copula"
        if tree.children(verb, "aux:pass"):
            yield "passive"
    top = tree.heads[token] if tree.labels[token] == "nummod" else token
    preposition = sentence.roles.preposition(top)
    yield f"stands as {tree.labels[top]}"
    yield f"in phrase with {known(preposition) if preposition else 'none'}"
    yield f"noun {tree.tags[top][:2]}"
