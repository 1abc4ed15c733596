"""What the judge reads of a statement: who says it, how, and what, as word pieces."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from tokenizers import Tokenizer

CLS, SEP = 101, 102
# Pieces kept of each statement: nine in ten contents are shorter, and what comes later seldom decides.
MOST_PIECES = 64


class Said(NamedTuple):
    """One side: the source's name, the words of the cue, and those of the content."""

    name: str
    cue: str
    content: str

    def __str__(self) -> str:
        """Return it as a plain sentence, the same for every order that a writer may choose."""
        said = f"{self.name} {self.cue}".strip()
        return f"{said}: {self.content}" if said else self.content


def encode_statements(tokenizer: Tokenizer, statements: Sequence[Said]) -> list[list[int]]:
    """Return the pieces of each statement, cut off where it is too long."""
    encoded = tokenizer.encode_batch_fast([str(said) for said in statements], add_special_tokens=False)
    return [[CLS, *encoding.ids[:MOST_PIECES], SEP] for encoding in encoded]
