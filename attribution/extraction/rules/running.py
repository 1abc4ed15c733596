"""Quotations without a cue of their own that go on where an attributed one ended."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from attribution.extraction.rules.candidates import Candidate
from attribution.extraction.rules.lines import Line
from attribution.extraction.rules.quoted import Quotes
from attribution.spans import Span, merge

Scored = tuple[Candidate, float]


def add_running_quotations(chosen: Sequence[Scored], lines: Sequence[Line], quotes: Quotes) -> list[Scored]:
    """Return the candidates, those in quotation marks lengthened by the quotation that follows in the same paragraph.

    Parameters
    ----------
    chosen : the candidates that stand, in reading order.
    lines, quotes : of the document.
    """
    cued = {candidate.line for candidate, _ in chosen}
    claimed = sorted(span for candidate, _ in chosen for span in candidate.content)
    last_of: dict[int, int] = {}
    for index, (candidate, _) in enumerate(chosen):
        if _is_spoken(candidate, lines):
            last_of[candidate.line] = index
    result = list(chosen)
    for number, index in last_of.items():
        candidate, confidence = result[index]
        more: list[Span] = []
        following = number + 1
        while following < len(lines) and lines[following].sentence.paragraph == lines[number].sentence.paragraph:
            line = lines[following]
            if following in cued or not len(line):
                break
            if line.quotes[0] == -1 or line.quotes[-1] not in (line.quotes[0], -1):
                break
            if line.sentence.tokens[0].start >= candidate.content[-1].end:
                more.extend(quotes.whole(line.quotes[0]))
            following += 1
        if more:
            result[index] = (replace(candidate, content=merge((*candidate.content, *more))), confidence)
    return result if claimed else list(chosen)


def _is_spoken(candidate: Candidate, lines: Sequence[Line]) -> bool:
    line = lines[candidate.line]
    places = {token.start: quote for token, quote in zip(line.sentence.tokens, line.quotes, strict=True)}
    if places.get(candidate.cue.start, -1) != -1:
        return False
    return "quote" in candidate.frame or any(places.get(span.start, -1) != -1 for span in candidate.content)
