"""What a clause that leaves out its verb keeps: `Rents rose 4 percent in May, and wages 3 percent`.

Such a remnant is a joint, a noun phrase and a figure, without a finite verb. Its figure is of the kind of a
like one before the joint, and the noun phrase stands for what stood in its place there: whose that figure is,
what it measures, or where. A parser makes all sorts of this, so that only the words themselves are asked.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import takewhile

from pipeline.extract.admit import is_measured
from pipeline.extract.discourse import Discourse, Told
from pipeline.extract.drafts import Draft
from pipeline.extract.left_out import as_told
from pipeline.extract.mood import is_saying
from pipeline.extract.naming import is_abstract, party, phrase_words
from pipeline.extract.phrases import read_topic
from pipeline.extract.sentence import Sentence
from pipeline.extract.tree import FINITE
from pipeline.rules.tables import table
from pipeline.rules.vocabulary import fits, is_actor, is_goods, metric_of_words

_JOINTS = (",", ";", "and", "while", "but", "whereas", "with", "or")
_BEFORE_JOINT = (",", ";", "and", "but", "while")
_LED = ("in", "at", "on", "for", "among", "to", "from", "of", "with", "by")
_LINKS = ("to", "at", "by", "for", "of", "from", "under", "over", "above", "below", "with")
_TO_LEVEL = frozenset({"to", "at", "of", "under", "over", "above", "below"})
_MODIFIES = ("RB", "JJR", "$")
_MODIFYING = (
    "than", "another", "a", "further", "some", "about", "around", "up", "down", "merely", "all", "still",
    "mere", "full", "paltry", "modest", "whopping", "staggering",
)  # fmt: skip
_IN_PHRASE = ("NN", "JJ", "DT", "PRP$", "POS", "HYPH", "VBN", "VBG", "CD", "AFX", "FW")
_LONGEST = 9
_ASIDES = ("which", "who", "whose", "where", "home")
_OF_ANY_TENSE = ("cost", "cut", "hit", "put", "set", "shut", "beat", "spread", "shed", "split", "hurt", "bid")
_HELPING = ("is", "are", "has", "have", "was", "were", "does", "do", "be")
_NEAR = 4
_MINOR = 100
_OF_OTHER_SIZE = 100
_TAKING_UP = ("that", "those", "the")
_REST = ("rest", "remainder", "others", "former", "latter", "it", "they", "which", "who", "this")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase: where it begins and ends, its noun, and the preposition before it, if any."""

    first: int
    last: int
    head: int
    led: str


@dataclass(frozen=True, slots=True)
class Remnant:
    """The figure told before that a figure without a verb is parallel to, and the phrase beside it.

    `role` is the field of the claim that the phrase fills.
    """

    like: Told
    role: str | None
    phrase: Phrase


def remnant_of(draft: Draft, discourse: Discourse) -> Remnant | None:
    """What the figure of a draft takes over from a clause before, if it stands in one without a verb."""
    sentence, figure = draft.sentence, draft.quantity
    if figure is None or draft.kind not in ("level", "change", "same") or not sentence.tree.parsed:
        return None
    if draft.at_base or sentence.tree.tags[draft.token].startswith("VB"):
        return None  # `compared with a loss of $3m`, `fares halved`
    link, last = _link(sentence, draft.token)
    trailing = sentence.tree.lowered[last] in _JOINTS and sentence.at[last] is None
    phrase = _phrase_behind(sentence, draft.token) if trailing else _phrase_before(sentence, last)
    if phrase is None and trailing and sentence.tree.words[last] == ",":
        phrase = _phrase_before(sentence, last - 1)
        trailing = False
        if phrase is not None and not phrase.led and phrase.last == last - 1:
            return None  # no `in the south, 12` and no `the south, hit by drought, 12`
    if phrase is None or _has_verb_behind(sentence, draft.token):
        return None
    counts = figure.bare and read_topic(sentence, phrase.head).metric in table("metrics")["counted"]
    for before in _figures_before(sentence, last if trailing else phrase.first):
        told = discourse.of_figure(sentence, before)
        if told is None or not _parallel(draft, link, told):
            continue
        if counts and told.claim.unit != "count":
            return None  # `a ransom of $8m for the ship and its crew of 19`
        if trailing and not _trails(sentence, before, phrase.led):
            return None
        return Remnant(told, _role(draft, told, phrase, link), phrase)
    return None


def take_over(draft: Draft, remnant: Remnant) -> None:
    """Make a draft one more figure of the kind of that which it is parallel to."""
    told, figure = remnant.like, draft.quantity
    other = told.draft.quantity
    draft.like, draft.aligned = told.draft.token, True
    if draft.kind == "level":
        draft.kind = "same"
    counted, theirs = (_counted(draft.sentence, each) for each in (draft.token, told.draft.token))
    named = theirs is not None and draft.sentence.tree.lowered[theirs] in (told.claim.metric or "").split()
    draft.slots = {"metric": counted} if named and counted is not None else {}
    if remnant.role is not None:
        draft.slots[remnant.role] = remnant.phrase.head
        if remnant.role == "subject":
            own = _own_words(draft.sentence, remnant.phrase, told.claim.subject)
            draft.sets |= {"subject": own} if own is not None else {}
            if own is not None:
                del draft.slots["subject"]
    if remnant.role == "metric":
        goods = _compound(draft.sentence, remnant.phrase, told)
        draft.sets |= {"subject": goods} if goods is not None else {}
    if figure is None or other is None or not figure.bare:
        return
    if other.minor:
        draft.quantity = replace(other, value=figure.value / _MINOR, value_max=None)
    scaled = as_told(figure.value, told)
    if other.value / _OF_OTHER_SIZE <= scaled <= other.value * _OF_OTHER_SIZE:
        draft.quantity = replace(figure, value=scaled)  # `tea made $40 million, coffee 12`


def _compound(sentence: Sentence, phrase: Phrase, told: Told) -> str | None:
    """Whose a metric is by the noun before it, as before: `beer sales fell, wine sales rose`."""
    tree, noun, at = sentence.tree, named_by(told), phrase.head - 1
    alike = noun and tree.lowered[noun - 1] == (told.claim.subject or "").lower()
    own = phrase.first <= at and tree.tags[at].startswith("NN") and sentence.name(at) is None
    return tree.words[at] if alike and own else None


def _counted(sentence: Sentence, token: int) -> int | None:
    """The noun right behind a figure: `12 tractors`, `8 percent fewer tractors`."""
    tree, noun = sentence.tree, None
    first, last = sentence.extent(token)
    for at in range(first, len(tree)):
        own = first <= at <= last
        if not own and (sentence.at[at] is not None or not tree.tags[at].startswith(("NN", "JJ", "HYPH"))):
            break
        figure = sentence.quantity(token)
        if tree.tags[at].startswith("NN") and (not own or (figure is not None and bool(figure.noun))):
            noun = at
    return noun


def _own_words(sentence: Sentence, phrase: Phrase, other: str | None) -> str | None:
    """The words of a phrase, where the parse has it begin elsewhere or it leaves out the other's noun."""
    words = sentence.tree.lowered
    if words[phrase.head] in ("one", "ones") and other is not None and phrase.head > phrase.first:
        kind = phrase_words(sentence, phrase.first, phrase.head - 1)
        return f"{kind} {other.split()[-1]}"
    begins, ends = sentence.roles.noun_phrase(phrase.head)
    figures = [at for at in range(phrase.head + 1, ends + 1) if sentence.quantity(at) is not None]
    cut_off = phrase.first < begins <= phrase.head and sentence.tree.tags[begins - 1].startswith(("NN", "JJ"))
    if sentence.name(phrase.head) is None and (begins < phrase.first or cut_off or figures):
        return phrase_words(sentence, phrase.first, phrase.head)
    return None


def _link(sentence: Sentence, token: int) -> tuple[str | None, int]:
    """The preposition that ties a figure to what stands before it, if any, and the token before that."""
    tree = sentence.tree
    at, link = sentence.extent(token)[0] - 1, None
    while at > 0 and sentence.at[at] is None:
        word = tree.lowered[at]
        if word in _LINKS and link is None:
            link = word
        elif not (tree.tags[at].startswith(_MODIFIES) or word in _MODIFYING):
            break
        at -= 1
    return link, at


def _phrase_before(sentence: Sentence, last: int) -> Phrase | None:
    """The phrase that ends at a token, if a joint stands before it and no verb is in it."""
    tree = sentence.tree
    if not _ends_phrase(sentence, last):
        return None
    for at in range(last, max(0, last - _LONGEST), -1):
        word = tree.lowered[at]
        if word in _JOINTS and sentence.at[at] is None:
            first = _with_first(sentence, at + 1)
            opens = tree.lowered[first]
            if at == last or opens in _JOINTS:
                return None
            if tree.tags[first] == "VBN" or opens in _ASIDES:
                return _phrase_before(sentence, at - 1) if word == "," else None
            return _phrase(sentence, first, last)
        named = sentence.name(at) is not None
        if sentence.quantity(at) is not None and word != "one":
            return None
        if not (named or at == last or tree.tags[at].startswith(_IN_PHRASE) or word in _LED):
            return None
    return None


def _phrase_behind(sentence: Sentence, token: int) -> Phrase | None:
    """The phrase that a preposition ties to a figure before it: `and 54 percent in the villages`."""
    tree = sentence.tree
    at = sentence.extent(token)[1] + 1
    while (at < len(tree) and sentence.quantity(at) is not None) or tree.lowered[at : at + 1] == ("to",):
        at += 1  # `from 9 to 11 in Uganda`
    if at >= len(tree) - 1 or tree.lowered[at] not in _LED:
        return None
    last = at
    while last + 1 < len(tree) and (
        tree.tags[last + 1].startswith(_IN_PHRASE) or sentence.name(last + 1) is not None
    ):
        last += 1
    return _phrase(sentence, at, last) if last > at else None


def _phrase(sentence: Sentence, first: int, last: int) -> Phrase | None:
    """A phrase from its words, without the preposition that may open it."""
    led = sentence.tree.lowered[first] if first < last and sentence.name(first) is None else ""
    led = led if led in _LED else ""
    head = _head(sentence, first + bool(led), last)
    if head is None or sentence.tree.lowered[head] in _REST or sentence.is_period(head):
        return None
    return Phrase(first + bool(led), last, head, led)


def _trails(sentence: Sentence, token: int, led: str) -> bool:
    """Whether a phrase with a preposition follows a figure, maybe behind the noun that it counts."""
    end = sentence.extent(token)[1]
    behind = range(end + 1, min(end + 1 + _NEAR, len(sentence.tree)))
    near = takewhile(lambda at: sentence.quantity(at) is None, behind)
    return led in {sentence.tree.lowered[at] for at in near}


def _ends_phrase(sentence: Sentence, last: int) -> bool:
    """Whether a noun stands at a token, also one that a tagger took for a verb: `corn three`."""
    tree = sentence.tree
    if sentence.name(last) is not None or tree.lowered[last] == "one":
        return True
    if sentence.at[last] is not None or last < 1:
        return tree.tags[last].startswith("NN") and sentence.quantity(last) is None and last > 0
    if tree.tags[last].startswith("JJ"):
        return tree.tags[last - 1] in ("DT", "PRP$") or is_goods((tree.lowered[last],))
    if tree.tags[last].startswith(("NN", "POS")):
        return True
    if tree.tags[last] == "VBG":
        return tree.lowered[last - 1] in _LED
    verb = tree.tags[last] in ("VB", "VBP", "VBZ") and tree.lowered[last] not in _HELPING
    return verb and not _may_be_verb(sentence, last)


def _may_be_verb(sentence: Sentence, token: int) -> bool:
    """Whether a word before a figure may be the verb that it is taken for: of the tense of the one before.

    `Ferries carried 12 percent more, trains 9 percent`, but `It buys 3 tonnes and sells 2`.
    """
    tree, word = sentence.tree, (sentence.tree.lowered[token],)
    if word[0] in _OF_ANY_TENSE:
        return True
    if metric_of_words(word) or is_goods(word):
        return False
    verbs = [tree.tags[at] for at in range(token) if tree.tags[at].startswith(("VB", "MD"))]
    if tree.tags[token] == "VBZ":
        return not verbs or "VBZ" in verbs
    return not verbs or not {"VB", "VBP", "MD"}.isdisjoint(verbs)


def _with_first(sentence: Sentence, start: int) -> int:
    """Where a pair begins whose second starts at a token: `Rice rose 2 percent, tea and coffee 5`."""
    tree, at = sentence.tree, start - 2
    if tree.lowered[start - 1] not in ("and", "or"):
        return start
    while at > 0 and (tree.tags[at].startswith(("NN", "JJ", "HYPH", "DT")) and sentence.quantity(at) is None):
        at -= 1
    joined = tree.lowered[at] in (",", ";", "while", "but") and at < start - 2
    return at + 1 if joined else start


def _head(sentence: Sentence, first: int, last: int) -> int | None:
    """The noun that the words from one token to another are about: `sales` in `sales of cars`."""
    tree = sentence.tree
    if tree.lowered[first] in _TAKING_UP and tree.lowered[first + 1] in _LED:
        first += 2  # `that of barley`
    head = None
    for at in range(first, last + 1):
        if tree.lowered[at] in _LED and sentence.name(at) is None and head is not None:
            break
        if tree.tags[at] == "POS":
            return head if at == last else _head(sentence, at + 1, last)
        head = at
    return head


def _figures_before(sentence: Sentence, start: int) -> Iterator[int]:
    """The figures before a remnant, the nearest first, as far back as no other clause stands between."""
    tree = sentence.tree
    seen = None
    for at in range(start - 1, -1, -1):
        if sentence.quantity(at) is not None:
            if sentence.at[at] is not seen:
                seen = sentence.at[at]
                yield at
        elif seen is None and tree.tags[at].startswith(FINITE) and not is_saying(tree.words[at]):
            return
        elif seen is None and tree.tags[at] == "VBG" and tree.words[at - 1] == ",":
            return  # `sold 20, lifting orders and options to 60`


def _parallel(draft: Draft, link: str | None, told: Told) -> bool:
    """Whether a figure may be told as one before: in its unit, and tied by a like word."""
    figure, other, sentence = draft.quantity, told.draft.quantity, draft.sentence
    if figure is None or other is None or told.claim.kind not in ("level", "change"):
        return False
    like = (other.type, other.unit) == (figure.type, figure.unit) or figure.bare
    if not like or (told.draft.at_base and link != "from"):
        return False
    if figure.noun is not None and other.type == "number" and other.noun is None:
        return False
    if draft.sets.get("metric", told.claim.metric) != told.claim.metric:
        return False
    theirs = _link(sentence, told.draft.token)[0]
    if link in ("from", "of", "with"):
        return theirs == link
    if link in _TO_LEVEL:
        return told.claim.kind == "level"
    if link == "by":
        return theirs in (None, "by")
    return theirs != "from" and (theirs not in _TO_LEVEL or told.claim.kind == "level")


def _role(draft: Draft, told: Told, phrase: Phrase, link: str | None) -> str | None:
    """Which field of the claim the noun of a remnant fills."""
    sentence, claim, head, led = draft.sentence, told.claim, phrase.head, phrase.led
    who = party(sentence, head)
    if led:
        for field in ("subject", "counterpart", "place"):
            theirs = getattr(claim, field)
            if theirs is not None and who is not None and _stands_behind(sentence, led, theirs, head):
                return field
        name = sentence.name(head)
        where = name is not None and name.type in ("country", "place") and led in ("in", "at", "on")
        return ("place" if claim.subject is not None else "subject") if where else None
    recipient = sentence.name(sentence.extent(told.draft.token)[0] - 1)
    if recipient is not None and recipient.canonical == claim.counterpart:
        return "counterpart"  # `owes China $2 billion and Japan $1 billion`
    if sentence.name(head) is not None or is_actor(sentence.tree.lowered[head]):
        return "subject"
    noun = named_by(told)
    topic = read_topic(sentence, head)
    if sentence.tree.lowered[head - 1] in _LED and sentence.tree.lowered[head - 2] in _TAKING_UP:
        return "subject"
    known = topic.metric is not None and fits(topic.metric, draft.quantity, claim.kind)
    if link == "of" and not known and sentence.tree.words[phrase.first - 1] in (",", ";"):
        return "subject"  # `cyclists paid fines of $60, drivers of $200`
    if noun is not None and noun < told.draft.token and party(sentence, noun) != claim.subject:
        own = claim.metric not in table("metrics")["measured_in"]
        own = own or sentence.tree.tags[phrase.first] == "PRP$"  # `its debt rose to $3m, its cash to $1m`
        return "metric" if known or own or is_measured(sentence, head) else "subject"
    if known and link in ("to", "at"):
        return "metric"
    nobody = claim.subject is None or is_abstract(sentence, head)
    return "metric" if known and noun is None and nobody else "subject"


def named_by(told: Told) -> int | None:
    """The noun that gave a claim its metric, if one did."""
    token = told.draft.slots.get("metric")
    if token is None or told.claim.metric is None:
        return None
    topic = read_topic(told.draft.sentence, token)
    return topic.head if told.claim.metric in (topic.metric, topic.phrase) else None


def _stands_behind(sentence: Sentence, preposition: str, name: str, end: int) -> bool:
    """Whether someone stands behind a preposition in a sentence before a token."""
    tree = sentence.tree
    for at in range(end - 2):
        if tree.lowered[at] == preposition and sentence.at[at] is None:
            for noun in range(at + 1, min(at + 5, end)):
                if not (tree.tags[noun].startswith(_IN_PHRASE) or sentence.name(noun) is not None):
                    break
                if party(sentence, noun) == name:
                    return True
    return False


def _has_verb_behind(sentence: Sentence, token: int) -> bool:
    """Whether a verb of its own follows a figure: `and in Utah 200 people left`."""
    tree = sentence.tree
    for at in range(sentence.extent(token)[1] + 1, len(tree.words)):
        if tree.lowered[at] in (*_JOINTS, ":", "(", "that", "which", "who", "after", "as", "when", "than"):
            return False
        if sentence.quantity(at) is not None:
            return False
        if tree.tags[at].startswith(FINITE):
            return True
    return False
