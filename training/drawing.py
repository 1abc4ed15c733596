"""Attributions drawn in a text: `[Q:"It is over,"] [S:the mayor] [C:said].`

A bracket opens with the role (S source, C cue, Q content) and, where a text has several attributions, their numbers,
then, where sources are told apart, who it is: `[S1,2=mayor:She] [C1:denied] [Q1:it] but [C2:said] [Q2:…]`. Brackets
may nest; a role drawn twice is one of two spans. Other brackets are text.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from attribution.spans import Span

_MARK = re.compile(r"\[([SCQ])([\d,]*)(?:=([\w+-]+))?:|\]")

Roles = dict[str, list[Span]]


class Drawing(NamedTuple):
    """A text without its brackets, the spans of each attribution's roles, and who its sources are (their keys)."""

    text: str
    spans: dict[str, Roles]
    sources: dict[str, tuple[str, ...]]


def read_drawing(drawn: str) -> Drawing:
    """Return what is drawn.

    Examples
    --------
    >>> read_drawing("[S=ann:She] [C:left it].")
    Drawing(text='She left it.', spans={'1': {'S': [Span(start=0, end=3)], 'C': [Span(start=4, end=11)]}},
            sources={'1': ('ann',)})
    """
    pieces: list[str] = []
    length = at = 0
    open_marks: list[tuple[str, str, int]] = []
    spans: dict[str, Roles] = {}
    sources: dict[str, tuple[str, ...]] = {}
    for match in _MARK.finditer(drawn):
        if match.group() == "]" and not open_marks:
            continue
        pieces.append(drawn[at : match.start()])
        length += len(pieces[-1])
        at = match.end()
        if match.group() != "]":
            role, numbers, keys = match.group(1), match.group(2) or "1", match.group(3)
            open_marks.append((role, numbers, length))
            for number in numbers.split(",") if keys else ():
                sources[number] = sources.get(number, ()) + tuple(keys.split("+"))
            continue
        role, numbers, start = open_marks.pop()
        for number in numbers.split(","):
            spans.setdefault(number, {}).setdefault(role, []).append(Span(start, length))
    return Drawing("".join(pieces) + drawn[at:], spans, sources)
