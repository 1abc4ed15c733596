"""The packaged network, run by onnxruntime: loaded once, when first needed, after its digest is checked."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from attribution.errors import BrokenModel
from attribution.extraction.neural.pieces import WindowInput

if TYPE_CHECKING:
    from tokenizers import Tokenizer

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
    """The two graphs, the word-piece tokeniser and the numbers that go with them.

    Parameters
    ----------
    reader, roles : onnxruntime sessions.
    tokenizer : of word pieces.
    threshold : an anchor less probable is not looked at.
    calibration : weights of what `attribution.extraction.confidence` weighs.
    least_confidence : what is less likely right is not shown.
    """

    reader: Any
    roles: Any
    tokenizer: Tokenizer
    threshold: float
    calibration: tuple[float, ...]
    least_confidence: float

    def read(self, window: WindowInput) -> WordReadings:
        """Read one window."""
        return WordReadings(*self.reader.run(["words", "anchors"], window._asdict()))

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
    return open_network(files("attribution.models").joinpath(FOLDER))


def open_network(folder: Traversable) -> Network:
    """Return the network whose files lie in `folder`.

    Raises
    ------
    BrokenModel
        When one of them is missing, or does not have the digest that ``extractor.json`` gives.
    """
    import onnxruntime
    from tokenizers import Tokenizer

    # One thread: documents are the unit of parallel work, and a window is too small to share.
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    try:
        card = json.loads(_read(folder, "extractor.json"))
        data = {name: _read(folder, name) for name in card["sha256"]}
        for name, digest in card["sha256"].items():
            if hashlib.sha256(data[name]).hexdigest() != digest:
                raise BrokenModel(f"the model file {name} of the package is damaged (wrong digest); install it again")
        reader, roles = (
            onnxruntime.InferenceSession(data[name], options, providers=["CPUExecutionProvider"])
            for name in ("reader.onnx", "roles.onnx")
        )
        return Network(
            reader=reader,
            roles=roles,
            tokenizer=Tokenizer.from_str(data["tokenizer.json"].decode()),
            threshold=float(card["threshold"]),
            calibration=tuple(card["calibration"]),
            least_confidence=float(card["least_confidence"]),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise BrokenModel(f"the extraction model's card is damaged ({error}); install the package again") from None


def _read(folder: Traversable, name: str) -> bytes:
    try:
        return folder.joinpath(name).read_bytes()
    except OSError as error:
        raise BrokenModel(f"the model file {name} of the package cannot be read ({error}); install it again") from None
