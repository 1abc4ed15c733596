"""Quotations: the words in quotation marks, nested, split by a cue, or running over several paragraphs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest

from attribution.model import Document, Quotation
from attribution.spans import Span
from attribution.text.quotation_marks import Pair, find_marks, pair_doubles, pair_singles


def find_quotations(document: Document, paragraphs: Sequence[Span]) -> tuple[Quotation, ...]:
    """Return the quotations of the paragraphs, sorted, outer ones before those inside them.

    Straight and typographic marks, guillemets, low marks, TeX's ````…''`` and single marks are known. A quotation whose
    mark is never closed ends with its paragraph (or before the next that the same mark opens), unless the next
    paragraph begins with the mark again: then it runs on, one part a paragraph.

    Parameters
    ----------
    document : the article.
    paragraphs : as `find_paragraphs` gives them.

    Examples
    --------
    >>> from attribution.text import find_paragraphs, make_document
    >>> document = make_document('"It is," the mayor said, "over."', "mayor")
    >>> [part.of(document.text) for q in find_quotations(document, find_paragraphs(document)) for part in q.parts]
    ['It is,', 'over.']
    """
    chains = _chain(document.text, paragraphs)
    return tuple(_nest(quote for pairs in chains for quote in _build(document.text, pairs)))


def _chain(text: str, paragraphs: Sequence[Span]) -> Iterator[list[Pair]]:
    """Yield the pairs that make one quotation together: one pair, or one in each of several paragraphs."""
    running: list[Pair] = []
    for paragraph, following in zip_longest(paragraphs, paragraphs[1:]):
        carried, running = running, []
        for pair in _pair(text, paragraph):
            chain = [pair]
            if carried and pair.opening.start == paragraph.start and pair.family == carried[0].family:
                carried.append(pair)
                chain, carried = carried, []
            if not running and _runs_on(text, pair, paragraph, following):
                running = chain
            else:
                yield chain
        if carried:
            yield carried
    if running:
        yield running


def _pair(text: str, paragraph: Span) -> list[Pair]:
    """Pair all marks of a paragraph; single marks pair only inside the same double ones."""
    marks = find_marks(text, paragraph)
    outer = pair_doubles(text, paragraph, marks["double"], "double")
    outer += pair_doubles(text, paragraph, marks["angle"], "angle")
    outer.sort(key=lambda pair: pair.opening)
    regions: defaultdict[int, list[int]] = defaultdict(list)
    inside: list[Pair] = []
    upcoming = 0
    for number, mark in enumerate(marks["single"]):
        while upcoming < len(outer) and outer[upcoming].opening.start < mark.span.start:
            inside.append(outer[upcoming])
            upcoming += 1
        while inside and inside[-1].end <= mark.span.start:
            inside.pop()
        regions[inside[-1].opening.start if inside else -1].append(number)
    singles = [
        pair
        for numbers in regions.values()
        for pair in pair_singles(text, paragraph, [marks["single"][number] for number in numbers])
    ]
    return sorted(outer + singles, key=lambda pair: pair.opening)


def _runs_on(text: str, pair: Pair, paragraph: Span, following: Span | None) -> bool:
    """Tell whether a quotation goes on in the next paragraph: it is not closed, and the same mark begins that one."""
    if pair.closing or following is None or pair.end < paragraph.end:
        return False
    return text.startswith(pair.opening.of(text), following.start)


def _build(text: str, pairs: Sequence[Pair]) -> Iterable[Quotation]:
    """Make one quotation of the pairs that it consists of, one a paragraph; none where nothing is quoted."""
    last = pairs[-1]
    if last.family == "single" and not last.closing and len(pairs) == 1 and not _surely_opens(text, last):
        return
    parts = tuple(
        part
        for pair in pairs
        if (part := Span(pair.opening.end, pair.closing.start if pair.closing else pair.end).trimmed(text)).length
    )
    if parts:
        yield Quotation(Span(pairs[0].opening.start, last.end), parts, closed=last.closing is not None)


def _surely_opens(text: str, pair: Pair) -> bool:
    """Tell an unclosed single mark from an apostrophe: only a typographic one after a colon or comma is sure."""
    before = text[max(0, pair.opening.start - 3) : pair.opening.start].rstrip()
    return pair.opening.of(text) == "‘" and (not before or before[-1] in ":,")


def _nest(found: Iterable[Quotation]) -> Iterable[Quotation]:
    """Give each quotation its depth; one that crosses another's end is no quotation, and is left out."""
    open_ends: list[int] = []
    for quote in sorted(found, key=lambda quote: (quote.span.start, -quote.span.end)):
        while open_ends and open_ends[-1] <= quote.span.start:
            open_ends.pop()
        if open_ends and quote.span.end > open_ends[-1]:
            continue
        yield Quotation(quote.span, quote.parts, depth=len(open_ends), closed=quote.closed)
        open_ends.append(quote.span.end)
