"""What the network reads: words with a few visible features, in one typography whatever the article's is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from attribution.model import Quotation
from attribution.spans import Span

# Runs of letters and digits, or one other visible character: where the word-piece vocabulary splits anyway.
WORD = re.compile(r"\w+|[^\w\s]")
# One code point for one code point, so that offsets stay; the vocabulary was trained mostly on straight marks.
# Half a surrogate pair is no character: the tokeniser could not take it in.
PLAIN = dict.fromkeys(range(0xD800, 0xE000), "?") | str.maketrans("“”„‟«»″‘’‚‛′", '"""""""' + "'''''")
# An overlong run (base64, a URL) tells nothing more after this many characters and would cost as many pieces.
LONGEST = 60
OUTSIDE, INSIDE, MARK = 0, 1, 2


class Word(NamedTuple):
    """A word as the network sees it.

    Parameters
    ----------
    start, end : its place in the text.
    text : its characters, quotation marks made plain.
    shape : letter case, 0 lower or none, 1 capitalised, 2 all capitals (the vocabulary has no case).
    quoted : 0 outside quotation marks, 1 inside, 2 a mark.
    paragraph : index of its paragraph.
    """

    start: int
    end: int
    text: str
    shape: int
    quoted: int
    paragraph: int


def find_words(text: str, paragraphs: Sequence[Span], quotations: Sequence[Quotation]) -> tuple[Word, ...]:
    """Return the words of `paragraphs` in reading order.

    Marks that open or close a quotation read as double marks, whatever they are, so that British single quotes and
    French or missing-glyph marks look to the network like what it was trained on.
    """
    inside, marks = _quoted_places(text, quotations)
    words = []
    for number, paragraph in enumerate(paragraphs):
        for match in WORD.finditer(text, paragraph.start, paragraph.end):
            start, end = match.span()
            written = match.group()[:LONGEST].translate(PLAIN)
            if start in marks:
                words.append(Word(start, end, '"', 0, MARK, number))
            else:
                quoted = INSIDE if inside(start) else OUTSIDE
                words.append(Word(start, end, written, _shape(written), quoted, number))
    return tuple(words)


def _shape(word: str) -> int:
    if not word[0].isupper():
        return 0
    return 2 if len(word) > 1 and word.isupper() else 1


def _quoted_places(text: str, quotations: Sequence[Quotation]) -> tuple[_Inside, frozenset[int]]:
    parts = sorted(part for quote in quotations if quote.depth == 0 for part in quote.parts)
    marks: set[int] = set()
    for quote in quotations:
        for part in quote.parts:
            marks.update(
                place for place in (part.start - 1, part.end) if 0 <= place < len(text) and _is_mark(text[place])
            )
        if quote.closed and quote.span.end > quote.span.start:
            marks.update(p for p in (quote.span.start, quote.span.end - 1) if _is_mark(text[p]))
    return _Inside(parts), frozenset(marks)


def _is_mark(character: str) -> bool:
    return character.translate(PLAIN) in ('"', "'", "`")


class _Inside:
    """Whether a place lies in one of some sorted spans; asked in rising order, so one pass is enough."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self._spans = spans
        self._next = 0

    def __call__(self, place: int) -> bool:
        while self._next < len(self._spans) and self._spans[self._next].end <= place:
            self._next += 1
        return self._next < len(self._spans) and self._spans[self._next].start <= place
