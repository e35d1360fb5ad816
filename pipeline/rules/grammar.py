"""The pattern language: text to a small tree.

    {metric:doer} <rise> [by] {value:percent} [to {level:amount}]

A bare word stands for itself, `<class>` for any entry of a word class (`<rise.verbs>` for one part of it),
`<to rise>` for all forms of one verb and `<a job>` for those of one noun, `{slot:type}` binds a mention, a
phrase or a grammatical role, `[ ]` is optional, `( | )` are alternatives, `..` is a short gap, `...` a longer
one that stays within the clause, and `!x` says that x must not stand there.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

SLOT_TYPES: dict[str, str] = {
    "number": "any amount: money, percent, factor, measure or count",
    "amount": "money, a measure or a count",
    "money": "an amount of money",
    "percent": "a percentage, percentage or basis points",
    "signed": "a percentage with its sign: +31%",
    "factor": "doubled, threefold, 2.6 times",
    "measure": "an amount with a unit of measure",
    "count": "a number of things, or a bare number",
    "period": "a date or a stretch of time",
    "earlier": "a time told from the figure's own: a year ago, the previous quarter",
    "duration": "a length of time",
    "superlative": "an ordering word of size or merit: third-largest, biggest",
    "ordinal": "an ordinal alone: third, No. 2",
    "country": "a country's name",
    "adjective": "a country's adjective",
    "person": "a person",
    "organisation": "a body or company",
    "place": "a place that is no country",
    "name": "any of country, person, organisation, place",
    "noun": "a single noun",
    "verb": "a single verb",
    "phrase": "a noun phrase that stands here",
    "topic": "what the trigger's clause is about: its grammatical subject",
    "doer": "who does it: the subject, or the by-phrase of a passive",
    "thing": "what it is done to: the object, or the subject of a passive",
    "moved": "what moves: the object of a verb, else its subject; what a noun of movement is movement of",
    "head": "the noun that the value counts or qualifies",
    "apposition": "the noun that the value stands beside, as in brackets",
    "owner": "the possessor of the trigger's noun: `Portugal` in `Portugal's partner`",
    "holder": "who is what the trigger's noun says: `China` in `China is the largest partner`",
    "here": "the trigger's own noun",
    "happening": "the verb that says what becomes of the trigger's noun: `planned` in `launch is planned`",
    "of": "the phrase with `of` that hangs on the trigger",
    "in": "the phrase with `in` that hangs on the trigger",
    "to": "the phrase with `to` that hangs on the trigger",
    "from": "the phrase with `from` that hangs on the trigger",
    "with": "the phrase with `with` that hangs on the trigger",
    "by": "the phrase with `by` that hangs on the trigger",
    "for": "the phrase with `for` that hangs on the trigger",
    "at": "the phrase with `at` that hangs on the trigger",
    "on": "the phrase with `on` that hangs on the trigger",
}
LINEAR = frozenset(list(SLOT_TYPES)[: list(SLOT_TYPES).index("phrase") + 1])
ROLES = frozenset(SLOT_TYPES) - LINEAR


class GrammarError(Exception):
    """A pattern that does not parse: `column` counts from 1 within the pattern."""

    def __init__(self, column: int, problem: str, remedy: str = "") -> None:
        super().__init__(problem)
        self.column, self.problem, self.remedy = column, problem, remedy


@dataclass(frozen=True, slots=True)
class Word:
    """A word that stands for itself, in any case."""

    text: str
    column: int


@dataclass(frozen=True, slots=True)
class ClassRef:
    """Any entry of one of the named word classes; a name may be narrowed to a part: `rise.verbs`.

    `to rise` and `a job` name the forms of a single verb or noun.
    """

    names: tuple[str, ...]
    column: int


@dataclass(frozen=True, slots=True)
class Slot:
    """A named hole: filled by what stands there (linear types), or looked up in the parse (roles)."""

    name: str
    types: tuple[str, ...]
    column: int

    @property
    def role(self) -> bool:
        return self.types[0] in ROLES


@dataclass(frozen=True, slots=True)
class Gap:
    """Any words but figures and clause ends: at most `most`; a short gap spans no comma either."""

    most: int
    short: bool


@dataclass(frozen=True, slots=True)
class Sequence:
    items: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    options: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Optional:
    item: Node


@dataclass(frozen=True, slots=True)
class Not:
    item: Node


Node = Word | ClassRef | Slot | Gap | Sequence | Choice | Optional | Not

_TOKEN = re.compile(
    r"\s*(?:(?P<gap>\.\.\.?)(?=[\s\])]|$)|(?P<mark>[\[\]()|!])|<(?P<cls>[^<>]*)>|\{(?P<slot>[^{}\s]*)\}"
    r"|(?P<word>(?:\\.|[^\s\[\]()|!<>{}\\])+)|(?P<bad>\S))"
)
_CLASS = re.compile(r"[a-z][a-z_]*(?:\.(?:verbs|nouns|words))?\Z|(?:to|an?) [a-z][a-z' -]*\Z")
_SLOT = re.compile(r"([a-z][a-z_]*)(?::([a-z_|]+))?\Z")
SHORT_GAP, LONG_GAP = 3, 9


class _Reader:
    def __init__(self, text: str) -> None:
        self.tokens = [
            (match.lastgroup or "", match[match.lastgroup or 0], match.start(match.lastgroup or 0) + 1)
            for match in _TOKEN.finditer(text)
            if match.lastgroup
        ]
        self.at = 0
        self.end = len(text) + 1

    def peek(self) -> tuple[str, str, int]:
        return self.tokens[self.at] if self.at < len(self.tokens) else ("end", "", self.end)

    def choice(self) -> Node:
        options = [self.sequence()]
        while self.peek()[:2] == ("mark", "|"):
            self.at += 1
            options.append(self.sequence())
        return options[0] if len(options) == 1 else Choice(tuple(options))

    def sequence(self) -> Node:
        items: list[Node] = []
        while self.peek()[0] != "end" and self.peek()[:2] not in (
            ("mark", "]"),
            ("mark", ")"),
            ("mark", "|"),
        ):
            items.append(self.item())
        if not items:
            raise GrammarError(self.peek()[2], "something is missing here", "write a word, <class> or {slot}")
        return items[0] if len(items) == 1 else Sequence(tuple(items))

    def item(self) -> Node:
        group, text, column = self.peek()
        self.at += 1
        if group == "word":
            return Word(re.sub(r"\\(.)", r"\1", text).lower(), column)
        if group == "gap":
            return Gap(SHORT_GAP, True) if text == ".." else Gap(LONG_GAP, False)
        if group == "cls":
            return self.class_ref(text, column)
        if group == "slot":
            return self.slot(text, column)
        if group == "mark" and text == "!":
            return Not(self.item())
        if group == "mark" and text in "[(":
            inner = self.choice()
            close = "]" if text == "[" else ")"
            if self.peek()[:2] != ("mark", close):
                raise GrammarError(column, f"`{text}` is never closed", f"add `{close}`")
            self.at += 1
            return Optional(inner) if text == "[" else inner
        raise GrammarError(
            column, f"`{text or 'end of pattern'}` is not expected here", "escape it as \\" + text
        )

    @staticmethod
    def class_ref(text: str, column: int) -> ClassRef:
        names = tuple(text.split("|"))
        for name in names:
            if not _CLASS.match(name):
                raise GrammarError(
                    column,
                    f"`<{text}>` is not a class name",
                    "write <name>, <name.verbs>, <to rise> or <a job>",
                )
        return ClassRef(names, column)

    @staticmethod
    def slot(text: str, column: int) -> Slot:
        match = _SLOT.match(text)
        if not match:
            raise GrammarError(column, f"`{{{text}}}` is not a slot", "write {slot} or {slot:type}")
        name = match[1]
        types = tuple((match[2] or _DEFAULT_TYPE.get(name, name)).split("|"))
        for kind in types:
            if kind not in SLOT_TYPES:
                raise GrammarError(column, f"`{kind}` is not a slot type", _nearest(kind))
        if len({kind in ROLES for kind in types}) > 1:
            raise GrammarError(column, f"`{{{text}}}` mixes roles with what stands in the text")
        return Slot(name, types, column)


_DEFAULT_TYPE = {"value": "number", "level": "number", "change": "number", "base": "period"}


def _nearest(word: str) -> str:
    import difflib

    close = difflib.get_close_matches(word, SLOT_TYPES, n=1)
    return f"did you mean `{close[0]}`?" if close else "one of " + ", ".join(SLOT_TYPES)


def parse(text: str) -> Node:
    """The tree of one pattern. Raises GrammarError with the column of the fault."""
    reader = _Reader(text)
    tree = reader.choice()
    group, found, column = reader.peek()
    if group != "end":
        raise GrammarError(column, f"`{found}` is never opened", f"remove it or escape it as \\{found}")
    return tree


def leading(node: Node) -> Node:
    """The first element of a part of a pattern that stands in the text."""
    while isinstance(node, Sequence):
        node = next(
            (item for item in node.items if not (isinstance(item, Slot) and item.role)), node.items[0]
        )
    return node


def walk(node: Node) -> list[Node]:
    """All nodes of a tree, outermost first, in reading order."""
    inner: tuple[Node, ...] = ()
    if isinstance(node, Sequence):
        inner = node.items
    elif isinstance(node, Choice):
        inner = node.options
    elif isinstance(node, Optional | Not):
        inner = (node.item,)
    return [node, *(below for item in inner for below in walk(item))]
