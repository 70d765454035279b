"""Writes the trained network as one int8 ONNX file with its tokenizer beside it."""

import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from dashlib.parsing.judge.inputs import Batch
from dashlib.training.model import HEADS, Network

__all__ = ["export"]

_AXES = {
    "input_ids": {0: "sentences", 1: "pieces"}, "attention_mask": {0: "sentences", 1: "pieces"},
    "row": {0: "triggers"}, "trigger": {0: "triggers", 1: "pieces"}, "pair": {0: "pairs"},
    "actor": {0: "pairs", 1: "pieces"},
}  # fmt: skip
_OUT = {"kind": "triggers", "status": "triggers", "attributed": "triggers", "role": "pairs", "sentence": "sentences"}


def export(network: Network, encoder: Path, out: Path, sample: Batch) -> None:
    """Trace the network on a sample batch, quantise its weights to int8, write `judge.onnx` and `tokenizer.json`."""
    out.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as folder:
        full = Path(folder) / "full.onnx"
        torch.onnx.export(
            network, tuple(torch.from_numpy(a) for a in sample), str(full), input_names=list(_AXES),
            output_names=list(HEADS), dynamic_axes=_AXES | {k: {0: v} for k, v in _OUT.items()}, opset_version=17,
            dynamo=False,
        )  # fmt: skip
        quantize_dynamic(full, out / "judge.onnx", weight_type=QuantType.QInt8, per_channel=True)
    shutil.copy(encoder / "tokenizer.json", out / "tokenizer.json")
