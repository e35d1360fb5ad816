"""One sentence with everything that is known about it, ready for look-ups by token."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from pipeline.extract.line import Line
from pipeline.extract.nationals import under_firms
from pipeline.extract.roles import Roles
from pipeline.extract.tree import Tree
from pipeline.model import Mention, Name, Period, Quantity, Span


@dataclass(frozen=True, eq=False)
class Sentence:
    """A sentence: its span and paragraph in the article, tree, roles, line, and the mention at each token.

    `before` is the sentence before it, where that was read.
    """

    span: Span
    paragraph: int
    text: str
    line: Line
    roles: Roles
    at: tuple[Mention | None, ...]
    before: Sentence | None = field(default=None, repr=False)

    @cached_property
    def names(self) -> frozenset[str]:
        """The canonical names that stand in the sentence."""
        return frozenset(m.value.canonical for m in self.at if m is not None and isinstance(m.value, Name))

    @cached_property
    def tree(self) -> Tree:
        return self.line.tree

    def name(self, token: int) -> Name | None:
        """The name that covers a token."""
        mention = self.at[token]
        return mention.value if mention is not None and isinstance(mention.value, Name) else None

    def quantity(self, token: int) -> Quantity | None:
        """The quantity that covers a token."""
        mention = self.at[token]
        return mention.value if mention is not None and isinstance(mention.value, Quantity) else None

    def is_period(self, token: int) -> bool:
        """Whether a date or duration covers a token."""
        mention = self.at[token]
        return mention is not None and isinstance(mention.value, Period)

    def extent(self, token: int) -> tuple[int, int]:
        """The first and last token of the mention that covers a token; the token itself where none does."""
        mention, first, last = self.at[token], token, token
        while mention is not None and first > 0 and self.at[first - 1] is mention:
            first -= 1
        while mention is not None and last + 1 < len(self.at) and self.at[last + 1] is mention:
            last += 1
        return first, last

    def word_before(self, token: int) -> str:
        """The word right before the mention that covers a token, in lower case; `nothing` at the start."""
        first = self.extent(token)[0]
        return self.tree.lowered[first - 1] if first else "nothing"

    def head_token(self, first: int, last: int) -> int:
        """The token among `first` to `last` (inclusive) that the others hang on."""
        if first == last or not self.tree.parsed:
            return last
        heads = [
            t
            for t in range(first, last + 1)
            if not first <= self.tree.heads[t] <= last or self.tree.heads[t] == t
        ]
        nouns = [token for token in heads if self.tree.tags[token].startswith("NN")]
        return nouns[-1] if nouns else heads[0] if heads else last

    def words(self, first: int, last: int) -> str:
        """The text from token `first` to `last` (inclusive), line breaks as spaces."""
        start, end = self.tree.starts[first] - self.span[0], self.tree.ends[last] - self.span[0]
        return " ".join(self.text[start:end].split())


def make_sentence(
    span: Span, paragraph: int, text: str, line: Line, before: Sentence | None = None
) -> Sentence:
    """A sentence from its line; `text` is the sentence's own text."""
    at: list[Mention | None] = [None] * len(line.tree.words)
    for element in line.elements:
        if element.mention is not None:
            for token in range(element.first, element.last + 1):
                at[token] = element.mention
    tree = under_firms(line.tree, at)
    line = line if tree is line.tree else replace(line, tree=tree)
    return Sentence(span, paragraph, text, line, Roles(tree), tuple(at), before)


def mentions_within(mentions: Sequence[Mention], span: Span, start_at: int) -> tuple[list[Mention], int]:
    """Mentions that lie in a span, and where in the ordered list to look for the next span's."""
    found = []
    position = start_at
    while position < len(mentions) and mentions[position].start < span[1]:
        if mentions[position].start >= span[0]:
            found.append(mentions[position])
        position += 1
    return found, position
