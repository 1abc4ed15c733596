"""The headline of an article."""

from __future__ import annotations

import re
from collections.abc import Sequence

from attribution.spans import Span
from attribution.text.furniture import find_heading, fold, is_furniture
from attribution.text.paragraphs import ends_sentence

# The longest headlines of news sites, in characters and words; a longer first line is the article's first paragraph.
_LONGEST, _MOST_WORDS = 220, 30
# How many lines of navigation may come before the headline, and how many paragraphs after it tell what it is about.
_DEEPEST, _TELLING = 60, 4
# What a headline may begin with, letters and digits aside.
_BEGINNINGS = "\"“'‘«([$£€#@¿¡"
_TWO_SENTENCES = re.compile(r"[^\W\d_]{3}[.?!][\"'”’]?\s+[\"'“‘]?[A-Z]")
_DATELINE = re.compile(r"[A-Z][A-Z]+[A-Za-z0-9 .,'’/-]{0,60}(?:\([A-Za-z ]{2,30}\)\s{0,2})?(?:—|–|--|-\s)")


def find_title(text: str, blocks: Sequence[Span]) -> Span | None:
    """Return the headline's place, or None where the text has none.

    Of the lines before the first paragraph, it is the one that shares most words with what follows and stands on the
    page twice; the first of them where that decides nothing.

    Parameters
    ----------
    text : the whole text.
    blocks : its paragraphs, as `find_blocks` gives them.
    """
    candidates: list[Span] = []
    for number, block in enumerate(blocks[:_DEEPEST]):
        words = block.of(text) if block.length <= _LONGEST else ""
        if words and (is_furniture(words) or find_heading(words)):
            continue
        if not words or len(words.split()) > _MOST_WORDS:
            break
        if ends_sentence(words):
            if not candidates and number + 1 < len(blocks) and _is_punctuated(text, words, blocks[number + 1]):
                return block
            break
        if words[0].isalnum() or words[0] in _BEGINNINGS:
            candidates.append(block)
    return _choose(text, blocks, candidates)


def _choose(text: str, blocks: Sequence[Span], candidates: Sequence[Span]) -> Span | None:
    told = [fold(block.of(text)) for block in blocks if block.start > max(candidates, default=block).start]
    if not candidates or not told:
        return None
    about = {term for terms in told[:_TELLING] for term in terms if len(term) > 3}
    lines = [fold(candidate.of(text)) for candidate in candidates]

    def score(number: int) -> float:
        terms = lines[number]
        content = [term for term in terms if len(term) > 3]
        shared = sum(term in about for term in content) / max(4, len(content))
        others = [line for other, line in enumerate(lines) if other != number]
        repeated = len(terms) >= 2 and any(_within(terms, line) for line in others)
        return shared + (0.5 if repeated else 0) + (0.3 if len(terms) >= 4 else 0)

    return candidates[max(range(len(lines)), key=lambda number: (score(number), -number))]


def _within(terms: tuple[str, ...], line: tuple[str, ...]) -> bool:
    return any(line[start : start + len(terms)] == terms for start in range(len(line) - len(terms) + 1))


def _is_punctuated(text: str, words: str, following: Span) -> bool:
    """Tell a headline with a mark at its end from a first sentence.

    Its words are capitalised, or it asks a question, or a dateline follows.
    """
    if words[-1] not in ".?!'’" or _TWO_SENTENCES.search(words):
        return False
    long = [word for word in words.split() if word[0].isalpha() and len(word) > 3]
    if len(long) >= 3 and sum(word[0].isupper() for word in long) >= 0.8 * len(long):
        return True
    after = following.of(text)[:200]
    return _DATELINE.match(after) is not None or is_furniture(after[:100]) or (words[-1] == "?" and len(long) <= 15)
