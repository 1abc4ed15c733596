"""The network: a MiniLM encoder over a window of words, with heads for anchors, for roles given an anchor, for syntax.

Roles are decided per anchor ("which words are *this* cue's source, cue and content"), not by one tag a word, because
attributions nest: the content of one holds the source and cue of another. The role head is a cheap product of word and
anchor vectors with their distance, smoothed by convolutions, so that a window with ten cues costs little more than one.
The syntax heads (part of speech, entity, head word; biaffine as in Dozat and Manning 2017) only help in training, and
the first two may be kept for later steps.
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
import torch.nn.functional as F
from torch import Tensor, nn

ROLE_CLASSES = 4  # none, source, cue, content
REACH = 24  # distance buckets on each side
# Narrow convolutions, each reaching twice as far as the last (together 31 words): the role head runs once an anchor,
# and with three of width 5 over 192 numbers it took a quarter of all time.
DILATIONS = (1, 2, 4, 8)


@dataclass(frozen=True)
class Shape:
    """Sizes of the network."""

    layers: int = 6
    hidden: int = 384
    attention_heads: int = 12
    role_width: int = 128
    arc_width: int = 96
    tags: int = 50
    entities: int = 19


class Layer(nn.Module):
    """One post-norm transformer layer, as in BERT."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        size = shape.hidden
        self.heads = shape.attention_heads
        self.qkv = nn.Linear(size, 3 * size)
        self.out = nn.Linear(size, size)
        self.norm_a = nn.LayerNorm(size, eps=1e-12)
        self.up = nn.Linear(size, 4 * size)
        self.down = nn.Linear(4 * size, size)
        self.norm_b = nn.LayerNorm(size, eps=1e-12)
        self.drop = nn.Dropout(0.1)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """Return the layer's output; `x` is (windows, pieces, hidden), `mask` is additive."""
        b, t, d = x.shape
        q, k, v = self.qkv(x).view(b, t, 3, self.heads, -1).permute(2, 0, 3, 1, 4)
        mixed = F.scaled_dot_product_attention(q, k, v, attn_mask=mask).transpose(1, 2).reshape(b, t, d)
        x = self.norm_a(x + self.drop(self.out(mixed)))
        y: Tensor = self.norm_b(x + self.drop(self.down(F.gelu(self.up(x)))))
        return y


class Encoder(nn.Module):
    """Word pieces with visible features to one vector a word (that of its first piece)."""

    def __init__(self, shape: Shape, vocabulary: int = 30522, positions: int = 512) -> None:
        super().__init__()
        size = shape.hidden
        self.pieces = nn.Embedding(vocabulary, size)
        self.positions = nn.Embedding(positions, size)
        self.kind = nn.Parameter(torch.zeros(size))
        # features start at nothing, so that training begins from the encoder as it was pre-trained
        self.shapes = nn.Embedding(3, size, _weight=torch.zeros(3, size))
        self.quoted = nn.Embedding(3, size, _weight=torch.zeros(3, size))
        self.norm = nn.LayerNorm(size, eps=1e-12)
        self.drop = nn.Dropout(0.1)
        self.layers = nn.ModuleList(Layer(shape) for _ in range(shape.layers))

    def forward(self, pieces: Tensor, shapes: Tensor, quoted: Tensor, mask: Tensor, firsts: Tensor) -> Tensor:
        """Return (windows, words, hidden).

        Parameters
        ----------
        pieces, shapes, quoted : (windows, pieces) numbers of word pieces, letter-case classes and quotation states.
        mask : (windows, 1, 1, pieces), 0 or a large negative number.
        firsts : (windows, words) index of each word's first piece.
        """
        return self.read(self.pieces(pieces), shapes, quoted, mask, firsts)

    def read(self, vectors: Tensor, shapes: Tensor, quoted: Tensor, mask: Tensor, firsts: Tensor) -> Tensor:
        """Return (windows, words, hidden) for (windows, pieces, hidden) vectors of pieces."""
        place = torch.arange(vectors.shape[1], device=vectors.device)
        x = vectors + self.positions(place) + self.kind + self.shapes(shapes) + self.quoted(quoted)
        x = self.drop(self.norm(x))
        for layer in self.layers:
            x = layer(x, mask)
        return torch.gather(x, 1, firsts.unsqueeze(-1).expand(-1, -1, x.shape[-1]))


class RoleHead(nn.Module):
    """For an anchor and all words of its window: is the word this cue's source, cue or content?"""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        width = shape.role_width
        self.word = nn.Linear(shape.hidden, 2 * width)
        self.anchor = nn.Linear(shape.hidden, 2 * width)
        self.distance = nn.Embedding(2 * REACH + 1, width)
        self.norms = nn.ModuleList(nn.LayerNorm(width) for _ in DILATIONS)
        self.convolutions = nn.ModuleList(
            nn.Conv1d(width, width, 3, padding=dilation, dilation=dilation) for dilation in DILATIONS
        )
        self.drop = nn.Dropout(0.15)
        self.out = nn.Linear(width, ROLE_CLASSES)

    def forward(self, words: Tensor, anchor: Tensor, distance: Tensor, present: Tensor) -> Tensor:
        """Return (anchors, words, classes) logits.

        Parameters
        ----------
        words : (anchors, words, hidden), the window of each anchor.
        anchor : (anchors, hidden).
        distance : (anchors, words), bucketed distance of each word from the anchor.
        present : (anchors, words, 1), 1 for words and 0 for padding.
        """
        w, w_gate = self.word(words).chunk(2, -1)
        a, a_gate = self.anchor(anchor).unsqueeze(1).chunk(2, -1)
        x = w + a + w_gate * a_gate + self.distance(distance)
        for norm, convolution in zip(self.norms, self.convolutions, strict=True):
            smooth = convolution((norm(x) * present).transpose(1, 2)).transpose(1, 2)
            x = x + self.drop(F.gelu(smooth))
        logits: Tensor = self.out(x)
        return logits


def distance_buckets(distance: Tensor) -> Tensor:
    """Return buckets of signed word distances: exact to 8, then ever wider to about 250 words."""
    size = distance.abs().clamp(max=255).float()
    wide = 8 + (torch.log2(size.clamp(min=8) / 8) * 3.2).floor()
    bucket = torch.where(size <= 8, size, wide).clamp(max=REACH).long()
    return REACH + torch.where(distance < 0, -bucket, bucket)


class Extractor(nn.Module):
    """Encoder and all heads."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.shape = shape
        self.encoder = Encoder(shape)
        self.anchor = nn.Sequential(
            nn.Linear(shape.hidden, shape.hidden), nn.GELU(), nn.Dropout(0.1), nn.Linear(shape.hidden, 1)
        )
        self.roles = RoleHead(shape)
        self.tag = nn.Linear(shape.hidden, shape.tags)
        self.entity = nn.Linear(shape.hidden, shape.entities)
        self.dependent = nn.Linear(shape.hidden, shape.arc_width + 1)
        self.governor = nn.Linear(shape.hidden, shape.arc_width + 1)

    def arcs(self, words: Tensor) -> Tensor:
        """Return (windows, words, words) scores of the second word being the first one's syntactic head."""
        d, g = self.dependent(words), self.governor(words)
        return d[..., :-1] @ g[..., :-1].transpose(1, 2) / self.shape.arc_width**0.5 + g[..., -1].unsqueeze(1)


def load_pretrained(network: Extractor, weights: dict[str, Tensor]) -> None:
    """Put the pre-trained MiniLM weights (BERT's names) into the encoder; the first layers where it has fewer."""
    encoder = network.encoder
    with torch.no_grad():
        encoder.pieces.weight.copy_(weights["embeddings.word_embeddings.weight"])
        encoder.positions.weight.copy_(weights["embeddings.position_embeddings.weight"])
        encoder.kind.copy_(weights["embeddings.token_type_embeddings.weight"][0])
        encoder.norm.weight.copy_(weights["embeddings.LayerNorm.weight"])
        encoder.norm.bias.copy_(weights["embeddings.LayerNorm.bias"])
    load_layers(encoder.layers, weights)


def load_layers(layers: nn.ModuleList, weights: dict[str, Tensor]) -> None:
    """Put the pre-trained weights of BERT's first layers into `layers`."""
    with torch.no_grad():
        for number, layer in enumerate(layers):
            name = f"encoder.layer.{number}."
            for kind in ("weight", "bias"):
                parts = [weights[f"{name}attention.self.{part}.{kind}"] for part in ("query", "key", "value")]
                getattr(layer.qkv, kind).copy_(torch.cat(parts))
                for mine, theirs in (
                    ("out", "attention.output.dense"),
                    ("norm_a", "attention.output.LayerNorm"),
                    ("up", "intermediate.dense"),
                    ("down", "output.dense"),
                    ("norm_b", "output.LayerNorm"),
                ):
                    getattr(getattr(layer, mine), kind).copy_(weights[f"{name}{theirs}.{kind}"])
