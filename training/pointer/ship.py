"""Store an encoder for use: an ONNX graph whose weights are whole numbers of eight bits."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic


class _Vectors(torch.nn.Module):
    def __init__(self, encoder: Any) -> None:
        super().__init__()
        self.encoder = encoder

    def forward(self, ids: Any) -> Any:
        return self.encoder(input_ids=ids).last_hidden_state


def ship(encoder: Any, path: Path) -> None:
    """Write the graph `ids` (1, pieces) -> vectors (1, pieces, width).

    Seven of the eight bits are used, so that sums are exact on processors whose instructions would overflow,
    and every machine gives the same vectors but for rounding.
    """
    encoder.config._attn_implementation = "eager"
    with TemporaryDirectory() as folder:
        whole = Path(folder) / "whole.onnx"
        torch.onnx.export(
            _Vectors(encoder).eval(), (torch.ones(1, 100, dtype=torch.long),), whole, dynamo=False,
            input_names=["ids"], output_names=["vectors"],
            dynamic_axes={"ids": {1: "pieces"}, "vectors": {1: "pieces"}}, opset_version=17,
        )  # fmt: skip
        quantize_dynamic(
            whole, path, weight_type=QuantType.QInt8, per_channel=True, reduce_range=True,
            op_types_to_quantize=["MatMul", "Gather"],
        )  # fmt: skip
