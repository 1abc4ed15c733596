"""Sentences with their tokens: every mark that may end one is put to Punkt, paragraph by paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from attribution.model import Document, Sentence, Token
from attribution.spans import Span
from attribution.text.furniture import is_reporting_word
from attribution.text.punkt import ends_sentence_before
from attribution.text.tagging import tag_words
from attribution.text.tokens import find_tokens

# No sentence of a news article comes near these; what does is a table, or a text without marks.
_LONGEST = 2000
_LONGEST_CHARACTERS = 20_000
# A word longer than this is noise, and Punkt need not see all of it.
_LONGEST_WORD = 80

_CLOSERS = "\"'”’»›)]}*"
# The typographic closing marks too: some keyboards begin with them.
_OPENERS = "\"'“”‘’«‹„‚`([{*—–-"
_MARKS = ".?!…"
_END = re.compile(
    rf"""
    [{re.escape(_MARKS)}] [{re.escape(_CLOSERS)}]{{0,5}} (?=\s)      # marks before white space
    | (?<=[^\W\d_A-Z][^\W\d_A-Z][.?!]) ["”’]{{0,2}} (?=[“"]?[A-Z][a-z])  # or, the space forgotten, a capital
    """,
    re.VERBOSE,
)
_INITIAL = re.compile(r"[^\W\d_]\.(?!\S)")
_INITIALS = re.compile(r"(?<!\w)[A-Z]\.\s?[A-Z]\.$")
_SPEECH_TAG = re.compile(r"(?:[A-Z][^\s,.;:?!]{1,30}\s){1,4}([a-z]{3,12})[.,;:]")
_SPACE = re.compile(r"\s")


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

    Examples
    --------
    >>> text = '"Who won?" asked Sen. Ruiz. "The U.S. did."'
    >>> [span.of(text) for span in split_paragraph(text, Span(0, len(text)))]
    ['"Who won?" asked Sen. Ruiz.', '"The U.S. did."']
    """
    spans: list[Span] = []
    start = paragraph.start
    for match in _END.finditer(text, paragraph.start, paragraph.end):
        end = match.end()
        if _ends_here(text, start, match.start(), end, paragraph.end):
            spans.append(Span(start, end).trimmed(text))
            start = end
    spans.append(Span(start, paragraph.end).trimmed(text))
    return [piece for span in spans for piece in _pieces(text, span)]


def _ends_here(text: str, start: int, mark: int, end: int, limit: int) -> bool:
    """Put one mark to Punkt, as the word that it ends and the word that follows, quotation marks taken off."""
    before = text[max(start, mark - _LONGEST_WORD) : end].rstrip(_CLOSERS)
    following = text[end : min(limit, end + 4 * _LONGEST_WORD)].lstrip()
    bare = following.lstrip(_OPENERS).lstrip()
    if not before or not bare:
        return False
    quoted = text[end - 1] in _CLOSERS
    word = _SPACE.split(before)[-1].lstrip(_OPENERS)
    # Its own marks are another question, which Punkt would answer too.
    first = _SPACE.split(bare, maxsplit=1)[0][:_LONGEST_WORD].rstrip(_CLOSERS + _MARKS)
    if bare[0].islower() and (quoted or word[-1:] in "?!…" or word.endswith("..")):
        # "Is it over?" he asked.
        return False
    if quoted and word[-1:] in "?!" and (tag := _SPEECH_TAG.match(following)) and is_reporting_word(tag.group(1)):
        # "Is it over?" Kim Lee asked.
        return False
    if not word.strip(_MARKS):
        # Marks alone are an ellipsis: a capital after it begins a sentence.
        return bare[0].isupper() or bare[0].isdigit()
    if _INITIAL.match(word) and (_INITIAL.match(bare) or _INITIALS.search(before)):
        # W. E. B. Du Bois
        return False
    return ends_sentence_before(word.replace("…", "..."), first)


def _pieces(text: str, span: Span) -> Iterator[Span]:
    """Cut what is too long to be a sentence, at white space where there is any."""
    while span.length > _LONGEST_CHARACTERS:
        end = span.start + _LONGEST_CHARACTERS
        space = max(text.rfind(" ", span.start + _LONGEST_CHARACTERS // 2, end), 0) or end
        yield Span(span.start, space).trimmed(text)
        span = Span(space, span.end).trimmed(text)
    if span.length:
        yield span


def _cut(tokens: list[Span]) -> Iterator[list[Span]]:
    for start in range(0, len(tokens), _LONGEST):
        yield tokens[start : start + _LONGEST]


def _tag(text: str, tokens: Sequence[Span]) -> tuple[Token, ...]:
    words = [token.of(text) for token in tokens]
    tags = tag_words(words)
    return tuple(Token(span.start, span.end, word, tag) for span, word, tag in zip(tokens, words, tags, strict=True))
