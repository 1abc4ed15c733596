"""The quotations of a document, as contents."""

from __future__ import annotations

from collections.abc import Sequence

from attribution.extraction.rules.lines import Line
from attribution.model import Quotation
from attribution.spans import Span


class Quotes:
    """The outermost quotations, by their index among all quotations."""

    def __init__(self, quotations: Sequence[Quotation]) -> None:
        self._quotations = tuple(quotations)

    def whole(self, number: int) -> tuple[Span, ...]:
        """Return the content that the quotation `number` makes: its parts, marks included."""
        quote = self._quotations[number]
        if len(quote.parts) <= 1:
            return (quote.span,)
        first, last = quote.parts[0], quote.parts[-1]
        return (Span(quote.span.start, first.end), *quote.parts[1:-1], Span(last.start, quote.span.end))

    def ending_at(self, line: Line, i: int) -> tuple[Span, ...]:
        """Return the content whose last token, `i`, is quoted: the quotation, and the words before it in the sentence."""
        whole = self.whole(line.quotes[i])
        start = self._quotations[line.quotes[i]].span.start
        first = 0
        while first < i and line.sentence.tokens[first].start < start and line.tags[first] in ("CC", ",", "''", "."):
            first += 1
        begins = line.sentence.tokens[first].start
        if begins >= start:
            return whole
        return (Span(begins, whole[0].end), *whole[1:])

    def widen(self, line: Line, start: int, end: int) -> tuple[Span, ...]:
        """Return ``tokens[start:end]`` as content, and the rest of a quotation that opens in it and runs on."""
        span = line.span(start, end)
        last = line.quotes[end - 1]
        if last == -1 or self._quotations[last].span.start < span.start:
            return (span,)
        parts = self.whole(last)
        if parts[-1].end <= span.end:
            return (span,)
        return (Span(span.start, max(parts[0].end, span.start)), *parts[1:])
