"""The names and common nouns of a sentence, with what can be said of each whatever the figure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from pipeline.extract.admit import is_measured
from pipeline.extract.mood import is_saying
from pipeline.extract.naming import is_abstract, is_business, is_counted, is_deed, party, phrase_words
from pipeline.extract.owners import is_agent
from pipeline.extract.sentence import Sentence
from pipeline.model import Name
from pipeline.rules.tables import table
from pipeline.rules.vocabulary import is_goods

_PREPOSITIONS = frozenset({
    "of", "in", "at", "for", "by", "to", "from", "with", "on", "among", "between", "into", "against", "than",
    "as", "over", "after",
})  # fmt: skip
_INSIDE_NOUN = ("compound", "flat", "fixed")
_COUNTS = frozenset({"numbers", "figures", "totals", "count", "headcount"})
_AT_HAND = 8


@dataclass(frozen=True, slots=True)
class Noun:
    """A name or noun that ends at `token` and hangs by `head`; `text` is whom it stands for, `nature` what
    kind of noun in what place it is, `clause` the verb of its clause.
    """

    token: int
    head: int
    text: str
    name: Name | None
    nature: frozenset[str]
    clause: int | None


@lru_cache(maxsize=_AT_HAND)
def nouns(sentence: Sentence) -> tuple[Noun, ...]:
    """Every name of a sentence and, where it is parsed, every common noun that is no part of a name.

    Several figures of one sentence are looked at in turn, so the last few sentences are kept.
    """
    found = [*_names(sentence), *_common(sentence)]
    return tuple(sorted(found, key=lambda noun: noun.token))


def known(preposition: str) -> str:
    """A preposition that is told apart from the `other` ones."""
    return preposition if preposition in _PREPOSITIONS else "other"


def _names(sentence: Sentence) -> Iterator[Noun]:
    for token in range(len(sentence.tree)):
        name = sentence.name(token)
        if name is None:
            continue
        first, last = sentence.extent(token)
        if token == last:
            head = sentence.head_token(first, last)
            nature = _place(sentence, head) | _following(sentence, token, "name")
            if name.adjective:
                nature.add("adjective")
            if "-" in sentence.tree.words[max(first - 1, 0) : last + 2]:
                nature.add("hyphened")
            yield Noun(token, head, name.canonical, name, frozenset(nature), _clause(sentence, head))


def _common(sentence: Sentence) -> Iterator[Noun]:
    tree = sentence.tree
    for token in range(len(tree)) if tree.parsed else ():
        plain = sentence.at[token] is None and tree.tags[token].startswith("NN")
        if plain and not is_business(sentence, token) and not _is_field(sentence, token):
            inside = tree.labels[token] in _INSIDE_NOUN
            text = _of_which(sentence, token) if inside else party(sentence, token)
            if text is not None:
                nature = _place(sentence, token) | _following(sentence, token, "noun")
                nature |= _kind(sentence, token)
                yield Noun(token, token, text, None, frozenset(nature), _clause(sentence, token))


def _is_field(sentence: Sentence, token: int) -> bool:
    """Whether a noun tells among whom a name stands out: `Among brewers, Acme grew most`."""
    tree = sentence.tree
    if not token or tree.lowered[token - 1] != "among" or sentence.roles.preposition(token) != "among":
        return False
    verb = tree.heads[token]
    subject = sentence.roles.own_subject(verb) if tree.labels[token].startswith("obl") else None
    return subject is not None and token < subject and sentence.name(subject) is not None


def _of_which(sentence: Sentence, token: int) -> str | None:
    """What a metric before whose noun it stands is told of: `salmon` in `salmon prices`; else None.

    What is only counted has no figure of its own: `passenger numbers`.
    """
    head = sentence.tree.heads[token]
    if sentence.tree.lowered[head] in _COUNTS:
        return None
    when = sentence.tree.lowered[token] in table("phrases")["added"]  # `Christmas sales`
    if head < token or when or not is_measured(sentence, head):
        return None
    return phrase_words(sentence, sentence.roles.noun_phrase(head)[0], token) or None


def _clause(sentence: Sentence, token: int) -> int | None:
    return sentence.roles.clause(token) if sentence.tree.parsed else None


def _place(sentence: Sentence, head: int) -> set[str]:
    """How a noun hangs in its sentence."""
    tree = sentence.tree
    if not tree.parsed:
        return set()
    found = {f"label {tree.labels[head].split(':')[0]}"}
    preposition = sentence.roles.preposition(head)
    if preposition is not None:
        found.add(f"behind {known(preposition)}")
    verb = sentence.roles.clause(head)
    if verb is not None and sentence.roles.subject(verb) == head:
        if is_saying(tree.words[verb]):
            found.add("says")
        if tree.lowered[verb] in table("phrases")["foretelling"]:
            found.add("foretells")
    return found


def _following(sentence: Sentence, last: int, what: str) -> set[str]:
    """What kind of word stands right behind, whatever the parse makes of it."""
    tags = sentence.tree.tags
    tag = tags[last + 1] if last + 1 < len(tags) else "nothing"
    return {f"followed by {tag}", f"{what} followed by {tag}"}


def _kind(sentence: Sentence, token: int) -> set[str]:
    """What kind of noun it is."""
    tag = sentence.tree.tags[token]
    checks = {
        "capitalised": tag.startswith("NNP"),
        "abstract": is_abstract(sentence, token),
        "deed": is_deed(sentence, token),
        "measured": is_measured(sentence, token),
        "counted": is_counted(sentence, token),
        "agent": is_agent(sentence, token),
        "goods": is_goods([sentence.tree.lowered[token]]),
    }
    number = "several" if tag in ("NNS", "NNPS") else "one"
    return {number} | {kind for kind, holds in checks.items() if holds}
