"""Direct, indirect or mixed: how much of a content stands in quotation marks."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from attribution.model import AttributionType, Quotation
from attribution.spans import Span, subtract

_WORD = re.compile(r"\w+")
# Words that join a content to its cue and are not spoken by the source: 'said that "it is over"'.
_JOINTS = frozenset(["that", "and", "but", "or", "as", "to", "of", "for"])


def classify_type(
    text: str, content: Sequence[Span], quotations: Sequence[Quotation], cue: Sequence[Span] = ()
) -> AttributionType:
    """Return whether a content is quoted wholly (direct), partly (mixed) or not at all (indirect).

    Only words count, never marks. A quotation in which the cue stands too quotes the whole attribution, not its
    content, and does not count.

    Parameters
    ----------
    text : the document's text.
    content : the content's spans.
    quotations : the document's quotations, sorted.
    cue : the cue's spans.

    Examples
    --------
    >>> text = 'It was "odd", he said.'
    >>> classify_type(text, [Span(0, 12)], [Quotation(Span(7, 12), (Span(8, 11),))], [Span(17, 21)])
    'mixed'
    """
    quoted = [
        part
        for span in content
        for quote in _near(span, quotations)
        if not any(quote.span.contains(place) for place in cue)
        for part in quote.parts
    ]
    inside = outside = 0
    for span in content:
        holes = [part for part in quoted if part.overlaps(span)]
        bare = [match.group().lower() for piece in subtract(span, holes) for match in _WORD.finditer(piece.of(text))]
        outside += sum(1 for k, word in enumerate(bare) if k > 0 or word not in _JOINTS)
        inside += sum(1 for part in holes if _WORD.search(text, max(part.start, span.start), min(part.end, span.end)))
    if not inside:
        return "indirect"
    return "mixed" if outside else "direct"


def _near(span: Span, quotations: Sequence[Quotation]) -> Iterator[Quotation]:
    """Yield the quotations that share a character with the span."""
    i = bisect_left(quotations, span.start, key=lambda quote: quote.span.start)
    while i > 0 and quotations[i - 1].depth > 0:
        i -= 1
    i = max(0, i - 1)
    while i < len(quotations) and quotations[i].span.start < span.end:
        if quotations[i].span.overlaps(span):
            yield quotations[i]
        i += 1
