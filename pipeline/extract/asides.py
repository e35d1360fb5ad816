"""Asides that tell of now, whatever their sentence tells: `the mill, which employs 90 people, lost 3%`."""

from __future__ import annotations

from pipeline.extract.sentence import Sentence
from pipeline.extract.tree import FINITE
from pipeline.rules.tables import table

_LONGEST = 25
_COMMENT = 4
_SIZES = (("JJ",), ("RB",))
_RELATIVES = frozenset({"which", "who", "whose", "whom", "where"})
DESCRIBING = frozenset({"worth", "which", "who", "whose"})
"""What opens an aside between commas that tells of a time of its own."""
_BEFORE = frozenset({"of", "in", "from", "to", "for", "with", "at", "by", "on"})
_ENDS = frozenset({",", ";", ")", "–", "—", "."})
_OPENS = frozenset({",", "(", "–", "—"})


def aside(sentence: Sentence, token: int) -> range | None:
    """The tokens of the aside around a figure that tells of now, or None.

    So does a relative clause behind a comma in the present (`, which owns 40 ships`) or perfect tense, and
    what a subject comes with (`India, with 9 million voters, may`).
    """
    tree = sentence.tree
    first, last = sentence.extent(token)
    if not tree.parsed:
        return None
    start = next(
        (at for at in range(first - 1, max(0, first - _LONGEST), -1) if tree.words[at] in _OPENS), None
    )
    if start is None:
        return None
    end = next((at for at in range(last + 1, len(tree)) if tree.words[at] in _ENDS), len(tree))
    opening = start + 1 + (tree.lowered[start + 1] in _BEFORE)
    sized = sentence.quantity(token) is not None and tree.tags[last + 1 : last + 2] in _SIZES
    if tree.words[opening + 1 : opening + 2] == ("is",) and first <= opening + _COMMENT and not sized:
        return None  # `made 9 tonnes, which is 2% less`, not `the line, which is 9 km long`
    if tree.lowered[opening] in _RELATIVES:
        return range(start + 1, end) if _in_present(sentence, opening, end) else None
    named = _apposed(sentence, first, start)
    if named is not None:
        return named
    return range(start + 1, end) if _of_subject(sentence, start, end) else None


def told_aside(sentence: Sentence, token: int) -> bool:
    """Whether a figure stands between commas in what only describes: `sales, worth $9m in May, fell`."""
    words = sentence.tree.lowered
    start = next((at for at in range(token - 1, 0, -1) if words[at] == ","), None)
    return start is not None and words[start + 1] in DESCRIBING and "," in words[token + 1 :]


def describes_subject(sentence: Sentence, token: int) -> bool:
    """Whether a figure says what a subject is like, whatever becomes of it: `India, with 9 voters, may`."""
    first, last = sentence.extent(token)
    words = sentence.tree.words
    if not sentence.tree.parsed or first < 2:
        return False
    start = next((at for at in range(first - 1, 0, -1) if words[at] == ","), None)
    end = next((at for at in range(last + 1, len(words)) if words[at] in _ENDS), len(words))
    return peoples(sentence, token) or (start is not None and _of_subject(sentence, start, end))


def _in_present(sentence: Sentence, opening: int, end: int) -> bool:
    """Whether a relative clause tells of now by its first verb, even one that the tagger mistook."""
    tree = sentence.tree
    for at in range(opening + 1, end):
        if tree.tags[at] in FINITE or tree.tags[at] == "VBN":
            return tree.tags[at] in ("VBZ", "VBP")
        if tree.labels[at] == "acl:relcl" and not tree.children(at, "cop", "aux", "aux:pass"):
            return tree.tags[at] in ("NNS", "JJ", "VB")
    return False


def _apposed(sentence: Sentence, figure: int, start: int) -> range | None:
    """The tokens of an apposition around a figure that tells what somebody is: `Ayr, a town of 900,`."""
    tree = sentence.tree
    for above in (figure, *tree.above(figure)):
        if tree.tags[above].startswith(("VB", "MD")):
            return None
        if tree.labels[above] == "appos" and tree.tags[above].startswith("NN") and sentence.at[above] is None:
            first, last = tree.subtree(above)
            determined = tree.tags[start + 1] == "DT"
            known = sentence.at[start - 1] is None or sentence.name(start - 1) is not None
            told = tree.lowered[above] in table("phrases")["afterthoughts"]
            return range(first, last + 1) if determined and known and not told else None
    return None


def _of_subject(sentence: Sentence, start: int, end: int) -> bool:
    """Whether a phrase between the subject of a sentence and its verb tells what the subject is like."""
    tree = sentence.tree
    if tree.words[end : end + 1] != (",",) or not tree.tags[start - 1].startswith("NN"):
        return False
    opening = tree.lowered[start + 1]
    figure = sentence.quantity(start + 1) is not None
    behind = sentence.extent(start + 1)[1] + 1
    sized = figure and behind < end and tree.tags[behind].startswith(("JJ", "RB")) and opening != "some"
    if not sized and opening not in table("phrases")["likenesses"]:
        return False
    inner = any(tree.tags[at] in (*FINITE, "VBG", "VB") for at in range(start, end))
    return not inner and not any(tree.tags[at] in FINITE for at in range(start))


def peoples(sentence: Sentence, token: int) -> bool:
    """Whether a figure tells how many live somewhere, at whatever time: `the island of 9,000 people`."""
    tree = sentence.tree
    if not tree.parsed:
        return False
    counted = tree.heads[token] if tree.labels[token] == "nummod" else token
    where = tree.lowered[tree.heads[counted]]
    cases = [tree.lowered[case] for case in tree.children(counted, "case")]
    return (
        tree.labels[counted] == "nmod"
        and cases in (["of"], ["with"])
        and where in table("phrases")["peopled"]
    )
