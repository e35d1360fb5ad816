"""Words joined by hyphens hang together from the last of them: a parser often takes the first for the noun.

`The break-even point came to $3 million` is of a point, `well-paid jobs` are jobs.
"""

from __future__ import annotations

from collections.abc import Sequence

_NOUNS = ("NN",)
_ENDS = ("IN", "TO", ",", ".", ":", "MD", "VBD", "VBZ", "POS", "CC")
"""What may follow a noun, so that a word taken for a verb before it is one."""


def joined(
    words: Sequence[str],
    starts: Sequence[int],
    tags: Sequence[str],
    heads: Sequence[int],
    labels: Sequence[str],
) -> tuple[tuple[str, ...], tuple[int, ...], tuple[str, ...]]:
    """Tags, heads and labels in which every compound of words and hyphens up to a noun is one phrase."""
    tags, heads, labels = list(tags), list(heads), list(labels)
    for first, last in _compounds(words, starts):
        end = _noun_end(words, tags, first, last)
        if end is None:
            continue
        inside = range(first, end + 1)
        outward = [at for at in inside if heads[at] not in inside or heads[at] == at]
        if outward == [end] or not outward or any(labels[at] == "conj" for at in outward[1:]):
            continue
        top = next(at for at in outward if not _hangs_within(at, heads, inside))
        root = heads[top] == top
        label, head = labels[top], end if root else heads[top]
        for at in inside:
            if at != end:
                heads[at], labels[at] = end, "punct" if words[at] == "-" else "compound"
        heads[end], labels[end], tags[end] = head, label, tags[end] if tags[end].startswith("NN") else "NN"
        for at, above in enumerate(heads):
            if at not in inside and above in inside:
                heads[at] = end
    return tuple(tags), tuple(heads), tuple(labels)


def _hangs_within(token: int, heads: Sequence[int], inside: range) -> bool:
    """Whether a token of a compound hangs, by way of others, from the compound itself."""
    while heads[token] != token:
        token = heads[token]
        if token in inside:
            return True
    return False


def _compounds(words: Sequence[str], starts: Sequence[int]) -> list[tuple[int, int]]:
    """First and last token of every run of words with hyphens between and no space."""
    found: list[tuple[int, int]] = []
    at = 0
    while at + 2 < len(words):
        last = at
        while (
            last + 2 < len(words)
            and words[last + 1] == "-"
            and words[last].isalpha()
            and words[last + 2].isalpha()
            and starts[last + 2] == starts[last] + len(words[last]) + 1
        ):
            last += 2
        if last > at:
            found.append((at, last))
        at = last + 1
    return found


def _noun_end(words: Sequence[str], tags: Sequence[str], first: int, last: int) -> int | None:
    """The noun that a compound ends in, or that it describes where the parser took that for a verb."""
    if tags[last].startswith(_NOUNS):
        return None if tags[last + 1 : last + 2] and tags[last + 1].startswith(_NOUNS) else last
    behind = last + 1
    if first == 0 or tags[first - 1] not in ("DT", "PRP$", "POS") or behind + 1 >= len(words):
        return None
    return behind if tags[behind] == "VB" and tags[behind + 1] in _ENDS else None
