"""Vectors of the word pieces of a text, each of which knows its surroundings: a small transformer.

MiniLM of six layers (Wang et al. 2020, https://arxiv.org/abs/2002.10957), trained on for what `pointer.py`
asks of it (`training/pointer/`), with weights of eight bits.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

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
    import onnxruntime  # only articles with figures need it

    options = onnxruntime.SessionOptions()
    # Articles go to the cores, not parts of one.
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    return onnxruntime.InferenceSession(WEIGHTS / "encoder.onnx", options, providers=["CPUExecutionProvider"])
