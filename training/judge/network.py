"""The judge: MiniLM over two statements, and one decision: contradicts, supports or neither.

The lower layers read each statement alone, the upper ones both together (DeFormer; Cao et al. 2020): in an article of
n statements the lower half runs n times, and only the upper half once a pair.
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor, nn

from training.extractor.network import Layer, Shape, load_layers

CLASSES = ("neither", "contradicts", "supports")


@dataclass(frozen=True)
class JudgeShape(Shape):
    """Sizes of the network; `alone` layers read a statement without the other."""

    alone: int = 3
    decision: int = 256


class Judge(nn.Module):
    """Pairs of statements to logits of `CLASSES`.

    The piece vectors are those of the extractor, which does not train them either: the package holds them once.
    """

    def __init__(self, shape: JudgeShape, vocabulary: int = 30522, positions: int = 512) -> None:
        super().__init__()
        size = shape.hidden
        self.shape = shape
        self.pieces = nn.Embedding(vocabulary, size)
        self.positions = nn.Embedding(positions, size)
        self.kind = nn.Parameter(torch.zeros(size))
        # which side a piece is on starts as nothing: the pre-trained layers have not seen it
        self.sides = nn.Embedding(2, size, _weight=torch.zeros(2, size))
        self.norm = nn.LayerNorm(size, eps=1e-12)
        self.drop = nn.Dropout(0.1)
        self.layers = nn.ModuleList(Layer(shape) for _ in range(shape.layers))
        self.decide = nn.Sequential(
            nn.Linear(6 * size, shape.decision), nn.GELU(), nn.Dropout(0.1), nn.Linear(shape.decision, len(CLASSES))
        )

    def forward(self, pieces: Tensor, present: Tensor, first: Tensor, second: Tensor) -> Tensor:
        """Return (pairs, classes) logits.

        Parameters
        ----------
        pieces : (statements, pieces) numbers of word pieces.
        present : (statements, pieces) 1 for pieces and 0 for padding.
        first, second : (pairs,) which statements are compared.
        """
        alone = self.read_alone(self.pieces(pieces), present)
        return self.compare(alone[first], alone[second], present[first], present[second])

    def read_alone(self, vectors: Tensor, present: Tensor) -> Tensor:
        """Return what the lower layers make of (statements, pieces, hidden) vectors of pieces."""
        place = torch.arange(vectors.shape[1], device=vectors.device)
        x: Tensor = self.drop(self.norm(vectors + self.positions(place) + self.kind))
        mask = _mask(present)
        for layer in self.layers[: self.shape.alone]:
            x = layer(x, mask)
        return x

    def compare(self, first: Tensor, second: Tensor, present_first: Tensor, present_second: Tensor) -> Tensor:
        """Return (pairs, classes) logits for (pairs, pieces, hidden) statements that were read alone."""
        length = first.shape[1]
        x = torch.cat((first + self.sides.weight[0], second + self.sides.weight[1]), 1)
        mask = _mask(torch.cat((present_first, present_second), 1))
        for layer in self.layers[self.shape.alone :]:
            x = layer(x, mask)
        a, b = _mean(x[:, :length], present_first), _mean(x[:, length:], present_second)
        told = torch.cat((x[:, 0], x[:, length], a, b, (a - b).abs(), a * b), -1)
        logits: Tensor = self.decide(told)
        return logits


def _mask(present: Tensor) -> Tensor:
    return ((1.0 - present) * -1e4).unsqueeze(1).unsqueeze(1)


def _mean(x: Tensor, weights: Tensor) -> Tensor:
    w = weights.unsqueeze(-1).to(x.dtype)
    return (x * w).sum(1) / w.sum(1).clamp(min=1)


def load_pretrained(network: Judge, weights: dict[str, Tensor]) -> None:
    """Put the pre-trained MiniLM weights (BERT's names) into the encoder; the first layers where it has fewer."""
    with torch.no_grad():
        network.pieces.weight.copy_(weights["embeddings.word_embeddings.weight"])
        network.positions.weight.copy_(weights["embeddings.position_embeddings.weight"])
        network.kind.copy_(weights["embeddings.token_type_embeddings.weight"][0])
        network.norm.weight.copy_(weights["embeddings.LayerNorm.weight"])
        network.norm.bias.copy_(weights["embeddings.LayerNorm.bias"])
    load_layers(network.layers, weights)
