"""What the judge reads of a statement: who says it, how, and what, as word pieces."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from tokenizers import Tokenizer

CLS, SEP = 101, 102
# Pieces kept of each statement: nine in ten contents are shorter, and what comes later seldom decides.
MOST_PIECES = 64
# Read alike with them and without: a statement means the same in quotation marks, and with a full stop at its end.
_MARKS = re.compile(r"[\"“”„‟«»‹›]|``|''|(?<!\w)['‘‚]|[’'](?!\w)")
_ENDS = " .,;:"
_ARTICLE = re.compile(r"^(?:the|an?)\s+", re.IGNORECASE)


class Said(NamedTuple):
    """One side: the source's name, the words of the cue, and those of the content."""

    name: str
    cue: str
    content: str

    def __str__(self) -> str:
        """Return it as a plain sentence, whatever the order and the quotation marks the writer chose.

        Examples
        --------
        >>> str(Said("The Islamic State", "claimed", "“responsibility,”"))
        'Islamic State claimed: responsibility'
        """
        said = f"{_ARTICLE.sub('', self.name)} {self.cue}".strip()
        content = " ".join(_MARKS.sub("", self.content).split()).rstrip(_ENDS)
        return f"{said}: {content}" if said else content


def encode_statements(tokenizer: Tokenizer, statements: Sequence[Said]) -> list[list[int]]:
    """Return the pieces of each statement, cut off where it is too long."""
    encoded = tokenizer.encode_batch_fast([str(said) for said in statements], add_special_tokens=False)
    return [[CLS, *encoding.ids[:MOST_PIECES], SEP] for encoding in encoded]
