"""Attributions drawn in a text: `[Q:"It is over,"] [S:the mayor] [C:said].`

A bracket opens with the role (S source, C cue, Q content) and, where a text has several attributions, their numbers:
`[S12:She] [C1:denied] [Q1:it] but [C2:said] [Q2:…]`. Brackets may nest; a role drawn twice is one of two spans. Other
brackets are text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from attribution.spans import Span

_MARK = re.compile(r"\[([SCQ])(\d*):|\]")
_WORD = re.compile(r"\w+")

Words = frozenset[int]


class Drawn(NamedTuple):
    """The words (by where they start) of each role."""

    source: Words
    cue: Words
    content: Words


def read_drawing(drawing: str) -> tuple[str, set[Drawn]]:
    """Return the text without the brackets, and the attributions drawn in it."""
    pieces: list[str] = []
    length = at = 0
    open_marks: list[tuple[str, str, int]] = []
    spans: dict[str, dict[str, list[Span]]] = {}
    for match in _MARK.finditer(drawing):
        if match.group() == "]" and not open_marks:
            continue
        pieces.append(drawing[at : match.start()])
        length += len(pieces[-1])
        at = match.end()
        if match.group() != "]":
            open_marks.append((match.group(1), match.group(2) or "1", length))
            continue
        role, numbers, start = open_marks.pop()
        for number in numbers:
            spans.setdefault(number, {}).setdefault(role, []).append(Span(start, length))
    text = "".join(pieces) + drawing[at:]
    return text, {draw(text, *(roles.get(role, ()) for role in "SCQ")) for roles in spans.values()}


def draw(text: str, source: Iterable[Span], cue: Iterable[Span], content: Iterable[Span]) -> Drawn:
    """Return the words that the spans of each role cover; "that" at the start of a content does not count."""
    spoken = _words(text, content)
    first = min(spoken, default=-1)
    if first >= 0 and text[first : first + 5].lower() == "that ":
        spoken -= {first}
    return Drawn(_words(text, source), _words(text, cue), spoken)


def _words(text: str, spans: Iterable[Span]) -> Words:
    return frozenset(match.start() for span in spans for match in _WORD.finditer(text, span.start, span.end))
