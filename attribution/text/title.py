"""The headline of an article."""

from __future__ import annotations

from collections.abc import Sequence

from attribution.spans import Span
from attribution.text.furniture import is_furniture
from attribution.text.paragraphs import ends_sentence

# The longest headlines of news sites; a longer first line is the article's first paragraph.
_LONGEST = 220
# How many lines of navigation may come before the headline.
_DEEPEST = 40


def find_title(text: str, blocks: Sequence[Span]) -> Span | None:
    """Return the headline's place, or None where the text has none.

    A headline is the first line that is neither page furniture nor a sentence with its period, if text follows it.

    Parameters
    ----------
    text : the whole text.
    blocks : its paragraphs, as `find_blocks` gives them.
    """
    for number, block in enumerate(blocks[:_DEEPEST]):
        words = block.of(text) if block.length <= _LONGEST else ""
        if not words or (words.endswith(".") and not _looks_like_headline(text, blocks, number)):
            return None
        if is_furniture(words) or len(words.split()) < 3:
            continue
        return block if any(ends_sentence(later.of(text)) for later in blocks[number + 1 : number + 30]) else None
    return None


def _looks_like_headline(text: str, blocks: Sequence[Span], number: int) -> bool:
    """Tell whether a line with a period is a headline all the same: most of its words are capitalised."""
    words = [word for word in blocks[number].of(text).split() if word[0].isalpha() and len(word) > 3]
    return len(words) >= 3 and sum(word[0].isupper() for word in words) >= 0.8 * len(words)
