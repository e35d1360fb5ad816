"""A movement told once for several figures: `Oslo fell 4 percent and Bergen (2 percent) did better`.

A percentage without a verb, behind one that tells how far something moved, tells the same of another.
"""

from __future__ import annotations

from pipeline.extract.admit import is_measured
from pipeline.extract.discourse import Discourse, Told
from pipeline.extract.drafts import Draft
from pipeline.extract.lending import is_part_of_number
from pipeline.extract.phrases import Topic
from pipeline.extract.sentence import Sentence
from pipeline.rules.inflect import listed_verbs
from pipeline.rules.tables import table

_OPEN = ("level.bare", "level.at", "level.is", "level.reach", "same.gapped", "level.counted")
_FALLS = ("record.movement",)
_AT = ("at", "to", "of", "for", "with", "under", "over", "below", "above", "than")
_ABOUT = ("about", "by", "just", "nearly", "almost", "over", "some")
_FAR = 40
_AS_LARGE = 20


def carried_over(draft: Draft, topic: Topic, discourse: Discourse) -> Told | None:
    """The movement that a figure without a verb of its own takes up, if it does."""
    if draft.quantity is None or draft.rule.id not in _OPEN or not discourse.told:
        return None
    if topic.metric in table("metrics")["levels_in_percent"]:
        return None
    told = discourse.told[-1]
    if told.draft.sentence is draft.sentence and told.claim.kind == "level":
        here = discourse.told_in(draft.sentence)
        told = next((each for each in here if _in_its_unit(draft, each)), told)
    if told.draft.sentence is draft.sentence:
        return told if _moves(draft, told) and _leans(draft, told, topic) else None
    near = told.draft.sentence is draft.sentence.before and told.claim.kind == "change"
    return told if near and _in_its_unit(draft, told) and _in_brackets(draft) else None


def _moves(draft: Draft, told: Told) -> bool:
    """Whether a claim tells that something moves, in the figure's unit or, for percent, without a figure.

    A figure that it moves to is a level: `The party is up to 21%`.
    """
    if told.draft.slots.get("level") == draft.token:
        return False
    if told.claim.kind == "change":
        return _in_its_unit(draft, told)
    by_level = told.claim.metric in table("metrics")["levels_in_percent"]
    alone = told.claim.kind == "trend" or told.draft.rule.id in _FALLS
    return alone and not by_level and _is_percentage(draft)


def _in_its_unit(draft: Draft, told: Told) -> bool:
    """Whether a figure is told in the unit of a claim; a sum of money also has to be about as large."""
    if told.claim.unit == "percent":
        return _is_percentage(draft)
    quantity, value = draft.quantity, told.claim.value
    before = draft.sentence.tree.lowered[draft.sentence.extent(draft.token)[0] - 1]
    level = before in _AT or draft.rule.id != "level.bare"
    money = quantity is not None and quantity.type == "money" and not level
    if quantity is None or not money or quantity.unit != told.claim.unit or not value or not quantity.value:
        return False
    return value / _AS_LARGE <= quantity.value <= value * _AS_LARGE


def _is_percentage(draft: Draft) -> bool:
    """Whether a figure is in percent, or a number with decimals that may leave the word out."""
    quantity, mention = draft.quantity, draft.sentence.at[draft.token]
    if quantity is None or (mention is not None and is_part_of_number(mention.text)):
        return False
    return quantity.unit == "percent" or (quantity.bare and quantity.value % 1 != 0)


def _leans(draft: Draft, told: Told, topic: Topic) -> bool:
    """Whether no verb of its own stands between a figure and the movement before it.

    After a movement told in percent it may be one that says nothing: `Spain managed 3 percent`.
    """
    if told.claim.kind == "change" and _in_brackets(draft):
        return True
    sentence, tree = draft.sentence, draft.sentence.tree
    first, behind = sentence.extent(draft.token)
    between = range(sentence.extent(told.draft.token)[1] + 1, first)
    if len(between) > _FAR or tree.words[behind + 1 : behind + 2] == ("of",):
        return False
    verbs = _verbs(sentence, between)
    if not verbs or told.claim.kind != "change":
        return not verbs
    if verbs[-1] in table("phrases")["foretelling"] and _of_forecasters(sentence, between):
        return True  # `rose 0.9 percent; economists had reckoned with 0.5`
    being = topic.anaphoric and verbs[-1] in table("phrases")["forms_of_be"]
    of_other = topic.anaphoric or topic.head < 0 or not is_measured(sentence, topic.head)
    return being or (of_other and len(verbs) == 1 and verbs[0] in listed_verbs("phrases", "saying_nothing"))


def _of_forecasters(sentence: Sentence, between: range) -> bool:
    """Whether forecasters stand between two figures, and nothing else that is measured."""
    tree = sentence.tree
    nouns = [at for at in between if tree.tags[at].startswith("NN") and tree.labels[at].startswith("nsubj")]
    return bool(nouns) and tree.lowered[nouns[-1]] in table("phrases")["forecasters"]


def _verbs(sentence: Sentence, tokens: range) -> list[str]:
    """The verbs among the tokens, without those of an aside: `, which warned of this,`, `, hit by sales,`."""
    found: list[str] = []
    aside = False
    for at in tokens:
        word = sentence.tree.lowered[at]
        opens = word in ("which", "who", "whose", "where") or sentence.tree.tags[at] == "VBN"
        if opens and sentence.tree.words[at - 1] == ",":
            aside = True
        elif aside and word == ",":
            aside = False
        elif not aside and sentence.tree.tags[at].startswith(("VB", "MD")) and not _is_holder(sentence, at):
            found.append(word)
    return found if not aside else [*found, "which"]


def _is_holder(sentence: Sentence, token: int) -> bool:
    """Whether a tagger took the noun right before a figure for a verb: `wheat lost 9 cents, corn three`."""
    tree = sentence.tree
    joined = tree.lowered[token - 1] in (",", ";", "and", "but", "while")
    return joined and tree.tags[token] in ("VB", "VBP") and sentence.quantity(token + 1) is not None


def _in_brackets(draft: Draft) -> bool:
    """Whether the figure stands alone in brackets behind a noun: `Toyota (6%)`."""
    words = draft.sentence.tree.words
    first, last = draft.sentence.extent(draft.token)
    while first > 0 and words[first - 1].lower() in _ABOUT:
        first -= 1
    return first > 1 and words[first - 1] == "(" and words[last + 1 : last + 2] in ((")",), (",",), (";",))
