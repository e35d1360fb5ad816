"""A sentence as plain values: words with places in the article, tags, lemmas and who hangs from whom."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

FINITE = ("MD", "VBD", "VBP", "VBZ")
"""The Penn tags of a verb that has tense, or of its modal."""


def with_dash(word: str) -> str:
    """The word, or a dash for one that a typewriter wrote (`--`)."""
    return "—" if word.startswith("--") else word


def is_tree(heads: Sequence[int]) -> bool:
    """Whether every token hangs, by way of others, from one that is its own head."""
    rooted = [False] * len(heads)
    for token in range(len(heads)):
        chain: dict[int, None] = {}
        while not rooted[token] and heads[token] != token:
            if token in chain:
                return False
            chain[token] = None
            token = heads[token]
        for seen in chain:
            rooted[seen] = True
    return True


@dataclass(frozen=True, slots=True)
class Tree:
    """One sentence, parsed or only cut into words.

    All tuples are as long as `words`, save that an unparsed sentence has no `heads`; its `tags`, `lemmas` and
    `labels` are empty strings, so that a look at them finds nothing instead of failing. `starts` and `ends`
    are character offsets into the article's text (0-based, end exclusive). `lowered` are the words in lower
    case. `heads` are token indices into
    this tree; a root is its own head. `tags` are Penn Treebank tags, `labels` those of Universal
    Dependencies, whatever the pipeline that parsed speaks.
    """

    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    tags: tuple[str, ...] = ()
    lemmas: tuple[str, ...] = ()
    heads: tuple[int, ...] = ()
    labels: tuple[str, ...] = ()
    lowered: tuple[str, ...] = field(init=False, repr=False, compare=False)
    _children: tuple[tuple[int, ...], ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        below: list[list[int]] = [[] for _ in self.words]
        for at, head in enumerate(self.heads):
            if head != at:
                below[head].append(at)
        object.__setattr__(self, "_children", tuple(map(tuple, below)))
        object.__setattr__(self, "lowered", tuple(map(str.lower, self.words)))
        for name in ("tags", "lemmas", "labels"):
            if not getattr(self, name):
                object.__setattr__(self, name, ("",) * len(self.words))

    def __len__(self) -> int:
        return len(self.words)

    @property
    def parsed(self) -> bool:
        """Whether the sentence has a parse."""
        return bool(self.heads)

    @property
    def root(self) -> int | None:
        """The index of the first token that is its own head; None without a parse."""
        return next((at for at, head in enumerate(self.heads) if head == at), None)

    def children(self, at: int, *labels: str) -> tuple[int, ...]:
        """The dependents of token `at` in text order; with `labels`, only those that hang by one of them."""
        below = self._children[at]
        if not labels or not below:
            return below
        return tuple([child for child in below if self.labels[child] in labels])

    def child(self, at: int, *labels: str) -> int | None:
        """The first dependent of token `at` that hangs by one of `labels`."""
        return next(iter(self.children(at, *labels)), None)

    def above(self, at: int) -> Iterator[int]:
        """Yield the heads above token `at`, its own first; nothing for a root or without a parse."""
        if not self.heads:
            return
        while self.heads[at] != at:
            at = self.heads[at]
            yield at

    def below(self, at: int) -> Iterator[int]:
        """Yield token `at` and every token that hangs from it, directly or not, in no set order."""
        pending = [at]
        while pending:
            here = pending.pop()
            yield here
            pending.extend(self._children[here])

    def subtree(self, at: int) -> tuple[int, int]:
        """The first and last token index of what hangs from `at`, itself included."""
        below = list(self.below(at))
        return min(below), max(below)

    def tokens(self, start: int, end: int) -> range:
        """The indices of the tokens that overlap characters `start` to `end` (exclusive) of the article."""
        inside = [
            index
            for index, (first, last) in enumerate(zip(self.starts, self.ends, strict=True))
            if first < end and last > start
        ]
        return range(inside[0], inside[-1] + 1) if inside else range(0)
