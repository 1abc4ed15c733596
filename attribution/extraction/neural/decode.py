"""From the network's numbers to spans: which words are whose source, cue and content."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from attribution.extraction.neural.words import Word
from attribution.spans import Span

NONE, SOURCE, CUE, CONTENT = range(4)
# A gap of so many words or fewer inside a role is a slip of the network, not a break that a writer made.
GAP = 2
# Marks that part a content from its source and cue, and belong to none of them.
BETWEEN = frozenset({",", ";", ":", "-", "–", "—"})


class Found(NamedTuple):
    """An attribution's spans with the network's probabilities of its anchor and of its roles' words."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    anchor: float
    certainty: float


def decode_anchor(words: Sequence[Word], anchor: int, probability: float, classes: NDArray[np.float32]) -> Found | None:
    """Return the attribution of one anchor, or None when the network sees no content for it.

    Parameters
    ----------
    words : of the window.
    anchor : index in `words`.
    probability : that there is a cue at the anchor.
    classes : (words, 4) probabilities of none, source, cue, content.
    """
    best = classes.argmax(1)
    best[anchor] = CUE
    chosen = [_filled(best, role) for role in (SOURCE, CUE, CONTENT)]
    source, cue, content = (tuple(_spans(words, runs)) for runs in chosen)
    # a colon may be all there is of a cue
    cue = cue or (Span(words[anchor].start, words[anchor].end),)
    if not content:
        return None
    # how sure the network is of the words that it chose: the mean over them
    touched = best != NONE
    certainty = float(classes.max(1)[touched].mean())
    return Found(source, cue, content, probability, certainty)


def _filled(best: NDArray[np.int64], role: int) -> list[tuple[int, int]]:
    """Runs of `role`, first and last word; runs parted by a few words of no role are joined."""
    runs: list[tuple[int, int]] = []
    for index in np.flatnonzero(best == role).tolist():
        if runs and index - runs[-1][1] - 1 <= GAP and not best[runs[-1][1] + 1 : index].any():
            runs[-1] = (runs[-1][0], index)
        else:
            runs.append((index, index))
    return runs


def _spans(words: Sequence[Word], runs: Sequence[tuple[int, int]]) -> Iterator[Span]:
    for first, last in runs:
        while first < last and words[first].text in BETWEEN:
            first += 1
        while first < last and words[last].text in BETWEEN:
            last -= 1
        if any(word.text[0].isalnum() for word in words[first : last + 1]):
            yield Span(words[first].start, words[last].end)
