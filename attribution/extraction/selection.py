"""Which of the network's attributions are shown: no odd ones, and none that a headline only has from the article."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from attribution.extraction.lemmas import cue_verbs, verb_lemma
from attribution.lexicon.load import load_table, load_words
from attribution.lexicon.words import find_stem
from attribution.model import Document
from attribution.spans import Span, join

if TYPE_CHECKING:
    from attribution.extraction.neural import Found

# Acts that PolNeAR's annotators marked ("signed", "convicted", "voted for") are statements to few readers: a cue that
# is no word of saying must be surer. On PolNeAR dev whole F1 is the same for every limit from 0.6 to 0.9.
SURE = 0.9
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
        if one.anchor <= SURE and not is_word_of_saying(join(text, one.cue, " ")):
            continue
        if title is not None and title.contains(one.cue[0]):
            stems = stems or [_stems(paragraph.of(text)) for paragraph in body]
            claim = _stems(join(text, one.content, " "))
            if any(len(claim & said) >= _SAID_AGAIN * len(claim) for said in stems):
                continue
        kept.append(one)
    return kept


def is_word_of_saying(cue: str) -> bool:
    """Tell whether a cue has a word of saying, thinking or showing, or is a mere mark.

    Examples
    --------
    >>> is_word_of_saying("has repeatedly denied"), is_word_of_saying(":"), is_word_of_saying("signed")
    (True, True, False)
    """
    words = _WORD.findall(cue.lower())
    return not words or any(verb_lemma(word) in cue_verbs() or word in _other_cues() for word in words)


@cache
def _other_cues() -> frozenset[str]:
    """Nouns, with their plurals, and the adverbs and prepositions that make a cue alone."""
    nouns = {row[0] for row in load_table("cue_nouns")}
    return frozenset(nouns | {f"{noun}s" for noun in nouns} | load_words("cues_without_verb"))


def _stems(words: str) -> frozenset[str]:
    return frozenset(find_stem(word) for word in _WORD.findall(words.lower()) if len(word) > _SHORT)
