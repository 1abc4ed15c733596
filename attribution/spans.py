"""Half-open character spans, and the few things one does with them.

A span is ``(start, end)``: code points into a document's text, end exclusive. Every result of the package is made of
spans; the words themselves are always derived from the text, which is never changed.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple


class Span(NamedTuple):
    """A half-open range of code points in a text.

    Examples
    --------
    >>> Span(3, 8).of("He said no.")
    'said '
    """

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the words of `text` that the span covers."""
        return text[self.start : self.end]

    @property
    def length(self) -> int:
        """Number of code points in the span."""
        return self.end - self.start

    def contains(self, other: Span) -> bool:
        """Tell whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two spans share at least one code point."""
        return self.start < other.end and other.start < self.end

    def trimmed(self, text: str, characters: str | None = None) -> Span:
        """Return the span without `characters` (white space unless given) at either end.

        Examples
        --------
        >>> Span(2, 8).trimmed("He said no.")
        Span(start=3, end=7)
        """
        words = self.of(text)
        start = self.start + len(words) - len(words.lstrip(characters))
        return Span(start, max(start, self.start + len(words.rstrip(characters))))


def cover(spans: Iterable[Span]) -> Span:
    """Return the smallest span that contains all of `spans` (at least one).

    Examples
    --------
    >>> cover([Span(9, 12), Span(2, 5)])
    Span(start=2, end=12)
    """
    items = list(spans)
    return Span(min(s.start for s in items), max(s.end for s in items))


def merge(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return `spans` sorted, with overlapping and touching ones joined and empty ones dropped.

    Examples
    --------
    >>> merge([Span(5, 9), Span(0, 3), Span(3, 4)])
    (Span(start=0, end=4), Span(start=5, end=9))
    """
    merged: list[Span] = []
    for span in sorted(s for s in spans if s.start < s.end):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return tuple(merged)


def subtract(span: Span, holes: Iterable[Span]) -> tuple[Span, ...]:
    """Return what is left of `span` when the `holes` are cut out of it.

    Examples
    --------
    >>> subtract(Span(0, 10), [Span(3, 5)])
    (Span(start=0, end=3), Span(start=5, end=10))
    """
    left: list[Span] = []
    start = span.start
    for hole in merge(holes):
        if hole.end <= start or hole.start >= span.end:
            continue
        if hole.start > start:
            left.append(Span(start, hole.start))
        start = max(start, hole.end)
    if start < span.end:
        left.append(Span(start, span.end))
    return tuple(left)


def join(text: str, spans: Sequence[Span], gap: str = " … ") -> str:
    """Return the words of several spans as one line, white space folded, `gap` between spans that do not touch.

    Examples
    --------
    >>> join("It is, he said, over.", [Span(0, 5), Span(16, 20)])
    'It is … over'
    """
    return gap.join(" ".join(span.of(text).split()) for span in spans)
