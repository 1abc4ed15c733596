"""Quotations kept whole: what the network found of a quotation over several paragraphs stands for all of it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

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


def take_whole_marks(found: Sequence[Found], quotations: Sequence[Quotation]) -> list[Found]:
    """Return `found` with the marks of every quotation whose words all lie in a content made part of it.

    Readers see the content in its marks; half a pair of them would look like a slip of the pen.
    """
    starts = [quote.span.start for quote in quotations]
    return [one._replace(content=merge(_marked(span, starts, quotations) for span in one.content)) for one in found]


def _marked(span: Span, starts: Sequence[int], quotations: Sequence[Quotation]) -> Span:
    index = max(bisect_left(starts, span.start) - 1, 0)
    start, end = span
    while index < len(quotations) and quotations[index].span.start <= span.end:
        quote = quotations[index]
        spoken = Span(quote.parts[0].start, quote.parts[-1].end)
        # a final comma or full stop inside the marks may be missing from the content
        if quote.closed and span.start <= spoken.start + 1 and spoken.end <= span.end + 2 and span.overlaps(spoken):
            start, end = min(start, quote.span.start), max(end, quote.span.end)
        elif quote.closed and span.contains(Span(spoken.start, max(spoken.start, spoken.end - 2))):
            end = max(end, quote.span.end)
        index += 1
    return Span(start, end)


def one_speaker_each(found: Sequence[Found], quotations: Sequence[Quotation]) -> list[Found]:
    """Return `found` with every quotation left to the one whose cue stands nearest, where several claim it as content.

    "A," she said. "B," he told us: the network may give both to "told". A content is never emptied so, and who tells of
    the whole exchange, quotation marks and cue included, keeps it.
    """
    starts = [quote.span.start for quote in quotations]
    claimants: dict[int, list[int]] = {}
    for number, one in enumerate(found):
        for span in one.content:
            index = bisect_left(starts, span.start - 1)
            if index < len(quotations) and _is_quotation(span, quotations[index]):
                claimants.setdefault(index, []).append(number)
    content = {number: list(one.content) for number, one in enumerate(found)}
    for index, numbers in claimants.items():
        quoted = quotations[index]
        nearest = min(numbers, key=lambda number: _distance(found[number].cue[0], quoted.span))
        for number in numbers:
            rest = [span for span in content[number] if not _is_quotation(span, quoted)]
            if number != nearest and rest:
                content[number] = rest
    kept = [one._replace(content=tuple(content[number])) for number, one in enumerate(found)]
    return _without_scraps(kept, quotations, claimants.keys())


def _without_scraps(found: Sequence[Found], quotations: Sequence[Quotation], taken: Iterable[int]) -> list[Found]:
    """Return `found` without mere parts of a quotation that is another's as a whole, where a content has more."""
    inside = sorted(quotations[index].span for index in taken)
    starts = [span.start for span in inside]

    def is_scrap(span: Span, cue: Span) -> bool:
        at = bisect_right(starts, span.start) - 1
        if at < 0 or not inside[at].contains(span) or inside[at].contains(cue):
            return False
        return (span.end - span.start) < _SCRAP * (inside[at].end - inside[at].start)

    cleaned = []
    for one in found:
        content = tuple(span for span in one.content if not is_scrap(span, one.cue[0]))
        cleaned.append(one._replace(content=content or one.content))
    return cleaned


# A quotation of which so little is taken is not taken as one's own words.
_SCRAP = 0.5


def _is_quotation(span: Span, quote: Quotation) -> bool:
    return quote.depth == 0 and abs(span.start - quote.span.start) <= 1 and abs(span.end - quote.span.end) <= 1


def _distance(cue: Span, quoted: Span) -> int:
    return cue.start - quoted.end if cue.start >= quoted.end else quoted.start - cue.end
