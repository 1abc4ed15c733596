"""Page furniture: lines that belong to the page an article was found on, not to the article."""

from __future__ import annotations


def is_furniture(words: str) -> bool:
    """Tell whether a line is navigation, a credit, a call to subscribe or the like."""
    return not words
