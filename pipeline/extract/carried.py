"""A movement told once for several figures: `Oslo fell 4 percent and Bergen (2 percent) did better`.

A percentage without a verb, behind one that tells how far something moved, tells the same of another.
"""

from __future__ import annotations

from pipeline.extract.discourse import Discourse, Told
from pipeline.extract.drafts import Draft
from pipeline.extract.lending import is_part_of_number
from pipeline.extract.phrases import Topic
from pipeline.extract.sentence import Sentence
from pipeline.rules.inflect import listed_verbs
from pipeline.rules.tables import table

_OPEN = ("level.bare", "level.at", "level.is", "same.gapped", "level.counted")
_FALLS = ("record.movement",)
_FAR = 40


def carried_over(draft: Draft, topic: Topic, discourse: Discourse) -> Told | None:
    """The movement that a figure without a verb of its own takes up, if it does."""
    told = discourse.told[-1] if discourse.told else None
    if told is None or draft.quantity is None or draft.rule.id not in _OPEN or not _is_percentage(draft):
        return None
    if topic.metric in table("metrics")["levels_in_percent"]:
        return None
    if told.draft.sentence is draft.sentence:
        return told if _moves(told) and _leans(draft, told, topic) else None
    near = told.draft.sentence is draft.sentence.before and told.claim.kind == "change"
    return told if near and told.claim.unit == "percent" and _in_brackets(draft) else None


def _moves(told: Told) -> bool:
    """Whether a claim tells that something moves, in percent or without a figure."""
    if told.claim.kind == "change":
        return told.claim.unit == "percent"
    by_level = told.claim.metric in table("metrics")["levels_in_percent"]
    return (told.claim.kind == "trend" or told.draft.rule.id in _FALLS) and not by_level


def _is_percentage(draft: Draft) -> bool:
    """Whether a figure is in percent, or a number with decimals that may leave the word out."""
    quantity, mention = draft.quantity, draft.sentence.at[draft.token]
    if quantity is None or (mention is not None and is_part_of_number(mention.text)):
        return False
    bare = quantity.type == "number" and quantity.unit is None and quantity.noun is None
    return quantity.unit == "percent" or (bare and quantity.value % 1 != 0)


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
    saying_nothing = listed_verbs("phrases", "saying_nothing")
    being = topic.anaphoric and verbs[-1] in table("phrases")["forms_of_be"]
    return being or (len(verbs) == 1 and verbs[0] in saying_nothing)


def _verbs(sentence: Sentence, tokens: range) -> list[str]:
    """The verbs among the tokens, without those of a clause between commas: `, which warned of this,`."""
    found: list[str] = []
    aside = False
    for at in tokens:
        word = sentence.tree.words[at].lower()
        if word in ("which", "who", "whose", "where") and sentence.tree.words[at - 1] == ",":
            aside = True
        elif aside and word == ",":
            aside = False
        elif not aside and sentence.tree.tags[at].startswith(("VB", "MD")):
            found.append(word)
    return found if not aside else [*found, "which"]


def _in_brackets(draft: Draft) -> bool:
    """Whether the figure stands alone in brackets behind a noun: `Toyota (6%)`."""
    words = draft.sentence.tree.words
    first, last = draft.sentence.extent(draft.token)
    while first > 0 and words[first - 1].lower() in (
        "about",
        "by",
        "just",
        "nearly",
        "almost",
        "over",
        "some",
    ):
        first -= 1
    return first > 1 and words[first - 1] == "(" and words[last + 1 : last + 2] in ((")",), (",",), (";",))
