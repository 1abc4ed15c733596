"""Candidates whose cue is a colon or a dash: 'Minister: "…"', '…, dozens dead: monitor', "'…' – police chief"."""

from __future__ import annotations

from collections.abc import Iterator

from attribution.extraction.rules.candidates import Candidate
from attribution.extraction.rules.lines import Line
from attribution.extraction.rules.phrases import phrase_after
from attribution.extraction.rules.quoted import Quotes
from attribution.spans import Span

# A label is a name or a role: no more words than this.
_LABEL = 6


def find_labels(line: Line, number: int, quotes: Quotes) -> Iterator[Candidate]:
    """Yield the label before a colon at the sentence's start, and the one after a colon or dash at its end.

    Parameters
    ----------
    line : the sentence.
    number : its index.
    quotes : the document's quotations.
    """
    begin = 1 if len(line) and line.tags[0] == "``" else 0
    for i in range(begin + 1, min(len(line) - 1, begin + _LABEL + 1)):
        if line.words[i] == ":":
            label = phrase_after(line, begin, i, insertions=False)
            if label == (begin, i):
                yield _make(line, number, begin, i, quotes.widen(line, i + 1, len(line)), "label-first")
            break
    end = len(line)
    while end > 1 and line.tags[end - 1] == ".":
        end -= 1
    for i in range(end - 2, max(0, end - _LABEL - 2), -1):
        if line.words[i] in (":", "—", "–", "--", "-"):
            label = phrase_after(line, i + 1, end, insertions=False)
            if label == (i + 1, end):
                content = quotes.ending_at(line, i - 1) if line.quotes[i - 1] != -1 else (line.span(0, i),)
                yield _make(line, number, i + 1, end, content, "label-last", i)
            break


def _make(
    line: Line, number: int, start: int, end: int, content: tuple[Span, ...], frame: str, mark: int | None = None
) -> Candidate:
    at = end if mark is None else mark
    named = "name" if all(t in ("NNP", "NNPS", "POS") for t in line.tags[start:end]) else "noun"
    capitals = line.sentence.tokens[start].text.isupper() and end - start < 4
    quoted = line.quotes[at + 1] != -1 if at + 1 < len(line) and frame == "label-first" else line.quotes[at - 1] != -1
    features = (
        "label " + frame,
        f"label {frame} {named}",
        f"label {frame} {line.words[at]}",
        f"label {frame} {line.words[at]} {named} capitals {capitals} quoted {quoted}",
        f"label {frame} capitals {capitals}",
        f"label {frame} quoted {quoted}",
        f"label {frame} words {min(end - start, 4)}",
        f"label first {number == 0}",
        f"label {frame} final {line.tags[-1] == '.'}",
    )
    return Candidate(number, line.span(start, end), line.span(at, at + 1), content, line.words[at], frame, features)
