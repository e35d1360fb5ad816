"""What a figure shows of its metric by itself: how large it is, how it hangs, who acts on it.

A price is seldom in millions, wages are paid by the month, a firm's percentage is rather its shares'.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from pipeline.extract.choice import Candidates
from pipeline.extract.discourse import Discourse
from pipeline.extract.drafts import Draft
from pipeline.extract.nouns import known
from pipeline.extract.senses import sense_counted, sense_of
from pipeline.rules.tables import table

_SIZES = {
    "money": (10**2, 10**4, 10**6, 10**8, 10**10),
    "number": (10, 100, 10**3, 10**5, 10**7),
    "percent": (2, 10, 50, 100),
}
_NEAR = {"as large": Decimal("1.5"), "about as large": Decimal(5), "nearly as large": Decimal(30)}
_PER_WITHIN = 2


def signs(draft: Draft, discourse: Discourse) -> set[str]:
    """What is true of a draft's figure, whatever it measures."""
    return {
        f"rule {draft.rule.id}",
        f"after {draft.sentence.word_before(draft.token)}",
        *_of_size(draft),
        *_of_thing(draft),
        *_of_clause(draft),
        *_of_article(discourse),
    }


def _of_size(draft: Draft) -> Iterator[str]:
    quantity = draft.quantity
    steps = _SIZES.get(quantity.type) if quantity is not None else None
    if quantity is not None and steps:
        yield f"{quantity.type} of size {sum(quantity.value >= step for step in steps)}"


def _of_thing(draft: Draft) -> Iterator[str]:
    """What the figure counts, and what it is for each of: a time, a head, or a thing, which has a price."""
    sentence, quantity = draft.sentence, draft.quantity
    if quantity is not None:
        yield f"counts {sense_counted(quantity)}"
    end = sentence.extent(draft.token)[1]
    words = sentence.tree.words[end + 1 : end + 1 + _PER_WITHIN]
    if "each" in words or "apiece" in words:
        yield "for each"
    if quantity is not None and quantity.per is not None:
        yield "per time" if quantity.per in table("metrics")["not_priced"] else "per thing"


def _of_clause(draft: Draft) -> Iterator[str]:
    """The preposition before a figure, and what kind of party its clause's subject is."""
    sentence = draft.sentence
    if not sentence.tree.parsed:
        return
    preposition = sentence.roles.preposition(draft.token)
    if preposition is not None:
        yield f"behind {known(preposition)}"
    verb = sentence.roles.clause(draft.token)
    if verb is not None:
        yield f"verb {sentence.tree.lowered[verb]}"
    subject = sentence.roles.subject(verb) if verb is not None else None
    name = sentence.name(subject) if subject is not None else None
    if name is not None:
        yield f"done by a {name.type}"
    elif subject is not None:
        yield f"done by {sentence.tree.tags[subject]}"
        yield f"done by sense {sense_of(sentence.tree.words[subject])}"


def _of_article(discourse: Discourse) -> Iterator[str]:
    if discourse.salience.company is not None:
        yield "article of a firm"


def tell_of_size(found: Candidates, draft: Draft, discourse: Discourse) -> None:
    """Tell the metrics of the claims before whose figures have this one's unit and are about as large."""
    quantity = draft.quantity
    if quantity is None or quantity.value <= 0:
        return
    unit = quantity.unit or ("percent" if quantity.type == "percent" else "count")
    for told in discourse.recent:
        value = told.claim.value
        if told.claim.unit != unit or value is None or value <= 0:
            continue
        apart = max(value / quantity.value, quantity.value / value)
        near = [f"told {what}" for what, most in _NEAR.items() if apart <= most]
        found.tell(told.claim.metric, (*near, *(f"{what}: {draft.kind}" for what in near)))
