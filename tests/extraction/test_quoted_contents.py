"""What is done to contents that stand in quotation marks after the network has found them."""

from __future__ import annotations

import pytest

from attribution.extraction.neural import Found
from attribution.extraction.neural.quoted import keep_quotations_whole, one_speaker_each, take_whole_marks
from attribution.model import Document
from attribution.spans import Span
from attribution.text import find_paragraphs, find_quotations


def found(text: str, cue: str, *content: str) -> Found:
    spans = tuple(Span(text.index(words), text.index(words) + len(words)) for words in content)
    at = text.index(cue)
    return Found((), (Span(at, at + len(cue)),), spans, 0.9, 0.9)


def contents_after(step, text: str, *items: Found) -> list[list[str]]:  # type: ignore[no-untyped-def]
    document = Document("d", text, body=(Span(0, len(text)),))
    quotations = find_quotations(document, find_paragraphs(document))
    return [[span.of(text) for span in one.content] for one in step(list(items), quotations)]


def test_a_quotation_over_paragraphs_is_taken_as_a_whole() -> None:
    text = '"It rained," she said. "We ran.\n\n"We slept in a barn.\n\n"It was cold."\n\nThey went home.'
    assert contents_after(keep_quotations_whole, text, found(text, "said", "We ran")) == [
        ["We ran.", "We slept in a barn.", "It was cold."]
    ]


@pytest.mark.parametrize(
    ("text", "content", "whole"),
    [
        ('He called it "a very odd plan" twice.', 'it "a very odd plan', 'it "a very odd plan"'),
        ('"It is over," he said.', "It is over", '"It is over,"'),
        ('He said it was "odd".', "it was", "it was"),
    ],
)
def test_marks_are_taken_in_pairs(text: str, content: str, whole: str) -> None:
    assert contents_after(take_whole_marks, text, found(text, "said" if "said" in text else "called", content)) == [
        [whole]
    ]


def test_a_quotation_has_one_speaker() -> None:
    text = '"It held," Ann said.\n\n"It broke," Bob replied.'
    items = (found(text, "said", '"It held,"'), found(text, "replied", '"It held,"', '"It broke,"'))
    assert contents_after(one_speaker_each, text, *items) == [['"It held,"'], ['"It broke,"']]


def test_a_content_is_never_emptied() -> None:
    text = 'Ann said and Bob repeated: "It held."'
    items = (found(text, "said", '"It held."'), found(text, "repeated", '"It held."'))
    assert contents_after(one_speaker_each, text, *items) == [['"It held."'], ['"It held."']]


def test_no_scraps_of_a_quotation_that_is_anothers() -> None:
    text = '"The dyke is sound, all of it," Ann said.\n\n"It broke," Bob replied.'
    items = (found(text, "said", '"The dyke is sound, all of it,"'), found(text, "replied", "sound", '"It broke,"'))
    assert contents_after(one_speaker_each, text, *items) == [['"The dyke is sound, all of it,"'], ['"It broke,"']]
