"""The packaged judge, run by onnxruntime: how likely two statements contradict or support each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
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
from attribution.relations.pairtext import Said, encode_statements, pad

FOLDER = "judge"
NEITHER, CONTRADICTS, SUPPORTS = range(3)
# Pairs looked at together: what is read of their statements alone is kept only so long, which bounds memory.
CHUNK = 1024
# Statements or pairs in one call: more gain nothing on one core.
BATCH = 16


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
        """Return (pairs, 3) probabilities that two statements are unrelated, contradict or support each other."""
        found = np.zeros((len(pairs), 3), np.float32)
        for begin in range(0, len(pairs), CHUNK):
            part = pairs[begin : begin + CHUNK]
            said = list(dict.fromkeys(one for pair in part for one in pair))
            places = {one: place for place, one in enumerate(said)}
            read = self._read(encode_statements(self.pieces.tokenizer, said))
            chosen = [(places[a], places[b]) for a, b in part]
            for rows in _batches([max(len(read[a]), len(read[b])) for a, b in chosen]):
                first, second = (_stack([read[chosen[row][side]] for row in rows]) for side in (0, 1))
                given = dict(zip(("first", "present_first", "second", "present_second"), first + second, strict=True))
                found[[begin + row for row in rows]] = self.together.run(["classes"], given)[0]
        return found

    def _read(self, encoded: Sequence[Sequence[int]]) -> list[NDArray[np.float32]]:
        read: list[NDArray[np.float32]] = [np.zeros(0, np.float32)] * len(encoded)
        for rows in _batches(list(map(len, encoded))):
            padded = pad([encoded[row] for row in rows])
            given = {"vectors": self.pieces.vectors(padded.pieces), "present": padded.present}
            for row, states in zip(rows, self.alone.run(["states"], given)[0], strict=True):
                read[row] = states[: len(encoded[row])]
        return read


def _batches(lengths: Sequence[int]) -> Iterator[list[int]]:
    """Yield the places of things of like length together."""
    order = sorted(range(len(lengths)), key=lengths.__getitem__)
    for begin in range(0, len(order), BATCH):
        yield order[begin : begin + BATCH]


def _stack(read: Sequence[NDArray[np.float32]]) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    longest, size = max(map(len, read)), read[0].shape[1]
    states, present = np.zeros((len(read), longest, size), np.float32), np.zeros((len(read), longest), np.float32)
    for row, one in enumerate(read):
        states[row, : len(one)] = one
        present[row, : len(one)] = 1
    return states, present


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
