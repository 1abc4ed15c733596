"""Examples to padded batches of windows."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import torch
from torch import Tensor

from attribution.extraction.neural.pieces import Pieces, Window, split_pieces, window_input
from attribution.extraction.neural.words import Word
from training.extractor.data import ROLES, Example
from training.extractor.network import distance_buckets

if TYPE_CHECKING:
    from tokenizers import Tokenizer

FAR = -1e4  # additive mask: e to this is nothing, and it is finite in every format


@dataclass
class Batch:
    """Tensors of some windows; -100 marks what is not to be learnt."""

    pieces: Tensor
    shapes: Tensor
    quoted: Tensor
    mask: Tensor
    firsts: Tensor
    present: Tensor
    anchors: Tensor
    tags: Tensor
    entities: Tensor
    heads: Tensor
    anchor_window: Tensor
    anchor_word: Tensor
    distance: Tensor
    roles: Tensor

    @property
    def size(self) -> int:
        """Number of pieces, padding included."""
        return self.pieces.numel()


def random_windows(
    words: Sequence[Word], pieces: Pieces, size: int, chance: random.Random, without: Sequence[str] = ()
) -> list[Window]:
    """Cut a document into windows at random places, so that each pass over the data sees other cuts.

    Most cuts are between paragraphs, and now and then windows are small: a sentence or two must be enough to go by
    (not so when `without` names "small-windows").
    """
    total, count = int(pieces.starts[-1]), len(pieces.firsts)
    if not count:
        return []
    if chance.random() < 0.15 and "small-windows" not in without:
        size = chance.randint(24, size)
    step = total / -(-total // (size - 16))
    starts = [0] + [i for i in range(1, count) if words[i].paragraph != words[i - 1].paragraph] + [count]
    windows: list[Window] = []
    first = 0
    while first < count:
        goal = int(pieces.starts[first]) + step * (1.0 if windows else chance.uniform(0.5, 1.0))
        last = int(np.searchsorted(pieces.starts, goal, "left"))
        if chance.random() < 0.75:
            last = min(starts, key=lambda place: abs(place - last))
        furthest = int(np.searchsorted(pieces.starts, pieces.starts[first] + size - 2, "right")) - 1
        last = min(max(last, first + 1), max(furthest, first + 1), count)
        windows.append(Window(first, last, first, last))
        first = last
    return windows


def plan(
    examples: Sequence[Example],
    tokenizer: Tokenizer,
    size: int,
    windows_each: int,
    chance: random.Random,
    without: Sequence[str] = (),
) -> list[list[tuple[Example, Window, Pieces]]]:
    """Return the batches of one pass: windows cut at random, put with others of like length, shuffled."""
    items = []
    for example in examples:
        pieces = split_pieces(tokenizer, example.words)
        items += [(example, window, pieces) for window in random_windows(example.words, pieces, size, chance, without)]
    items.sort(
        key=lambda item: (int(item[2].starts[item[1].last] - item[2].starts[item[1].first]) // 16, chance.random())
    )
    groups = [items[at : at + windows_each] for at in range(0, len(items), windows_each)]
    chance.shuffle(groups)
    return groups


def _length(window: Window, pieces: Pieces) -> int:
    return int(pieces.starts[window.last] - pieces.starts[window.first])


def collate(items: Sequence[tuple[Example, Window, Pieces]]) -> Batch:
    """Put windows together into one padded batch with all labels."""
    inputs = [window_input(example.words, pieces, window) for example, window, pieces in items]
    longest = max(len(one.pieces) for one in inputs)
    most = max(len(one.firsts) for one in inputs)
    n = len(items)
    ids = np.zeros((n, longest), np.int64)
    shapes, quoted = np.zeros_like(ids), np.zeros_like(ids)
    mask = np.full((n, 1, 1, longest), FAR, np.float32)
    firsts = np.zeros((n, most), np.int64)
    present = np.zeros((n, most), np.float32)
    for row, one in enumerate(inputs):
        size, count = len(one.pieces), len(one.firsts)
        ids[row, :size], shapes[row, :size], quoted[row, :size] = one.pieces, one.shapes, one.quoted
        mask[row, :, :, :size] = 0
        firsts[row, :count] = one.firsts
        present[row, :count] = 1
    labels = {name: np.full((n, most), -100, np.int64) for name in ("anchors", "tags", "entities", "heads")}
    spots: list[tuple[int, int]] = []
    roles: list[np.ndarray] = []
    for row, (example, window, _) in enumerate(items):
        _label(example, window, row, labels, spots, roles, most)
    window_of = torch.tensor([row for row, _ in spots], dtype=torch.long)
    word_of = torch.tensor([word for _, word in spots], dtype=torch.long)
    distance = distance_buckets(torch.arange(most).unsqueeze(0) - word_of.unsqueeze(1))
    tensors = {name: torch.from_numpy(values) for name, values in labels.items()}
    return Batch(
        pieces=torch.from_numpy(ids),
        shapes=torch.from_numpy(shapes),
        quoted=torch.from_numpy(quoted),
        mask=torch.from_numpy(mask),
        firsts=torch.from_numpy(firsts),
        present=torch.from_numpy(present),
        anchor_window=window_of,
        anchor_word=word_of,
        distance=distance,
        roles=torch.from_numpy(np.stack(roles)) if roles else torch.zeros((0, most), dtype=torch.long),
        **tensors,
    )


def _label(
    example: Example,
    window: Window,
    row: int,
    labels: dict[str, np.ndarray],
    spots: list[tuple[int, int]],
    roles: list[np.ndarray],
    most: int,
) -> None:
    first, last = window.first, window.last
    count = last - first
    if example.judged:
        labels["anchors"][row, :count] = 0
    for name, values in (("tags", example.tags), ("entities", example.entities)):
        part = np.array(values[first:last])
        labels[name][row, :count] = np.where(part < 0, -100, part)
    heads = np.array(example.heads[first:last]) - first
    labels["heads"][row, :count] = np.where((heads < 0) | (heads >= count), -100, heads)
    labels["anchors"][row, [word - first for word in example.doubtful if first <= word < last]] = -100
    for attribution in example.attributions:
        begin, end = attribution.extent
        if not first <= attribution.anchor < last:
            continue
        if begin < first or end >= last:
            # cut by the window: neither a good example of an anchor nor of none
            labels["anchors"][row, attribution.anchor - first] = -100
            continue
        labels["anchors"][row, attribution.anchor - first] = 1
        classes = np.full(most, -100, np.int64)
        classes[:count] = 0
        for number, role in enumerate(ROLES, 1):
            classes[[word - first for word in attribution.roles[role]]] = number
        spots.append((row, attribution.anchor - first))
        roles.append(classes)
