"""Readers that turn the treebank into training examples, a sentence or a short document at a time."""

from __future__ import annotations

import random
import string
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import spacy
from figures import Figures
from spacy.language import Language
from spacy.tokens import Doc, DocBin
from spacy.training import Example

WHOLE = 0.1
LOWER = 0.03
UPPER = 0.01
TITLE = 0.04
UNSTOPPED = 0.06
DISGUISED = 0.25
RARE = 3
SHORTEST = 5
ENDING = 3


def sentences(doc: Doc) -> Iterator[Doc]:
    """Yield each sentence of `doc` as a Doc of its own, without white-space tokens."""
    for sent in doc.sents:
        kept = [token for token in sent if not token.is_space]
        if not kept:
            continue
        place = {token.i: at for at, token in enumerate(kept)}
        yield Doc(
            doc.vocab,
            words=[token.text for token in kept],
            spaces=[bool(token.whitespace_) for token in kept],
            tags=[token.tag_ for token in kept],
            heads=[place.get(token.head.i, place[token.i]) for token in kept],
            deps=[token.dep_ for token in kept],
            sent_starts=[True] + [False] * (len(kept) - 1),
        )


def respelled(doc: Doc, spell: Callable[[str], str], keep: int) -> Doc:
    """Return `doc` up to token `keep` with every word spelled anew and everything else kept."""
    return Doc(
        doc.vocab,
        words=[spell(token.text) for token in doc[:keep]],
        spaces=[bool(token.whitespace_) for token in doc[:keep]],
        tags=[token.tag_ for token in doc[:keep]],
        heads=[token.head.i for token in doc[:keep]],
        deps=[token.dep_ for token in doc[:keep]],
        sent_starts=[True] + [False] * (keep - 1),
    )


def disguised(word: str, rng: random.Random) -> str:
    """Return a rare word with a made-up stem: the parser learns to do with its ending, its shape and its
    company.
    """
    if len(word) < SHORTEST or not word.isascii() or not word.isalpha():
        return word
    stem = "".join(rng.choice(string.ascii_lowercase) for _ in word[:-ENDING])
    made_up = stem + word[-ENDING:]
    return "".join(new.upper() if old.isupper() else new for new, old in zip(made_up, word, strict=True))


def varied(doc: Doc, rare: frozenset[str], rng: random.Random) -> Doc:
    """Return a sentence now and then in other letter case, without its full stop, or with its rare words
    disguised.
    """
    draw = rng.random()
    if draw < LOWER:
        return respelled(doc, str.lower, len(doc))
    draw -= LOWER
    if draw < UPPER:
        return respelled(doc, str.upper, len(doc))
    draw -= UPPER
    if draw < TITLE:
        return respelled(doc, lambda word: word[:1].upper() + word[1:], len(doc))
    draw -= TITLE
    if draw < UNSTOPPED and len(doc) > 2 and doc[-1].text == ".":
        return respelled(doc, str, len(doc) - 1)
    draw -= UNSTOPPED
    if draw < DISGUISED:
        return respelled(doc, lambda word: disguised(word, rng) if word in rare else word, len(doc))
    return doc


def rare_words(docs: list[Doc]) -> frozenset[str]:
    """Return the words that `docs` hold at most `RARE` times."""
    counts = Counter(token.text for doc in docs for token in doc)
    return frozenset(word for word, count in counts.items() if count <= RARE)


@spacy.registry.readers("onrecord.sentences.v1")
def one_by_one(path: Path) -> Callable[[Language], Iterator[Example]]:
    """Read a DocBin of gold parses, a sentence at a time."""

    def read(nlp: Language) -> Iterator[Example]:
        for doc in DocBin().from_disk(path).get_docs(nlp.vocab):
            for sent in sentences(doc):
                yield Example(nlp.make_doc(sent.text), sent)

    return read


@spacy.registry.readers("onrecord.varied.v1")
def shuffled(path: Path, figures: Path, draws: int, seed: int) -> Callable[[Language], Iterator[Example]]:
    """Read a DocBin of gold parses in a new order and spelling at every call, with `draws` of every figure
    sentence.

    Some documents stay whole, so that a sentence boundary missed by the splitter is not the end of the world.
    """
    rng = random.Random(seed)  # noqa: S311 - respells sentences, keeps no secrets
    cached: list[tuple[Doc, list[Doc]]] = []
    rare: list[frozenset[str]] = []

    def read(nlp: Language) -> Iterator[Example]:
        if not cached:
            docs = list(DocBin().from_disk(path).get_docs(nlp.vocab))
            cached.extend((doc, list(sentences(doc))) for doc in docs)
            rare.append(rare_words(docs))
        gold = list(Figures(Path(figures)).draw(nlp.vocab, draws, rng))
        for doc, sents in cached:
            if rng.random() < WHOLE:
                gold.append(doc)
            else:
                gold.extend(varied(sent, rare[0], rng) for sent in sents)
        rng.shuffle(gold)
        for doc in gold:
            yield Example(nlp.make_doc(doc.text), doc)

    return read
