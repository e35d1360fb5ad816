"""Whether a match may make a claim: what its rule asks of its slots, whether events are told as facts."""

from __future__ import annotations

import re
from collections.abc import Container
from functools import cache, lru_cache

from pipeline.extract.happenings import happens, moves
from pipeline.extract.phrases import read_topic
from pipeline.extract.sentence import Sentence
from pipeline.rules.classes import WordClasses
from pipeline.rules.inflect import listed_verbs, noun_forms
from pipeline.rules.rule import Rule
from pipeline.rules.tables import table
from pipeline.rules.vocabulary import metric_of_name

_DENIAL = "not "
_NEAR = 8
_NOUNS_UP = 3
_AT_HAND = 256
_WORD = re.compile(r"[\w.]+")


def admits(
    rule: Rule, sentence: Sentence, tokens: dict[str, int], trigger: int, classes: WordClasses
) -> bool:
    """Whether the slots hold what the rule needs; `tokens` are the head tokens of its filled slots."""
    return refusal(rule, sentence, tokens, trigger, classes) is None


def fitted(rule: Rule, sentence: Sentence, tokens: dict[str, int], classes: WordClasses) -> dict[str, int]:
    """For nouns that are not what the rule wants, the one that they hang on which is.

    `An order for ten jets, signed in May`: what was signed is the order.
    """
    found: dict[str, int] = {}
    for name, wanted in dict(rule.where).items() if sentence.tree.parsed else ():
        if name not in tokens or wanted.startswith(_DENIAL):
            continue
        nouns = [tokens[name]]
        while len(nouns) < _NOUNS_UP and sentence.tree.labels[nouns[-1]].startswith("nmod"):
            nouns.append(sentence.tree.heads[nouns[-1]])
        fits = (at for at in nouns if at <= tokens[name] and _is_one(sentence, at, classes.forms[wanted]))
        found[name] = next(fits, tokens[name])
    return found


def refusal(
    rule: Rule, sentence: Sentence, tokens: dict[str, int], trigger: int, classes: WordClasses
) -> str | None:
    """Why a match may not make a claim, in the words of the rule file; None where it may."""
    for name in (*rule.needs, *rule.known):
        if name not in tokens:
            return f"nothing fills {{{name}}}"
    for name, wanted in dict(rule.where).items():
        denied = wanted.startswith(_DENIAL)
        forms = classes.forms[wanted.removeprefix(_DENIAL)]
        held = name in tokens and _is_one(sentence, tokens[name], forms, named=not denied)
        if held == denied:
            word = sentence.tree.words[tokens[name]] if name in tokens else "nothing"
            return f"{{{name}}} is `{word}`, wanted: {wanted}"
    for name in rule.known:
        if not is_measured(sentence, tokens[name]) and not _number_moves(sentence, tokens[name], trigger):
            return f"{{{name}}} is `{sentence.tree.words[tokens[name]]}`, which is nothing measured"
    if any(make.kind == "event" for make in rule.makes) and not happens(sentence, trigger):
        return f"`{sentence.tree.words[trigger]}` does not tell that it took place"
    if any(make.kind == "trend" for make in rule.makes) and not moves(
        sentence, trigger, tokens.get("metric")
    ):
        return f"`{sentence.tree.words[trigger]}` does not tell that it moves"
    if any(make.kind == "record" for make in rule.makes) and _is_missed(sentence, trigger):
        return f"`{sentence.tree.words[trigger]}` was only come near to"
    return None


@lru_cache(maxsize=_AT_HAND)
def is_measured(sentence: Sentence, token: int) -> bool:
    """Whether a noun names something that is counted or measured, or a pronoun stands for such a thing."""
    word = sentence.tree.lowered[token]
    topic = read_topic(sentence, token)
    if word == "that" and sentence.tree.words[token + 1 : token + 2] == ("of",):
        return True  # `that of data centres is growing`
    if topic.metric is not None or word in _measured() or word in table("measured")["pronouns"]:
        return True
    before = sentence.tree.lowered[token - 1] if token else ""
    return (
        sentence.tree.lowered[topic.head] in _measured()
        or f"{before} {word}" in _measured()  # `waiting lists`
        or metric_of_name([word]) is not None
    )


def _number_moves(sentence: Sentence, token: int, trigger: int) -> bool:
    """Whether a verb tells of things in the plural that their number moves: `crossings have risen`.

    Whatever is not known to be uncounted counts: no list of all that there can be more of would be complete.
    """
    tree = sentence.tree
    if _is_rise_in(sentence, token, trigger):
        return True
    verb = tree.lowered[trigger] in listed_verbs("measured", "numbering")
    if not verb or not tree.parsed or tree.tags[token] not in ("NN", "NNS") or sentence.at[token] is not None:
        return False
    subject = tree.labels[token].startswith("nsubj") and tree.heads[token] == trigger
    return subject and tree.lowered[token] not in _uncounted()


def _is_rise_in(sentence: Sentence, token: int, trigger: int) -> bool:
    """Whether it is a rise or a fall in the number of things of any kind: `a rise in dog bites`."""
    tree = sentence.tree
    if tree.lowered[trigger] not in table("measured")["numbering_nouns"] or not tree.parsed:
        return False
    plural = tree.tags[token] == "NNS" and sentence.at[token] is None and trigger < token
    return plural and tree.words[trigger + 1] == "in" and tree.lowered[token] not in _uncounted()


@cache
def _uncounted() -> frozenset[str]:
    return frozenset(form for noun in table("measured")["uncounted"] for form in noun_forms(noun))


def _is_missed(sentence: Sentence, trigger: int) -> bool:
    """Whether a record is only come near to: `close to a record`, `below its peak`."""
    short_of = table("ranks")["short_of"]
    before = sentence.tree.lowered[max(0, trigger - _NEAR) : trigger]
    for start in range(len(before)):
        if before[start] in short_of or " ".join(before[start : start + 2]) in short_of:
            return not any(word in (",", ";", "and", "yet", "but") for word in before[start:])
    return False


@cache
def _measured() -> frozenset[str]:
    return frozenset(form for noun in table("measured")["nouns"] for form in noun_forms(noun))


def _is_one(sentence: Sentence, token: int, forms: Container[str], named: bool = True) -> bool:
    """Whether a word, alone or with the words after it, or any word of its mention, is in a word class.

    A name is not what only a part of it names, where it may be none of a class: the Centre for Cooperation.
    """
    words = sentence.tree.words
    mention = sentence.at[token] if named else None
    if mention is not None and any(word.lower() in forms for word in _WORD.findall(mention.text)):
        return True
    if any(" ".join(words[token : token + length]).lower() in forms for length in (1, 2, 3)):
        return True
    # a name that a tagger cut short: `the G7 summit`
    name = sentence.tree.tags[token] == "NNP" and token + 1 < len(words)
    return name and words[token + 1].lower() in forms
