"""What a clause does with what it measures: deals, buys, holds or gives; whose goods they are."""

from __future__ import annotations

from pipeline.extract.beside import is_giving, is_receiving
from pipeline.extract.drafts import Draft
from pipeline.extract.phrases import read_topic
from pipeline.rules.inflect import listed_verbs
from pipeline.rules.tables import table
from pipeline.rules.vocabulary import is_relational, metric_of_country, metric_of_verb

_PHRASE = 8


def buys(draft: Draft, subject: str | None) -> bool:
    """Whether the subject of exports is who buys them: `France took $1.9 billion worth`."""
    sentence = draft.sentence
    verb = sentence.roles.clause(draft.token) if sentence.tree.parsed else None
    doer = sentence.roles.doer(verb) if verb is not None else None
    name = sentence.name(doer) if doer is not None else None
    if verb is None or name is None or name.type != "country" or name.canonical != subject:
        return False
    return sentence.tree.lowered[verb] in listed_verbs("holders", "buying")


def deals(draft: Draft) -> bool:
    """Whether the figure's clause tells of giving or trading, whatever is measured."""
    verb = draft.sentence.roles.clause(draft.token)
    word = draft.sentence.tree.lowered[verb] if verb is not None else ""
    relational = is_relational(metric_of_verb([word]) or metric_of_country([word]))
    return relational or is_giving(word) or is_receiving(word) or word in listed_verbs("holders", "buying")


def holds(draft: Draft) -> bool:
    """Whether a part is what somebody holds of something told before: `Acme owns 40 percent`."""
    sentence = draft.sentence
    verb = sentence.roles.clause(draft.token) if sentence.tree.parsed else None
    return verb is not None and sentence.tree.lowered[verb] in listed_verbs("holders", "holding")


def gives(draft: Draft) -> bool:
    """Whether the figure's clause tells of help, which goes to the country of the article."""
    verb = draft.sentence.roles.clause(draft.token) if draft.sentence.tree.parsed else None
    return verb is not None and draft.sentence.tree.lowered[verb] in listed_verbs("holders", "helping")


def maker_of_goods(draft: Draft, owner: str | None) -> str | None:
    """The country whose goods they are: `bought 1.2 million tonnes of Russian oil`."""
    goods = draft.slots.get("goods", draft.slots.get("metric"))
    if goods is None or goods < draft.token:
        return None
    first, last = draft.sentence.roles.noun_phrase(goods)
    names = (draft.sentence.name(token) for token in range(max(first, draft.token), last))
    found = (n.canonical for n in names if n is not None and n.adjective and n.type == "country")
    return next((name for name in found if name != owner), None)


def trader_of_whole(draft: Draft) -> str | None:
    """Of whose trade the subject is a part: `makes up 31 percent of Chad's exports`."""
    sentence = draft.sentence
    after = sentence.extent(draft.token)[1] + 1
    if sentence.tree.lowered[after : after + 1] != ("of",):
        return None
    for token in range(after + 1, min(after + _PHRASE, len(sentence.tree))):
        name, tag = sentence.name(token), sentence.tree.tags[token]
        if name is None and not tag.startswith(("NN", "JJ", "DT", "POS")):
            return None
        if name is None and tag.startswith("NN"):
            whole = read_topic(sentence, token)
            if is_relational(whole.metric):
                return whole.subject if whole.metric in table("metrics")["traded"] else None
    return None
