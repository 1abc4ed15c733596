"""What holds of the text steps on every text."""

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from attribution.errors import InputProblem
from attribution.model import Document
from attribution.spans import Span
from attribution.text import find_paragraphs, find_quotations, find_sentences, make_document, read_bytes

WORDS = [
    "The mayor said", "no", "Mr. Orle", "U.S.", "workers'", "don’t", "“", "”", '"', "'", "‘", "’", "«", "»", "``", "''",
    ".", "?", "!", "…", "...", ",", ":", "-", "--", "—", "\n", "\n\n", "\r\n", " ", "\t", "\u2028", "•", "Read more",
    "Related Articles", "By Jan Kolb", "(AP Photo/Jan Kolb)", "Home > News", "5", '12"', "$1.5bn", "@orle", "#orle",
    "https://orle.example", "🎉", "\x00", "\ud800", "\u0301", "\u200d", "é", "ß", "İ", "中文。",
]  # fmt: skip
TEXTS = st.one_of(
    st.text(max_size=200),
    st.text(st.characters(), max_size=60),
    st.lists(st.sampled_from(WORDS), max_size=60).map("".join),
    st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join),
)


def run(text, document=None):
    """Return all layers of a text as plain spans."""
    document = document or make_document(text, "p")
    paragraphs = find_paragraphs(document)
    return document, paragraphs, find_sentences(document, paragraphs), find_quotations(document, paragraphs)


def is_sorted_apart(spans):
    return all(a.start < a.end <= b.start < b.end for a, b in pairwise(spans))


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_spans_lie_in_order_inside_what_holds_them(text):
    document, paragraphs, sentences, quotations = run(text)
    whole = Span(0, len(text))
    assert is_sorted_apart(document.body)
    assert is_sorted_apart(paragraphs)
    assert is_sorted_apart([sentence.span for sentence in sentences])
    assert all(whole.contains(span) and span.trimmed(text) == span for span in (*document.body, *paragraphs))
    for sentence in sentences:
        assert paragraphs[sentence.paragraph].contains(sentence.span)
        assert is_sorted_apart([token.span for token in sentence.tokens])
        assert all(sentence.span.contains(t.span) and t.text == t.span.of(text) for t in sentence.tokens)
    for quote in quotations:
        assert whole.contains(quote.span)
        assert quote.parts
        assert is_sorted_apart(quote.parts)
        assert all(quote.span.contains(part) and part.length for part in quote.parts)
    assert list(quotations) == sorted(quotations, key=lambda quote: (quote.span.start, -quote.span.end))


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_tokens_cover_every_character_that_is_not_white_space(text):
    document = Document(id="p", text=text, body=(Span(0, len(text)),) if text else ())
    _, paragraphs, sentences, _ = run(text, document)
    covered = {i for sentence in sentences for token in sentence.tokens for i in range(token.start, token.end)}
    assert covered == {i for i, character in enumerate(text) if not character.isspace()}
    assert all(not text[i].isspace() for paragraph in paragraphs for i in (paragraph.start, paragraph.end - 1))


@settings(max_examples=50, deadline=None)
@given(TEXTS, st.integers(1, 3))
def test_blank_lines_before_a_text_move_everything_along(text, lines):
    shift = lines * 2
    there = lambda span: Span(span.start + shift, span.end + shift)  # noqa: E731
    document, paragraphs, sentences, quotations = run(text)
    moved, moved_paragraphs, moved_sentences, moved_quotations = run("\n \n"[:2] * lines + text)
    assert moved.title == (document.title and there(document.title))
    assert moved.body == tuple(map(there, document.body))
    assert moved_paragraphs == tuple(map(there, paragraphs))
    assert [s.span for s in moved_sentences] == [there(s.span) for s in sentences]
    assert [t.span for s in moved_sentences for t in s.tokens] == [there(t.span) for s in sentences for t in s.tokens]
    assert [q.span for q in moved_quotations] == [there(q.span) for q in quotations]


@settings(max_examples=50, deadline=None)
@given(TEXTS)
def test_steps_are_deterministic(text):
    assert run(text) == run(text)


@settings(max_examples=50, deadline=None)
@given(st.binary(max_size=300))
def test_bytes_are_a_document_or_an_input_problem(data):
    try:
        document = read_bytes(data, "p")
    except InputProblem:
        return
    assert document.text.strip()


LINE = 'The mayor said that "nothing will change" before Friday, but Mr. Kolb, her deputy, didn\'t agree. '


@pytest.mark.parametrize(
    "text",
    [LINE * 5000, (LINE + "\n") * 1000, "x" * 500_000, "a " * 50_000, ". " * 50_000, "?" * 100_000, "Ok\n" * 10_000],
    ids=["one line", "lines", "one word", "words", "periods", "question marks", "short lines"],
)
def test_huge_and_odd_text_takes_bounded_time(text, monkeypatch):
    monkeypatch.setattr("attribution.text.sentences.tag_words", lambda words: [""] * len(words))
    start = time.process_time()
    run(text)
    assert time.process_time() - start < 10
