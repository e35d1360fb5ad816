"""Modality of a claim, from the words that its clause hangs on."""

from __future__ import annotations

from functools import cache
from itertools import islice

from pipeline.extract.denial import doubted
from pipeline.extract.sentence import Sentence
from pipeline.rules.inflect import listed_verbs, phrase_forms
from pipeline.rules.tables import table

ORDER = ("possible", "planned", "expected")
_SUBJECTS = ("nsubj", "nsubj:pass", "nsubj:outer")
_FINITE = ("VBD", "VBZ", "VBP")
_OF_CHANGE = frozenset({"to", "from", "at"})
_FIRST = frozenset({"first", "last", "second", "third", "only", "latest", "next"})
_NEAR = 4
_CUE = 3
"""Words of the longest cue."""


@cache
def _cues() -> dict[str, str]:
    """Word -> modality; several-word cues are joined by spaces."""
    return {
        form: modality
        for modality, parts in table("modality").items()
        for part, phrases in parts.items()
        for phrase in phrases
        for form in phrase_forms(phrase, part)
    }


@cache
def _listed(key: str) -> frozenset[str]:
    return frozenset(table("modality_stops")[key])


@cache
def _nouns() -> dict[str, str]:
    """Noun -> modality of the figure that it tells: `forecast`."""
    return {
        form: modality
        for modality, parts in table("modality").items()
        for noun in parts.get("nouns", ())
        for form in phrase_forms(noun, "nouns")
    }


def chain(sentence: Sentence, token: int, limit: int = 8) -> list[int]:
    """Clause heads and governing nouns above a token, nearest first, up to where somebody says it or another
    clause has its own tense.
    """
    tree = sentence.tree
    found = [token]
    for above in islice(tree.above(token), limit):
        if _parts(sentence, found[-1], above):
            break
        found.append(above)
    return found


def _parts(sentence: Sentence, below: int, above: int) -> bool:
    """Whether a clause stands apart in mood from the one that it hangs on."""
    tree = sentence.tree
    label = tree.labels[below]
    if label == "parataxis" or label.startswith("acl:relcl"):
        return True
    if label == "ccomp":
        foreseen = _cues().get(tree.words[above].lower()) == "expected" or tree.lemmas[above] == "estimate"
        return is_saying(tree.words[above]) or (foreseen and _is_told(sentence, below))
    if label.split(":")[0] in ("conj", "advcl") and _has_tense(sentence, below):
        return not _awaits(sentence, below)
    if label.startswith("advcl") and tree.tags[below] not in ("VBG", "VBN"):
        due = tree.tags[below] == "VB" and (tree.tags[above] == "JJ" or _is_cue(sentence, above))
        return not due and not _awaits(sentence, below)
    return False


def _has_tense(sentence: Sentence, verb: int) -> bool:
    """Whether a verb has a finite form that is told as fact, by itself or by its helper."""
    tree = sentence.tree
    helpers = tree.children(verb, "aux", "aux:pass", "cop")
    if helpers:
        return tree.tags[helpers[0]] in _FINITE or tree.words[helpers[0]].lower() == "having"
    if tree.children(verb, *_SUBJECTS):
        return tree.tags[verb] in _FINITE
    return tree.tags[verb] == "VBZ"


def _is_told(sentence: Sentence, verb: int) -> bool:
    """Whether a verb stands in the past tense: nobody expects what was."""
    tree = sentence.tree
    helpers = tree.children(verb, "aux", "aux:pass", "cop")
    return tree.tags[helpers[0] if helpers else verb] == "VBD"


def in_present(sentence: Sentence, token: int) -> bool:
    """Whether the clause of a token stands in the simple present: `the line opens in May`."""
    tree = sentence.tree
    verb = sentence.roles.clause(token) if tree.parsed else None
    if verb is None:
        return False
    helpers = tree.children(verb, "aux", "aux:pass", "cop")
    return not helpers and tree.tags[verb] in ("VBZ", "VBP")


def _awaits(sentence: Sentence, verb: int) -> bool:
    """Whether a clause tells of what is still to come: `once the line opens`."""
    tree = sentence.tree
    marks = [tree.words[mark].lower() for mark in tree.children(verb, "mark", "advmod")]
    helpers = tree.children(verb, "aux", "aux:pass", "cop")
    tense = tree.tags[helpers[0]] if helpers else tree.tags[verb]
    return tense in ("VBZ", "VBP", "VB") and any(mark in _listed("awaiting") for mark in marks)


def _is_cue(sentence: Sentence, token: int) -> bool:
    words = [word.lower() for word in sentence.tree.words[token : token + _CUE]]
    return any(" ".join(words[: length + 1]) in _cues() for length in range(len(words)))


def is_saying(word: str) -> bool:
    """Whether a word is a form of a verb of saying."""
    return word.lower() in listed_verbs("modality_stops", "verbs")


def is_judging(word: str) -> bool:
    """Whether a word is a form of a verb whose subject puts a figure on what is others': `estimate`."""
    return word.lower() in listed_verbs("modality_stops", "judging")


def modality(sentence: Sentence, token: int, kind: str = "level", over: bool = False) -> str:
    """`reported`, `expected`, `planned` or `possible` for the claim of some kind at a token.

    `over` tells that the time of the claim is past, of which `will` and the like say nothing.
    """
    tree = sentence.tree
    if not tree.parsed:
        return "reported"
    if doubted(sentence, token):
        return "possible"
    told = noun_modality(sentence, token)
    if kind == "level" and told == "reported" and (_owned(sentence, token) or _today(sentence, token)):
        return told
    seen = [told, *_of_relative(sentence, token), *_under_heading(sentence, token)]
    below = token
    for above in (*chain(sentence, token), *_led_to(sentence, token)):
        if kind == "rank" and tree.labels[below] in (*_SUBJECTS, "appos"):
            break
        seen += _cues_at(sentence, above, over, own=kind == "event" and above == token)
        for case in tree.children(below, "case") if above < below else ():
            phrase = f"{tree.words[above]} {tree.words[case]}".lower()
            seen += [_cues()[phrase]] if phrase in _cues() else []
        if tree.words[above].lower() in _listed("seeing") and _sees(sentence, above, below, kind):
            seen.append("expected")
        below = above
    return next((modal for modal in ORDER if modal in seen), "reported")


def noun_modality(sentence: Sentence, token: int, compared: bool = False) -> str:
    """What the noun that a figure is of says of it: `a forecast of 5%`, `cut its forecast from 5%`.

    A figure that is only `compared` is of the clause's nouns where it is what they moved from.
    """
    tree = sentence.tree
    if not tree.parsed:
        return "reported"
    top = token
    for above in (token, *tree.above(token)):
        if not tree.tags[above].startswith(("NN", "CD", "$", "J")):
            break
        top = above
        words = [tree.words[t].lower() for t in (above, *tree.children(above, "compound"))]
        found = [_nouns()[word] for word in words if word in _nouns() and not _is_project(sentence, above)]
        if found:
            return found[0]
    verb = sentence.roles.clause(top)
    if verb is None:
        return "reported"
    moved = any(tree.words[case].lower() in _OF_CHANGE for case in tree.children(top, "case"))
    nouns = [sentence.roles.own_subject(verb)] if moved or not compared else []
    if moved:
        nouns += tree.children(verb, "obj")
    for noun in nouns:
        if noun is not None and noun != top and not _is_project(sentence, noun):
            modal = _nouns().get(tree.words[noun].lower())
            if modal is not None:
                return modal
    return "reported"


def _cues_at(sentence: Sentence, above: int, over: bool, own: bool) -> list[str]:
    """The modalities that a word and its helpers tell; an event's `own` word tells what happens."""
    tree = sentence.tree
    words = [] if own or _is_project(sentence, above) else [tree.words[above].lower()]
    words += [tree.words[c].lower() for c in tree.children(above, "aux", "aux:pass", "advmod", "amod", "cop")]
    words += [tree.words[c].lower() for c in tree.children(above, "compound") if tree.tags[c] in _FINITE]
    following = [tree.words[t].lower() for t in range(above, min(above + 3, len(tree.words)))]
    words += [] if own else [" ".join(following[:2]), " ".join(following)]
    for child in tree.children(above, "cop", "aux", "case", "advmod"):
        if tree.labels[child] == "case" and tree.words[child].lower() == "due":
            continue
        nearby = [tree.words[t].lower() for t in range(child, min(child + 3, len(tree.words)))]
        words += [" ".join(nearby[:2]), " ".join(nearby)]
    if over and not any(tree.words[c].lower() == "have" for c in tree.children(above, "aux")):
        words = [word for word in words if word not in _listed("helpers")]
    found = [cue for word in words if (cue := _cues().get(word)) is not None]
    to_come = tree.labels[above] in ("acl", "ROOT") and not _is_first(sentence, above)
    if to_come and any(tree.words[mark].lower() == "to" for mark in tree.children(above, "mark")):
        found.append("expected")
    return found


def _of_relative(sentence: Sentence, token: int) -> list[str]:
    """The modality that a clause tells of what is counted: `the 300 trains that it plans to buy`."""
    tree = sentence.tree
    noun = tree.heads[token] if tree.labels[token] in ("nummod", "compound") else token
    found: list[str] = []
    for verb in tree.children(noun, "acl:relcl", "acl"):
        word = tree.words[verb].lower()
        passive = tree.labels[verb] == "acl" and tree.tags[verb] == "VBN" and word not in _listed("purpose")
        ahead = [tree.words[at].lower() for at in range(verb + 1, min(verb + 1 + _NEAR, len(tree.words)))]
        if (passive or (tree.labels[verb] == "acl:relcl" and "to" in ahead)) and word in _cues():
            found.append(_cues()[word])
    return found


def _under_heading(sentence: Sentence, token: int) -> list[str]:
    """The modality of figures alone behind a colon: `It kept its forecast: sales of 5.`"""
    tree = sentence.tree
    colon = next((at for at in range(token - 1, 0, -1) if tree.words[at] in (":", ";", ".")), 0)
    if not colon or tree.words[colon] != ":":
        return []
    if any(tree.tags[at] in (*_FINITE, "MD") for at in range(colon, token)):
        return []
    words = [tree.words[at].lower() for at in range(colon) if tree.tags[at].startswith("NN")]
    return [_nouns()[word] for word in reversed(words) if word in _nouns()][:1]


def _led_to(sentence: Sentence, token: int) -> list[int]:
    """Words above the verb whose outcome a figure tells: `plans to hire 20, bringing its staff to 90`."""
    tree = sentence.tree
    found = [at for at in chain(sentence, token) if tree.tags[at] == "VBG" and tree.labels[at] == "advcl"]
    if not found or tree.words[found[0] - 1] != "," or found[0] > token:
        return []
    if any(
        sentence.quantity(at) is not sentence.quantity(token) for at in _counted(sentence, found[0], token)
    ):
        return []
    before = next((at for at in range(found[0] - 2, -1, -1) if tree.tags[at].startswith("VB")), None)
    return chain(sentence, before) if before is not None else []


def _counted(sentence: Sentence, first: int, last: int) -> list[int]:
    """Where figures stand between two tokens."""
    return [at for at in range(first, last) if sentence.quantity(at) is not None]


def _is_first(sentence: Sentence, verb: int) -> bool:
    """Whether an infinitive tells what its noun was the first to do."""
    tree = sentence.tree
    noun = tree.heads[verb]
    near = (noun, *tree.children(noun, "amod", "nummod"))
    return any(tree.words[t].lower() in _FIRST or tree.tags[t] == "JJS" for t in near)


def _sees(sentence: Sentence, verb: int, below: int, kind: str) -> bool:
    """Whether a form of `see` looks ahead: at a movement, or at a figure that something will be at."""
    tree = sentence.tree
    helpers = [tree.words[t].lower() for t in tree.children(verb, "aux", "aux:pass")]
    if any(word in ("has", "have", "had", "having") for word in helpers):
        return False
    if tree.tags[below].startswith("VB") and tree.labels[below] in ("ccomp", "xcomp", "advcl"):
        return True
    if below > verb and any(tree.tags[child] == "VBG" for child in tree.children(below, "acl", "amod")):
        return True
    at = any(tree.words[case].lower() == "at" for case in tree.children(below, "case"))
    return at or (kind == "change" and tree.words[verb].lower() == "sees")


def _owned(sentence: Sentence, token: int) -> bool:
    """Whether a figure tells the size of what somebody has already: `its debt of $3 bn will be repaid`."""
    tree = sentence.tree
    figure = sentence.quantity(token)
    counted = figure is not None and figure.unit in (None, "count") and tree.labels[token] == "nummod"
    if counted and tree.children(tree.heads[token], "nmod:poss"):
        return True
    for below in (token, *tree.above(token)):
        above = tree.heads[below]
        if tree.labels[below] != "nmod" or not tree.tags[above].startswith("NN"):
            if tree.labels[below] in ("nummod", "compound"):
                continue
            return False
        of = any(tree.words[case].lower() == "of" for case in tree.children(below, "case"))
        return of and bool(tree.children(above, "nmod:poss"))
    return False


def _today(sentence: Sentence, token: int) -> bool:
    """Whether words beside a figure say that it holds now: `from the current 15`, `staff, 40 now,`."""
    tree = sentence.tree
    for step in (-1, 1):
        at, left = token, _NEAR
        mention = sentence.at[token]
        while 0 <= at + step < len(tree.words) and left:
            at += step
            if mention is not None and sentence.at[at] is mention:
                continue
            if sentence.quantity(at) is not None:
                break
            left -= 1
            word = tree.words[at].lower()
            if word in _listed("present"):
                return step < 0 or _closes(sentence, at)
            if tree.tags[at].startswith(("VB", "MD")) or word in (",", ";", ":", "(", ")", "to", "than"):
                break
    return False


def trails(sentence: Sentence, token: int) -> bool:
    """Whether a figure stands in words that only go on with what was told: `, with wages taking 9`,
    `, some 9 fewer`.
    """
    tree = sentence.tree
    first = next((at + 1 for at in range(token - 1, -1, -1) if tree.words[at] in (",", ";", ":", ".")), 0)
    if not first or tree.words[first - 1] != ",":
        return False
    within = range(first, token)
    if any(tree.tags[at] in (*_FINITE, "MD", "WDT", "WP") for at in within):
        return False
    if tree.words[first].lower() == "with":
        return any(tree.tags[at] == "VBG" for at in within)
    return all(tree.words[at].lower() in _listed("trailing") or sentence.at[at] for at in within)


def _closes(sentence: Sentence, at: int) -> bool:
    """Whether a word stands before a comma, a bracket or the end of the sentence."""
    words = sentence.tree.words
    return at + 1 == len(words) or words[at + 1] in (",", ";", ")", ".", "–", "—")


def _is_project(sentence: Sentence, token: int) -> bool:
    """Whether a word is the noun `project`, which is no projection."""
    tree = sentence.tree
    return tree.words[token].lower() in ("project", "projects") and tree.tags[token].startswith("NN")
