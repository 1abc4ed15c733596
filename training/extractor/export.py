"""Write a trained extractor as the packaged ONNX files.

Two graphs: `reader` takes a window's piece vectors to a vector and a cue probability a word; `roles` takes those
vectors and some anchors to the probabilities of each word's role.
"""

from __future__ import annotations

from pathlib import Path

import torch
from torch import Tensor, nn

from training.export import export_graph
from training.extractor.network import Extractor, RoleHead, distance_buckets

FILES = ("reader.onnx", "roles.onnx")


class Reader(nn.Module):
    """What runs once a window, without batch or padding."""

    def __init__(self, network: Extractor) -> None:
        super().__init__()
        self.network = network

    def forward(self, vectors: Tensor, shapes: Tensor, quoted: Tensor, firsts: Tensor) -> tuple[Tensor, ...]:
        """Return vectors (words, hidden), anchor probabilities, tag and entity numbers (words,)."""
        mask = torch.zeros(1, 1, 1, 1)
        words = self.network.encoder.read(
            vectors.unsqueeze(0), shapes.unsqueeze(0), quoted.unsqueeze(0), mask, firsts.unsqueeze(0)
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
    """Write `FILES` into `folder`."""
    network.eval()
    folder.mkdir(parents=True, exist_ok=True)
    size = network.shape.hidden
    zeros = torch.zeros(12, dtype=torch.long)
    export_graph(
        Reader(network), (torch.randn(12, size), zeros, zeros, torch.arange(1, 11)), folder / "reader.onnx",
        (("vectors", "shapes", "quoted", "firsts"), ("words", "anchors", "tags", "entities")),
        {name: {0: "p" if name in ("vectors", "shapes", "quoted") else "w"}
         for name in ("vectors", "shapes", "quoted", "firsts", "words", "anchors", "tags", "entities")},
        quantised,
    )  # fmt: skip
    export_graph(
        Roles(network.roles), (torch.randn(10, size), torch.tensor([2, 5])), folder / "roles.onnx",
        (("words", "anchors"), ("classes",)),
        {"words": {0: "w"}, "anchors": {0: "a"}, "classes": {0: "a", 1: "w"}},
        quantised,
    )  # fmt: skip
