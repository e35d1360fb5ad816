"""Sentences to trees: the only place where spaCy reads an article.

Every sentence is cut into words; only those that a rule could use are tagged and parsed (the caller says
which). The weights ship with the program; any spaCy pipeline can take their place.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
import spacy
from spacy.attrs import SENT_START
from spacy.language import Language
from spacy.pipeline import TrainablePipe
from spacy.tokens import Doc
from spacy.tokens import Span as SpacySpan
from spacy.util import load_config
from thinc.api import Model

from pipeline.errors import ModelError
from pipeline.extract.clear import is_clear, to_universal
from pipeline.extract.hyphens import joined
from pipeline.extract.language import OnrecordEnglish
from pipeline.extract.lemmas import lemma
from pipeline.extract.lost_verbs import with_verbs
from pipeline.extract.tree import Tree, with_dash
from pipeline.extract.vectors import quicken
from pipeline.model import Span

WEIGHTS = Path(__file__).parent / "weights"

_BATCH = 2000  # words
_UNUSED = (
    "ner",
    "entity_linker",
    "entity_ruler",
    "spancat",
    "textcat",
    "textcat_multilabel",
    "senter",
    "sentencizer",
)
_UNEVEN = re.compile(r"\s\s|[^\S ]")


class Parser:
    """Cuts sentences into words and parses those that are worth it.

    `model` is the name of an installed spaCy pipeline or the folder of one; None stands for the shipped
    weights. The tokenizer and the weights are loaded at first use.
    """

    def __init__(self, model: str | None = None) -> None:
        self.model = model
        self._loaded: Language | None = None
        self._warned = False

    def trees(
        self, text: str, spans: Sequence[Span], wanted: Callable[[int, Sequence[str]], bool]
    ) -> list[Tree]:
        """Return one tree for each sentence span (character offsets into `text`), parsed where it is
        `wanted`, which is asked with the number and the words of each sentence.

        Raises ModelError if a spaCy pipeline was asked for that is not installed. A pipeline that brings no
        parser gives trees without a parse and warns once.
        """
        nlp = self._whole()
        evened = [_even_spaces(text[start:end]) for start, end in spans]
        docs = [nlp.tokenizer(sentence) for sentence, _ in evened]
        chosen = [at for at, doc in enumerate(docs) if len(doc) and wanted(at, [word.text for word in doc])]
        for at, doc in zip(chosen, _annotated(nlp, [docs[at] for at in chosen]), strict=True):
            docs[at] = doc
        if chosen and not docs[chosen[0]].has_annotation("DEP"):
            self._warn()
        return [
            tree_of(doc, start, places)
            for doc, (start, _), (_, places) in zip(docs, spans, evened, strict=True)
        ]

    @contextmanager
    def memory(self) -> Iterator[None]:
        """Free on leaving what spaCy learned of words meanwhile: wrap thousands of documents, not one."""
        with self._whole().memory_zone():
            yield

    def _whole(self) -> Language:
        if self._loaded is None:
            self._loaded = load(self.model)
        return self._loaded

    def _warn(self) -> None:
        if not self._warned:
            self._warned = True
            warnings.warn(
                f"the pipeline {self.model!r} has no parser: subjects are found by surface patterns only",
                stacklevel=3,
            )


def load(model: str | None = None) -> Language:
    """Load a spaCy pipeline by name or folder, or the shipped weights. Raises ModelError if there is none."""
    if model is None:
        return _shipped()
    try:
        return _widened(spacy.load(model, exclude=list(_UNUSED)))
    except OSError as error:
        raise ModelError(
            f"the spaCy pipeline {model!r} is not installed; get it with `python -m spacy download {model}`, "
            "or with `pip install` if it is a package of your own"
        ) from error


def _shipped() -> Language:
    """The shipped weights, with the tokenizer that the language makes by itself: reading it back takes
    longer.
    """
    try:
        nlp = OnrecordEnglish.from_config(load_config(WEIGHTS / "config.cfg"))
        nlp.from_disk(WEIGHTS, exclude=["tokenizer"])
    except OSError as error:
        raise ModelError(f"the weights are missing from {WEIGHTS}; install onrecord anew") from error
    _widened(nlp)
    quicken(nlp)
    return nlp


def _widened(nlp: Language) -> Language:
    """Make parameters of 32 bits of those that are stored in 16 to halve the files."""
    for _, component in nlp.pipeline:
        if not isinstance(component, TrainablePipe) or not isinstance(component.model, Model):
            continue
        for node in component.model.walk():
            for name in node.param_names:
                value: Any = node.get_param(name) if node.has_param(name) else None
                if value is not None and value.dtype == np.float16:
                    node.set_param(name, value.astype(np.float32))
    return nlp


def tree_of(sentence: Doc | SpacySpan, offset: int = 0, places: Sequence[int] | None = None) -> Tree:
    """Turn one sentence of spaCy's into a tree, without its white-space tokens.

    `offset` is added to the characters' places in the Doc; `places` says first where each character of it
    stood before its spaces were evened. Lemmas are the pipeline's own, or ours where it gives none; labels of
    the CLEAR scheme are made into Universal Dependencies.
    """
    tokens = [token for token in sentence if not token.is_space]
    words = tuple(with_dash(token.text) for token in tokens)
    if places is None:
        starts = tuple(token.idx + offset for token in tokens)
    else:
        starts = tuple(places[token.idx] + offset for token in tokens)
    ends = tuple(start + len(token) for start, token in zip(starts, tokens, strict=True))
    if not tokens or not tokens[0].dep:
        return Tree(words, starts, ends)
    tags = tuple(token.tag_ for token in tokens)
    lemmas = tuple(token.lemma_ for token in tokens)
    rank = {token.i: at for at, token in enumerate(tokens)}
    heads = tuple(rank.get(token.head.i, at) for at, token in enumerate(tokens))
    labels = tuple(token.dep_ for token in tokens)
    if is_clear(labels):
        heads, labels = to_universal(words, tags, heads, labels)
    tags, heads, labels = joined(words, starts, tags, heads, labels)
    tags, heads, labels = with_verbs(words, tags, heads, labels)
    return Tree(
        words, starts, ends, tags, lemmas if any(lemmas) else tuple(map(lemma, words, tags)), heads, labels
    )


def _annotated(nlp: Language, sentences: Sequence[Doc]) -> Iterator[Doc]:
    """Yield sentences with all that a pipeline says of them, no boundary being left for its parser to find.

    Its components are called directly: `Language.pipe` adds a tenth.
    """
    for batch in _batches(sentences):
        for sentence in batch:
            starts: Any = np.full((len(sentence), 1), -1, dtype=np.int64)
            starts[:1] = 1
            sentence.from_array([SENT_START], starts.astype(np.uint64))
        for _, component in nlp.pipeline:
            if isinstance(component, TrainablePipe):
                component.set_annotations(batch, component.model.attrs.get("steps", component.predict)(batch))
            else:
                batch = [component(sentence) for sentence in batch]
        yield from batch


def _batches(sentences: Sequence[Doc]) -> Iterator[list[Doc]]:
    """Yield sentences together up to a number of words, which bounds the memory of the parser's network."""
    batch: list[Doc] = []
    words = 0
    for sentence in sentences:
        if batch and words + len(sentence) > _BATCH:
            yield batch
            batch, words = [], 0
        batch.append(sentence)
        words += len(sentence)
    if batch:
        yield batch


def _even_spaces(sentence: str) -> tuple[str, list[int] | None]:
    """Return `sentence` with single plain spaces, and where each character stood if that changed anything."""
    if not _UNEVEN.search(sentence):
        return sentence, None
    places: list[int] = []
    at = 0
    for word in sentence.split():
        begin = sentence.index(word, at)
        at = begin + len(word)
        places.extend(range(begin, at + 1))
    return " ".join(sentence.split()), places
