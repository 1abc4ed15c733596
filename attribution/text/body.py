"""The body of an article: which paragraphs of a page are the article proper."""

from __future__ import annotations

from collections.abc import Sequence

from attribution.spans import Span
from attribution.text.furniture import is_furniture


def find_body(text: str, blocks: Sequence[Span], title: Span | None) -> tuple[Span, ...]:
    """Return the places of the article's paragraphs, sorted, each once.

    Parameters
    ----------
    text : the whole text.
    blocks : its paragraphs, as `find_blocks` gives them.
    title : the headline's place.
    """
    return tuple(block for block in blocks if block != title and not is_furniture(block.of(text)))
