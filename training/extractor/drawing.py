"""Attributions drawn in a text: `[Q:"It is over,"] [S:the mayor] [C:said].`

A bracket opens with the role (S source, C cue, Q content) and, where a text has several attributions, their numbers:
`[S12:She] [C1:denied] [Q1:it] but [C2:said] [Q2:…]`. Brackets may nest; a role drawn twice is one of two spans. Other
brackets are text.
"""

from __future__ import annotations

import re

from attribution.spans import Span

_MARK = re.compile(r"\[([SCQ])(\d*):|\]")

Roles = dict[str, list[Span]]


def read_spans(drawing: str) -> tuple[str, dict[str, Roles]]:
    """Return the text without the brackets and, for each attribution's number, the spans of its roles.

    Examples
    --------
    >>> read_spans("[S:She] [C:left it].")
    ('She left it.', {'1': {'S': [Span(start=0, end=3)], 'C': [Span(start=4, end=11)]}})
    """
    pieces: list[str] = []
    length = at = 0
    open_marks: list[tuple[str, str, int]] = []
    spans: dict[str, Roles] = {}
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
    return "".join(pieces) + drawing[at:], spans
