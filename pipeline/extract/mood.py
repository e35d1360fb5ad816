"""Modality of a claim, from the words that its clause hangs on."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

from pipeline.extract.asides import describes_subject
from pipeline.extract.denial import doubted
from pipeline.extract.foretold import (
    asked,
    comes_first,
    endangered,
    noun_modality,
    of_relative,
    presupposed,
    under_heading,
)
from pipeline.extract.mood_words import (
    counts,
    cues,
    gerunds,
    is_project,
    listed,
    no_surprise,
    tells_weight,
)
from pipeline.extract.sentence import Sentence
from pipeline.extract.undertakings import (
    befallen,
    demanded,
    infinitive,
    is_told,
    permitted,
    promised,
    resolved,
    undertaken,
)
from pipeline.rules.inflect import listed_verbs

ORDER = ("possible", "planned", "expected")
_SUBJECTS = ("nsubj", "nsubj:pass", "nsubj:outer")
_FINITE = ("VBD", "VBZ", "VBP")
_FIRST = frozenset({"first", "last", "second", "third", "only", "latest", "next"})
_ASKING = ("why", "how")
_NEAR = 4
_AT_HAND = 256
_CUE = 3
"""Words of the longest cue."""


def chain(sentence: Sentence, token: int, limit: int = 8) -> list[int]:
    """Clause heads and governing nouns above a token, nearest first, up to where somebody says it or another
    clause has its own tense.
    """
    found = [token]
    for above in islice(_heads(sentence, token), limit):
        if _parts(sentence, found[-1], above):
            break
        found.append(above)
    return found


def _heads(sentence: Sentence, token: int) -> Iterator[int]:
    """The words above a token; an infinitive behind `and` goes on with the infinitive before it, whatever
    finite verb of another clause stands between: `vowed to house all who queue and to train 9`.
    """
    tree = sentence.tree
    while tree.heads[token] != token:
        head = tree.heads[token]
        if tree.labels[token] == "conj" and infinitive(sentence, token) and not infinitive(sentence, head):
            head = next((at for at in tree.above(head) if infinitive(sentence, at)), head)
        token = head
        yield token


def _parts(sentence: Sentence, below: int, above: int) -> bool:
    """Whether a clause stands apart in mood from the one that it hangs on."""
    tree = sentence.tree
    label = tree.labels[below]
    if _is_given(sentence, below, above):
        return True
    if label.startswith("advcl") and is_over(sentence, below):
        return True
    if label == "parataxis":
        return any(tree.tags[at].startswith(("VB", "MD")) for at in tree.below(below))
    if label.endswith(":relcl") or _stands_ahead(sentence, below, above):
        return True
    if label in ("ccomp", "dep", "csubj", "csubj:pass"):
        asked = any(tree.lowered[at] in _ASKING for at in tree.children(below, "advmod"))
        if asked and is_told(sentence, below):
            return True  # `will look into why 9 men died`
        foreseen = cues().get(tree.lowered[above]) == "expected" and tree.tags[above] != "JJ"
        estimated = tree.lemmas[above] == "estimate" and has_tense(sentence, below)
        return is_saying(tree.words[above]) or estimated or (foreseen and is_told(sentence, below))
    if label.split(":")[0] in ("conj", "advcl") and has_tense(sentence, below):
        return not _awaits(sentence, below)
    if label.startswith("advcl") and tree.tags[below] not in ("VBG", "VBN"):
        due = tree.tags[below] == "VB" and (tree.tags[above] == "JJ" or _is_cue(sentence, above))
        return not due and not _awaits(sentence, below)
    return False


def _is_given(sentence: Sentence, below: int, above: int) -> bool:
    """Whether a figure is of those who are there (`among the 9 miners`), or of what is had for what is to
    come (`in return for a loan of $9m`).
    """
    tree = sentence.tree
    had = tree.lowered[above] in ("return", "exchange") and tree.lowered[above - 1] == "in"
    return had or sentence.roles.preposition(below) == "among"


def is_over(sentence: Sentence, verb: int) -> bool:
    """Whether a participle tells what came before: `hopes to recover after losing 9`."""
    tree = sentence.tree
    marks = {tree.lowered[mark] for mark in tree.children(verb, "mark", "case")}
    return tree.tags[verb] == "VBG" and not marks.isdisjoint(listed("past"))


def _stands_ahead(sentence: Sentence, below: int, above: int) -> bool:
    """Whether a participle before its clause only tells of the subject: `Built by Acme, it will sell`."""
    tree = sentence.tree
    return below < above and tree.labels[below].startswith("advcl") and tree.tags[below] == "VBN"


def has_tense(sentence: Sentence, verb: int) -> bool:
    """Whether a verb has a finite form that is told as fact, by itself or by its helper."""
    tree = sentence.tree
    helpers = tree.children(verb, "aux", "aux:pass", "cop")
    if helpers:
        return tree.tags[helpers[0]] in _FINITE or tree.lowered[helpers[0]] == "having"
    if tree.children(verb, *_SUBJECTS):
        return tree.tags[verb] in _FINITE
    beside = tree.labels[verb] == "conj" and tree.tags[tree.heads[verb]] in ("VB", "VBG")
    return tree.tags[verb] == "VBZ" or (tree.tags[verb] == "VBD" and beside)


def _awaits(sentence: Sentence, verb: int) -> bool:
    """Whether a clause tells of what is still to come: `once the line opens`."""
    tree = sentence.tree
    marks = [tree.lowered[mark] for mark in tree.children(verb, "mark", "advmod")]
    helpers = tree.children(verb, "aux", "aux:pass", "cop")
    tense = tree.tags[helpers[0]] if helpers else tree.tags[verb]
    return tense in ("VBZ", "VBP", "VB") and any(mark in listed("awaiting") for mark in marks)


def _is_cue(sentence: Sentence, token: int) -> bool:
    words = sentence.tree.lowered[token : token + _CUE]
    return any(" ".join(words[: length + 1]) in cues() for length in range(len(words)))


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
    return _modality(sentence, token, kind, over)  # kept once, whether or not the defaults are spelt out


@lru_cache(maxsize=_AT_HAND)
def _modality(sentence: Sentence, token: int, kind: str, over: bool) -> str:
    tree = sentence.tree
    if not tree.parsed:
        return "reported"
    if doubted(sentence, token):
        return "possible"
    told = noun_modality(sentence, token)
    if kind in ("level", "record", "same") and told == "reported" and _stands_already(sentence, token):
        return told
    seen = [told, *of_relative(sentence, token), *under_heading(sentence, token)]
    below = token
    for above in (*chain(sentence, token), *_led_to(sentence, token)):
        if kind == "rank" and tree.labels[below] in (*_SUBJECTS, "appos"):
            break
        if kind in ("rank", "record", "trend") and sentence.roles.preposition(below) == "than":
            break
        own = (kind == "event" and above == token) or _is_wishing_subject(sentence, below, above)
        own = own or _stands_beside(sentence, below, above) or befallen(sentence, above, below)
        own = own or counts(sentence, token, above) or sentence.roles.preposition(below) == "with"
        seen += _cues_at(sentence, above, over, own=own)
        for case in tree.children(below, "case") if above < below else ():
            phrase = f"{tree.words[above]} {tree.words[case]}".lower()
            seen += [cues()[phrase]] if phrase in cues() else []
        if tree.lowered[above] in listed("seeing") and _sees(sentence, above, below, kind):
            seen.append("expected")
        meant = kind == "trend" and resolved(sentence, above)
        meant = meant or permitted(sentence, above, below) or demanded(sentence, above)
        if meant or promised(sentence, above, below):
            seen.append("planned")
        if any(tree.lowered[mark] == "whether" for mark in tree.children(above, "mark")):
            seen.append("possible")
        if set(seen) == {"reported"} and undertaken(sentence, above, below):
            seen.append("planned")
        seen += _before_infinitive(sentence, above)
        if tree.tags[above] == "VBG" and (led := gerunds().get(" ".join(tree.lowered[above - 2 : above]))):
            seen.append(led)
        below = above
    if promised(sentence, tree.heads[below], below):
        seen.append("planned")
    return next((modal for modal in ORDER if modal in seen), "reported")


def _before_infinitive(sentence: Sentence, verb: int) -> list[str]:
    """What the word right before an infinitive tells of it, whatever it hangs on by the parse."""
    tree = sentence.tree
    marks = [mark for mark in tree.children(verb, "mark") if tree.lowered[mark] == "to" and mark]
    words = [tree.lowered[mark - 1] for mark in marks if tree.tags[mark - 1] != "NNP"]
    found = [cues()[cue] for word in words for cue in (word, f"{word} to") if cue in cues()]
    head = f"{tree.lowered[tree.heads[verb]]} to" if tree.labels[verb] != "conj" else ""
    found += [cues()[head]] if marks and head in cues() else []  # `decided on Monday to`
    found += ["expected"] * (not listed("foretold_by").isdisjoint(words))
    return found + ["planned"] * (not listed("aimed_by").isdisjoint(words))


def _stands_already(sentence: Sentence, token: int) -> bool:
    """Whether a figure tells of what there is, whatever the clause says will become of it."""
    told_as_fact = (_owned, _today, asked, endangered, presupposed, describes_subject, comes_first)
    return any(each(sentence, token) for each in told_as_fact)


def _is_wishing_subject(sentence: Sentence, below: int, above: int) -> bool:
    """Whether a token is the subject of a verb that tells its wish, not its fate: `Some 300 firms plan`,
    `90 claims were awaiting an answer`; or a deal that was made: `300 loans were agreed`.
    """
    tree = sentence.tree
    if tree.lowered[above] in listed_verbs("modality_stops", "befalling"):
        return False
    if tree.labels[below] in ("nsubj", "nsubj:outer"):
        progressive = tree.tags[above] == "VBG" and tree.lemmas[above] != "go"
        return tree.tags[above] in _FINITE or progressive
    made = tree.labels[below] == "nsubj:pass" and tree.lemmas[above] == "agree" and is_told(sentence, above)
    return made and tree.lemmas[below] in listed("made")


def _stands_beside(sentence: Sentence, below: int, above: int) -> bool:
    """Whether a verb only shares the helpers of the one before: `had hoped for 9 but sold 5`."""
    tree = sentence.tree
    tags = {tree.tags[below], tree.tags[above]}
    return tree.labels[below] == "conj" and (tags <= {"VBD", "VBN"} or tags == {"VBZ"})


def _cues_at(sentence: Sentence, above: int, over: bool, own: bool) -> list[str]:
    """The modalities that a word and its helpers tell; an event's `own` word tells what happens."""
    tree = sentence.tree
    silent = own or any(ask(sentence, above) for ask in (is_project, no_surprise, tells_weight))
    words = [] if silent else [tree.lowered[above]]
    beside = tree.children(above, "aux", "aux:pass", "advmod", "amod", "cop")
    words += [tree.lowered[c] for c in beside if not no_surprise(sentence, c)]
    words += [tree.lowered[c] for c in tree.children(above, "compound") if tree.tags[c] in _FINITE]
    seeming = tree.lemmas[above] in listed("seeming")
    words += [tree.lowered[c] for c in tree.children(above, "xcomp") if seeming and tree.tags[c] == "JJ"]
    following = [tree.lowered[t] for t in range(above, min(above + 3, len(tree.words)))]
    words += [] if own else [" ".join(following[:2]), " ".join(following)]
    for child in tree.children(above, "cop", "aux", "case", "advmod"):
        nearby = [tree.lowered[t] for t in range(child, min(child + 3, len(tree.words)))]
        if tree.labels[child] == "case" and nearby[:2] == ["due", "to"]:
            continue
        words += [" ".join(nearby[:2]), " ".join(nearby)]
    if over and not any(tree.lowered[c] == "have" for c in tree.children(above, "aux")):
        words = [word for word in words if word not in listed("helpers")]
    if tree.tags[above] == "VBP" and not tree.children(above, "aux") and following[:2] == ["have", "to"]:
        words.append("has to")
    found = [cue for word in words if (cue := cues().get(word)) is not None]
    to_come = tree.labels[above] in ("acl", "ROOT") and not _is_first(sentence, above)
    if to_come and tree.tags[above] != "VBG" and infinitive(sentence, above):
        found.append("expected")
    return found


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
    return any(tree.lowered[t] in _FIRST or tree.tags[t] == "JJS" for t in near)


def _sees(sentence: Sentence, verb: int, below: int, kind: str) -> bool:
    """Whether a form of `see` looks ahead: at a movement, or at a figure that something will be at."""
    tree = sentence.tree
    helpers = [tree.lowered[t] for t in tree.children(verb, "aux", "aux:pass")]
    if any(word in ("has", "have", "had", "having") for word in helpers):
        return False
    if tree.tags[below].startswith("VB") and tree.labels[below] in ("ccomp", "xcomp", "advcl"):
        return True
    if below > verb and any(tree.tags[child] == "VBG" for child in tree.children(below, "acl", "amod")):
        return True
    subject = tree.child(verb, "nsubj")
    if subject is not None and below > verb and tree.lemmas[subject] in listed("reckoners"):
        return True
    at = any(tree.lowered[case] == "at" for case in tree.children(below, "case"))
    ahead = tree.tags[verb] in ("VBZ", "VBP", "VB")
    if ahead and sentence.quantity(below) is not None and tree.labels[below] == "obj":
        return True
    return at or (ahead and (kind == "change" or _is_measured(sentence, below)))


def _is_measured(sentence: Sentence, noun: int) -> bool:
    """Whether a noun takes its figure by a preposition (`output of 9`), and is not counted (`9 ships`)."""
    tree = sentence.tree
    below = (at for child in tree.children(noun, "nmod") for at in tree.below(child))
    return tree.labels[noun] == "obj" and any(sentence.quantity(at) is not None for at in below)


def _owned(sentence: Sentence, token: int) -> bool:
    """Whether a figure tells the size of what somebody has already: `its debt of $3 bn will be repaid`."""
    tree = sentence.tree
    figure = sentence.quantity(token)
    counted = figure is not None and tree.labels[token] in ("nummod", "compound")
    if counted and tree.children(tree.heads[token], "nmod:poss"):
        return True
    for below in (token, *tree.above(token)):
        above = tree.heads[below]
        if tree.labels[below] != "nmod" or not tree.tags[above].startswith("NN"):
            if tree.labels[below] in ("nummod", "compound"):
                continue
            return False
        of = any(tree.lowered[case] == "of" for case in tree.children(below, "case"))
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
            word = tree.lowered[at]
            if word in listed("present"):
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
    if not first or tree.words[first - 1] != "," or _is_subject(sentence, token):
        return False
    within = range(first, token)
    if any(tree.tags[at] in (*_FINITE, "MD", "WDT", "WP") for at in within):
        return False
    if tree.lowered[first] == "with":
        return any(tree.tags[at] == "VBG" for at in within)
    return all(tree.lowered[at] in listed("trailing") or sentence.at[at] for at in within)


def _is_subject(sentence: Sentence, token: int) -> bool:
    """Whether a figure, or what it counts, does something itself: `Of 90 families, 9 had left`."""
    labels = sentence.tree.labels
    noun = sentence.tree.heads[token] if labels[token] in ("nummod", "compound") else token
    return labels[noun] in _SUBJECTS


def _closes(sentence: Sentence, at: int) -> bool:
    """Whether a word stands before a comma, a bracket or the end of the sentence."""
    words = sentence.tree.words
    return at + 1 == len(words) or words[at + 1] in (",", ";", ")", ".", "–", "—")
