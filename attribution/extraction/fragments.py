"""Contents and sources rid of fragments: a few words that the network left hanging on are a slip."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import TYPE_CHECKING

from attribution.model import Quotation, Sentence
from attribution.spans import Span
from attribution.text.dateline import skip_dateline

if TYPE_CHECKING:
    from attribution.extraction.neural import Found

# A piece that begins or ends so near a sentence's bounds is whole but for its marks.
NEAR = 3
ARTICLES = frozenset({"a", "an", "the"})


def drop_fragments(
    text: str, found: Sequence[Found], sentences: Sequence[Sentence], quotations: Sequence[Quotation]
) -> list[Found]:
    """Return `found` with no content that has a mere part of a sentence other than the cue's, unless it is quoted.

    A speaker's words may go on in the next sentence, but then to its end. A content is never emptied. A source keeps to
    one sentence, the cue's where it has words there; a dateline is nobody's words, and an article alone is nobody.

    Parameters
    ----------
    text : the document's.
    found : what the network finds in it.
    sentences, quotations : as `attribution.text` finds them.
    """
    spans = [sentence.span for sentence in sentences]
    starts = [span.start for span in spans]
    quoted = [part for quote in quotations for part in quote.parts]

    def sentence_at(place: int) -> Span:
        return spans[max(0, bisect_right(starts, place) - 1)]

    def kept(content: Span, home: Span, alone: bool) -> Span | None:
        if any(content.overlaps(part) for part in quoted):
            return content
        cut_short = sentence_at(content.end - 1).end - content.end > NEAR
        if content.overlaps(home):
            return Span(content.start, home.end) if content.end > home.end and cut_short else content
        begins_late = content.start - sentence_at(content.start).start > NEAR
        return None if (cut_short or begins_late) and not alone else content

    cleaned = []
    for one in found:
        home = sentence_at(one.cue[0].start)
        content = tuple(
            part for c in one.content if (part := kept(_without_dateline(text, c), home, len(one.content) == 1))
        )
        here = tuple(
            Span(max(part.start, home.start), min(part.end, home.end)) for part in one.source if part.overlaps(home)
        )
        source = here or tuple(_within(part, sentence_at(part.start)) for part in one.source)
        named = any(part.of(text).lower() not in ARTICLES for part in source)
        cleaned.append(one._replace(content=content or one.content, source=source if named else ()))
    return cleaned


def _without_dateline(text: str, content: Span) -> Span:
    if content.start and text[content.start - 1] != "\n":
        return content
    return Span(min(skip_dateline(text, content.start), content.end), content.end)


def _within(part: Span, sentence: Span) -> Span:
    return Span(part.start, min(part.end, sentence.end))
