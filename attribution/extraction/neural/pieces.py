"""Words to word pieces, and documents to windows that the network can take in at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from numpy.typing import NDArray

from attribution.extraction.neural.words import Word

if TYPE_CHECKING:
    from tokenizers import Tokenizer

CLS, SEP, UNKNOWN = 101, 102, 100
# No English word needs more; an identifier or a foreign string cut here loses nothing that the heads use.
MOST_PIECES = 8


class Pieces(NamedTuple):
    """The word pieces of a document.

    Parameters
    ----------
    ids : numbers of the pieces, all words one after another, a separator before each paragraph but the first.
    starts : (words + 1,) where each word's pieces, with a separator before them, begin in `ids`.
    firsts : (words,) where each word's first own piece is.
    """

    ids: NDArray[np.int64]
    starts: NDArray[np.int64]
    firsts: NDArray[np.int64]


class Window(NamedTuple):
    """Words `first` to `last` (exclusive) are read together; only anchors from `core` to `core_end` count."""

    first: int
    last: int
    core: int
    core_end: int


class WindowInput(NamedTuple):
    """One window as the network takes it: a number a piece, and where each word's first piece is.

    Parameters
    ----------
    pieces, shapes, quoted : (pieces,) word pieces, letter-case classes and quotation states.
    firsts : (words,) index of each word's first piece in `pieces`.
    """

    pieces: NDArray[np.int64]
    shapes: NDArray[np.int64]
    quoted: NDArray[np.int64]
    firsts: NDArray[np.int64]


def split_pieces(tokenizer: Tokenizer, words: Sequence[Word]) -> Pieces:
    """Return the word pieces of `words`, each word split on its own."""
    ids: list[int] = []
    starts: list[int] = []
    firsts: list[int] = []
    encoded = tokenizer.encode_batch_fast([word.text for word in words], add_special_tokens=False)
    paragraph = words[0].paragraph if words else 0
    for word, encoding in zip(words, encoded, strict=True):
        starts.append(len(ids))
        if word.paragraph != paragraph:
            ids.append(SEP)
            paragraph = word.paragraph
        firsts.append(len(ids))
        ids.extend(encoding.ids[:MOST_PIECES] or [UNKNOWN])
    starts.append(len(ids))
    return Pieces(np.array(ids, np.int64), np.array(starts, np.int64), np.array(firsts, np.int64))


def window_input(words: Sequence[Word], pieces: Pieces, window: Window) -> WindowInput:
    """Return what the network reads of a window.

    A separator at the end says that a paragraph ends there, so that the network knows a finished text from a cut one.
    """
    begin, end = int(pieces.starts[window.first]), int(pieces.starts[window.last])
    inside = words[window.first : window.last]
    finished = window.last == len(words) or words[window.last].paragraph != inside[-1].paragraph
    tail = [SEP] if finished else []
    counts = np.diff(pieces.starts[window.first : window.last + 1])
    return WindowInput(
        np.concatenate(([CLS], pieces.ids[begin:end], tail)).astype(np.int64),
        np.concatenate(([0], np.repeat([word.shape for word in inside], counts), [0] * len(tail))).astype(np.int64),
        np.concatenate(([0], np.repeat([word.quoted for word in inside], counts), [0] * len(tail))).astype(np.int64),
        pieces.firsts[window.first : window.last] - begin + 1,
    )


def cut_windows(words: Sequence[Word], pieces: Pieces, size: int, margin: int) -> Iterator[Window]:
    """Yield windows whose cores tile the document, each with up to `margin` pieces of context on both sides.

    Parameters
    ----------
    size : most pieces in a window.
    margin : pieces of context before and after the core, where the document has them. Cores end at a paragraph's end
        where one lies in their last half, so that few sentences are read in two halves.
    """
    count = len(words)
    starts = pieces.starts
    core = 0
    while core < count:
        first = _word_from(starts, starts[core] - margin) if core else 0
        room = starts[first] + size
        if starts[count] <= room:
            yield Window(first, count, core, count)
            return
        last = int(np.searchsorted(starts, room, "right")) - 1
        core_end = max(int(np.searchsorted(starts, room - margin, "right")) - 1, core + 1)
        core_end = _paragraph_end(words, core, core_end)
        yield Window(first, max(last, core_end), core, core_end)
        core = core_end


def _word_from(starts: NDArray[np.int64], piece: int) -> int:
    return int(np.searchsorted(starts, max(piece, 0), "left"))


def _paragraph_end(words: Sequence[Word], core: int, core_end: int) -> int:
    for index in range(core_end, core + (core_end - core) // 2, -1):
        if words[index].paragraph != words[index - 1].paragraph:
            return index
    return core_end
