"""Word pieces and their vectors: what all packaged networks read, kept once."""

from __future__ import annotations

import io
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from attribution.errors import BrokenModel
from attribution.models.opening import read_model

if TYPE_CHECKING:
    from tokenizers import Tokenizer

FOLDER = "pieces"


@dataclass(frozen=True)
class WordPieces:
    """The tokeniser and a table of vectors.

    Parameters
    ----------
    tokenizer : splits words into pieces.
    table : (pieces, hidden) 8-bit vectors.
    scales : (pieces,) what to multiply each row by.
    """

    tokenizer: Tokenizer
    table: NDArray[np.int8]
    scales: NDArray[np.float32]

    def vectors(self, pieces: NDArray[np.int64]) -> NDArray[np.float32]:
        """Return (…, hidden) vectors for an array of piece numbers."""
        found: NDArray[np.float32] = self.table[pieces] * self.scales[pieces][..., None]
        return found


@cache
def load_word_pieces() -> WordPieces:
    """Return the packaged pieces.

    Raises
    ------
    BrokenModel
        When one of the files is missing, or is not the one that was made.
    """
    return open_word_pieces(files("attribution.models").joinpath(FOLDER))


def open_word_pieces(folder: Traversable) -> WordPieces:
    """Return the pieces whose files lie in `folder`.

    Raises
    ------
    BrokenModel
        When one of them is missing or damaged.
    """
    from tokenizers import Tokenizer

    _, data = read_model(folder, "pieces.json")
    try:
        arrays = np.load(io.BytesIO(data["vectors.npz"]))
        tokenizer = Tokenizer.from_str(data["tokenizer.json"].decode())
        return WordPieces(tokenizer, arrays["table"], arrays["scales"])
    except (KeyError, ValueError, OSError) as error:
        raise BrokenModel(f"the word pieces of the package are damaged ({error}); install it again") from None
