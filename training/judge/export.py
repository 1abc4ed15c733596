"""Write a trained judge as the packaged ONNX graphs: `alone` runs once a statement, `together` once a pair."""

from __future__ import annotations

from pathlib import Path

import torch
from torch import Tensor, nn

from training.export import export_graph
from training.judge.network import Judge

FILES = ("alone.onnx", "together.onnx")


class Alone(nn.Module):
    """The lower layers."""

    def __init__(self, network: Judge) -> None:
        super().__init__()
        self.network = network

    def forward(self, vectors: Tensor, present: Tensor) -> Tensor:
        """Return (statements, pieces, hidden)."""
        return self.network.read_alone(vectors, present)


class Together(nn.Module):
    """The upper layers and the decision."""

    def __init__(self, network: Judge) -> None:
        super().__init__()
        self.network = network

    def forward(self, first: Tensor, present_first: Tensor, second: Tensor, present_second: Tensor) -> Tensor:
        """Return (pairs, classes) probabilities."""
        return torch.softmax(self.network.compare(first, second, present_first, present_second), -1)


def export(network: Judge, folder: Path, quantised: bool = True) -> None:
    """Write `FILES` into `folder`."""
    network.eval()
    folder.mkdir(parents=True, exist_ok=True)
    size = network.shape.hidden
    vectors, present = torch.randn(2, 9, size), torch.ones(2, 9)
    export_graph(
        Alone(network), (vectors, present), folder / "alone.onnx", (("vectors", "present"), ("states",)),
        {name: {0: "s", 1: "p"} for name in ("vectors", "present", "states")}, quantised,
    )  # fmt: skip
    export_graph(
        Together(network), (vectors, present, vectors[:, :7], present[:, :7]), folder / "together.onnx",
        (("first", "present_first", "second", "present_second"), ("classes",)),
        {"first": {0: "n", 1: "p"}, "present_first": {0: "n", 1: "p"}, "second": {0: "n", 1: "q"},
         "present_second": {0: "n", 1: "q"}, "classes": {0: "n"}},
        quantised,
    )  # fmt: skip
