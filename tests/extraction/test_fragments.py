"""What the network leaves hanging on a content from another sentence is cut off."""

from __future__ import annotations

import pytest

from attribution.extraction.fragments import drop_fragments
from attribution.extraction.neural import Found
from attribution.model import Document
from attribution.spans import Span
from attribution.text import find_paragraphs, find_quotations, find_sentences

TEXT = (
    "The harbour would reopen, the mayor said. Ferries from Orrel were late again. "
    '"We waited for hours. Nobody came," a sailor added. The pier is old.'
)


@pytest.mark.parametrize(
    ("content", "kept"),
    [
        pytest.param(["The harbour would reopen"], ["The harbour would reopen"], id="in the cue's sentence"),
        pytest.param(
            ["The harbour would reopen", "Ferries from"], ["The harbour would reopen"], id="the next one's start"
        ),
        pytest.param(
            ["The harbour would reopen", "late again."], ["The harbour would reopen"], id="the next one's end"
        ),
        pytest.param(["said. Ferries from"], ["said."], id="running over"),
        pytest.param(
            ["The harbour would reopen", "Ferries from Orrel were late again."],
            ["The harbour would reopen", "Ferries from Orrel were late again."],
            id="the whole next sentence",
        ),
        pytest.param(["The harbour would reopen", "We waited"], ["The harbour would reopen", "We waited"], id="quoted"),
        pytest.param(["The pier"], ["The pier"], id="all there is"),
    ],
)
def test_fragments(content: list[str], kept: list[str]) -> None:
    document = Document("d", TEXT, body=(Span(0, len(TEXT)),))
    paragraphs = find_paragraphs(document)
    sentences, quotations = find_sentences(document, paragraphs), find_quotations(document, paragraphs)
    spans = tuple(Span(TEXT.index(part), TEXT.index(part) + len(part)) for part in content)
    one = Found((), (Span(36, 40),), spans, 0.9, 0.9)
    (clean,) = drop_fragments([one], sentences, quotations)
    assert [span.of(TEXT) for span in clean.content] == kept
