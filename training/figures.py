"""Expand the hand-written trees of `figures.txt` into gold parses."""

from __future__ import annotations

import calendar
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from spacy.tokens import Doc
from spacy.vocab import Vocab

MONTHS = tuple(calendar.month_name[1:])
_ITEM = re.compile(r"\s*(?:(?P<open>\[)(?P<group>\S+)\s|(?P<close>\])|(?P<leaf>[^\s\]]+))")
_CHOICE = re.compile(r"\{([^{}]+)\}")
_CLOSE_UP = {",", ".", ":", "POS", "HYPH", "-RRB-", "''"}
_OPEN_UP = {"$", "HYPH", "-LRB-", "``"}
_WORDS_OF_MONEY = re.compile(r"[A-Z]{3}$|US\$$|HK\$$")


@dataclass
class Node:
    """A word or a group; a group's head is the child marked with a star."""

    label: str
    leaf: str = ""
    star: bool = False
    children: list[Node] = field(default_factory=list)


@dataclass
class Word:
    """A word of an expanded sentence; `head` is the index of another, its own for the root."""

    form: str
    tag: str
    label: str
    head: int = -1


def parse(text: str) -> Node:
    """Read one phrase or sentence. Raises ValueError where brackets or heads do not add up."""
    root = Node("ROOT")
    stack = [root]
    for found in _ITEM.finditer(text.strip()):
        if found["open"]:
            node = Node(found["group"])
            stack[-1].children.append(node)
            stack.append(node)
        elif found["close"]:
            stack.pop()
        else:
            leaf = found["leaf"]
            star = leaf.startswith("*") and len(leaf) > 1
            stack[-1].children.append(Node("", leaf[1:] if star else leaf, star))
    if len(stack) != 1:
        raise ValueError(f"brackets do not close: {text}")
    _check(root, text)
    return root


def _check(node: Node, text: str) -> None:
    if not node.leaf:
        if sum(child.star for child in node.children) != 1:
            raise ValueError(f"a group needs one head: [{node.label} in {text}")
        for child in node.children:
            _check(child, text)


class Figures:
    """The phrases and sentences of a figures file."""

    def __init__(self, path: Path) -> None:
        self.phrases: dict[str, list[Node]] = {}
        self.sentences: list[Node] = []
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.startswith("- "):
                self.sentences.append(parse(line[2:]))
            elif line and not line.startswith("#"):
                name, _, phrase = line.partition(" = ")
                self.phrases.setdefault(name, []).append(parse(phrase))

    def draw(self, vocab: Vocab, times: int, rng: random.Random) -> Iterator[Doc]:
        """Yield every sentence pattern `times` times, each with words and figures of its own."""
        for _ in range(times):
            for sentence in self.sentences:
                words: list[Word] = []
                root = self._expand(sentence, "ROOT", words, rng)
                words[root].head = root
                yield _doc(words, vocab)

    def _expand(self, node: Node, label: str, words: list[Word], rng: random.Random) -> int:
        """Append the words of `node` and return the index of its head, which carries `label`."""
        heads: list[int] = []
        top = -1
        for child in node.children:
            if not child.leaf:
                heads.append(self._expand(child, child.label, words, rng))
                continue
            parts = child.leaf.rsplit("/", 1 if child.leaf.startswith("<") or child.star else 2)
            if child.leaf.startswith("<"):
                name = parts[0].strip("<>")
                phrase = rng.choice(self.phrases[name])
                at = self._expand(phrase, "" if child.star else parts[1], words, rng)
            else:
                tag, own = (parts[1], "") if child.star else (_split(parts))
                words.append(Word(_form(parts[0], rng), tag, own))
                at = len(words) - 1
            heads.append(at)
            if child.star:
                top = at
        for at in heads:
            if at != top:
                words[at].head = top
        words[top].label = label
        return top


def _split(parts: list[str]) -> tuple[str, str]:
    """Return tag and label of a leaf; `./punct` is a full stop's short form."""
    return (parts[1], parts[2]) if len(parts) == 3 else (parts[0], parts[1])


def _form(form: str, rng: random.Random) -> str:
    def choose(found: re.Match[str]) -> str:
        kind = found[1]
        if kind == "d":
            return (
                f"{rng.uniform(0.1, 99.9):.{rng.choice((1, 1, 2))}f}"
                if rng.random() < 0.8
                else str(rng.randint(2, 900))
            )
        if kind == "n":
            return str(rng.randint(2, 99))
        if kind == "N":
            return f"{rng.randint(1000, 10 ** rng.randint(4, 6)):,}"
        if kind == "y":
            return str(rng.randint(1995, 2031))
        if kind == "D":
            return str(rng.randint(1, 31))
        if kind == "m":
            return rng.choice(MONTHS)
        return rng.choice(kind.split("|"))

    return _CHOICE.sub(choose, form)


def _doc(words: list[Word], vocab: Vocab) -> Doc:
    first = next(word for word in words if word.tag != "``")
    first.form = first.form[0].upper() + first.form[1:]
    spaces = []
    for here, after in zip(words, [*words[1:], None], strict=True):
        tight = here.tag in _OPEN_UP and not _WORDS_OF_MONEY.match(here.form)
        spaces.append(after is not None and not tight and after.tag not in _CLOSE_UP and after.form != "%")
    _hang_commas(words)
    return Doc(
        vocab,
        words=[word.form for word in words],
        spaces=spaces,
        tags=[word.tag for word in words],
        heads=[word.head for word in words],
        deps=[word.label for word in words],
        sent_starts=[True] + [False] * (len(words) - 1),
    )


def _hang_commas(words: list[Word]) -> None:
    """Hang a comma after an opening phrase from that phrase, as the treebank does."""
    for at, word in enumerate(words):
        if word.form == "," and 0 < at < word.head:
            top = at - 1
            while words[top].head not in (top, word.head):
                top = words[top].head
            if words[top].head == word.head and words[top].label not in ("nsubj", "nsubj:pass"):
                word.head = top
