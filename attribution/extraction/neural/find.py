"""The trained extractor from text to spans: windows through the network, anchors to attributions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from attribution.extraction.neural.decode import Found, decode_anchor
from attribution.extraction.neural.network import Network, load_network
from attribution.extraction.neural.pieces import Pieces, Window, cut_windows, split_pieces, window_input
from attribution.extraction.neural.quoted import keep_quotations_whole, one_speaker_each, take_whole_marks
from attribution.extraction.neural.words import Word, find_words
from attribution.model import Quotation
from attribution.spans import Span

# Pieces in a window, as in training, and of context on either side of its core. On PolNeAR dev a margin of 48 gives 0.2
# points of whole F1 more and takes a fifth more time; 24 costs half a point.
SIZE, MARGIN = 320, 32
# Words whose pieces are looked up at once: bounds memory on very long documents.
CHUNK = 20_000


def find_spans(
    text: str, paragraphs: Sequence[Span], quotations: Sequence[Quotation], network: Network | None = None
) -> list[Found]:
    """Return the attributions that the network finds in `paragraphs`, in reading order of their cues.

    Parameters
    ----------
    text : the document's.
    paragraphs, quotations : as `attribution.text` finds them.
    network : the packaged one unless given.
    """
    network = network or load_network()
    words = find_words(text, paragraphs, quotations)
    found: list[Found] = []
    for begin in range(0, len(words), CHUNK):
        part = words[begin : begin + CHUNK]
        pieces = split_pieces(network.pieces.tokenizer, part)
        for window in cut_windows(part, pieces, SIZE - 2, MARGIN):
            found += one_per_cue(list(_read_window(network, part, pieces, window)))
    whole = take_whole_marks(keep_quotations_whole(found, quotations), quotations)
    return one_speaker_each(whole, quotations)


def one_per_cue(found: Sequence[Found]) -> list[Found]:
    """Return `found` without those whose cue has words of a more probable one's cue: one cue, one attribution."""
    kept: list[Found] = []
    for one in sorted(found, key=lambda one: (-one.anchor, one.cue)):
        if not any(mine.overlaps(theirs) for other in kept for mine in one.cue for theirs in other.cue):
            kept.append(one)
    return sorted(kept, key=lambda one: one.cue)


def _read_window(network: Network, words: Sequence[Word], pieces: Pieces, window: Window) -> Iterator[Found]:
    inside = words[window.first : window.last]
    readings = network.read(window_input(words, pieces, window))
    core = readings.anchors[window.core - window.first : window.core_end - window.first]
    anchors = np.flatnonzero(core > network.threshold) + (window.core - window.first)
    if not len(anchors):
        return
    for anchor, classes in zip(anchors.tolist(), network.assign(readings.vectors, anchors), strict=True):
        one = decode_anchor(inside, anchor, float(readings.anchors[anchor]), classes)
        if one:
            yield one
