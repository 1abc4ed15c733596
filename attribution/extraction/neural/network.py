"""The packaged network, run by onnxruntime: loaded once, when first needed, after its digest is checked."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from attribution.errors import BrokenModel
from attribution.extraction.neural.pieces import WindowInput
from attribution.models.opening import open_session, read_model
from attribution.models.wordpieces import WordPieces, load_word_pieces

FOLDER = "extractor"


class WordReadings(NamedTuple):
    """What the network makes of the words of a window.

    Parameters
    ----------
    vectors : (words, hidden).
    anchors : (words,) probability that the word stands for a cue.
    """

    vectors: NDArray[np.float32]
    anchors: NDArray[np.float32]


@dataclass(frozen=True)
class Network:
    """The two graphs, the word pieces and the numbers that go with them.

    Parameters
    ----------
    reader, roles : onnxruntime sessions.
    pieces : what the reader reads.
    threshold : an anchor less probable is not looked at.
    calibration : weights of what `attribution.extraction.confidence` weighs.
    least_confidence : what is less likely right is not shown.
    """

    reader: Any
    roles: Any
    pieces: WordPieces
    threshold: float
    calibration: tuple[float, ...]
    least_confidence: float

    def read(self, window: WindowInput) -> WordReadings:
        """Read one window."""
        given = window._asdict()
        given["vectors"] = self.pieces.vectors(given.pop("pieces"))
        return WordReadings(*self.reader.run(["words", "anchors"], given))

    def assign(self, vectors: NDArray[np.float32], anchors: NDArray[np.int64]) -> NDArray[np.float32]:
        """Return (anchors, words, 4): how likely each word is none, source, cue or content of each anchor."""
        classes: NDArray[np.float32] = self.roles.run(["classes"], {"words": vectors, "anchors": anchors})[0]
        return classes


@cache
def load_network() -> Network:
    """Return the packaged network.

    Raises
    ------
    BrokenModel
        When one of its files is missing, or is not the one that was trained.
    """
    return open_network(files("attribution.models").joinpath(FOLDER), load_word_pieces())


def open_network(folder: Traversable, pieces: WordPieces) -> Network:
    """Return the network whose files lie in `folder`.

    Raises
    ------
    BrokenModel
        When one of them is missing, or does not have the digest that ``extractor.json`` gives.
    """
    card, data = read_model(folder, "extractor.json")
    try:
        return Network(
            reader=open_session(data["reader.onnx"]),
            roles=open_session(data["roles.onnx"]),
            pieces=pieces,
            threshold=float(card["threshold"]),
            calibration=tuple(card["calibration"]),
            least_confidence=float(card["least_confidence"]),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise BrokenModel(f"the extraction model's card is damaged ({error}); install the package again") from None
