"""A participle without a source of its own has its sentence's subject for one."""

from __future__ import annotations

import pytest

from attribution.extraction.neural import Found
from attribution.extraction.subjects import take_subjects
from attribution.model import Document
from attribution.spans import Span
from attribution.text import find_paragraphs, find_sentences

CASES = [
    ("Roe, visibly shaken, left the room on Monday, saying the talks were over.", "saying", ["Roe"]),
    ("The mayor of Tolva hardly looked up, adding that the bridge was safe.", "adding", ["The mayor of Tolva"]),
    ("It attacked the union, claiming that it had lied.", "claiming", ["It"]),
    ("Talks ended early and the union left the hall saying nothing was signed.", "saying", []),
    ("Leaving the hall, saying nothing, was all that she could do.", "saying", []),
    ("The mayor said that the bridge was safe.", "said", []),
]


@pytest.mark.parametrize(("text", "cue", "source"), CASES)
def test_subjects(text: str, cue: str, source: list[str]) -> None:
    document = Document("d", text, body=(Span(0, len(text)),))
    sentences = find_sentences(document, find_paragraphs(document))
    at = text.index(cue)
    found = Found((), (Span(at, at + len(cue)),), (Span(at + len(cue) + 1, len(text) - 1),), 0.9, 0.9)
    (taken,) = take_subjects([found], sentences)
    assert [span.of(text) for span in taken.source] == source
