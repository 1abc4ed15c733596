"""Sentences with their tokens: Punkt finds the ends, paragraph by paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from attribution.model import Document, Sentence, Token
from attribution.spans import Span
from attribution.text.punkt import load_splitter
from attribution.text.tokens import find_tokens

# No sentence of a news article comes near these; what does is a table or a text without marks, which later steps
# need not read as one sentence.
_LONGEST = 2000
_LONGEST_CHARACTERS = 20_000

_OPENING = "\"'“‘«„`([{ \t\r\n"
_ASKED = re.compile(r"[?!…][\"'”’»)\]]*$|[\"'”’»]$")


def find_sentences(document: Document, paragraphs: Sequence[Span]) -> tuple[Sentence, ...]:
    """Return the sentences of the paragraphs, in order, with their words' parts of speech.

    Sentences inside a quotation are sentences of their own; none crosses a paragraph.

    Parameters
    ----------
    document : the article.
    paragraphs : as `find_paragraphs` gives them.
    """
    text = document.text
    return tuple(
        Sentence(Span(tokens[0].start, tokens[-1].end), _tag(text, tokens), number)
        for number, paragraph in enumerate(paragraphs)
        for span in split_paragraph(text, paragraph)
        for tokens in _cut(find_tokens(text, span))
    )


def split_paragraph(text: str, paragraph: Span) -> list[Span]:
    """Return the places of a paragraph's sentences, in order.

    Parameters
    ----------
    text : the document's text.
    paragraph : one paragraph of it.
    """
    words = paragraph.of(text)
    spans: list[Span] = []
    for start, end in _punkt(words):
        span = Span(paragraph.start + start, paragraph.start + end).trimmed(text)
        if not span.length:
            continue
        if spans and _runs_on(text, spans[-1], span):
            spans[-1] = Span(spans[-1].start, span.end)
        else:
            spans.append(span)
    return [piece for span in spans for piece in _pieces(text, span)]


def _punkt(words: str) -> Iterable[tuple[int, int]]:
    """Punkt's spans, with what it leaves between or after them (it drops nothing but white space, yet is not ours)."""
    end = 0
    for start, stop in load_splitter().span_tokenize(words):
        yield end, stop
        end = stop
    if end < len(words):
        yield end, len(words)


def _runs_on(text: str, before: Span, span: Span) -> bool:
    """Tell whether Punkt cut a sentence in two: at the mark of a quoted question, or before a closing mark alone."""
    words = text[span.start : min(span.end, span.start + 200)]
    bare = words.lstrip(_OPENING)
    if not bare:
        return True
    if not any(character.isalnum() for character in words) and span.length < 10:
        return True
    return bare[0].islower() and _ASKED.search(text[max(before.start, before.end - 10) : before.end]) is not None


def _pieces(text: str, span: Span) -> Iterator[Span]:
    """Cut what is too long to be a sentence, at white space."""
    while span.length > _LONGEST_CHARACTERS:
        end = span.start + _LONGEST_CHARACTERS
        space = next((i for i in range(end, span.start + _LONGEST_CHARACTERS // 2, -1) if text[i].isspace()), end)
        yield Span(span.start, space).trimmed(text)
        span = Span(space, span.end).trimmed(text)
    if span.length:
        yield span


def _cut(tokens: list[Span]) -> Iterator[list[Span]]:
    for start in range(0, len(tokens), _LONGEST):
        yield tokens[start : start + _LONGEST]


def _tag(text: str, tokens: Sequence[Span]) -> tuple[Token, ...]:
    words = [token.of(text) for token in tokens]
    try:
        from attribution.text.tagging import tag_words

        tags = tag_words(words)
    except ImportError:
        tags = [""] * len(words)
    return tuple(
        Token(span.start, span.end, word, tag) for span, word, tag in zip(tokens, words, tags, strict=True)
    )
