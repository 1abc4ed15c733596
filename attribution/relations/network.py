"""The packaged judge, run by onnxruntime: how likely two statements contradict or support each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from attribution.errors import BrokenModel
from attribution.models.opening import open_session, read_model
from attribution.models.wordpieces import WordPieces, load_word_pieces
from attribution.relations.pairtext import Said, encode_statements

FOLDER = "judge"
NEITHER, CONTRADICTS, SUPPORTS = range(3)
# Pairs looked at together: what is read of their statements alone is kept only so long, which bounds memory.
CHUNK = 1024


@dataclass(frozen=True)
class Judge:
    """The two graphs, the word pieces, and what makes its answers probabilities.

    Parameters
    ----------
    alone, together : onnxruntime sessions; the first reads each statement once, the second each pair.
    pieces : what they read.
    calibration : (classes, features) of `attribution.relations.verdict`.
    """

    alone: Any
    together: Any
    pieces: WordPieces
    calibration: NDArray[np.float64]

    def judge(self, pairs: Sequence[tuple[Said, Said]]) -> NDArray[np.float32]:
        """Return (pairs, 3) probabilities that two statements are unrelated, contradict or support each other.

        Each pair is run alone: 8-bit arithmetic takes its scale from all that is in a call, so that in a common one a
        verdict would depend on what else an article says. It is also faster on one core, for nothing is padded.
        """
        found = np.zeros((len(pairs), 3), np.float32)
        for begin in range(0, len(pairs), CHUNK):
            part = pairs[begin : begin + CHUNK]
            said = list(dict.fromkeys(one for pair in part for one in pair))
            read = dict(zip(said, map(self._read, encode_statements(self.pieces.tokenizer, said)), strict=True))
            for row, (a, b) in enumerate(part, begin):
                given = {"first": read[a], "second": read[b]}
                given |= {f"present_{side}": np.ones(states.shape[:2], np.float32) for side, states in given.items()}
                found[row] = self.together.run(["classes"], given)[0][0]
        return found

    def _read(self, pieces: Sequence[int]) -> NDArray[np.float32]:
        """Return (1, pieces, hidden): what the lower layers make of a statement."""
        given = {"vectors": self.pieces.vectors(np.array([pieces])), "present": np.ones((1, len(pieces)), np.float32)}
        states: NDArray[np.float32] = self.alone.run(["states"], given)[0]
        return states


@cache
def load_judge() -> Judge:
    """Return the packaged judge.

    Raises
    ------
    BrokenModel
        When one of its files is missing, or is not the one that was trained.
    """
    return open_judge(files("attribution.models").joinpath(FOLDER), load_word_pieces())


def open_judge(folder: Traversable, pieces: WordPieces) -> Judge:
    """Return the judge whose files lie in `folder`.

    Raises
    ------
    BrokenModel
        When one of them is missing, or does not have the digest that ``judge.json`` gives.
    """
    card, data = read_model(folder, "judge.json")
    try:
        calibration = np.array(card["calibration"], np.float64).reshape(3, 3)
        return Judge(open_session(data["alone.onnx"]), open_session(data["together.onnx"]), pieces, calibration)
    except (KeyError, TypeError, ValueError, IndexError) as error:
        raise BrokenModel(f"the judge's card is damaged ({error}); install the package again") from None
