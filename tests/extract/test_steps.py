"""A parser's steps chosen in NumPy give the trees of its own loop."""

from __future__ import annotations

from pipeline.extract.parse import load

TEXTS = (
    "Bilateral trade turnover between China and Azerbaijan reached $4.87 billion in 2025.",
    "Yes.",
    "Exports of machines, which rose by 3 percent, were worth less than imports, the ministry said.",
)


def test_trees_are_those_of_the_parser() -> None:
    """Sentences of all lengths get the same heads and labels in one batch as from spaCy's own loop."""
    nlp = load()
    parser = nlp.get_pipe("parser")
    wanted = [nlp(text) for text in TEXTS]
    found = [nlp(text, disable=["parser"]) for text in TEXTS]
    network = nlp.get_pipe("tok2vec")
    network.set_annotations(found, network.predict(found))
    parser.set_annotations(found, parser.model.attrs["steps"](found))
    for here, there in zip(found, wanted, strict=True):
        assert [(word.head.i, word.dep_) for word in here] == [(word.head.i, word.dep_) for word in there]
