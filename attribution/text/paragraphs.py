"""Paragraphs: where the lines of a text belong together.

Articles come with blank lines between paragraphs, with one line each and none between, or hard-wrapped at some seventy
columns; pages come as a mixture. White space alone does not tell which: the widths of the lines and the case of the
letters that they begin with do.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from attribution.model import Document
from attribution.spans import Span, merge

_LINE = re.compile(r"[^\r\n\x0b\x0c\u2028\u2029]+")
_BREAK = re.compile(r"\r\n|[\r\n\x0b\x0c\u2028\u2029]")
_ITEM = re.compile(r"(?:[-*•●◦▪‣·–—]|\(?\d{1,3}[.)])\s")
_SENTENCE_END = ".?!…:;"
_CLOSING = "\"'”’»)]}"

# Nobody wraps prose narrower than 40 columns; a line of more than 120 was not wrapped by a person's editor.
_NARROWEST, _WIDEST = 40, 120
# In wrapped English prose three lines of four begin in lower case, in lists of headlines almost none.
_WRAPPED_SHARE = 0.4


class Line(NamedTuple):
    """A line with something on it: its words' place, how far it is indented, whether a blank line comes before it."""

    span: Span
    indent: int
    apart: bool


def find_lines(text: str) -> list[Line]:
    """Return the lines of `text` that are not blank, white space at their ends left out."""
    lines: list[Line] = []
    end = 0
    for match in _LINE.finditer(text):
        span = Span(*match.span()).trimmed(text)
        if span.length:
            gap = text[end : match.start()]
            lines.append(Line(span, span.start - match.start(), len(_BREAK.findall(gap)) != 1))
            end = match.end()
    return lines


def ends_sentence(words: str) -> bool:
    """Tell whether `words` end as a sentence does, closing quotation marks and brackets not counted.

    Examples
    --------
    >>> ends_sentence('He said: "It is over."'), ends_sentence("Mayor resigns")
    (True, False)
    """
    bare = words[-20:].rstrip(_CLOSING)
    while bare and not bare[-1].isalnum() and bare[-1] not in _SENTENCE_END:
        # An emoji, a footnote's sign or a dash may follow the mark.
        bare = bare[:-1]
    return bare.endswith(tuple(_SENTENCE_END))


def is_item(words: str) -> bool:
    """Tell whether `words` begin as an item of a list does: with a bullet or a number."""
    return _ITEM.match(words) is not None


def find_blocks(text: str) -> tuple[Span, ...]:
    r"""Return the paragraphs of the whole text, headlines and page furniture included, in order.

    Parameters
    ----------
    text : any text.

    Examples
    --------
    >>> text = "Mayor resigns\n\nThe mayor of the town resigned on\nMonday, after\nweeks of protest.\n"
    >>> [" ".join(span.of(text).split()) for span in find_blocks(text)][0]
    'Mayor resigns'
    """
    lines = find_lines(text)
    width = _find_width(text, lines)
    blocks: list[Span] = []
    for number, line in enumerate(lines):
        if number and _continues(text, lines[number - 1], line, width):
            blocks[-1] = Span(blocks[-1].start, line.span.end)
        else:
            blocks.append(line.span)
    return tuple(blocks)


def find_paragraphs(document: Document) -> tuple[Span, ...]:
    """Return the paragraphs of a document's title and body, in reading order.

    Parameters
    ----------
    document : the article; what lies outside of its title and body is left out.
    """
    wanted = ([document.title] if document.title else []) + [
        part for span in merge(document.body) for part in _without(span, document.title)
    ]
    wanted.sort()
    return tuple(_intersect(document.text, find_blocks(document.text), wanted))


def _without(span: Span, hole: Span | None) -> list[Span]:
    if hole is None or not span.overlaps(hole):
        return [span]
    return [part for part in (Span(span.start, hole.start), Span(hole.end, span.end)) if part.start < part.end]


def _intersect(text: str, blocks: Sequence[Span], wanted: Sequence[Span]) -> Iterator[Span]:
    i = j = 0
    while i < len(blocks) and j < len(wanted):
        shared = Span(max(blocks[i].start, wanted[j].start), min(blocks[i].end, wanted[j].end))
        if shared.start < shared.end and (shared := shared.trimmed(text)).length:
            yield shared
        if blocks[i].end <= wanted[j].end:
            i += 1
        else:
            j += 1


def _find_width(text: str, lines: Sequence[Line]) -> int:
    """Return the column at which the text is hard-wrapped, or 0 when it is not."""
    width = pairs = wrapped = 0
    for before, line in pairwise(lines):
        if line.apart or before.span.length < _NARROWEST:
            continue
        pairs += 1
        if before.span.length <= _WIDEST and _runs_on(text, before, line):
            wrapped += 1
            width = max(width, before.indent + before.span.length)
    return width if wrapped and wrapped >= _WRAPPED_SHARE * pairs else 0


def _runs_on(text: str, before: Line, line: Line) -> bool:
    """Tell whether a sentence plainly runs from one line into the next."""
    return text[line.span.start].islower() and text[before.span.end - 1] not in _SENTENCE_END


def _continues(text: str, before: Line, line: Line, width: int) -> bool:
    if line.apart or is_item(text[line.span.start : line.span.start + 8]):
        return False
    if _runs_on(text, before, line) and before.span.length >= _NARROWEST:
        return True
    if not width or line.indent > before.indent + 1:
        return False
    # A wrapped line is full: the next word would not have fitted.
    room = width - before.indent - before.span.length
    return len(text[line.span.start : line.span.start + width].split(None, 1)[0]) >= room
