"""The layers of spaCy's networks that see a word among its neighbours, in plain NumPy.

They are four small ones, in which thinc's bookkeeping and its product of matrices take twice the time.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import reduce
from typing import Any, NamedTuple

import numpy as np
from thinc.api import Model

_LEAST_VARIANCE = np.float32(1e-8)


class _Layer(NamedTuple):
    """The parameters of a layer; the columns of each of its pieces are neighbours."""

    weights: Any
    bias: Any
    scale: Any
    shift: Any
    pieces: int


def in_numpy(windows: Model[Any, Any]) -> Model[Any, Any]:
    """A network of layers that see a word and the one on either side, with the same parameters."""
    maxouts = [node for node in windows.walk() if node.name == "maxout"]
    norms = [node for node in windows.walk() if node.name == "layernorm"]
    layers = [_layer(*pair) for pair in zip(maxouts, norms, strict=True)]
    return Model("windows", _forward, attrs={"layers": layers})


def _layer(maxout: Model[Any, Any], norm: Model[Any, Any]) -> _Layer:
    weights: Any = maxout.get_param("W")
    _, pieces, width = weights.shape
    return _Layer(
        np.ascontiguousarray(weights.transpose(2, 1, 0).reshape(width, -1)),
        maxout.get_param("b").T.ravel(),
        norm.get_param("G"),
        norm.get_param("b"),
        pieces,
    )


def _forward(
    model: Model[Any, Any], sentences: Sequence[Any], is_train: bool
) -> tuple[list[Any], Callable[[Any], Any]]:
    """The vectors of each sentence's words; between sentences stand as many empty rows as layers."""
    if is_train:
        raise NotImplementedError("these layers are for reading, not for learning")
    layers: list[_Layer] = model.attrs["layers"]
    width = sentences[0].shape[1]
    empty: Any = np.zeros((len(layers), width), np.float32)
    rows: Any = np.concatenate([empty, *(each for sentence in sentences for each in (sentence, empty))])
    seen: Any = np.zeros((len(rows), 3 * width), np.float32)
    before, here, behind = np.split(seen, 3, axis=1)
    for layer in layers:
        before[1:], here[:], behind[:-1] = rows[:-1], rows, rows[1:]
        sums = seen @ layer.weights
        sums += layer.bias
        most: Any = reduce(np.maximum, np.split(sums, layer.pieces, axis=1))
        most -= np.einsum("ij->i", most)[:, None] / width
        variance = np.einsum("ij,ij->i", most, most) / width + _LEAST_VARIANCE
        most *= (1 / np.sqrt(variance))[:, None]
        most *= layer.scale
        most += layer.shift
        rows += most
    ends = np.cumsum([len(sentence) + len(layers) for sentence in sentences])
    found = [rows[end - len(sentence) : end] for end, sentence in zip(ends, sentences, strict=True)]
    return found, lambda gradient: gradient
