"""Whether a match may make a claim: what its rule asks of its slots, and whether an event is told as having place."""

from __future__ import annotations

from collections.abc import Container
from functools import cache

from pipeline.extract.happenings import happens
from pipeline.extract.phrases import read_topic
from pipeline.extract.sentence import Sentence
from pipeline.rules.classes import WordClasses
from pipeline.rules.inflect import noun_forms
from pipeline.rules.rule import Rule
from pipeline.rules.tables import table

_DENIAL = "not "


def admits(
    rule: Rule, sentence: Sentence, tokens: dict[str, int], trigger: int, classes: WordClasses
) -> bool:
    """Whether the slots hold what the rule needs; `tokens` are the head tokens of its filled slots."""
    if not all(name in tokens for name in (*rule.needs, *rule.known)):
        return False
    for name, wanted in dict(rule.where).items():
        held = name in tokens and _is_one(sentence, tokens[name], classes.forms[wanted.removeprefix(_DENIAL)])
        if held == wanted.startswith(_DENIAL):
            return False
    if not all(is_measured(sentence, tokens[name]) for name in rule.known):
        return False
    return all(make.kind != "event" for make in rule.makes) or happens(sentence, trigger)


def is_measured(sentence: Sentence, token: int) -> bool:
    """Whether a noun names something that is counted or measured, or a pronoun stands for such a thing."""
    word = sentence.tree.words[token].lower()
    topic = read_topic(sentence, token)
    if topic.metric is not None or word in _measured() or word in table("measured")["pronouns"]:
        return True
    return sentence.tree.words[topic.head].lower() in _measured()


@cache
def _measured() -> frozenset[str]:
    return frozenset(form for noun in table("measured")["nouns"] for form in noun_forms(noun))


def _is_one(sentence: Sentence, token: int, forms: Container[str]) -> bool:
    """Whether a noun or verb, with the words after it, or any word of the name it belongs to, is in a word class."""
    words = [word.lower() for word in sentence.tree.words]
    mention = sentence.at[token]
    if mention is not None and sentence.name(token) is not None:
        return any(word in forms for other, word in enumerate(words) if sentence.at[other] is mention)
    return any(" ".join(words[token : token + length]) in forms for length in (1, 2, 3))
