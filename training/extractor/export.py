"""Write a trained extractor as the packaged ONNX files.

Two graphs: `reader` takes a window's pieces to a vector and a cue probability a word; `roles` takes those vectors and
some anchors to the probabilities of each word's role. Matrix weights are 8-bit with a scale a channel (one scale a
matrix drifts), the piece vectors 8-bit with one scale; everything else stays float.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path

import torch
from torch import Tensor, nn

from training.extractor.network import Extractor, RoleHead, distance_buckets

OPSET = 17


class Reader(nn.Module):
    """What runs once a window, without batch or padding."""

    def __init__(self, network: Extractor) -> None:
        super().__init__()
        self.network = network

    def forward(self, pieces: Tensor, shapes: Tensor, quoted: Tensor, firsts: Tensor) -> tuple[Tensor, ...]:
        """Return vectors (words, hidden), anchor probabilities, tag and entity numbers (words,)."""
        mask = torch.zeros(1, 1, 1, 1)
        words = self.network.encoder(
            pieces.unsqueeze(0), shapes.unsqueeze(0), quoted.unsqueeze(0), mask, firsts.unsqueeze(0)
        )[0]
        anchors = torch.sigmoid(self.network.anchor(words).squeeze(-1))
        return words, anchors, self.network.tag(words).argmax(-1), self.network.entity(words).argmax(-1)


class Roles(nn.Module):
    """What runs once for the anchors of a window."""

    def __init__(self, head: RoleHead) -> None:
        super().__init__()
        self.head = head

    def forward(self, words: Tensor, anchors: Tensor) -> Tensor:
        """Return (anchors, words, classes) probabilities for vectors (words, hidden) and anchors (anchors,)."""
        place = torch.arange(words.shape[0])
        distance = distance_buckets(place.unsqueeze(0) - anchors.unsqueeze(1))
        present = torch.ones(1, 1, 1)
        logits = self.head(words.unsqueeze(0), words[anchors], distance, present)
        return torch.softmax(logits, -1)


def export(network: Extractor, folder: Path, quantised: bool = True) -> None:
    """Write ``reader.onnx`` and ``roles.onnx`` into `folder`."""
    from onnxruntime.quantization import QuantType, quantize_dynamic

    network.eval()
    folder.mkdir(parents=True, exist_ok=True)
    pieces = torch.arange(1000, 1012)
    zeros = torch.zeros(12, dtype=torch.long)
    firsts = torch.arange(1, 11)
    words = torch.randn(10, network.shape.hidden)
    graphs = {
        "reader": (
            Reader(network), (pieces, zeros, zeros, firsts), ["pieces", "shapes", "quoted", "firsts"],
            ["words", "anchors", "tags", "entities"],
            {"pieces": {0: "p"}, "shapes": {0: "p"}, "quoted": {0: "p"}, "firsts": {0: "w"}, "words": {0: "w"},
             "anchors": {0: "w"}, "tags": {0: "w"}, "entities": {0: "w"}},
        ),
        "roles": (
            Roles(network.roles), (words, torch.tensor([2, 5])), ["words", "anchors"], ["classes"],
            {"words": {0: "w"}, "anchors": {0: "a"}, "classes": {0: "a", 1: "w"}},
        ),
    }  # fmt: skip
    for name, (module, inputs, names_in, names_out, axes) in graphs.items():
        path = folder / f"{name}.onnx"
        torch.onnx.export(
            module, inputs, str(path), input_names=names_in, output_names=names_out, dynamic_axes=axes,
            opset_version=OPSET, dynamo=False,
        )  # fmt: skip
        if quantised:
            quantize_dynamic(
                path, path, per_channel=True, weight_type=QuantType.QInt8, op_types_to_quantize=["MatMul", "Gather"],
                extra_options={"MatMulConstBOnly": True},
            )  # fmt: skip


def write_card(
    folder: Path, labels: dict[str, list[str]], threshold: float, calibration: Sequence[float], least_confidence: float
) -> None:
    """Write ``extractor.json``: the other files' digests, what the heads' numbers mean, and the chosen numbers."""
    digests = {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.iterdir())
        if path.name in ("reader.onnx", "roles.onnx", "tokenizer.json")
    }
    card = {"sha256": digests, "threshold": threshold, "calibration": list(calibration)}
    card |= {"least_confidence": least_confidence, **labels}
    (folder / "extractor.json").write_text(json.dumps(card, indent=1) + "\n", encoding="utf-8")
