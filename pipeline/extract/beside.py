"""Whose a figure is where the name stands beside it: before its brackets, behind a `for`, in a list."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from pipeline.extract.drafts import Draft
from pipeline.extract.sentence import Sentence
from pipeline.model import Name, Quantity
from pipeline.rules.inflect import verb_forms
from pipeline.rules.tables import table
from pipeline.rules.vocabulary import origin_is_subject

_OPENS, _CLOSES = ("(", "["), (")", "]")
_HOLDS = ("for", "in", "at", "among")
_TOWARDS = ("to", "into", "towards", "with")
_REACH = 5
_ASIDE = 4
_OF_ONE = ("level.to", "same.of_the_jobs")  # of `rose 5% to $40 in Oslo` both figures have one owner
_PHRASE = 3
_TOLD_OF = ("them", "whom", "which", "these", "those")


@dataclass(frozen=True, slots=True)
class Beside:
    """Who stands beside a figure, how, and whether it is the other party's."""

    name: str
    how: str
    other_party: bool = False


def beside(draft: Draft, metric: str | None) -> Beside | None:
    """The name that stands beside the figure of a draft and says whose it is."""
    sentence = draft.sentence
    first, last = sentence.extent(draft.token)
    bracketed = _before_bracket(sentence, first, last)
    if bracketed is not None:
        return Beside(bracketed.canonical, "before brackets", _is_other(sentence, first - 2, metric))
    trailing = _before_comma(sentence, first, last)
    if trailing is not None:
        return Beside(trailing.canonical, "before a comma")
    given = _recipient(sentence, first)
    if given is not None:
        return Beside(given.canonical, "given to", other_party=True)
    if draft.like is not None:
        behind = None if draft.rule.id in _OF_ONE else _behind(sentence, last)
        return Beside(behind.canonical, "behind") if behind is not None else None
    return None


def _recipient(sentence: Sentence, first: int) -> Name | None:
    """The name between a verb of giving and its figure: `lent Kenya $750m`, `gave Mali a loan of $6bn`."""
    before = _bridged(sentence, first) - 1
    name = sentence.name(before) if before > 0 else None
    if name is None or name.adjective:
        return None
    before, _ = sentence.extent(before)
    if before and sentence.tree.tags[before - 1] == "DT":
        before -= 1
    return name if before and is_giving(sentence.tree.lowered[before - 1]) else None


def _bridged(sentence: Sentence, first: int) -> int:
    """Where a figure begins, with what is given before it: `with a grant of`, `a loan worth`."""
    words, tags = sentence.tree.lowered, sentence.tree.tags
    start = first
    if start and words[start - 1] in ("of", "worth", "totalling", "totaling"):
        start -= 1
        while start and tags[start - 1].startswith(("NN", "JJ")) and sentence.name(start - 1) is None:
            start -= 1
        if tags[start].startswith(("NN", "JJ")) and start and tags[start - 1] != "DT":
            return start
    if start and words[start - 1] in ("a", "an", "another"):
        start -= 1
    return start - 1 if start and words[start - 1] == "with" else start


def _before_bracket(sentence: Sentence, first: int, last: int) -> Name | None:
    """The name before brackets that hold a figure alone: `Saudi Arabia (3.1 million)`."""
    words = sentence.tree.words
    if (
        first < 2
        or last + 1 >= len(words)
        or words[first - 1] not in _OPENS
        or words[last + 1] not in _CLOSES
    ):
        return None
    name = sentence.name(first - 2)
    return name if name is not None and name.type != "person" else None


def _before_comma(sentence: Sentence, first: int, last: int) -> Name | None:
    """The name whose own figure follows it in an aside: `followed by Togo, with 940, and Mali, at 120`."""
    words, tags = sentence.tree.words, sentence.tree.tags
    if first < _ASIDE or words[first - 1].lower() not in ("with", "at") or words[first - 2] != ",":
        return None
    if last + 1 < len(words) and tags[last + 1] not in (",", ".", ":", "CC", "-RRB-"):
        return None
    at = first - 3
    if sentence.name(at) is None and tags[at] == "NN":
        at -= 1  # `Clare county, at 11%`
    name = sentence.name(at)
    return name if name is not None and name.type in ("country", "place", "organisation") else None


def _is_other(sentence: Sentence, token: int, metric: str | None) -> bool:
    """Whether a preposition makes a name, or the list that it stands in, the other party of a relation."""
    roles = sentence.roles
    if not sentence.tree.parsed:
        return False
    prepositions = {roles.preposition(each) for each in (token, roles.coordinates(token)[0])}
    if "from" in prepositions:
        return not origin_is_subject(metric)
    return not prepositions.isdisjoint(_TOWARDS)


def _behind(sentence: Sentence, last: int) -> Name | None:
    """The name in the phrase right behind a figure that is set against another: `against 31.6% for Tesco`."""
    words = sentence.tree.words
    start = last + 1
    if start >= len(words) or words[start].lower() not in _HOLDS:
        return None
    for token in range(start + 1, min(start + _REACH, len(words))):
        name = sentence.name(token)
        if name is not None:
            return name if name.type != "person" else None
        if not sentence.tree.tags[token].startswith(("DT", "PRP$", "JJ", "NN", "HYPH")):
            return None
    return None


def in_turn(sentence: Sentence, token: int) -> Name | None:
    """The name behind a figure that stands in a series of such: `9.1% in Estonia and 8.5% in Latvia`."""
    own = sentence.quantity(token)
    name = _behind(sentence, _counted_noun(sentence, sentence.extent(token)[1]))
    if own is None or name is None or name.adjective:
        return None
    for other in range(len(sentence.at)):
        figure = sentence.quantity(other)
        if figure is None or figure is own or not _alike(own, figure):
            continue
        theirs = _behind(sentence, _counted_noun(sentence, sentence.extent(other)[1]))
        if theirs is not None and theirs.type == name.type and theirs != name:
            return name
    return None


def is_part(draft: Draft) -> bool:
    """Whether a figure counts some of those just told of: `12,000 of them in Belize`."""
    after = draft.sentence.extent(draft.token)[1] + 1
    of, those = (*draft.sentence.tree.lowered[after : after + 2], "", "")[:2]
    return draft.quantity is not None and of == "of" and those in _TOLD_OF


def _alike(own: Quantity, other: Quantity) -> bool:
    """Whether two figures may stand in one series: the later may leave out the unit (`9% here, 8 there`)."""
    bare = own.type == "number" and own.noun is None
    return bare or (own.type, own.unit) == (other.type, other.unit)


def _counted_noun(sentence: Sentence, last: int) -> int:
    """The end of the noun phrase that a figure opens, else of the figure."""
    tags = sentence.tree.tags
    end = last
    while end + 1 < len(tags) and end - last < _PHRASE and tags[end + 1].startswith(("NN", "JJ", "HYPH")):
        if sentence.at[end + 1] is not None:
            break
        end += 1
    return end


def is_giving(word: str) -> bool:
    """Whether a lower-case word is a form of a verb of giving."""
    return word in _forms("giving")


def is_receiving(word: str) -> bool:
    """Whether a lower-case word is a form of a verb of receiving."""
    return word in _forms("receiving")


@cache
def _forms(kind: str) -> frozenset[str]:
    return frozenset(form for verb in table("holders")[kind] for form in verb_forms(verb))
