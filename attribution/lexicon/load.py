"""Read the packaged word lists.

A list is a UTF-8 file, one entry a line; ``#`` begins a comment that runs to the end of the line; empty lines do not
count. A table has tab-separated columns.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from attribution.errors import BrokenModel


@cache
def load_table(name: str) -> tuple[tuple[str, ...], ...]:
    """Return the rows of the packaged table ``NAME.tsv``.

    Parameters
    ----------
    name : the file's name without its suffix.

    Raises
    ------
    BrokenModel
        When the file is missing or not UTF-8.
    """
    return tuple(tuple(cell.strip() for cell in line.split("\t")) for line in _lines(f"{name}.tsv"))


@cache
def load_words(name: str) -> frozenset[str]:
    """Return the entries of the packaged word list ``NAME.txt``.

    Parameters
    ----------
    name : the file's name without its suffix.

    Raises
    ------
    BrokenModel
        When the file is missing or not UTF-8.
    """
    return frozenset(_lines(f"{name}.txt"))


def _lines(file: str) -> list[str]:
    try:
        text = files("attribution.lexicon").joinpath(file).read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise BrokenModel(f"the word list {file} of the package cannot be read ({error}); install it again") from None
    bare = (line.split("#", 1)[0].strip() for line in text.splitlines())
    return [line for line in bare if line]
