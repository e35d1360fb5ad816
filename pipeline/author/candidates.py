"""Patterns that could read a figure, or words of an event or movement, drawn from their sentence."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence

from pipeline.extract.line import Element, mention_type
from pipeline.extract.sentence import Sentence
from pipeline.model import Ordinal, Period, Quantity
from pipeline.rules.classes import WordClasses

_WINDOW = 9  # elements between a figure and the word that a rule could be found by
_SHORT, _LONG = 3, 9
_STOPS = frozenset(".!?;:")
_LIGHT_VERBS = frozenset({"be", "have", "do"})
_ROLES = {
    "level": ("topic", "head", "here", "moved", "apposition"),
    "change": ("moved", "topic", "head", "here", "apposition"),
    "count": ("head", "topic", "here"),
}
_ESCAPED = "[]()|!<>{}\\"


def figure_patterns(sentence: Sentence, at: int, kind: str, classes: WordClasses) -> Iterator[str]:
    """Patterns for the figure that is element `at` of the sentence's line, the more general first."""
    elements = sentence.line.elements
    mention = elements[at].mention
    assert mention is not None  # noqa: S101 - the caller found the figure there
    value = f"{{value:{mention_type(mention)}}}"
    cores = []
    before = _anchor_before(sentence, at, classes.forms.get("about", {}))
    if before is not None:
        word, first = before
        cores += [f"{word} {link}{value}" for link in _links(sentence, first, at, classes)]
    after = _anchor_after(sentence, at)
    if after is not None:
        word, last = after
        cores.insert(
            0 if mention_type(mention) == "count" else len(cores), f"{value} {_gap(last - at - 1)}{word}"
        )
    if at and elements[at - 1].mention is None:
        cores.append(f"{_literal(sentence, at - 1, at)} {value}")
    for core in cores:
        for role in _ROLES["count" if mention_type(mention) == "count" else kind]:
            yield f"{{metric:{role}}} {core}"


def word_patterns(sentence: Sentence, first: int, last: int, kind: str) -> Iterator[str]:
    """Patterns for the words of tokens `first` to `last`, which tell a trend, record, rank or event without a
    figure.
    """
    elements = sentence.line.elements
    within = [n for n, element in enumerate(elements) if first <= element.last and element.first <= last]
    if not within:
        return
    ordinal = next(
        (n for n in within if isinstance(getattr(elements[n].mention, "value", None), Ordinal)), None
    )
    if kind == "rank" and ordinal is not None:
        lead = (
            _literal(sentence, ordinal - 1, ordinal)
            if ordinal and elements[ordinal - 1].mention is None
            else ""
        )
        for metric in ("phrase", "head"):
            core = (
                f"{{rank:superlative|ordinal}} {{metric:{metric}}} {{subject:holder}} {{counterpart:owner}}"
            )
            yield f"{lead} {core}".strip()
        return
    words = [_word(sentence, within[0], within[-1]), _literal(sentence, within[0], within[-1] + 1)]
    for word in words:
        if kind == "event":
            yield f"{{subject:doer}} {word} {{object:thing}}"
            yield f"{{subject:doer}} {word} {{object:of|with|in|thing}}"
        elif kind == "rank":
            yield f"{word} {{metric:phrase}} {{subject:holder}}"
            yield f"{word} {{subject:holder}}"
        else:
            yield from (f"{{metric:{role}}} {word}" for role in ("moved", "topic", "of"))


def _anchor_before(sentence: Sentence, at: int, about: Container[str]) -> tuple[str, int] | None:
    """The verb, else noun, else word before a figure, as a pattern writes it, and the element after it."""
    elements, tree = sentence.line.elements, sentence.tree
    window = []
    for number in range(at - 1, max(-1, at - 1 - _WINDOW), -1):
        element = elements[number]
        if (
            isinstance(getattr(element.mention, "value", None), Quantity)
            or _text(sentence, element) in _STOPS
        ):
            break
        if element.mention is None and tree.tags and _text(sentence, element) not in about:
            window.append(number)
    for wanted in ("V", "N", ""):
        for number in window:
            element = elements[number]
            heavy = wanted != "V" or tree.lemmas[element.first] not in _LIGHT_VERBS
            if tree.tags[element.first].startswith(wanted) and _text(sentence, element).isalpha() and heavy:
                last = number + (
                    wanted == "V" and number + 1 < at and tree.tags[elements[number + 1].first] == "RP"
                )
                return _word(sentence, number, last), last + 1
    return None


def _anchor_after(sentence: Sentence, at: int) -> tuple[str, int] | None:
    elements, tree = sentence.line.elements, sentence.tree
    for number in range(at + 1, min(len(elements), at + 1 + _SHORT)):
        element = elements[number]
        if element.mention is not None or _text(sentence, element) in _STOPS or not tree.tags:
            return None
        if tree.tags[element.first][0] in "NVJ" and _text(sentence, element).isalpha():
            return _word(sentence, number, number), number
    return None


def _links(sentence: Sentence, first: int, at: int, classes: WordClasses) -> Iterator[str]:
    """What may stand between the anchor and the figure: a gap and the preposition, else the very words."""
    elements, tree = sentence.line.elements, sentence.tree
    known = classes.forms.get("about", {})
    about = "[<about>] " if known else ""
    end = at
    while (length := _entry_length(sentence, first, end, known)) > 0:
        end -= length
    linking = end > first and tree.tags and tree.tags[elements[end - 1].first] in ("IN", "TO", "RP")
    if linking and elements[end - 1].mention is None:
        yield f"{_gap(end - 1 - first)}{_literal(sentence, end - 1, end)} {about}"
    if end - first <= _LONG:
        yield f"{_gap(end - first)}{about}"
    if first < at:
        yield _literal(sentence, first, at) + " "


def _entry_length(sentence: Sentence, first: int, end: int, known: Container[str]) -> int:
    """The number of elements before `end` that are an entry of a word class, 0 for none."""
    elements = sentence.line.elements
    for length in range(min(4, end - first), 0, -1):
        if " ".join(_text(sentence, element) for element in elements[end - length : end]) in known:
            return length
    return 0


def _gap(elements: int) -> str:
    return "" if elements <= 0 else ".. " if elements <= _SHORT else "... "


def _word(sentence: Sentence, first: int, last: int) -> str:
    """Elements as a pattern writes them: a verb or noun with all its forms where its lemma is known."""
    elements, tree = sentence.line.elements, sentence.tree
    head = elements[first]
    rest = [_text(sentence, element) for element in elements[first + 1 : last + 1]]
    lemma = tree.lemmas[head.first].lower() if tree.lemmas else ""
    plain = lemma.isascii() and lemma.isalpha() and all(word.isascii() and word.isalpha() for word in rest)
    if plain and tree.tags[head.first].startswith("V"):
        return f"<{' '.join(['to', lemma, *rest])}>"
    if plain and tree.tags[head.first] in ("NN", "NNS") and not rest:
        return f"<a {lemma}>"
    return _literal(sentence, first, last + 1)


def _literal(sentence: Sentence, first: int, end: int) -> str:
    """Elements as they stand; mentions as optional slots of their type."""
    written = []
    for element in sentence.line.elements[first:end]:
        if element.mention is None:
            written.append("".join("\\" + c if c in _ESCAPED else c for c in _text(sentence, element)))
        elif isinstance(element.mention.value, Period):
            timed = mention_type(element.mention) in ("period", "earlier")
            written.append("[{period}]" if timed else "{span:duration}")
        else:
            written.append(f"{{other:{mention_type(element.mention)}}}")
    return " ".join(written)


def _text(sentence: Sentence, element: Element) -> str:
    return " ".join(sentence.tree.words[element.first : element.last + 1]).lower()


def elements_at(sentence: Sentence, span: Sequence[int]) -> list[int]:
    """The elements of a sentence's line that a character span of the article touches."""
    start, end = span
    tree = sentence.tree
    return [
        number
        for number, element in enumerate(sentence.line.elements)
        if tree.starts[element.first] < end and start < tree.ends[element.last]
    ]
