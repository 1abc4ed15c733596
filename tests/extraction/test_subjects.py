"""A cue without a source has the subject of its verb for one, where grammar leaves no doubt."""

from __future__ import annotations

import pytest

from attribution.extraction.neural import Found
from attribution.extraction.subjects import take_subject
from attribution.model import Document
from attribution.spans import Span
from attribution.text import find_paragraphs, find_sentences

CASES = [
    ("Roe, visibly shaken, left the room on Monday, saying the talks were over.", "saying", ["Roe"]),
    ("The mayor of Tolva hardly looked up, adding that the bridge was safe.", "adding", ["The mayor of Tolva"]),
    ("It attacked the union, claiming that it had lied.", "claiming", ["It"]),
    ("Talks ended early and the union left the hall saying nothing was signed.", "saying", []),
    ('"We are ready," tweeted Ann Roe on Monday.', "tweeted", ["Ann Roe"]),
    ('"We are ready," said the union on Monday.', "said", []),
    ("A minister who in 2010 said the dam was safe has resigned.", "said", ["who"]),
    ("A minister who was accused of lying has resigned.", "was accused", []),
    ("The dam, which the mayor said was safe, broke.", "said", []),
    ("The bridge collapsed on Monday, Roe said, adding that nobody was hurt.", "adding", []),
    ("Yesterday, the minister left the hall, saying nothing was signed.", "saying", []),
    ("Roe, Doe and the mayor left the hall, saying nothing was signed.", "saying", []),
    ('"We are ready," said Monday the mayor.', "said", []),
    ("Leaving the hall, saying nothing, was all that she could do.", "saying", []),
    ("The mayor said that the bridge was safe.", "said", []),
]


@pytest.mark.parametrize(("text", "cue", "source"), CASES)
def test_subjects(text: str, cue: str, source: list[str]) -> None:
    document = Document("d", text, body=(Span(0, len(text)),))
    sentences = find_sentences(document, find_paragraphs(document))
    at = text.index(cue)
    found = Found((), (Span(at, at + len(cue)),), (Span(at + len(cue) + 1, len(text) - 1),), 0.9, 0.9)
    taken = take_subject(found, sentences, [sentence.span.start for sentence in sentences])
    assert [span.of(text) for span in taken.source] == source
