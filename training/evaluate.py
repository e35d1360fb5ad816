"""Score sentences, tags and parses on raw text: `python training/evaluate.py TREEBANK [WEIGHTS]`.

Every figure is an F1 over character spans: a token counts only where ours and the treebank's have the same
span, and its head only where the head's span is the same too. As in spaCy's own scorer, punctuation counts
for tags and not for attachment. Sentences are those of `pipeline.recognise.sentences`, tokens those of
`pipeline.extract.parse`.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path

import spacy
from spacy.tokens import Doc, DocBin

from pipeline.extract.parse import Parser
from pipeline.extract.tree import Tree
from pipeline.recognise.sentences import split

SETS = ("test_pud", "test_gum", "test_ewt")
MEASURES = ("sentence", "token", "tag", "UAS", "LAS", "lemma")

Facts = dict[str, set[tuple[object, ...]]]


def gold_facts(doc: Doc) -> Facts:
    """Return what the treebank says of one document, by measure."""
    facts: Facts = {name: set() for name in MEASURES}
    for sent in doc.sents:
        words = [token for token in sent if not token.is_space]
        if not words:
            continue
        facts["sentence"].add((words[0].idx, words[-1].idx + len(words[-1])))
        for token in words:
            span = (token.idx, token.idx + len(token))
            _add(facts, span, token.tag_, token.lemma_, token.dep_, token.head.idx)
    return facts


def our_facts(spans: Sequence[tuple[int, int]], trees: Sequence[Tree]) -> Facts:
    """Return what our splitter and parser say of the same text."""
    facts: Facts = {name: set() for name in MEASURES}
    facts["sentence"] = set(spans)
    for tree in trees:
        for at in range(len(tree.words)):
            span = (tree.starts[at], tree.ends[at])
            head = tree.starts[tree.heads[at]]
            _add(facts, span, tree.tags[at], tree.lemmas[at], tree.labels[at], head)
    return facts


def _add(facts: Facts, span: tuple[int, int], tag: str, lemma: str, label: str, head: int) -> None:
    facts["token"].add(span)
    facts["tag"].add((*span, tag))
    facts["lemma"].add((*span, lemma.lower()))
    if label != "punct":
        facts["UAS"].add((*span, head))
        facts["LAS"].add((*span, head, label.lower()))


def f1(right: int, gold: int, ours: int) -> float:
    return 200.0 * right / (gold + ours) if gold + ours else 0.0


def score(parser: Parser, docs: Iterator[Doc]) -> dict[str, float]:
    """Return the F1 of every measure in percent over `docs`."""
    counts = {name: [0, 0, 0] for name in MEASURES}
    for doc in docs:
        spans = split(doc.text)
        gold = gold_facts(doc)
        ours = our_facts(spans, parser.trees(doc.text, spans, lambda *_: True))
        for name, count in counts.items():
            count[0] += len(gold[name] & ours[name])
            count[1] += len(gold[name])
            count[2] += len(ours[name])
    return {name: f1(*count) for name, count in counts.items()}


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("treebank", type=Path, help="folder of the .spacy files")
    arguments.add_argument(
        "weights", nargs="?", help="folder of weights or name of a spaCy pipeline; ours if left out"
    )
    arguments.add_argument("--sets", nargs="+", default=SETS, help="which files, without .spacy")
    options = arguments.parse_args()
    parser = Parser(options.weights)
    blank = spacy.blank("en")
    print("set       " + "".join(f"{name:>10}" for name in MEASURES))
    for name in options.sets:
        docs = DocBin().from_disk(options.treebank / f"{name}.spacy").get_docs(blank.vocab)
        scores = score(parser, docs)
        print(f"{name:10}" + "".join(f"{scores[measure]:10.2f}" for measure in MEASURES))


if __name__ == "__main__":
    main()
