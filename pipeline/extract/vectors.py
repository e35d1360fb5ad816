"""Vectors of words that are computed once: a word that comes again is looked up.

The first layers of spaCy's networks see a word by itself, so that its vector hangs on nothing but its own
features. Most words of an article were in it or in one before.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from spacy.language import Language
from spacy.pipeline import DependencyParser, TrainablePipe
from spacy.tokens import Doc
from thinc.api import Model

from pipeline.extract.steps import Steps
from pipeline.extract.windows import in_numpy

_MOST = 50_000
"""Words, at a quarter of a kilobyte each."""


def quicken(nlp: Language) -> None:
    """Put a memory before the layers of each network of a pipeline that see words one by one, compute those
    that see their neighbours in NumPy, and so the steps of its parser.
    """
    for _, component in nlp.pipeline:
        if isinstance(component, TrainablePipe) and isinstance(component.model, Model):
            for network in list(component.model.walk()):
                if network.layers and _sees_words(network.layers[0]):
                    words, windows = network.layers
                    network.layers[:] = [Model("remembered", _forward, layers=[words]), in_numpy(windows)]
            if isinstance(component, DependencyParser):
                component.model.attrs["steps"] = Steps(component)


def _sees_words(layer: Model[Any, Any]) -> bool:
    return bool(layer.layers) and layer.layers[0].name == "extract_features"


def _forward(
    model: Model[Any, Any], sentences: Sequence[Doc], is_train: bool
) -> tuple[list[Any], Callable[[Any], Any]]:
    """The vectors of the words of each sentence, and thinc's step back, which there is none of."""
    if is_train:
        raise NotImplementedError("vectors are remembered for reading, not for learning")
    extract, *others = model.layers[0].layers
    known: dict[bytes, Any] = model.attrs.setdefault("known", {})
    features = extract.predict(sentences)
    rows = np.concatenate(features)
    keys = rows.view(f"V{rows.itemsize * rows.shape[1]}").ravel().tolist()
    if len(known) > _MOST:
        known.clear()
    new = [key for key in dict.fromkeys(keys) if key not in known]
    if new:
        vectors: Any = [np.frombuffer(b"".join(new), rows.dtype).reshape(len(new), -1)]
        for layer in others:
            vectors = layer.predict(vectors)
        known.update(zip(new, vectors[0], strict=True))
    found = np.concatenate([known[key] for key in keys]).reshape(len(keys), -1)
    split = np.split(found, np.cumsum([len(each) for each in features])[:-1])
    return split, lambda gradient: gradient
