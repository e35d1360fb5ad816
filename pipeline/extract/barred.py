"""Periods of a sentence that tell of something else than a figure: another act, an aside, its telling."""

from __future__ import annotations

from collections.abc import Collection

from pipeline import edtf
from pipeline.extract.asides import DESCRIBING
from pipeline.extract.foretold import comes_first
from pipeline.extract.mood import is_saying
from pipeline.extract.nearness import BESIDE, TimedMention
from pipeline.extract.scope import clause_tense, is_occasion, shares_day, tense
from pipeline.extract.sentence import Sentence
from pipeline.model import Ordinal
from pipeline.rules.tables import table

_FORESEEN = 9  # words before a figure that may tell it a forecast
_WEEK = 7
_ASIDE = 12
_LENDS_FOR = frozenset({"for", "of"})
_OPENING = 6  # words in which a participle that opens a sentence comes to its period
_OTHER_TIME = frozenset({"before", "after", "since", "following", "ahead", "off", "despite", "until"})
_MOST = frozenset({"most", "least", "fewest", "best", "worst"})


def barred(sentence: Sentence, token: int, item: TimedMention) -> bool:
    """Whether a period of its sentence cannot be a figure's."""
    return (
        _of_other_act(sentence, token, item)
        or _of_extreme(sentence, token, item)
        or _of_forecast(sentence, token, item)
        or _of_aside(sentence, token, item)
        or of_brackets(sentence, token, item)
        or _of_statement_before(sentence, token, item)
        or _of_occurrence(sentence, token, item)
        or _of_beginning(sentence, token, item)
        or _of_reckoning(sentence, token, item)
        or _of_movement_behind(sentence, token, item)
        or _of_part_behind(sentence, token, item)
        or comes_first(sentence, token, behind=item.last)
    )


def _of_extreme(sentence: Sentence, token: int, item: TimedMention) -> bool:
    """Whether a period bounds a superlative and tells no time of another figure.

    `the lowest since 1998`, `the best so far in 2024`, `the biggest haul of the season`.
    """
    start = _extreme_start(sentence, token, item)
    lead = sentence.tree.lowered[start : item.first]
    bounds = item.period.role == "since" or lead[-1:] == ("of",) or {"so", "far"} <= set(lead)
    if bounds and not _MOST.isdisjoint(lead):
        return True
    near = sentence.at[start : item.first]
    return bounds and any(
        m is not None and isinstance(m.value, Ordinal) and m is not sentence.at[token] for m in near
    )


def _extreme_start(sentence: Sentence, token: int, item: TimedMention) -> int:
    """Where a superlative may stand that a period bounds: behind the figure and a comma, if it is `since`.

    `won 9 points, its worst result in the league since 1988`
    """
    least = max(0, item.first - BESIDE)
    if item.period.role != "since":
        return least
    reach = range(least, max(token, item.first - _ASIDE), -1)
    return next((at for at in reach if sentence.tree.words[at] == ","), least)


def _of_aside(sentence: Sentence, token: int, item: TimedMention) -> bool:
    """Whether a period stands between commas in what only describes: `the mill, due to open in May,`."""
    tree = sentence.tree
    commas = [at for at, word in enumerate(tree.words) if word == ","]
    start = next((at for at in reversed(commas) if at < item.first), None)
    end = next((at for at in commas if at > item.last), None)
    if start is None or end is None:
        return _told_of_subject(sentence, token, item)
    if start + 1 == item.first and tree.words[item.last + 1] in ("'s", "’s"):
        return not start < token < end  # `Acme, last year's winner, came third`
    within = range(start + 1, item.first)
    due = (at for at in within if tree.lowered[at] == "due" and tree.lowered[at - 1] in (",", "and"))
    described = tree.tags[start + 1] == "VBN" and tree.labels[start + 1].startswith(("acl", "advcl"))
    described = described or tree.lowered[start + 1] in DESCRIBING  # `sales, worth $9m in May, fell 4%`
    opening = next(due, start + 1 if described else None)
    return opening is not None and not opening <= token <= end


def _of_statement_before(sentence: Sentence, token: int, item: TimedMention) -> bool:
    """Whether a semicolon parts what is to come from a figure of now: `aims for 9 by 2060; it has 3`."""
    return ";" in sentence.tree.words[item.last : token] and clause_tense(sentence, token) == "present"


def of_brackets(sentence: Sentence, token: int, item: TimedMention) -> bool:
    """Whether a period stands in brackets with a figure of its own: `a profit of $51m (2019: $38m)`."""
    words = sentence.tree.words
    start = next((at for at in range(item.first, -1, -1) if words[at] in ("(", ")")), None)
    end = next((at for at in range(item.last, len(words)) if words[at] in ("(", ")")), None)
    if start is None or end is None or words[start] == ")" or words[end] == "(" or start < token < end:
        return False
    return any(
        sentence.quantity(at) is not None for at in range(start, end) if not item.first <= at <= item.last
    )


def _of_occurrence(sentence: Sentence, token: int, item: TimedMention) -> bool:
    """Whether a period only dates what a figure came before or after: `fell ahead of the vote in June`."""
    tree = sentence.tree
    if not tree.parsed or item.period.role != "at":
        return False
    for step in (item.first, *tree.above(item.first)):
        if sentence.roles.is_verb(step) or tree.lowered[step] in table("phrases")["deducted"]:
            return False
        first, last = tree.subtree(step)
        cases = tree.children(step, "case")
        if any(case < item.first and tree.lowered[case] in _OTHER_TIME for case in cases):
            return not first <= token <= last
    return False


def _of_beginning(sentence: Sentence, token: int, item: TimedMention) -> bool:
    """Whether a period is in the participle that opens the sentence, and a figure in what holds now:
    `Launched in 2017, the line links 73 towns`.
    """
    tree = sentence.tree
    comma = next((at for at in range(item.last + 1, token) if tree.words[at] == ","), None)
    if comma is None or not tree.parsed or item.first > _OPENING or tree.heads[0] < comma:
        return False
    clause = sentence.roles.clause(token)
    fronted = any(tree.tags[at] in ("VBN", "VBD") for at in range(min(2, item.first)))
    fronted = fronted and not any(tree.labels[at].startswith("nsubj") for at in range(comma))
    return fronted and (clause is None or tense(tree, clause) == "present")


def _of_reckoning(sentence: Sentence, token: int, item: TimedMention) -> bool:
    """Whether a period only tells when somebody put a figure on it: `In May it had put the cost at $9m`."""
    tree = sentence.tree
    verb = sentence.roles.clause(token) if tree.parsed else None
    if verb is None or item.period.role != "at" or sentence.roles.clause(item.first) != verb:
        return False
    if tree.lemmas[verb] not in table("phrases")["reckoning"] or tree.children(verb, "aux:pass"):
        return False
    hangs = tree.labels[item.last].startswith("obl") or item.last + 1 == verb
    if not hangs or _LENDS_FOR & _cases(sentence, item.last):
        return False
    had = any(tree.lowered[at] == "had" for at in tree.children(verb, "aux"))
    told = tense(tree, verb)
    past = told == "past" or (told is None and sentence.roles.own_subject(verb) is not None)
    return past and (item.last < verb or (had and tree.tags[verb] == "VBN"))


def _of_movement_behind(sentence: Sentence, token: int, item: TimedMention) -> bool:
    """Whether a movement behind a level began then, but not the level: `stood at 9%, up 2 since May`."""
    words = sentence.tree.lowered
    if item.period.role != "since" or item.first < token:
        return False
    behind = range(sentence.extent(token)[1], item.first)
    return any(words[at] == "," and words[at + 1] in ("up", "down") for at in behind)


def _of_part_behind(sentence: Sentence, token: int, item: TimedMention) -> bool:
    """Whether a period is of a part told behind a figure: `It runs 90 mills, 14 of which opened in May`."""
    words = sentence.tree.lowered
    parts = (at for at in range(token + 1, item.first) if words[at] in ("which", "whom", "them"))
    return any(words[at - 1] == "of" and sentence.quantity(at - 2) is not None for at in parts)


def _cases(sentence: Sentence, token: int) -> set[str]:
    """The prepositions of a noun."""
    return {sentence.tree.lowered[at] for at in sentence.tree.children(token, "case")}


def _told_of_subject(sentence: Sentence, token: int, item: TimedMention) -> bool:
    """Whether a figure stands between commas in what only describes, of which a period behind is not: `The
    jet, built to carry 90 people, will fly from June`, `Acme, which is 9 percent Dutch, lost money in May`.
    """
    tree = sentence.tree
    start = next((at for at in range(token, 0, -1) if tree.words[at] == ","), None)
    end = next((at for at in range(token, item.first) if tree.words[at] == ","), None)
    if start is None or end is None:
        return False
    if tree.tags[start + 1].startswith("W") or tree.lowered[start + 1] in table("phrases")["standing"]:
        return tree.root is not None and tree.root > end
    if tree.tags[start + 1] != "VBN":
        return False
    return tree.labels[start + 1].startswith(("acl", "advcl")) and tree.heads[start + 1] > end


def _of_other_act(sentence: Sentence, token: int, item: TimedMention) -> bool:
    """Whether a day or week tells of another act than the figure's, or of its telling: `said on Thursday`."""
    if not sentence.tree.parsed or item.period.role == "since" or not _is_short(item.period.edtf):
        return False
    verb = sentence.roles.clause(item.first)
    if verb is None:
        return False
    if _is_counted_by(sentence, token, verb):
        return False
    if is_saying(sentence.tree.words[verb]) or _is_day_of_results(sentence, token, verb):
        return True
    tree, own = sentence.tree, sentence.roles.clause(token)
    if own is not None and tree.labels[own] == "acl:relcl" and tense(tree, own) == "present":
        return True  # `a blast hit a plant that employs 90 people on Monday`
    numbered = tree.labels[token] == "nummod" and tree.heads[token] == tree.heads[verb]
    counted = numbered and tree.labels[verb] == "acl"  # `90 firms met on Monday`, taken for a participle
    if "/" in item.period.edtf or counted:
        return False
    ready = own == tree.heads[verb] and tree.tags[own].startswith("JJ")
    if own is None and tree.heads[verb] == token:
        return False  # `the rate on Monday was 9 dollars`, whose number is taken for the predicate
    if own is not None and is_occasion(sentence, tree.heads[own]) and tree.heads[tree.heads[own]] == verb:
        return False
    return own != verb and not ready and not shares_day(sentence, token, verb)


def _is_counted_by(sentence: Sentence, token: int, verb: int) -> bool:
    """Whether a count is of what happened on the day of its report: `It reported 80 cases on Sunday`."""
    tree, quantity = sentence.tree, sentence.quantity(token)
    noun = tree.heads[token] if tree.labels[token] == "nummod" else token
    counts = quantity is not None and quantity.type not in ("money", "percent") and quantity.unit != "factor"
    counted = tree.labels[noun] in ("obj", "nsubj:pass") and tree.heads[noun] == verb
    return counts and counted and tree.lowered[verb] in table("phrases")["tallying"]


def _is_day_of_results(sentence: Sentence, token: int, verb: int) -> bool:
    """Whether a sum or a rate was only made known then: `Acme on Monday posted a loss of $9m`."""
    quantity = sentence.quantity(token)
    sums = quantity is None or quantity.type in ("money", "percent") or quantity.unit == "factor"
    return sums and sentence.tree.lowered[verb] in table("phrases")["disclosing"]


def _is_short(period: str) -> bool:
    """Whether a period is a day or a week."""
    if not period or ".." in period:
        return "/" not in period and bool(period)
    first, last = edtf.bounds(period)
    return (last - first).days < _WEEK


def _of_forecast(sentence: Sentence, token: int, item: TimedMention) -> bool:
    """Whether a day or week is when a figure was forecast, or a past that no figure to come has kept."""
    if sentence.tree.lowered[item.first] == "since":
        verb = sentence.roles.clause(token) if sentence.tree.parsed else None
        return verb is not None and tense(sentence.tree, verb) == "future"
    if _before_future(sentence, token, item):
        return True
    days = edtf.grain(item.period.edtf) == "day" and item.period.role == "at"
    return days and stands_near(sentence, token, table("phrases")["forecasts"])


def _before_future(sentence: Sentence, token: int, item: TimedMention) -> bool:
    """Whether a clause of the past before a figure to come has the period: `fell in May, but will be 9`."""
    tree, own, other = sentence.tree, sentence.roles.clause(token), sentence.roles.clause(item.first)
    if own is None or other is None or own == other or item.last > token or not tree.parsed:
        return False
    return tense(tree, own) == "future" and tense(tree, other) == "past"


def stands_near(sentence: Sentence, token: int, words: Collection[str]) -> bool:
    """Whether one of some words stands around a figure, most of all before it."""
    near = sentence.tree.lowered[max(0, token - _FORESEEN) : sentence.extent(token)[1] + BESIDE]
    return any(word in words for word in near)
