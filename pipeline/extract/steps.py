"""The steps of spaCy's parser, scored in NumPy for all sentences together.

Its own loop lets Python's lock go and takes it back for each look at a state, which costs more than the sums.
"""

from __future__ import annotations

from collections.abc import Sequence
from types import SimpleNamespace
from typing import Any

import numpy as np
from spacy.ml.parser_model import ParserStepModel
from spacy.pipeline import DependencyParser
from spacy.tokens import Doc


class Steps:
    """A parser's choice of steps, with the parameters that it has now.

    The words that a state looks at are seen by two layers with nothing between them, which are one here; the
    columns of each piece of the second are neighbours.
    """

    def __init__(self, parser: DependencyParser) -> None:
        before, lower, upper = parser.model.layers
        self._words, _, linear = before.layers
        weights: Any = lower.get_param("W").transpose(0, 2, 1, 3)
        features, pieces, width, _ = weights.shape
        always = weights @ linear.get_param("b")
        missing = lower.get_param("pad")[0].transpose(0, 2, 1) - always
        bias = lower.get_param("b").T + always.sum(axis=0)
        self._parser = parser
        self._looks = SimpleNamespace(state2vec=SimpleNamespace(nF=features))
        self._places: Any = np.arange(features)
        self._ones: Any = np.ones(features, np.float32)
        self._weights = (weights @ linear.get_param("W")).reshape(features * pieces * width, -1).T
        self._missing = missing.ravel()
        self._bias = bias.ravel()
        self._shape = pieces, width
        self._scores: Any = np.ascontiguousarray(upper.get_param("W").T)
        self._score_bias = upper.get_param("b")

    def __call__(self, sentences: Sequence[Doc]) -> list[Any]:
        """The last state of each sentence."""
        states: list[Any] = self._parser.moves.init_batch(sentences)
        words = np.concatenate(self._words.predict(sentences))
        seen: Any = np.empty((len(words) + 1, len(self._missing)), np.float32)
        np.matmul(words, self._weights, out=seen[:-1])
        seen[-1] = self._missing
        seen = seen.reshape(-1, len(self._bias))
        left = [state for state in states if not state.is_final()]
        while left:
            looks = ParserStepModel.get_token_ids(self._looks, left)
            sums = self._ones @ seen.take(looks * len(self._ones) + self._places, axis=0, mode="wrap")
            hidden = np.maximum.reduce((sums + self._bias).reshape(-1, *self._shape), axis=1)
            left = self._parser.transition_states(left, hidden @ self._scores + self._score_bias)
        return states
