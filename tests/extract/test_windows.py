"""Layers that see a word among its neighbours give in NumPy what they give in thinc."""

from __future__ import annotations

import numpy as np
import pytest
from spacy.ml.models.tok2vec import MaxoutWindowEncoder
from thinc.api import Model, with_array

from pipeline.extract.windows import in_numpy

WIDTH, DEPTH = 8, 3


@pytest.fixture
def plain() -> Model:
    """A network as thinc computes it."""
    some = np.random.default_rng(1)
    layers = MaxoutWindowEncoder(width=WIDTH, window_size=1, maxout_pieces=2, depth=DEPTH)
    layers.initialize(X=np.zeros((1, WIDTH), np.float32))
    for node in layers.walk():
        for name in node.param_names:
            node.set_param(name, some.normal(size=node.get_param(name).shape).astype(np.float32))
    return with_array(layers, pad=DEPTH)


def sentences() -> list[np.ndarray]:
    """Vectors of the words of three sentences."""
    some = np.random.default_rng(2)
    return [some.normal(size=(words, WIDTH)).astype(np.float32) for words in (7, 1, 12)]


def test_vectors_are_those_of_the_network(plain: Model) -> None:
    """Words at the ends of sentences, short ones too, see the empty rows between them as in thinc."""
    found, wanted = in_numpy(plain).predict(sentences()), plain.predict(sentences())
    for here, there in zip(found, wanted, strict=True):
        assert here.shape == there.shape
        assert np.allclose(here, there, atol=1e-4)


def test_it_does_not_learn(plain: Model) -> None:
    """There is no step back, so training is refused."""
    with pytest.raises(NotImplementedError):
        in_numpy(plain)(sentences(), is_train=True)
