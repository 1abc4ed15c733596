"""Quotations without a cue of their own that go on where an attributed one ended: '"A," he said. "B. C."'."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from attribution.extraction.rules.candidates import Candidate
from attribution.extraction.rules.lines import Line
from attribution.extraction.rules.quoted import Quotes
from attribution.spans import Span


def find_runs(lines: Sequence[Line]) -> tuple[int, ...]:
    """Return for each sentence the end of the run of wholly quoted sentences that follows it in its paragraph.

    Parameters
    ----------
    lines : the document's sentences.
    """
    ends = list(range(1, len(lines) + 1))
    for number in range(len(lines) - 2, -1, -1):
        following = lines[number + 1]
        if following.sentence.paragraph == lines[number].sentence.paragraph and is_quoted(following):
            ends[number] = ends[number + 1]
    return tuple(ends)


def is_quoted(line: Line) -> bool:
    """Tell whether all words of a sentence stand in quotation marks."""
    return any(quote != -1 for quote in line.quotes) and all(
        quote != -1 or not word[:1].isalnum() for quote, word in zip(line.quotes, line.words, strict=True)
    )


def run_on(candidate: Candidate, lines: Sequence[Line], runs: Sequence[int], quotes: Quotes) -> Candidate:
    """Return the candidate, its content lengthened by the quotations that follow in the same paragraph.

    Parameters
    ----------
    candidate : any; only one whose own sentence ends its quotation outside quotation marks can run on.
    lines, quotes : of the document.
    runs : as `find_runs` gives them.
    """
    end = runs[candidate.line]
    if end == candidate.line + 1 or not candidate.frame.startswith(("left-quote", "comma-quote", "quote", "colon-quote")):
        return candidate
    more: list[Span] = []
    seen = -1
    for line in lines[candidate.line + 1 : end]:
        quote = next(quote for quote in line.quotes if quote != -1)
        if quote != seen and line.sentence.tokens[0].start >= candidate.content[-1].end:
            more.extend(quotes.whole(quote))
        seen = quote
    return replace(candidate, content=(*candidate.content, *more)) if more else candidate
