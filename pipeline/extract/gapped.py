"""The noun of a clause that leaves out its verb: `exports came to $5bn and imports to $6bn`."""

from __future__ import annotations

from pipeline.extract.drafts import Draft
from pipeline.extract.phrases import Topic, read_topic
from pipeline.rules.vocabulary import metric_of_words

_LINKS = ("to", "at", "by", "from")
_JOINING = ("and", "while", "but", "or", "with", ",", ";")


def gapped_topic(draft: Draft) -> Topic | None:
    """What the noun right before a figure's `to` or `at` is, where it opens a clause without a verb."""
    sentence, tree = draft.sentence, draft.sentence.tree
    link = sentence.extent(draft.token)[0] - 1
    while (link > 0 and tree.tags[link].startswith(("RB", "JJR", "$"))) or tree.lowered[link] == "than":
        link -= 1  # `to about $6bn`, `to more than $6bn`
    if draft.trigger != draft.token or link < 1 or tree.lowered[link] not in _LINKS:
        return None
    noun = link - 1
    known = metric_of_words([tree.lowered[noun]]) is not None  # `and expenditures at`, read as a verb
    if not (tree.tags[noun].startswith("NN") or known) or sentence.at[noun] is not None:
        return None
    first = noun
    while first > 0 and tree.tags[first - 1].startswith(("NN", "JJ", "DT", "PRP$", "HYPH")):
        first -= 1
    if first == 0 or tree.lowered[first - 1] not in _JOINING:
        return None
    before = any(sentence.quantity(token) is not None for token in range(first))
    topic = read_topic(sentence, noun) if before else None
    return topic if topic is not None and (topic.metric or topic.phrase) and not topic.partial else None
