"""One character for each kind of token, so that a pattern over tokens is a regular expression over a string.

A token is known by its word, if any pattern speaks of that word, and by its part of speech; a mention by its
type. Characters of one part of speech are neighbours, which keeps the sets for noun phrases and gaps small.
Matching a string of classes instead of token objects is some 40 times faster than spaCy's Matcher with the
same patterns.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from pipeline.rules.classes import Gives, WordClasses
from pipeline.rules.grammar import Choice, ClassRef, Gap, Node, Slot, Word, leading, walk
from pipeline.rules.inflect import is_past
from pipeline.rules.tables import table

MENTION_TYPES = (
    "money", "percent", "signed", "factor", "measure", "count", "period", "earlier", "duration",
    "superlative", "ordinal", "country", "adjective", "person", "organisation", "place",
)  # fmt: skip
FIGURES = MENTION_TYPES[:6]
UNIONS = {
    "number": FIGURES,
    "amount": ("money", "measure", "count"),
    "percent": ("percent", "signed"),
    "period": ("period", "earlier"),
    "name": ("country", "person", "organisation", "place"),
}
GROUPS = "NVJDIRCSPU"
_TAG_GROUP = {
    "NN": "N", "NNS": "N", "NNP": "N", "NNPS": "N", "CD": "N", "FW": "N", "PRP": "N",
    "VB": "V", "VBD": "V", "VBP": "V", "VBZ": "V", "VBN": "V", "VBG": "V", "MD": "V",
    "JJ": "J", "JJR": "J", "JJS": "J", "DT": "D", "PDT": "D", "PRP$": "D",
    "IN": "I", "TO": "I", "RP": "I", "RB": "R", "RBR": "R", "RBS": "R", "CC": "C", "POS": "S",
    ".": "P", ",": "P", ":": "P", "``": "P", "''": "P", "-LRB-": "P", "-RRB-": "P", "HYPH": "P",
}  # fmt: skip
_PART_GROUPS = {"verbs": "VU", "nouns": "NJU", "words": GROUPS}
_STOPS = (".", "!", "?", ";", ":")
_CLAUSE_STARTS = ("but", "while", "whereas", "although", "though", "because", "which", "who")
_COMMA = (",", "(", ")", "—", "–")
_WORDY = frozenset({"phrase", "noun", "verb"})
_FIRST_CODE = 0x100


def tokens(phrase: str) -> list[str]:
    """The words of a class entry or pattern word, cut as the tokenizer cuts them: hyphens stand alone, but
    behind a prefix (`pre-tax`).
    """
    return _words().findall(phrase)


@cache
def _words() -> re.Pattern[str]:
    tied = "|".join(table("lemmas/prefixes")["tied"])
    return re.compile(rf"\b(?:{tied})-[^\W\d_]+|\w+(?:\.\w+)*\.?|'s|[^\w\s]", re.IGNORECASE)


class Alphabet:
    """Characters for all words that a set of patterns and word classes speaks of."""

    def __init__(self, patterns: Iterable[Node], classes: WordClasses) -> None:
        self.classes = classes
        self._given: dict[str, dict[tuple[str, ...], Gives]] = {}
        self._first_words: dict[str, frozenset[str]] = {}
        self._spelled: dict[tuple[str, str], str] = {}
        self._index = {word: number for number, word in enumerate(_in_order(patterns, classes), start=1)}
        self._size = len(self._index) + 1
        self._first = {group: _FIRST_CODE + self._size * number for number, group in enumerate(GROUPS)}
        self._mention_base = _FIRST_CODE + self._size * len(GROUPS)
        self.mention = {name: chr(self._mention_base + i) for i, name in enumerate(MENTION_TYPES)}
        self._phrase = self._phrase_expression()
        figures = "".join(self.mention[name] for name in FIGURES)
        stops = figures + "".join(self._word_chars(mark) for mark in (*_STOPS, *_CLAUSE_STARTS))
        commas = "".join(self._word_chars(mark) for mark in _COMMA)
        self._long_gap = f"[^{_ranges(stops)}]"
        self._short_gap = f"[^{_ranges(stops + commas)}]"

    def token(self, word: str, tag: str) -> str:
        """The character of a token: its lower-case form and its PTB tag ("" where untagged)."""
        return self._char(self._index.get(word, 0), _TAG_GROUP.get(tag, "U"))

    def _char(self, index: int, group: str) -> str:
        return chr(self._first[group] + index)

    def _group_range(self, group: str) -> str:
        return f"{self._char(0, group)}-{self._char(self._size - 1, group)}"

    def _word_chars(self, word: str, groups: str = GROUPS) -> str:
        known = self._spelled.get((word, groups))
        if known is None:
            known = "".join(self._char(self._index[word], group) for group in groups)
            self._spelled[word, groups] = known
        return known

    def _phrase_expression(self) -> str:
        noun = "".join(self._group_range(group) for group in "NU")
        names = "".join(self.mention[kind] for kind in ("country", "person", "organisation", "place"))
        inside = noun + self._group_range("J") + self._group_range("S") + names + self.mention["adjective"]
        inside += (
            self.mention["count"] + self.mention["period"] + self.mention["earlier"] + self._word_chars("-")
        )
        return f"(?:[{self._group_range('D')}]?[{inside}]{{0,7}}[{noun}{names}])"

    def word(self, text: str) -> str:
        """Regular expression for one word (or hyphenated word) of a pattern."""
        return "".join(f"[{self._word_chars(token)}]" for token in tokens(text))

    def class_ref(self, node: ClassRef) -> str:
        """Regular expression for any entry of the classes named; longer entries first."""
        return f"(?:{'|'.join(self.options(node))})"

    def options(self, node: ClassRef) -> list[str]:
        """The same as separate expressions, each of one length; forms that differ in one word share one."""
        forms: set[tuple[str, ...]] = set()
        for name in node.names:
            for part in _parts(name):
                for form in self.classes.forms[part]:
                    groups = _PART_GROUPS[part.rpartition(".")[2]]
                    words = tokens(form)
                    if part.endswith(".verbs") and words[0].endswith("ing"):
                        groups = "VJU"
                    clear = is_past(words[0]) or len(words) > 1
                    first = self._word_chars(words[0], GROUPS if clear else groups)
                    forms.add((first, *(self._word_chars(word) for word in words[1:])))
        lengths = sorted({len(form) for form in forms}, reverse=True)
        merged = [
            form for length in lengths for form in _merged({form for form in forms if len(form) == length})
        ]
        return ["".join(f"[{_ranges(chars)}]" for chars in form) for form in merged]

    def slot(self, node: Slot) -> str:
        """Regular expression for what may stand in a slot of linear type."""
        options = [self._phrase] if "phrase" in node.types else []
        if "noun" in node.types:
            options.append(f"[{self._group_range('N')}{self._group_range('U')}]")
        if "verb" in node.types:
            options.append(f"[{self._group_range('V')}]")
        kinds = [kind for name in node.types if name not in _WORDY for kind in UNIONS.get(name, (name,))]
        if kinds:
            options.append(f"[{''.join(self.mention[kind] for kind in kinds)}]")
        return f"(?:{'|'.join(options)})"

    def gap(self, node: Gap) -> str:
        return f"{self._short_gap if node.short else self._long_gap}{{0,{node.most}}}?"

    def gives(self, node: ClassRef, words: tuple[str, ...]) -> dict[str, str]:
        """What the matched words give; the first of the named classes that knows them decides."""
        for name in node.names:
            known = self._gives(name).get(words)
            if known is not None:
                return dict(known)
        return {}

    def _gives(self, name: str) -> dict[tuple[str, ...], Gives]:
        if name not in self._given:
            forms = self.classes.forms[name]
            self._given[name] = {tuple(tokens(form)): gives for form, gives in forms.items()}
        return self._given[name]

    def first_words(self, node: Node) -> set[str]:
        """First words of a word, a class, or a choice of them."""
        if isinstance(node, Word):
            return {tokens(node.text)[0]}
        if isinstance(node, ClassRef):
            return set().union(*map(self._first_words_of, node.names))
        if isinstance(node, Choice):
            return {word for option in node.options for word in self.first_words(leading(option))}
        return set()

    def _first_words_of(self, name: str) -> frozenset[str]:
        if name not in self._first_words:
            self._first_words[name] = frozenset(tokens(form)[0] for form in self.classes.forms[name])
        return self._first_words[name]

    def wants(self, node: Node) -> frozenset[str]:
        """What a sentence must hold one of for a word, class or slot to match: words, characters of mentions.

        Empty for what nothing in particular must be there for.
        """
        if isinstance(node, Slot) and not node.role and _WORDY.isdisjoint(node.types):
            kinds = [kind for name in node.types for kind in UNIONS.get(name, (name,))]
            return frozenset(self.mention[kind] for kind in kinds)
        return frozenset(self.first_words(node))


def _in_order(patterns: Iterable[Node], classes: WordClasses) -> list[str]:
    """Every word that patterns speak of. Words that are told apart nowhere are neighbours, so that the sets
    they are in are written as a few ranges, which compile faster than as many characters.
    """
    used: dict[str, set[str]] = {mark: {" stop"} for mark in (*_STOPS, *_CLAUSE_STARTS)}
    used |= {mark: {" comma"} for mark in _COMMA} | {"-": set()}
    names: dict[str, None] = {}
    for node in (node for tree in patterns for node in walk(tree)):
        if isinstance(node, Word):
            for word in tokens(node.text):
                used.setdefault(word, set())
        elif isinstance(node, ClassRef):
            names |= dict.fromkeys(part for name in node.names for part in _parts(name))
    for name in names:
        for form in classes.forms.get(name, ()):
            words = tokens(form)
            for word in words:
                used.setdefault(word, set()).update([name] * (len(words) == 1))
    return sorted(used, key=lambda word: (sorted(used[word]), is_past(word), word.endswith("ing"), word))


def _parts(name: str) -> list[str]:
    """The parts of a class, or the one that is named (`rise.verbs`)."""
    return [name] if "." in name else [f"{name}.{part}" for part in _PART_GROUPS]


def _ranges(chars: str) -> str:
    """Characters as the inside of a set, neighbours as a range."""
    codes = set(map(ord, chars))
    firsts = sorted(code for code in codes if code - 1 not in codes)
    lasts = sorted(code for code in codes if code + 1 not in codes)
    spans = zip(firsts, lasts, strict=True)
    return "".join(chr(first) if first == last else f"{chr(first)}-{chr(last)}" for first, last in spans)


def _merged(forms: set[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """Rows of one length of sets of characters, those that differ in one place made into one, in a set order.

    A third of the sets is left of those that the shipped rules have, and they compile in a third of the time.
    """
    for place in range(max(map(len, forms))):
        alike: dict[tuple[str, ...], set[str]] = {}
        for form in forms:
            alike.setdefault((*form[:place], "", *form[place + 1 :]), set()).update(form[place])
        forms = {(*form[:place], "".join(sorted(chars)), *form[place + 1 :]) for form, chars in alike.items()}
    return sorted(forms)
