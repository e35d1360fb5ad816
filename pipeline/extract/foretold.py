"""What the noun phrase of a figure says of its mood: `a forecast of 5%`, `the 9 ships that it wants`."""

from __future__ import annotations

from pipeline.extract.mood_words import counts, cues, is_project, listed, no_surprise, nouns
from pipeline.extract.sentence import Sentence

_OF_CHANGE = frozenset({"to", "from", "at"})
_FINITE = ("VBD", "VBZ", "VBP")
_INSIDE = ("nummod", "compound")
_NEAR = 6
_BESIDE = 3
_LEAST = ("possible", "planned", "expected")


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
        if above != token and tree.lemmas[above] in listed("polls"):
            break
        top = above
        told_itself = () if counts(sentence, token, above) else (above,)
        words = [*told_itself, *tree.children(above, "compound")]
        found = [_of_noun(sentence, word) for word in words]
        told_of = [each for each in tree.children(above, "amod") if not no_surprise(sentence, each)]
        found += [cues().get(tree.lowered[each]) for each in told_of]
        told = next((modal for modal in found if modal), None)
        if told is not None:
            return told
    of_what = of_relative(sentence, token) if compared else []
    if of_what:
        return min(of_what, key=_LEAST.index)
    verb = sentence.roles.clause(top)
    if verb is None:
        return "reported"
    return _of_clause(sentence, verb, top, compared)


def _of_clause(sentence: Sentence, verb: int, top: int, compared: bool) -> str:
    """What the subject or the object that a figure moves tells of it: `The forecast fell to 5%`."""
    tree = sentence.tree
    before = tree.lowered[sentence.extent(top)[0] - 1]  # wherever the parser hangs it
    moved = before in _OF_CHANGE or any(
        tree.lowered[case] in _OF_CHANGE for case in tree.children(top, "case")
    )
    near = [sentence.roles.own_subject(verb)] if moved or not compared else []
    if moved:
        near += tree.children(verb, "obj", "xcomp")
    told_of = [at for noun in near if noun is not None for at in (noun, *tree.children(noun, "compound"))]
    told = (_of_noun(sentence, noun) for noun in told_of if noun != top)
    return next((modal for modal in told if modal), "reported")


def _of_noun(sentence: Sentence, token: int) -> str | None:
    if is_project(sentence, token):
        return None
    word = sentence.tree.lowered[token]
    return "expected" if _reckoned(sentence, token, word) else nouns().get(word)


def _reckoned(sentence: Sentence, token: int, word: str) -> bool:
    """Whether a noun is what others look ahead to: `analysts' estimates`, `the median of 9 estimates`."""
    for one, other in (("reckoned", "reckoners"), ("reckoners", "reckoned")):
        if word in listed(one):
            near = sentence.tree.lowered[max(token - _BESIDE, 0) : token + _BESIDE + 1]
            return not listed(other).isdisjoint(near)
    return False


def of_relative(sentence: Sentence, token: int) -> list[str]:
    """The modality that a clause tells of what is counted: `the 300 trains that it plans to buy`, `the 9
    ships that it would like`.
    """
    tree = sentence.tree
    noun = _counted(sentence, token)
    found: list[str] = _of_contact(sentence, token)
    for verb in tree.children(noun, "acl:relcl", "acl"):
        if tree.labels[verb] == "acl":
            word = tree.lowered[verb]
            if tree.tags[verb] == "VBN" and word not in listed("purpose") and word in cues():
                found.append(cues()[word])
            continue
        within = [tree.lowered[at] for at in range(verb, _end(sentence, verb) + 1)]
        for at, word in enumerate(within):
            pair = f"{tree.words[verb + at - 1]} {word}".lower()
            if at <= 1 and _does(sentence, verb):
                continue  # nor with the word behind it, as in `which allows for`
            gap = at == 0 and all(tree.tags[each] == "WDT" for each in tree.children(verb, "obj"))
            if "to" in within[at + 1 : at + _NEAR] or gap:
                found += [cues()[cue] for cue in (word, pair) if cue in cues()]
    return found


def _does(sentence: Sentence, verb: int) -> bool:
    """Whether what is counted does what the verb of its clause tells: `9 firms that plan to hire`."""
    tree = sentence.tree
    doers = tree.children(verb, "nsubj") if tree.tags[verb].startswith("VB") else ()
    return any(tree.tags[at] in ("WDT", "WP") for at in doers)


def _of_contact(sentence: Sentence, token: int) -> list[str]:
    """The modality of a clause without `that` behind a figure with `the`: `the 4% analysts had expected`."""
    tree = sentence.tree
    first, last = sentence.extent(token)
    if sentence.at[token] is None or tree.lowered[first - 1] != "the":
        return []
    last = max(last, _counted(sentence, token))
    for at in range(last + 1, min(last + 2 * _NEAR, len(tree))):
        if tree.tags[at] == "VBN" and tree.words[at + 1 : at + 2] == ("by",):
            continue
        if tree.lowered[at] == "by":
            continue
        if tree.tags[at].startswith("VB") and tree.lemmas[at] not in ("have", "be"):
            modal = cues().get(tree.lowered[at]) or cues().get(" ".join(tree.lowered[at : at + 2]))
            beside = tree.tags[at] == "VBN" and tree.lowered[at] not in listed("purpose")
            told = tree.tags[at] in ("VBD", "VBN") and (at > last + 1 or beside)
            return [modal] if modal and told else []
        if not tree.tags[at].startswith(("NN", "PRP", "DT", "JJ", "VB", "RB")):
            break
    return []


def presupposed(sentence: Sentence, token: int) -> bool:
    """Whether a clause tells as fact what is counted, whatever becomes of it: `the 9 mills that it owns`."""
    tree = sentence.tree
    noun = _counted(sentence, token)
    if is_told_by_participle(sentence, token):
        return True
    known = any(tree.lowered[det] in listed("known") for det in tree.children(noun, "det"))
    if not known or of_relative(sentence, token):
        return False
    last = max(noun, sentence.extent(token)[1])
    behind = tree.tags[last + 1 : last + 3]
    if behind[:1] in (("PRP",), ("NNP",)) and behind[1:] and behind[1] in _FINITE:
        return True
    if any(tree.tags[verb] == "VBN" for verb in tree.children(noun, "acl")):
        return True  # `the 9 recorded in 1992`
    return any(
        tree.tags[at] in _FINITE
        for verb in tree.children(noun, "acl:relcl")
        for at in (verb, *tree.children(verb, "aux", "aux:pass", "cop"))
    )


def comes_first(sentence: Sentence, token: int, behind: int = -1) -> bool:
    """Whether a figure stands in a clause of what was before, behind a token that tells of what came of it:
    `will need 9 in May after it lost 7`.
    """
    tree = sentence.tree
    for at in range(behind + 1, token):
        verb = tree.heads[at] if tree.lowered[at] == "after" and tree.labels[at] == "mark" else at
        if verb > at and any(tree.tags[t] == "VBD" for t in (verb, *tree.children(verb, "aux", "aux:pass"))):
            inner = range(verb + 1, token)
            return not any(tree.tags[t] in (*_FINITE, "MD") or tree.words[t] == ";" for t in inner)
    return False


def asked(sentence: Sentence, token: int) -> bool:
    """Whether a figure counts those that were asked, whatever they foresee: `a poll of 14 analysts`."""
    tree = sentence.tree
    noun = _counted(sentence, token)
    members = tree.labels[noun] == "nmod" and tree.lemmas[tree.heads[noun]] in listed("polls")
    told = any(tree.lemmas[verb] in listed("polled") for verb in tree.children(noun, "acl"))
    return (members and sentence.roles.preposition(noun) in ("of", "among")) or told


def endangered(sentence: Sentence, token: int) -> bool:
    """Whether a figure counts who is there to be hurt, not what may be gone: `9 homes are at risk`."""
    tree = sentence.tree
    noun = _counted(sentence, token)
    return (
        tree.labels[noun] == "nsubj"
        and tree.lemmas[tree.heads[noun]] in ("risk", "stake")
        and tree.lemmas[noun] not in listed("lost")
    )


def is_told_by_participle(sentence: Sentence, token: int) -> bool:
    """Whether a participle right behind a figure with `the` tells of it, wherever the parser hangs it:
    `below the 52,400 recorded in 1992`, not `above the 9 planned`.
    """
    tree = sentence.tree
    first, last = sentence.extent(token)
    if tree.lowered[first - 1] != "the" or first < 2 or tree.tags[first - 2] != "IN":
        return False
    words = tree.lowered[last + 1 : last + 3]
    foreseen = words[:1] and (words[0] in cues() or " ".join(words) in cues())
    return tree.tags[last + 1 : last + 2] == ("VBN",) and not foreseen


def _counted(sentence: Sentence, token: int) -> int:
    """The noun that a figure counts, else the figure."""
    tree = sentence.tree
    return tree.heads[token] if tree.labels[token] in _INSIDE else token


def _end(sentence: Sentence, verb: int) -> int:
    """The last token of a clause, at most up to the comma behind its verb."""
    last = sentence.tree.subtree(verb)[1]
    return next((at for at in range(verb, last) if sentence.tree.words[at] == ","), last)


def under_heading(sentence: Sentence, token: int) -> list[str]:
    """The modality of figures alone behind a colon: `It kept its forecast: sales of 5.`"""
    tree = sentence.tree
    colon = next((at for at in range(token - 1, 0, -1) if tree.words[at] in (":", ";", ".")), 0)
    if not colon or tree.words[colon] != ":":
        return []
    if any(tree.tags[at] in (*_FINITE, "MD") for at in range(colon, token)):
        return []
    words = [tree.lowered[at] for at in range(colon) if tree.tags[at].startswith("NN")]
    return [nouns()[word] for word in reversed(words) if word in nouns()][:1]


def replaced(sentence: Sentence, token: int) -> bool:
    """Whether a figure is an earlier version of another, not its value at an earlier time: `instead of 5`,
    `from the previous estimate of 5`.
    """
    tree = sentence.tree
    for at in (token, *tree.above(token)):
        if not tree.tags[at].startswith(("NN", "CD", "$", "J")):
            return False
        cases = [tree.lowered[case] for case in tree.children(at, "case")]
        adjectives = {tree.lowered[each] for each in tree.children(at, "amod")}
        if not listed("replacing").isdisjoint(cases):
            return True
        if tree.lowered[at] in listed("versions") and adjectives & listed("former"):
            return True
    return False
