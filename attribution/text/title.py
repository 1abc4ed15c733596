"""The headline of an article."""

from __future__ import annotations

import re
from collections.abc import Sequence

from attribution.spans import Span
from attribution.text.furniture import is_furniture
from attribution.text.rows import Row, find_main

# The longest headlines of news sites, in characters and words; a longer first line is the article's first paragraph.
_LONGEST, _MOST_WORDS = 220, 30
# How many lines of navigation may come before the headline, and how many paragraphs after it tell what it is about.
_DEEPEST, _TELLING = 60, 4
# Among more lines than these, one that has no word of the article in it is navigation.
_NAVIGATION = 4
# What a headline may begin with, letters and digits aside.
_BEGINNINGS = "\"“'‘«([$£€#@¿¡"
_TWO_SENTENCES = re.compile(r"[^\W\d_]{3}[.?!][\"'”’]?\s+[\"'“‘]?[A-Z]")
_DATELINE = re.compile(r"[A-Z][A-Z]+[A-Za-z0-9 .,'’/-]{0,60}(?:\([A-Za-z ]{2,30}\)\s{0,2})?(?:—|–|--|-\s)")


def find_title(text: str, rows: Sequence[Row]) -> Span | None:
    """Return the headline's place, or None where the text has none.

    Of the lines before the article's first sentence, it is the one that shares most words with what follows and stands
    on the page twice; the first of them where that decides nothing.

    Parameters
    ----------
    text : the whole text.
    rows : its paragraphs, as `classify_rows` gives them.
    """
    main = find_main(rows)
    candidates = [
        row
        for row in rows[max(0, main - _DEEPEST) : main]
        if row.kind == "line" and _may_be_headline(row.span.of(text))
    ]
    if main + 1 < len(rows):
        first = rows[main].span.of(text)
        if _may_be_headline(first) and _is_punctuated(text, first, rows[main + 1].span):
            candidates.append(rows[main])
    told = [row.terms for row in rows[main:] if row not in candidates][:_TELLING]
    return _choose(candidates, told) if told else None


def _may_be_headline(words: str) -> bool:
    return (
        len(words) <= _LONGEST and len(words.split()) <= _MOST_WORDS and (words[0].isalnum() or words[0] in _BEGINNINGS)
    )


def _choose(candidates: Sequence[Row], told: Sequence[tuple[str, ...]]) -> Span | None:
    about = {term for terms in told for term in terms if len(term) > 3}
    lines = [row.terms for row in candidates]

    def score(number: int) -> float:
        terms = lines[number]
        content = [term for term in terms if len(term) > 3]
        shared = sum(term in about for term in content) / max(4, len(content))
        repeated = len(terms) >= 2 and any(_within(terms, line) for other, line in enumerate(lines) if other != number)
        return shared + (0.5 if repeated and shared else 0) + (0.3 if len(terms) >= 4 else 0)

    scores = [score(number) for number in range(len(lines))]
    if not scores or (len(scores) > _NAVIGATION and max(scores) <= 0.3):
        return None
    return candidates[scores.index(max(scores))].span


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
