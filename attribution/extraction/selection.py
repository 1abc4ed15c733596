"""Which of the network's attributions are shown: none that a headline only has from the article."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from attribution.lexicon.words import find_stem
from attribution.model import Document
from attribution.spans import Span, join

if TYPE_CHECKING:
    from attribution.extraction.neural import Found

# So much of a headline's claim found in one paragraph means that the article says it again, in full.
_SAID_AGAIN = 0.6
_WORD = re.compile(r"\w+")
# Shorter words are mostly articles, prepositions and auxiliaries.
_SHORT = 3


def select_attributions(document: Document, paragraphs: Sequence[Span], found: Sequence[Found]) -> list[Found]:
    """Return the attributions of `found` that are to be shown, in their order.

    Parameters
    ----------
    document : the article.
    paragraphs : its paragraphs, the title's among them.
    found : what the network finds.
    """
    text, title = document.text, document.title
    body = [paragraph for paragraph in paragraphs if title is None or not paragraph.overlaps(title)]
    stems: list[frozenset[str]] = []
    kept = []
    for one in found:
        if title is not None and title.contains(one.cue[0]):
            stems = stems or [_stems(paragraph.of(text)) for paragraph in body]
            claim = _stems(join(text, one.content, " "))
            if any(len(claim & said) >= _SAID_AGAIN * len(claim) for said in stems):
                continue
        kept.append(one)
    return kept


def _stems(words: str) -> frozenset[str]:
    return frozenset(find_stem(word) for word in _WORD.findall(words.lower()) if len(word) > _SHORT)
