"""Direct, indirect, mixed."""

from __future__ import annotations

import pytest

from attribution.extraction import classify_type
from attribution.model import Document
from attribution.spans import Span
from attribution.text import find_paragraphs, find_quotations

CASES = [
    ("direct", "«It is over,» she said.", ["«It is over,»"], "said"),
    ("direct", '"It is," she said, "over".', ['"It is,"', '"over".'], "said"),
    ("direct", 'She said that "it is over."', ['that "it is over."'], "said"),
    ("direct", "She said “it is over”.", ["it is over"], "said"),
    ("indirect", "She said it is over.", ["it is over."], "said"),
    ("mixed", 'She said it is "quite" over.', ['it is "quite" over.'], "said"),
    ("mixed", '"Over," she said, and that nobody minds.', ['"Over,"', "that nobody minds"], "said"),
    ("indirect", '"I said it is over."', ["it is over"], "said"),
    ("direct", "\"I told her 'go home' twice.\"", ["'go home'"], "told"),
    ("indirect", "She left.", [], "left"),
]


@pytest.mark.parametrize(("kind", "text", "content", "cue"), CASES)
def test_type(kind: str, text: str, content: list[str], cue: str) -> None:
    doc = Document("d", text, body=(Span(0, len(text)),))
    quotations = find_quotations(doc, find_paragraphs(doc))
    spans = [Span(text.index(words), text.index(words) + len(words)) for words in content]
    where = Span(text.index(cue), text.index(cue) + len(cue))
    assert classify_type(text, spans, quotations, [where]) == kind
