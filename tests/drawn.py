"""Drawn attributions (`training.drawing`) as words, to compare with what is found."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from attribution.spans import Span
from training import drawing as drawings

_WORD = re.compile(r"\w+")

Words = frozenset[int]


class Drawn(NamedTuple):
    """The words (by where they start) of each role."""

    source: Words
    cue: Words
    content: Words


def read_drawing(drawing: str) -> tuple[str, set[Drawn]]:
    """Return the text without the brackets, and the attributions drawn in it."""
    text, spans, _ = drawings.read_drawing(drawing)
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
