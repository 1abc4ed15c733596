"""What the network leaves hanging on a content from another sentence is cut off."""

from __future__ import annotations

import pytest

from attribution.extraction.fragments import drop_fragments
from attribution.extraction.neural import Found
from attribution.model import Document
from attribution.spans import Span
from attribution.text import find_paragraphs, find_quotations, find_sentences
from attribution.text.dateline import skip_dateline

TEXT = (
    "The harbour would reopen, the mayor said. Ferries from Orrel were late again. "
    '"We waited for hours. Nobody came," a sailor added. The pier is old.'
)


def spans_of(words: list[str]) -> tuple[Span, ...]:
    return tuple(Span(TEXT.index(part), TEXT.index(part) + len(part)) for part in words)


def cleaned(source: list[str] | None = None, content: list[str] | None = None) -> Found:
    document = Document("d", TEXT, body=(Span(0, len(TEXT)),))
    paragraphs = find_paragraphs(document)
    sentences, quotations = find_sentences(document, paragraphs), find_quotations(document, paragraphs)
    one = Found(spans_of(source or []), spans_of(["said"]), spans_of(content or ["The harbour would reopen"]), 0.9, 0.9)
    return drop_fragments(TEXT, [one], sentences, quotations)[0]


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
    assert [span.of(TEXT) for span in cleaned(content=content).content] == kept


@pytest.mark.parametrize(
    ("source", "kept"),
    [
        pytest.param(["Ferries from Orrel"], ["Ferries from Orrel"], id="in another sentence"),
        pytest.param(["the mayor said. Ferries"], ["the mayor said."], id="running over"),
        pytest.param(["the mayor", "a sailor"], ["the mayor"], id="two, one of them in the cue's sentence"),
        pytest.param(["the"], [], id="an article"),
    ],
)
def test_a_source_keeps_to_one_sentence(source: list[str], kept: list[str]) -> None:
    assert [span.of(TEXT) for span in cleaned(source=source).source] == kept


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("LIMA, Peru (Newswire) — A dam broke", "A dam broke"),
        ("PORT VELLIS - A ship left", "A ship left"),
        ("ST. JOHN'S, N.L., May 3 -- Ferries stopped", "Ferries stopped"),
        ("NATO ships - four of them - left", "NATO ships - four of them - left"),
        ("Lima - A dam broke", "Lima - A dam broke"),
        ("UN staff left", "UN staff left"),
    ],
)
def test_a_dateline_is_nobodys_words(line: str, said: str) -> None:
    assert line[skip_dateline(line, 0) :] == said
