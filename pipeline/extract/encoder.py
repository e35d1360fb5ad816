"""Vectors of the word pieces of a text, each of which knows its surroundings: a small transformer.

The first layers of MiniLM (Wang et al. 2020, https://arxiv.org/abs/2002.10957), trained on for what
`pointer.py` asks of it (`training/pointer/`), with weights of eight bits.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from scipy.special import erf

from pipeline.extract.wordpieces import WordPieces

WEIGHTS = Path(__file__).parent / "weights" / "pointer"
LONGEST = 510
"""Pieces that can be read at once, besides one that opens and one that closes them."""
_OPENS, _CLOSES = 101, 102


@cache
def word_pieces() -> WordPieces:
    """What cuts texts into the pieces that the encoder knows."""
    return WordPieces((WEIGHTS / "vocabulary.txt").read_text(encoding="utf-8").splitlines())


def encoded(ids: Sequence[int]) -> Any:
    """The vectors of up to LONGEST pieces: an array of shape (pieces, width) of 32-bit floats."""
    given = np.array([[_OPENS, *ids, _CLOSES]], np.int64)
    return _network().run(None, {"ids": given})[0][0, 1:-1]


@cache
def _network() -> Any:
    import onnxruntime  # half a second that only articles with figures need

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = (
        1  # articles go to the cores, not parts of one
    )
    return onnxruntime.InferenceSession(WEIGHTS / "encoder.onnx", options, providers=["CPUExecutionProvider"])


def gelu(values: Any) -> Any:
    """The Gaussian error linear unit (Hendrycks and Gimpel 2016, https://arxiv.org/abs/1606.08415)."""
    return values * (1 + erf(values / np.sqrt(np.float32(2)))) / 2
