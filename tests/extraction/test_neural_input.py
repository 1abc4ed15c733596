"""What the network is given: words in one typography, windows that tile the document."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from attribution.extraction.neural.pieces import Pieces, cut_windows
from attribution.extraction.neural.words import INSIDE, MARK, OUTSIDE, Word, find_words
from attribution.model import Document
from attribution.spans import Span
from attribution.text import find_paragraphs, find_quotations


def words_of(text: str) -> tuple[Word, ...]:
    document = Document("d", text, body=(Span(0, len(text)),))
    paragraphs = find_paragraphs(document)
    return find_words(text, paragraphs, find_quotations(document, paragraphs))


@pytest.mark.parametrize(
    "text",
    ['"It is over," he said.', "“It is over,” he said.", "'It is over,' he said.", "‘It is over,’ he said."],
)
def test_marks_of_every_kind_look_the_same(text: str) -> None:
    words = words_of(text)
    assert [word.text for word in words] == ['"', "It", "is", "over", ",", '"', "he", "said", "."]
    quoted = [word.quoted for word in words]
    assert quoted == [MARK, INSIDE, INSIDE, INSIDE, INSIDE, MARK, OUTSIDE, OUTSIDE, OUTSIDE]


def test_apostrophes_are_no_marks() -> None:
    assert MARK not in [word.quoted for word in words_of("The workers’ union didn’t agree to the ’90s rules.")]


def test_shape_keeps_letter_case() -> None:
    assert [word.shape for word in words_of("The NATO chief left")] == [1, 2, 0, 0]


@given(st.text(max_size=300))
@settings(max_examples=60)
def test_words_are_spans_of_the_text(text: str) -> None:
    last = 0
    for word in words_of(text):
        assert last <= word.start < word.end <= len(text)
        last = word.end


@given(
    st.lists(st.tuples(st.integers(1, 8), st.booleans()), min_size=1, max_size=400),
    st.integers(24, 80),
    st.integers(2, 8),
)
@settings(max_examples=60)
def test_cores_tile_the_document_and_windows_fit(sizes: list[tuple[int, bool]], size: int, margin: int) -> None:
    paragraphs = np.cumsum([new for _, new in sizes]).tolist()
    words = [Word(i, i + 1, "x", 0, 0, p) for i, p in enumerate(paragraphs)]
    starts = np.concatenate(([0], np.cumsum([count for count, _ in sizes])))
    pieces = Pieces(np.zeros(starts[-1], np.int64), starts, starts[:-1])
    at = 0
    for window in cut_windows(words, pieces, size, margin):
        assert window.first <= window.core == at < window.core_end <= window.last
        assert starts[window.last] - starts[window.first] <= size
        at = window.core_end
    assert at == len(words)
