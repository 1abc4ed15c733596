"""Quotations kept whole: what the network found of a quotation over several paragraphs stands for all of it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from attribution.extraction.neural.decode import Found
from attribution.model import Quotation
from attribution.spans import Span, merge


def keep_quotations_whole(found: Sequence[Found], quotations: Sequence[Quotation]) -> list[Found]:
    """Return `found` with every content that has words of a quotation over paragraphs extended to the whole of it.

    A window ends somewhere; such a quotation may go on for longer than the network can see.
    """
    parts = sorted(
        (part, number) for number, quote in enumerate(quotations) if len(quote.parts) > 1 for part in quote.parts
    )
    if not parts:
        return list(found)
    return [one._replace(content=_extended(one.content, parts, quotations)) for one in found]


def _extended(
    content: Sequence[Span], parts: Sequence[tuple[Span, int]], quotations: Sequence[Quotation]
) -> tuple[Span, ...]:
    spans = list(content)
    for span in content:
        index = max(bisect_left(parts, (span, -1)) - 1, 0)
        while index < len(parts) and parts[index][0].start < span.end:
            part, number = parts[index]
            if part.overlaps(span):
                spans += quotations[number].parts
            index += 1
    return merge(spans)
