"""Words that are seen again are looked up, and nothing else changes."""

from __future__ import annotations

import numpy as np
import pytest
from spacy.language import Language
from thinc.api import Model

from pipeline.extract import vectors
from pipeline.extract.parse import load

TEXTS = ("Exports rose 5% to $2 billion.", "Imports rose 7% to $3 billion.")


@pytest.fixture(scope="module")
def shipped() -> Language:
    return load()


def remembering(nlp: Language) -> list[Model]:
    """The layers of a pipeline that remember words."""
    models = [nlp.get_pipe(name).model for name in ("tok2vec", "tagger")]
    return [node for model in models for node in model.walk() if node.name == "remembered"]


@pytest.mark.parametrize("most", [50_000, 0])
def test_vectors_are_those_of_the_network(
    monkeypatch: pytest.MonkeyPatch, shipped: Language, most: int
) -> None:
    """Of new words, of known ones and after forgetting all, a network gives what it gives without memory."""
    monkeypatch.setattr(vectors, "_MOST", most)
    layers = remembering(shipped)
    assert len(layers) == 2
    for text in (*TEXTS, *TEXTS):
        sentences = [shipped.make_doc(text), shipped.make_doc("They fell.")]
        for layer in layers:
            plain = layer.layers[0]
            for here, there in zip(layer.predict(sentences), plain.predict(sentences), strict=True):
                assert here.shape == there.shape
                assert np.allclose(here, there, atol=1e-5)


def test_a_known_word_is_not_computed_again(shipped: Language) -> None:
    """A sentence adds those of its words that were not seen before."""
    layer = remembering(shipped)[0]
    layer.predict([shipped.make_doc(TEXTS[0])])
    known = len(layer.attrs["known"])
    layer.predict([shipped.make_doc(TEXTS[0])])
    assert len(layer.attrs["known"]) == known
    layer.predict([shipped.make_doc("Quahogs rose 5% to $2 billion.")])
    assert len(layer.attrs["known"]) == known + 1


def test_it_does_not_learn(shipped: Language) -> None:
    """Training through remembered vectors would learn nothing, so it is refused."""
    with pytest.raises(NotImplementedError):
        remembering(shipped)[0]([shipped.make_doc(TEXTS[0])], is_train=True)
