"""The words around a figure: how exact they call it, and which way they say it moved."""

from __future__ import annotations

import re
from functools import cache

from pipeline.model import Change, Comparator
from pipeline.rules.inflect import verb_forms
from pipeline.rules.tables import table

_WINDOW = 90
_MOST_WORDS = 12
_MOST_JOINED = 4
_END = re.compile(r"[.;:!?](?=\s)(?<!\bca\.)(?<!\bapprox\.)(?<!\bc\.)|\n\s*\n|[()\[\]“”\"]")
_SIGNS = re.compile(r"[~∼≈<>≤≥⩾⩽]=?\s*\Z")
_AFTER = re.compile(r"[ \N{NO-BREAK SPACE}-]?(?:\+|[^\W\d_]+(?:[ -][^\W\d_]+){0,3})")
_NEXT = re.compile(r"[ \N{NO-BREAK SPACE}-]+(?P<word>[^\W\d_]+(?:-[^\W\d_]+)*)")
_AMOUNT = re.compile(
    r"\d[%mkbn]*\Z|\A(?:percent|cent|points?|times|twice|million|billion|thousand|euros?|dollars?)\Z"
)
_SPAN = re.compile(r"\b(?:days?|weeks?|months?|quarters?|years?|decades?)\Z", re.IGNORECASE)
_FAR = 8
_CARRIED = 5
_MARK = re.compile(r"[-\s](?:\w+[-\s])?(?:mark|level|threshold|barrier|line|limit|handle)\b")
_LAST = frozenset(("max", "maximum", "minimum", "tops", "approx", "approximately"))


@cache
def _comparators() -> tuple[dict[str, Comparator], dict[str, Comparator], frozenset[str]]:
    data = table("recognise/comparators")
    return dict(data["before"]), dict(data["after"]), frozenset(data["fillers"])


@cache
def _changes() -> tuple[dict[str, Change], frozenset[str], dict[str, Change], frozenset[str]]:
    data = table("recognise/changes")
    verbs: dict[str, Change] = {}
    after: dict[str, Change] = {}
    way: Change
    for way in ("up", "down"):
        verbs |= dict.fromkeys(data["verbs"][way], way)
        after |= dict.fromkeys(data["after"][way], way)
    return verbs, frozenset(data["bridges"]), after, frozenset(data["before_noun"])


def words_before(text: str, start: int) -> list[str]:
    """The words of the clause before `start` in lower case, at most a dozen, the nearest last."""
    window = text[max(0, start - _WINDOW) : start]
    cut = 0
    for match in _END.finditer(window):
        cut = match.end()
    words = window[cut:].lower().replace("’", "'").split()
    if cut == 0 and len(window) == _WINDOW and words:
        words = words[1:]
    return words[-_MOST_WORDS:]


def comparator_of(text: str, start: int, end: int, words: list[str]) -> Comparator:
    """How exact the words at the figure `text[start:end]`, `words` before it and those after, call it."""
    before, after, fillers = _comparators()
    sign = _SIGNS.search(text[max(0, start - 4) : start])
    if sign is not None and sign.group().strip() in before:
        return before[sign.group().strip()]
    if text[max(0, start - 4) : start].lower() == "sub-":
        return "<"
    last = len(words)
    for _ in range(3):
        found = _longest(words, last, before)
        if found:
            value = before[" ".join(words[last - found : last])]
            first = last - found
            if value in (">", "<") and first and words[first - 1] in ("no", "not", "nothing"):
                value = "<=" if value == ">" else ">="
            if value == ">" and first and words[first] == "over" and words[first - 1] in _spreads_over():
                break
            if words[last - 1] == "than" and first and _AMOUNT.search(words[first - 1]):
                break
            if words[first:last] == ["over"]:
                span = _SPAN.search(text, start, end)
                if not _lasts(words, first) if span else first and words[first - 1] in _taken():
                    break
            if value == "<=" and words[first:last] == ["up", "to"] and _moved(words, first):
                break
            if value in ("<", ">") and last < len(words) and _definite(text, start, end, words[first:]):
                break
            return value
        skipped = _longest(words, last, fillers)
        if not skipped:
            break
        last -= skipped
    match = _AFTER.match(text, end)
    if match is not None:
        key = match.group().lower().strip(" \N{NO-BREAK SPACE}")
        whole = key
        while key:
            held = key in _LAST and key != whole
            if (
                key in after
                and not held
                and (key[0] != "+" or not text[match.end() : match.end() + 1].isdigit())
            ):
                return after[key]
            key = key.rpartition(" ")[0]
    return "="


def _definite(text: str, start: int, end: int, words: list[str]) -> bool:
    """Whether a figure is one that something else is measured by or stands under, and not bounded itself:
    `below the 52,400 of 1992`, `under a $9 billion programme`, `a row over a 4 percent rise`, not `below the
    100 mark` or `over a 100 people`.
    """
    if text[start].isalpha() or _MARK.match(text, end):
        return False
    counts = text[start:end].replace(",", "").isdigit()
    under = words[0] == "under" or (words[0] == "over" and not counts)
    return words[-1] == "the" or (under and words[-1] in ("a", "an", "its", "their"))


def _moved(words: list[str], last: int) -> bool:
    """Whether `up` in `went up to 5`, `put the tax up to 5` belongs to the verb."""
    alone, carrying = _upward()
    near = words[max(last - _CARRIED, 0) : last]
    if len(near) > 1 and near[-1] == "back":  # `crept back up to 4`
        near.pop()
    if not near or near[-1] in _linking() or near[-1].endswith(","):
        return False
    return near[-1] in alone or any(word in carrying for word in near[:-1])


@cache
def _upward() -> tuple[frozenset[str], frozenset[str]]:
    """Forms of the verbs that go up, and of those that carry something up."""
    data = table("recognise/comparators")
    going = frozenset(form for verb in data["going_up"] for form in verb_forms(verb))
    carrying = frozenset(form for verb in data["carrying_up"] for form in verb_forms(verb))
    return going | {"is", "was", "are", "were", "been"}, carrying


@cache
def _linking() -> frozenset[str]:
    """Words behind which `up to` begins anew: `take in up to 5`."""
    return frozenset(table("recognise/comparators")["linking"])


def _lasts(words: list[str], last: int) -> bool:
    """Whether `over` before a length compares, as in `took over three years`, not `paid over three years`."""
    return last == 0 or words[last - 1] in table("recognise/comparators")["lasting"]


def _longest(words: list[str], last: int, known: object) -> int:
    """How many of the words before `last` make the longest phrase that is `known`."""
    for size in range(min(_MOST_JOINED, last), 0, -1):
        if " ".join(words[last - size : last]) in known:  # type: ignore[operator]
            return size
    return 0


@cache
def _no_movement() -> dict[str, frozenset[str]]:
    """The words behind which `up` and `down` belong to another verb: `set up`, `tracked down`."""
    data = table("recognise/changes")
    down = (form for verb in data["not_down"] for form in verb_forms(verb))
    return {"up": frozenset(data["not_up"]), "down": frozenset(down)}


@cache
def _spreads_over() -> frozenset[str]:
    return frozenset(table("recognise/changes")["spreads_over"])


@cache
def _taken() -> frozenset[str]:
    """Forms of the verbs that `over` belongs to: `took over 9 plants`."""
    return frozenset(form for verb in table("recognise/changes")["with_over"] for form in verb_forms(verb))


def change_before(words: list[str]) -> Change | None:
    """The movement told before a figure: `fell by`, `an increase of about`, `down`."""
    verbs, bridges, _, _ = _changes()
    last, by = len(words), False
    for _ in range(7):
        size = _longest(words, last, bridges)
        if size < 2 and (found := _longest(words, last, verbs)):
            verb = " ".join(words[last - found : last])
            if last < len(words) and words[last:] in (["a"], ["an"]):
                return None
            phrasal = last > 1 and words[last - 2] in _no_movement().get(verb, ())
            return None if phrasal else verbs[verb]
        if not size and last and words[last - 1].endswith("ly"):
            size = 1
        if not size:
            break
        by = by or "by" in words[last - size : last]
        last -= size
    if by:
        for index in range(last - 1, max(-1, last - 1 - _FAR), -1):
            if words[index] in verbs and words[index] != "up":
                return verbs[words[index]]
            if words[index] in ("to", "from", "and", "while", "but") and words[index] != "and":
                break
    return None


_COMPARATIVES = frozenset(("higher", "lower", "firmer", "weaker"))
_CLOSED = re.compile(r"[,.;:]|\s(?:at|on|in|to|for|after|against|from)\b|\s*\Z")  # no noun is to come


def change_after(text: str, end: int, percent: bool) -> Change | None:
    """The movement told after a figure: `5% rise`, `15 per cent more`, `10,000 fewer than`."""
    _, _, after, before_noun = _changes()
    position = end
    for _ in range(3):
        match = _NEXT.match(text, position)
        if match is None:
            return None
        word = match["word"].lower()
        if word in after:
            if word in _COMPARATIVES and _CLOSED.match(text, match.end()):
                return after[word]
            if not percent and not re.match(
                r"\s(?:than|this|last|the)\b", text[match.end() : match.end() + 6]
            ):
                return (
                    after[word]
                    if word in ("increase", "rise", "decrease", "decline", "drop", "reduction", "hike")
                    else None
                )
            return after[word]
        if word not in before_noun:
            return None
        position = match.end()
    return None
