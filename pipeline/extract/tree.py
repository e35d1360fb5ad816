"""The words of a sentence and, where it was parsed, their grammar: plain values, no spaCy."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Tree:
    """One sentence. All tuples have one entry a token, or none where the sentence was not parsed.

    `starts` and `ends` are character offsets into the article; `tags` are Penn Treebank tags; `heads` are token
    indexes within the sentence (the root points to itself); `labels` are dependency labels as the scheme of the
    parser gives them (Universal Dependencies, or the CLEAR labels of spaCy's own English models).
    """

    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    tags: tuple[str, ...] = ()
    lemmas: tuple[str, ...] = ()
    heads: tuple[int, ...] = ()
    labels: tuple[str, ...] = ()
    _children: tuple[tuple[int, ...], ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        below: list[list[int]] = [[] for _ in self.words]
        for token, head in enumerate(self.heads):
            if head != token:
                below[head].append(token)
        object.__setattr__(self, "_children", tuple(map(tuple, below)))

    @property
    def parsed(self) -> bool:
        """Whether heads and labels are known."""
        return bool(self.heads)

    def children(self, token: int, *labels: str) -> tuple[int, ...]:
        """Dependents of a token in order, those with one of `labels` where any are given."""
        below = self._children[token]
        return tuple(child for child in below if self.labels[child] in labels) if labels else below

    def ancestors(self, token: int) -> list[int]:
        """The heads above a token, nearest first, up to the root."""
        above = []
        while self.heads and self.heads[token] != token and len(above) <= len(self.words):
            token = self.heads[token]
            above.append(token)
        return above

    def subtree(self, token: int) -> tuple[int, int]:
        """First and last token (inclusive) that a token's dependents reach, itself included."""
        first = last = token
        stack = [token]
        while stack:
            current = stack.pop()
            first, last = min(first, current), max(last, current)
            stack.extend(self._children[current])
        return first, last
