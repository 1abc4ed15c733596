"""What the network in training finds in whole documents, by the same windows and decoding as the packaged one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

import numpy as np
import torch
from numpy.typing import NDArray

from attribution.evaluation.attributions import score_attributions
from attribution.evaluation.tally import Tally
from attribution.extraction.neural.decode import CONTENT, CUE, SOURCE, Found, decode_anchor
from attribution.extraction.neural.pieces import Window, cut_windows, split_pieces
from attribution.model import Attribution
from training.extractor.batches import collate
from training.extractor.data import Example, Labelled
from training.extractor.network import Extractor, distance_buckets
from training.extractor.newswire import names_of

SIZE, MARGIN = 320, 32
# What the network is less sure of than this, in either direction, is left out of what it teaches itself.
SURE, UNSURE = 0.85, 0.1


class Reading(NamedTuple):
    """What one window tells: anchor probabilities and entity numbers a word, classes for each likely anchor."""

    window: Window
    anchors: NDArray[np.float32]
    entities: NDArray[np.int64]
    spots: list[int]
    classes: NDArray[np.float32]


@torch.no_grad()
def read_windows(network: Extractor, example: Example, tokenizer: Any, threshold: float) -> Iterator[Reading]:
    """Read a document window by window."""
    pieces = split_pieces(tokenizer, example.words)
    for window in cut_windows(example.words, pieces, SIZE - 2, MARGIN):
        batch = collate([(example, window, pieces)])
        with torch.autocast("cpu", torch.bfloat16):
            words = network.encoder(batch.pieces, batch.shapes, batch.quoted, batch.mask, batch.firsts).float()
        anchors = torch.sigmoid(network.anchor(words)[0, :, 0]).numpy()
        entities = network.entity(words)[0].argmax(-1).numpy()
        core = range(window.core - window.first, window.core_end - window.first)
        spots = [spot for spot in core if anchors[spot] > threshold]
        classes = np.zeros((0, words.shape[1], 4), np.float32)
        if spots:
            at = torch.tensor(spots)
            distance = distance_buckets(torch.arange(words.shape[1]).unsqueeze(0) - at.unsqueeze(1))
            logits = network.roles(words[0], words[0, at], distance, torch.ones(1, words.shape[1], 1))
            classes = torch.softmax(logits, -1).numpy()
        yield Reading(window, anchors, entities, spots, classes)


def extract(network: Extractor, example: Example, tokenizer: Any, threshold: float = 0.5) -> list[Found]:
    """Return what the network finds in a document."""
    found: list[Found] = []
    for reading in read_windows(network, example, tokenizer, threshold):
        inside = example.words[reading.window.first : reading.window.last]
        for spot, classes in zip(reading.spots, reading.classes, strict=True):
            one = decode_anchor(inside, spot, float(reading.anchors[spot]), classes)
            if one:
                found.append(one)
    return found


def score(network: Extractor, examples: Sequence[Example], tokenizer: Any) -> dict[str, Tally]:
    """Return the figures of the attributions that the network finds in `examples`."""
    network.eval()
    documents = [
        (example.text, example.gold, [Attribution("", "", f.source, f.cue, f.content)
                                      for f in extract(network, example, tokenizer)])
        for example in examples
    ]  # fmt: skip
    return score_attributions(documents)


def score_entities(network: Extractor, examples: Sequence[Example], tokenizer: Any) -> dict[str, Tally]:
    """Return the figures of the names that the network finds, by class: exact spans, as CoNLL 2003 counts them."""
    network.eval()
    tallies: dict[str, Tally] = {}
    for example in examples:
        found = np.zeros(len(example.words), np.int64)
        for reading in read_windows(network, example, tokenizer, 1.0):
            window = reading.window
            core = slice(window.core - window.first, window.core_end - window.first)
            found[window.core : window.core_end] = reading.entities[core]
        mine, gold = (set(names_of(labels)) for labels in (found.tolist(), example.entities))
        for kind in {name[2] for name in mine | gold}:
            one, other = ({name for name in names if name[2] == kind} for names in (mine, gold))
            tallies[kind] = tallies.get(kind, Tally()) + Tally(len(one & other), len(one), len(other))
    return tallies


def label_itself(network: Extractor, example: Example, tokenizer: Any) -> Example:
    """Return a document without gold with the attributions that the network is sure of, to be learnt from.

    Self-training (Yarowsky 1995; with noise on the learner's side, Xie et al. 2020): what is in doubt is not learnt.
    """
    network.eval()
    sure: list[Labelled] = []
    doubtful: set[int] = set()
    for reading in read_windows(network, example, tokenizer, UNSURE):
        first = reading.window.first
        for spot, classes in zip(reading.spots, reading.classes, strict=True):
            best = classes.argmax(1)
            best[spot] = CUE
            roles = {
                name: frozenset((np.flatnonzero(best == role) + first).tolist())
                for name, role in (("source", SOURCE), ("cue", CUE), ("content", CONTENT))
            }
            certainty = float(classes.max(1)[best > 0].mean())
            if reading.anchors[spot] > SURE and certainty > SURE and roles["content"]:
                sure.append(Labelled(spot + first, roles))
            else:
                doubtful.add(spot + first)
    return replace(example, attributions=tuple(sure), doubtful=frozenset(doubtful), judged=True)
